"""Firing statistics: numbers by rule, kept by publication, without a word of any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.services.checked import Report
from deskeditor.services.statistics import RuleCount, StatisticsBook
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import new_store

WORDS = Bilingual("كلمة سرية 😀 WHO 25", "a secret")


def finding(rule: str) -> Finding:
    anchor = Anchor(Address("b0"), 0, 4)
    return Finding(rule, Category.STYLE, Severity.HINT, anchor, "سرية", WORDS)


REPORT = Report((finding("style.a"), finding("style.a")), (finding("style.b"),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_checks_add_up_by_publication(store: SqliteStore) -> None:
    StatisticsBook(store).add("p", REPORT, 400)
    found = StatisticsBook(store).add("p", REPORT, 100)
    assert StatisticsBook(store).load("p") == found
    assert (found.texts, found.words) == (2, 500)
    assert found.rules == {"style.a": RuleCount(4, 0, 2), "style.b": RuleCount(0, 2, 2)}
    assert found.per_thousand("style.a") == 8.0
    assert found.per_thousand("style.none") == 0.0
    assert StatisticsBook(store).load("other").texts == 0


def test_no_text_is_kept(store: SqliteStore) -> None:
    StatisticsBook(store).add("p", REPORT, 10)
    assert "سرية" not in (store.setting("rule-statistics.p") or "")


@pytest.mark.parametrize("raw", ["{", "[]", '{"rules": {"a": "x"}}', '{"texts": null}'])
def test_damaged_counts_begin_anew(store: SqliteStore, raw: str) -> None:
    store.remember("rule-statistics.p", raw)
    assert StatisticsBook(store).load("p").texts == 0
    assert StatisticsBook(store).add("p", REPORT, 10).texts == 1
    StatisticsBook(store).clear("p")
    assert StatisticsBook(store).load("p").texts == 0
