"""A line of Latin letters only inside an Arabic article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_LETTERS = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0620-\u064a]")
#: Fewer letters than this are a name or an abbreviation set alone.
_SHORTEST = 8


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    if not context.document.language.startswith("ar"):
        return
    start = 0
    for line in slot.text.text.split("\n"):
        said = line.strip()
        long = len(_LETTERS.findall(said)) >= _SHORTEST and " " in said
        if long and not _ARABIC.search(said) and "://" not in said:
            begin = start + line.index(said)
            yield RULE.at(slot, begin, begin + len(said))
        start += len(line) + 1


RULE = SlotRule(
    id="structure.latin-line",
    category=Category.STRUCTURE,
    severity=Severity.CHECK,
    title=Bilingual("سطر لاتيني في مادة عربية", "Latin line in an Arabic piece"),
    message=Bilingual(
        "سطر كله لاتيني: لعله شرح صورة لم يُترجم.",
        "A line in Latin letters only: perhaps a caption nobody translated.",
    ),
    roles=frozenset({Role.HEADLINE, Role.DECK, Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM}),
    must_match=("The old quay is seen from the roof",),
    must_not_match=("قال مدير WHO 😀", "WHO", "https://example.org/very-long address"),
    run=_run,
)
