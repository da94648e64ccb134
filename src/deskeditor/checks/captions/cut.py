"""captions.cut: a caption cut in mid-word or in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words after which something must follow.
_OPEN = frozenset(
    "في من على إلى الى عن مع بين أن إن التي الذي خلال عند بعد قبل ال و"
    " the a an of in on at to from by with and is are was were for as".split()
)
_SHORTEST = 4
_LAST = re.compile(r"(\S+)\s*$")
#: What opens and must close before a caption ends.
_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"), ("[", "]"))
_BLOCKS = frozenset(
    {"المبنى", "القاعة", "الصف", "الجناح", "فيتامين", "vitamin", "hall", "gate", "block"}
)


#: Days and months, of which a caption cut by an old system may have the beginning only.
_NAMES = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June"
    " July August September October November December الأحد الاثنين الإثنين الثلاثاء الأربعاء"
    " الخميس نوفمبر ديسمبر سبتمبر أكتوبر أغسطس فبراير يناير حزيران نيسان أيلول"
).split()
#: Beginnings of them that are words or abbreviations of their own.
_WHOLE = frozenset(
    "Mon Tue Tues Wed Wednes Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct"
    " Nov Dec Ma Su Se Fe Am الأ الا الث الثلاث الأرب الخم الخ الإ ال".split()
)


def _begun(word: str) -> bool:
    """Whether a word is the beginning of a day or a month and nothing else."""
    if len(word) < 2 or word in _WHOLE:
        return False
    return any(name.startswith(word) and name != word for name in _NAMES)


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions that end on a single letter, on a word that asks for another, or on a comma."""
    for each in context.figures:
        words = each.caption.text.rstrip()
        tail = _cut_tail(words)
        if tail:
            end = len(words)
            anchor = Anchor(at(each, "caption"), end - len(tail), end)
            yield RULE.finding(anchor, tail, tail=tail)


def _cut_tail(words: str) -> str:
    """The last word of a caption that does not end; empty where it does."""
    if len(words.split()) < _SHORTEST:
        return ""
    found = _LAST.search(words)
    if found is None:
        return ""
    last = found.group(1)
    if any(words.count(opens) > words.count(closes) for opens, closes in _PAIRS):
        return last
    before = words[: found.start()].rsplit(maxsplit=1)[-1].casefold()
    if last[-1] in "،,…-–:" or words.endswith("..."):
        return last
    if _begun(last):
        return last
    initials = len(before) == 1 and before.isalpha()  # «أ ف ب»
    single = len(last) == 1 and last.isalpha() and before not in _BLOCKS and not initials
    return last if single or last.casefold() in _OPEN else ""


RULE = DocumentRule(
    id="captions.cut",
    category=Category.CAPTIONS,
    severity=Severity.ERROR,
    title=Bilingual("تعليق مقطوع", "Caption cut off"),
    message=Bilingual(
        "التعليق مقطوع قبل نهايته («{tail}»): أكمله من الأصل",
        "The caption is cut before its end (“{tail}”): complete it from the original",
    ),
    run=find,
    reads=reads_figures,
    must_match=(
        pictured(figure(caption="The minister is seen at the new centre on J")),
        pictured(figure(caption="الوزيرة سلمى الكناني أمام مبنى مركز المدينة في")),
        pictured(figure(caption="الوزيرة سلمى الكناني أمام مبنى مركز المدينة، …")),
        pictured(figure(caption="The minister is seen at the new centre on Tu")),
        pictured(figure(caption="الوزيرة سلمى الكناني أمام مركز المدينة، 3 نوفم")),
        pictured(figure(caption="الوزيرة سلمى الكناني أمام «مركز المدينة الجديد")),
    ),
    must_not_match=(
        pictured(figure()),
        pictured(figure(caption="المستشفى العام في الكرخ، المبنى ب")),
        pictured(figure(caption="الوزيرة سلمى الكناني أمام مبنى مركز المدينة — تصوير: أ ف ب")),
        pictured(figure(caption="The new centre in Baghdad, May 2024")),
        pictured(figure(caption="The new centre in Baghdad opens on Tue")),
        pictured(figure(caption="أبواب مركز المدينة الجديد في بغداد الثلاث")),
    ),
)
