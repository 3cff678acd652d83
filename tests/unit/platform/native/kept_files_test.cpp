// What comes as a file and outlives the program: notices of desks, and another state of the event.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "files/files.h"
#include "pack/notice_text.h"
#include "platform/desktop/kept_notices.h"
#include "platform/desktop/kept_update.h"
#include "platform/desktop/notices_dialog.h"
#include "platform/desktop/update_dialog.h"
#include "trust/envelope.h"
#include "trust/signature.h"
#include "ui/published_pack.h"
#include "ui/small_event.h"

namespace fs = std::filesystem;

namespace {

using test::organisers;
using test::published;
using test::somebody;
const trust::SecretKey desk = test::key_of(3);

constexpr std::string_view morning = "2026-04-22T09:30+05:00";

// A folder of its own, which goes with it.
struct Folder {
  fs::path path;
  Folder() {
    static int count = 0;
    path = fs::temp_directory_path() /
           ("summit-kept-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()) +
            "-" + std::to_string(++count));
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  fs::path file(std::string_view name, std::string_view bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return path / name;
  }
  std::string read(std::string_view name) const { return files::read_file(path / name).value_or(""); }
};

std::string event_at(std::string_view time, std::string_view end, std::string_view id = "small-summit") {
  return test::small_event({{"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                            {"water", "Water", time, end}},
                           [&](test::EventFiles& files) { files["event.json"]["id"] = id; });
}

const std::string& first_pack() {
  static const std::string made = published(event_at("2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"), 2,
                                            {.issued = "2026-04-21T18:40+05:00"});
  return made;
}
const std::string& newer_pack() {
  static const std::string made = published(event_at("2026-04-22T14:00+05:00", "2026-04-22T15:00+05:00"), 3,
                                            {.issued = "2026-04-22T08:00+05:00"});
  return made;
}

// The program, started with what that folder keeps.
struct Program {
  std::string keys = trust::to_text(organisers.public_key());
  platform::TextStore texts;
  test::RunningApp app;
  platform::KeptNotices notices{texts};
  platform::KeptUpdate update{texts};
  std::shared_ptr<platform::FileDialog> dialog;

  explicit Program(const Folder& folder, const std::string& path = "/en/agenda/water/")
      : texts(folder.path), app(test::start_at(path), files(), morning) {
    update.take_up(session());
    refused = notices.take_up(session());
    app.settle();
  }
  std::vector<std::string> refused;

  app::Assets files() {
    app::Assets files = test::assets();
    files.pack = first_pack();
    files.keys = keys;
    return files;
  }
  app::Session& session() { return app.app->session(); }
  void open(const fs::path& path) { ask(std::make_shared<platform::UpdateDialog>(session(), update, path)); }
  void open_notices(std::string_view text) {
    ask(std::make_shared<platform::NoticesDialog>(session(), notices, text));
  }
  void add_notices(std::string_view text) {
    dynamic_cast<platform::NoticesDialog&>(*dialog).add(text);
    app.settle();
  }
  void ask(std::shared_ptr<platform::FileDialog> asking) {
    dialog = std::move(asking);
    app.app->window().put_over(
        [this](ui::Frame& f, const screens::View& view) { return dialog->draw(f, view); });
    app.settle();
  }
  void press(text::Key key) {
    app.press(ui::Role::button, test::said("en", key));
    CHECK(dialog->act());
    app.settle();
  }
  bool offers(text::Key key) const { return app.find(ui::Role::button, test::said("en", key)) != nullptr; }
};

fs::path signed_file(const Folder& folder, const std::string& bytes,
                     const trust::SecretKey& key = organisers) {
  folder.file("new.pack.minisig", trust::sign(bytes, key, "an event"));
  return folder.file("new.pack", bytes);
}

// A notice about the hall, as the desk signs it.
std::string notice(model::NoticeState state, std::string_view id, std::string_view until,
                   const trust::SecretKey& key = desk) {
  model::Notice notice;
  notice.id = id;
  notice.urgency = model::NoticeUrgency::change;
  notice.published_at = test::moment("2026-04-22T09:00+05:00");
  notice.until = test::moment(until);
  notice.state = state;
  notice.applies_to.rooms = {"hall"};
  for (const char* language : {"kk", "ru", "en"}) {
    notice.title.set(language, std::string(id));
    notice.text.set(language, "Follow the staff.");
  }
  const std::string text = pack::notice_text(notice, "small-summit", std::chrono::minutes(300));
  const std::string open = trust::to_text(key.public_key());
  return trust::to_text({.text = text,
                         .signature = trust::sign(text, key, "notice"),
                         .key = open,
                         .voucher = trust::sign(open, organisers, "desk")});
}

}  // namespace

TEST_CASE("what a desk has told is told again after its program was ended") {
  const Folder folder;
  const auto tell = [](Program& at, const std::string& file, std::string_view now = morning) {
    REQUIRE(at.session().take_notice(file));
    REQUIRE(at.notices.keep(file, at.session(), test::moment(now)));
    at.app.settle();
  };
  {
    Program first(folder, "/en/map/hall/");
    CHECK_FALSE(first.app.says("hall-closed"));
    tell(first, notice(model::NoticeState::closed, "hall-closed", "2026-04-22T20:00+05:00"));
    tell(first, notice(model::NoticeState::full, "hall-full", "2026-04-22T10:00+05:00"));
    CHECK(first.app.says("hall-closed"));
  }
  Program second(folder, "/en/map/hall/");
  CHECK(second.app.says("hall-closed"));
  CHECK(second.app.says("hall-full"));
  CHECK(second.refused.empty());
  // The same once more takes its own place, and what holds no longer goes.
  tell(second, notice(model::NoticeState::closed, "hall-closed", "2026-04-22T21:00+05:00"),
       "2026-04-22T10:01+05:00");
  CHECK(trust::envelopes_in(folder.read("desk-notices.txt")).size() == 1);
  Program third(folder, "/en/map/hall/");
  CHECK(third.app.says("hall-closed"));
  CHECK_FALSE(third.app.says("hall-full"));
}

TEST_CASE("kept notices that were tampered with are not shown, and it is said why") {
  const Folder folder;
  std::string file = notice(model::NoticeState::closed, "hall-closed", "2026-04-22T20:00+05:00");
  const std::string good = notice(model::NoticeState::full, "hall-full", "2026-04-22T20:00+05:00");
  file.replace(file.find("Follow"), 6, "Ignore");
  folder.file("desk-notices.txt", file + good);
  Program program(folder, "/en/map/hall/");
  CHECK_FALSE(program.app.says("hall-closed"));
  CHECK(program.app.says("hall-full"));
  REQUIRE(program.refused.size() == 1);
  CHECK(program.refused.front().find("the desk's signature does not fit") != std::string::npos);
  // What is no notice at all is put aside, not written over.
  folder.file("desk-notices.txt", "nonsense");
  REQUIRE(program.notices.keep(good, program.session(), test::moment(morning)));
  CHECK(folder.read("desk-notices.txt") == good);
  const bool aside = std::ranges::any_of(fs::directory_iterator(folder.path), [](const auto& entry) {
    return entry.path().filename().string().starts_with("desk-notices-unreadable-");
  });
  CHECK(aside);
}

TEST_CASE("a file of notices says what it would show and whose they are, and can be taken back") {
  const Folder folder;
  const std::string closed = notice(model::NoticeState::closed, "hall-closed", "2026-04-22T20:00+05:00");
  const std::string full = notice(model::NoticeState::full, "hall-full", "2026-04-22T20:00+05:00");
  {
    Program program(folder, "/en/map/hall/");
    program.open_notices(closed + full);
    CHECK(program.app.says(test::said("en", "update.notices")));
    CHECK(program.app.says("2 notices would be shown."));
    CHECK(program.app.says("hall-closed"));
    CHECK(program.app.says("hall-full"));
    CHECK(program.app.says("Desk’s key: desk"));
    CHECK(program.session().edition()->event().notices.empty());
    // Not before it is asked to.
    program.app.press(ui::Role::button, test::said("en", "brought.leave"));
    CHECK_FALSE(program.dialog->act());
    CHECK_FALSE(program.app.says("hall-closed"));
    CHECK(folder.read("desk-notices.txt").empty());
    program.open_notices(closed + full);
    program.press("brought.take_over");
    CHECK(program.session().edition()->event().notices.size() == 2);
    CHECK(program.app.says(test::said("en", "update.notices_shown")));
    CHECK_FALSE(program.offers("brought.take_over"));
    CHECK(program.offers("update.notices_back"));
  }
  // Also when the program was ended in between.
  Program again(folder, "/en/map/hall/");
  CHECK(again.app.says("hall-closed"));
  again.open_notices(closed);
  CHECK(again.app.says(test::said("en", "update.notices_shown")));
  again.press("update.notices_back");
  again.app.key(ui::KeyName::escape);
  CHECK_FALSE(again.app.says("hall-closed"));
  CHECK(again.app.says("hall-full"));
  const Program third(folder, "/en/map/hall/");
  CHECK_FALSE(third.app.says("hall-closed"));
  CHECK(third.app.says("hall-full"));
}

TEST_CASE("what a file of notices took the place of comes back with the way back") {
  const Folder folder;
  Program program(folder, "/en/map/hall/");
  const std::string first = notice(model::NoticeState::closed, "hall", "2026-04-22T20:00+05:00");
  const std::string second = notice(model::NoticeState::full, "hall", "2026-04-22T20:00+05:00");
  program.open_notices(first);
  program.press("brought.take_over");
  program.open_notices(second);
  program.press("brought.take_over");
  const auto state = [&] { return program.session().edition()->event().notices.front().state; };
  CHECK(state() == model::NoticeState::full);
  program.press("update.notices_back");
  CHECK(state() == model::NoticeState::closed);
  CHECK(trust::envelopes_in(folder.read("desk-notices.txt")).size() == 1);
  CHECK(program.offers("brought.take_over"));
}

TEST_CASE("files of notices that are dropped together are asked about together, and each comes back") {
  const Folder folder;
  Program program(folder, "/en/map/hall/");
  const std::string closed = notice(model::NoticeState::closed, "hall", "2026-04-22T20:00+05:00");
  const std::string full = notice(model::NoticeState::full, "hall", "2026-04-22T20:00+05:00");
  const std::string other = notice(model::NoticeState::full, "other", "2026-04-22T20:00+05:00");
  const auto count = [&] { return program.session().edition()->event().notices.size(); };
  program.open_notices(closed);
  program.press("brought.take_over");
  // Two versions of one notice are one notice.
  program.open_notices(closed + full);
  CHECK(program.app.says("1 notice would be shown."));
  program.add_notices(other);
  CHECK(program.app.says("2 notices would be shown."));
  program.press("brought.take_over");
  CHECK(program.app.says(test::said("en", "update.notices_shown")));
  CHECK_FALSE(program.offers("brought.take_over"));
  CHECK(count() == 2);
  program.press("update.notices_back");
  REQUIRE(count() == 1);
  CHECK(program.session().edition()->event().notices.front().state == model::NoticeState::closed);
}

TEST_CASE("of a file of notices that nobody vouches for nothing is offered, and it is said why") {
  const Folder folder;
  std::string file = notice(model::NoticeState::closed, "hall-closed", "2026-04-22T20:00+05:00");
  file.replace(file.find("Follow"), 6, "Ignore");
  for (const std::string& language : test::languages) {
    Program program(folder, "/" + language + "/map/hall/");
    program.open_notices(file);
    CHECK(program.app.says(test::said(language, "update.notices")));
    CHECK(program.app.says("the desk's signature does not fit"));
    CHECK_FALSE(program.app.says("hall-closed"));
    CHECK(program.app.find(ui::Role::button, test::said(language, "brought.take_over")) == nullptr);
  }
}

TEST_CASE("an update by file says what would change, comes in when asked to, stays, and can be taken back") {
  const Folder folder;
  const Folder stick;
  {
    Program program(folder);
    CHECK(program.app.says("12:00–13:00"));
    program.open(signed_file(stick, newer_pack()));
    CHECK(program.app.says(test::said("en", "update.title")));
    CHECK(program.app.says("Tuesday 21 April, 18:40"));
    CHECK(program.app.says("Wednesday 22 April, 08:00"));
    CHECK(program.app.says("1 session has changed"));
    CHECK(program.app.says("12:00–13:00"));
    // Not before it is asked to.
    program.app.key(ui::KeyName::escape);
    CHECK_FALSE(program.app.says(test::said("en", "update.title")));
    CHECK(program.app.says("12:00–13:00"));
    program.open(stick.path / "new.pack.minisig");
    program.press("brought.take_over");
    CHECK(program.app.says("14:00–15:00"));
    CHECK(program.offers("update.back"));
  }
  Program again(folder);
  CHECK(again.app.says("14:00–15:00"));
  again.open(stick.path / "new.pack");
  CHECK(again.app.says(test::said("en", "update.same")));
  again.press("update.back");
  CHECK(again.app.says("12:00–13:00"));
  CHECK_FALSE(again.offers("update.back"));
  CHECK(Program(folder).app.says("12:00–13:00"));
}

TEST_CASE("an update that is tampered with, older or another event's changes nothing, and says so") {
  const Folder folder;
  const Folder stick;
  Program program(folder);
  const auto refuses = [&](const fs::path& path, const std::string& why) {
    program.open(path);
    CHECK_MESSAGE(program.app.says(why), why);
    CHECK_FALSE(program.offers("brought.take_over"));
    CHECK_FALSE(program.dialog->act());
    CHECK(program.app.says("12:00–13:00"));
  };
  refuses(signed_file(stick, newer_pack(), somebody), test::said("en", "fresh.refused"));
  std::string tampered = newer_pack();
  signed_file(stick, tampered);
  tampered[tampered.size() / 2] ^= 1;
  refuses(stick.file("new.pack", tampered), test::said("en", "fresh.refused"));
  fs::remove(stick.path / "new.pack.minisig");
  refuses(stick.file("new.pack", newer_pack()), test::said("en", "fresh.refused"));
  refuses(signed_file(stick, published(event_at("2026-04-22T14:00+05:00", "2026-04-22T15:00+05:00"), 1,
                                       {.issued = "2026-04-20T08:00+05:00"})),
          "is older than the one shown");
  refuses(signed_file(stick, published(event_at("2026-04-22T14:00+05:00", "2026-04-22T15:00+05:00", "other"),
                                       9, {.issued = "2026-04-22T08:00+05:00"})),
          test::said("en", "brought.other_event"));
  refuses(signed_file(stick, "nonsense"), test::said("en", "brought.damaged"));
  CHECK(folder.read("update.txt").empty());
  CHECK(Program(folder).app.says("12:00–13:00"));
}

TEST_CASE("a kept update that was damaged leaves what came with the program") {
  const Folder folder;
  const Folder stick;
  {
    Program program(folder);
    program.open(signed_file(stick, newer_pack()));
    program.press("brought.take_over");
  }
  const std::string whole = folder.read("update.txt");
  REQUIRE(whole.size() > 1000);
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{10}, std::size_t{20}, whole.size() / 2, whole.size() - 1}) {
    folder.file("update.txt", whole.substr(0, size));
    CAPTURE(size);
    Program program(folder);
    CHECK(program.app.says("12:00–13:00"));
    CHECK_FALSE(program.update.can_go_back());
  }
}
