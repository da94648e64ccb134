"""Wording as the window shows it: sentences of the catalogues, isolated numbers, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from deskeditor.domain.errors import KnownError
from deskeditor.domain.words import Bilingual
from deskeditor.language.messages import Catalogue

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"


def ltr(text: object) -> str:
    """`text` isolated left to right: a number, hash, path or key inside Arabic."""
    return f"{_LRI}{text}{_PDI}"


def isolated(text: str) -> str:
    """`text` isolated in its own direction: a name or headline inside a sentence."""
    return f"{_FSI}{text}{_PDI}"


_QUOTED = re.compile("[“«]([^“”«»\u2068\u2069]+)[”»]")


def with_isolates(sentence: str) -> str:
    """A sentence whose quoted words each keep the order of their own direction."""
    return _QUOTED.sub(lambda found: found[0].replace(found[1], isolated(found[1])), sentence)


class Words:
    """The sentences of one language. Calling it with a key and values gives the sentence."""

    def __init__(self, catalogue: Catalogue, zone: tzinfo | None = None) -> None:
        """`zone` is the newsroom's, told when somebody sits down: every shown time is its time."""
        self._catalogue = catalogue
        self.zone = zone or ZoneInfo("Asia/Baghdad")

    def listed(self, parts: Iterable[str]) -> str:
        """Parts that are not empty, a dot between them that stands in the window's direction.

        Qt joins two words of one direction over a dot, isolates or not; a mark keeps them apart.
        """
        mark = "\u200f" if self.rtl else "\u200e"
        return f" {mark}·{mark} ".join(part for part in parts if part)

    @property
    def language(self) -> str:
        """`ar` or `en`."""
        return self._catalogue.language

    @property
    def rtl(self) -> bool:
        """Whether the language is written right to left."""
        return self.language != "en"

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence under `key`; whole numbers among the values come isolated."""
        return self._catalogue(key, **values)

    def pick(self, pair: Bilingual) -> str:
        """A wording that travels with a value."""
        return pair.pick(self.language)

    def error(self, error: KnownError) -> str:
        """One sentence for a known error; the code itself where the sentence lacks a value.

        A file's name in it keeps its own order.
        """
        try:
            return with_isolates(self._catalogue.error(error.code, error.values, self.zone))
        except (KeyError, IndexError, ValueError):
            return error.code

    def clock(self, at: datetime) -> str:
        """The time of day, `14:02`."""
        return ltr(at.astimezone(self.zone).strftime("%H:%M"))

    def day(self, at: datetime) -> str:
        """The day, `23/11/2026`."""
        return ltr(at.astimezone(self.zone).strftime("%d/%m/%Y"))

    def when(self, at: datetime, now: datetime | None = None) -> str:
        """The time of day for today, the day for any other."""
        today = (now or datetime.now(UTC)).astimezone(self.zone).date()
        return self.clock(at) if at.astimezone(self.zone).date() == today else self.day(at)

    def waited(self, since: datetime, now: datetime) -> str:
        """How long something waits: minutes, hours or days, the largest whole unit."""
        minutes = max(0, int((now - since).total_seconds() // 60))
        if minutes < 60:
            return self("window.waited_minutes", n=minutes, count=ltr(minutes))
        if minutes < 60 * 48:
            return self("window.waited_hours", n=minutes // 60, count=ltr(minutes // 60))
        days = minutes // (60 * 24)
        return self("window.waited_days", n=days, count=ltr(days))
