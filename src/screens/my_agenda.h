// A visitor's own agenda, laid out by days for the screens that show it: sessions and appointments in order
// of time, and between them what follows from that. Made anew when the choices or the edition change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/plan.h"
#include "carry/qr_code.h"
#include "content/edition.h"
#include "visitor/visitor.h"

namespace screens {

// Free time shorter than this is not told.
inline constexpr model::Minutes least_gap{30};

// One of the links that carry the whole of it along.
struct CarryLink {
  std::string path;                   // "/kk/my/#carry=…"
  std::string address;                // the same with where the app is; empty where that is not known
  std::optional<carry::QrCode> code;  // of the address; nothing without one
};

class MyAgenda {
 public:
  // Both must live as long as this, and stay as they are.
  MyAgenda(const content::Edition& edition, const visitor::Visitor& visitor);

  const agenda::Plan& plan() const { return plan_; }

  // A row of a day. Others are named by their places in plan().all().
  struct Entry {
    std::size_t place = 0;
    bool goes_on = false;                        // it began on a day before
    std::optional<std::size_t> clash = {};       // what began before it and is on at the same time
    bool clash_above = false;                    // which is the row above
    std::optional<agenda::Gap> gap = {};         // nothing is planned right before it
    std::optional<model::Minutes> walking = {};  // from what is planned before it, where that is another room
    std::optional<model::Minutes> hurry = {};  // all the time that there is for it, where that is too little
  };
  struct Day {
    model::Date date{};
    std::vector<Entry> entries;  // first what goes on from the days before
    agenda::Load load;
  };
  // The days on which there is something, in order.
  std::span<const Day> days() const { return days_; }
  // Null where there is nothing on it.
  const Day* day(model::Date date) const;

  const agenda::Engagement& at(const Entry& entry) const { return plan_.all()[entry.place]; }

  // Ids of starred sessions that the event does not have any more.
  std::span<const std::string> vanished() const { return vanished_; }

  bool empty() const { return plan_.all().empty() && vanished_.empty(); }

  // The next to begin after `now` that is not cancelled, and what is before it on that day; null when there
  // is none.
  const agenda::Engagement* next(model::Instant now) const;
  const agenda::Engagement* before(const agenda::Engagement& next) const;

  // What an engagement is called in addresses: "glaciers", "own.1a-2". Null when there is no such thing.
  static std::string name_of(const agenda::Engagement& engagement);
  const agenda::Engagement* named(std::string_view name) const;

  // What can be gone to in place of a session; see agenda::alternatives.
  std::span<const agenda::Alternative> alternatives(const model::Session& session, model::Instant now) const;

  // To be opened elsewhere, in that language; one, or more when it is much. `site`: where the app is, without
  // a slash at its end, or empty.
  std::span<const CarryLink> links(std::string_view language, std::string_view site) const;

 private:
  agenda::Days days_of(const agenda::Engagement& engagement) const;
  void lay_out(Day& day) const;

  const content::Edition& edition_;
  const visitor::Visitor& visitor_;
  agenda::Plan plan_;
  std::vector<agenda::Clash> clashes_;  // by the second, then the first
  std::vector<Day> days_;
  std::vector<std::string> vanished_;
  // Made at the first question, these for a minute.
  struct Alternatives {
    std::int64_t minute = 0;
    std::vector<agenda::Alternative> all;
  };
  mutable std::map<std::string, Alternatives, std::less<>> alternatives_;
  mutable std::vector<CarryLink> links_;
  mutable std::string links_of_;
};

}  // namespace screens
