"""What a rule says its matches hold, they do hold: looking for that first hides no finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import ALL_RULES
from deskeditor.checks.rule import SlotRule, as_example
from deskeditor.checks.sources import phrasing
from deskeditor.checks.style.pattern import Needs
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document
from deskeditor.domain.findings import Category, Finding
from deskeditor.domain.publication import Publication
from helpers.pieces import piece

RULES = tuple(
    rule
    for rule in ALL_RULES
    if isinstance(rule, SlotRule)
    and (rule.category is Category.STYLE or rule.id.startswith(("sources.", "structure.")))
)
#: Whatever the patterns look for, in pieces that may stand side by side.
PIECES = (
    *" \u00a0\t\n،؛؟!:.,;?-–()[]«»“”\"'‘’%٪&*_ـ0٥12!؟…/",
    "\u200b\u200e\u200f\u202d\u064b", "ی", "ك", "إ", "أن", " بأن ", "أكد", "تم ", "قام ب", "بشكل ",
    "رسمي", "من قبل ", "كافة ", "الغير ", "في ما ", "يتعلق", "اءا", "x", "XXX", "TK",
    "لوريم إيبسوم",
    "مصدر", "مطلع", "رفض", " ذكر اسمه", "يذكر أن", "قيل إن", "ذكرت تقارير", "بحسب وسائل إعلام",
    "وقال", " الوزير", "&nbsp;", "كلمة", "سوف لن", "هذة", "مسئول", "لازال", "أشخاص", "سنة", "AB",
)  # fmt: skip
EXAMPLES = tuple(
    as_example(text).text for rule in ALL_RULES for text in (*rule.must_match, *rule.must_not_match)
)


def found(document: Document) -> list[Finding]:
    context = CheckContext(document, Details(), Publication("p", "p"))
    return [
        finding
        for slot in context.all_slots
        for rule in RULES
        if slot.role in rule.roles
        for finding in rule.run(context, slot)
    ]


def found_without_needs(document: Document) -> list[Finding]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Needs, "met", lambda *_: True)
        patch.setattr(phrasing, "holds", lambda *_: True)
        return found(document)


def test_examples_give_the_same_without_looking_first() -> None:
    for text in filter(None, dict.fromkeys(EXAMPLES)):
        document = piece(text)
        assert found(document) == found_without_needs(document)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_the_same_without_looking_first(text: str) -> None:
    document = piece(text)
    assert found(document) == found_without_needs(document)
