"""All rules in one explicit list, and the way they are run.

A rule that raises is named in `Outcome.failed` and takes no other rule down. Findings of slot rules
are remembered by slot; a publication's severities are applied to what comes out.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from deskeditor.checks.captions import RULES as CAPTIONS
from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates import RULES as DATES
from deskeditor.checks.quotes import RULES as QUOTES
from deskeditor.checks.rule import DocumentRule, Rule, SlotRule
from deskeditor.checks.sources import RULES as SOURCES
from deskeditor.checks.spelling import RULES as SPELLING
from deskeditor.checks.structure import RULES as STRUCTURE
from deskeditor.checks.style import RULES as STYLE
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.publication import Publication

_log = logging.getLogger(__name__)

ALL_RULES: tuple[SlotRule | DocumentRule, ...] = (
    *STRUCTURE, *SPELLING, *STYLE, *QUOTES, *SOURCES, *DATES, *CAPTIONS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, in reading order, and the ids of rules that could not be run."""

    findings: tuple[Finding, ...]
    failed: tuple[str, ...] = ()


def active(
    rules: Iterable[SlotRule | DocumentRule],
    publication: Publication,
    only: Iterable[Category] | None = None,
) -> tuple[SlotRule | DocumentRule, ...]:
    """The rules that run for a publication, of the categories asked for."""
    wanted = None if only is None else frozenset(only)
    return tuple(
        rule
        for rule in rules
        if publication.severities.get(rule.id) != "off"
        and (wanted is None or rule.category in wanted)
    )


def run(
    context: CheckContext,
    *,
    rules: Sequence[SlotRule | DocumentRule] = ALL_RULES,
    only: Iterable[Category] | None = None,
) -> Outcome:
    """Run the rules over the context's document."""
    chosen = active(rules, context.publication, only)
    context.begin((context.publication, context.document.language, chosen))
    slot_rules = tuple(rule for rule in chosen if isinstance(rule, SlotRule))
    found: list[Finding] = []
    failed: dict[str, None] = {}
    for slot in context.all_slots:
        findings, broken = context.per_slot(
            "findings", slot, lambda given: _slot_findings(context, slot_rules, given)
        )
        found.extend(findings)
        failed.update(dict.fromkeys(broken))
    for rule in chosen:
        if isinstance(rule, DocumentRule):
            try:
                found.extend(graded(rule, rule.run(context), context.publication))
            except Exception as error:  # noqa: BLE001 - one rule's fault stays its own
                _report(rule, error)
                failed[rule.id] = None
    return Outcome(in_reading_order(without_doubles(found), context), tuple(failed))


def _slot_findings(
    context: CheckContext, rules: tuple[SlotRule, ...], slot: Slot
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    found: list[Finding] = []
    failed: list[str] = []
    for rule in rules:
        if slot.role not in rule.roles:
            continue
        try:
            found.extend(graded(rule, rule.run(context, slot), context.publication))
        except Exception as error:  # noqa: BLE001 - one rule's fault stays its own
            _report(rule, error)
            failed.append(rule.id)
    return tuple(found), tuple(failed)


def _report(rule: Rule, error: Exception) -> None:
    """Log a rule that raised: the place in our code; its message might quote the article."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    _log.error(
        "the rule %s is off for this run: %s in %s:%s",
        rule.id, type(error).__name__, last.filename, last.lineno,
    )  # fmt: skip


def graded(rule: Rule, findings: Iterable[Finding], publication: Publication) -> list[Finding]:
    """The findings with the severity the publication gives the rule, where it gives one."""
    wish = publication.severities.get(rule.id)
    if wish is None:
        return list(findings)
    return [replace(finding, severity=Severity(wish)) for finding in findings]


_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


def without_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """Findings, one where several rules propose the same words for the same words: the gravest."""
    kept: dict[object, Finding] = {}
    for number, finding in enumerate(findings):
        same = bool(finding.text) and bool(finding.suggestions)
        key = (finding.anchor, finding.suggestions[0]) if same else number
        other = kept.get(key)
        if other is None or _GRAVITY[finding.severity] < _GRAVITY[other.severity]:
            kept[key] = finding
    return list(kept.values())


def in_reading_order(findings: Iterable[Finding], context: CheckContext) -> tuple[Finding, ...]:
    """Findings by place in the document; those of no slot (a whole block) by their block."""
    places: dict[tuple[str, str], int] = {}
    blocks: dict[str, int] = {}
    for number, slot in enumerate(context.every_slot):
        places[slot.address.block, slot.address.part] = number
        blocks.setdefault(slot.address.block, number)

    def place(finding: Finding) -> tuple[int, int, int, str]:
        anchor = finding.anchor
        block = anchor.address.block
        number = places.get((block, anchor.address.part), blocks.get(block, -1))
        return number, anchor.start, anchor.end, finding.rule

    return tuple(sorted(findings, key=place))
