"""What the rules on one form throughout say of the form that stands elsewhere."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import run
from deskeditor.checks.rule import Example
from deskeditor.checks.style.mixed_spelling import RULE as MIXED_SPELLING
from deskeditor.domain.findings import Finding


def found(text: str) -> tuple[Finding, ...]:
    document, details, publication = Example(text).build()
    context = CheckContext(document, details, publication)
    return run(context, rules=(MIXED_SPELLING,)).findings


def test_the_other_spelling_is_named_without_what_is_written_onto_its_front() -> None:
    (one,) = found("اللجنة العراقية والأميركية 😀\n\nقال للأميركيين 60%\n\nالقوات الأمريكية، NATO")
    assert one.text == "الأمريكية"
    assert "«الأميركية»" in one.message.ar
    assert "والأميركية" not in one.message.en
    (two,) = found("قال للأميركيين 60%\n\nوزير أميركي\n\nالقوات الأمريكية 😀")
    assert "«الأميركيين»" in two.message.ar
