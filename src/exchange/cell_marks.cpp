#include "exchange/cell_marks.h"

#include <cstdint>

#include "exchange/rows_by_id.h"
#include "pack/import_file.h"

namespace exchange {
namespace {

constexpr const char* marks_key = "cells";

// Eight letters that are others when the value is.
std::string mark_of(const Json& value) {
  if (value.is_null()) return {};
  std::uint32_t hash = 2'166'136'261;  // FNV-1a
  for (const char c : value.dump(-1, ' ', false, Json::error_handler_t::replace))
    hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
  constexpr const char* digits = "0123456789abcdef";
  std::string mark;
  for (int shift = 28; shift >= 0; shift -= 4) mark += digits[(hash >> shift) & 15U];
  return mark;
}

std::string row_of(const std::string& list, const std::string& id) { return list + " " + id; }

}  // namespace

CellMarks::CellMarks(const Folder& folder) {
  const Json& file = folder.file(pack::import_file);
  const auto lists = file.find(marks_key);
  if (lists == file.end() || !lists->is_object()) return;
  for (auto list = lists->begin(); list != lists->end(); ++list)
    for_each_by_id(*list, [&](const std::string& id, const Json& marks) {
      before_.emplace(row_of(list.key(), id), marks);
    });
}

void CellMarks::leave_news(Json& said, const std::string& list, const std::string& id, bool there) {
  const auto before = before_.find(row_of(list, id));
  Json marks = Json::object();
  const auto is_news = [&](const std::string& cell, const Json& value) {
    std::string mark = mark_of(value);
    const bool same = there && before != before_.end() && text_at(before->second, cell) == mark;
    if (!mark.empty()) marks[cell] = std::move(mark);
    return !same;
  };
  Json news = Json::object();
  for (auto item = said.begin(); item != said.end(); ++item) {
    // Of a text each language is a cell of its own.
    if (!is_text_in_languages(item.key(), *item)) {
      if (is_news(item.key(), *item)) news[item.key()] = *item;
      continue;
    }
    Json texts = Json::object();
    for (auto text = item->begin(); text != item->end(); ++text)
      if (is_news(item.key() + "/" + text.key(), *text)) texts[text.key()] = *text;
    if (!texts.empty()) news[item.key()] = std::move(texts);
  }
  said = std::move(news);
  now_[list].insert_or_assign(id, std::move(marks));
}

Json CellMarks::now() const {
  Json all = Json::object();
  for (const auto& [list, rows] : now_) all[list] = rows_by_id(rows);
  return all;
}

void keep_cell_marks(Folder& folder, Json marks) {
  folder.file(pack::import_file)[marks_key] = std::move(marks);
}

}  // namespace exchange
