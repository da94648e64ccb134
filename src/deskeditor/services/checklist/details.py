"""Rules about what is said of the article beside its text: desk, subject, dates."""

from __future__ import annotations

from deskeditor.domain.words import Bilingual
from deskeditor.services.checklist.rule import Piece, Rule


def _embargo_past(piece: Piece) -> int:
    embargo = piece.article.details.embargo
    return int(embargo is not None and embargo <= piece.now)


DETAILS: tuple[Rule, ...] = (
    Rule(
        "submit.desk", "block",
        Bilingual("لم يُحدَّد قسم المادة.", "The desk of the piece is not set."),
        lambda piece: int(not piece.article.details.desk.strip()),
    ),
    Rule(
        "submit.subject", "reason",
        Bilingual("لم يُحدَّد موضوع المادة.", "The subject of the piece is not set."),
        lambda piece: int(not piece.article.details.subject.strip()),
    ),
    Rule(
        "submit.published-on", "reason",
        Bilingual(
            "يوم النشر غير معروف، فلا تُحسب منه «أمس» و«غدا».",
            "The day of publication is not known, so “yesterday” cannot be worked out.",
        ),
        lambda piece: int(piece.article.details.published_on is None),
    ),
    Rule(
        "submit.embargo-past", "reason",
        Bilingual("موعد الحظر مضى.", "The embargo has passed already."),
        _embargo_past,
    ),
    Rule(
        "submit.place", "hint",
        Bilingual("لم يُذكر مكان الحدث في البيانات.", "The place of the event is not set."),
        lambda piece: int(not piece.article.details.place.strip()),
    ),
    Rule(
        "submit.genre", "hint",
        Bilingual("لم يُحدَّد نوع المادة.", "The genre of the piece is not set."),
        lambda piece: int(not piece.article.details.genre.strip()),
    ),
)  # fmt: skip
