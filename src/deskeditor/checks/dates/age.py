"""dates.age: an age that does not fit the year of birth, or two ages of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, DocumentRule, Example
from deskeditor.domain.article import Details
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, folded

_YEARS = r"(?:عاما|سنة|اعوام|سنوات)"
_AGE = re.compile(
    rf"(?:(?<!\w)[وف]?(?:البالغ|البالغة|يبلغ|تبلغ)(?: من العمر)? |(?<!\w)عن عمر (?:ناهز |يناهز )?"
    rf"|\()(\d{{1,3}}) {_YEARS}(?!\w)(?! مضت)"
)
_BORN = re.compile(
    r"(?<!\w)[وف]?(?:ولد|ولدت|المولود|المولودة|مولود|مولودة|مواليد)(?: [ء-ي\d/.-]+){0,6}? ?"
    r"(?<![\d/.-])((?:18|19|20)\d\d)(?!\d)"
)
_DIED = re.compile(r"(?<!\w)[وف]?(?:توفي|توفيت|رحل|رحلت|عن عمر|وفاته|وفاتها)(?!\w)")
_IN_YEAR = re.compile(r"(?:عام|سنة|العام) ((?:18|19|20)\d\d)(?!\d)")
_LIFE = re.compile(r"\(((?:18|19|20)\d\d) ?[-–] ?((?:18|19|20)\d\d)\)")
#: From the beginning of a word on: from every letter of an endless word it would be quadratic.
_NAMED = re.compile(rf"(?<![ء-ي])([ء-ي]{{2,}} [ء-ي]{{2,}}) \((\d{{1,3}}) {_YEARS}\)")
#: Words that take an age back into another time.
_THEN = re.compile(r"(?<!\w)(?:انذاك|حينها|وقتها|عندما|حين|كان|كانت|وقتذاك|يومها)(?!\w)")
_STOP = re.compile(r"[.!؟](?=\s|$)")
_DIGIT = re.compile(r"\d")
_FOLD = Fold.SPELLING | Fold.DIGITS | Fold.HAMZA
_ROLES = BODY_ROLES | {Role.HEADLINE, Role.DECK}


class _Aged(NamedTuple):
    """«name (41 عاما)» in one text: whose, how old, where (code points)."""

    name: str
    age: str
    start: int
    end: int


class _Read(NamedTuple):
    wrong: tuple[tuple[int, int, str], ...]
    aged: tuple[_Aged, ...]


def find(context: CheckContext) -> Iterator[Finding]:
    """Ages held against the birth named in their sentence, and against one another."""
    seen: dict[str, tuple[str, Anchor]] = {}
    for slot, read in _told(context):
        for start, end, meant in read.wrong:
            anchor = Anchor(slot.address, start, end)
            yield RULE.finding(anchor, slot.text.text[start:end], meant=meant)
        for one in read.aged:
            anchor = Anchor(slot.address, one.start, one.end)
            age, where = seen.setdefault(one.name, (one.age, anchor))
            if age != one.age:
                text = slot.text.text[one.start : one.end]
                yield RULE.finding(anchor, text, message=_TWO, related=(where,), other=age)


def _told(context: CheckContext) -> tuple[tuple[Slot, _Read], ...]:
    published = context.details.published_on
    return context.gathered(RULE.id, partial(_read, published=published), given=published)


def _read(slot: Slot, published: date | None) -> _Read | None:
    """What one text says of ages; None where it says nothing."""
    if slot.role not in _ROLES:
        return None
    plain = folded(slot.text.text, _FOLD)
    text = plain.text
    if _DIGIT.search(text) is None:
        return None
    aged = tuple(
        _Aged(match[1], match[2], *plain.span(match.start(2), match.end(2)))
        for match in _NAMED.finditer(text)
    )
    wrong: list[tuple[int, int, str]] = []
    start = 0
    for end in (*(stop.end() for stop in _STOP.finditer(text)), len(text)):
        wrong += [
            (*plain.span(start + low, start + high), meant)
            for low, high, meant in _faults(text[start:end], published)
        ]
        start = end
    return _Read(tuple(wrong), aged) if wrong or aged else None


def _faults(sentence: str, published: date | None) -> Iterator[tuple[int, int, str]]:
    """`[start, end)` of an age that cannot be, and the ages that can."""
    ages, life = list(_AGE.finditer(sentence)), _LIFE.search(sentence)
    born = list(_BORN.finditer(sentence))
    if len(ages) != 1 or len(born) > 1 or _THEN.search(sentence):
        return
    if life is not None:
        first, last = int(life[1]), int(life[2])
    elif born:
        died = _DIED.search(sentence)
        named = [int(match[1]) for match in _IN_YEAR.finditer(sentence)]
        later = [year for year in named if year != int(born[0][1])] if died else []
        if not later and published is None:
            return
        first, last = int(born[0][1]), later[-1] if later else published.year  # type: ignore[union-attr]
    else:
        return
    if int(ages[0][1]) not in (last - first - 1, last - first):
        yield ages[0].start(1), ages[0].end(1), f"{last - first - 1}–{last - first}"


_TWO = Bilingual(
    "«{text}» هنا و«{other}» في موضع آخر للشخص نفسه: أيهما الصحيح؟",
    "“{text}” here and “{other}” elsewhere for the same person: which is right?",
)


def _on(text: str) -> Example:
    return Example(text, details=Details(published_on=date(2021, 6, 1)))


RULE = DocumentRule(
    id="dates.age",
    category=Category.DATES,
    severity=Severity.CHECK,
    title=Bilingual("عمر لا يوافق سنة الميلاد", "Age that does not fit"),
    message=Bilingual(
        "العمر «{text}» لا يوافق السنوات المذكورة: حسابها يعطي {meant}",
        "The age “{text}” does not fit the years named: they give {meant}",
    ),
    run=find,
    reads=lambda context: (_told(context),),
    must_match=(
        _on("اختير البدري (52 عاما)، المولود في الموصل عام 1979، رئيسا للنادي 😀."),
        "توفي الشاعر سالم الحسن (1930-2011) عن عمر ناهز ٩١ عاما.",
        "فاز كريم الجبوري (31 عاما) 🏅.\n\nوقال كريم الجبوري (33 عاما) إنه سعيد.",
    ),
    must_not_match=(
        _on("اختير البدري (42 عاما)، المولود في الموصل عام 1979، رئيسا للنادي 😀."),
        _on("كان عمره 12 عاما حين بدأ، وهو من مواليد 1979."),
        _on("كان البالغ من العمر 12 عاما حينها من مواليد 1979."),
        "اختير البدري (52 عاما)، المولود في الموصل عام 1979.",
        "توفي الشاعر سالم الحسن (1930-2011) عن عمر ناهز 81 عاما.",
    ),
)
