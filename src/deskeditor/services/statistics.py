"""How often each rule fires, by publication: so that a desk can tune what it is told.

Kept in the store as numbers by rule; no text, no article, no person. A count is taken of a finished
check (`deskeditor check`, a submission), never of one after a keystroke.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from deskeditor.domain.document import Document
from deskeditor.domain.errors import KnownError
from deskeditor.domain.ports import Store
from deskeditor.language import counting

if TYPE_CHECKING:
    from deskeditor.domain.findings import Finding


class Counted(Protocol):
    """What is counted of a report: what stands, and what people set aside."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings that stand."""
        ...

    @property
    def dismissed(self) -> tuple[Finding, ...]:
        """Findings set aside."""
        ...


_KEY = "rule-statistics"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule: findings that stood, findings set aside by people, and texts it fired in."""

    found: int = 0
    dismissed: int = 0
    texts: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was counted: texts and words checked, and the rules that fired."""

    texts: int = 0
    words: int = 0
    rules: Mapping[str, RuleCount] | None = None

    def per_thousand(self, rule: str) -> float:
        """Findings of a rule in a thousand words, those set aside included."""
        one = (self.rules or {}).get(rule, RuleCount())
        return 1000 * (one.found + one.dismissed) / self.words if self.words else 0.0


class StatisticsBook:
    """Reads and writes the counts of one store."""

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self._store = store
        self._lock = Lock()

    def load(self, publication: str) -> Statistics:
        """What was counted for a publication; nothing where the counts are damaged."""
        raw = self._store.setting(f"{_KEY}.{publication}")
        try:
            data = json.loads(raw) if raw else {}
            rules = {rule: RuleCount(*map(int, row)) for rule, row in data.get("rules", {}).items()}
            return Statistics(int(data.get("texts", 0)), int(data.get("words", 0)), rules)
        except (ValueError, TypeError, AttributeError):
            _log.info("the statistics of rules are damaged and begin anew")
            return Statistics(rules={})

    def add(self, publication: str, report: Counted, words: int) -> Statistics:
        """Count one finished check of a text of so many words."""
        stood = Counter(finding.rule for finding in report.findings)
        aside = Counter(finding.rule for finding in report.dismissed)
        with self._lock:
            held = self.load(publication)
            rules = dict(held.rules or {})
            for rule in {*stood, *aside}:
                old = rules.get(rule, RuleCount())
                rules[rule] = RuleCount(
                    old.found + stood[rule], old.dismissed + aside[rule], old.texts + 1
                )
            new = Statistics(held.texts + 1, held.words + words, rules)
            self._store.remember(f"{_KEY}.{publication}", json.dumps(_data(new)))
        return new

    def count(self, publication: str, report: Counted, document: Document) -> None:
        """Count one finished check of a document; a store that cannot be written is no error."""
        words = sum(counting.words(slot.text.text) for slot in document.slots())
        try:
            self.add(publication, report, words)
        except KnownError as error:
            _log.info("the check was not counted: %s", error.code)

    def clear(self, publication: str) -> None:
        """Begin to count anew."""
        self._store.remember(f"{_KEY}.{publication}", json.dumps(_data(Statistics())))


def _data(held: Statistics) -> dict[str, object]:
    rules = {
        rule: [one.found, one.dismissed, one.texts] for rule, one in (held.rules or {}).items()
    }
    return {"texts": held.texts, "words": held.words, "rules": rules}
