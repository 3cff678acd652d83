// Which language the app speaks to whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/start.h"
#include "visitor/visitor.h"

namespace app {

// All that the app has messages in.
std::vector<std::string> all_languages();

// The visitor's language where the path names none: --lang, the saved choice, the first that the browser
// or the system asks for; empty when nothing of what is `offered` fits.
std::string wanted_language(const Start& start, const visitor::Visitor& visitor,
                            const std::vector<std::string>& offered);

// The language of a failure: the path's, else the visitor's; empty when unknown.
std::string failure_language(const Start& start);

}  // namespace app
