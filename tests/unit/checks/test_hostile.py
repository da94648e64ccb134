"""Rules over texts nobody writes: they end, in time that grows with the text, and none breaks.

A rule that is quadratic takes minutes at these sizes.
"""

from __future__ import annotations

from datetime import date

import pytest

from deskeditor.checks.captions.credit_inside import RULE as CREDIT_INSIDE
from deskeditor.checks.captions.shared import figure, pictured
from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates import RULES as DATES
from deskeditor.checks.registry import run
from deskeditor.checks.structure import RULES as STRUCTURE
from deskeditor.checks.style import RULES as STYLE
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.publication import Publication
from deskeditor.services.checking import READERS

SIZE = 100_000
TEXTS = {
    "one word": "ا" * SIZE,
    "one number": "1" * SIZE,
    "a number of points": "1." * (SIZE // 2),
    "births without a year": "ولد " * (SIZE // 4),
    "brackets": "(1" * (SIZE // 4),
    "tashkeel": "\u064e" * SIZE,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_rules_end_on_hostile_text(text: str) -> None:
    document = Document(Header(headline=Inline(f"تعلن 12 {text}")), (Paragraph("b", Inline(text)),))
    details = Details(published_on=date(2021, 6, 1))
    context = CheckContext(document, details, Publication("p", "p"), readers=READERS)
    assert run(context, rules=(*DATES, *STYLE, *STRUCTURE)).failed == ()


@pytest.mark.parametrize(
    "caption", ["." * SIZE, "مصدر " + "، " * SIZE, "source:" + " " * SIZE + ")\n:"]
)
def test_a_caption_of_marks_is_passed_in_no_time(caption: str) -> None:
    document, details, publication = pictured(figure(caption=f"{caption}ن 😀")).build()
    outcome = run(CheckContext(document, details, publication), rules=(CREDIT_INSIDE,))
    assert (outcome.findings, outcome.failed) == ((), ())
