"""Rules about the text: header, body, marks left open, what must not be published."""

from __future__ import annotations

import re

from deskeditor.domain.document import (
    CommentMark,
    Fact,
    Heading,
    Paragraph,
    Role,
    proposals,
)
from deskeditor.domain.document.measure import body_words
from deskeditor.domain.words import Bilingual
from deskeditor.services.checklist.rule import Piece, Rule, graphemes

#: What stands for words still to come.
_PLACEHOLDER = re.compile(r"\b(?:XXX+|TK|TKTK|TODO)\b|؟؟+|\?\?+|_{3,}|\[\s*\.\.\.\s*\]")
#: Words that ask for the text to stay in the house; a report may also quote them, so a person says.
_NOT_FOR_PUBLICATION = re.compile(
    r"(?:ليست?|غير (?:مخصصة?|معدة?)|لا [تي]صلح) للنشر|ممنوعة? من النشر|not for publication",
    re.IGNORECASE,
)
#: Overrides and isolates that reorder what a reader sees, soft hyphens, private characters.
_FORBIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u00ad\ue000-\uf8ff\ufeff\ufffd]")


def _header(name: str, piece: Piece) -> str:
    text: str = getattr(piece.article.document.header, name).text.strip()
    return text


def _matches(pattern: re.Pattern[str], piece: Piece) -> int:
    texts = (slot.text.text for slot in piece.slots() if slot.role is not Role.NOTE)
    return sum(len(pattern.findall(text)) for text in texts)


def _open_comments(piece: Piece) -> int:
    threads = piece.article.document.threads
    marked = {mark.id for mark in piece.marks() if isinstance(mark, CommentMark)}
    return sum(thread.resolved_at is None and thread.id in marked for thread in threads)


def _suggestions(piece: Piece) -> int:
    return len(proposals(piece.article.document))


def _flags(piece: Piece) -> int:
    return sum(isinstance(mark, Fact) and mark.state == "flagged" for mark in piece.marks())


def _heading_order(piece: Piece) -> int:
    wrong, level = 0, 1
    for block in piece.article.document.blocks:
        if isinstance(block, Heading):
            wrong += block.level > level + 1
            level = block.level
    return wrong


def _empty_paragraphs(piece: Piece) -> int:
    blocks = piece.article.document.blocks
    return sum(isinstance(b, Paragraph | Heading) and not b.text.text.strip() for b in blocks)


def _length_off(piece: Piece) -> int:
    wanted = piece.article.details.commissioned_words
    if wanted is None:
        return 0
    return int(
        abs(body_words(piece.article.document) - wanted) > piece.publication.limits.words_off
    )


TEXT: tuple[Rule, ...] = (
    Rule(
        "submit.headline", "block",
        Bilingual("المادة بلا عنوان.", "The piece has no headline."),
        lambda piece: int(not _header("headline", piece)),
    ),
    Rule(
        "submit.body", "block",
        Bilingual("المتن فارغ.", "The body is empty."),
        lambda piece: int(body_words(piece.article.document) == 0),
    ),
    Rule(
        "submit.byline", "block",
        Bilingual("المادة بلا توقيع.", "The piece has no byline."),
        lambda piece: int(not _header("byline", piece)),
    ),
    Rule(
        "submit.language", "block",
        Bilingual("لغة المادة غير محددة.", "The language of the piece is not set."),
        lambda piece: int(not piece.article.document.language),
    ),
    Rule(
        "submit.suggestions", "block",
        Bilingual("في النص اقتراحات لم تُقبل ولم تُرفض.", "Suggestions are neither taken nor left."),
        _suggestions,
    ),
    Rule(
        "submit.fact-flags", "block",
        Bilingual("في النص معلومات موسومة للتحقق.", "Facts are still flagged to be checked."),
        _flags,
    ),
    Rule(
        "submit.placeholders", "block",
        Bilingual("في النص مواضع لم تُملأ بعد.", "Places in the text still wait to be filled."),
        lambda piece: _matches(_PLACEHOLDER, piece),
    ),
    Rule(
        "submit.not-for-publication", "reason",
        Bilingual("في النص ما وُسم بأنه ليس للنشر.", "The text says it is not for publication."),
        lambda piece: _matches(_NOT_FOR_PUBLICATION, piece),
    ),
    Rule(
        "submit.dateline", "reason",
        Bilingual("المادة بلا مكان وتاريخ في مطلعها.", "The piece has no dateline."),
        lambda piece: int(not _header("dateline", piece)),
    ),
    Rule(
        "submit.comments", "reason",
        Bilingual("في النص تعليقات لم تُحسم.", "Comments on the text are still open."),
        _open_comments,
    ),
    Rule(
        "submit.characters", "reason",
        Bilingual(
            "في النص محارف خفية تغيّر ترتيب القراءة أو لا تُنشر.",
            "Hidden characters reorder the text or cannot be published.",
        ),
        lambda piece: _matches(_FORBIDDEN, piece),
    ),
    Rule(
        "submit.length", "reason",
        Bilingual(
            "طول المادة بعيد عن العدد المطلوب من الكلمات.",
            "The length is far from the words commissioned.",
        ),
        _length_off,
    ),
    Rule(
        "submit.headline-long", "hint",
        Bilingual("العنوان أطول من حد المطبوعة.", "The headline is over the publication's limit."),
        lambda p: int(graphemes(_header("headline", p)) > p.publication.limits.headline),
    ),
    Rule(
        "submit.deck-long", "hint",
        Bilingual(
            "العنوان الفرعي أطول من حد المطبوعة.", "The deck is over the publication's limit."
        ),
        lambda p: int(graphemes(_header("deck", p)) > p.publication.limits.deck),
    ),
    Rule(
        "submit.heading-order", "hint",
        Bilingual("عنوان داخلي من درجة أدنى بلا عنوان فوقه.", "A lower heading has none above it."),
        _heading_order,
    ),
    Rule(
        "submit.empty-paragraphs", "hint",
        Bilingual("في المتن فقرات فارغة.", "The body has empty paragraphs."),
        _empty_paragraphs,
    ),
)  # fmt: skip
