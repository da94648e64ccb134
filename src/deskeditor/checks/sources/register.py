"""The sources of a piece: everyone and everything it makes somebody say, with every mention.

Persons with title, offices, organisations, agencies, outlets, documents, witnesses and the unnamed.
Read from the words of saying (with and without quotation), the relays and the statements.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from deskeditor.checks.quotes.channels import is_agency, is_outlet
from deskeditor.checks.quotes.extract import Reading, read
from deskeditor.checks.quotes.lexicon import TRANSITIVE, WEAK, with_article, words_of
from deskeditor.checks.quotes.phrases import Phrase, is_organisation
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.domain.document import Address, Document
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Channel, Quote
from deskeditor.domain.sources import Source, SourceKind, Terms

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


@dataclass(slots=True)
class _Entry:
    name: str
    kind: SourceKind
    title: str = ""
    mentions: set[Anchor] = field(default_factory=set)


def extract_sources(document: Document, quotes: tuple[Quote, ...]) -> tuple[Source, ...]:
    """The sources of a document in order of their first mention."""
    return sources_of(read(document), quotes)


def sources_of(reading: Reading, quotes: tuple[Quote, ...]) -> tuple[Source, ...]:
    """The sources of a document that has been read already."""
    entries: dict[str, _Entry] = {}
    for row in reading.utterances:
        for utterance in row:
            _hear(entries, reading, utterance)
    for quote in quotes:
        _quoted(entries, quote)
    _mention_all(entries, reading.lines)
    order = {line.address: number for number, line in enumerate(reading.lines)}
    found = [_source(entry, order) for entry in entries.values() if entry.mentions]
    return tuple(
        sorted(found, key=lambda s: (order.get(s.mentions[0].address, 0), s.mentions[0].start))
    )


def _source(entry: _Entry, order: dict[Address, int]) -> Source:
    mentions = sorted(entry.mentions, key=lambda a: (order.get(a.address, 0), a.start, a.end))
    terms = Terms.BACKGROUND if entry.kind is SourceKind.ANONYMOUS else Terms.ON_RECORD
    return Source(entry.name, entry.kind, entry.title, terms=terms, mentions=tuple(mentions))


def _hear(entries: dict[str, _Entry], reading: Reading, utterance: Utterance) -> None:
    line = reading.lines[utterance.line]
    for relay in utterance.relays:
        _outlet(entries, relay.text, relay.anchor)
    if utterance.passed_by is not None and "بيان" not in utterance.passed_by.text:
        _outlet(entries, utterance.passed_by.text, utterance.passed_by.anchor)
    phrase = utterance.phrase
    if phrase is None or not _believed(utterance, phrase):
        return
    if phrase.start > utterance.start and _too_long(utterance, phrase):
        phrase = reading.names.subject(phrase)
    name = reading.names.full(phrase, utterance.line)
    kind = kind_of(phrase, name)
    anchor = Anchor(line.address, phrase.start, phrase.end)
    _add(entries, name, kind, reading.names.title(name, phrase), anchor)


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


def _quoted(entries: dict[str, _Entry], quote: Quote) -> None:
    for relay in quote.relays:
        if "بيان" not in relay.text:
            _outlet(entries, relay.text, relay.anchor)
    speaker = quote.speaker
    if speaker is None or speaker.mention is None:
        return
    if bare(speaker.name) not in entries:
        head = bare(speaker.name.split()[0]) if speaker.name else ""
        phrase = Phrase(speaker.name, 0, 0, speaker.title, is_organisation(head), head=head)
        kind = kind_of(phrase, speaker.name)
        _add(entries, speaker.name, kind, speaker.title, speaker.mention.anchor)
    elif speaker.basis == "explicit":
        entries[bare(speaker.name)].mentions.add(speaker.mention.anchor)
    mention = quote.channel_mention
    if quote.channel is Channel.STATEMENT and mention is not None:
        issuer = speaker.name.removeprefix("بيان ")
        if speaker.basis == "explicit" and not mention.text.startswith(
            ("البيان", "تصريح", "في تصريح")
        ):
            _add(entries, f"بيان {issuer}", SourceKind.DOCUMENT, "", mention.anchor)


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


def _outlet(entries: dict[str, _Entry], text: str, anchor: Anchor) -> None:
    name = " ".join(text.translate({ord(mark): " " for mark in '“”„«»"()'}).split())
    kind = SourceKind.AGENCY if is_agency(name) else SourceKind.OUTLET
    name = text.split(" (", maxsplit=1)[0].strip('“”„«»" ') if "(" in text else name
    _add(entries, name, kind, "", anchor)


def _add(
    entries: dict[str, _Entry], name: str, kind: SourceKind, title: str, anchor: Anchor
) -> None:
    if not name:
        return
    entry = entries.setdefault(bare(name), _Entry(name, kind, title))
    entry.title = entry.title or title
    entry.mentions.add(anchor)


def _mention_all(entries: dict[str, _Entry], lines: tuple[Line, ...]) -> None:
    """Add every place where a source's name, or a person's last name alone, stands."""
    by_last: defaultdict[str, list[tuple[list[str], _Entry]]] = defaultdict(list)
    for entry in entries.values():
        words = [bare(word) for word in entry.name.split()]
        if entry.kind in (SourceKind.ANONYMOUS, SourceKind.WITNESS) or len(words) > 8:
            continue
        by_last[words[-1]].append((words, entry))
    edges = {
        id(entry): {edge for a in entry.mentions for edge in _edges(a)}
        for entry in entries.values()
    }
    for line in lines:
        if by_last.keys().isdisjoint(line.bares):
            continue
        for index, word in enumerate(line.words):
            for words, entry in by_last.get(word.bare, ())[:4]:
                anchor = _match(line, index, words, entry)
                if anchor is not None and edges[id(entry)].isdisjoint(_edges(anchor)):
                    entry.mentions.add(anchor)


def _match(line: Line, index: int, words: list[str], entry: _Entry) -> Anchor | None:
    first = index - len(words) + 1
    if first >= 0 and [w.bare for w in line.words[first : index + 1]] == words:
        return Anchor(line.address, line.words[first].start, line.words[index].end)
    if entry.kind is SourceKind.PERSON and len(words) > 1 and len(words[-1]) > 3:
        return Anchor(line.address, line.words[index].start, line.words[index].end)
    return None


def _edges(anchor: Anchor) -> tuple[tuple[Address, str, int], ...]:
    """Where a mention begins and ends; one that shares an edge with another is the same one."""
    return (anchor.address, "start", anchor.start), (anchor.address, "end", anchor.end)
