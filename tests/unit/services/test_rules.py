"""Rules as a desk tunes them, and their rates on published texts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from deskeditor.checks.registry import ALL_RULES
from deskeditor.domain.findings import Category
from deskeditor.domain.publication import Publication, read_publication
from deskeditor.services.checking import Checking
from deskeditor.services.rule_rates import measure_rules, published_in
from deskeditor.services.rules import profile_faults, rule_lines
from deskeditor.services.statistics import RuleCount, Statistics
from helpers.repository import RESOURCES, ROOT

#: What other rooms add is measured by the same command.
_LANGUAGE = (Category.STYLE, Category.DATES, Category.SPELLING)
PROFILE = {"id": "p", "name": "صحيفة"}


def test_a_line_says_what_holds_here_and_how_often_it_fired() -> None:
    house = read_publication(
        PROFILE
        | {
            "severities": {"style.tamma": "off"},
            "parameters": {"style.long-sentence": {"most": 40}},
        }
    )
    counted = Statistics(2, 1000, {"style.tamma": RuleCount(found=3, dismissed=1, texts=2)})
    lines = {line.id: line for line in rule_lines(house, counted)}
    assert lines["style.tamma"].severity == "off"
    assert lines["style.tamma"].own == "hint"
    assert lines["style.tamma"].per_thousand == 4
    assert lines["style.tamma"].set_aside_percent == 25
    assert lines["style.long-sentence"].parameters == {"most": 40}
    assert lines["style.kaffa"].set_aside_percent == 0
    assert set(lines) == {rule.id for rule in ALL_RULES}


def test_a_profile_that_names_what_no_rule_knows_is_told() -> None:
    house = read_publication(
        PROFILE
        | {
            "severities": {"style.tama": "off", "submit.byline": "check", "style.tamma": "hint"},
            "parameters": {
                "style.long-sentence": {"most": "كثير", "least": 3},
                "style.no-such": {"x": 1},
            },
        }
    )
    assert profile_faults(house) == (
        "severities.style.tama",
        "parameters.style.long-sentence.most",
        "parameters.style.long-sentence.least",
        "parameters.style.no-such.x",
    )
    assert profile_faults(Publication("p", "p")) == ()


def test_rates_are_counted_by_text_and_by_word(tmp_path: Path) -> None:
    lines = [
        {"text": "قال الوزير , إن 60% من WHO وصلوا , وغادروا 😀.\nثم غادر.", "title": "الوزير يصل",
         "time": "2024-05-03T10:00:00"},
        {"text": "وصل الوفد الأحد 3 مايو 2024.", "time": "Fri, 03 May 2024 02:19:18 GMT"},
    ]  # fmt: skip
    corpus = tmp_path / "نصوص.jsonl"
    corpus.write_text("\n".join(json.dumps(one) for one in lines), "utf-8")
    texts = list(published_in(tmp_path))
    assert [text.published_on for text in texts] == [date(2024, 5, 3)] * 2
    assert texts[0].document.header.headline.text == "الوزير يصل"
    checking = Checking(RESOURCES / "language", tmp_path / "d")
    found = measure_rules(texts, checking, Publication("p", "p"))
    rates = {rate.rule: rate for rate in found.rules}
    assert (found.texts, found.failed) == (2, ())
    assert (rates["style.latin-comma"].found, rates["style.latin-comma"].texts_percent) == (2, 50)
    assert rates["dates.weekday-mismatch"].texts == 1
    assert rates["style.latin-comma"].per_thousand == pytest.approx(2000 / found.words)


def test_the_page_of_rates_names_every_rule_of_language() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    language = [rule.id for rule in ALL_RULES if rule.category in _LANGUAGE]
    assert [rule for rule in language if f"| {rule} |" not in page] == []
