"""Findings put in reading order, text by text: only texts whose findings changed are put anew.

Owns the order in which findings are told and the choice among findings that propose the same words
for the same words. Lives as long as the checker's memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.memory import change
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Finding, Severity

#: A text's block and part.
Place = tuple[str, str]
Findings = tuple[Finding, ...]
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


class _Told(NamedTuple):
    """What one rule found, and the same by place."""

    findings: Findings
    by_place: Mapping[Place, Findings]


class Arrangement:
    """What every rule found, place by place, and each place's findings in order."""

    def __init__(self) -> None:
        """Begin empty."""
        self._told: dict[str, _Told] = {}
        self._rows: dict[str, tuple[Findings, ...]] = {}
        self._at: defaultdict[Place, dict[str, Findings]] = defaultdict(dict)
        self._merged: dict[Place, Findings] = {}
        self._dirty: set[Place] = set()

    def put(self, rule: str, findings: Findings) -> None:
        """Take over what a rule found now; what it found before is forgotten."""
        held = self._told.get(rule)
        if held is not None and held.findings is findings:
            return
        before: Mapping[Place, Findings] = {} if held is None else held.by_place
        if not findings and not before:
            self._told[rule] = _Told(findings, before)
            return
        now = _by_place(findings)
        self._move(rule, before, now)
        self._told[rule] = _Told(findings, now)

    def put_rows(self, rule: str, rows: tuple[Findings, ...]) -> None:
        """As `put`, for findings text by text: only rows that are other objects are looked at."""
        old = self._rows.get(rule, ())
        low, old_end, new_end = change(old, rows)
        before, now = old[low:old_end], rows[low:new_end]
        self._move(
            rule, _by_place(chain.from_iterable(before)), _by_place(chain.from_iterable(now))
        )
        self._rows[rule] = rows

    def _move(
        self, rule: str, before: Mapping[Place, Findings], now: Mapping[Place, Findings]
    ) -> None:
        for place in before.keys() - now.keys():
            self._at[place].pop(rule, None)
            self._dirty.add(place)
        for place, found in now.items():
            if before.get(place) != found:
                self._at[place][rule] = found
                self._dirty.add(place)

    def ordered(self, context: CheckContext, rules: Iterable[str]) -> Findings:
        """All of it by place in the document, each place's by where it stands and by rule.

        Args:
            context: the run.
            rules: the rules in the order in which they are asked, for doubles of one gravity.
        """
        if self._dirty:
            self._merge({rule: number for number, rule in enumerate(rules)})
        places = context.memory.made(
            "arranged.places", (addresses_in(context),), lambda: _numbers(addresses_in(context))
        )
        merged = self._merged
        if merged.keys() <= places.keys():
            return tuple(chain.from_iterable(filter(None, map(merged.get, places))))
        return _with_loose(merged, places)

    def _merge(self, order: Mapping[str, int]) -> None:
        for place in self._dirty:
            by_rule = self._at[place]
            if by_rule:
                asked = sorted(by_rule, key=lambda rule: order.get(rule, -1))
                found = chain.from_iterable(by_rule[rule] for rule in asked)
                self._merged[place] = tuple(sorted(without_doubles(found), key=_within))
            else:
                del self._at[place]
                self._merged.pop(place, None)
        self._dirty.clear()


def addresses_in(context: CheckContext) -> tuple[Place, ...]:
    """Where every slot stands, empty ones too; the same object while no slot comes or goes."""
    return context.rows("arranged.addresses", _place_of, context.every_slot)


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


def _place_of(slot: Slot) -> Place:
    return slot.address.block, slot.address.part


def _by_place(findings: Iterable[Finding]) -> dict[Place, Findings]:
    found: defaultdict[Place, list[Finding]] = defaultdict(list)
    for finding in findings:
        address = finding.anchor.address
        found[address.block, address.part].append(finding)
    return {place: tuple(there) for place, there in found.items()}


def _within(finding: Finding) -> tuple[int, int, str]:
    return finding.anchor.start, finding.anchor.end, finding.rule


def _numbers(places: tuple[Place, ...]) -> dict[Place, int]:
    """Each place's number, in order; of a place told twice the last."""
    last = {place: number for number, place in enumerate(places)}
    return dict(sorted(last.items(), key=lambda pair: pair[1]))


def _with_loose(merged: Mapping[Place, Findings], places: Mapping[Place, int]) -> Findings:
    """As `ordered`, with findings of no slot (a whole block) among those of their block."""
    blocks: dict[str, int] = {}
    for (block, _), number in places.items():
        blocks.setdefault(block, number)
    numbered = [
        (places.get(place, blocks.get(place[0], -1)), *_within(finding), finding)
        for place, found in merged.items()
        for finding in found
    ]
    numbered.sort(key=lambda each: each[:4])
    return tuple(finding for *_, finding in numbered)
