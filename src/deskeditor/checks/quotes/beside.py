"""Who said it, where that stands behind the quotation, right before it, or inside another one."""

from __future__ import annotations

from dataclasses import replace

from deskeditor.checks.quotes.channels import Route, is_outlet, mention_of, read_route, relays_in
from deskeditor.checks.quotes.lexicon import channel_words, words_of
from deskeditor.checks.quotes.misleading import cue_of
from deskeditor.checks.quotes.origins import STATEMENT_HEADS, Attributed, Speakers
from deskeditor.checks.quotes.phrases import is_title, read_phrase
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.utterances import relayed
from deskeditor.domain.quotes import Channel, Mention
from deskeditor.language.glyphs import Pair

#: Code points read behind a quotation for who said it and by which way.
_REACH = 300
#: Code points behind a quotation in which «وذلك في كلمة …» may stand.
_WAY = 90
_THAT_WAS = frozenset({"وذلك", "ذلك", "جاء", "وجاء"})


def behind_span(thread: Speakers, line: Line, pair: Pair, number: int) -> Attributed:
    """A word of saying right behind the span: «"…" تقول الصحيفة», «"…"، بحسب الوزير»."""
    first = line.word_at(pair.end)
    if first >= len(line.words):
        return Attributed()
    gap = line.text[pair.end : line.words[first].start]
    if any(mark in gap for mark in "؛:؟!\n") or len(gap) > 6 or "." in gap.rstrip(" ."):
        return Attributed()
    while first + 1 < len(line.words) and line.words[first].bare in words_of("so"):
        first += 1
    cue, joined = cue_of(line.words[first].bare)
    if cue is None or joined or cue.kind in ("participle", "noun", "transmit"):
        return Attributed()
    limit = min(line.sentence_end(line.words[first].start), line.words[first].end + _REACH)
    if cue.kind == "relay":
        phrase = relayed(line, first, limit)
    else:
        phrase = read_phrase(line, first + 1, limit)
    if phrase is None or (cue.kind == "verb" and _brings_others(line, phrase.reach)):
        return Attributed()
    mention = mention_of(line, line.words[first].start, line.words[first].end)
    speaker = thread.speaker(number, phrase, "explicit")
    relays = (speaker.mention,) if is_outlet(phrase.head) and speaker.mention else ()
    route = read_route(line, line.words[first].start, limit)
    if route.channel is None and phrase.head in STATEMENT_HEADS and speaker.mention:
        route = Route(Channel.STATEMENT, speaker.mention)
    return Attributed(speaker, mention, route.channel, route.mention, relays)


def _brings_others(line: Line, end: int) -> bool:
    """«"…"، أعلن المرصد أن»: the verb behind the span brings words of its own."""
    behind = line.word_at(end)
    return behind < len(line.words) and line.words[behind].bare in words_of("complements")


def relay_behind(line: Line, pair: Pair) -> tuple[Mention, ...]:
    """Who is said, behind the span and in its sentence, to have passed it on."""
    end = line.sentence_end(pair.end)
    return relays_in(line, pair.end, min(end, pair.end + 90))


def named_before(thread: Speakers, line: Line, pair: Pair, number: int) -> Attributed:
    """«فلان: "…"»: a name and a colon, as in a headline or an interview."""
    low = line.sentence_start(pair.open)
    first = line.word_at(low)
    if line.word_at(pair.open) - first > 10 or first >= len(line.words):
        return Attributed()
    phrase = read_phrase(line, first, pair.open)
    if phrase is None or line.text[phrase.reach : pair.open].strip(" ") != ":":
        return Attributed()
    if phrase.head[:1] == "و" and is_title(phrase.head[1:]):
        phrase = replace(phrase, name=phrase.name[1:], start=phrase.start + 1)
    return Attributed(thread.speaker(number, phrase, "explicit"))


def headline_voice(thread: Speakers, line: Line, pair: Pair, number: int) -> Attributed:
    """«نائب لقناة: اللجنة "…"»: whom a headline names before its colon, by office or body."""
    colon = line.text.find(":", 0, pair.open)
    phrase = read_phrase(line, 0, colon) if colon > 0 and line.words else None
    if phrase is None or not (phrase.title or phrase.title_only or phrase.organisation):
        return Attributed()
    rest = line.text[phrase.reach : colon].split()
    if len(rest) > 1 or (rest and rest[0][0] != "ل"):
        return Attributed()
    return Attributed(thread.speaker(number, phrase, "explicit"))


def inside_speech(thread: Speakers, line: Line, pair: Pair, outer: Pair, number: int) -> Attributed:
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


def route_behind(line: Line, pair: Pair) -> Route:
    """The channel told right behind the span: «"…"، وذلك في كلمة»; in its sentence only."""
    first = line.word_at(pair.end)
    limit = min(line.sentence_end(pair.end), pair.end + _WAY)
    if first + 1 >= len(line.words) or line.words[first].start >= limit:
        return Route()
    word = line.words[first].bare
    if word not in _THAT_WAS and word not in words_of("channel_in"):
        return Route()
    if word in words_of("channel_in") and line.words[first + 1].bare not in channel_words():
        return Route()
    return read_route(line, line.words[first].start, limit)
