// Editions and texts for the tests beside this.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "content/edition.h"
#include "with_icu.h"

namespace test {

using Edition = std::shared_ptr<const content::Edition>;

// In Astana, unless the event is elsewhere.
inline Edition edition_of(model::Event event) {
  need_icu();
  if (event.time_zone.empty()) event.time_zone = "Asia/Almaty";
  auto made = content::Edition::of(std::move(event));
  REQUIRE(made);
  return *made;
}

inline model::LocalizedText in_three(std::string kk, std::string ru, std::string en) {
  model::LocalizedText made;
  made.set("kk", std::move(kk));
  made.set("ru", std::move(ru));
  made.set("en", std::move(en));
  return made;
}

}  // namespace test
