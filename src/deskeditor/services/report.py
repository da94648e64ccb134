"""What the checklist needs of a checking report, as a protocol.

The checking service's own report satisfies it; so does anything else that can say as much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from deskeditor.domain.findings import Finding
from deskeditor.domain.quotes import Quote
from deskeditor.domain.sources import Source


class Report(Protocol):
    """What the checks said of one text, in reading order; `failed` names rules that broke."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings that stand; those set aside are not among them."""
        ...

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quoted span."""
        ...

    @property
    def sources(self) -> tuple[Source, ...]:
        """Whom the text relies on."""
        ...

    @property
    def failed(self) -> tuple[str, ...]:
        """Ids of rules that could not run."""
        ...


@dataclass(frozen=True, slots=True)
class NoReport:
    """The report of a text that no check has looked at."""

    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()
    failed: tuple[str, ...] = ()
