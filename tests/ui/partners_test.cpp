// Partners: by kind and theme, found by every abbreviation, and what is said of each.
#include <algorithm>

#include "running_app.h"
#include "screens/address.h"

using test::at;
using test::RunningApp;
using test::said;
using ui::Role;

TEST_CASE("partners are narrowed by kind and theme, and the address says it") {
  RunningApp app = at("/en/partners/", 390, 844);
  const auto count = [&] {
    return std::ranges::count_if(app.tree().nodes, [](const ui::Node& node) {
      return node.role == Role::link && node.look == ui::Look::card && node.href.starts_with("/en/partners/");
    });
  };
  const auto all = count();
  CHECK(all == 23);
  app.follow("/en/partners/?kind=rio-convention");
  CHECK(app.app->path().ends_with("?kind=rio-convention"));
  CHECK(count() == 3);
  app.go_to("/en/partners/?kind=un-family&theme=climate-transition");
  const auto narrowed = count();
  CHECK(narrowed > 0);
  CHECK(narrowed < 13);
  app.go_to("/en/partners/?kind=nothing&theme=nothing");
  CHECK(count() == all);
}

TEST_CASE("the list beside a partner keeps its kind and theme") {
  RunningApp app = at("/en/partners/?kind=rio-convention", 1440, 2000);
  app.follow("/en/partners/unccd/?kind=rio-convention");
  CHECK(app.heading() == app.app->edition()->partner("unccd")->name.in("en"));
  CHECK(std::ranges::count_if(app.tree().nodes, [](const ui::Node& node) {
          return node.role == Role::link && node.look == ui::Look::card;
        }) == 3);
}

TEST_CASE("a partner is found by every abbreviation of it, whatever language is shown") {
  std::vector<model::Partner> partners;
  {
    const auto bundle = pack::read_bundle(test::asset("pack"));
    REQUIRE(bundle.event);
    partners = bundle.event->partners;
  }
  for (const std::string& shown : test::languages) {
    RunningApp app("/" + shown + "/search/");
    for (const model::Partner& partner : partners)
      for (const std::string& language : test::languages) {
        const std::string& typed = partner.abbreviation.in(language);
        if (typed.empty()) continue;
        CAPTURE(shown);
        CAPTURE(typed);
        app.go_to("/" + shown + "/search/?q=" + screens::query_encoded(typed));
        CHECK(app.leads_to("/" + shown + "/partners/" + partner.id + "/"));
        app.go_to("/" + shown + "/partners/");
        app.write(said(shown, "partners.filter"), typed);
        CHECK(app.leads_to("/" + shown + "/partners/" + partner.id + "/"));
      }
  }
}

TEST_CASE("a partner's page says its kind, what it does, its sessions and where these are") {
  RunningApp app("/en/partners/unccd/");
  CHECK(app.says(said("en", "partner_kind.rio_convention")));
  CHECK(app.find(Role::heading, said("en", "partner.sessions")) != nullptr);
  CHECK(app.find(Role::heading, said("en", "partner.places")) != nullptr);
  CHECK(std::ranges::any_of(app.tree().nodes, [](const ui::Node& node) {
    return node.href.starts_with("/en/map/") && node.href != "/en/map/";
  }));
  CHECK(app.find(Role::link, said("en", "partner.site")) != nullptr);
}
