"""A sentence that piles verbal nouns on one another: «تنفيذ عملية تطوير إجراءات تسجيل»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import Example, SlotRule, Topic
from deskeditor.checks.style.reading import PROSE, Sentence, sentences, stem
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.tokens import Token

#: Verbal nouns in a row, and in one sentence, from which on it is said. Of published Arabic news
#: one sentence in a hundred has so many.
ROW, FROM = 3, 8
#: The measures of the derived verbs' nouns: تفعيل إفعال استفعال انفعال افتعال مفاعلة.
#: «تفاعُل» is not among them: without tashkeel it is a verb as often (تواصل، تناول).
_MEASURES = re.compile(
    r"(?:ت[ء-ي]{2}ي[ء-ي]|إ[ء-ي]{2}ا[ء-ي]|است[ء-ي]{2}ا[ء-ي]|ان[ء-ي]{2}ا[ء-ي]|ا[ء-ي]ت[ء-ي]ا[ء-ي]"
    r"|م[ء-ي]ا[ء-ي]{2}ة|عملية|عمليات)(?:ات|ها|ه|هم)?\Z"
)
#: Of those measures and no verbal nouns: what news calls people, places and things.
_NOT = frozenset(
    "محافظة مقاطعة مجاعة مسافة مساحة مقالة محاكمة إنسان إيران إسلام إقليم تاريخ تقرير تقارير تشرين "
    "تدابير تفاصيل انتخابات امتحانات إذاعة إمارات إسبان إنجاز إعلام اتحاد ائتلاف اقتصاد تلميذ "
    "منافسة مباراة معارضة".split()
)


@lru_cache(maxsize=65_536)
def _is_noun(word: str) -> bool:
    rest = stem(word)
    return rest not in _NOT and _MEASURES.match(rest) is not None


def longest_row(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The longest run of verbal nouns that follow one another."""
    best: tuple[Token, ...] = ()
    run: list[Token] = []
    for token in words:
        joined = run and token.start - run[-1].end == 1
        run = [*(run if joined else ()), token] if _is_noun(token.word) else []
        if len(run) > len(best):
            best = tuple(run)
    return best


def nouns_in(sentence: Sentence) -> int:
    """How many verbal nouns a sentence has."""
    return sum([_is_noun(token.word) for token in sentence.words])


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    most, most_row = RULE.told(context, "from", int), RULE.told(context, "row", int)
    for sentence in sentences(context, slot):
        count = nouns_in(sentence)
        row = longest_row(sentence.words) if count >= most_row else ()
        if row and len(row) >= most_row:
            yield RULE.at(slot, row[0].start, row[-1].end, count=count, words=len(sentence.words))
        elif count >= most:
            start, end = sentence.start, sentence.end
            yield RULE.at(slot, start, end, count=count, words=len(sentence.words))


RULE = SlotRule(
    id="style.nominal",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.READING,
    title=Bilingual("مصادر متراكمة", "Piled-up verbal nouns"),
    message=Bilingual(
        "مصادر متراكمة (عددها في الجملة {count} من {words}): حوّل بعضها أفعالا.",
        "Verbal nouns pile up ({count} of the sentence’s {words} words): turn some into verbs.",
    ),
    parameters=MappingProxyType({"row": ROW, "from": FROM}),
    roles=PROSE,
    must_match=(
        "بحثت اللجنة تنفيذ عملية تطوير الميناء 😀 وفق WHO.",
        Example("تطوير الميناء وتحديث الطرق 😀", parameters={"style.nominal": {"from": 2}}),
    ),
    must_not_match=(
        "بحثت اللجنة كيف تطور الميناء 😀 وفق WHO.",
        "قالت إن فرق الإنقاذ تواصل تفتيش المنطقة 😀.",
        "زار الوفد محافظة الإسكندرية بعد تقديم الطلب 25 😀.",
    ),
    run=_run,
)
