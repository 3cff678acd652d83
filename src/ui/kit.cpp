#include "ui/kit.h"

#include <algorithm>
#include <limits>

#include "ui/font_file.h"
#include "ui/kit_state.h"
#include "ui/surface.h"

namespace ui {
namespace {

ImFont* add_font(std::span<const std::byte> bytes, const char* name) {
  if (!is_whole_font(bytes)) return nullptr;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // Negative: sizes are those of the em square, as in style sheets.
  config.SizePixels = -16;
  // Dear ImGui multiplies these limits by that sign, so they change places.
  config.GlyphMinAdvanceX = std::numeric_limits<float>::max();
  config.GlyphMaxAdvanceX = -std::numeric_limits<float>::max();
  config.Flags |= ImFontFlags_NoLoadError;
  ImStrncpy(config.Name, name, sizeof config.Name);
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<std::byte*>(bytes.data()),
                                                    static_cast<int>(bytes.size()), -16, &config);
}

}  // namespace

Kit::State::~State() {
  if (imgui != nullptr) imgui_surface::close(imgui);
}

Kit::Kit(std::unique_ptr<State> state) : state_(std::move(state)) {}
Kit::~Kit() = default;

std::expected<std::unique_ptr<Kit>, std::string> Kit::create(const FontFiles& files) {
  auto state = std::make_unique<State>();
  state->imgui = imgui_surface::open();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would draw frames at rest
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.Fonts->TexMinWidth = 1024;
  // Circles and curves as smooth as an eye can tell, large ones too.
  ImGui::GetStyle().CircleTessellationMaxError = 0.12F;
  ImGui::GetStyle().CurveTessellationTol = 0.4F;
  // Lines out of a texture depend on where in the atlas it lies when nothing smooths it.
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
  state->fonts.regular = add_font(files.regular, "text-400");
  if (state->fonts.regular == nullptr) return std::unexpected("the regular text font is not a font");
  state->fonts.bold = add_font(files.bold, "text-600");
  if (state->fonts.bold == nullptr) return std::unexpected("the bold text font is not a font");
  state->fonts.icons = add_font(files.icons, "icons");
  if (state->fonts.icons == nullptr) return std::unexpected("the icon font is not a font");
  return std::unique_ptr<Kit>(new Kit(std::move(state)));
}

bool Kit::wants_frame() const {
  if (state_->frames_owed > 0 || !state_->imgui->InputEventsQueue.empty()) return true;
  return std::ranges::any_of(state_->areas, [](const auto& entry) { return entry.second.viewport.moves(); });
}

bool Kit::keyboard_moves() const {
  const State& s = *state_;
  if (!s.commands.empty()) return true;
  if (s.writing.on) return s.writing.leaves_field || s.focus.node != s.writing.field;
  if (std::ranges::find(s.unused_keys, KeyName::slash) != s.unused_keys.end()) return true;
  if (s.arrival.next_focus == NextFocus::arrival && s.arrival.writes) return true;
  const Node* focused = s.node_of(s.focus.node);
  return s.frames_owed > 0 && focused != nullptr &&
         (focused->role == Role::search_field || focused->role == Role::text_field);
}

const Tree& Kit::tree() const { return state_->tree; }

std::optional<KeyName> Kit::take_unused_key() {
  if (state_->unused_keys.empty()) return std::nullopt;
  const KeyName key = state_->unused_keys.front();
  state_->unused_keys.erase(state_->unused_keys.begin());
  return key;
}

bool Kit::writing() const { return state_->writing.on; }

void Kit::scroll_to_top(std::string_view key) { state_->areas.erase(short_hash(hash_of(key))); }

void Kit::arrive(std::string_view left_page, bool to_write) {
  state_->arrival.writes = to_write;
  state_->focus.node = 0;
  state_->arrival.next_focus = NextFocus::arrival;
  state_->arrival.link.assign(left_page);
}

void Kit::arrive_at(std::string_view anchor) { state_->arrival.anchor.assign(anchor); }
void Kit::show_anchor(std::string_view anchor) {
  state_->arrival.shown_anchor.assign(anchor);
  state_->arrival.left_above = 0.3F;
}

void Kit::forget() {
  State& s = *state_;
  s.areas.clear();
  s.areas_drawn.clear();
  s.focus.grid_stop = 0;
  s.focus.sought.reset();
  s.focus.cell_wanted.reset();
  s.focus.cell.reset();
  s.moving.clear();
  s.presses.clear();
  s.writing.values.clear();
  s.unused_keys.clear();
  s.commands.clear();
  s.writing.typed.clear();
  s.writing.value.clear();
  s.arrival.link.clear();
  s.arrival.anchor.clear();
  s.arrival.shown_anchor.clear();
  s.pointing.track = {};
  s.pointing.pinch = {};
  s.focus.revealed = s.pointing.hovered = s.pointing.held = s.focus.node = s.writing.field =
      s.modal.focus_before = 0;
  s.focus.visible = s.writing.on = s.arrival.writes = false;
  s.arrival.next_focus = NextFocus::stays;
  s.frames_owed = std::max(s.frames_owed, 2);
  // A field would bring back what was written into it.
  ImGui::SetCurrentContext(s.imgui);
  imgui_surface::forget();
}

void Kit::note_texts() { state_->notes_texts = true; }

const std::vector<WrittenText>& Kit::written_texts() const { return state_->written; }

void Kit::discard_drawing() {
  ImGui::SetCurrentContext(state_->imgui);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

}  // namespace ui
