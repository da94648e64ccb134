"""The checking service: whole documents, what it remembers, what is missing, and bad input."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph, clean_text
from deskeditor.domain.findings import Category, Dismissal, Severity
from deskeditor.domain.publication import Publication
from deskeditor.services.checking import Checking
from helpers.documents import documents
from helpers.repository import RESOURCES, ROOT

PUBLICATION = Publication("desk", "الدار")
OURS = (Category.SPELLING, Category.STYLE, Category.STRUCTURE)
SEED = ROOT / ".." / "shared" / "seed"
PAGE = Document(
    Header(headline=Inline("الوزارة تعلن سبب انهيار الرصيف")),
    (
        Paragraph("b0", Inline("استقال المدير السباق للهيئة، مشيراً الى خلاف 😀.")),
        Paragraph("b1", Inline("وقال المتحدث: «لا نستطيع أن نجزم بسبب الانهيار»، وفق WHO.")),
    ),
)


@pytest.fixture(scope="module")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Checking:
    return Checking(RESOURCES / "language", tmp_path_factory.mktemp("desk") / "قواميس")


def rules(checking: Checking, document: Document) -> list[str]:
    return [f.rule for f in checking.check(document, Details(), PUBLICATION).findings]


def page(text: str) -> Document:
    lines = enumerate(line for line in clean_text(text).split("\n") if line.strip())
    return Document(blocks=tuple(Paragraph(f"b{n}", Inline(line)) for n, line in lines))


def test_a_page_with_the_faults_pages_have(checking: Checking) -> None:
    report = checking.check(PAGE, Details(), PUBLICATION)
    found = {finding.rule: finding for finding in report.findings}
    assert report.failed == ()
    assert found["spelling.real-word"].suggestions[0] == "السابق"
    assert found["spelling.misspelled"].text == "الى"
    assert found["structure.headline-certainty"].related
    assert "structure.byline-missing" in found
    assert len(report.quotes) == 1


def test_checking_again_says_the_same(checking: Checking) -> None:
    first = checking.check(PAGE, Details(), PUBLICATION)
    assert checking.check(PAGE, Details(), PUBLICATION) == first


def test_an_edit_is_seen_and_nothing_else_changes(checking: Checking) -> None:
    checking.check(PAGE, Details(), PUBLICATION)
    mended = PAGE.with_text(Address("b0"), Inline("استقال المدير السابق للهيئة، مشيراً إلى خلاف."))
    warm = checking.check(mended, Details(), PUBLICATION)
    cold = Checking(checking.language, checking.dictionaries).check(mended, Details(), PUBLICATION)
    assert warm == cold
    assert not [f for f in warm.findings if f.category is Category.SPELLING]


def test_only_some_categories(checking: Checking) -> None:
    report = checking.check(PAGE, Details(), PUBLICATION, only=[Category.SPELLING])
    assert {finding.category for finding in report.findings} == {Category.SPELLING}


def test_what_is_dismissed_stands_aside_until_its_words_change(checking: Checking) -> None:
    before = checking.check(PAGE, Details(), PUBLICATION)
    one = next(f for f in before.findings if f.rule == "spelling.real-word")
    at = datetime(2026, 1, 2, tzinfo=UTC)
    aside = Dismissal(one.rule, one.anchor.address, one.text, "salma", at, "سباق السفن")
    after = checking.check(PAGE, Details(), PUBLICATION, dismissals=[aside])
    assert after.dismissed == (one,)
    assert one not in after.findings


def test_suggestions_when_asked(checking: Checking) -> None:
    report = checking.check(PAGE, Details(), PUBLICATION)
    one = next(f for f in report.findings if f.rule == "spelling.real-word")
    assert checking.suggestions(one)[0] == "السابق"
    other = next(f for f in report.findings if f.category is Category.STRUCTURE)
    assert checking.suggestions(other) == other.suggestions


def test_without_counts_the_rest_still_runs(tmp_path: Path, checking: Checking) -> None:
    bare = Checking(tmp_path / "nowhere", checking.dictionaries)
    found = rules(bare, PAGE)
    assert "structure.byline-missing" in found
    assert "spelling.real-word" not in found


def test_the_house_words_are_known(checking: Checking) -> None:
    document = page("وصل الوفد إلى كوتشيلوفا 😀")
    house = Publication("desk", "الدار", names=frozenset({"كوتشيلوفا"}))
    assert "spelling.unknown-name" in rules(checking, document)
    report = checking.check(document, Details(), house)
    assert "spelling.unknown-name" not in [finding.rule for finding in report.findings]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents)
def test_any_document_can_be_checked(checking: Checking, document: Document) -> None:
    assert checking.check(document, Details(), PUBLICATION).failed == ()
    report = checking.check(document, Details(), PUBLICATION, only=OURS)
    for finding in report.findings:
        text = document.text_at(finding.anchor.address)
        if text is not None and finding.text:
            assert text.text[finding.anchor.start : finding.anchor.end] == finding.text


@pytest.mark.parametrize("piece", ["ا", "ً", "😀", "ـ", "ﻻ", "\u200f", "،", '"', "السباق ", "ک"])
def test_hostile_text_takes_linear_time(checking: Checking, piece: str) -> None:
    def seconds(size: int) -> float:
        document = page("قال " + piece * (size // len(piece)))
        began = time.process_time()
        assert checking.check(document, Details(), PUBLICATION, only=OURS).failed == ()
        return time.process_time() - began

    seconds(2_000)
    assert seconds(40_000) < max(60 * seconds(4_000), 1.0)


@pytest.mark.skipif(not SEED.exists(), reason="the shared page is not beside this checkout")
def test_the_shared_page_five_errors_and_one_alarm_at_most(checking: Checking) -> None:
    text = (SEED / "article.txt").read_text("utf-8")
    gold = json.loads((SEED / "article_gold.json").read_text("utf-8"))["spelling"]
    document = Document(blocks=(Paragraph("b0", Inline(text)),))
    report = checking.check(document, Details(), PUBLICATION, only=[Category.SPELLING])
    grave = (Severity.ERROR, Severity.CHECK)
    found = {(f.anchor.start, f.suggestions[0]) for f in report.findings if f.severity in grave}
    wanted = {(item["m"]["start"], item["fix"]) for item in gold}
    assert wanted <= found
    assert len(found - wanted) <= 1
