// What a screen asks for. It is carried out after the frame, each kind in one place of app/window.cpp:
// an action that nobody carries out there does not compile.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/appointment.h"
#include "model/event.h"
#include "model/time.h"
#include "visitor/visitor.h"

namespace screens {

// Everything is shown in this language from now on.
struct ChooseLanguage {
  std::string language;
};
struct ChooseAppearance {
  visitor::Appearance appearance = visitor::Appearance::as_device;
};
struct ChooseTextSize {
  int percent = 100;  // one of visitor::text_sizes
};
// The session is starred when it was not, and the other way round.
struct TurnStar {
  std::string session;
};
// An alarm that lies over every page goes. Named by visitor::notice_subject.
struct DismissNotice {
  std::string subject;
};
// These were shown to be read.
struct ReadNotices {
  std::vector<std::string> subjects;
};
// All that changed was shown to be read.
struct LookAtChanges {};
// The page is made a file to be printed, where the platform does not print itself.
struct SavePaper {};
// The one is starred in place of the other.
struct ReplaceStar {
  std::string from, to;  // ids of sessions
};
// An own appointment is added, or the one with its id changed; without an id it is a new one.
struct PutAppointment {
  model::Appointment appointment;
};
struct RemoveAppointment {
  std::string id;
};
struct ChooseReminder {
  int minutes = 0;  // one of visitor::reminder_choices
};
// The device asks the visitor whether the app may notify them.
struct AskToNotify {};
// What a link or a file has brought comes in, or goes.
struct TakeOver {};
struct LeaveBrought {};
// The visitor picks a file of choices to bring in.
struct ChooseFile {};
// Hands the page at that path to others, under that title.
struct SharePage {
  std::string title, path;
};
// The dialog that the address names goes.
struct CloseDialog {};
// What the toast tells of is taken back.
struct Undo {};
// All of the last visitor goes.
struct NewVisitor {};
// On the screen that faces whoever stands at a desk: that path, of Page::shown. `open`: one is opened where
// there is none.
struct ShowToVisitor {
  std::string path;
  bool open = false;
};
// That page is printed, or made a file to be printed.
struct PrintPage {
  std::string path;
};
// Somebody else comes to the desk: nothing is left of the one before.
struct NextVisitor {};
// A desk tells all visitors something: it is signed, shown here, and handed on.
struct HandOutNotice {
  model::Notice notice;
};
// The list of keyboard shortcuts comes or goes.
struct ShowShortcuts {
  bool shown = true;
};
// A dialog of the page comes, or goes when that is empty. Its page knows it by that name.
struct ShowDialog {
  std::string name;
};
// As if that link had been followed.
struct Follow {
  std::string link;
};
// "q" of the address, in place of the history entry.
struct ReplaceQuery {
  std::string query;
  bool shown = true;  // the frame that asks for it shows what comes of it
};

using Action = std::variant<ChooseLanguage, ChooseAppearance, ChooseTextSize, TurnStar, DismissNotice,
                            ReadNotices, LookAtChanges, SavePaper, ReplaceStar, PutAppointment,
                            RemoveAppointment, ChooseReminder, AskToNotify, TakeOver, LeaveBrought,
                            ChooseFile, SharePage, CloseDialog, Undo, NewVisitor, ShowShortcuts, ShowDialog,
                            Follow, ReplaceQuery, ShowToVisitor, PrintPage, NextVisitor, HandOutNotice>;

class Actions {
 public:
  void ask(Action action) { list_.push_back(std::move(action)); }

  // What is on the screen changes at that moment, if nothing does before.
  void wake_by(model::Instant moment) {
    if (!wake_at_ || moment < *wake_at_) wake_at_ = moment;
  }

  // In the order in which they were asked for.
  const std::vector<Action>& list() const { return list_; }
  // The first of these moments.
  std::optional<model::Instant> wake_at() const { return wake_at_; }

 private:
  std::vector<Action> list_;
  std::optional<model::Instant> wake_at_;
};

}  // namespace screens
