"""How many dates of published texts are found and resolved, and how many of them rightly.

`deskeditor language evaluate` prints it. A line of a .jsonl file may say what its dates mean, as a
person read them, in the order of the text: `"dates": [{"text": "أمس", "means": "2021-12-30"}]`.
`means` is a day, a month (`2021-12`), a year (`2021`), or null where the text does not say which
day; with `"about": true` (a week, «قبل نحو أسبوعين») any day of that week is right. Whatever
expression is not annotated is not held against the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from deskeditor.domain.article import Details
from deskeditor.domain.dates import DateMention
from deskeditor.domain.publication import Publication
from deskeditor.domain.words import Bilingual
from deskeditor.services.checking import Checking
from deskeditor.services.rule_rates import Meant, Published

#: Days by which a date that is only about right may miss.
_ABOUT = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Missed:
    """An annotated date that was not read so: `said` is None where nothing was found."""

    text: str
    means: str
    said: str | None


@dataclass(frozen=True, slots=True)
class DateRates:
    """What was found in the texts; of annotated dates, how many were found and how many right.

    `open` counts what cannot be resolved by its reason.
    """

    found: int
    resolved: int
    open: Mapping[Bilingual, int]
    annotated: int = 0
    met: int = 0
    right: int = 0
    missed: tuple[Missed, ...] = ()

    @property
    def percent(self) -> float:
        """Annotated dates that were found and rightly read, in percent."""
        return 100 * self.right / self.annotated if self.annotated else 0.0


def measure_dates(
    texts: Iterable[Published], checking: Checking, publication: Publication
) -> DateRates:
    """Read the dates of every text, counted from the day it was published."""
    found, resolved = 0, 0
    reasons: Counter[Bilingual] = Counter()
    annotated, met, right = 0, 0, 0
    missed: list[Missed] = []
    for text in texts:
        details = Details(published_on=text.published_on)
        mentions = checking.check(text.document, details, publication, only=()).dates
        found += len(mentions)
        resolved += sum(mention.resolved is not None for mention in mentions)
        reasons.update(mention.reason for mention in mentions if mention.reason is not None)
        for meant, mention in _paired(text, mentions):
            annotated += 1
            met += mention is not None
            if mention is not None and _is_right(mention, meant):
                right += 1
            else:
                said = None if mention is None else str(mention.resolved or "—")
                missed.append(Missed(meant.text, meant.means or "—", said))
    return DateRates(found, resolved, dict(reasons), annotated, met, right, tuple(missed))


def _paired(
    text: Published, mentions: tuple[DateMention, ...]
) -> list[tuple[Meant, DateMention | None]]:
    """Each annotated date with the first mention that shares a letter with it; none twice."""
    order = {block.id: number for number, block in enumerate(text.document.blocks)}
    left = list(mentions)
    pairs: list[tuple[Meant, DateMention | None]] = []
    for meant in text.dates:
        hit = next(
            (m for m in left if order.get(m.anchor.address.block) == meant.block
             and m.anchor.start < meant.end and m.anchor.end > meant.start),
            None,
        )  # fmt: skip
        if hit is not None:
            left.remove(hit)
        pairs.append((meant, hit))
    return pairs


def _is_right(mention: DateMention, meant: Meant) -> bool:
    if meant.means is None or mention.resolved is None:
        return meant.means is None and mention.resolved is None
    if meant.about:
        day = date.fromisoformat(meant.means)
        return mention.resolved - _ABOUT <= day <= (mention.until or mention.resolved) + _ABOUT
    return mention.resolved.isoformat() == f"{meant.means}-01-01"[:10]
