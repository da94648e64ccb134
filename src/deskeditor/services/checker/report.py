"""What the checks found, as the process that checks tells it to the desk: only what is new.

Each part of a report is told as pieces: places in the part as it was last time, and new values.
What stays is one object at the desk from report to report, so that panels see what did not change.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from deskeditor.apart.frames import Data, Garbled
from deskeditor.apart.values import Values
from deskeditor.domain.captions import CaptionTold
from deskeditor.domain.dates import DateMention
from deskeditor.domain.findings import Finding
from deskeditor.domain.quotes import Quote, Reported, Twin
from deskeditor.domain.reading import Reading
from deskeditor.domain.sources import Source
from deskeditor.services.checked import NOTHING_READ, Report

#: The parts of a report that are many, and what one of them is.
_MANY: Mapping[str, Values[Any]] = {
    "findings": Values(Finding),
    "dismissed": Values(Finding),
    "quotes": Values(Quote),
    "sources": Values(Source),
    "dates": Values(DateMention),
    "known": Values(Finding),
    "reported": Values(Reported),
    "captions": Values(CaptionTold),
}
_TWIN = Values[Twin](Twin)
_READING = Values[Reading](Reading)
_FAILED = Values[tuple[str, ...]](tuple[str, ...])
Row = tuple[Any, ...]


def pieces(old: Row, new: Row, values: Values[Any]) -> list[Any]:
    """How `new` is made of `old`: `[start, end]` of it, and `{"new": …}` values, in order."""
    if old == new:
        return [[0, len(old)]] if old else []
    near = {id(value): place for place, value in enumerate(old)}
    equal: dict[Any, int] | None = None
    said: list[Any] = []
    for value in new:
        place = near.get(id(value))
        if place is None:
            if equal is None:
                equal = {one: number for number, one in enumerate(old)}
            place = equal.get(value)
        last = said[-1] if said else None
        if place is None:
            if isinstance(last, dict):
                last["new"].append(values.data(value))
            else:
                said.append({"new": [values.data(value)]})
        elif isinstance(last, list) and last[1] == place:
            last[1] += 1
        else:
            said.append([place, place + 1])
    return said


def joined(old: Row, said: Any, values: Values[Any]) -> Row:
    """The row that `pieces` told.

    Raises:
        Garbled: it can be none.
    """
    if type(said) is not list:
        raise Garbled("no pieces")
    found: list[Any] = []
    for piece in said:
        if isinstance(piece, dict) and type(piece.get("new")) is list:
            found += map(values.read, piece["new"])
        elif _within(piece, len(old)):
            found += old[piece[0] : piece[1]]
        else:
            raise Garbled("pieces of what was never told")
    return tuple(found)


def _within(piece: Any, length: int) -> bool:
    if type(piece) is not list or len(piece) != 2 or any(type(one) is not int for one in piece):
        return False
    return all(a <= b for a, b in pairwise((0, *piece, length)))


class Teller:
    """Says what is new in a report."""

    def __init__(self) -> None:
        """Nothing was found yet."""
        self.report = Report()
        self._twins: tuple[Twin, ...] = ()

    def tell(self, report: Report) -> Data:
        """What is not known of a report."""
        old, self.report = self.report, report
        said: Data = {
            name: pieces(getattr(old, name), getattr(report, name), values)
            for name, values in _MANY.items()
        }
        return said | {
            "reading": _READING.data(report.reading),
            "failed": _FAILED.data(report.failed),
        }

    def tell_twins(self, twins: tuple[Twin, ...]) -> Data:
        """What is not known of the other wordings."""
        old, self._twins = self._twins, twins
        return {"twins": pieces(old, twins, _TWIN)}


class Listener:
    """Puts the reports together again."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self.report = Report(reading=NOTHING_READ)
        self.twins: tuple[Twin, ...] = ()

    def hear(self, said: Data) -> Report:
        """The report as it stands now.

        Raises:
            Garbled: that is none.
        """
        many = {
            name: joined(getattr(self.report, name), said.get(name), values)
            for name, values in _MANY.items()
        }
        reading = _READING.read(said.get("reading"))
        self.report = Report(**many, reading=reading, failed=_FAILED.read(said.get("failed")))
        return self.report

    def hear_twins(self, said: Data) -> tuple[Twin, ...]:
        """The other wordings as they stand now.

        Raises:
            Garbled: those are none.
        """
        self.twins = joined(self.twins, said.get("twins"), _TWIN)
        return self.twins
