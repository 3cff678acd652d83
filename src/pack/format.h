// What the reader knows of the format of event packs, as a table: for tests that
// hold the JSON Schema against the reader, and for tools that explain the format.
// The reader decodes by the very same entries. Not for reading packs: read.h.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pack {

// The kinds of things that have ids.
enum class Named {
  nothing,
  source,
  site,
  level,
  room,
  theme,
  partner,
  person,
  session,
  notice,
  story,
  article,
  milestone
};

// What a value looks like in JSON.
enum class Shape {
  version,       // the whole number that format_version is
  editor_hint,   // any text; the reader passes over it
  id,            // a new name of the kind Rule::named
  reference,     // the id of a thing of the kind Rule::named
  language,      // a BCP 47 tag
  link,          // a URL
  site,          // the https:// address of a site, with its last slash
  color,         // "#RRGGBB"
  time_zone,     // an IANA name
  date,          // "2026-04-22"
  instant,       // "2026-04-22T10:00+05:00"
  whole_number,  // between Rule::least and Rule::most
  number,        // between Rule::least and Rule::most
  choice,        // one of a fixed few words
  text,          // an object with a text for each language of the event
  phrase,        // a word or a few, in whatever language
  point,         // [x, y], both between Rule::least and Rule::most
  object,        // an object with keys of its own
};

struct Rule {
  Shape shape = Shape::object;
  Named named = Named::nothing;  // id, reference: of which kind; list of objects: which kind it makes known
  double least = 0;              // smallest number
  double most = 0;               // greatest number; text: most code points
  bool multi_line = false;       // text: line breaks are fine
  bool prose = false;            // text: paragraphs and links, as text/prose.h reads them
  bool list = false;             // a list of such values
  std::size_t fewest_items = 0;  // list
  std::size_t most_items = 0;    // list
  bool distinct = false;         // list: no value twice
};

struct KeyFormat {
  std::string_view key;
  bool required = false;
  Rule rule;
  std::string_view object;                // Shape::object: the name of its ObjectFormat
  std::vector<std::string_view> choices;  // Shape::choice
};

struct ObjectFormat {
  std::string_view name;  // "session"; for the object that is a whole file "sessions.json"
  std::vector<KeyFormat> keys;
};

struct FileFormat {
  std::string_view name;
  bool required = false;  // the file must be there
};

// The files of a pack in the order they are read and bundled.
std::vector<FileFormat> describe_files();

// Every kind of object, files included, each once.
std::vector<ObjectFormat> describe_objects();

}  // namespace pack
