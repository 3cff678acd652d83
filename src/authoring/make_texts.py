#!/usr/bin/env python3
"""Turns i18n/organisers/*.json into authoring_texts.h. Mistakes are listed and nothing is written; exit 1."""

import argparse
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "text"))
from make_message_table import c_string, check_against_each_other, read_messages, write_if_changed  # noqa: E402

HEADER = """\
// Made by src/authoring/make_texts.py from i18n/organisers/. Edit those files, not this one.
#pragma once

#include <string_view>

namespace authoring {{

inline constexpr std::string_view text_languages[] = {{{languages}}};

struct Text {{
  std::string_view key;
  std::string_view in[{count}];  // by language
}};
inline constexpr Text all_texts[] = {{
{rows}}};

}}  // namespace authoring
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of LANGUAGE.json files")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    problems = []
    files = {path.stem: path for path in sorted(options.texts.glob("*.json"))}
    shown = {language: f"i18n/organisers/{language}.json" for language in files}
    messages = {language: read_messages(path, shown[language], {}, problems) for language, path in files.items()}
    check_against_each_other(list(files), messages, shown, problems)
    for language in files:
        for key, text in (messages[language] or {}).items():
            # They are filled in without ICU.
            if not re.fullmatch(r"(?:[^{}']|\{\w+\})*", text):
                problems.append(f'{shown[language]}: key "{key}": only plain placeholders are used here')
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    rows = "".join(f"    {{{c_string(key)}, {{{', '.join(c_string(messages[language][key]) for language in files)}}}}},\n"
                   for key in sorted(messages["en"]))
    write_if_changed(options.out, HEADER.format(languages=", ".join(map(c_string, files)), count=len(files), rows=rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
