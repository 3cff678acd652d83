#include "tools/summit_pages/moments.h"

#include <chrono>

#include "pack/time_text.h"
#include "screens/address.h"

namespace pages {
namespace {

std::string line(const char* word, model::Instant moment, const content::Edition& edition) {
  const std::chrono::minutes offset(edition.zone().offset_minutes(moment));
  return std::string(word) + " " + pack::format_instant(moment, offset) + "\n";
}

// When most sessions are on that day, a little after one of them has begun: something is over, something on
// and something ahead. Of equal moments the one nearest to noon.
model::Instant busiest(const content::Edition& edition, model::Date day) {
  const model::Instant noon = edition.zone().instant(day, 12, 0);
  model::Instant best = noon;
  std::size_t most = 0;
  for (const model::Session* session : edition.programme().on_day(day)) {
    const model::Instant moment = session->starts_at + std::chrono::minutes(10);
    const std::size_t on = edition.programme().on_now(moment).size();
    if (on > most || (on == most && std::chrono::abs(moment - noon) < std::chrono::abs(best - noon))) {
      most = on;
      best = moment;
    }
  }
  return best;
}

}  // namespace

std::string moments_of(const content::Edition& edition) {
  const model::Event& event = edition.event();
  const std::chrono::days length =
      std::chrono::sys_days(event.last_day) - std::chrono::sys_days(event.first_day);
  const model::Date middle = std::chrono::sys_days(event.first_day) + length / 2;
  const model::Date before = std::chrono::sys_days(event.first_day) - std::chrono::weeks(1);
  const std::string language = edition.languages().empty() ? std::string{} : edition.languages().front();
  return "home " + screens::path_of(language, screens::Page::home) + "\n" +
         line("during", busiest(edition, middle), edition) +
         line("before", edition.zone().instant(before, 10, 0), edition);
}

}  // namespace pages
