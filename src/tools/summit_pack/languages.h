// Languages of an event that the app has no messages for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/event.h"
#include "pack/problem.h"

namespace summit_pack {

// A warning for each: the event is good, but nobody can choose that language. When it is every one, an
// error, because the app would show nothing of the event.
// `brought`: languages whose texts the event brings itself.
std::vector<pack::Problem> languages_without_messages(const model::Event& event,
                                                      const std::vector<std::string>& brought = {});

// The languages that a folder has texts of the app for, in i18n/, and that this build does not have yet: they
// come with the next one that is made for the event.
std::vector<std::string> brought_languages(const std::filesystem::path& folder);

// Keys in these languages' files that are no text of the app, and files that cannot be read as texts: the
// next build would refuse them.
std::vector<pack::Problem> unknown_messages(const std::filesystem::path& folder,
                                            const std::vector<std::string>& brought);

}  // namespace summit_pack
