"""Every rule against its own examples: it must find the bad and leave the good alone."""

from __future__ import annotations

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import ALL_RULES, run
from deskeditor.checks.rule import DocumentRule, Example, SlotRule, as_example
from deskeditor.checks.spelling.speller import Speller
from deskeditor.domain.findings import Finding
from deskeditor.services.checking import READERS

AnyRule = SlotRule | DocumentRule


def findings(rule: AnyRule, example: Example, speller: Speller) -> tuple[Finding, ...]:
    document, details, publication = example.build()
    context = CheckContext(
        document, details, publication,
        speller=speller, evidence=example.evidence, pictures=example.pictures, readers=READERS,
    )  # fmt: skip
    outcome = run(context, rules=(rule,))
    assert not outcome.failed
    return outcome.findings


def by_rule(rule: AnyRule) -> str:
    return rule.id


@pytest.mark.parametrize("rule", ALL_RULES, ids=by_rule)
def test_a_rule_matches_what_it_must(rule: AnyRule, speller: Speller) -> None:
    assert rule.must_match
    for given in rule.must_match:
        example = as_example(given)
        found = findings(rule, example, speller)
        assert found, f"{rule.id} misses {example}"
        if example.found is not None:
            assert example.found in [finding.text for finding in found]


@pytest.mark.parametrize("rule", ALL_RULES, ids=by_rule)
def test_a_rule_leaves_alone_what_it_must(rule: AnyRule, speller: Speller) -> None:
    assert rule.must_not_match
    for given in rule.must_not_match:
        found = findings(rule, as_example(given), speller)
        assert not found, f"{rule.id} flags {[finding.text for finding in found]} in {given}"
