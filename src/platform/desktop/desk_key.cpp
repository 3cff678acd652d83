#include "platform/desktop/desk_key.h"

#include "files/files.h"
#include "files/paths.h"
#include "trust/envelope.h"

namespace platform {

std::expected<std::string, std::string> signed_notice(std::string_view text,
                                                      const std::filesystem::path& key_file) {
  std::filesystem::path open = key_file;
  open.replace_extension(".pub");
  std::filesystem::path voucher = open;
  voucher += ".minisig";
  std::string contents[3];
  const std::filesystem::path* const names[] = {&key_file, &open, &voucher};
  for (int i = 0; i < 3; ++i) {
    auto read = files::read_file(*names[i], std::size_t{1} << 16);
    if (!read) return std::unexpected(files::text_of(*names[i]) + ": " + read.error());
    contents[i] = std::move(*read);
  }
  const auto secret = trust::read_secret_key(contents[0]);
  if (!secret) return std::unexpected(files::text_of(key_file) + ": " + secret.error());
  const auto known = trust::read_public_keys(contents[1]);
  if (known.empty() || known.front() != secret->public_key())
    return std::unexpected(files::text_of(open) + ": is not the public key of " +
                           files::text_of(key_file.filename()));
  return trust::to_text({.text = std::string(text),
                         .signature = trust::sign(text, *secret, "summit notice"),
                         .key = contents[1],
                         .voucher = contents[2]});
}

}  // namespace platform
