"""dates.mixed-months: two systems of month names in one piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.shared import said_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.publication import Months
from deskeditor.domain.words import Bilingual
from deskeditor.language.calendars import MonthSystem, month_name
from deskeditor.language.dates import Expression

_HOUSE = {
    Months.LEVANT: MonthSystem.LEVANT, Months.EGYPT: MonthSystem.EGYPT,
    Months.MAGHREB: MonthSystem.MAGHREB,
}  # fmt: skip


def find(context: CheckContext) -> Iterator[Finding]:
    """Month names of another system than the one the piece (or its house) mostly uses."""
    used: defaultdict[str, list[tuple[Slot, Expression]]] = defaultdict(list)
    for slot, named in _named(context):
        for said in named:
            kind = "dual" if len(said.systems) > 1 else said.systems[0].value
            used[kind].append((slot, said))
    if len(used) < 2:
        return
    house = context.publication.house.months.value
    main = house if house in used else max(used, key=lambda kind: len(used[kind]))
    for kind, found in used.items():
        if kind == main:
            continue
        for slot, said in found:
            anchor = Anchor(slot.address, said.start, said.end)
            yield RULE.finding(anchor, said.text, fixes=_fixes(said, anchor, main))


def _named(context: CheckContext) -> tuple[tuple[Slot, tuple[Expression, ...]], ...]:
    """The dates that name a month of some system, text by text."""
    return context.gathered(
        RULE.id,
        lambda slot: tuple(s for s in said_in(context, slot) if s.systems and not s.hijri),
    )


def _fixes(said: Expression, anchor: Anchor, main: str) -> tuple[Fix, ...]:
    """The month's name in the system of the rest, where the expression is plain enough."""
    if said.month is None or len(said.systems) != 1:
        return ()
    old = month_name(said.systems[0], said.month)
    systems = [_HOUSE[Months(main)]] if main != "dual" else [MonthSystem.EGYPT, MonthSystem.LEVANT]
    new = "/".join(month_name(system, said.month) for system in systems)
    if said.text.count(old) != 1:
        return ()
    start = anchor.start + said.text.index(old)
    edit = Edit(Anchor(anchor.address, start, start + len(old)), new)
    return (Fix(Bilingual(f"ضع «{new}»", f"Use “{new}”"), (edit,)),)


RULE = DocumentRule(
    id="dates.mixed-months",
    category=Category.DATES,
    severity=Severity.HINT,
    title=Bilingual("خلط في أسماء الأشهر", "Mixed month names"),
    message=Bilingual(
        "«{text}»: المادة تخلط أسماء الأشهر؛ وحّدها",
        "“{text}”: the piece mixes systems of month names; use one",
    ),
    run=find,
    reads=lambda context: (_named(context),),
    must_match=(
        "بدأ العمل في 5 أبريل 2021 وانتهى في 7 أيلول 2021.",
        "بدأ في مارس/آذار 2021 وانتهى في 31 ديسمبر 2021 📅.",
    ),
    must_not_match=("بدأ العمل في 5 نيسان 2021 وانتهى في 7 أيلول 2021.",),
)
