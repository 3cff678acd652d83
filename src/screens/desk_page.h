// The page of a help desk, in parts: what is answered (desk_answers.cpp), what keys and presses do
// (desk_commands.cpp), how it looks (desk.cpp).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "screens/desk.h"
#include "screens/found.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/words.h"

namespace screens {

class DeskPage {
 public:
  DeskPage(ui::Frame& f, const View& view, Actions& actions);
  void draw();

 private:
  // An answer in the list.
  struct Line {
    Found found;
    const search::Hit* hit = nullptr;
    bool begins_shelf = false;
  };

  // ---- what is answered, and its list

  const std::string& visitor_language() const;
  // What was typed, as a list: the kind with the best answer first.
  void look_up();
  // Of services whoever asks wants the nearest.
  void nearest_first(std::vector<const search::Hit*>& hits) const;
  bool asks_where() const;
  Answer answer() const;
  // The session that is the answer; empty when it is something else.
  std::string session() const;
  std::string count_said() const;
  void list();
  // Nobody has asked anything yet.
  void start_list();
  // As if it had been typed.
  void ask(std::string text);
  // Where a session is belongs to its line: often that is all that is asked.
  std::string second_of(const Line& line);

  // ---- what keys and presses do, and what all visitors are told

  void changed();
  void show(const Answer& answer, bool open);
  // What is on the visitor's screen goes along.
  void show_anew();
  void speak(const std::string& language);
  void turn_step_free();
  void turn_code();
  void turn_star();
  void turn_plan();
  void print();
  std::size_t choices() const;
  void choose(std::size_t line);
  void next_visitor();
  // About the session or the room that is the answer.
  void begin_notice();
  void end_notice();
  void go_on_with_notice();
  std::string notice_question();
  void notice_choices();
  void notice_answer();
  void escape();
  // What a key does; none where it depends on the page (carry_out).
  struct Command {
    ui::KeyName key;
    std::string_view native, browser;  // what it is called: browsers have F1 and Ctrl+Q for themselves
    char32_t icon;
    text::Key said;  // in the list of all keys; those that stand together and say the same are one row of it
    void (DeskPage::*does)() = nullptr;
  };
  static std::span<const Command> commands();
  void carry_out(ui::KeyName key);

  // ---- how it looks

  // What the key is called here.
  std::string_view key(ui::KeyName name) const;
  void list_of_keys(int columns);
  void field();
  void languages(float height);
  void buttons();
  void star_button(const std::string& id, float height);
  void plan_button(float height);
  void code_card(float side);
  // The answer in the visitor's language.
  void answer_in(float width);
  void nothing_yet(float width);
  void foot();
  void in_columns(const ui::Rect& window);
  // On a tablet or a phone: one below the other.
  void in_one_column();

  ui::Frame& f_;
  const View& view_;
  Actions& actions_;
  Desk& desk_;
  std::string_view here_;  // id of the room where the desk is; empty where nobody has said
  bool in_browser_ = false;
  bool wide_ = false;
  float large_ = 1;  // how much larger the answer is than in a window of usual size
  const search::Answers* answers_ = nullptr;
  std::vector<Line> lines_;
};

}  // namespace screens
