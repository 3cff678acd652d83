// Reads an event pack that is already in memory and checks all of it. Nothing
// here touches a disk (that is folder.h) or knows of built packs (bundle.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/changes.h"
#include "model/event.h"
#include "pack/problem.h"

namespace pack {

// The versions of the format that this reader understands ("format" in event.json). Version 2 came with
// sessions without a room or an end, descriptions, revisions, texts that lack languages, and notices about
// rooms and sessions.
inline constexpr int oldest_format_version = 1;
inline constexpr int format_version = 2;

// May lie in the folder of a pack and is no part of it: names for those who write, read by lint/.
inline constexpr std::string_view glossary_file = "glossary.json";

// The JSON files of a pack as they were written: name ("sessions.json") to bytes.
struct PackFiles {
  std::map<std::string, std::string, std::less<>> files;
};

struct ReadResult {
  std::optional<model::Event> event;  // there exactly when no problem is an error
  std::vector<Problem> problems;      // every error and warning, file by file in the order they were found

  // What a built pack says has changed since a former one (BuildOptions::since), in the order of the
  // programme. Ids of rooms and people in what was may be unknown to the event.
  std::vector<model::SessionChange> changes;

  // Of a built pack: which of the packs of its event it is, and when it was published (BuildOptions).
  std::uint64_t revision = 0;
  std::optional<model::Instant> issued = {};

  // Of a built pack, also of one that cannot be read: another for other bytes.
  std::uint64_t sum = 0;

  // The offset from UTC of the event's zone on its first day, or, without ICU's data, the one that most
  // times are written with. For tools that print times; screens go by Event::time_zone.
  std::chrono::minutes utc_offset{};
};

// Reads every file, reports every mistake in one go. Never throws, never stops
// at the first mistake, and survives any bytes at all.
// Days and offsets are held to the event's time zone, whose rules are in ICU's data: it wants them first
// (text/data.h). Without them the zone is not checked, and a day is the one that is written.
ReadResult read_pack(const PackFiles& pack);

}  // namespace pack
