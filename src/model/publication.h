// How far a statement can be relied on, and who made it.
#pragma once

#include <string>

namespace model {

enum class PublicationStatus {
  published,    // the organisers have said so
  provisional,  // a placeholder until they do; every screen that shows it says so
};

struct Publication {
  PublicationStatus status = PublicationStatus::provisional;
  std::string source;  // id of a Source in the event, or empty when there is none
  bool operator==(const Publication&) const = default;
};

}  // namespace model
