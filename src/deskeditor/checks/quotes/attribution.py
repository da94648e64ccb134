"""Who said it: the speaker of one quotation, on what basis, and by which way it came.

The word of saying nearest before the span decides; else one right behind it; else the thread of
who spoke last. A speaker is explicit where the sentence names him, inferred where not.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from deskeditor.checks.quotes.channels import is_outlet, mention_of, read_route, relays_in
from deskeditor.checks.quotes.glyphs import Pair
from deskeditor.checks.quotes.kinds import Introduction
from deskeditor.checks.quotes.lexicon import TRANSITIVE, words_of
from deskeditor.checks.quotes.names import Names
from deskeditor.checks.quotes.phrases import Phrase, read_phrase
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.utterances import Utterance, _relayed, cue_of
from deskeditor.domain.quotes import Channel, Mention, Speaker

#: How many utterances back the thread is followed.
_MEMORY = 6
#: Code points read behind a quotation for who said it and by which way.
_REACH = 300
#: Words of one sentence looked through for its subject.
_SENTENCE = 30
_MARKERS = frozenset({"لكن", "ولكن", "فان", "اما", "واما"})
_STATEMENT_HEADS = frozenset({"البيان", "بيان", "وبيان"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is known of one quotation's origin."""

    speaker: Speaker | None = None
    cue: Mention | None = None
    channel: Channel | None = None
    channel_mention: Mention | None = None
    relays: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who has spoken: the speaker, the gender the verb showed, the way of the words."""

    speaker: Speaker
    gender: str
    origin: Attributed


@dataclass(slots=True)
class Thread:
    """The thread of who spoke, followed in reading order as quotations are attributed."""

    names: Names
    lines: tuple[Line, ...]
    utterances: tuple[tuple[Utterance, ...], ...]
    voices: list[Voice] = field(default_factory=list)
    done: dict[tuple[int, int], Attributed] = field(default_factory=dict)
    _next: tuple[int, int] = (0, 0)

    def advance(self, line: int, offset: int) -> None:
        """Hear every utterance that begins before `offset` of `line`."""
        number, place = self._next
        while number < len(self.utterances) and number <= line:
            row = self.utterances[number]
            while place < len(row) and (number < line or row[place].start < offset):
                self.hear(row[place])
                place += 1
            if number == line:
                break
            number, place = number + 1, 0
        self._next = (number, place)

    def hear(self, utterance: Utterance) -> None:
        """Resolve one utterance and remember its voice."""
        said = self._resolve(utterance)
        self.done[utterance.line, utterance.start] = said
        if said.speaker is None or (utterance.cue.kind == "relay" and not _speaks(utterance)):
            return
        phrase = utterance.phrase
        issued = said.channel is Channel.STATEMENT and said.speaker.basis == "explicit"
        if issued and phrase is not None and phrase.head not in _STATEMENT_HEADS:
            self.names.issuer = said.speaker.name
        gender: str = utterance.cue.gender
        if said.speaker.basis == "inferred" and self.voices:
            gender = self.voices[-1].gender or gender
        self.voices.append(Voice(said.speaker, gender, said))

    def _resolve(self, utterance: Utterance) -> Attributed:
        line = self.lines[utterance.line]
        cue = mention_of(line, utterance.start, utterance.end)
        route = utterance.route
        if utterance.phrase is None:
            return self._inferred(utterance, cue)
        phrase = utterance.phrase
        if utterance.cue.lemma in TRANSITIVE and utterance.phrase.start > utterance.start:
            phrase = self.names.subject(phrase)
        speaker = self.speaker(utterance.line, phrase, "explicit")
        said = Attributed(speaker, cue, route.channel, route.mention, route.relays)
        if utterance.passed_by is not None:
            last = self.voices[-1].origin if self.voices else Attributed()
            further = route.relays or (last.relays if last.channel is Channel.STATEMENT else ())
            relays = (
                utterance.passed_by,
                *(r for r in further if r.text != utterance.passed_by.text),
            )
            said = replace(said, relays=relays)
            if "بيان" in utterance.passed_by.text:
                said = replace(said, channel=Channel.STATEMENT, channel_mention=utterance.passed_by)
        if utterance.phrase.head in _STATEMENT_HEADS:
            mention = mention_of(line, utterance.phrase.start, utterance.phrase.end)
            said = replace(said, channel=Channel.STATEMENT, channel_mention=mention)
        return self._continued(utterance, said)

    def _continued(self, utterance: Utterance, said: Attributed) -> Attributed:
        """«وأضاف البيان»: the relays of the statement it goes on with."""
        last = self.voices[-1].origin if self.voices else None
        goes_on = utterance.cue.lemma in words_of("continues")
        if last is None or not goes_on or said.speaker is None:
            return said
        same = said.channel is Channel.STATEMENT and last.channel is Channel.STATEMENT
        if (last.speaker is not None and last.speaker.name == said.speaker.name) or same:
            if said.channel is None:
                said = replace(said, channel=last.channel, channel_mention=last.channel_mention)
            return replace(said, relays=said.relays or last.relays)
        return said

    def speaker(self, number: int, phrase: Phrase, basis: str) -> Speaker:
        """`phrase` of a line as a speaker, with the fullest name the piece gives."""
        line = self.lines[number]
        name = self.names.full(phrase, number)
        mention = mention_of(line, phrase.start, phrase.end)
        title = self.names.title(name, phrase)
        return Speaker(name, "explicit" if basis == "explicit" else "inferred", mention, title)

    def _inferred(self, utterance: Utterance, cue: Mention) -> Attributed:
        voice = self._earlier(utterance)
        route = utterance.route
        if voice is None:
            own = self._sentence_subject(utterance)
            return Attributed(own, cue, route.channel, route.mention, route.relays)
        speaker = replace(voice.speaker, basis="inferred")
        if route.channel is not None or route.relays:
            return Attributed(speaker, cue, route.channel, route.mention, route.relays)
        origin = voice.origin
        return Attributed(speaker, cue, origin.channel, origin.channel_mention, origin.relays)

    def _earlier(self, utterance: Utterance) -> Voice | None:
        wanted = utterance.cue.gender
        if utterance.cue.kind in ("participle", "noun"):
            inside = self._same_sentence(utterance)
            if inside is not None:
                return inside
            if self._sentence_subject(utterance) is not None:
                return None
        elif self._sentence_subject(utterance) is not None:
            return None
        for voice in reversed(self.voices[-_MEMORY:]):
            if not wanted or not voice.gender or voice.gender == wanted:
                return voice
        return None

    def _same_sentence(self, utterance: Utterance) -> Voice | None:
        row = self.utterances[utterance.line]
        place = bisect_left(row, utterance.start, key=lambda each: each.start)
        for other in reversed(row[max(0, place - _MEMORY) : place]):
            if other.start < utterance.sentence[0]:
                return None
            said = self.done.get((other.line, other.start))
            if said is not None and said.speaker is not None and other.cue.kind != "relay":
                return Voice(said.speaker, other.cue.gender, said)
        return None

    def _trimmed(self, phrase: Phrase) -> Phrase:
        return self.names.subject(phrase) if len(phrase.name.split()) > 2 else phrase

    def _announced(self, line: Line, first: int, cue: int, utterance: Utterance) -> Speaker | None:
        """The subject behind «ولكن» or «فإن» of a sentence whose later verb names none."""
        for index in range(max(first, cue - _SENTENCE), cue - 1):
            if line.words[index].bare in _MARKERS:
                phrase = read_phrase(line, index + 1, utterance.start)
                surely = phrase is not None and (phrase.organisation or phrase.title_only)
                if phrase is not None and (surely or phrase.title):
                    return self.speaker(utterance.line, phrase, "inferred")
        return None

    def _sentence_subject(self, utterance: Utterance) -> Speaker | None:
        """The noun phrase behind the first word of the sentence: its verb, in Arabic news."""
        line = self.lines[utterance.line]
        first = line.word_at(utterance.sentence[0])
        cue = line.word_at(utterance.start)
        if utterance.cue.kind == "verb":
            return self._announced(line, first, cue, utterance)
        if first < len(line.words) and line.words[first].bare in words_of("stops"):
            first = _behind_opening(line, first)
        if first + 1 >= cue:
            return None
        phrase = read_phrase(line, first + 1, utterance.start)
        if phrase is None or len(phrase.name) < 3:
            return None
        return self.speaker(utterance.line, self._trimmed(phrase), "inferred")


def _behind_opening(line: Line, first: int) -> int:
    """The first word behind «من جهة أخرى،» at the head of a sentence."""
    for index in range(first + 1, min(first + 6, len(line.words))):
        if "،" in line.gap(index):
            return index
    return len(line.words)


def _speaks(utterance: Utterance) -> bool:
    """Whether «بحسب X» names somebody the thread may go on with: no outlet, no loose noun."""
    phrase = utterance.phrase
    if phrase is None or is_outlet(phrase.head):
        return False
    return bool(phrase.title) or phrase.title_only or phrase.organisation


def attribute(
    thread: Thread,
    line: Line,
    pair: Pair,
    *,
    number: int,
    lead: Introduction,
    governing: Utterance | None,
    outer: Pair | None,
) -> Attributed:
    """The origin of one quotation; quotations must be asked for in reading order.

    Args:
        thread: who has spoken so far in the piece.
        line: the text the quotation stands in, `number` its place among the lines.
        pair: the quotation's glyphs.
        number: the place of `line` in the piece.
        lead: what stands right before the opening glyph.
        governing: the word of saying before it in its sentence.
        outer: the quotation it stands in, if it stands in one.
    """
    if outer is not None:
        return _inner(thread, line, pair, outer, number)
    thread.advance(number, pair.open)
    if governing is not None:
        said = _governed(thread, line, pair, governing, lead)
        behind = _behind(thread, line, pair, number)
        if said.speaker is None and behind.speaker is not None:
            return replace(behind, relays=said.relays or behind.relays)
        if not said.relays:
            said = replace(said, relays=behind.relays or relay_behind(line, pair))
        return said
    behind = _behind(thread, line, pair, number)
    if behind.speaker is not None:
        return behind
    if lead.how == "colon":
        return _named_before(thread, line, pair, number)
    return _carried(thread, lead)


def _governed(
    thread: Thread, line: Line, pair: Pair, governing: Utterance, lead: Introduction
) -> Attributed:
    """The origin a word of saying before the span gives, with the others of its sentence."""
    said = thread.done.get((governing.line, governing.start), Attributed())
    row = thread.utterances[governing.line]
    place = bisect_left(row, governing.start, key=lambda each: each.start)
    for other in reversed(row[max(0, place - _MEMORY) : place]):
        if other.start < governing.sentence[0]:
            break
        earlier = thread.done.get((other.line, other.start), Attributed())
        if other.cue.kind == "transmit" and governing.phrase is None and _near(line, other, pair):
            end = len(line.text[: pair.open].rstrip(" ـ"))
            return replace(earlier, cue=mention_of(line, other.start, end))
        unnamed = governing.phrase is None and governing.cue.kind == "verb"
        loose = lead.how == "colon" and unnamed and not governing.joined
        if loose and other.cue.kind == "verb" and other.phrase is not None and earlier.speaker:
            return earlier
        if governing.cue.kind == "relay" and other.cue.kind == "verb" and earlier.speaker:
            relays = said.relays or _as_relay(governing, said)
            return replace(earlier, relays=earlier.relays or relays)
    if governing.cue.kind == "transmit":
        end = len(line.text[: pair.open].rstrip(" ـ:"))
        said = replace(said, cue=mention_of(line, governing.start, end))
    return said


def _near(line: Line, other: Utterance, pair: Pair) -> bool:
    return line.word_at(pair.open) - line.word_at(other.start) <= 14


def _as_relay(governing: Utterance, said: Attributed) -> tuple[Mention, ...]:
    if governing.phrase is None or said.speaker is None or said.speaker.mention is None:
        return ()
    return (said.speaker.mention,) if is_outlet(governing.phrase.head) else ()


def _behind(thread: Thread, line: Line, pair: Pair, number: int) -> Attributed:
    """A word of saying right behind the span: «"…" تقول الصحيفة», «"…"، بحسب الوزير»."""
    first = line.word_at(pair.end)
    if first >= len(line.words):
        return Attributed()
    gap = line.text[pair.end : line.words[first].start]
    if any(mark in gap for mark in "؛:؟!\n") or len(gap) > 6 or "." in gap.rstrip(" ."):
        return Attributed()
    cue, joined = cue_of(line.words[first].bare)
    if cue is None or joined or cue.kind in ("participle", "noun", "transmit"):
        return Attributed()
    limit = min(line.sentence_end(line.words[first].start), line.words[first].end + _REACH)
    if cue.kind == "relay":
        phrase = _relayed(line, first, limit)
    else:
        phrase = read_phrase(line, first + 1, limit)
    if phrase is None:
        return Attributed()
    mention = mention_of(line, line.words[first].start, line.words[first].end)
    speaker = thread.speaker(number, phrase, "explicit")
    relays = (speaker.mention,) if is_outlet(phrase.head) and speaker.mention else ()
    route = read_route(line, line.words[first].start, limit)
    return Attributed(speaker, mention, route.channel, route.mention, relays)


def relay_behind(line: Line, pair: Pair) -> tuple[Mention, ...]:
    """Who is said, behind the span and in its sentence, to have passed it on."""
    end = line.sentence_end(pair.end)
    return relays_in(line, pair.end, min(end, pair.end + 90))


def _named_before(thread: Thread, line: Line, pair: Pair, number: int) -> Attributed:
    """«فلان: "…"»: a name and a colon, as in a headline or an interview."""
    low = line.sentence_start(pair.open)
    first = line.word_at(low)
    if line.word_at(pair.open) - first > 10 or first >= len(line.words):
        return Attributed()
    phrase = read_phrase(line, first, pair.open)
    if phrase is None or line.text[phrase.reach : pair.open].strip(" ") != ":":
        return Attributed()
    return Attributed(thread.speaker(number, phrase, "explicit"))


def _carried(thread: Thread, lead: Introduction) -> Attributed:
    """No word of saying at all: the last voice goes on, where the span stands as speech does."""
    if not thread.voices or lead.how == "embedded":
        return Attributed()
    voice = thread.voices[-1]
    origin = voice.origin
    speaker = replace(voice.speaker, basis="inferred")
    return Attributed(speaker, None, origin.channel, origin.channel_mention, origin.relays)


def _inner(thread: Thread, line: Line, pair: Pair, outer: Pair, number: int) -> Attributed:
    """Speech inside speech: only a speaker named inside the outer span counts."""
    before = line.word_at(pair.open)
    for index in range(before - 1, max(-1, before - 8), -1):
        word = line.words[index]
        if word.start < outer.start:
            break
        cue, _ = cue_of(word.bare)
        if cue is not None and cue.kind == "verb":
            mention = mention_of(line, word.start, word.end)
            phrase = read_phrase(line, index + 1, pair.open)
            speaker = thread.speaker(number, phrase, "explicit") if phrase else None
            return Attributed(speaker, mention)
    return Attributed()
