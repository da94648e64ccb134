"""The sources of a piece: everyone and everything it makes somebody say, with every mention.

Persons with title, offices, organisations, agencies, outlets, documents, witnesses and the unnamed.
Read from the words of saying (with and without quotation), the relays and the statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.channels import is_agency, is_outlet
from deskeditor.checks.quotes.extract import Reading, SlotReading, read
from deskeditor.checks.quotes.lexicon import TRANSITIVE, WEAK, with_article, words_of
from deskeditor.checks.quotes.names import Names
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
#: Words of a name that is looked for at most, and sources of one last name looked at.
_LONGEST, _ALIKE = 8, 4
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


class _Named(NamedTuple):
    """The words of a source's name and whether it is a person's, by the place of its entry."""

    place: int
    words: tuple[str, ...]
    person: bool


#: The names that are looked for in every line, by their last word.
_ByLast = dict[str, tuple[_Named, ...]]
#: Where a name stands: the place of its entry, and where.
_Match = tuple[int, Anchor]


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
    entries = memory.made("sources.entries", (heard, quotes), lambda: _entries(heard, quotes))
    kinds = memory.made(
        "sources.kinds", (entries,), lambda: tuple((entry.name, entry.kind) for entry in entries)
    )
    by_last = memory.made("sources.by-last", (kinds,), lambda: _by_last(kinds))
    matches = memory.rows(
        "sources.matches", reading.texts, lambda text: tuple(_matches(text.line, by_last)), by_last
    )
    places = memory.rows("sources.places", reading.texts, lambda text: text.line.address)
    return memory.made(
        "sources.found", (entries, matches, places), lambda: _sources(entries, matches, places)
    )


def _entries(heard: tuple[_Told, ...], quotes: tuple[Quote, ...]) -> tuple[_Entry, ...]:
    """Everyone who is named as saying or passing on, with the places that name them so."""
    entries: dict[str, _Entry] = {}
    for one in heard:
        _add(entries, *one)
    for quote in quotes:
        _quoted(entries, quote)
    return tuple(entries.values())


def _sources(
    entries: tuple[_Entry, ...],
    matches: tuple[tuple[_Match, ...], ...],
    places: tuple[Address, ...],
) -> tuple[Source, ...]:
    """The entries with every place where their name stands; what shares an edge with a place that
    names them already is that place.
    """
    order = {address: number for number, address in enumerate(places)}
    # By line, start and end: an address is dear to compare.
    mentions: list[dict[tuple[int, int, int], Anchor]] = [
        {(order.get(a.address, 0), a.start, a.end): a for a in entry.mentions} for entry in entries
    ]
    edges = [{(line, edge) for line, *both in named for edge in both} for named in mentions]
    for line, row in enumerate(matches):
        for place, anchor in row:
            start, end = anchor.start, anchor.end
            known = edges[place]
            if (line, start) not in known and (line, end) not in known:
                mentions[place][line, start, end] = anchor
    found: list[tuple[tuple[int, int, int], Source]] = []
    for entry, named in zip(entries, mentions, strict=True):
        if named:
            placed = sorted(named.items())
            terms = Terms.BACKGROUND if entry.kind is SourceKind.ANONYMOUS else Terms.ON_RECORD
            anchors = tuple(anchor for _, anchor in placed)
            source = Source(entry.name, entry.kind, entry.title, terms=terms, mentions=anchors)
            found.append((placed[0][0], source))
    found.sort(key=_first_place)
    return tuple(source for _, source in found)


def _first_place(found: tuple[tuple[int, int, int], Source]) -> tuple[int, int]:
    return found[0][:2]


def _told(names: Names, number: int, text: SlotReading) -> Iterator[_Told]:
    """Everyone the words of saying of one line name, in their order."""
    for utterance in text.utterances:
        yield from _hear(names, number, text.line, utterance)


def _hear(names: Names, number: int, line: Line, utterance: Utterance) -> Iterator[_Told]:
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
    yield _Told(name, kind, names.title(name, phrase), anchor)


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


def _by_last(sources: tuple[tuple[str, SourceKind], ...]) -> _ByLast:
    """The names worth looking for: nobody unnamed, nothing endless."""
    found: defaultdict[str, list[_Named]] = defaultdict(list)
    for place, (name, kind) in enumerate(sources):
        words = tuple(bare(word) for word in name.split())
        if kind not in (SourceKind.ANONYMOUS, SourceKind.WITNESS) and len(words) <= _LONGEST:
            found[words[-1]].append(_Named(place, words, kind is SourceKind.PERSON))
    return {last: tuple(named) for last, named in found.items()}


def _matches(line: Line, by_last: _ByLast) -> Iterator[_Match]:
    """Where the names stand in one line, a person's last name alone too."""
    if by_last.keys().isdisjoint(line.bares):
        return
    for index, word in enumerate(line.words):
        for named in by_last.get(word.bare, ())[:_ALIKE]:
            match = _match(line, index, named.words, person=named.person)
            if match is not None:
                yield named.place, match


def _match(line: Line, index: int, words: tuple[str, ...], *, person: bool) -> Anchor | None:
    first = index - len(words) + 1
    if first >= 0 and tuple(w.bare for w in line.words[first : index + 1]) == words:
        return Anchor(line.address, line.words[first].start, line.words[index].end)
    if person and len(words) > 1 and len(words[-1]) > 3:
        return Anchor(line.address, line.words[index].start, line.words[index].end)
    return None
