// keep-stars FOLDER COPY COUNT: stars COUNT sessions called "COPY-1" and so on, each as the window
// of the app keeps a star, and names each on standard output as soon as it is kept. For tests that let
// several processes do so at once, and kill them.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "app/start.h"
#include "platform/desktop/text_store.h"
#include "visitor/visitor.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const platform::TextStore texts(argv[1]);
  const std::string copy = argv[2];
  visitor::OperationLog log;
  for (int i = 1; i <= std::atoi(argv[3]); ++i) {
    log.record(visitor::star_key("summit", copy + "-" + std::to_string(i)), std::string(visitor::on),
               std::strtoull(argv[2], nullptr, 10));
    const auto kept =
        texts.update(app::visitor_text_name, [&](std::string_view text) -> platform::TextStore::Change {
          if (const auto theirs = visitor::OperationLog::read(text)) log.merge(*theirs);
          return {log.to_text(), {}};
        });
    if (!kept) {
      std::fprintf(stderr, "%s\n", kept.error().c_str());
      return 1;
    }
    std::printf("%s-%d\n", copy.c_str(), i);
    std::fflush(stdout);
    // As one that knows only what it did itself: everything else must come out of the text.
    if (i % 2 == 0) log = {};
  }
  return 0;
}
