// In which row of a list something stands, for ui::Rows.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "screens/screen.h"

namespace screens {

// The first of a list that `fits`; nothing when none does.
template <class Things, class Fits>
std::optional<std::size_t> row_where(const Things& things, Fits fits) {
  const auto found = std::ranges::find_if(things, fits);
  if (found == things.end()) return std::nullopt;
  return static_cast<std::size_t>(found - things.begin());
}

// Answers for ui::Rows::find the row of the thing to whose page the link leads. `things` are pointers to what
// has an id; they and the view must live as long as the answer.
template <class Things>
auto rows_by_link(const View& view, Page page, const Things& things) {
  return [&view, page, &things](std::string_view link) {
    return row_where(things, [&](const auto* thing) { return view.link(page, thing->id) == link; });
  };
}

}  // namespace screens
