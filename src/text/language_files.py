"""What i18n/ says of each language besides its texts: i18n/languages/TAG.json, all of it optional.
i18n/README.md explains it. What a file leaves open, Unicode's data say where they know the language
(dependencies/icu-data/language_facts.py)."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

# As BCP 47 recommends to write it: language, script, region, variants.
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\Z")
LONGEST_SHORT_NAME = 4


@dataclass
class Language:
    order: int = 1_000_000         # languages without a place of their own come last, by their tags
    native_name: str = ""          # how it calls itself: Қазақша
    short_name: str = ""           # where there is little room: ҚАЗ
    calls: dict = field(default_factory=dict)          # how it calls other languages, by their tags
    territory: str = ""            # for previews of links: KZ
    letters: str = ""              # that it needs in the fonts, besides those of its texts; small ones are enough
    own_letters: str = ""          # small, that the other languages here do not have
    wrong_letters: dict = field(default_factory=dict)  # that look like one of its own: ə for ә
    quotes: str = ""               # opening and closing
    common_words: list = field(default_factory=list)   # small words that almost every longer text has
    dictionary: dict = field(default_factory=dict)     # of hunspell


def is_text(value):
    return isinstance(value, str) and value.strip() == value and value != ""


def is_texts(value):
    return isinstance(value, dict) and all(map(is_text, value.values()))


# What each entry must be, in words and as a check.
FORMS = {
    "order": ("a number", lambda value: type(value) is int),
    "native_name": ("a text", is_text),
    "short_name": (f"a text of at most {LONGEST_SHORT_NAME} letters",
                   lambda value: is_text(value) and len(value) <= LONGEST_SHORT_NAME),
    "calls": ("an object of tags and names", is_texts),
    "territory": ("two large letters", lambda value: isinstance(value, str) and re.fullmatch("[A-Z]{2}", value)),
    "letters": ("a text", is_text),
    "own_letters": ("a text of small letters", lambda value: is_text(value) and value == value.lower()),
    "wrong_letters": ("an object of a wrong and a right letter",
                      lambda value: is_texts(value) and all(len(letter) == 1 for pair in value.items() for letter in pair)),
    "quotes": ("two characters, the opening and the closing quotation mark",
               lambda value: isinstance(value, str) and len(value) == 2),
    "common_words": ("a list of words in small letters",
                     lambda value: isinstance(value, list) and all(is_text(word) and word == word.lower() for word in value)),
    "dictionary": ("an object with name, package, right and wrong",
                   lambda value: is_texts(value) and set(value) == {"name", "package", "right", "wrong"}),
}


def tags_in(i18n):
    """The languages that have a file of messages."""
    return {path.stem for path in Path(i18n).glob("*.json")}


def read_languages(i18n, problems, facts=None):
    """tag -> Language, in their order. `facts`: what language_facts.py wrote. Mistakes go to `problems`."""
    languages = {tag: read_file(Path(i18n) / "languages" / f"{tag}.json", tag, problems) for tag in tags_in(i18n)}
    for path in sorted((Path(i18n) / "languages").glob("*.json")):
        if path.stem not in languages:
            problems.append(f"i18n/languages/{path.name}: there is no i18n/{path.name}")
    for tag, language in languages.items():
        known = (facts or {}).get(tag, {})
        language.letters += known.get("letters", "")
        language.calls = {**known.get("calls", {}), **language.calls}
        own = language.native_name or language.calls.get(tag, "")
        if facts is not None and not own:
            problems.append(f"i18n/languages/{tag}.json: native_name is missing, and Unicode's data do not know {tag}")
        language.native_name = own[:1].upper() + own[1:] or tag
        language.short_name = language.short_name or language.native_name[:3].upper()
    for language in languages.values():
        for tag, other in languages.items():
            language.calls.setdefault(tag, other.native_name)
    return dict(sorted(languages.items(), key=lambda pair: (pair[1].order, pair[0])))


def read_file(path, tag, problems):
    language = Language()
    if not path.exists():
        return language
    shown = f"i18n/languages/{tag}.json"
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        problems.append(f"{shown}: not JSON in UTF-8: {error}")
        return language
    if not isinstance(values, dict):
        problems.append(f"{shown}: must be one object")
        return language
    for name, value in values.items():
        if name not in FORMS:
            problems.append(f"{shown}: {name} is not known; known are {', '.join(FORMS)}")
        elif not FORMS[name][1](value):
            problems.append(f"{shown}: {name} must be {FORMS[name][0]}")
        else:
            setattr(language, name, value)
    return language


def read_facts(path):
    return json.loads(Path(path).read_text(encoding="utf-8")) if path else None
