"""The rules as a desk tunes them: gravity, parameters, and how often each fires and is set aside.

Also what a profile says of rules that cannot be: a rule that does not exist, a value of another
kind. Such a line changes nothing; it must be told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskeditor.checks.registry import ALL_RULES
from deskeditor.domain.publication import Parameter, Publication
from deskeditor.domain.words import Bilingual
from deskeditor.services.statistics import RuleCount, Statistics

#: Rules of the submission checklist: their severities stand in profiles too.
_CHECKLIST = "submit."
NOTHING = RuleCount()


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule for one publication.

    Attributes:
        topic: what it is about: its topic, or its category where it has none.
        severity: what holds here, "off" included; `own` is the rule's own.
        parameters: what holds here.
        count: what was counted; `per_thousand` findings in a thousand words.
    """

    id: str
    title: Bilingual
    category: str
    topic: str
    severity: str
    own: str
    parameters: Mapping[str, Parameter]
    count: RuleCount = NOTHING
    per_thousand: float = 0.0

    @property
    def set_aside_percent(self) -> float:
        """Of its findings, how many people set aside, in percent."""
        whole = self.count.found + self.count.dismissed
        return 100 * self.count.dismissed / whole if whole else 0.0


def rule_lines(publication: Publication, counted: Statistics | None = None) -> tuple[RuleLine, ...]:
    """Every rule, in the registry's order."""
    statistics = counted or Statistics(rules={})
    return tuple(
        RuleLine(
            id=rule.id,
            title=rule.title,
            category=rule.category.value,
            topic=rule.topic.value if rule.topic is not None else rule.category.value,
            severity=publication.severities.get(rule.id, rule.severity.value),
            own=rule.severity.value,
            parameters={**rule.parameters, **publication.parameters.get(rule.id, {})},
            count=(statistics.rules or {}).get(rule.id, NOTHING),
            per_thousand=statistics.per_thousand(rule.id),
        )
        for rule in ALL_RULES
    )


def profile_faults(publication: Publication) -> tuple[str, ...]:
    """Keys of a profile about rules that name nothing or say what the rule cannot take."""
    known = {rule.id: rule.parameters for rule in ALL_RULES}
    found = [
        f"severities.{rule}"
        for rule in publication.severities
        if rule not in known and not rule.startswith(_CHECKLIST)
    ]
    for rule, told in publication.parameters.items():
        own = known.get(rule, {})
        for name, value in told.items():
            if name not in own or type(value) is not type(own[name]):
                found.append(f"parameters.{rule}.{name}")
    return tuple(found)
