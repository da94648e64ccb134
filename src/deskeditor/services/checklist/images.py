"""Rules about pictures: credit, caption, description, rights, size.

Credit, caption and description are asked of pictures that are there: a published page may name a
picture that did not come with its text, and that is a question of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from deskeditor.domain.document import Figure
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.validity import validity
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


def _invalid(*codes: str) -> Callable[[Piece], int]:
    """Pictures of which one of these failures stands on the day the piece is shown."""

    def wrong(record: ImageRecord, piece: Piece) -> bool:
        day = piece.article.details.published_on or piece.now.date()
        failures = validity(record, day, piece.publication.limits)
        return any(
            failure.code.startswith(codes) and not failure.overridden for failure in failures
        )

    return _records(wrong)


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
        "submit.image-rights", "block",
        Bilingual(
            "لا يُعرف حق نشر الصورة: حدده في لوحة الصور، أو ليأذن بها محرر.",
            "The right to show a picture is not known: set it among the images, or ask an editor.",
        ),
        _invalid("rights_unknown"),
    ),
    Rule(
        "submit.image-demands", "block",
        Bilingual(
            "صورة ينقصها ما يطلبه نوع حقها: صاحبها أو حقوقها أو من أذن بها.",
            "A picture lacks what its rights demand: its maker, its copyright or who agreed.",
        ),
        _invalid("demands_"),
    ),
    Rule(
        "submit.image-denied", "block",
        Bilingual("صورة مُنع نشرها في هذا اليوم.", "A picture must not be shown on this day."),
        _invalid("denied"),
    ),
    Rule(
        "submit.image-lease", "block",
        Bilingual(
            "إذن نشر الصورة انتهى أو لم يبدأ.", "The permission to show a picture has no force."
        ),
        _invalid("lease_"),
    ),
    Rule(
        "submit.image-consent", "block",
        Bilingual(
            "في الصورة من لم يوافق على ظهوره: أخفِ وجهه أو سجل موافقته.",
            "Somebody in a picture has not agreed to be seen: hide the face or note the consent.",
        ),
        _invalid("consent_"),
    ),
    Rule(
        "submit.image-restricted", "reason",
        Bilingual(
            "على الصورة قيود: كيف التزمت بها المادة؟",
            "A picture has restrictions: how does the piece keep them?",
        ),
        _invalid("restricted"),
    ),
    Rule(
        "submit.image-undeclared", "reason",
        Bilingual(
            "صورة مركبة أو مصنوعة تُعرض على أنها صورة ملتقطة.",
            "A composite or made picture is shown as a photograph.",
        ),
        _invalid("undeclared"),
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
        _invalid("generated"),
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
        _invalid("small"),
    ),
    Rule(
        "submit.image-taken", "hint",
        Bilingual("لا يُعرف متى التقطت الصورة.", "Nobody knows when a picture was taken."),
        _invalid("undated"),
    ),
)  # fmt: skip
