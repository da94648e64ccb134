"""The sources of a piece: everyone and everything it makes somebody say, with every mention.

Persons with title, offices, organisations, agencies, outlets, documents, witnesses and the unnamed.
Read from the words of saying (with and without quotation), the relays and the statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from deskeditor.checks.quotes.channels import is_agency, is_outlet
from deskeditor.checks.quotes.extract import Reading, read
from deskeditor.checks.quotes.lexicon import TRANSITIVE, WEAK, with_article, words_of
from deskeditor.checks.quotes.phrases import Phrase, is_organisation
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.spans import Remember, forget
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


class _Told(NamedTuple):
    """One mention of one source, as a word of saying brings it."""

    name: str
    kind: SourceKind
    title: str
    anchor: Anchor


@dataclass(slots=True)
class _Entry:
    name: str
    kind: SourceKind
    title: str = ""
    mentions: set[Anchor] = field(default_factory=set)


def extract_sources(document: Document, quotes: tuple[Quote, ...]) -> tuple[Source, ...]:
    """The sources of a document in order of their first mention."""
    return sources_of(read(document), quotes)


def sources_of(
    reading: Reading,
    quotes: tuple[Quote, ...],
    remember: Remember = forget,
    names: object = None,
) -> tuple[Source, ...]:
    """The sources of a document that has been read already.

    Args:
        reading: the document's lines.
        quotes: its quotations.
        remember: keeps what was read of a line.
        names: equal to that of an earlier reading only where the names of the piece are equal.
    """
    entries: dict[str, _Entry] = {}
    known = (names, reading.names.issuer)
    for number, row in enumerate(reading.utterances):
        if row:
            told = remember(
                "sources.told", number, (number, known), partial(_told, reading, number)
            )
            for one in told:
                _add(entries, *one)
    for quote in quotes:
        _quoted(entries, quote)
    _mention_all(entries, reading.lines, remember)
    order = {line.address: number for number, line in enumerate(reading.lines)}
    found = [_source(entry, order) for entry in entries.values() if entry.mentions]
    return tuple(
        sorted(found, key=lambda s: (order.get(s.mentions[0].address, 0), s.mentions[0].start))
    )


def _source(entry: _Entry, order: dict[Address, int]) -> Source:
    mentions = sorted(entry.mentions, key=lambda a: (order.get(a.address, 0), a.start, a.end))
    terms = Terms.BACKGROUND if entry.kind is SourceKind.ANONYMOUS else Terms.ON_RECORD
    return Source(entry.name, entry.kind, entry.title, terms=terms, mentions=tuple(mentions))


def _told(reading: Reading, number: int) -> tuple[_Told, ...]:
    """Everyone the words of saying of one line name, in their order."""
    return tuple(
        one for utterance in reading.utterances[number] for one in _hear(reading, utterance)
    )


def _hear(reading: Reading, utterance: Utterance) -> Iterator[_Told]:
    line = reading.lines[utterance.line]
    for relay in utterance.relays:
        yield _outlet(relay.text, relay.anchor)
    if utterance.passed_by is not None and "بيان" not in utterance.passed_by.text:
        yield _outlet(utterance.passed_by.text, utterance.passed_by.anchor)
    phrase = utterance.phrase
    if phrase is None or not _believed(utterance, phrase):
        return
    if phrase.start > utterance.start and _too_long(utterance, phrase):
        phrase = reading.names.subject(phrase)
    name = reading.names.full(phrase, utterance.line)
    kind = kind_of(phrase, name)
    anchor = Anchor(line.address, phrase.start, phrase.end)
    yield _Told(name, kind, reading.names.title(name, phrase), anchor)


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
            _add(entries, *_outlet(relay.text, relay.anchor))
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


def _outlet(text: str, anchor: Anchor) -> _Told:
    name = " ".join(text.translate({ord(mark): " " for mark in '“”„«»"()'}).split())
    kind = SourceKind.AGENCY if is_agency(name) else SourceKind.OUTLET
    name = text.split(" (", maxsplit=1)[0].strip('“”„«»" ') if "(" in text else name
    return _Told(name, kind, "", anchor)


def _add(
    entries: dict[str, _Entry], name: str, kind: SourceKind, title: str, anchor: Anchor
) -> None:
    if not name:
        return
    entry = entries.setdefault(bare(name), _Entry(name, kind, title))
    entry.title = entry.title or title
    entry.mentions.add(anchor)


#: The words of a source's name and whether it is a person's, by the place of its entry.
_Name = tuple[int, list[str], bool]
#: A mention that is known: the place of its entry, its start and end.
_Held = tuple[int, int, int]


def _mention_all(entries: dict[str, _Entry], lines: tuple[Line, ...], remember: Remember) -> None:
    """Add every place where a source's name, or a person's last name alone, stands."""
    by_last: defaultdict[str, list[_Name]] = defaultdict(list)
    held: defaultdict[Address, list[_Held]] = defaultdict(list)
    ordered = list(entries.values())
    for place, entry in enumerate(ordered):
        for anchor in entry.mentions:
            held[anchor.address].append((place, anchor.start, anchor.end))
        words = [bare(word) for word in entry.name.split()]
        if entry.kind in (SourceKind.ANONYMOUS, SourceKind.WITNESS) or len(words) > 8:
            continue
        by_last[words[-1]].append((place, words, entry.kind is SourceKind.PERSON))
    if not by_last:
        return
    # The same object while the names are the same: cheaper to compare for each line.
    same = remember("sources.names", 0, by_last, object)
    for number, line in enumerate(lines):
        there = tuple(sorted(held.get(line.address, ())))
        found = remember(
            "sources.mentions", number, (same, there), partial(_mentions, line, by_last, there)
        )
        for place, anchor in found:
            ordered[place].mentions.add(anchor)


def _mentions(
    line: Line, by_last: Mapping[str, list[_Name]], there: tuple[_Held, ...]
) -> tuple[tuple[int, Anchor], ...]:
    """Where the names stand in one line; what shares an edge with a known mention is that one."""
    if by_last.keys().isdisjoint(line.bares):
        return ()
    starts = {(place, start) for place, start, _ in there}
    ends = {(place, end) for place, _, end in there}
    found: list[tuple[int, Anchor]] = []
    for index, word in enumerate(line.words):
        for place, words, person in by_last.get(word.bare, ())[:4]:
            match = _match(line, index, words, person=person)
            if match is None or (place, match.start) in starts or (place, match.end) in ends:
                continue
            found.append((place, match))
    return tuple(found)


def _match(line: Line, index: int, words: list[str], *, person: bool) -> Anchor | None:
    first = index - len(words) + 1
    if first >= 0 and [w.bare for w in line.words[first : index + 1]] == words:
        return Anchor(line.address, line.words[first].start, line.words[index].end)
    if person and len(words) > 1 and len(words[-1]) > 3:
        return Anchor(line.address, line.words[index].start, line.words[index].end)
    return None
