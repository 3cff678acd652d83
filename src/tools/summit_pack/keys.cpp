#include "tools/summit_pack/keys.h"

#include <algorithm>
#include <random>

#include "files/files.h"
#include "files/paths.h"
#include "pack/bundle.h"
#include "pack/delta.h"
#include "pack/folder.h"
#include "pack/notice_text.h"
#include "pack/time_text.h"
#include "trust/envelope.h"
#include "trust/signature.h"

namespace summit_pack {
namespace {

template <std::size_t size>
std::array<std::uint8_t, size> chance() {
  std::random_device device;
  std::array<std::uint8_t, size> bytes{};
  std::ranges::generate(bytes, [&] { return static_cast<std::uint8_t>(device()); });
  return bytes;
}

// "event:res2026 revision:3 issued:2026-04-22T10:30Z format:2"; of another file nothing.
std::string comment_of(std::string_view bytes) {
  const pack::ReadResult read = pack::read_bundle(bytes);
  if (!read.event) return {};
  std::string comment = "event:" + read.event->id + " revision:" + std::to_string(read.revision);
  if (read.issued) comment += " issued:" + pack::format_instant(*read.issued, std::chrono::minutes(0));
  return comment;
}

std::string said_of(trust::Refusal refusal) {
  switch (refusal) {
    case trust::Refusal::unreadable: return "is no signature of minisign";
    case trust::Refusal::unknown: return "is of a key that is not among those given";
    case trust::Refusal::broken: break;
  }
  return "does not fit: the file or its comment is not what was signed";
}

}  // namespace

int keys_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"-o"});
  if (!given) return misunderstood(given.error());
  if (!given->words.empty() || !given->options.contains("-o"))
    return misunderstood("keys takes -o with a name");
  const std::filesystem::path secret = files::path_of(given->option("-o") + ".key"),
                              open = files::path_of(given->option("-o") + ".pub");
  for (const auto& file : {secret, open}) {
    std::error_code error;
    if (std::filesystem::exists(file, error))
      return failed(files::text_of(file) + ": is there already; a key is not written over another");
  }
  const trust::SecretKey key = trust::make_key(chance<32>(), chance<8>());
  // Nobody else may read it, not even while it is written.
  if (const auto written = files::write_file(secret, ""); !written)
    return failed(files::text_of(secret) + ": " + written.error());
  std::error_code error;
  using Permissions = std::filesystem::perms;
  std::filesystem::permissions(secret, Permissions::owner_read | Permissions::owner_write, error);
  if (error) return failed(files::text_of(secret) + ": " + files::words_of(error));
  if (const auto written = files::write_file(secret, trust::to_text(key)); !written)
    return failed(files::text_of(secret) + ": " + written.error());
  std::filesystem::permissions(secret, Permissions::owner_read | Permissions::owner_write, error);
  if (const auto written = files::write_file(open, trust::to_text(key.public_key())); !written)
    return failed(files::text_of(open) + ": " + written.error());
  say(files::text_of(secret) + ": secret, without a password: keep it where nobody else comes\n" +
      files::text_of(open) + ": for everybody\n");
  return done;
}

int sign_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"--key", "--comment"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 1 || !given->options.contains("--key"))
    return misunderstood("sign takes a file and --key with a secret key");
  const std::string name = given->words[0], key_name = given->option("--key");
  const auto bytes = files::read_file(files::path_of(name));
  if (!bytes) return failed(name + ": " + bytes.error());
  const auto key_text = files::read_file(files::path_of(key_name));
  if (!key_text) return failed(key_name + ": " + key_text.error());
  const auto key = trust::read_secret_key(*key_text);
  if (!key) return failed(key_name + ": " + key.error());
  std::string comment = given->option("--comment");
  if (comment.find_first_of("\r\n") != std::string::npos) return misunderstood("a comment is one line");
  if (comment.empty()) comment = comment_of(*bytes);
  const std::string signature = name + ".minisig";
  if (const auto written = files::write_file(files::path_of(signature), trust::sign(*bytes, *key, comment));
      !written)
    return failed(signature + ": " + written.error());
  return done;
}

int verify_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"--keys", "--signature", "--vouched"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 1 || !given->options.contains("--keys"))
    return misunderstood("verify takes a file and --keys with public keys");
  const std::string name = given->words[0], keys_name = given->option("--keys");
  const auto bytes = files::read_file(files::path_of(name));
  if (!bytes) return failed(name + ": " + bytes.error());
  const auto keys_text = files::read_file(files::path_of(keys_name));
  if (!keys_text) return failed(keys_name + ": " + keys_text.error());
  std::vector<trust::PublicKey> keys = trust::read_public_keys(*keys_text);
  if (keys.empty()) return failed(keys_name + ": has no public key of minisign");
  if (const std::string desk = given->option("--vouched"); !desk.empty()) {
    const auto desk_key = files::read_file(files::path_of(desk));
    if (!desk_key) return failed(desk + ": " + desk_key.error());
    const auto vouched = files::read_file(files::path_of(desk + ".minisig"));
    if (!vouched) return failed(desk + ".minisig: " + vouched.error());
    if (const auto comment = trust::verify(*desk_key, *vouched, keys); !comment)
      return failed(desk + ".minisig: " + said_of(comment.error()));
    std::ranges::copy(trust::read_public_keys(*desk_key), std::back_inserter(keys));
  }
  const std::string signature_name =
      given->options.contains("--signature") ? given->option("--signature") : name + ".minisig";
  const auto signature = files::read_file(files::path_of(signature_name));
  if (!signature) return failed(signature_name + ": " + signature.error());
  const auto comment = trust::verify(*bytes, *signature, keys);
  if (!comment) return failed(signature_name + ": " + said_of(comment.error()));
  say(name + ": good: " + (comment->empty() ? "without a comment" : *comment) + "\n");
  return done;
}

// A notice of a desk goes into the folder of the event when the organisers vouch for the desk, and nothing
// changes when they do not.
int take_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"--keys", "--into"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 1 || !given->options.contains("--keys") || !given->options.contains("--into"))
    return misunderstood("take takes a notice of a desk, --keys with public keys and --into with a folder");
  const std::string name = given->words[0], keys_name = given->option("--keys"),
                    folder = given->option("--into");
  const auto file = files::read_file(files::path_of(name));
  if (!file) return failed(name + ": " + file.error());
  const auto keys_text = files::read_file(files::path_of(keys_name));
  if (!keys_text) return failed(keys_name + ": " + keys_text.error());
  const auto envelope = trust::read_envelope(*file);
  if (!envelope) return failed(name + ": is no notice of a desk");
  const auto signer = trust::check(*envelope, trust::read_public_keys(*keys_text));
  if (!signer) return failed(name + ": " + signer.error());
  const pack::ReadResult read = pack::read_path(files::path_of(folder));
  if (!read.event) {
    print(read.problems);
    return mistakes_found;
  }
  const auto named = [&](std::vector<pack::Problem> problems) {
    for (pack::Problem& problem : problems)
      if (problem.file == "notice") problem.file = name;
    print(problems);
    return mistakes_found;
  };
  const auto notice = pack::read_notice_text(envelope->text, *read.event);
  if (!notice) return named(notice.error());
  const std::filesystem::path path = files::path_of(folder) / "notices.json";
  std::error_code error;
  std::string before;
  if (std::filesystem::exists(path, error)) {
    auto bytes = files::read_file(path);
    if (!bytes) return failed(files::text_of(path) + ": " + bytes.error());
    before = std::move(*bytes);
  }
  const auto after = pack::with_notice(before, envelope->text);
  if (!after) return named(after.error());
  if (const auto written = files::write_file(path, *after); !written)
    return failed(files::text_of(path) + ": " + written.error());
  say(files::text_of(path) + ": " + notice->id + ", signed by " + (signer->empty() ? "a desk" : *signer) +
      "\n");
  return done;
}

int delta_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"-o"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 2 || !given->options.contains("-o"))
    return misunderstood("delta takes two files, the old and the new, and -o with a third");
  const auto before = files::read_file(files::path_of(given->words[0]));
  if (!before) return failed(given->words[0] + ": " + before.error());
  const auto after = files::read_file(files::path_of(given->words[1]));
  if (!after) return failed(given->words[1] + ": " + after.error());
  const std::string delta = pack::make_delta(*before, *after);
  const std::string output = given->option("-o");
  if (const auto written = files::write_file(files::path_of(output), delta); !written)
    return failed(output + ": " + written.error());
  return done;
}

}  // namespace summit_pack
