"""Placeholders left in the text: XXX, TK, ؟؟."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import READ_ROLES, SlotRule
from deskeditor.checks.style.pattern import Needs
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])(?:[Xx]{3,}+|TK(?:TK)*+|TODO|TBD|[Ll]orem ipsum)(?![A-Za-z])"
    r"|(?<![؟?])[؟?]{2,}+(?!!)|(?<!_)_{3,}+|\[ ?(?:\.{3}|…)? ?\]|(?<![ء-ي])لوريم إيبسوم"
    r"|\[(?:الاسم|اسم|التاريخ|الرقم|رقم|المكان|يضاف لاحقا|للتحقق)\]"
)


#: What each of them holds one of.
_NEEDS = Needs((*"XxTLl[", "؟؟", "؟?", "?؟", "??", "___", "لوريم"))


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    if not _NEEDS.met(context, slot):
        return
    for match in _PLACEHOLDER.finditer(slot.text.text):
        yield RULE.at(slot, *match.span())


RULE = SlotRule(
    id="structure.placeholder",
    category=Category.STRUCTURE,
    severity=Severity.CHECK,
    title=Bilingual("موضع لم يُملأ", "Placeholder"),
    message=Bilingual(
        "«{text}» موضع ينتظر أن يُملأ.", "“{text}” stands for something still to come."
    ),
    roles=READ_ROLES,
    must_match=("أصيب XXX شخصا 😀", "قال [الاسم] إن", "بلغ العدد ؟؟"),
    must_not_match=("هل وصل الوفد؟ 😀", "نتيجة 2-1", "إكسXXL", "[القائد السابق]"),
    run=_run,
)
