"""The submission checklist: what must be, needs a reason, or is worth a thought.

The rules follow those of newsroom systems in use (Superdesk's validators, the Guardian's grid,
pkp-lib; docs/decisions). Each rule counts its faults in one article; its level is block, reason or
hint, and a publication may give it another through `severities` under the rule's id, or under
that of a check that asks the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from deskeditor.domain.article import Article
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Publication
from deskeditor.domain.review import ChecklistItem
from deskeditor.domain.review_gates import APPROVAL
from deskeditor.domain.words import Bilingual
from deskeditor.services.checklist.details import DETAILS
from deskeditor.services.checklist.evidence import EVIDENCE
from deskeditor.services.checklist.images import IMAGES
from deskeditor.services.checklist.rule import Level, Piece, Rule
from deskeditor.services.checklist.same import SPEAKS_FOR, SPOKEN_FOR
from deskeditor.services.checklist.text import TEXT
from deskeditor.services.report import Report

#: Every rule of the checklist's own, in the order it is shown.
RULES: tuple[Rule, ...] = (*TEXT, *DETAILS, *EVIDENCE, *IMAGES)


#: A publication's severity as a level: what is wrong or needs eyes needs a reason to pass.
_LEVELS: Mapping[str, Level | None] = {
    "block": "block", "error": "reason", "check": "reason", "hint": "hint", "off": None,
}  # fmt: skip
#: Findings that need a reason though they only ask for eyes: nobody looked at them yet.
_LOOKED_AT = frozenset({Category.SPELLING, Category.QUOTES})


def checklist(
    article: Article,
    report: Report,
    publication: Publication,
    now: datetime,
    *,
    images: Iterable[ImageRecord] = (),
    reasons: Mapping[str, str] | None = None,
) -> tuple[ChecklistItem, ...]:
    """The checklist of an article as it stands.

    `images` are the records of the originals it shows, `reasons` what the author says by rule id.
    """
    records = {record.media: record for record in images}
    piece = Piece(article, report, publication, now, records)
    said = reasons or {}
    items: list[ChecklistItem] = []
    for rule in RULES:
        level = _level(rule.id, rule.level, publication)
        if level is None:
            continue
        item = _item(rule.id, level, rule.count(piece), rule.message, said)
        if level == "block" and rule.names is not None:
            item = replace(item, level=APPROVAL, names=rule.names(piece))
        items.append(item)
    return (*items, *_from_findings(report, publication, said))


def vouched(publications: Iterable[Publication]) -> list[str]:
    """The ids of those that let an editor approve each unnamed source of their texts."""
    by_name = [rule for rule in RULES if rule.names is not None]
    return [
        one.id
        for one in publications
        if any(_level(rule.id, rule.level, one) == "block" for rule in by_name)
    ]


def _level(rule: str, own: Level, publication: Publication) -> Level | None:
    for name in (rule, *SPEAKS_FOR.get(rule, ())):
        named = publication.severities.get(name)
        if named is not None:
            return _LEVELS[named]
    return own


def _item(
    rule: str, level: Level, count: int, message: Bilingual, said: Mapping[str, str]
) -> ChecklistItem:
    reason = said.get(rule, "").strip() if count else ""
    return ChecklistItem(rule, level, count == 0, message.ar, message.en, count, reason)


def _from_findings(
    report: Report, publication: Publication, said: Mapping[str, str]
) -> Iterable[ChecklistItem]:
    """One line for each rule whose findings still stand."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, found in by_rule.items():
        if rule in SPOKEN_FOR:
            continue
        level = _level(rule, _gravest(found), publication)
        if level is not None:
            yield _item(rule, level, len(found), found[0].message, said)
    for rule in report.failed:
        message = Bilingual(
            f"لم يعمل الفحص {rule}، فلم يُنظر في هذا الجانب من النص.",
            f"The check {rule} did not run; nobody has looked at this side of the text.",
        )
        yield _item(f"failed.{rule}", "reason", 1, message, said)


def _gravest(found: Iterable[Finding]) -> Level:
    levels = {_of_finding(finding) for finding in found}
    return "block" if "block" in levels else "reason" if "reason" in levels else "hint"


def _of_finding(finding: Finding) -> Level:
    if finding.severity is Severity.BLOCK:
        return "block"
    if finding.severity is Severity.ERROR:
        return "reason"
    eyes = finding.severity is Severity.CHECK and finding.category in _LOOKED_AT
    return "reason" if eyes else "hint"
