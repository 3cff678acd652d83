// Dear ImGui without its windows, in place of ui/surface.cpp: its draw lists and fonts need no more than
// this. The page has fields of its own, and listens to mouse and keys itself.
#include "ui/surface.h"

#include "imgui_internal.h"

namespace ui::imgui_surface {

// What ImGui::Initialize() does for the part that draws.
ImGuiContext* open() {
  ImGuiContext* context = IM_NEW(ImGuiContext)(nullptr);
  ImGui::SetCurrentContext(context);
  context->Viewports.push_back(IM_NEW(ImGuiViewportP)());
  ImFontAtlas* atlas = context->IO.Fonts;
  ++atlas->RefCount;
  context->DrawListSharedData.Context = context;
  context->DrawListSharedData.FontAtlas = atlas;
  ImFontAtlasAddDrawListSharedData(atlas, &context->DrawListSharedData);
  return context;
}

// The page lives until it is closed, and so does this.
void close(ImGuiContext*) {}

// What ImGui::NewFrame() does for the part that draws.
ImDrawList* begin() {
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  const ImVec2 size = imgui.IO.DisplaySize;
  imgui.Viewports[0]->Size = size;
  ImDrawListSharedData& shared = imgui.DrawListSharedData;
  shared.ClipRectFullscreen = {0, 0, size.x, size.y};
  shared.CurveTessellationTol = imgui.Style.CurveTessellationTol;
  shared.SetCircleTessellationMaxError(imgui.Style.CircleTessellationMaxError);
  shared.InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
  ImFontAtlasUpdateNewFrame(imgui.IO.Fonts, ++imgui.FrameCount, true);
  ImFontAtlasUpdateDrawListsSharedData(imgui.IO.Fonts);
  return ImGui::GetBackgroundDrawList();
}

void end() {
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  ImVector<ImTextureData*>& textures = imgui.PlatformIO.Textures;
  textures.resize(0);
  for (ImTextureData* texture : imgui.IO.Fonts->TexList) {
    texture->RefCount = static_cast<unsigned short>(imgui.IO.Fonts->RefCount);
    textures.push_back(texture);
  }
  ImDrawData& drawn = imgui.Viewports[0]->DrawDataP;
  drawn.Clear();
  drawn.Valid = true;
  drawn.DisplaySize = imgui.IO.DisplaySize;
  drawn.FramebufferScale = imgui.IO.DisplayFramebufferScale;
  drawn.Textures = &textures;
  drawn.AddDrawList(ImGui::GetBackgroundDrawList());
}

bool is_written_on() { return false; }
void leave_field() {}
void forget() {}
Answer write(const Field&, std::string&) { return {}; }

}  // namespace ui::imgui_surface
