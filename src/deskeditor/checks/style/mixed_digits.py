"""One system of digits throughout, the house's."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example, Topic
from deskeditor.checks.style.counting import Use, mixed, uses
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.publication import Digits, HouseStyle
from deskeditor.domain.words import Bilingual
from deskeditor.language.tokens import TokenKind

_LATIN, _ARABIC = "0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪"
_TO_ARABIC, _TO_LATIN = str.maketrans(_LATIN, _ARABIC), str.maketrans(_ARABIC, _LATIN)


def read_digits(context: CheckContext, slot: Slot) -> tuple[Use, ...]:
    """Every number of a text with its system, and itself in the other."""
    found: list[Use] = []
    for token in context.tokens(slot):
        if token.kind is TokenKind.NUMBER:
            arabic = token.text[0] in _ARABIC
            form = Digits.ARABIC if arabic else Digits.LATIN
            new = {
                Digits.ARABIC.value: token.text.translate(_TO_ARABIC),
                Digits.LATIN.value: token.text.translate(_TO_LATIN),
            }
            anchor = Anchor(slot.address, token.start, token.end)
            found.append(Use(anchor, token.text, form.value, new))
    return tuple(found)


def _run(context: CheckContext) -> Iterator[Finding]:
    found = uses(context, "digits", read_digits)
    yield from mixed(RULE, found, context.publication.house.digits.value)


RULE = DocumentRule(
    id="style.mixed-digits",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.CONSISTENCY,
    title=Bilingual("أرقام من نظامين", "Two systems of digits"),
    message=Bilingual(
        "في النص أرقام من نظامين: «{text}» هنا.",
        "The piece has digits of two systems: “{text}” here.",
    ),
    must_match=(
        "أصيب ٢٥ شخصا 😀\n\nبنسبة 60%",
        Example("أصيب ٢٥ شخصا بنسبة 60%", found="60", house=HouseStyle(digits=Digits.ARABIC)),
    ),
    must_not_match=("أصيب 25 شخصا بنسبة 60% 😀", "أصيب ٢٥ شخصا"),
    run=_run,
    reads=lambda context: (uses(context, "digits", read_digits),),
)
