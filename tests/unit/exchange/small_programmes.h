// Small programmes in other people's formats, and importing them, for the tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/folder.h"
#include "exchange/import.h"
#include "with_icu.h"

namespace small_programmes {

inline exchange::ImportOptions options() {
  exchange::ImportOptions options;
  options.app_languages = {"kk", "ru", "en"};
  options.city = "Testville";
  options.country = "Nowhere";
  return options;
}

inline exchange::Folder folder_of(const std::map<std::string, std::string>& files) {
  pack::PackFiles pack;
  for (const auto& [name, bytes] : files) pack.files.emplace(name, bytes);
  return *exchange::Folder::of(pack);
}

// The files of an event with what an import changes in them.
inline std::map<std::string, std::string> with(std::map<std::string, std::string> files,
                                               const exchange::ImportResult& result) {
  for (const auto& [name, bytes] : result.changed) files[name] = bytes;
  return files;
}

inline exchange::ImportResult import(exchange::Format format, const std::string& bytes,
                                     const std::map<std::string, std::string>& into = {},
                                     const exchange::ImportOptions& with = options(),
                                     const std::string& name = "file") {
  test::need_icu();
  return exchange::import_files(format, {{name, bytes}}, folder_of(into), with);
}

inline std::string lines(const std::vector<pack::Problem>& problems) {
  std::string all;
  for (const pack::Problem& one : problems) all += pack::to_line(one) + "\n";
  return all;
}

// The session of that title among the files of an event; null when there is none.
inline exchange::Json session(const std::map<std::string, std::string>& files, const std::string& title) {
  const auto file = files.find("sessions.json");
  if (file == files.end()) return nullptr;
  for (const auto& one : exchange::Json::parse(file->second)["sessions"])
    for (const auto& text : one["title"])
      if (text == title) return one;
  return nullptr;
}

// A schedule of frab with these events in one room of one day.
inline std::string frab(const std::string& events, const std::string& zone = "Europe/Berlin") {
  return "<?xml version=\"1.0\"?>\n<schedule><version>1</version>\n<conference><acronym>test-camp</acronym>"
         "<title>Test camp</title>" +
         (zone.empty() ? "" : "<time_zone_name>" + zone + "</time_zone_name>") +
         "</conference>\n<day index=\"1\" date=\"2026-07-03\" start=\"2026-07-03T09:00:00+02:00\" "
         "end=\"2026-07-04T04:00:00+02:00\">\n<room name=\"Big tent\">\n" +
         events + "</room></day></schedule>\n";
}

inline std::string frab_event(const std::string& guid, const std::string& title, const std::string& start,
                              const std::string& duration = "00:30", const std::string& more = "") {
  return "<event id=\"7\" guid=\"" + guid + "\"><date>" + start + "</date><duration>" + duration +
         "</duration><title>" + title + "</title><type>lecture</type><language>en</language>" + more +
         "</event>\n";
}

}  // namespace small_programmes
