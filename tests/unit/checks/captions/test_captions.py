"""Caption rules on a picture with everything wrong, and on one that lacks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from deskeditor.checks.captions import RULES
from deskeditor.checks.captions.shared import figure, pictured
from deskeditor.checks.captions.told import told_in
from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import run
from deskeditor.checks.rule import Example
from deskeditor.domain.document import Figure
from deskeditor.domain.document.inline import Suggestion
from deskeditor.services.checking import READERS


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


def test_a_picture_somebody_proposes_to_take_out_is_left_alone() -> None:
    standing = figure(
        media=None, alt="", credit="", caption="الوزير هاشم البدري  في المركز وفيه 210 أسرّة"
    )  # fmt: skip
    gone = Suggestion("delete", "s1", "noor", datetime(2026, 11, 23, 8, tzinfo=UTC))
    struck = replace(standing, suggested=(gone,))

    def on_it(picture: Figure) -> set[str]:
        context = CheckContext(*pictured(picture, figure("f2")).build(), readers=READERS)
        return {one.rule for one in run(context).findings if one.anchor.address.block == "f1"}

    assert on_it(standing) >= {
        "captions.credit-missing", "captions.unknown-person", "dates.figures", "style.double-space"
    }  # fmt: skip
    assert on_it(struck) == {"structure.open-suggestion"}


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("الوزيرة سلمى الكناني تفتتح مركز المدينة في بغداد، 3 أيار", ""),
        ("رافعات متوقفة عند الرصيف القديم في الميناء، صباح الأحد", "who"),
        ("عمال الصيانة يصلحون مضخة المحطة الثالثة", "when"),
        ("مركز المدينة", "who what when"),
        ("سلمى الكناني", "what where when"),
        ("صيادون يرتبون شباكهم قبل الإبحار 🎣", "where when"),
        ("Karim Jabbouri opens the exhibition in Baghdad on Tuesday", ""),
        ("Old Quay Bridge", "who what when"),
        ("ستقام المباراة النهائية بينهما في 12 أيار", "who where"),
        ("…", "who what where when"),
    ],
)
def test_what_a_caption_tells(words: str, missing: str) -> None:
    document, details, publication = pictured(figure(caption=words)).build()
    context = CheckContext(document, details, publication, readers=READERS)
    (told,) = told_in(context)
    assert told.figure == "f1"
    assert " ".join(told.missing) == missing


def test_nothing_is_told_of_an_empty_caption() -> None:
    document, details, publication = pictured(figure(caption=" ")).build()
    assert told_in(CheckContext(document, details, publication, readers=READERS)) == ()
