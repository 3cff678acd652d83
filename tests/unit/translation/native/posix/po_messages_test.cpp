// The reader of PO files that stands where GNU gettext's library is missing, held to what that library says.
#include "translation/po_messages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "files/files.h"
#include "files/scratch.h"

#define po_messages po_messages_without_gettext
#include "translation/without_gettext/po_messages.cpp"
#undef po_messages

namespace {

const std::string po_header =
    "# a comment\nmsgid \"\"\nmsgstr \"\"\n\"Language: kk\\n\"\n\"Content-Type: text/plain; "
    "charset=UTF-8\\n\"\n\n";

const std::string po_one = "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n";

}  // namespace

TEST_CASE("both readers of PO files read the same, and refuse the same") {
  const files::Scratch scratch;
  const std::filesystem::path path = scratch.path() / "kk.po";
  int read = 0, refused = 0;
  for (const std::string& text : std::vector<std::string>{
           "",
           po_header,
           po_header + po_one,
           po_one,
           po_header + po_one + po_one,
           po_header + "#, fuzzy\n#: place\n" + po_one + "\n" + "msgctxt \"d\"\nmsgid \"b\"\nmsgstr \"\"\n",
           po_header + "#, c-format, fuzzy\n" + po_one,
           po_header + "#, fuzzy\n#~ msgid \"gone\"\n#~ msgstr \"x\"\n\n" + po_one,
           po_header + "#| msgid \"before\"\n" + po_one,
           po_header + "msgctxt \"a\"\nmsgid \"\"\n\"one\\n\"\n  \"two\"\nmsgstr \"бір\\n\" \"екі\"\n",
           po_header + "msgctxt \"a\" msgid \"b\" msgstr \"c\"",
           po_header + "msgctxt \"a\"\r\nmsgid \"b\"\r\nmsgstr \"c\"\r\n",
           po_header + "msgctxt \"a\"\nmsgid \"\\\"\\\\\\t\\a\\b\\f\\v\\r\\101\\x41\"\nmsgstr \"\\1\"\n",
           po_header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\\q\"\n",
           po_header + "msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n",
           po_header + "domain \"other\"\n" + po_one,
           po_header + "domain \"messages\"\n" + po_one,
           po_header + "msgid \"b\"\nmsgstr \"c\"\n",
           po_header + "msgctxt \"a\"\nmsgid \"b\"\n",
           po_header + "msgctxt \"a\"\nmsgstr \"b\"\n",
           po_header + "msgctxt \"a\"\nmsgid\nmsgstr \"b\"\n",
           po_header + "msgid \"b\"\nmsgctxt \"a\"\nmsgstr \"c\"\n",
           po_header + "msgstr \"c\"\n",
           po_header + "\"c\"\n\n\"d\"\n",
           po_header + po_one + "msgstr \"again\"\n",
           po_header + "msgctxt \"a\nmsgid \"b\"\nmsgstr \"c\"\n",
           po_header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c",
           po_header + "message \"a\"\n",
           po_header + po_one + "!\n"}) {
    CAPTURE(text);
    REQUIRE(files::write_file(path, text));
    const auto theirs = translation::po_messages(path, text);
    const auto ours = translation::po_messages_without_gettext(path, text);
    CAPTURE((theirs ? std::string() : theirs.error()));
    CAPTURE((ours ? std::string() : ours.error()));
    REQUIRE(theirs.has_value() == ours.has_value());
    if (!ours) {
      ++refused;
      CHECK_MESSAGE(ours.error().starts_with("kk.po: line "), ours.error());
      continue;
    }
    ++read;
    CHECK(ours->header == theirs->header);
    CHECK(ours->has_domains == theirs->has_domains);
    REQUIRE(ours->messages.size() == theirs->messages.size());
    for (std::size_t i = 0; i < ours->messages.size(); ++i) {
      const translation::PoMessage &one = ours->messages[i], &other = theirs->messages[i];
      CHECK(one.place == other.place);
      CHECK(one.source == other.source);
      CHECK(one.translation == other.translation);
      CHECK(one.has_plural == other.has_plural);
      CHECK(one.uncertain == other.uncertain);
    }
  }
  CHECK(read > 10);
  CHECK(refused > 10);
}
