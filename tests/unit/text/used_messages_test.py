#!/usr/bin/env python3
"""Each message of i18n/ is said by something: nobody translates what no page shows."""

import json
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3]
CODE = {".cpp", ".h", ".def", ".js", ".mjs", ".html", ".py", ".sh"}


class UsedMessages(unittest.TestCase):
    def test_the_code_names_each_message(self):
        files = [file for folder in ("src", "web") for file in (SOURCE / folder).rglob("*") if file.suffix in CODE]
        code = "\n".join(file.read_text("utf-8") for file in files)
        keys = json.loads((SOURCE / "i18n" / "en.json").read_text("utf-8"))
        self.assertEqual([key for key in keys if f'"{key}"' not in code], [])


if __name__ == "__main__":
    unittest.main()
