// How pack::import_file keeps something of each thing of a list: rows of [id, value]. An object would be
// searched from its beginning for each of ten thousand ids. Inside exchange/ only.
#pragma once

#include <map>
#include <string>

#include "exchange/folder.h"

namespace exchange {

template <typename Value>
Json rows_by_id(const std::map<std::string, Value>& things) {
  Json rows = Json::array();
  for (const auto& [id, value] : things) rows.push_back(Json::array({id, value}));
  return rows;
}

// Calls `take` with each id and its value; what is no such row is passed over. Former versions wrote an
// object.
template <typename Take>
void for_each_by_id(const Json& rows, Take take) {
  if (rows.is_object())
    for (auto thing = rows.begin(); thing != rows.end(); ++thing) take(thing.key(), *thing);
  if (rows.is_array())
    for (const Json& row : rows)
      if (row.is_array() && row.size() == 2 && row[0].is_string()) take(row[0].get<std::string>(), row[1]);
}

}  // namespace exchange
