// What calendars are told of sessions and of a visitor's own appointments, in one language. The files
// themselves are written by calendar_file.h:
//
//   calendar::Entries entries(event, words, {.page_of = …});
//   calendar::write({.name = …, .language = "kk", .last_modified = …, .entries = {entries.of(session)}});
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/calendar_file.h"
#include "model/appointment.h"
#include "model/event.h"
#include "model/id_table.h"
#include "text/words.h"

namespace calendar {

// The names of entries for ever: made of ids alone, so that they survive other languages, other addresses and
// other times. "opening@res2026"
std::string uid_of(const model::Event& event, const model::Session& session);
std::string uid_of(const model::Event& event, const model::Appointment& appointment);

struct EntryOptions {
  // The whole address of the page of the session with that id; empty: entries have no URL.
  std::function<std::string(std::string_view session)> page_of = {};
  std::optional<model::Minutes> alarm = {};  // how long before each begins calendars ring; absent: not at all
};

class Entries {
 public:
  // `event` and `words` must live as long as this.
  Entries(const model::Event& event, const text::Words& words, EntryOptions options = {});

  // `session` is one of the event.
  Entry of(const model::Session& session) const;
  Entry of(const model::Appointment& appointment) const;

 private:
  std::string place_of(const model::Room& room, const model::Site*& site) const;
  std::string description_of(const model::Session& session) const;

  const model::Event& event_;
  const text::Words& words_;
  EntryOptions options_;
  model::IdTable sites_, levels_, rooms_, themes_;
};

}  // namespace calendar
