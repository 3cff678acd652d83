// An event in other people's formats. The workbook, which holds more than these, is workbook.h.
#pragma once

#include <string>
#include <string_view>

#include "model/event.h"
#include "text/time_zone.h"

namespace exchange {

struct ExportOptions {
  std::string language;  // of the texts; where one lacks it, the one that stands in
};

// Valid against the schema of frab's XML. A night belongs to the day before it, until four in the morning.
std::string write_frab_xml(const model::Event& event, const text::TimeZone& zone,
                           const ExportOptions& options);
std::string write_frab_json(const model::Event& event, const text::TimeZone& zone,
                            const ExportOptions& options);
std::string write_ics(const model::Event& event, const ExportOptions& options);
// With a byte order mark, so that spreadsheets know the letters; commas between cells, CRLF behind rows.
std::string write_csv(const model::Event& event, const text::TimeZone& zone, const ExportOptions& options);

}  // namespace exchange
