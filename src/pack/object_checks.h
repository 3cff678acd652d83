// What must hold inside one object beyond the form of its values, and then
// between all of them. Inside pack/ only.
#pragma once

#include <vector>

#include "model/event.h"
#include "pack/read_context.h"

namespace pack {

// Found by read_object when the keys of the object have been read. They may settle what follows from several
// keys.
void check_object(ReadContext&, model::Session&);  // notes an open end
void check_object(ReadContext&, model::FormerPlace&);
void check_object(ReadContext&, model::Theme&);
void check_object(ReadContext&, model::StorySection&);
void check_object(ReadContext&, model::Article&);
void check_object(ReadContext&, model::Milestone&);
void check_object(ReadContext&, model::Level&);
void check_object(ReadContext&, model::Room&);
void check_object(ReadContext&, model::Notice&);

// What must hold across the event; `event` still has the order of the files.
void check_days(ReadContext&, const model::Event&);
void check_themes(ReadContext&, const model::Event&);
void check_places(ReadContext&, const model::Event&);
void check_programme(ReadContext&, const model::Event&);

}  // namespace pack
