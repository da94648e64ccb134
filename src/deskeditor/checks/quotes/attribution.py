"""Who said it: the speaker of one quotation, on what basis, and by which way it came.

The word of saying nearest before the span decides; else one right behind it; else the thread of
who spoke last. A speaker is explicit where the sentence names him, inferred where not.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import Literal

from deskeditor.checks.quotes.beside import (
    behind_span,
    headline_voice,
    inside_speech,
    named_before,
    relay_behind,
    route_behind,
)
from deskeditor.checks.quotes.channels import Route, is_outlet, mention_of, read_route
from deskeditor.checks.quotes.governing import (
    RELATIVES,
    aside,
    near,
    one_voice,
    only_leads,
    only_says,
    quotes_between,
    speaks,
)
from deskeditor.checks.quotes.kinds import Introduction
from deskeditor.checks.quotes.lexicon import TRANSITIVE, words_of
from deskeditor.checks.quotes.names import Names
from deskeditor.checks.quotes.origins import STATEMENT_HEADS, Attributed, Voice
from deskeditor.checks.quotes.phrases import Phrase
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.subjects import WHO, sentence_subject
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.domain.document import Role
from deskeditor.domain.quotes import Channel, Mention, Speaker
from deskeditor.language.glyphs import Pair

#: How many utterances back the thread is followed.
MEMORY = 6
#: Code points of its sentence that are read back for the way of the words: endless lines end.
_REACH = 300
#: Nobody goes on speaking in a headline or a subhead.
_HEADS = frozenset({Role.HEADLINE, Role.KICKER, Role.HEADING})
_THAT = frozenset("ان انه انها انهم انهما".split())
_CAME = frozenset({"جاء", "وجاء", "جاءت", "وجاءت"})
_THAT_WAS = frozenset({"ذلك", "هذا", "هذه"})
_CAME_THAT = 2


@dataclass(slots=True)
class Thread:
    """The thread of who spoke, followed through one line as its quotations are attributed.

    Attributes:
        names: the names of the piece.
        number: the line's place in the piece.
        line: the line itself.
        row: what is said in it.
        voices: who spoke last, in the lines before it too.
        done: the origin of each utterance heard, by its start.
    """

    names: Names
    number: int
    line: Line
    row: tuple[Utterance, ...]
    voices: list[Voice] = field(default_factory=list)
    done: dict[int, Attributed] = field(default_factory=dict)
    _next: int = 0

    def advance(self, offset: int) -> None:
        """Hear every utterance that begins before `offset`."""
        while self._next < len(self.row) and self.row[self._next].start < offset:
            self.hear(self.row[self._next])
            self._next += 1

    def hear(self, utterance: Utterance) -> None:
        """Resolve one utterance and remember its voice."""
        said = self._resolve(utterance)
        self.done[utterance.start] = said
        if said.speaker is None or (utterance.cue.kind == "relay" and not speaks(utterance)):
            return
        phrase = utterance.phrase
        issued = said.channel is Channel.STATEMENT and said.speaker.basis == "explicit"
        if issued and phrase is not None and phrase.head not in STATEMENT_HEADS:
            self.names.issuer = said.speaker.name
        gender: str = utterance.cue.gender
        if said.speaker.basis == "inferred" and _same_voice(self.voices, said.speaker):
            gender = self.voices[-1].gender or gender
        if self._told_aside(utterance):
            return
        self.voices.append(Voice(said.speaker, gender, said))

    def _resolve(self, utterance: Utterance) -> Attributed:
        line = self.line
        cue = mention_of(line, utterance.start, utterance.end)
        route = utterance.route
        if utterance.phrase is None:
            return self._inferred(utterance, cue)
        phrase = utterance.phrase
        if utterance.cue.lemma in TRANSITIVE and self._has_object(utterance, phrase):
            phrase = self.names.subject(phrase)
        speaker = self.speaker(self.number, phrase, "explicit")
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
        if utterance.phrase.head in STATEMENT_HEADS:
            mention = mention_of(line, utterance.phrase.start, utterance.phrase.end)
            said = replace(said, channel=Channel.STATEMENT, channel_mention=mention)
        return self._continued(utterance, said)

    def _told_aside(self, utterance: Utterance) -> bool:
        """«الممر الذي أعلن الجيش أن»: what others say of a thing is not the thread."""
        index = self.line.word_at(utterance.start)
        before = self.line.words[index - 1].bare if index else ""
        phrase = utterance.phrase
        return before in RELATIVES and phrase is not None and phrase.start > utterance.start

    def _of_whom(self, utterance: Utterance) -> bool:
        """«الذين اتهموا بالفساد»: a relative clause that names nobody."""
        index = self.line.word_at(utterance.start)
        before = self.line.words[index - 1].bare if index else ""
        return before in RELATIVES and utterance.phrase is None

    def _has_object(self, utterance: Utterance, phrase: Phrase) -> bool:
        """Whether an object may stand in the phrase: not where أن follows it at once."""
        line = self.line
        behind = line.word_at(phrase.end)
        following = line.words[behind].bare if behind < len(line.words) else ""
        return phrase.start > utterance.start and following not in _THAT

    def _continued(self, utterance: Utterance, said: Attributed) -> Attributed:
        """«وأضاف البيان»: the relays of the statement it goes on with."""
        last = self.voices[-1].origin if self.voices else None
        goes_on = utterance.cue.lemma in words_of("continues")
        if last is None or not goes_on or said.speaker is None:
            return said
        same = said.channel is Channel.STATEMENT and last.channel is Channel.STATEMENT
        if one_voice(last.speaker, said.speaker) or same:
            if said.channel is None:
                said = replace(said, channel=last.channel, channel_mention=last.channel_mention)
            return replace(said, relays=said.relays or last.relays)
        return said

    def speaker(self, number: int, phrase: Phrase, basis: str) -> Speaker:
        """`phrase` of a line as a speaker, with the fullest name the piece gives."""
        line = self.line
        name = self.names.full(phrase, number)
        mention = mention_of(line, phrase.start, phrase.end)
        title = self.names.title(name, phrase)
        return Speaker(name, "explicit" if basis == "explicit" else "inferred", mention, title)

    def _inferred(self, utterance: Utterance, cue: Mention) -> Attributed:
        own = self._own_subject(utterance)
        voice = self._earlier(utterance, own)
        route = self._route_told(utterance)
        if voice is None:
            route = self._route_of_sentence(utterance)
            return Attributed(own, cue, route.channel, route.mention, route.relays)
        speaker = replace(voice.speaker, basis="inferred")
        if route.channel is not None or route.relays:
            return Attributed(speaker, cue, route.channel, route.mention, route.relays)
        origin = voice.origin
        return Attributed(speaker, cue, origin.channel, origin.channel_mention, origin.relays)

    def _own_subject(self, utterance: Utterance) -> Speaker | None:
        """Whom the sentence is about, as a speaker; always inferred."""
        line = self.line
        phrase = sentence_subject(line, utterance, self.names.people)
        if phrase is None:
            return None
        whole = line.words[line.word_at(phrase.end)].bare in WHO.values()
        parts = phrase.name.split()
        if (len(parts) > 2 or bare(parts[0]) in self.names.people) and not whole:
            phrase = self.names.subject(phrase)
        return self.speaker(self.number, phrase, "inferred")

    def _route_told(self, utterance: Utterance) -> Route:
        """The way beside the cue, or of «جاء ذلك في مقابلة …، حيث قال»."""
        line = self.line
        first = line.word_at(utterance.sentence[0])
        words = [word.bare for word in line.words[first : first + 2]]
        came = len(words) == _CAME_THAT and words[0] in _CAME and words[1] in _THAT_WAS
        return self._route_of_sentence(utterance) if came else utterance.route

    def _route_of_sentence(self, utterance: Utterance) -> Route:
        """The way named beside the cue, else before it in its sentence: «… في تغريدة، قائلا»."""
        route = utterance.route
        if route.channel is not None or route.relays:
            return route
        line = self.line
        start = max(utterance.sentence[0], utterance.start - _REACH)
        return read_route(line, start, utterance.start)

    def _earlier(self, utterance: Utterance, own: Speaker | None) -> Voice | None:
        wanted = utterance.cue.gender
        if utterance.cue.kind in ("participle", "noun") or utterance.joined:
            inside = self._same_sentence(utterance)
            if inside is not None:
                return inside
        if own is not None:
            return None
        for voice in reversed(self.voices[-MEMORY:]):
            if not wanted or not voice.gender or voice.gender == wanted:
                return voice
        return None

    def _same_sentence(self, utterance: Utterance) -> Voice | None:
        row = self.row
        place = bisect_left(row, utterance.start, key=lambda each: each.start)
        for other in reversed(row[max(0, place - MEMORY) : place]):
            if other.start < utterance.sentence[0]:
                return None
            said = self.done.get(other.start)
            if self._of_whom(other) or self._told_aside(other):
                continue
            if said is not None and said.speaker is not None and other.cue.kind != "relay":
                return Voice(said.speaker, other.cue.gender, said)
        return None


def _same_voice(voices: list[Voice], speaker: Speaker) -> bool:
    """Whether it is the last voice that goes on."""
    return bool(voices) and voices[-1].speaker.name == speaker.name


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
        return inside_speech(thread, line, pair, outer, number)
    thread.advance(pair.open)
    behind = behind_span(thread, line, pair, number)
    if governing is not None:
        said = _governed(thread, line, pair, governing, lead)
        if said.speaker is None and behind.speaker is not None:
            said = replace(behind, relays=said.relays or behind.relays)
        elif not said.relays:
            said = replace(said, relays=behind.relays or relay_behind(line, pair))
    elif behind.speaker is not None:
        said = behind
    elif lead.how == "colon":
        said = named_before(thread, line, pair, number)
    else:
        heads = line.role in _HEADS
        said = headline_voice(thread, line, pair, number) if heads else _carried(thread, lead)
    return _without_echo(_with_way(said, line, pair))


def _with_way(said: Attributed, line: Line, pair: Pair) -> Attributed:
    """The way of the words where it is only told behind them: «"…"، وذلك في كلمة أمام …»."""
    if said.channel is not None or said.speaker is None:
        return said
    route = route_behind(line, pair)
    return replace(said, channel=route.channel, channel_mention=route.mention)


def _without_echo(said: Attributed) -> Attributed:
    """An outlet that speaks for itself passes nothing on."""
    if said.speaker is None or said.speaker.mention is None or not said.relays:
        return said
    own = said.speaker.mention.anchor
    others = tuple(
        relay
        for relay in said.relays
        if relay.anchor.address != own.address
        or relay.anchor.end <= own.start
        or own.end <= relay.anchor.start
    )
    return said if len(others) == len(said.relays) else replace(said, relays=others)


def _governed(
    thread: Thread, line: Line, pair: Pair, governing: Utterance, lead: Introduction
) -> Attributed:
    """The origin a word of saying before the span gives, with the others of its sentence."""
    said = thread.done.get(governing.start, Attributed())
    row = thread.row
    place = bisect_left(row, governing.start, key=lambda each: each.start)
    for other in reversed(row[max(0, place - MEMORY) : place]):
        if other.start < governing.sentence[0]:
            break
        earlier = thread.done.get(other.start, Attributed())
        carried = governing.cue.kind == "noun" or near(line, other, pair)
        if other.cue.kind == "transmit" and governing.phrase is None and carried:
            return _carried_on(line, pair, other, governing, earlier)
        named = other.cue.kind == "verb" and other.phrase is not None and earlier.speaker
        if named and lead.how != "complement" and aside(line, governing, pair):
            return earlier
        unnamed = governing.phrase is None and governing.cue.kind == "verb"
        if named and only_says(governing) and not quotes_between(line, other, governing):
            assert earlier.speaker is not None
            speaker = replace(earlier.speaker, basis=_basis(other))
            said = replace(said, speaker=speaker)
        if named and only_leads(line, governing, lead):
            return earlier
        if governing.reported and not other.reported and earlier.speaker:
            return earlier
        if other.cue.kind == "relay" and other.phrase is not None and not said.relays:
            said = replace(said, relays=_as_relay(other, earlier))
        if named and unnamed and lead.how == "colon" and not governing.joined:
            return _goes_on(earlier, said, line, governing)
        if governing.cue.kind == "relay" and other.cue.kind == "verb" and earlier.speaker:
            relays = said.relays or _as_relay(governing, said)
            channel = earlier.channel or said.channel
            way = earlier.channel_mention or said.channel_mention
            relays = earlier.relays or relays
            return replace(earlier, relays=relays, channel=channel, channel_mention=way)
    if governing.cue.kind == "transmit":
        said = replace(said, relays=said.relays or _told_by(thread, line, governing))
        end = len(line.text[: pair.open].rstrip(" ـ:"))
        said = replace(said, cue=mention_of(line, governing.start, end))
    return said


def _told_by(thread: Thread, line: Line, governing: Utterance) -> tuple[Mention, ...]:
    """The outlet of the same sentence that took the words over: «ذكرت شبكة …، نقلا عن»."""
    row = thread.row
    place = bisect_left(row, governing.start, key=lambda each: each.start)
    for other in reversed(row[max(0, place - MEMORY) : place]):
        if other.start < governing.sentence[0]:
            break
        if other.phrase is not None and is_outlet(other.phrase.head):
            return (mention_of(line, other.phrase.start, other.phrase.end),)
    return ()


def _goes_on(earlier: Attributed, said: Attributed, line: Line, governing: Utterance) -> Attributed:
    """A second verb: «ومضى فلان يقول:» is the first one's, «حيث قال:» follows from it."""
    assert earlier.speaker is not None
    index = line.word_at(governing.start)
    circumstance = line.words[index].bare[0] in "يت" and "،" not in line.gap(index)
    if circumstance:
        return earlier
    speaker = replace(earlier.speaker, basis="inferred")
    channel = said.channel or earlier.channel
    way = said.channel_mention or earlier.channel_mention
    return Attributed(speaker, said.cue, channel, way, said.relays or earlier.relays)


def _carried_on(
    line: Line, pair: Pair, other: Utterance, governing: Utterance, earlier: Attributed
) -> Attributed:
    """«نقلت … عن فلان قوله "…" وقوله "…"»: all of it brings the first, its own the next."""
    if quotes_between(line, other, governing):
        return replace(earlier, cue=mention_of(line, governing.start, governing.end))
    end = len(line.text[: pair.open].rstrip(" ـ"))
    return replace(earlier, cue=mention_of(line, other.start, end))


def _basis(other: Utterance) -> Literal["explicit", "inferred"]:
    return "explicit" if other.phrase is not None else "inferred"


def _as_relay(governing: Utterance, said: Attributed) -> tuple[Mention, ...]:
    if governing.phrase is None or said.speaker is None or said.speaker.mention is None:
        return ()
    return (said.speaker.mention,) if is_outlet(governing.phrase.head) else ()


def _carried(thread: Thread, lead: Introduction) -> Attributed:
    """No word of saying at all: the last voice goes on, where the span stands as speech does."""
    if not thread.voices or lead.how == "embedded":
        return Attributed()
    voice = thread.voices[-1]
    origin = voice.origin
    speaker = replace(voice.speaker, basis="inferred")
    return Attributed(speaker, None, origin.channel, origin.channel_mention, origin.relays)
