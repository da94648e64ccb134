"""How well quotations are found and attributed, measured against articles annotated by people.

Owns the scoring and the format of the annotation; `docs/QUOTES.md` describes both. It reads no
file: the command gives it what was found, with code points of the annotated text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from deskeditor.checks.quotes.scan import bare
from deskeditor.language.folding import Fold, fold

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One annotated span. Several kinds, speakers or cues mean that each of them is right."""

    start: int
    end: int
    kinds: frozenset[str]
    speakers: tuple[str, ...] = ()
    basis: str = ""
    cues: tuple[Range, ...] = ()
    channel: str = ""
    relay: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated article; `strays` are glyphs without a partner, about which nothing is held."""

    quotes: tuple[Said, ...]
    strays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """One span as the program found it, in code points of the annotated text."""

    start: int
    end: int
    kind: str
    speaker: str = ""
    title: str = ""
    basis: str = ""
    cue: Range | None = None
    channel: str = ""
    relays: tuple[str, ...] = ()


@dataclass(slots=True)
class Rate:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def count(self, *, right: bool) -> None:
        """One more, right or not."""
        self.right += right
        self.of += 1

    @property
    def percent(self) -> float:
        """Right among all, in percent; 0 where nothing was asked."""
        return 100 * self.right / self.of if self.of else 0.0


#: What is measured, in the order it is told.
MEASURES = (
    "spans_found", "spans_precise", "kinds", "explicit_precise", "explicit_found", "speakers",
    "cues", "channels", "channels_precise", "relays", "relays_precise",
)  # fmt: skip


@dataclass(slots=True)
class Score:
    """The rates by name (`MEASURES`), and what went wrong: (measure, start, end)."""

    rates: dict[str, Rate] = field(default_factory=lambda: {name: Rate() for name in MEASURES})
    wrong: list[tuple[str, int, int]] = field(default_factory=list)

    def count(self, measure: str, where: Said | Heard, *, right: bool) -> None:
        """One more of a measure."""
        self.rates[measure].count(right=right)
        if not right:
            self.wrong.append((measure, where.start, where.end))

    def add(self, other: Score) -> None:
        """Take in the rates of another article."""
        for name, rate in other.rates.items():
            self.rates[name].right += rate.right
            self.rates[name].of += rate.of


def annotated(data: Mapping[str, Any], text: str) -> Annotated:
    """One line of the annotation as it is read; its offsets are code points of `text`.

    Raises:
        KeyError, TypeError, ValueError: it is no annotation.
    """
    quotes = tuple(_said(each, text) for each in data["quotes"])
    return Annotated(quotes, tuple(int(place) for place in data.get("strays", ())))


def _said(data: Mapping[str, Any], text: str) -> Said:
    kinds = data["kind"]
    relay = data.get("relayed_by")
    return Said(
        int(data["start"]),
        int(data["end"]),
        frozenset([kinds] if isinstance(kinds, str) else kinds),
        tuple(text[start:end] for start, end in data.get("speaker", ())),
        data.get("basis", ""),
        tuple((int(start), int(end)) for start, end in data.get("cue", ())),
        data.get("channel", ""),
        text[relay[0] : relay[1]] if relay else "",
    )


def score(gold: Annotated, found: Iterable[Heard], text: str) -> Score:
    """What was found in one article against its annotation."""
    answer = Score()
    heard = {_trimmed(each, text): each for each in found}
    wanted = {_trimmed(each, text): each for each in gold.quotes}
    for place, said in wanted.items():
        answer.count("spans_found", said, right=place in heard)
    for place, each in heard.items():
        if any(place[0] - 2 <= stray <= place[1] + 2 for stray in gold.strays):
            continue
        answer.count("spans_precise", each, right=place in wanted)
    for place, said in wanted.items():
        if place in heard:
            _score_one(answer, said, heard[place])
    return answer


def _trimmed(each: Said | Heard, text: str) -> Range:
    """The span without the blanks at its edges, which nobody quotes."""
    inside = text[each.start : each.end]
    start = each.start + len(inside) - len(inside.lstrip())
    return start, max(start, each.end - len(inside) + len(inside.rstrip()))


def _score_one(answer: Score, said: Said, heard: Heard) -> None:
    answer.count("kinds", said, right=heard.kind in said.kinds)
    if "speech" not in said.kinds or (heard.kind != "speech" and heard.kind in said.kinds):
        return
    right = any(same_name(name, heard) for name in said.speakers)
    if heard.basis == "explicit" and (said.speakers or said.kinds == {"speech"}):
        answer.count("explicit_precise", said, right=right)
    if said.speakers:
        answer.count("speakers", said, right=right)
        if said.basis == "explicit":
            answer.count("explicit_found", said, right=right)
    if said.cues:
        answer.count("cues", said, right=_overlaps(heard.cue, said.cues))
    if said.channel:
        answer.count("channels", said, right=heard.channel == said.channel)
    if heard.channel:
        answer.count("channels_precise", said, right=heard.channel == said.channel)
    if said.relay:
        answer.count("relays", said, right=any(_names(said.relay, r) for r in heard.relays))
    if heard.relays:
        right = bool(said.relay) and any(_names(said.relay, r) for r in heard.relays)
        answer.count("relays_precise", said, right=right)


def _overlaps(cue: Range | None, cues: Sequence[Range]) -> bool:
    return cue is not None and any(cue[0] < end and start < cue[1] for start, end in cues)


def same_name(name: str, heard: Heard) -> bool:
    """Whether the speaker found is the one annotated: one name may be a part of the other.

    The title found counts as part of the name, for «الوزير» is annotated where only he is named.
    """
    wanted, got = _parts(name), _parts(heard.speaker)
    if not wanted or not got:
        return False
    return got <= wanted or wanted <= got | _parts(heard.title)


def _names(one: str, other: str) -> bool:
    left, right = _parts(one), _parts(other)
    return bool(left) and bool(right) and (left <= right or right <= left)


def _parts(name: str) -> frozenset[str]:
    words = (bare(word.strip('،.()«»"“”')) for word in fold(name, Fold.ORTHOGRAPHIC).split())
    return frozenset(word.removeprefix("ال") for word in words if word)
