// What stands beside pages: their contents, the pages that belong to them, the days. Declared for the table
// of pages, and for the pages that show the same where there is no room beside them.
#pragma once

#include "screens/actions.h"
#include "ui/frame.h"

namespace screens {

struct View;

// The days of the event, each with the number of its sessions.
void days_aside(ui::Frame& f, const View& view, Actions& actions);
// The sessions that begin next.
void next_aside(ui::Frame& f, const View& view, Actions& actions);
bool has_next_sessions(const View& view);
// All themes, all sites.
void themes_aside(ui::Frame& f, const View& view, Actions& actions);
void sites_aside(ui::Frame& f, const View& view, Actions& actions);
// The pages about the event and the app, but for the one that is open.
void related_pages(ui::Frame& f, const View& view, Actions& actions);
// The board as it hangs on a wall, and whether this window is one that does.
bool board_hangs(const ui::Frame& f, const View& view);
void board_on_wall(ui::Frame& f, const View& view, Actions& actions);
// The keys that do something, and what.
void shortcuts_list(ui::Frame& f, const View& view, Actions& actions);

// Of one page each, in the file of that page.
void agenda_head(ui::Frame& f, const View& view, Actions& actions);
void agenda_overview(ui::Frame& f, const View& view, Actions& actions);
void session_neighbours(ui::Frame& f, const View& view, Actions& actions);
bool has_session_neighbours(const View& view);
void partners_head(ui::Frame& f, const View& view, Actions& actions);
void partners_overview(ui::Frame& f, const View& view, Actions& actions);
void themes_of_partner(ui::Frame& f, const View& view, Actions& actions);
void themes_overview(ui::Frame& f, const View& view, Actions& actions);
void partners_of_theme(ui::Frame& f, const View& view, Actions& actions);
bool has_partners_of_theme(const View& view);
void map_overview(ui::Frame& f, const View& view, Actions& actions);
void sessions_of_place(ui::Frame& f, const View& view, Actions& actions);
bool has_sessions_of_place(const View& view);
void info_contents(ui::Frame& f, const View& view, Actions& actions);
bool has_info_contents(const View& view);
void about_contents(ui::Frame& f, const View& view, Actions& actions);
bool has_about_contents(const View& view);
void road_contents(ui::Frame& f, const View& view, Actions& actions);

}  // namespace screens
