"""captions.date-differs: a caption dates what the body tells of another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from deskeditor.checks.captions.archive import SAID
from deskeditor.checks.captions.shared import figure, pictured, record_of
from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.scan import Line, Word
from deskeditor.checks.quotes.shared import line_in, reading_in, texts_in
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words, and what part of the caption's own, a sentence shares that tells of the same event.
SHARED, PART = 3, 0.5
#: Letters of a word that tells something; shorter ones join the others.
_LONG = 3
#: Words that tell how a picture stands to an event: its day is not the event's then.
_OTHERWISE = frozenset(
    "بعد قبل منذ قبيل عقب غداة ذكرى الذكرى سابق سابقة السابق السابقة "
    "after before since earlier".split()
)
#: Words of any sentence, bare: they make no two sentences tell of one event.
_EVERYWHERE = frozenset(
    "التي الذي الذين على الى عند مع عن من في هذا هذه ذلك تلك بين امام خلال حتى كما لدى نحو "
    "وقد قال كان كانت بعد قبل يوم صباح مساء ظهر ليلة فجر عام سنة شهر".split()
)  # fmt: skip


class _Told(NamedTuple):
    """A sentence of the body with the one date it names."""

    mention: DateMention
    words: frozenset[str]


def _captions(context: CheckContext) -> tuple[Slot, ...]:
    return context.picked("captions", texts_in(context), lambda slot: slot.role is Role.CAPTION)


def _reads(context: CheckContext) -> tuple[object, ...]:
    """Nothing but that no caption names a day, else everything."""
    captions = _captions(context)
    where = {slot.address for slot in captions}
    if not any(mention.anchor.address in where for mention in context.dates):
        return (captions,)
    return captions, texts_in(context), context.dates, context.pictures, context.figures


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions with one date that no date of the body holds, beside a sentence of the same event.

    One that names the picture's own day is right about the picture, whatever the body tells of.
    """
    captions = {slot.address: slot for slot in _captions(context)}
    dated = [one for one in context.dates if one.resolved is not None]
    inside = [one for one in dated if one.anchor.address in captions]
    if not inside:
        return
    body = [one for one in dated if one.anchor.address not in captions]
    told: list[_Told] | None = None
    for one in inside:
        slot = captions[one.anchor.address]
        if sum(other.anchor.address == slot.address for other in context.dates) > 1:
            continue
        line = line_in(context, slot)
        if SAID.search(line.text) or any(word.bare in _OTHERWISE for word in line.words):
            continue
        if any(_within(other, one) for other in body) or _is_the_pictures(context, one):
            continue
        told = list(_sentences(context, body)) if told is None else told
        words = _telling(line.words, (one,))
        near = max(told, key=lambda each: len(each.words & words), default=None)
        if near is None or _agree(one, near.mention):
            continue
        if _same_event(words, near.words):
            yield RULE.finding(one.anchor, one.text, said=near.mention.text)


def _period(mention: DateMention) -> tuple[date, date]:
    first = mention.resolved or date.min
    return first, mention.until or first


def _agree(one: DateMention, other: DateMention) -> bool:
    """Whether both may be of one day: a month holds its days."""
    (first, last), (begin, end) = _period(one), _period(other)
    return first <= end and begin <= last


def _within(one: DateMention, other: DateMention) -> bool:
    """Whether `one` lies in `other` whole: «in 2026» somewhere in a body dates no day."""
    (first, last), (begin, end) = _period(one), _period(other)
    return begin <= first and last <= end


def _is_the_pictures(context: CheckContext, one: DateMention) -> bool:
    first, last = _period(one)
    pictures = (f for f in context.figures if f.id == one.anchor.address.block)
    records = (record_of(context, each) for each in pictures)
    return any(r is not None and r.taken and first <= r.taken <= last for r in records)


def _sentences(context: CheckContext, body: list[DateMention]) -> Iterator[_Told]:
    lines: dict[object, Line] = {line.address: line for line in reading_in(context).lines}
    for one in body:
        line = lines.get(one.anchor.address)
        if line is None or line.role is Role.CELL:
            continue
        low, high = line.sentence_start(one.anchor.start), line.sentence_end(one.anchor.start)
        within = [
            m for m in body if m.anchor.address == line.address and low <= m.anchor.start < high
        ]
        if len(within) == 1:
            words = (word for word in line.words if low <= word.start < high)
            yield _Told(one, _telling(words, within))


def _telling(words: Iterable[Word], dates: Iterable[DateMention]) -> frozenset[str]:
    """The words that say what happened to whom, without what is joined to them."""
    within = [(one.anchor.start, one.anchor.end) for one in dates]
    kept = (
        word.bare for word in words if not any(start <= word.start < end for start, end in within)
    )
    stems = (_stem(word) for word in kept if word not in _EVERYWHERE and not word.isdigit())
    return frozenset(stem for stem in stems if len(stem) >= _LONG)


def _stem(word: str) -> str:
    for joined in ("وال", "بال", "كال", "فال", "لل", "ال"):
        if word.startswith(joined) and len(word) - len(joined) >= _LONG:
            return word[len(joined) :]
    return word[1:] if word[0] in "وبل" and len(word) > _LONG + 1 else word


def _same_event(caption: frozenset[str], sentence: frozenset[str]) -> bool:
    shared = len(caption & sentence)
    return shared >= SHARED and shared >= PART * len(caption)


def _example(caption: str, body: str = "", taken: date | None = None) -> Example:
    """The opening of a centre on Sunday 3 May 2026, as the caption and the body tell it."""
    told = body or "افتتحت الوزيرة سلمى الكناني مركز المدينة في بغداد يوم الأحد 3 أيار."
    return pictured(figure(caption=caption), body=told, taken=taken)


_OPENS = "الوزيرة سلمى الكناني تفتتح مركز المدينة في بغداد"

RULE = DocumentRule(
    id="captions.date-differs",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("تاريخ التعليق غير تاريخ المتن", "Caption and body name different days"),
    message=Bilingual(
        "في التعليق «{text}»، وفي المتن عن الحدث نفسه «{said}»: أيهما الصحيح؟",
        "The caption says “{text}”, the body “{said}” of the same event: which is right?",
    ),
    run=find,
    reads=_reads,
    must_match=(
        _example(f"{_OPENS}، 2 أيار"),
        _example(f"{_OPENS}، السبت"),
        _example(f"{_OPENS}، 3 نيسان 2026"),
        _example(f"{_OPENS}، 3 أيار 2025"),
        _example(f"{_OPENS} في آذار 2026"),
    ),
    must_not_match=(
        _example(f"{_OPENS}، 3 أيار"),
        _example(f"{_OPENS}، الأحد"),
        _example(f"{_OPENS} في أيار 2026"),
        _example(f"{_OPENS} عام 2026"),
        _example(f"{_OPENS} 🎀"),
        _example(f"{_OPENS}، 2 أيار", taken=date(2026, 5, 2)),
        _example(f"{_OPENS}، 3 نيسان 2026 (أرشيف)"),
        _example("عمال ينظفون مركز المدينة قبل افتتاحه، 2 أيار"),
        _example("زوار في قاعة المطالعة ببغداد، 4 أيار"),
        _example(
            f"{_OPENS}، 2 أيار",
            "افتتحت الوزيرة سلمى الكناني مركز المدينة في بغداد يوم 2 أيار، وعاد إليه الزوار الأحد.",
        ),
        _example(f"{_OPENS}، 2 أيار", "افتتحت الوزيرة سلمى الكناني مركز المدينة في بغداد."),
    ),
)
