// The folder with which a new event begins: it passes the checks, builds and opens at once, and everything
// in it that nobody has said yet is provisional. Writes no files; what the command line asks is in
// tools/summit_pack.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/language.h"
#include "model/time.h"
#include "pack/read.h"
#include "text/time_zone.h"

namespace authoring {

// What has to be known of an event before anything can be shown of it.
struct FirstEvent {
  std::string id;  // as pack/ wants ids
  std::vector<model::LanguageTag>
      languages;                    // at least one; a text that lacks one is shown in the first it has
  model::LocalizedText name;        // in one of the languages at least, like the next three
  model::LocalizedText short_name;  // at most 24 letters
  model::LocalizedText city;
  model::LocalizedText country;
  model::LocalizedText time_zone_name;  // what people say: "Astana time"; empty: "local time"
  model::Date first_day{};
  model::Date last_day{};
  std::string time_zone;  // IANA
};

// The JSON files. The zone is the event's, by whose clock the first sessions are.
pack::PackFiles first_files(const FirstEvent& event, const text::TimeZone& zone);

// A short name out of a long one: itself where it has room, else the first letters of its words and its
// numbers ("Regional Ecological Summit 2026": "RES 2026").
std::string short_name_of(std::string_view name);

// An id out of a name: "River Days 2026" is river-days-2026. Letters that ids cannot have are left out; empty
// where none is left.
std::string id_of(std::string_view name);

// "2027-05-12/2027-05-14", or one day; in words what is wrong.
std::expected<std::pair<model::Date, model::Date>, std::string> read_dates(std::string_view written);

}  // namespace authoring
