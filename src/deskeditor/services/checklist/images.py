"""Rules about pictures: credit, caption, description, rights, size.

Credit, caption and description are asked of pictures that are there: a published page may name a
picture that did not come with its text, and that is a question of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from deskeditor.domain.document import Figure
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.words import Bilingual
from deskeditor.services.checklist.rule import Piece, Rule, graphemes


def _shown(piece: Piece) -> list[Figure]:
    return [figure for figure in piece.article.document.figures() if figure.media]


def _figures(wrong: Callable[[Figure], bool]) -> Callable[[Piece], int]:
    return lambda piece: sum(wrong(figure) for figure in _shown(piece))


def _records(wrong: Callable[[ImageRecord, Piece], bool]) -> Callable[[Piece], int]:
    def count(piece: Piece) -> int:
        found = (piece.images.get(figure.media or "") for figure in _shown(piece))
        return sum(record is not None and wrong(record, piece) for record in found)

    return count


def _short(piece: Piece) -> int:
    """Captions too short to say who, what, where, when: under the limit or five words."""
    captions = [figure.caption.text.strip() for figure in _shown(piece)]
    limit = piece.publication.limits.caption_short
    return sum(bool(c) and (graphemes(c) < limit or len(c.split()) < 5) for c in captions)


def _small(record: ImageRecord, piece: Piece) -> bool:
    return min(record.width, record.height) < piece.publication.limits.image_side


IMAGES: tuple[Rule, ...] = (
    Rule(
        "submit.image-credit", "block",
        Bilingual("صورة بلا اسم صاحبها أو مصدرها.", "A picture has no credit."),
        _figures(lambda figure: not figure.credit.strip()),
    ),
    Rule(
        "submit.image-caption", "block",
        Bilingual("صورة بلا تعليق.", "A picture has no caption."),
        _figures(lambda figure: not figure.caption.text.strip()),
    ),
    Rule(
        "submit.image-alt", "block",
        Bilingual(
            "صورة بلا وصف لمن لا يراها.",
            "A picture has no description for those who cannot see it.",
        ),
        _figures(lambda figure: not figure.alt.strip()),
    ),
    Rule(
        "submit.image-unknown", "block",
        Bilingual("صورة في المتن غير موجودة في المكتب.", "The desk does not have a picture shown."),
        lambda piece: sum(figure.media not in piece.images for figure in _shown(piece)),
    ),
    Rule(
        "submit.image-missing", "reason",
        Bilingual("تعليق صورة لم يصل ملفها.", "A caption stands without its picture's file."),
        lambda piece: sum(not figure.media for figure in piece.article.document.figures()),
    ),
    Rule(
        "submit.image-rights", "reason",
        Bilingual("لا يُعرف حق نشر الصورة.", "The right to show a picture is not known."),
        _records(lambda record, _: record.rights is Rights.UNKNOWN),
    ),
    Rule(
        "submit.image-permission", "reason",
        Bilingual(
            "صورة من شبكة اجتماعية أو من جهة معنية: من أذن بها؟",
            "A picture is from a social network or a handout: who gave permission?",
        ),
        _records(lambda record, _: record.rights in (Rights.SOCIAL, Rights.HANDOUT)),
    ),
    Rule(
        "submit.image-generated", "reason",
        Bilingual("صورة صنعتها آلة.", "A picture was made by a machine."),
        _records(lambda record, _: record.rights is Rights.AI_GENERATED),
    ),
    Rule(
        "submit.image-caption-short", "hint",
        Bilingual(
            "تعليق صورة قصير: من، وماذا، وأين، ومتى؟",
            "A caption is short: who, what, where, when?",
        ),
        _short,
    ),
    Rule(
        "submit.image-alt-copied", "hint",
        Bilingual("وصف الصورة هو تعليقها نفسه.", "A description repeats the caption."),
        _figures(lambda f: bool(f.alt.strip()) and f.alt.strip() == f.caption.text.strip()),
    ),
    Rule(
        "submit.image-small", "hint",
        Bilingual("صورة أصغر مما تطلبه المطبوعة.", "A picture is smaller than asked for."),
        _records(_small),
    ),
    Rule(
        "submit.image-taken", "hint",
        Bilingual("لا يُعرف متى التقطت الصورة.", "Nobody knows when a picture was taken."),
        _records(lambda record, _: record.taken is None),
    ),
)  # fmt: skip
