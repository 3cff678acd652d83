// What is read by letters, words and lines, and what is written.
#include <algorithm>
#include <cstdint>

#include "platform/desktop/accessibility_link.h"
#include "platform/desktop/atspi/accessible.h"
#include "platform/desktop/atspi/roles.h"

namespace platform::atspi {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

int length_of(const std::string& text) { return characters_in(text, static_cast<int>(text.size())); }

std::string part_of(const std::string& text, int begin, int end) {
  const int from = bytes_in(text, begin);
  const int to = end < 0 ? static_cast<int>(text.size()) : bytes_in(text, end);
  return from < to ? text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from))
                   : std::string();
}

// As g_strdup, of the text of the object; empty when it stands for nothing any more.
const std::string& text_of(gpointer object) {
  static const std::string none;
  const Peer* peer = peer_of(object);
  return peer != nullptr ? atspi::text_of(peer->node) : none;
}

char* get_text(AtkText* object, int begin, int end) {
  return g_strdup(part_of(text_of(object), begin, end).c_str());
}

int get_length(AtkText* object) { return length_of(text_of(object)); }

gunichar get_character(AtkText* object, int at) {
  const std::string letter = part_of(text_of(object), at, at + 1);
  return letter.empty() ? 0 : g_utf8_get_char(letter.c_str());
}

// From `at` back to the first character of the word, and on to that of the next one. A line and a sentence
// are all of it: who asks for more wants to hear the whole.
char* get_string_at(AtkText* object, int at, AtkTextGranularity by, int* begin, int* end) {
  const std::string& text = text_of(object);
  const int length = length_of(text);
  *begin = *end = std::clamp(at, 0, length);
  if (by == ATK_TEXT_GRANULARITY_CHAR) {
    *end = std::min(*begin + 1, length);
  } else if (by == ATK_TEXT_GRANULARITY_WORD) {
    const auto is_space = [&](int place) {
      const std::string letter = part_of(text, place, place + 1);
      return letter.empty() || g_unichar_isspace(g_utf8_get_char(letter.c_str()));
    };
    if (*begin == length && *begin > 0) --*begin;
    while (*begin > 0 && !(!is_space(*begin) && is_space(*begin - 1))) --*begin;
    *end = *begin;
    while (*end < length && !is_space(*end)) ++*end;
    while (*end < length && is_space(*end)) ++*end;
  } else {
    *begin = 0;
    *end = length;
  }
  return g_strdup(part_of(text, *begin, *end).c_str());
}

AtkTextGranularity granularity(AtkTextBoundary boundary) {
  switch (boundary) {
    case ATK_TEXT_BOUNDARY_CHAR: return ATK_TEXT_GRANULARITY_CHAR;
    case ATK_TEXT_BOUNDARY_WORD_START:
    case ATK_TEXT_BOUNDARY_WORD_END: return ATK_TEXT_GRANULARITY_WORD;
    default: return ATK_TEXT_GRANULARITY_LINE;
  }
}

char* get_text_at(AtkText* object, int at, AtkTextBoundary boundary, int* begin, int* end) {
  return get_string_at(object, at, granularity(boundary), begin, end);
}

int get_caret(AtkText* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? peer->caret : 0;
}

int get_selection_count(AtkText* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr && peer->selection_begin != peer->selection_end ? 1 : 0;
}

char* get_selection(AtkText* object, int, int* begin, int* end) {
  const Peer* peer = peer_of(object);
  *begin = peer != nullptr ? peer->selection_begin : 0;
  *end = peer != nullptr ? peer->selection_end : 0;
  return g_strdup(part_of(text_of(object), *begin, *end).c_str());
}

// Where one letter stands is not known: all of them are where their node is.
void get_character_extents(AtkText* object, int, int* x, int* y, int* width, int* height, AtkCoordType from) {
  atk_component_get_extents(ATK_COMPONENT(object), x, y, width, height, from);
}

void get_range_extents(AtkText* object, int, int, AtkCoordType from, AtkTextRectangle* rect) {
  atk_component_get_extents(ATK_COMPONENT(object), &rect->x, &rect->y, &rect->width, &rect->height, from);
}

AtkAttributeSet* get_attributes(AtkText* object) {
  const Peer* peer = peer_of(object);
  if (peer == nullptr) return nullptr;
  auto* attribute = g_new(AtkAttribute, 1);
  attribute->name = g_strdup("language");
  attribute->value = g_strdup(peer->node.language.c_str());
  return g_slist_prepend(nullptr, attribute);
}

AtkAttributeSet* get_run_attributes(AtkText* object, int, int* begin, int* end) {
  *begin = 0;
  *end = get_length(object);
  return get_attributes(object);
}

// ---- writing

// As if it had been typed; the frame that follows tells how the field took it.
void write(gpointer object, std::string value) {
  const Peer* peer = peer_of(object);
  if (peer == nullptr || peer->node.state.disabled || peer->node.inert) return;
  peer->host->ask(ui::SetNodeValue{peer->node.id, std::move(value)});
}

void set_contents(AtkEditableText* object, const char* text) { write(object, text != nullptr ? text : ""); }

// `most`: in characters, as AT-SPI has it.
void insert(AtkEditableText* object, const char* text, int most, int* at) {
  const std::string& before = text_of(object);
  const std::string added = part_of(text, 0, most);
  std::string value = before;
  value.insert(static_cast<std::size_t>(bytes_in(before, *at)), added);
  *at += length_of(added);
  write(object, std::move(value));
}

void remove(AtkEditableText* object, int begin, int end) {
  const std::string& before = text_of(object);
  write(object, part_of(before, 0, begin) + (end < 0 ? std::string() : part_of(before, end, -1)));
}

}  // namespace

int characters_in(const std::string& text, int bytes) {
  const auto end = text.begin() + std::clamp(bytes, 0, static_cast<int>(text.size()));
  return static_cast<int>(std::count_if(text.begin(), end, begins_character));
}

int bytes_in(const std::string& text, int characters) {
  std::size_t at = 0;
  for (int i = 0; i < characters && at < text.size(); ++i) do {
      ++at;
    } while (at < text.size() && !begins_character(text[at]));
  return static_cast<int>(at);
}

const std::string& text_of(const AccessibleNode& node) {
  return is_field(node.role) ? node.value : node.name;
}

void fill_text(AtkTextIface* interface, gpointer) {
  interface->get_text = get_text;
  interface->get_character_count = get_length;
  interface->get_character_at_offset = get_character;
  interface->get_string_at_offset = get_string_at;
  interface->get_text_at_offset = get_text_at;
  interface->get_caret_offset = get_caret;
  interface->get_n_selections = get_selection_count;
  interface->get_selection = get_selection;
  interface->get_character_extents = get_character_extents;
  interface->get_range_extents = get_range_extents;
  interface->get_default_attributes = get_attributes;
  interface->get_run_attributes = get_run_attributes;
}

void fill_editable_text(AtkEditableTextIface* interface, gpointer) {
  interface->set_text_contents = set_contents;
  interface->insert_text = insert;
  interface->delete_text = remove;
}

}  // namespace platform::atspi
