"""Confidential sources: who stands behind a pseudonym. Lives in the sealed vault and nowhere else.

A value of this kind never shows itself: its `repr`, which logs and tracebacks print, is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from deskeditor.domain.sources import Terms


@dataclass(frozen=True, slots=True)
class Identity:
    """One confidential source. `pseudonym` stands in texts; everything else only in here."""

    id: str
    pseudonym: str = field(repr=False)
    name: str = field(repr=False)
    contact: str = field(default="", repr=False)
    terms: Terms = field(default=Terms.OFF_RECORD, repr=False)
    notes: str = field(default="", repr=False)
    known_by: str = field(default="", repr=False)
