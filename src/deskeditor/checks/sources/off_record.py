"""sources.off-record: somebody who asked not to be named, or spoke not for print, and is named.

It knows what the text itself says. Names that are only in the vault are looked for by the vault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.names import titled_in
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.shared import line_in, texts_in
from deskeditor.checks.rule import BODY_ROLES, DocumentRule
from deskeditor.domain.document import Role
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_ROLES = BODY_ROLES | {Role.HEADLINE, Role.DECK, Role.CAPTION}
#: What says that the name, or all of it, was not to be printed.
_ASKED = re.compile(
    r"(?<![ء-ي])(?:(?:رفض|طلب|فض[ّ]?ل|اشترط)(?:ت|وا)?|طالبا?|رافضا?|مفضلا?|مشترطا?|شرط|شريطة)"
    r" (?:عدم )?(?:ذكر|كشف|الكشف عن|نشر|الإفصاح عن) (?:اسمه|اسمها|هويته|هويتها)(?![ء-ي])"
    r"|(?<![ء-ي])(?:ليس للنشر|غير مخصص للنشر|ليست للنشر|لا للنشر)(?![ء-ي])"
    r"|(?i:\boff[ -]the[ -]record\b)"
)


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Full names in a sentence that says they were not to be named."""
    return context.flat(RULE.id, lambda slot: _in_line(line_in(context, slot)), texts_in(context))


def _in_line(line: Line) -> Iterator[Finding]:
    said = list(_ASKED.finditer(line.text)) if line.role in _ROLES else []
    named, told = titled_in(line) if said else (), 0
    for asked in said:
        start, end = line.sentence_start(asked.start()), line.sentence_end(asked.start())
        phrase = next((p for p in named if max(start, told) <= p.start < end), None)
        if phrase is not None:
            told = end
            where = Anchor(line.address, phrase.start, phrase.end)
            related = (Anchor(line.address, asked.start(), asked.end()),)
            yield RULE.finding(where, phrase.name, related=related, name=phrase.name)


RULE = DocumentRule(
    id="sources.off-record",
    category=Category.SOURCES,
    severity=Severity.BLOCK,
    title=Bilingual("اسم من طلب ألا يسمى", "Named against their wish"),
    message=Bilingual(
        "«{name}» مسمى في جملة تقول إنه طلب ألا يسمى: احذف الاسم أو أثبت الإذن بنشره",
        "“{name}” is named in a sentence that says they asked not to be: "
        "take the name out, or record the permission",
    ),
    run=find,
    must_match=(
        "وقال المهندس كريم الجبوري، الذي طلب عدم ذكر اسمه، إن الجسر تصدع قبل 3 أشهر.",
        "وقالت الممرضة سلمى الكناني، وكلامها ليس للنشر 🤫، إن الدواء نفد.",
        "ورفض موظف كشف هويته. وقال المهندس كريم الجبوري، الذي طلب عدم ذكر اسمه، إن الجسر تصدع.",
    ),
    must_not_match=(
        "وقال مهندس في البلدية طلب عدم ذكر اسمه إن الجسر تصدع قبل 3 أشهر.",
        "وقال المهندس كريم الجبوري إن الجسر تصدع. وأكد موظف رفض كشف هويته ذلك.",
    ),
)
