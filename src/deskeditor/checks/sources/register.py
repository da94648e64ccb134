"""The sources of a piece: everyone and everything it makes somebody say, with every mention.

Persons with title, offices, organisations, agencies, outlets, documents, witnesses and the unnamed.
Read from the words of saying (with and without quotation), the relays and the statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.channels import is_agency, is_outlet
from deskeditor.checks.quotes.extract import Reading, SlotReading, read
from deskeditor.checks.quotes.lexicon import TRANSITIVE, WEAK, with_article, words_of
from deskeditor.checks.quotes.names import Names
from deskeditor.checks.quotes.phrases import Phrase, is_organisation
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.checks.sources.gathering import Entry, Told, add, gather
from deskeditor.domain.document import Document
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Channel, Quote
from deskeditor.domain.sources import Source, SourceKind

_DOCUMENTS = frozenset("بيان تقرير دراسة استطلاع رسالة وثيقة مذكرة بلاغ".split())
_LOOSE = frozenset(
    "بعض عدد عشرات مئات الاف تقارير معظم غالبية كل جميع خمس ست سبع جهة جهات وسائل الكثير كثيرون"
    " البعض اخرون الاخير الجانب رسالة استقلال".split()
)
#: What is told and never tells: «وزارة النقل تعلن سبب الانهيار», where the subject stands before.
_TOLD = frozenset(
    "سبب اسباب نتيجة نتائج تفاصيل موعد مواعيد خطة خطط عدم وفاة مقتل اصابة اصابات ارتفاع انخفاض"
    " بدء انتهاء فتح اغلاق زيادة تعليق استقالة حصيلة وجود دعم رفض استعداد انطلاق الغاء تاجيل"
    " تسجيل اعتقال ضبط احباط توقيع تعيين اقالة ضرورة اهمية صحة وقوع حدوث".split()
)
_UNNAMED = frozenset("مصدر مصادر".split())
_UNNAMED_OFFICE = frozenset("مسؤول مسؤولون مسؤولين مسؤولة دبلوماسي دبلوماسيون مراقبون".split())


class _Quoted(NamedTuple):
    """What one quotation says of sources: who passed it on, who speaks, whose statement it is of.

    `explicit`: its speaker is named, not inferred.
    """

    relays: tuple[Told, ...] = ()
    speaker: Told | None = None
    explicit: bool = False
    statement: Told | None = None


def extract_sources(document: Document, quotes: tuple[Quote, ...]) -> tuple[Source, ...]:
    """The sources of a document in order of their first mention."""
    return sources_of(read(document), quotes)


def sources_of(
    reading: Reading, quotes: tuple[Quote, ...], memory: Memory | None = None
) -> tuple[Source, ...]:
    """The sources of a document that has been read already.

    Args:
        reading: the document's lines.
        quotes: its quotations.
        memory: what is remembered of the last reading; only lines that changed are read again.
    """
    memory = memory or Memory()
    told = memory.numbered(
        "sources.told", reading.texts,
        lambda number, text: tuple(_told(reading.names, number, text)),
        (reading.told, reading.names.issuer),
    )  # fmt: skip
    heard = memory.flat("sources.told", told)
    quoted = memory.rows("sources.quoted", quotes, _quoted)
    entries = memory.made("sources.entries", (heard, quoted), lambda: _entries(heard, quoted))
    return gather(reading.texts, entries, memory)


def _entries(heard: tuple[Told, ...], quoted: tuple[_Quoted, ...]) -> tuple[Entry, ...]:
    """Everyone who is named as saying or passing on, with the places that name them so."""
    entries: dict[str, Entry] = {}
    for one in heard:
        add(entries, one)
    for quotation in quoted:
        for relay in quotation.relays:
            add(entries, relay)
        speaker = quotation.speaker
        if speaker is None:
            continue
        known = entries.get(speaker.key)
        if known is None:
            add(entries, speaker)
        elif quotation.explicit:
            known.named.append(speaker.anchor)
        if quotation.statement is not None:
            add(entries, quotation.statement)
    return tuple(entries.values())


def _told(names: Names, number: int, text: SlotReading) -> Iterator[Told]:
    """Everyone the words of saying of one line name, in their order."""
    for utterance in text.utterances:
        yield from _hear(names, number, text.line, utterance)


def _hear(names: Names, number: int, line: Line, utterance: Utterance) -> Iterator[Told]:
    for relay in utterance.relays:
        yield _outlet(relay.text, relay.anchor)
    if utterance.passed_by is not None and "بيان" not in utterance.passed_by.text:
        yield _outlet(utterance.passed_by.text, utterance.passed_by.anchor)
    phrase = utterance.phrase
    if phrase is None or not _believed(utterance, phrase):
        return
    if phrase.start > utterance.start and _too_long(utterance, phrase):
        phrase = names.subject(phrase)
    name = names.full(phrase, number)
    kind = kind_of(phrase, name)
    anchor = Anchor(line.address, phrase.start, phrase.end)
    yield Told.of(name, kind, names.title(name, phrase), anchor)


def _too_long(utterance: Utterance, phrase: Phrase) -> bool:
    return utterance.cue.lemma in TRANSITIVE or len(phrase.name.split()) > 3


def _believed(utterance: Utterance, phrase: Phrase) -> bool:
    """Whether a word of saying makes its subject a source: weak ones only a named one."""
    first = bare(phrase.name.split()[0]) if phrase.name.split() else ""
    if (
        not first
        or first in _LOOSE | _TOLD
        or phrase.name == "البيان"
        or first.endswith(("ها", "هم"))
    ):
        return False
    named = bool(phrase.title) or phrase.organisation or phrase.title_only
    if utterance.cue.kind == "relay" or utterance.cue.lemma in WEAK:
        return named or phrase.name in words_of("places")
    return len(phrase.name.split()) <= 6


def _quoted(quote: Quote) -> _Quoted:
    relays = tuple(
        _outlet(relay.text, relay.anchor) for relay in quote.relays if "بيان" not in relay.text
    )
    speaker = quote.speaker
    if speaker is None or speaker.mention is None:
        return _Quoted(relays)
    head = bare(speaker.name.split()[0]) if speaker.name else ""
    phrase = Phrase(speaker.name, 0, 0, speaker.title, is_organisation(head), head=head)
    kind = kind_of(phrase, speaker.name) if head else SourceKind.PERSON
    named = Told.of(speaker.name, kind, speaker.title, speaker.mention.anchor)
    explicit = speaker.basis == "explicit"
    mention = quote.channel_mention
    if (
        quote.channel is not Channel.STATEMENT
        or mention is None
        or not explicit
        or mention.text.startswith(("البيان", "تصريح", "في تصريح"))
    ):
        return _Quoted(relays, named, explicit)
    issuer = speaker.name.removeprefix("بيان ")
    statement = Told.of(f"بيان {issuer}", SourceKind.DOCUMENT, "", mention.anchor)
    return _Quoted(relays, named, explicit, statement)


def kind_of(phrase: Phrase, name: str) -> SourceKind:
    """What a phrase names."""
    head = bare(name.split(maxsplit=1)[0]) if name.split() else ""
    plain = head.removeprefix("ال")
    if plain in _UNNAMED or (head in _UNNAMED_OFFICE and not phrase.title):
        return SourceKind.ANONYMOUS
    if head in words_of("witness") and (head.startswith(("شاهد", "شهود", "ناج"))):
        return SourceKind.WITNESS
    if plain in _DOCUMENTS:
        return SourceKind.DOCUMENT
    if is_agency(name):
        return SourceKind.AGENCY
    if is_outlet(head):
        return SourceKind.OUTLET
    if phrase.organisation or is_organisation(head):
        return SourceKind.ORGANISATION
    if phrase.title_only:
        return SourceKind.OFFICE
    return SourceKind.PERSON if _personal(phrase, name) else SourceKind.ORGANISATION


def _personal(phrase: Phrase, name: str) -> bool:
    if phrase.title:
        return True
    words = name.split()
    if bare(words[0]) in words_of("places"):
        return False
    return not words[0].startswith("ال") and words[0] not in with_article("orgs")


def _outlet(text: str, anchor: Anchor) -> Told:
    name = " ".join(text.translate({ord(mark): " " for mark in '“”„«»"()'}).split())
    kind = SourceKind.AGENCY if is_agency(name) else SourceKind.OUTLET
    name = text.split(" (", maxsplit=1)[0].strip('“”„«»" ') if "(" in text else name
    return Told.of(name, kind, "", anchor)
