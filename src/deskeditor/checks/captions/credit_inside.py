"""captions.credit-inside: a credit written into the caption by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.words import Bilingual

_AGENCIES = r"رويترز|فرانس برس|أ ف ب|أ\.ف\.ب|أسوشيتد برس|الأناضول|واع|غيتي|Reuters|AFP|AP|Getty"
#: Possessive, and without the marks around it: a caption that only looks like one costs no time.
_CREDIT = re.compile(
    r"(?:[(\[]\s*+)?(?:"
    r"(?:تصوير|عدسة|الصورة|المصدر|المصور|photo(?: by)?|credit|source)\s*+[:：/]"
    r"\s*+(?P<name>[^)\]\n]{2,80})"
    rf"|[(\[–/-]\s*+(?P<agency>{_AGENCIES})\s*+"
    r"|©\s*+(?P<owner>[^)\]\n]{2,80})"
    r")[)\]]?$",
    re.IGNORECASE,
)
#: A credit stands within so many code points of the caption's end.
_LAST = 200


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions that end on whose picture it is; the fix puts it where it belongs."""
    for each in context.figures:
        words = each.caption.text
        end = _before(words, len(words), ".")
        match = _CREDIT.search(words, max(0, end - _LAST), end)
        start = 0 if match is None else _before(words, match.start(), "،.")
        if match is None or start == 0:
            continue
        name = next(filter(None, match.group("name", "agency", "owner"))).strip(" .")
        anchor = Anchor(at(each, "caption"), start, len(words))
        edits = [Edit(anchor, "")]
        if not each.credit.strip():
            edits.append(Edit(Anchor(at(each, "credit"), 0, len(each.credit)), name))
        label = Bilingual("انقله إلى خانة المصدر", "Move it to the credit")
        fixes = (Fix(label, tuple(edits)),)
        yield RULE.finding(anchor, words[start:], fixes=fixes, name=name)


def _before(words: str, end: int, marks: str) -> int:
    """Where the whitespace and `marks` that stand right before `end` begin."""
    while end and (words[end - 1].isspace() or words[end - 1] in marks):
        end -= 1
    return end


RULE = DocumentRule(
    id="captions.credit-inside",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("المصدر داخل التعليق", "Credit written into the caption"),
    message=Bilingual(
        "«{name}» مكتوب في التعليق، ومكانه خانة المصدر",
        "“{name}” stands in the caption; it belongs in the credit",
    ),
    run=find,
    reads=reads_figures,
    must_match=(
        pictured(figure(caption="الوزيرة تفتتح مركز المدينة في بغداد (رويترز)")),
        pictured(figure(caption="الوزيرة تفتتح مركز المدينة. تصوير: كريم الجبوري", credit="")),
        pictured(figure(caption="The minister opens the centre. Photo: Karim Jabbouri 📷")),
        pictured(figure(caption="يفحص المهندسون سد الموصل ... (الأناضول ) . ")),
    ),
    must_not_match=(
        pictured(figure()),
        pictured(figure(caption="مراسل رويترز في بغداد يحمل كاميرته أمام مركز المدينة")),
        pictured(figure(caption="تصوير: كريم الجبوري")),
    ),
)
