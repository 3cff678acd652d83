// The command line of the native application.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>

#include "app/app.h"

namespace platform {

struct Options {
  std::string language;     // --lang
  std::string page;         // --page, a page path
  std::string at;           // --at, a time
  std::string pack;         // --pack, a built pack or a folder
  bool desk = false;        // --desk
  std::string file;         // without a name before it: opened as if it had been dropped on the window
  std::string desk_key;     // --desk-key, a file with a secret key
  std::string desk_place;   // --at-desk, id of the place where the desk is
  std::string screenshot;   // --screenshot, a file
  bool describe = false;    // --describe
  std::string site;         // --site, where the pages of the event are: for codes that lead to them
  std::string pdf;          // --pdf, a file
  bool a3 = false;          // --paper a3; else A4
  bool landscape = false;   // --landscape
  bool days_apart = false;  // --days-apart
  bool help = false;        // --help
  bool report = false;  // --report: the first frame; at the end, how many there were and what the last said
  ui::Size size{390, 844};  // --size, in points
  bool size_given = false;
  float scale = 1;       // --scale
  float text_scale = 1;  // --text-size, in percent on the command line
  bool pseudo = false;   // --pseudo: longer messages, to try out translations
  std::string theme;     // --theme: light, dark, high-contrast; empty: as the device
};

// What the arguments mean, or in words what is wrong with them.
std::expected<Options, std::string> parse_options(std::span<const char* const> arguments);

std::string usage();

}  // namespace platform
