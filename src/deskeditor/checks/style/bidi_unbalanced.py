"""Direction controls that are opened and not closed, or closed and not opened."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.bidi import unbalanced


def _run(_: CheckContext, slot: Slot) -> Iterator[Finding]:
    for at in unbalanced(slot.text.text):
        yield RULE.at(slot, at, at + 1, new="")


RULE = SlotRule(
    id="style.bidi-unbalanced",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.BIDI,
    title=Bilingual("علامة اتجاه بلا زوج", "Direction control without its pair"),
    message=Bilingual(
        "علامة اتجاه فُتحت ولم تُغلق، أو أُغلقت ولم تُفتح.",
        "A direction control that is opened and not closed, or closed and not opened.",
    ),
    must_match=("قال \u2067الوزير 😀", "قال\u2069 الوزير", "قال \u202bالوزير"),
    must_not_match=("قال \u2066WHO\u2069 أمس 😀", "قال \u200fالوزير"),
    run=_run,
)
