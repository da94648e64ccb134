"""Caption rules on a picture with everything wrong, and on one that lacks nothing."""

from __future__ import annotations

from deskeditor.checks.captions import RULES
from deskeditor.checks.captions.shared import figure, pictured
from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import run
from deskeditor.checks.rule import Example


def rules_that_fire(example: Example) -> set[str]:
    document, details, publication = example.build()
    outcome = run(CheckContext(document, details, publication), rules=RULES)
    assert not outcome.failed
    return {finding.rule for finding in outcome.findings}


def test_a_caption_cut_in_mid_word_in_another_language() -> None:
    bad = figure(
        media=None, caption="The minister is seen at the new centre on J", alt="", credit=""
    )
    assert rules_that_fire(pictured(bad)) == {
        "captions.cut", "captions.language", "captions.picture-missing", "captions.alt-missing",
        "captions.credit-missing",
    }  # fmt: skip


def test_a_whole_picture_is_left_alone() -> None:
    assert rules_that_fire(pictured(figure())) == set()


def test_no_caption_no_picture_no_rule_breaks() -> None:
    empty = figure(media=None, caption="", alt="😀", credit="ِ")
    assert "captions.missing" in rules_that_fire(pictured(empty))
    assert rules_that_fire(Example("نص بلا صور 12 Latin 😀")) == set()
