#include "tools/summit_pack/origins.h"

#include "exchange/origins.h"

namespace summit_pack {

std::vector<pack::Problem> with_origins(std::vector<pack::Problem> problems, const pack::PackFiles& files) {
  exchange::Origins origins(files);
  for (pack::Problem& problem : problems)
    if (const std::string from = origins.of(problem); !from.empty()) problem.reason += " (from " + from + ")";
  return problems;
}

}  // namespace summit_pack
