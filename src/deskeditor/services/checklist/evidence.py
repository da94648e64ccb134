"""Rules about quotations and sources, from what the checks found of them."""

from __future__ import annotations

from deskeditor.domain.quotes import Quote, QuoteKind, Verdict
from deskeditor.domain.review_gates import distinct
from deskeditor.domain.sources import SourceKind, Terms
from deskeditor.domain.words import Bilingual
from deskeditor.services.checklist.rule import Piece, Rule


def _speech(piece: Piece) -> list[Quote]:
    return [quote for quote in piece.report.quotes if quote.kind is QuoteKind.SPEECH]


def _with_verdict(piece: Piece, *verdicts: Verdict) -> int:
    return sum(quote.verdict in verdicts for quote in _speech(piece))


def _independent(piece: Piece) -> int:
    """Whether too few sources with a name speak; a text without sources counts too."""
    named = {s.name for s in piece.report.sources if s.kind is not SourceKind.ANONYMOUS}
    return int(len(named) < piece.publication.limits.independent_sources)


def _unnamed(piece: Piece) -> tuple[str, ...]:
    """How the text calls the sources it does not name, each once."""
    return distinct(s.name for s in piece.report.sources if s.kind is SourceKind.ANONYMOUS)


EVIDENCE: tuple[Rule, ...] = (
    Rule(
        "submit.quote-altered", "block",
        Bilingual(
            "اقتباس تختلف كلماته عن الأصل المحفوظ.",
            "A quotation differs from the evidence kept for it.",
        ),
        lambda piece: _with_verdict(piece, Verdict.ALTERED),
    ),
    Rule(
        "submit.quote-unattributed", "reason",
        Bilingual("اقتباس لا يُعرف قائله.", "A quotation has no speaker."),
        lambda piece: sum(quote.speaker is None for quote in _speech(piece)),
    ),
    Rule(
        "submit.quote-unchecked", "reason",
        Bilingual(
            "اقتباس لم يُقابل بأصل محفوظ أو لم يوجد فيه.",
            "A quotation was not held against evidence, or is not found there.",
        ),
        lambda piece: _with_verdict(piece, Verdict.NOT_CHECKED, Verdict.NOT_FOUND),
    ),
    Rule(
        "submit.quote-translated", "reason",
        Bilingual("اقتباس مترجم: من ترجمه؟", "A quotation is translated: by whom?"),
        lambda piece: _with_verdict(piece, Verdict.TRANSLATED),
    ),
    Rule(
        "submit.source-off-record", "reason",
        Bilingual(
            "في المادة مصدر تحدث من غير إذن بالنشر.", "A source spoke off the record."
        ),
        lambda piece: sum(s.terms is Terms.OFF_RECORD for s in piece.report.sources),
    ),
    Rule(
        "submit.source-anonymous", "reason",
        Bilingual(
            "في المادة مصدر بلا اسم؛ من المحرر الذي يعرفه؟",
            "A source has no name; which editor knows it?",
        ),
        lambda piece: len(_unnamed(piece)),
        names=_unnamed,
    ),
    Rule(
        "submit.sources-few", "reason",
        Bilingual(
            "المصادر المسماة أقل مما تطلبه المطبوعة.",
            "Fewer sources are named than the publication asks for.",
        ),
        _independent,
    ),
    Rule(
        "submit.quote-glyphs", "hint",
        Bilingual("علامة اقتباس بلا قرينتها.", "A quotation mark has no partner."),
        lambda piece: sum(not quote.balanced for quote in piece.report.quotes),
    ),
)  # fmt: skip
