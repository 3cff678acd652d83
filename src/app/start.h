// What the app is told once, at its start, and what it answers when it cannot start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/bundle.h"
#include "text/key.h"

namespace app {

// The files the app is made of, as bytes. They must stay alive as long as the session.
struct Assets {
  std::span<const std::byte> icu_data;      // summit.icu, aligned to 16 bytes
  std::span<const std::byte> font_regular;  // text-400
  std::span<const std::byte> font_bold;     // text-600
  std::span<const std::byte> font_icons;    // icons
  std::string_view pack;                    // event.pack
  std::vector<std::string> pack_problems;   // why there is no pack, one a line, when `pack` is empty
  std::string_view keys = {};               // event.pub: the public keys with which updates are signed
  std::string_view pack_name =
      pack::bundle_name;  // what is wrong with `pack` as a whole is told of this file
};

struct Start {
  std::string path = "/";  // of the first window, with query: "/ru/agenda/?day=2026-04-23"
  std::vector<std::string> preferred_languages;  // BCP 47, best first, as the browser or system has them
  std::string language;                          // set by --lang: goes before everything but the path
  std::string visitor;        // what was kept under visitor_text_name; empty at the first visit
  std::string first_visitor;  // what the first version of the app kept, under first_visitor_text_name
  std::uint64_t copy = 0;     // id of this running copy of the app, by chance: another one at each start
  std::string appearance;     // set by --theme: goes before the kept choice, and is not kept
  std::string site;           // where the app is, for an event that does not say where its site is:
                              // "https://summit.example"; empty when nobody knows
  std::string time_zone;      // IANA name of the visitor's own zone; empty when unknown
  bool fields_drawn_by_platform = false;  // true where text fields are real inputs laid over the canvas
  bool platform_keeps_history = false;    // true where "back" is the browser's own
  bool platform_scrolls = false;          // true where scrolling areas are real ones laid over the canvas
  bool saves_paper = false;       // true where pages are made files to be printed: a browser prints itself
  bool pseudo = false;            // messages are lengthened, to try out longer translations
  bool shared = false;            // one visitor after another uses it: nothing is kept, and what one did is
                                  // forgotten after a rest, or when asked to
  bool desk = false;              // it stands at a help desk: where the path names no page, that is opened
  std::string desk_place = {};    // id of the room in which the desk is; empty where nobody says
  bool signs_notices = false;     // the desk has a key with which it signs what all visitors are told
  bool static_rendering = false;  // the frames are kept and read later: nothing in them goes by the clock
                                  // or by what the visitor chose, and everything is within reach by links
};

// The name under which the visitor's choices are kept by the platform. The first version of the app had
// another one: it drops what it does not understand, so it must not write where later versions do.
inline constexpr std::string_view visitor_text_name = "visitor-2";
inline constexpr std::string_view first_visitor_text_name = "visitor";

// Why the app cannot start, in words for the visitor.
struct Failure {
  std::string language;  // the visitor's, or empty when it is not known: then `text` holds every language's
  std::string title;
  std::string text;     // what to do next
  std::string details;  // for whoever helps: file, place, reason; one a line
};

// The texts to show when the app was not even reached: a file did not load ("failure.file"). No WebGL and
// no WebAssembly are handled by the page itself.
Failure failure_of_file(const Start&, std::string_view file_name, std::string_view reason);

// Another one, with messages that have no placeholders.
Failure failure_of(const Start&, text::Key title, text::Key what_next, std::string details);

}  // namespace app
