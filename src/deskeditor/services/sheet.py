"""The verification sheet of an article: every quotation, and how we know that it was said.

For the board and the file: speaker, channel, evidence, verdict, who stands behind each and when.
Names and verdicts the machine only proposes are said to be proposals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from deskeditor.domain.article import Article
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import BadInput
from deskeditor.domain.ledger import fact_standing, facts_needed, signature_of
from deskeditor.domain.ports import Clock
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Evidence, Fact, Quote, QuoteKind, Standing, Twin, Verdict
from deskeditor.domain.revision import article_data, name_of
from deskeditor.formats.guard import display_name
from deskeditor.formats.sheet import (
    Sheet,
    SheetEvidence,
    SheetRow,
    SheetTwin,
    sheet_page,
    sheet_paper,
)
from deskeditor.language.messages import Catalogue
from deskeditor.media.files import write_atomically
from deskeditor.services.ledger import gone

_ENDINGS = frozenset({".html", ".htm", ".pdf"})


def fingerprint(article: Article) -> str:
    """What names a text on its sheet, whoever prints it: 16 hex digits.

    The sha256 of what a kept version of the same text holds under `article`.
    """
    return name_of(canonical(article_data(article)))[:16]


class Printer(Protocol):
    """Draws a page of ours on paper."""

    def __call__(self, page: str, style: str, *, rtl: bool, title: str) -> bytes:
        """The PDF."""
        ...


class Sheets:
    """Writes verification sheets in one language. Thread-safe: every call stands alone."""

    def __init__(self, clock: Clock, say: Catalogue, resources: Path) -> None:
        """Keep the wording; nothing is read yet."""
        self._clock, self._say, self._resources = clock, say, resources

    def write(  # noqa: PLR0917 - what it is about, who asks, where to
        self,
        article: Article,
        publication: Publication,
        quotes: tuple[Quote, ...],
        evidence: tuple[Evidence, ...],
        by: str,
        out: Path,
        people: Mapping[str, str] | None = None,
        *,
        twins: tuple[Twin, ...] = (),
        printer: Printer | None = None,
    ) -> Path:
        """Write the sheet to the file `out`, whole or not at all; answers `out`.

        A name that ends in .pdf is drawn by `printer`, one in .html or .htm is a page.

        Raises:
            BadInput: a folder as target, another ending, or a PDF where nobody can draw one.
            StoreError: the folder is missing, read-only or full.
        """
        sheet = self.sheet(article, publication, quotes, evidence, by, people or {}, twins)
        if out.is_dir():
            raise BadInput("file-is-folder", name=display_name(out))
        if out.suffix.lower() not in _ENDINGS:
            raise BadInput("sheet-ending", name=display_name(out))
        write_atomically(out, self._bytes(sheet, out, printer))
        return out

    def _bytes(self, sheet: Sheet, out: Path, printer: Printer | None) -> bytes:
        if out.suffix.lower() != ".pdf":
            return sheet_page(sheet, self._say, self._resources)
        if printer is None:
            raise BadInput("sheet-no-printer", name=display_name(out))
        page, style = sheet_paper(sheet, self._say, self._resources)
        title = f"{self._say('sheet.title')}: {sheet.title}"
        return printer(page, style, rtl=sheet.language == "ar", title=title)

    def sheet(  # noqa: PLR0917 - as `write`
        self,
        article: Article,
        publication: Publication,
        quotes: tuple[Quote, ...],
        evidence: tuple[Evidence, ...],
        by: str,
        people: Mapping[str, str],
        twins: tuple[Twin, ...] = (),
    ) -> Sheet:
        """What the sheet says; `twins` are other wordings of its quotations."""
        kept = {each.id: each for each in evidence}
        now, zone = self._clock.now(), publication.zone
        return Sheet(
            language=self._say.language,
            title=article.title,
            publication=publication.name,
            article=article.id,
            fingerprint=fingerprint(article),
            by=people.get(by, by),
            at=_moment(now, zone),
            sum=self._sum(quotes),
            rows=tuple(
                replace(self._row(quote, kept, people, zone), twins=self._twins(quote, twins))
                for quote in quotes
            ),
            evidence=tuple(self._evidence(each, people, zone) for each in evidence),
            gone=gone(article, quotes),
        )

    def _sum(self, quotes: tuple[Quote, ...]) -> str:
        said = [quote for quote in quotes if quote.kind is QuoteKind.SPEECH]
        stand = sum(quote.standing is Standing.CONFIRMED for quote in quotes)
        found = [Verdict.VERBATIM, Verdict.ORTHOGRAPHIC, Verdict.CUT]
        return self._say(
            "sheet.sum", whole=len(quotes), speech=len(said), confirmed=stand,
            held=sum(quote.verdict in found for quote in said),
            altered=sum(quote.verdict is Verdict.ALTERED for quote in said),
        )  # fmt: skip

    def _row(
        self, quote: Quote, kept: Mapping[str, Evidence], people: Mapping[str, str], zone: tzinfo
    ) -> SheetRow:
        say, item = self._say, quote.confirmation
        ruling = item.ruling if item is not None and quote.ruled else None
        known = ruling.evidence if ruling else quote.comparison.evidence if quote.comparison else ""
        held = kept.get(known)
        confirmed = quote.standing is Standing.CONFIRMED
        basis = "confirmed" if confirmed else quote.speaker.basis if quote.speaker else ""
        return SheetRow(
            text=quote.text,
            speaker=quote.speaker.name if quote.speaker else "",
            basis=say(f"panels.basis_{basis}") if basis else "",
            kind=say(f"panels.quote_kind_{quote.kind}"),
            is_speech=quote.kind is QuoteKind.SPEECH,
            channel=say(f"panels.channel_{quote.channel}") if quote.channel else "",
            relayed_by=quote.relayed_by.text if quote.relayed_by else "",
            verdict=quote.verdict.value,
            verdict_words=say(f"panels.verdict_{quote.verdict}"),
            ruled=self._ruled(quote, people, zone),
            evidence=_named(held) if held else "",
            hash=held.blob[:16] if held else "",
            standing=self._standing(quote, people, zone),
            changes=quote.comparison.changes if quote.comparison else (),
        )

    def _twins(self, quote: Quote, twins: tuple[Twin, ...]) -> tuple[SheetTwin, ...]:
        say = self._say
        return tuple(
            SheetTwin(
                " ".join(twin.text.split()),
                twin.title or say("sheet.other-article" if twin.article else "sheet.this-article"),
            )
            for twin in twins
            if twin.quote == quote.anchor
        )

    def _ruled(self, quote: Quote, people: Mapping[str, str], zone: tzinfo) -> str:
        item = quote.confirmation
        if not quote.ruled or item is None or item.ruling is None:
            return self._say("sheet.proposed")
        ruling = item.ruling
        said = self._say(
            "sheet.ruled", by=people.get(ruling.by, ruling.by), when=_moment(ruling.at, zone)
        )
        return f"{said} · {ruling.note}" if ruling.note else said

    def _standing(self, quote: Quote, people: Mapping[str, str], zone: tzinfo) -> str:
        item = quote.confirmation
        if item is None:
            return self._say("sheet.not-confirmed")
        if item.signed:
            needed = facts_needed(quote.kind)
            facts = [fact for fact in Fact if fact in needed or signature_of(quote, fact)]
            return " · ".join(self._fact(quote, fact, people, zone) for fact in facts)
        if quote.standing is Standing.AGAIN:
            return self._say("panels.confirm_again")
        return self._say(
            "sheet.ruled", by=people.get(item.by, item.by), when=_moment(item.at, zone)
        )

    def _fact(self, quote: Quote, fact: Fact, people: Mapping[str, str], zone: tzinfo) -> str:
        """Who stands behind one fact, and when; or that nobody does, or no more."""
        say, signed = self._say, signature_of(quote, fact)
        if signed is None:
            said = say("sheet.not-confirmed")
        elif fact_standing(quote, fact) is Standing.AGAIN:
            said = say("panels.fact_again")
        else:
            by, when = people.get(signed.by, signed.by), _moment(signed.at, zone)
            said = say("sheet.ruled", by=by, when=when)
        return say("panels.fact_said", fact=say(f"panels.{fact}"), said=said)

    def _evidence(self, each: Evidence, people: Mapping[str, str], zone: tzinfo) -> SheetEvidence:
        say = self._say
        note = say(f"panels.unreadable_{each.unreadable}") if each.unreadable else ""
        if each.seen_on is not None:
            note = f"{note} {say('panels.evidence_seen', day=each.seen_on.isoformat())}".strip()
        return SheetEvidence(
            name=_named(each), kind=say(f"panels.evidence_{each.kind}"), note=note,
            by=people.get(each.added_by, each.added_by), at=_moment(each.added_at, zone),
            hash=each.blob,
        )  # fmt: skip


def _named(each: Evidence) -> str:
    parts = (each.origin, each.name, each.timecode)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _moment(at: datetime, zone: tzinfo) -> str:
    """A moment in the newsroom's time: `23/11/2026 14:02`."""
    return at.astimezone(zone).strftime("%d/%m/%Y %H:%M")
