"""Catalogues of wording for the window and the command line, with plural forms.

A catalogue is a folder of TOML files, one a room (`errors.toml`, `cli.toml`, `editor.toml` …). A
key is the file's stem, a dot and the key in the file; a nested table with the CLDR plural names is
one message with its forms. A missing key is our bug and shows as the key itself, never a crash.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from pathlib import Path

#: CLDR plural categories a catalogue must give, by language.
PLURALS: Mapping[str, tuple[str, ...]] = {
    "ar": ("zero", "one", "two", "few", "many", "other"),
    "en": ("one", "other"),
}
_log = logging.getLogger(__name__)


def plural(language: str, count: int) -> str:
    """The CLDR plural category of `count` in Arabic or English."""
    if language != "ar":
        return "one" if count == 1 else "other"
    if count in (0, 1, 2):
        return ("zero", "one", "two")[count]
    if 3 <= count % 100 <= 10:
        return "few"
    return "many" if 11 <= count % 100 <= 99 else "other"


class Catalogue:
    """Wording of one language. Calling it with a key and values gives the sentence."""

    def __init__(self, folder: Path, language: str) -> None:
        """Read nothing yet; the files are read at the first message."""
        self.language = language
        self._folder = folder / language

    @cached_property
    def _messages(self) -> dict[str, str | dict[str, str]]:
        found: dict[str, str | dict[str, str]] = {}
        for path in sorted(self._folder.glob("*.toml")):
            for key, value in tomllib.loads(path.read_text("utf-8")).items():
                found[f"{path.stem}.{key}"] = value
        return found

    def __contains__(self, key: str) -> bool:
        """Whether the catalogue has this key."""
        return key in self._messages

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence under `key`; `n` among the values picks the plural form."""
        message = self._messages.get(key)
        if message is None:
            _log.error("no wording for %s in %s", key, self.language)
            return key
        if isinstance(message, dict):
            count = values.get("n")
            form = plural(self.language, count) if isinstance(count, int) else "other"
            message = message[form]
        return message.format(**values) if values else message

    def error(self, code: str, values: Mapping[str, object], zone: tzinfo | None = None) -> str:
        """The sentence of a known error; moments in it are told in `zone`."""
        return self(f"errors.{code}", **self.worded(values, zone))

    def worded(self, values: Mapping[str, object], zone: tzinfo | None = None) -> dict[str, object]:
        """The values of a known error with kinds of files and formats by their names in words.

        `kind` is looked up as `errors.kind-…`; `known`, a list with commas, as `errors.format-…`.
        A moment becomes the time of its day in `zone` (None: this machine's), with the day where
        that is not today. What has no name stays as it is.
        """
        named = {name: _moment(value, zone) for name, value in values.items()}
        if isinstance(kind := named.get("kind"), str):
            named["kind"] = self._name("kind", kind)
        if isinstance(known := named.get("known"), str):
            names = (self._name("format", each) for each in known.split(", "))
            named["known"] = (", " if self.language == "en" else "، ").join(names)
        return named

    def _name(self, family: str, value: str) -> str:
        key = f"errors.{family}-{value}"
        return self(key) if key in self else value


def _moment(value: object, zone: tzinfo | None) -> object:
    if not isinstance(value, datetime):
        return value
    here = value.astimezone(zone)
    today = here.date() == datetime.now(UTC).astimezone(zone).date()
    return f"{here:%H:%M}" if today else f"{here:%Y-%m-%d %H:%M}"
