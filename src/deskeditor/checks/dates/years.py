"""dates.years: spans and distances of years that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, DocumentRule, Example
from deskeditor.domain.article import Details
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, folded

_YEAR = r"((?:1[5-9]|20)\d\d)"
_YEARS = r"(?:عاما|سنة|اعوام|سنوات)"
_ABOUT = r"(نحو |حوالي |قرابة |اكثر من |ما يزيد على |اقل من )?"
_NAMED = r"(?:عام |سنة |العام |السنة )"
#: «بين عامي 2010 و2015», «من عام 2010 إلى عام 2015».
_SPAN = re.compile(
    rf"(?<!\w)(?:بين (?:عامي |سنتي |{_NAMED})|من {_NAMED}|منذ {_NAMED}){_YEAR}"
    rf" ?(?:و ?|الى |حتى |- ?)(?:{_NAMED})?{_YEAR}(?!\d)"
)
#: «قبل 20 عاما، أي في عام 2001».
_AGO = re.compile(
    rf"(?<!\w)(?:قبل|منذ) {_ABOUT}(\d{{1,3}}) {_YEARS}[،,]? ?\(?(?:اي |وتحديدا )?"
    rf"(?:في |منذ )?{_NAMED}{_YEAR}(?!\d)"
)
#: «عام 2001، أي قبل 20 عاما».
_THEN = re.compile(
    rf"(?<!\w){_NAMED}{_YEAR}[،,]? ?\(?اي (?:قبل|منذ) {_ABOUT}(\d{{1,3}}) {_YEARS}(?!\w)"
)
#: «استمرت 5 سنوات، من عام 2010 إلى عام 2015», the span before or behind.
_LASTED = re.compile(
    rf"(?<!\w)[وف]?(?:استمر|استمرت|دام|دامت|على مدى|طوال|مدته|مدتها) {_ABOUT}(\d{{1,3}}) {_YEARS}"
)
_APART = 40
_DIGIT = re.compile(r"\d")
_FOLD = Fold.SPELLING | Fold.DIGITS | Fold.HAMZA
_ROLES = BODY_ROLES | {Role.HEADLINE, Role.DECK}


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Years that end before they begin, last longer than they are, or lie at another distance."""
    published = context.details.published_on
    now = published.year if published is not None else None
    return context.flat(RULE.id, partial(_in_slot, now=now), given=now)


def _in_slot(slot: Slot, now: int | None) -> tuple[Finding, ...]:
    plain = folded(slot.text.text, _FOLD)
    text = plain.text
    if slot.role not in _ROLES or _DIGIT.search(text) is None:
        return ()
    wrong: list[tuple[int, int, int]] = []
    for span in _SPAN.finditer(text):
        wrong += _span_faults(text, span)
    if now is not None:
        for pattern, count, year, about in ((_AGO, 2, 3, 1), (_THEN, 3, 1, 2)):
            for match in pattern.finditer(text):
                meant = now - int(match[year])
                if abs(meant - int(match[count])) > _slack(match[about]):
                    wrong.append((match.start(count), match.end(count), meant))
    return tuple(_finding(slot, *plain.span(start, end), meant) for start, end, meant in wrong)


def _span_faults(text: str, span: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    first, last = int(span[1]), int(span[2])
    if last < first:
        yield span.start(1), span.end(2), last - first
        return
    near = text[max(0, span.start() - _APART) : span.start()]
    before = list(_LASTED.finditer(near))
    lasted = before[-1] if before else None
    if lasted is not None and re.search(r"[.!؟]", near[lasted.end() :]) is None:
        meant, at = last - first, span.start() - len(near)
        if abs(meant - int(lasted[2])) > _slack(lasted[1]):
            yield at + lasted.start(2), at + lasted.end(2), meant


def _slack(about: str | None) -> int:
    """Years an amount may be off: one for where in the year, two more where it is only near."""
    return 3 if about else 1


def _finding(slot: Slot, start: int, end: int, meant: int) -> Finding:
    anchor, text = Anchor(slot.address, start, end), slot.text.text[start:end]
    if meant < 0:
        return RULE.finding(anchor, text, message=_BACKWARDS)
    return RULE.finding(anchor, text, meant=meant)


_BACKWARDS = Bilingual(
    "«{text}»: المدة تنتهي قبل أن تبدأ", "“{text}”: the span ends before it begins"
)


def _on(text: str) -> Example:
    return Example(text, details=Details(published_on=date(2021, 6, 1)))


RULE = DocumentRule(
    id="dates.years",
    category=Category.DATES,
    severity=Severity.CHECK,
    title=Bilingual("حساب السنوات", "Years that do not add up"),
    message=Bilingual(
        "«{text}»: حساب السنوات يعطي {meant}", "“{text}”: counting the years gives {meant}"
    ),
    run=find,
    must_match=(
        "عمل في الميناء بين عامي 2015 و2010 ⚓.",
        "في حرب استمرت 8 سنوات من عام 1980 إلى عام 1983 😔.",
        _on("افتُتح قبل 30 عاما، أي في عام 2001 ⚓."),
        _on("افتُتح عام 2001، أي قبل ١٠ أعوام."),
    ),
    must_not_match=(
        "عمل في الميناء بين عامي 2010 و2015 ⚓.",
        "في حرب استمرت 8 سنوات من عام 1980 إلى عام 1988.",
        _on("افتُتح قبل 20 عاما، أي في عام 2001 ⚓."),
        _on("افتُتح قبل نحو 18 عاما، أي في عام 2001."),
        "افتُتح قبل 30 عاما، أي في عام 2001.",
    ),
)
