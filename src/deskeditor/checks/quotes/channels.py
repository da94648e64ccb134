"""How the words reached us: the channel named beside a word of saying, and who passed them on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from deskeditor.checks.quotes.lexicon import channel_words, with_article, words_of
from deskeditor.checks.quotes.phrases import read_phrase
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Channel, Mention

#: What an agency is called, behind its name: «(واع)», «"إيسنا"».
_CALLED = re.compile(r' (?:\([^()\n]+\)|["«“][^"«»“”\n]+["»”])')
#: Verbs of passing on that are asked for their agency; no sentence has more.
_RELAYED = 8
#: Code points of an outlet in brackets: «تلقته (بغداد اليوم)».
_IN_BRACKETS = 40
_TO_SOMEBODY = 3
_CONFERENCE = frozenset("مؤتمر مؤتمرا المؤتمر مؤتمره مؤتمرها".split())
_PLACES = frozenset("منصة موقع شبكة تطبيق صفحته صفحتها حسابه حسابها التواصل الاجتماعي".split())
_REPEATED = frozenset({"في", "عبر", "خلال", "على"})


@dataclass(frozen=True, slots=True)
class Route:
    """What stands between a word of saying and the quotation about the way of the words."""

    channel: Channel | None = None
    mention: Mention | None = None
    relays: tuple[Mention, ...] = ()


def read_route(line: Line, start: int, end: int) -> Route:
    """Channel and relays named in `[start, end)` of the line."""
    channel, mention = _channel(line, start, end)
    return Route(channel, mention, relays_in(line, start, end))


def _channel(line: Line, start: int, end: int) -> tuple[Channel | None, Mention | None]:
    table = channel_words()
    prepositions = words_of("channel_in")
    places = line.places("channels", _channel_heads())
    for place in range(bisect_left(places, line.word_at(start)), len(places)):
        index = places[place]
        word = line.words[index]
        if word.end > end:
            break
        before = line.words[index - 1].bare if index else ""
        found = table.get(word.bare)
        if found is None and word.bare in _CONFERENCE and index + 1 < len(line.words):
            found = _press(line, index)
        if before in _PLACES and index > 1:
            before = line.words[index - 2].bare
        if found is Channel.INTERVIEW and word.bare.startswith("حديث") and _to_people(line, index):
            continue
        if found is not None and before in prepositions:
            last = _channel_end(line, index, end)
            first = line.words[index - 1].start
            return found, mention_of(line, first, line.words[last].end)
    return None, None


@cache
def _channel_heads() -> frozenset[str]:
    """What a channel begins with; a conference is one where it is of the press."""
    return frozenset(channel_words()) | _CONFERENCE


@cache
def _relay_heads() -> frozenset[str]:
    """Verbs of passing on, alone and behind a joined و."""
    verbs = words_of("relay_verbs")
    return verbs | {f"و{verb}" for verb in verbs}


def _to_people(line: Line, index: int) -> bool:
    """«خلال حديثه لمجموعة من الناس»: talk to others than a news outlet is no interview."""
    following = line.words[index + 1].bare if index + 1 < len(line.words) else ""
    return len(following) > _TO_SOMEBODY and following[0] == "ل" and not is_outlet(following)


def _press(line: Line, index: int) -> Channel | None:
    press = line.words[index + 1].bare.removeprefix("ال").removesuffix("ا") in words_of("press")
    return Channel.PRESS_CONFERENCE if press else None


def _channel_end(line: Line, index: int, end: int) -> int:
    """The last word of the channel's mention: صحفي, or عبر تويتر behind it."""
    table, press = channel_words(), words_of("press")
    last = index
    for ahead in (1, 2, 3):
        place = index + ahead
        if place >= len(line.words) or line.words[place].end > end:
            break
        text = line.words[place].bare
        if (
            text in press
            or text in ("هاتفي", "هاتفية", "تلفزيوني", "تلفزيونية", "مكتوب")
            or (text in table and line.words[place - 1].bare in _REPEATED)
        ):
            last = place
    return last


def relays_in(line: Line, start: int, end: int) -> tuple[Mention, ...]:
    """Agencies and outlets named behind a verb of passing on (تلقته، نشرته…) in `[start, end)`."""
    found: list[Mention] = []
    places = line.places("relays", _relay_heads())
    first = bisect_left(places, line.word_at(start))
    for index in places[first : first + _RELAYED]:
        if line.words[index].end > end:
            break
        mention = relay_after(line, index + 1, end)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def relay_after(line: Line, index: int, end: int) -> Mention | None:
    """The agency or outlet that begins at word `index`, with its abbreviation in brackets."""
    if index >= len(line.words):
        return None
    gap = line.gap(index)
    phrase = read_phrase(line, index, end)
    if phrase is None:
        return None
    quoted = any(mark in gap for mark in '“”«»"(')
    if not quoted and not is_outlet(line.words[index].bare):
        return None
    bracket = line.text.find(")", phrase.start, min(end, phrase.start + _IN_BRACKETS))
    if "(" in gap and bracket > 0:
        return mention_of(line, phrase.start, bracket)
    stop = phrase.end
    rest = line.text[stop : min(end, stop + 24)]
    called = _CALLED.match(rest)
    if called is not None:
        stop += called.end()
    return mention_of(line, phrase.start, stop)


def is_outlet(word: str) -> bool:
    """Whether a bare word is or heads the name of an agency or a news outlet."""
    plain = word.removeprefix("ل")
    return any(
        form in with_article("outlets") or form in words_of("agency") for form in (word, plain)
    )


@lru_cache(maxsize=4096)
def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return any(
        bare(word) in words_of("agency")
        for word in name.replace("(", " ").replace(")", " ").split()
    )


def mention_of(line: Line, start: int, end: int) -> Mention:
    """The words `[start, end)` of a line as a mention."""
    return Mention(line.text[start:end], Anchor(line.address, start, end))
