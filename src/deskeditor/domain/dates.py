"""Dates a piece speaks of, resolved against the day it is published, or not resolved and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from deskeditor.domain.findings import Anchor
from deskeditor.domain.words import Bilingual


class Precision(StrEnum):
    """How much of the calendar an expression names."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression of the text.

    `resolved` is the day, or the first day of the month or year meant; `until` the last one of it.
    Where it cannot be resolved, `resolved` is None and `reason` says why: never a guess.
    `relative` tells that the day depends on another day (of publication, or of the utterance).
    """

    anchor: Anchor
    text: str
    resolved: date | None = None
    reason: Bilingual | None = None
    precision: Precision = Precision.DAY
    until: date | None = None
    relative: bool = False
