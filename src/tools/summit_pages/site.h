// Runs the app without a window, once over every page, and writes what it says as
// HTML, with the files that search engines and previews of links ask for.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "app/app.h"
#include "content/edition.h"

namespace pages {

struct SiteOptions {
  std::string origin;                   // "https://summit.example", no slash at the end
  std::string page_template;            // the text of web/index.html, filled in by assemble.py
  std::filesystem::path template_file;  // where that lies; never written over
  std::filesystem::path directory;      // where the site is put together; there already
  bool pictures = true;
  model::Instant
      made_at{};  // when the site was made, for calendar files of an event that says no date itself
};

struct SiteReport {
  std::size_t pages = 0;
  std::size_t calendars = 0;
  std::size_t pictures = 0;
  double page_seconds = 0;
  double picture_seconds = 0;
  std::size_t largest_picture = 0;  // in bytes
};

// Or, one a line, what went wrong: FILE: PLACE: REASON.
std::expected<SiteReport, std::string> write_site(const app::Assets& assets, const SiteOptions& options);

// The event with what is computed from it, or each of its mistakes in a line of its own.
std::expected<std::shared_ptr<const content::Edition>, std::string> edition_of(const app::Assets& assets);

}  // namespace pages
