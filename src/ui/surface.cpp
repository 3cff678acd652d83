#include "ui/surface.h"

#include "imgui_internal.h"

namespace ui::imgui_surface {
namespace {

// The value grows with what is written.
int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto* text = static_cast<std::string*>(data->UserData);
    text->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text->data();
  }
  return 0;
}

// Dear ImGui's own is one pixel wide, whatever the size of the letters. Where nothing is written it stands
// before the hint, of which it touches no letter.
void draw_cursor(const Field& field, bool before_hint) {
  const ImGuiPlatformImeData& place = ImGui::GetCurrentContext()->PlatformImeData;
  if (!place.WantVisible) return;  // where what is typed will stand is not known
  const float width = ImMax(1.F, ImFloor(field.text_size / 12));
  const float gap = before_hint ? width + ImMax(1.F, ImFloor(field.text_size / 16)) : 0;
  const float left = ImFloor(place.InputPos.x + 1) - gap;
  const float height = field.text_size * 1.2F;
  const float top = ImFloor(place.InputPos.y - (height - field.text_size) / 2);
  ImGui::GetWindowDrawList()->AddRectFilled({left, top}, {left + width, top + ImFloor(height)}, field.cursor,
                                            width / 2);
}

}  // namespace

ImGuiContext* open() {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  return context;
}

void close(ImGuiContext* context) {
  ImGui::SetCurrentContext(context);
  ImGui::DestroyContext(context);
}

ImDrawList* begin() {
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("summit", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  return ImGui::GetWindowDrawList();
}

void end() {
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
}

bool is_written_on() { return ImGui::GetIO().WantTextInput; }

void leave_field() { ImGui::ClearActiveID(); }

void forget() {
  ImGui::ClearActiveID();
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  imgui.InputTextState.ID = 0;
  imgui.InputTextState.ClearFreeMemory();
  imgui.InputTextDeactivatedState.ID = 0;
  imgui.InputTextDeactivatedState.ClearFreeMemory();
}

Answer write(const Field& field, std::string& value) {
  ImGui::PushFont(field.font, field.text_size);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
  ImGui::PushStyleColor(ImGuiCol_Text, field.text);
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, field.hint_text);
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, IM_COL32_BLACK_TRANS);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, field.selection);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, field.padding});
  ImGui::SetCursorScreenPos(field.top_left);
  ImGui::SetNextItemWidth(field.width);
  ImGui::PushID(field.id);
  if (field.takes_keyboard) ImGui::SetKeyboardFocusHere();
  if (field.set_anew)
    if (ImGuiInputTextState* written = ImGui::GetInputTextState(ImGui::GetID("##field")))
      written->ReloadUserBufAndMoveToEnd();
  Answer answer;
  answer.changed = ImGui::InputTextWithHint("##field", field.hint.c_str(), value.data(), value.capacity() + 1,
                                            ImGuiInputTextFlags_CallbackResize, grow, &value);
  answer.begun = ImGui::IsItemActivated();
  if (field.goes_on && answer.begun)
    if (ImGuiInputTextState* written = ImGui::GetInputTextState(ImGui::GetID("##field")))
      written->ReloadUserBufAndMoveToEnd();
  answer.active = ImGui::IsItemActive();
  if (answer.active) draw_cursor(field, value.empty());
  ImGui::PopID();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(5);
  ImGui::PopFont();
  return answer;
}

}  // namespace ui::imgui_surface
