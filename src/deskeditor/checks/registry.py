"""All rules in one explicit list, and the way they are run.

A rule that raises is named in `Outcome.failed` and takes no other rule down. Findings of slot rules
are remembered by slot, those of document rules while what they read stays the same; a publication's
severities are applied to what comes out.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from deskeditor.checks.arranging import Arrangement
from deskeditor.checks.captions import RULES as CAPTIONS
from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates import RULES as DATES
from deskeditor.checks.quotes import RULES as QUOTES
from deskeditor.checks.rule import DocumentRule, Rule, SlotRule
from deskeditor.checks.sources import RULES as SOURCES
from deskeditor.checks.spelling import RULES as SPELLING
from deskeditor.checks.structure import RULES as STRUCTURE
from deskeditor.checks.style import RULES as STYLE
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.publication import Publication

_log = logging.getLogger(__name__)

ALL_RULES: tuple[SlotRule | DocumentRule, ...] = (
    *STRUCTURE, *SPELLING, *STYLE, *QUOTES, *SOURCES, *DATES, *CAPTIONS,
)  # fmt: skip


#: Under which names things are kept in the memory: findings in order, slot rules, document rules.
_ARRANGED, _BY_SLOT, _ASKED, _FOR_ROLES = "arranged", "findings", "asked", "for roles"
_CHOSEN = "chosen"
#: The two halves of a text's findings, read without a step of Python for each text.
_FOUND, _BROKEN = itemgetter(0), itemgetter(1)


class _Read(NamedTuple):
    """What a document rule read last, None where it does not say, and what it found in that."""

    of: tuple[object, ...] | None
    findings: tuple[Finding, ...]


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
    chosen = _chosen(context, rules, only)
    context.begin((context.publication, context.document.language, chosen))
    slot_rules: Mapping[Role, tuple[SlotRule, ...]] = context.memory.kept.get(_FOR_ROLES, {})
    if not slot_rules:
        slot_rules = context.memory.kept[_FOR_ROLES] = _for_roles(chosen)
    failed: dict[str, None] = {}
    arranged: Arrangement = context.memory.kept.setdefault(_ARRANGED, Arrangement())
    by_slot = context.rows(
        _BY_SLOT, lambda slot: _slot_findings(context, slot_rules, slot), context.all_slots
    )
    arranged.put_rows(_BY_SLOT, tuple(map(_FOUND, by_slot)))
    failed.update(dict.fromkeys(chain.from_iterable(map(_BROKEN, by_slot))))
    for rule in chosen:
        if isinstance(rule, DocumentRule):
            try:
                arranged.put(rule.id, _document_findings(context, rule))
            except Exception as error:  # noqa: BLE001 - one rule's fault stays its own
                _report(rule, error)
                failed[rule.id] = None
                arranged.put(rule.id, ())
    ordered = arranged.ordered(context, (rule.id for rule in chosen))
    return Outcome(ordered, tuple(failed))


def _chosen(
    context: CheckContext,
    rules: Sequence[SlotRule | DocumentRule],
    only: Iterable[Category] | None,
) -> tuple[SlotRule | DocumentRule, ...]:
    """The active rules; the same tuple as last time for the same publication, asked for all."""
    if only is not None:
        return active(rules, context.publication, only)
    held = context.memory.kept.get(_CHOSEN)
    if held is None or held[0] is not rules or held[1] is not context.publication:
        held = (rules, context.publication, active(rules, context.publication))
        context.memory.kept[_CHOSEN] = held
    chosen: tuple[SlotRule | DocumentRule, ...] = held[2]
    return chosen


def _document_findings(context: CheckContext, rule: DocumentRule) -> tuple[Finding, ...]:
    """What a rule finds; not asked again while all it reads is as it was."""
    held: _Read | None = context.memory.kept.get((_ASKED, rule.id))
    read = None if rule.reads is None else tuple(rule.reads(context))
    if held is not None and read is not None and held.of == read:
        return held.findings
    found = tuple(graded(rule, rule.run(context), context.publication))
    if held is not None and held.findings == found:
        found = held.findings
    context.memory.kept[_ASKED, rule.id] = _Read(read, found)
    return found


def _for_roles(rules: tuple[SlotRule | DocumentRule, ...]) -> Mapping[Role, tuple[SlotRule, ...]]:
    """The slot rules for each role, in their order."""
    single = [rule for rule in rules if isinstance(rule, SlotRule)]
    return {role: tuple(rule for rule in single if role in rule.roles) for role in Role}


def _slot_findings(
    context: CheckContext, rules: Mapping[Role, tuple[SlotRule, ...]], slot: Slot
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    found: list[Finding] = []
    failed: list[str] = []
    for rule in rules[slot.role]:
        try:
            findings = rule.run(context, slot)
            if findings:
                found.extend(graded(rule, findings, context.publication))
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
