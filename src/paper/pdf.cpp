#include "paper/pdf.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <ft2build.h>
#include FT_MODULE_H

#include <utility>

#include "text/utf8.h"

namespace paper {

struct Pdf::State {
  cairo_font_face_t* fonts[2] = {nullptr, nullptr};  // regular, bold
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  std::string bytes;

  ~State() {
    if (cairo != nullptr) cairo_destroy(cairo);
    if (surface != nullptr) cairo_surface_destroy(surface);
    for (cairo_font_face_t* font : fonts)
      if (font != nullptr) cairo_font_face_destroy(font);
  }

  void use(const Type& type) const {
    cairo_set_font_face(cairo, fonts[type.bold ? 1 : 0]);
    cairo_set_font_size(cairo, static_cast<double>(type.size));
  }

  void use(ui::Color color) const {
    cairo_set_source_rgb(cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
  }
};

namespace {

// The drawing library keeps fonts for a while: the file goes with the last that uses it.
void let_go(void* face) {
  const auto file = static_cast<FT_Face>(face);
  FT_Library library = file->glyph->library;
  FT_Done_Face(file);
  FT_Done_FreeType(library);
}

// Null when the file is no font.
cairo_font_face_t* font_of(std::span<const std::byte> file) {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  if (FT_Init_FreeType(&library) != 0) return nullptr;
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(file.data()),
                         static_cast<FT_Long>(file.size()), 0, &face) != 0) {
    FT_Done_FreeType(library);
    return nullptr;
  }
  static const cairo_user_data_key_t key{};
  cairo_font_face_t* font = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data(font, &key, face, let_go) != CAIRO_STATUS_SUCCESS) let_go(face);
  return font;
}

// What is no UTF-8 would break off the whole file.
std::string well_formed(std::string_view text) { return text::encoded(text::decoded(text)); }

cairo_status_t take(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Pdf::Pdf(std::unique_ptr<State> state) : state_(std::move(state)) {}
Pdf::~Pdf() = default;

std::expected<std::unique_ptr<Pdf>, std::string> Pdf::create(const Fonts& fonts, std::string_view title) {
  auto made = std::make_unique<State>();
  State& s = *made;
  s.fonts[0] = font_of(fonts.regular);
  s.fonts[1] = font_of(fonts.bold);
  if (s.fonts[0] == nullptr || s.fonts[1] == nullptr) return std::unexpected("a font could not be read");
  s.surface = cairo_pdf_surface_create_for_stream(take, &s.bytes, 595, 842);
  cairo_pdf_surface_restrict_to_version(s.surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata(s.surface, CAIRO_PDF_METADATA_TITLE, well_formed(title).c_str());
  s.cairo = cairo_create(s.surface);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_set_font_options(s.cairo, options);
  cairo_font_options_destroy(options);
  if (const cairo_status_t status = cairo_status(s.cairo); status != CAIRO_STATUS_SUCCESS)
    return std::unexpected(cairo_status_to_string(status));
  return std::unique_ptr<Pdf>(new Pdf(std::move(made)));
}

float Pdf::width_of(std::string_view text, const Type& type) const {
  if (text.empty()) return 0;
  state_->use(type);
  cairo_text_extents_t extents;
  cairo_text_extents(state_->cairo, well_formed(text).c_str(), &extents);
  return static_cast<float>(extents.x_advance);
}

void Pdf::begin_sheet(ui::Size size) {
  cairo_pdf_surface_set_size(state_->surface, static_cast<double>(size.width),
                             static_cast<double>(size.height));
}

void Pdf::text(ui::Point baseline, std::string_view text, const Type& type, ui::Color color,
               const char* tag) {
  if (text.empty()) return;
  state_->use(type);
  state_->use(color);
  cairo_tag_begin(state_->cairo, tag, nullptr);
  cairo_move_to(state_->cairo, static_cast<double>(baseline.x), static_cast<double>(baseline.y));
  cairo_show_text(state_->cairo, well_formed(text).c_str());
  cairo_tag_end(state_->cairo, tag);
}

void Pdf::fill(const ui::Rect& rect, ui::Color color) {
  state_->use(color);
  cairo_rectangle(state_->cairo, static_cast<double>(rect.x), static_cast<double>(rect.y),
                  static_cast<double>(rect.width), static_cast<double>(rect.height));
  cairo_fill(state_->cairo);
}

void Pdf::end_sheet() { cairo_show_page(state_->cairo); }

std::expected<std::string, std::string> Pdf::finish() {
  cairo_surface_finish(state_->surface);
  cairo_status_t status = cairo_status(state_->cairo);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(state_->surface);
  if (status != CAIRO_STATUS_SUCCESS) return std::unexpected(cairo_status_to_string(status));
  return std::move(state_->bytes);
}

}  // namespace paper
