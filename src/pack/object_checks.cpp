#include "pack/object_checks.h"

#include <cmath>
#include <map>
#include <set>

#include "pack/outline_check.h"
#include "pack/values.h"
#include "pack/words.h"
#include "sorting/sort.h"

namespace pack {
namespace {

using std::chrono::hours;
using std::chrono::sys_days;

constexpr hours longest_session{24};
constexpr std::chrono::days longest_event{60};
constexpr double least_contrast_on_white = 3;

// Relative luminance by WCAG 2 of "#RRGGBB".
double luminance(std::string_view color) {
  const auto channel = [&](std::size_t i) {
    const auto digit = [&](std::size_t at) {
      const char c = color[at];
      return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    };
    const double value = (digit(i) * 16 + digit(i + 1)) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

// "14:00", and with its day and offset where the two would otherwise read alike.
std::string words_for(const WrittenInstant& written, const WrittenInstant& beside) {
  if (written.utc_offset != beside.utc_offset) return format_instant(written.instant, written.utc_offset);
  const std::string clock = format_clock(written.instant, written.utc_offset);
  return written.date() == beside.date() ? clock : say(format_date(written.date()), " ", clock);
}

void check_days_of_sessions(ReadContext& context, const model::Event& event) {
  std::set<sys_days> days;
  for (const model::Day& day : event.days)
    if (day.date.ok()) days.insert(sys_days{day.date});
  if (days.empty()) return;
  for (const WrittenSession& session : context.sessions) {
    const model::Date day = context.day_of(session.starts);
    if (days.contains(sys_days{day})) continue;
    const ReadContext::PathScope list(context, "sessions"), item(context, session.index),
        at(context, "starts_at");
    context.error(say(format_date(day), " is not a day of the event",
                      day == session.starts.date() || context.zone() == nullptr
                          ? std::string{}
                          : say("; ", format_instant(session.starts.instant, session.starts.utc_offset),
                                " is on that day in ", context.zone()->name())));
  }
}

// Where the zone is not known, what most times have must do.
void check_offsets(ReadContext& context) {
  if (context.zone() != nullptr) return;
  const std::chrono::minutes commonest = context.commonest_offset();
  const auto check = [&](const WrittenInstant& written, std::string_view key) {
    if (written.utc_offset == commonest) return;
    const ReadContext::PathScope at(context, key);
    context.warning(say("is written with another offset than most times: ",
                        format_instant(written.instant, written.utc_offset), " is ",
                        format_instant(written.instant, commonest)));
  };
  for (const WrittenSession& session : context.sessions) {
    const ReadContext::PathScope list(context, "sessions"), item(context, session.index);
    check(session.starts, "starts_at");
    if (session.ends) check(*session.ends, "ends_at");
  }
}

void check_double_booking(ReadContext& context, const model::Event& event) {
  std::vector<const WrittenSession*> in_order;
  for (const WrittenSession& session : context.sessions)
    if (model::takes_the_room(event.sessions[session.index])) in_order.push_back(&session);
  sorting::sort(in_order, {}, [](const WrittenSession* session) { return session->starts.instant; });

  std::map<std::string_view, const WrittenSession*> last_in_room;  // the one that ends last so far
  for (const WrittenSession* session : in_order) {
    const model::Session& here = event.sessions[session->index];
    const WrittenSession*& before = last_in_room[here.room];
    if (before && before->ends->instant > session->starts.instant) {
      const ReadContext::PathScope list(context, "sessions"), item(context, session->index),
          at(context, "starts_at");
      context.warning(say(quoted(here.room), " is still taken by ", quoted(event.sessions[before->index].id),
                          " (", words_for(session->starts, *before->ends), " < ",
                          words_for(*before->ends, session->starts), ")"));
    }
    // An open end makes room for what comes next.
    if (session->ends && (!before || before->ends->instant < session->ends->instant)) before = session;
  }
}

}  // namespace

void check_object(ReadContext& context, model::FormerPlace& former) {
  (void)context.take_instant("starts_at");
  if (!former.starts_at && former.room.empty()) context.error("has neither \"starts_at\" nor \"room\"");
}

void check_object(ReadContext& context, model::Session& session) {
  const auto starts = context.take_instant("starts_at");
  const auto ends = context.take_instant("ends_at");

  std::set<std::string_view> languages;
  std::set<int> channels;
  for (std::size_t i = 0; i < session.interpretation.size(); ++i) {
    const model::Interpretation& interpretation = session.interpretation[i];
    const ReadContext::PathScope list(context, "interpretation"), item(context, i);
    if (!interpretation.language.empty() && !languages.insert(interpretation.language).second)
      context.error(say(quoted(interpretation.language), " is listed twice"));
    if (interpretation.channel && !channels.insert(*interpretation.channel).second)
      context.error(say("channel ", *interpretation.channel, " is given twice"));
  }

  if (session.state != model::SessionState::moved && session.moved_from) {
    const ReadContext::PathScope at(context, "moved_from");
    context.warning("is shown of a session whose state is \"moved\" alone");
  }

  if (!session.overflow_room.empty() && session.overflow_room == session.room) {
    const ReadContext::PathScope at(context, "overflow_room");
    context.error(say(quoted(session.room), " is the room that it overflows"));
  }

  session.open_end = !ends;
  if (starts && !ends) context.sessions.push_back({context.last_index(), *starts, {}});
  if (!starts || !ends) return;
  {
    const ReadContext::PathScope at(context, "ends_at");
    if (ends->instant == starts->instant)
      context.error(say("ends when it starts (", words_for(*ends, *starts), ")"));
    else if (ends->instant < starts->instant)
      context.error(
          say("ends before it starts (", words_for(*ends, *starts), " < ", words_for(*starts, *ends), ")"));
    else if (ends->instant - starts->instant > longest_session)
      context.warning(say("lasts longer than ", longest_session.count(), " hours"));
  }
  context.sessions.push_back({context.last_index(), *starts, *ends});
}

void check_object(ReadContext& context, model::Notice& notice) {
  const auto published = context.take_instant("published_at");
  const auto until = context.take_instant("until");
  if (published && until && until->instant <= published->instant) {
    const ReadContext::PathScope at(context, "until");
    context.error(say("is not after published_at (", words_for(*until, *published), " ≤ ",
                      words_for(*published, *until), ")"));
  }
  if (notice.state && notice.applies_to.rooms.empty() && notice.applies_to.sessions.empty()) {
    const ReadContext::PathScope at(context, "state");
    context.error("says so of nothing: applies_to names no room and no session");
  }
}

void check_object(ReadContext& context, model::Theme& theme) {
  if (!is_color(theme.color)) return;
  if (const double contrast = 1.05 / (luminance(theme.color) + 0.05); contrast < least_contrast_on_white) {
    const ReadContext::PathScope at(context, "color");
    context.warning(say(quoted(theme.color), " is too pale to be seen on white (",
                        std::floor(contrast * 10) / 10, " : 1, needs ", least_contrast_on_white, " : 1)"));
  }
}

void check_object(ReadContext& context, model::StorySection& section) {
  if (section.paragraphs.empty() && section.points.empty())
    context.error("has neither paragraphs nor points");
}

void check_object(ReadContext& context, model::Article& article) {
  if (article.paragraphs.empty() && article.points.empty())
    context.error("has neither paragraphs nor points");
}

void check_object(ReadContext& context, model::Milestone& milestone) {
  if (!milestone.first_day.ok() || !milestone.last_day.ok()) return;
  const sys_days first{milestone.first_day}, last{milestone.last_day};
  if (last < first) {
    const ReadContext::PathScope at(context, "last_day");
    context.error(say("is before first_day (", format_date(milestone.last_day), " < ",
                      format_date(milestone.first_day), ")"));
    return;
  }
  const ReadContext::PathScope list(context, "events");
  for (std::size_t i = 0; i < milestone.events.size(); ++i) {
    const model::Date day = milestone.events[i].day;
    if (!day.ok() || (sys_days{day} >= first && sys_days{day} <= last)) continue;
    const ReadContext::PathScope item(context, i), at(context, "day");
    context.error(say(format_date(day), " is not between first_day and last_day (",
                      format_date(milestone.first_day), " to ", format_date(milestone.last_day), ")"));
  }
}

void check_object(ReadContext& context, model::Level& level) {
  const ReadContext::PathScope at(context, "outline");
  check_outline(context, level.outline);
}

void check_object(ReadContext& context, model::Room& room) {
  const ReadContext::PathScope at(context, "outline");
  check_outline(context, room.outline);
}

void check_days(ReadContext& context, const model::Event& event) {
  if (!event.first_day.ok() || !event.last_day.ok()) return;
  const sys_days first{event.first_day}, last{event.last_day};
  if (last < first || last - first > longest_event) {
    const ReadContext::PathScope at(context, "last_day");
    context.error(last < first ? say("is before first_day (", format_date(event.last_day), " < ",
                                     format_date(event.first_day), ")")
                               : say("is more than ", longest_event.count(), " days after first_day"));
    return;
  }

  const ReadContext::PathScope at_days(context, "days");
  std::map<sys_days, std::size_t> seen;
  bool all_known = true;
  for (std::size_t i = 0; i < event.days.size(); ++i) {
    if (!event.days[i].date.ok()) {
      all_known = false;
      continue;
    }
    const sys_days date{event.days[i].date};
    const ReadContext::PathScope item(context, i), at(context, "date");
    if (const auto [earlier, is_new] = seen.emplace(date, i); !is_new)
      context.error(say(format_date(event.days[i].date), " is already the date of /days/", earlier->second));
    else if (date < first || date > last)
      context.error(say(format_date(event.days[i].date), " is not between first_day and last_day (",
                        format_date(event.first_day), " to ", format_date(event.last_day), ")"));
  }
  if (!all_known || event.days.empty()) return;
  for (sys_days date = first; date <= last; date += std::chrono::days{1})
    if (!seen.contains(date)) context.warning(say("has no entry for ", format_date(model::Date{date})));
}

void check_themes(ReadContext& context, const model::Event& event) {
  std::map<int, std::size_t> seen;
  for (std::size_t i = 0; i < event.themes.size(); ++i) {
    const int number = event.themes[i].number;
    if (number == 0) continue;  // it could not be read
    if (const auto [earlier, is_new] = seen.emplace(number, i); !is_new) {
      const ReadContext::PathScope list(context, "themes"), item(context, i), at(context, "number");
      context.error(say(number, " is already the number of /themes/", earlier->second));
    }
  }
}

void check_places(ReadContext& context, const model::Event& event) {
  std::map<std::string_view, const model::Level*> levels;
  for (const model::Level& level : event.levels) levels.emplace(level.id, &level);
  for (std::size_t i = 0; i < event.rooms.size(); ++i) {
    const auto level = levels.find(event.rooms[i].level);
    if (level == levels.end()) continue;
    const ReadContext::PathScope list(context, "rooms"), item(context, i), at(context, "outline");
    check_inside(context, event.rooms[i].outline, *level->second);
  }
}

void check_programme(ReadContext& context, const model::Event& event) {
  check_days_of_sessions(context, event);
  check_offsets(context);
  check_double_booking(context, event);
}

}  // namespace pack
