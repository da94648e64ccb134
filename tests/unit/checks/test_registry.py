"""Running rules: order, severities, categories, faults, memory, one alarm for one fault."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.memory import Memory
from deskeditor.checks.registry import ALL_RULES, run
from deskeditor.checks.rule import DocumentRule, SlotRule
from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.publication import Publication
from deskeditor.domain.words import Bilingual

WORDS = Bilingual("كلمة", "a word")
DOCUMENT = Document(
    Header(headline=Inline("عنوان 😀")),
    (Paragraph("b0", Inline("وصل  الوفد WHO")), Paragraph("b1", Inline("قالَ ٢٥، ثم  غادر"))),
)


def slot_rule(name: str, run_it: object, severity: Severity = Severity.HINT) -> SlotRule:
    return SlotRule(
        id=f"style.{name}", category=Category.STYLE, severity=severity, title=WORDS,
        message=WORDS, run=run_it,  # type: ignore[arg-type]
    )  # fmt: skip


def first_word(_: CheckContext, slot: Slot) -> Iterator[Finding]:
    yield FIRST.at(slot, 0, 4, new="جاء")


FIRST = slot_rule("first", first_word)


def context(document: Document = DOCUMENT, **severities: str) -> CheckContext:
    kept = {rule.replace("_", "."): value for rule, value in severities.items()}
    publication = Publication("p", "p", severities=MappingProxyType(kept))
    return CheckContext(document, Details(), publication)


def test_findings_come_in_reading_order() -> None:
    found = run(context(), rules=(FIRST,)).findings
    assert [f.anchor.address.block for f in found] == ["header", "b0", "b1"]


def test_a_publication_sets_severities_and_switches_off() -> None:
    assert run(context(style_first="off"), rules=(FIRST,)).findings == ()
    (first, *_) = run(context(style_first="block"), rules=(FIRST,)).findings
    assert first.severity is Severity.BLOCK


def test_only_some_categories() -> None:
    assert run(context(), rules=(FIRST,), only={Category.DATES}).findings == ()
    assert run(context(), rules=(FIRST,), only={Category.STYLE}).findings


@pytest.mark.expected_log("is off for this run")
def test_a_rule_that_raises_takes_no_other_down() -> None:
    def broken(_: CheckContext, slot: Slot) -> Iterator[Finding]:
        raise ValueError(slot.text.text)

    def broken_whole(_: CheckContext) -> Iterator[Finding]:
        raise KeyError

    whole = DocumentRule(
        id="dates.whole", category=Category.DATES, severity=Severity.HINT, title=WORDS,
        message=WORDS, run=broken_whole,
    )  # fmt: skip
    outcome = run(context(), rules=(slot_rule("broken", broken), whole, FIRST))
    assert outcome.failed == ("style.broken", "dates.whole")
    assert len(outcome.findings) == 3


def test_only_the_changed_text_is_read_again() -> None:
    read: list[Address] = []

    def noting(_: CheckContext, slot: Slot) -> Iterator[Finding]:
        read.append(slot.address)
        return iter(())

    rule, memory = slot_rule("noting", noting), Memory()
    before = context()
    before.memory = memory
    run(before, rules=(rule,))
    read.clear()
    changed = DOCUMENT.with_text(Address("b1"), Inline("قال نعم"))
    after = context(changed)
    after.memory = memory
    run(after, rules=(rule,))
    assert read == [Address("b1")]


def test_two_rules_with_one_proposal_are_one_alarm() -> None:
    def same(_: CheckContext, slot: Slot) -> Iterator[Finding]:
        yield graver.at(slot, 0, 4, new="جاء")

    graver = slot_rule("graver", same, Severity.ERROR)
    found = run(context(), rules=(FIRST, graver)).findings
    assert {finding.rule for finding in found} == {"style.graver"}


def test_rule_ids_are_unique_and_name_their_category() -> None:
    ids = [rule.id for rule in ALL_RULES]
    assert len(set(ids)) == len(ids)
    assert all(rule.id.startswith(f"{rule.category.value}.") for rule in ALL_RULES)
