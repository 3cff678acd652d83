// What a foreign programme does not say, guessed from its words. Inside exchange/ only.
#pragma once

#include <string_view>

namespace exchange {

// The kind of a session by its type, else by its title: "Workshop" is a side event, "Lunch" a service.
std::string_view session_kind(std::string_view type, std::string_view title);

// Who may come in, by the same words: everyone, unless they speak of invitations or the press.
std::string_view session_access(std::string_view type, std::string_view title);

// The kind of a room by its name: "Foyer", "Saal 1".
std::string_view room_kind(std::string_view name);

}  // namespace exchange
