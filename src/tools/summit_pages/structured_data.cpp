#include "tools/summit_pages/structured_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pack/time_text.h"
#include "screens/address.h"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

std::string home_of(const DataContext& context) {
  return context.origin + screens::path_of(context.language, screens::Page::home);
}

// "</script>" in a text must not end the script.
std::string as_text(const Json& json) {
  std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at))
    text.replace(at, 1, "\\u003c");
  return text;
}

std::string moment(const DataContext& context, model::Instant instant) {
  return pack::format_instant(instant, std::chrono::minutes(context.edition.zone().offset_minutes(instant)));
}

Json place(const DataContext& context, const model::Site& site) {
  Json json{{"@type", "Place"}, {"name", site.name.in(context.language)}};
  Json address{{"@type", "PostalAddress"}};
  if (!context.edition.event().city.empty())
    address["addressLocality"] = context.edition.event().city.in(context.language);
  if (!context.edition.event().country.empty())
    address["addressCountry"] = context.edition.event().country.in(context.language);
  if (address.size() > 1) json["address"] = std::move(address);
  if (site.position)
    json["geo"] = {{"@type", "GeoCoordinates"},
                   {"latitude", site.position->latitude},
                   {"longitude", site.position->longitude}};
  return json;
}

Json common(const DataContext& context, const char* id, const std::string& name) {
  Json json{{"@context", "https://schema.org"}, {"@type", "Event"}, {"@id", id}, {"name", name}};
  if (!context.picture.empty()) json["image"] = context.picture;
  json["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode";
  return json;
}

}  // namespace

std::string event_data(const DataContext& context) {
  const model::Event& event = context.edition.event();
  Json json = common(context, (home_of(context) + "#event").c_str(), event.name.in(context.language));
  json["url"] = home_of(context);
  if (!event.summary.empty()) json["description"] = event.summary.in(context.language);
  json["eventStatus"] = "https://schema.org/EventScheduled";
  json["startDate"] = pack::format_date(event.first_day);
  json["endDate"] = pack::format_date(event.last_day);
  json["inLanguage"] = event.languages;
  Json places = Json::array();
  for (const model::Site& site : event.sites) places.push_back(place(context, site));
  if (places.size() == 1) json["location"] = places.front();
  if (places.size() > 1) json["location"] = std::move(places);
  return as_text(json);
}

std::string session_data(const DataContext& context, const model::Session& session) {
  const std::string url =
      context.origin + screens::path_of(context.language, screens::Page::session, session.id);
  Json json = common(context, (url + "#event").c_str(), session.title.in(context.language));
  json["url"] = url;
  if (!session.summary.empty()) json["description"] = session.summary.in(context.language);
  // Whoever reads the times must also read how far they hold.
  if (session.publication.status == model::PublicationStatus::provisional)
    json["disambiguatingDescription"] = context.provisional;
  const bool moved = session.state == model::SessionState::moved;
  json["eventStatus"] = session.state == model::SessionState::cancelled ? "https://schema.org/EventCancelled"
                        : moved ? "https://schema.org/EventRescheduled"
                                : "https://schema.org/EventScheduled";
  if (moved && session.moved_from && session.moved_from->starts_at)
    json["previousStartDate"] = moment(context, *session.moved_from->starts_at);
  json["startDate"] = moment(context, session.starts_at);
  if (!session.open_end) json["endDate"] = moment(context, session.ends_at);
  if (!session.languages.empty()) json["inLanguage"] = session.languages;
  const content::Whereabouts where = context.edition.whereabouts(session.room);
  if (where.room != nullptr && where.site != nullptr) {
    Json room{{"@type", "Place"}, {"name", where.room->name.in(context.language)}};
    room["url"] = context.origin + screens::path_of(context.language, screens::Page::place, where.room->id);
    Json site = place(context, *where.site);
    if (site.contains("address")) room["address"] = site["address"];
    room["containedInPlace"] = std::move(site);
    json["location"] = std::move(room);
  }
  Json whole{{"@type", "Event"},
             {"@id", home_of(context) + "#event"},
             {"name", context.edition.event().name.in(context.language)},
             {"url", home_of(context)}};
  whole["startDate"] = pack::format_date(context.edition.event().first_day);
  whole["endDate"] = pack::format_date(context.edition.event().last_day);
  if (!context.edition.event().sites.empty())
    whole["location"] = place(context, context.edition.event().sites.front());
  json["superEvent"] = std::move(whole);
  return as_text(json);
}

}  // namespace pages
