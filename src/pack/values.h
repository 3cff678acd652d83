// Reads single values: texts, names, numbers, dates. One overload for each type
// that fields of the model have. Inside pack/ only; objects are decode.h.
//
// All of them leave the target alone and report a problem at the present place
// when the value is not what `rule` asks for.
#pragma once

#include <string>
#include <string_view>

#include "model/language.h"
#include "model/place.h"
#include "model/time.h"
#include "pack/format.h"
#include "pack/json_value.h"
#include "pack/read_context.h"

namespace pack {

void read_value(ReadContext&, json::Value&, const Rule&, std::string&);
void read_value(ReadContext&, json::Value&, const Rule&, model::LocalizedText&);
void read_value(ReadContext&, json::Value&, const Rule&, int&);
void read_value(ReadContext&, json::Value&, const Rule&, double&);
void read_value(ReadContext&, json::Value&, const Rule&, model::Date&);
void read_value(ReadContext&, json::Value&, const Rule&, model::Instant&);
void read_value(ReadContext&, json::Value&, const Rule&, model::PlanPoint&);

// Whether it is written as a colour: "#RRGGBB".
bool is_color(std::string_view text);

// What is wrong with a link; empty when nothing is.
std::string link_fault(std::string_view link);

// Reports that a value of another kind was expected: "must be a list, is a text".
void report_wrong_kind(ReadContext&, std::string_view expected, const json::Value&);

// Whether the value is a list that is neither too short nor too long.
bool check_list(ReadContext&, const json::Value&, const Rule&);

}  // namespace pack
