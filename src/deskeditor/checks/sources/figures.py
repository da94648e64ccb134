"""sources.figures: a figure somebody is said to have given, and no word of where he gave it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.channels import is_outlet
from deskeditor.checks.quotes.extract import SlotReading
from deskeditor.checks.quotes.lexicon import channel_words, words_of
from deskeditor.checks.quotes.names import Names
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.shared import quotes_in, reading_in
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.document import Role
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_NUMBER = r"[0-9٠-٩][0-9٠-٩.,٫٬]*"
#: Figures that carry weight: shares, sums, victims; not ages, scores or house numbers.
_FIGURE = re.compile(
    rf"{_NUMBER} ?[%٪]|{_NUMBER} (?:بالمئة|بالمائة|في المئة|في المائة)"
    rf"|{_NUMBER} (?:ألف|آلاف|مليون|ملايين|مليار|مليارات|تريليون)(?: \w+)?"
    rf"|{_NUMBER} (?:قتيلا|قتلى|جريحا|جرحى|مصابا|مصابين|ضحية|ضحايا)"
    rf"|{_NUMBER} (?:شهيدا|شهداء|مفقودا|مفقودين|معتقلا|إصابة)"
)


def find(context: CheckContext) -> Iterator[Finding]:
    """One finding a sentence: the first figure whose speaker has no channel in the whole piece."""
    placed = _placed(context)
    told: tuple[Anchor, int] | None = None
    for one in _read(context)[0]:
        sentence = (replace(one.anchor, start=0, end=0), one.sentence)
        if one.name not in placed and sentence != told:
            told = sentence
            yield RULE.finding(one.anchor, one.text, name=one.name)


class _Given(NamedTuple):
    """A figure, who gives it, and where his sentence begins."""

    anchor: Anchor
    text: str
    name: str
    sentence: int


def _read(context: CheckContext) -> tuple[tuple[_Given, ...], tuple[str, ...]]:
    """The figures somebody gives, and everyone of whom a line says where he spoke."""
    reading, memory = reading_in(context), context.memory
    known = (reading.told, reading.names.issuer)

    def given(number: int, text: SlotReading) -> tuple[_Given, ...]:
        return tuple(_given(reading.names, number, text))

    def placed(number: int, text: SlotReading) -> tuple[str, ...]:
        return tuple(_names(reading.names, number, text))

    figures = memory.numbered("figures.given", reading.texts, given, known)
    names = memory.numbered("figures.placed", reading.texts, placed, known)
    return memory.flat("figures.given", figures), memory.flat("figures.placed", names)


def _given(names: Names, number: int, text: SlotReading) -> Iterator[_Given]:
    line = text.line
    if line.role is not Role.PARAGRAPH or not text.utterances:
        return
    for match in _FIGURE.finditer(line.text):
        said = _sayer(line, text.utterances, match.start())
        if said is not None and said.phrase is not None:
            anchor = Anchor(line.address, match.start(), match.end())
            yield _Given(anchor, match[0], names.full(said.phrase, number), said.sentence[0])


def _names(names: Names, number: int, text: SlotReading) -> Iterator[str]:
    for each in text.utterances:
        if each.phrase is not None and (each.route.channel or each.relays or each.passed_by):
            yield names.full(each.phrase, number)


def _placed(context: CheckContext) -> set[str]:
    """Speakers of whom the piece says once where they spoke, or who passed it on."""
    found = {
        quote.speaker.name
        for quote in quotes_in(context)
        if quote.speaker is not None and (quote.channel is not None or quote.relays)
    }
    return found.union(_read(context)[1])


def _sayer(line: Line, row: tuple[Utterance, ...], place: int) -> Utterance | None:
    """Who is named in the figure's sentence as saying it: a person or a body, no document."""
    start = line.sentence_start(place)
    said = [each for each in row if start <= each.start < place and each.phrase is not None]
    last = said[-1] if said else None
    if last is None or last.phrase is None or last.cue.kind != "verb":
        return None
    told = line.words[line.word_at(last.phrase.end) : line.word_at(place)]
    if not any(word.bare in words_of("complements") for word in told):
        return None
    head = last.phrase.head.removeprefix("ال")
    if is_outlet(last.phrase.head) or head in channel_words() or head in _SHOWING:
        return None
    return last


_SHOWING = frozenset("دراسة استطلاع ارقام بيانات احصاءات تقرير احصائية مؤشر نتائج".split())

_PLACED_BEFORE = (
    "قال رئيس البلدية كريم الجبوري في بيان إن العمل بدأ.\n\n"
    "وأكد الجبوري أن الحوادث تراجعت بنسبة 60%."
)

RULE = DocumentRule(
    id="sources.figures",
    category=Category.SOURCES,
    severity=Severity.HINT,
    title=Bilingual("رقم بلا قناة", "A figure without a channel"),
    message=Bilingual(
        "رقم منسوب إلى «{name}» ({text}) ولا يقول النص أين قاله: بيان أم مؤتمر أم مقابلة؟",
        "A figure of {name} ({text}), and the piece never says where it was given",
    ),
    run=find,
    reads=lambda context: (*_read(context), quotes_in(context)),
    must_match=(
        "أكد رئيس البلدية كريم الجبوري أن الحوادث تراجعت بنسبة 60%.",
        "وقالت وزارة النقل إن المشروع كلف 12 مليون دينار 💰.",
    ),
    must_not_match=(
        "أكد رئيس البلدية كريم الجبوري في مؤتمر صحفي أن الحوادث تراجعت بنسبة 60%.",
        _PLACED_BEFORE,
        "وأظهر تقرير سنوي أن الحوادث تراجعت بنسبة 60%.",
        "ويذكر رئيس البلدية كريم الجبوري بخير من ساعدوا 12 ألف عائلة.",
        "قال مدرب الفريق كريم الجبوري إن النتيجة 3-0 عادلة.",
    ),
)
