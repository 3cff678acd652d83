// Two windows that show one session, as at a help desk: each with its own page and language, and both with
// what the visitor does.
#include "running_app.h"

using ui::Role;

namespace {

// A window without pixels, with its own surroundings.
class OpenWindow {
 public:
  OpenWindow(app::Session& session, std::string_view path) {
    around.now = test::moment("2026-04-22T10:30+05:00");
    auto opened = app::Window::open(session, path);
    REQUIRE(opened);
    window = std::move(*opened);
    settle();
  }

  app::FrameResult frame() {
    app::FrameResult result = window->frame(around);
    window->discard_drawing();
    around.steady_s += 1 / 60.0;
    for (const app::Effect& effect : result.effects)
      asks_to_keep += std::holds_alternative<app::KeepVisitor>(effect);
    return result;
  }

  void settle() {
    for (int i = 0; i < 1000; ++i)
      if (!frame().draw_again) return;
    FAIL("the window does not come to rest");
  }

  const ui::Node* star() const {
    for (const std::string_view language : test::languages)
      for (const text::Key name : {text::Key("session.star"), text::Key("session.starred")})
        if (const ui::Node* found = window->tree().find(Role::button, test::said(language, name)))
          return found;
    return nullptr;
  }

  bool leads_to(std::string_view href) const {
    return std::ranges::find(window->tree().nodes, href, &ui::Node::href) != window->tree().nodes.end();
  }

  void press(const ui::Node* node) {
    REQUIRE(node != nullptr);
    window->handle(ui::PressNode{node->id});
    settle();
  }

  std::string heading() const {
    for (const ui::Node& node : window->tree().nodes)
      if (node.role == Role::heading && node.level == 1) return node.name;
    return {};
  }

  app::Environment around;
  std::unique_ptr<app::Window> window;
  int asks_to_keep = 0;
};

std::unique_ptr<app::Session> new_session(const app::Start& start = {}) {
  auto session = app::Session::create(test::assets(), start);
  REQUIRE(session);
  return std::move(*session);
}

}  // namespace

TEST_CASE("what is starred in one window is starred in the next frame of the other") {
  const auto session = new_session();
  OpenWindow visitor(*session, "/kk/agenda/glaciers/");
  OpenWindow volunteer(*session, "/ru/my/");
  CHECK_FALSE(volunteer.leads_to("/ru/agenda/glaciers/"));
  CHECK_FALSE(volunteer.window->is_outdated());

  visitor.press(visitor.star());
  CHECK(session->visitor().has_starred("glaciers"));
  CHECK(volunteer.window->is_outdated());
  volunteer.frame();
  CHECK_FALSE(volunteer.window->is_outdated());
  CHECK(volunteer.leads_to("/ru/agenda/glaciers/"));
  CHECK_FALSE(visitor.window->is_outdated());

  // One of the windows has asked for it to be kept, and once is enough.
  CHECK(visitor.asks_to_keep == 1);
  CHECK(volunteer.asks_to_keep == 0);
}

TEST_CASE("each window has its own page, language, way back and fields") {
  const auto session = new_session();
  OpenWindow visitor(*session, "/kk/agenda/");
  OpenWindow volunteer(*session, "/ru/partners/");
  CHECK(visitor.window->tree().language == "kk");
  CHECK(volunteer.window->tree().language == "ru");
  CHECK(visitor.heading() == test::said("kk", "agenda.title"));
  CHECK(volunteer.heading() == test::said("ru", "partners.title"));

  volunteer.window->handle(ui::SetNodeValue{
      volunteer.window->tree().find(Role::search_field, test::said("ru", "partners.filter"))->id, "undp"});
  volunteer.settle();
  visitor.window->go_to("/kk/partners/");
  visitor.settle();
  const ui::Node* field =
      visitor.window->tree().find(Role::search_field, test::said("kk", "partners.filter"));
  REQUIRE(field != nullptr);
  CHECK(field->value.empty());

  visitor.window->go_to("/kk/settings/");
  visitor.settle();
  visitor.press(visitor.window->tree().find(Role::radio, "English"));
  CHECK(visitor.window->tree().language == "en");
  CHECK(visitor.window->path() == "/en/settings/");
  volunteer.settle();
  CHECK(volunteer.window->tree().language == "ru");
  CHECK(volunteer.window->path() == "/ru/partners/");
  // Where a path names no language, it is the one that the visitor chose.
  OpenWindow another(*session, "/");
  CHECK(another.window->path() == "/en/");
}

TEST_CASE("the text size is the visitor's, in every window") {
  const auto session = new_session();
  OpenWindow visitor(*session, "/en/settings/");
  OpenWindow volunteer(*session, "/ru/info/");
  const auto height = [&] {
    volunteer.settle();
    return volunteer.window->tree().find(Role::heading, test::said("ru", "info.sites"))->bounds.height;
  };
  const float before = height();
  visitor.press(visitor.window->tree().find(Role::radio, "200%"));
  CHECK(height() > before * 1.5F);
}

TEST_CASE("a clock that one window sets goes in the other too") {
  const auto session = new_session();
  OpenWindow visitor(*session, "/en/");
  OpenWindow volunteer(*session, "/ru/?at=2026-04-23T09:00%2B05:00");
  CHECK(visitor.window->is_outdated());
  visitor.settle();
  const ui::Node* strip = visitor.window->tree().find(Role::region, test::said("en", "settings.clock"));
  CHECK(strip != nullptr);
}

TEST_CASE("another state of the event is shown in both windows") {
  const auto session = new_session();
  OpenWindow visitor(*session, "/kk/agenda/");
  OpenWindow volunteer(*session, "/ru/");
  model::Event changed = session->edition()->event();
  for (model::Session& one : changed.sessions)
    for (const std::string& language : test::languages) one.title.set(language, "Renamed " + one.id);
  auto edition = content::Edition::of(std::move(changed));
  REQUIRE(edition);
  REQUIRE(session->use(*edition));
  CHECK(visitor.window->is_outdated());
  CHECK(volunteer.window->is_outdated());
  for (OpenWindow* one : {&visitor, &volunteer}) {
    one->settle();
    CHECK(std::ranges::any_of(one->window->tree().nodes,
                              [](const ui::Node& node) { return node.name.starts_with("Renamed "); }));
  }
}

TEST_CASE("when one visitor after another comes, the next one finds both windows as they were opened") {
  app::Start start;
  start.shared = true;
  const auto session = new_session(start);
  OpenWindow visitor(*session, "/kk/agenda/glaciers/");
  OpenWindow volunteer(*session, "/ru/my/");
  visitor.press(visitor.star());
  volunteer.settle();
  CHECK(volunteer.leads_to("/ru/agenda/glaciers/"));
  volunteer.window->go_to("/ru/info/");
  volunteer.settle();

  volunteer.press(volunteer.window->tree().find(Role::button, test::said("ru", "shared.new_visitor")));
  visitor.settle();
  CHECK(volunteer.window->path() == "/ru/my/");
  CHECK_FALSE(volunteer.leads_to("/ru/agenda/glaciers/"));
  CHECK_FALSE(session->visitor().has_starred("glaciers"));
  CHECK(visitor.window->path() == "/kk/agenda/glaciers/");
  // Nothing of it was to be kept.
  CHECK(visitor.asks_to_keep + volunteer.asks_to_keep == 0);
}
