"""What a rule of the checklist is: an id, a level, a sentence, and a count of faults."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from deskeditor.domain.article import Article
from deskeditor.domain.document import Slot
from deskeditor.domain.document.inline import Mark
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Publication
from deskeditor.domain.words import Bilingual
from deskeditor.services.report import Report

Level = Literal["block", "reason", "hint", "approval"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as the rules see it, with what was found out about it; `now` is in UTC."""

    article: Article
    report: Report
    publication: Publication
    now: datetime
    images: Mapping[str, ImageRecord]

    def slots(self) -> Iterable[Slot]:
        """Every text of the article."""
        return self.article.document.slots()

    def marks(self) -> Iterable[Mark]:
        """Every mark on any text, once for each stretch it lies on."""
        return (span.mark for slot in self.slots() for span in slot.text.spans)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `count` answers how many faults the piece has; 0 passes.

    With `names` it blocks no sending: each name it answers, an editor must approve at the board.
    """

    id: str
    level: Level
    message: Bilingual
    count: Callable[[Piece], int]
    names: Callable[[Piece], tuple[str, ...]] | None = None


def graphemes(text: str) -> int:
    """Characters as a reader counts them, near enough for a limit: marks count none."""
    return sum(unicodedata.category(one) not in ("Mn", "Me", "Cf") for one in text)
