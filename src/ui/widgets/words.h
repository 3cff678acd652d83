// Words that only say something: headings, paragraphs, points, links among words, tags, and what stands where
// there is nothing to show.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/prose.h"
#include "ui/frame.h"
#include "ui/marks.h"

namespace ui {

enum class TextLook : std::uint8_t { body, secondary, secondary_bold, lead };

void heading(Frame& f, int level, std::string_view text, std::string_view language = {});
// The name of a part of the page, with a link at its right end when `href` is not empty.
void section(Frame& f, int level, std::string_view text, std::string_view link_text = {},
             std::string_view href = {});
// The name of a part of the page with an icon before it, 0 for none. Below level 2 in the size of text.
void titled(Frame& f, char32_t icon, int level, std::string_view text);
void paragraph(Frame& f, std::string_view text, TextLook look = TextLook::body,
               std::string_view language = {});
// A paragraph as people write it, with its links among its words. One that is a link as a whole is a link on
// a line of its own.
void prose(Frame& f, const text::ProseParagraph& paragraph, std::string_view language = {});
// How high that paragraph will be in that width, in points.
float paragraph_height(const Frame& f, std::string_view text, TextLook look, float width);
// The same from the number of its letters, without measuring any of them: for Frame::rows.
float expected_paragraph_height(const Frame& f, std::string_view text, TextLook look, float width);
// Points of a list.
void points(Frame& f, std::span<const std::string_view> items);
void link(Frame& f, std::string_view text, std::string_view href, std::string_view language = {});
void tags(Frame& f, std::span<const Tag> tags);
// Nothing to show, and what to do about it.
void empty(Frame& f, char32_t icon, std::string_view title, std::string_view text);
// Spoken politely when it changes; also shown, quietly.
void status(Frame& f, std::string_view text);

}  // namespace ui
