"""Everything said in a piece, quoted or not: each word of saying with who speaks and how.

An utterance is one word of saying («وأضاف», «مشيرا إلى», «بحسب») with the speaker the sentence
names beside it, the channel and the relays. Quotations are attached to utterances; utterances
without quotation keep the thread of who spoke last. Words inside quotations are not read.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.checks.quotes.channels import Route, is_outlet, mention_of, read_route, relay_after
from deskeditor.checks.quotes.glyphs import Pair
from deskeditor.checks.quotes.lexicon import STANCE, WEAK, Cue, cues, words_of
from deskeditor.checks.quotes.phrases import Phrase, is_organisation, is_title, read_phrase
from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.quotes import Mention

_NEAR = 20
#: Spans looked at behind a word of saying, and code points read for channel and relays.
_AHEAD = 4
_REACH = 700
_WAS = frozenset({"كان", "كانت", "وكان", "وكانت", "فكان"})
_THAT = frozenset({"ان", "لكن", "ولكن", "فان", "اما", "واما", "بينما", "فيما"})
_SKIPPED = frozenset(
    "ايضا بدوره بدورها كذلك قد امس اليوم فيه فيها له لها لهم عليه عليها مجددا الاحد الاثنين"
    " الثلاثاء الاربعاء الخميس الجمعة السبت مساء صباح فجر ظهر يوم لاحقا سابقا".split()
)
_LEADS = ("في", "خلال", "عبر", "من", "ضمن", "على", "عقب", "بعد", "قبل", "اثناء", "ل")
_UNSOURCED = frozenset("يذكر يشار يقال يعتقد ينتظر يتوقع يرجح يخشي يخشى يظن يفيد يبلغ".split())
_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ك", "ف")
_TO = frozenset({"الى", "إلى"})
_EXPLAINED = frozenset({"بين", "وبين", "بينت", "وبينت"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """One word of saying. `start`, `end` are its code points; `sentence` those of its sentence.

    `relays` are those who passed the words on; `passed_by` is A in «نقل A عن B».
    """

    line: int
    start: int
    end: int
    cue: Cue
    sentence: tuple[int, int]
    phrase: Phrase | None
    route: Route
    passed_by: Mention | None = None
    joined: bool = False

    @property
    def relays(self) -> tuple[Mention, ...]:
        """Who passed the words on, nearest last."""
        return self.route.relays


def cue_of(word: str) -> tuple[Cue | None, bool]:
    """The cue a bare word is, and whether a و or ف is joined to it."""
    table = cues()
    found = table.get(word)
    if found is not None:
        return found, False
    if word[0] in "وف" and len(word) > 3:
        return table.get(word[1:]), True
    if word[:2] in ("لي", "لت"):
        return table.get(word[1:]), True
    return None, False


def read_utterances(number: int, line: Line, pairs: tuple[Pair, ...]) -> list[Utterance]:
    """The utterances of one line in reading order; what stands inside `pairs` is not read."""
    found: list[Utterance] = []
    outer = [pair for index, pair in enumerate(pairs) if not _nested(pairs, index)]
    place = 0
    for index, word in enumerate(line.words):
        while place < len(outer) and outer[place].end <= word.start:
            place += 1
        if place < len(outer) and outer[place].start <= word.start:
            continue
        cue, joined = cue_of(word.bare)
        if cue is None and word.bare in _EXPLAINED and _explains(line, index):
            cue, joined = Cue("بين", "verb", "f" if word.bare.endswith("ت") else "m"), False
        if cue is None:
            continue
        utterance = _utterance(
            number, line, index, cue, joined=joined, ahead=outer[place : place + _AHEAD]
        )
        if utterance is not None:
            found.append(utterance)
    return found


def _explains(line: Line, index: int) -> bool:
    """Whether «وبين» begins a sentence and أن follows: then it is a verb, not a preposition."""
    word = line.words[index]
    if line.word_at(line.sentence_start(word.start)) != index:
        return False
    return any(w.bare in words_of("complements") for w in line.words[index + 1 : index + 6])


def _nested(pairs: tuple[Pair, ...], index: int) -> bool:
    return any(p.start <= pairs[index].open < p.end for p in pairs[max(0, index - 4) : index])


def _utterance(
    number: int, line: Line, index: int, cue: Cue, *, joined: bool, ahead: list[Pair]
) -> Utterance | None:
    word = line.words[index]
    sentence = line.sentence_start(word.start), line.sentence_end(word.start)
    stop = next((p for p in ahead if not _transparent(line, p, index)), None)
    limit = min(sentence[1], stop.open) if stop is not None else sentence[1]
    quoted = stop is not None and stop.open < sentence[1]
    if _misleads(line, index, cue, limit, quoted and line.word_at(limit) - index < _NEAR):
        return None
    reach = next((p.open for p in ahead if _words_in(line, p) > 5 and p.open < sentence[1]), None)
    span = min(limit if reach is None else reach, word.end + _REACH)
    if cue.kind == "transmit":
        whole = sentence[1] if reach is None else reach
        return _transmitted(number, line, index, cue, sentence=sentence, limit=whole)
    end = word.end
    if _next(line, index) in _TO and cue.lemma in ("اشار", "لفت", "نوه", "المح", "لمح", "خلص"):
        end = line.words[index + 1].end
    if cue.kind == "relay":
        phrase = _relayed(line, index, limit)
        if phrase is None:
            return None
        return Utterance(number, word.start, end, cue, sentence, phrase, Route(), None, joined)
    phrase = _subject(line, index, cue, sentence[0], limit) if cue.kind == "verb" else None
    route = read_route(line, word.start, max(span, word.end))
    return Utterance(number, word.start, end, cue, sentence, phrase, route, None, joined)


def _next(line: Line, index: int) -> str:
    return line.words[index + 1].bare if index + 1 < len(line.words) else ""


def names_something(word: str) -> bool:
    """Whether a bare word takes a quoted name beside it, whatever is joined to it."""
    for form in (word, *(word.removeprefix(p) for p in _PREFIXES if word.startswith(p))):
        if form in ("بيان", "حكومة"):
            return False
        stem = form.removesuffix("ها").removesuffix("ه")
        if form in words_of("named") or is_organisation(form) or is_outlet(form):
            return True
        if len(stem) > 3 and stem is not form and stem in words_of("named"):
            return True
    return False


def _words_in(line: Line, pair: Pair) -> int:
    return line.word_at(pair.end) - line.word_at(pair.start)


def _transparent(line: Line, pair: Pair, index: int) -> bool:
    """Whether a span is a name inside the phrase: «صحيفة "…" المحلية», «وأقر "…" بأن»."""
    if _words_in(line, pair) > 5 or not pair.balanced:
        return False
    before = line.word_at(pair.open) - 1
    gap = line.text[line.words[before].end : pair.open] if before >= 0 else ""
    if before < 0 or ":" in gap or line.words[before].bare in words_of("complements"):
        return False
    if before == index or is_title(line.words[before].bare):
        behind = line.word_at(pair.end)
        following = line.words[behind].bare if behind < len(line.words) else ""
        return following in words_of("complements") or following in ("عن", "في")
    word = line.words[before].bare
    return names_something(word) or (
        word[:2] == "ال" and names_something(line.words[before - 1].bare)
    )


def _misleads(line: Line, index: int, cue: Cue, limit: int, quoted: bool) -> bool:
    """Whether the word only looks like a word of saying here."""
    word = line.words[index].bare
    following = _next(line, index)
    if cue.kind == "verb":
        plain = word[1:] if word[0] == "و" and word[1:] in _UNSOURCED else word
        if plain in _UNSOURCED and (following in words_of("complements") or following in _TO):
            return True
        if cue.lemma == "ذكر" and (
            following.startswith(("اسم", "هوي")) or _after(line, index, "رفض")
        ):
            return True
        if cue.lemma in STANCE and _told(line, index):
            return True
        if cue.lemma in WEAK and not quoted:
            return not _introduces(line, index, limit)
    if cue.lemma == "حسب" and _after(line, index, "على"):
        return True
    return cue.kind == "noun" and not quoted and word in ("القول", "قولا")


def _told(line: Line, index: int) -> bool:
    """Whether a verb stands in what somebody says: «إن مصر تدين»."""
    return any(w.bare in ("ان", "انها", "انه") for w in line.words[max(0, index - 4) : index])


def _after(line: Line, index: int, word: str) -> bool:
    return index > 0 and line.words[index - 1].bare in (word, "و" + word)


def _introduces(line: Line, index: int, limit: int) -> bool:
    for ahead in range(index + 1, min(index + _NEAR, len(line.words))):
        if line.words[ahead].end > limit:
            return False
        if line.words[ahead].bare in words_of("complements") or ":" in line.gap(ahead):
            return True
    return False


def _relayed(line: Line, index: int, limit: int) -> Phrase | None:
    """Who stands behind بحسب، وفقا لـ، حسبما نقلت."""
    first = index + 1
    if first >= len(line.words):
        return None
    cue, _ = cue_of(line.words[first].bare)
    if line.words[first].bare in ("ما", "لما", "لمانقلت"):
        first += 2
    elif cue is not None and cue.kind in ("verb", "transmit"):
        first += 1
    elif cue is not None:
        return None
    if first >= len(line.words) or line.words[first].start >= limit:
        return None
    word = line.words[first]
    phrase = read_phrase(line, first, limit)
    if phrase is None or (phrase.head[-2:] in ("ره", "له", "ها") and len(phrase.name.split()) == 1):
        return None
    if word.bare[0] == "ل" and word.bare not in ("ليبيا", "لبنان", "لندن"):
        return _without_lam(phrase)
    return phrase


def _without_lam(phrase: Phrase) -> Phrase:
    """«لصحيفة» names صحيفة, «للوكالة» names الوكالة."""
    from dataclasses import replace

    if phrase.name.startswith("لل"):
        return replace(phrase, name="ال" + phrase.name[2:], head="ال" + phrase.head[2:])
    return replace(phrase, name=phrase.name[1:], start=phrase.start + 1, head=phrase.head[1:])


def _transmitted(
    number: int, line: Line, index: int, cue: Cue, *, sentence: tuple[int, int], limit: int
) -> Utterance | None:
    """«نقل A عن B قوله إن»: B speaks, A passes on; «نقلا عن B» has no A."""
    for ahead in range(index + 1, min(index + 9, len(line.words) - 1)):
        word = line.words[ahead]
        if word.end > limit:
            return None
        if word.bare != "عن":
            continue
        speaker = read_phrase(line, ahead + 1, limit)
        if speaker is None:
            return None
        passed = None
        if ahead > index + 1:
            passed = relay_after(line, index + 1, word.start) or _passer(
                line, index + 1, word.start
            )
        elif is_outlet(line.words[ahead + 1].bare):
            relay = relay_after(line, ahead + 1, limit)
            route = Route(relays=(relay,)) if relay else Route()
            return Utterance(
                number, line.words[index].start, word.end, cue, sentence, speaker, route
            )
        start, end = line.words[index].start, word.end
        route = read_route(line, start, min(limit, end + _REACH))
        return Utterance(number, start, end, cue, sentence, speaker, route, passed)
    return None


def _passer(line: Line, first: int, limit: int) -> Mention | None:
    phrase = read_phrase(line, first, limit)
    return mention_of(line, phrase.start, phrase.end) if phrase is not None else None


def _subject(line: Line, index: int, cue: Cue, low: int, limit: int) -> Phrase | None:
    """Who the sentence names: behind the verb, or else before it."""
    first = line.word_at(low)
    if first < index <= first + 8 and line.words[index].bare[0] in "يت":
        ahead = _ending_at(line, first, line.words[index].start)
        if ahead is not None and _settled(line, first, ahead):
            return ahead
    behind = _behind(line, index, limit)
    if behind is not None:
        return behind
    return _before(line, index, low) if cue.kind == "verb" else None


def _settled(line: Line, first: int, phrase: Phrase) -> bool:
    """Whether a phrase at the head of a sentence is surely its subject, as in a headline."""
    if phrase.organisation or phrase.title or phrase.title_only:
        return True
    return line.words[first].text.startswith("ال") or line.words[first].bare in words_of("places")


def _behind(line: Line, index: int, limit: int) -> Phrase | None:
    first = index + 1
    while first < len(line.words) and line.words[first].bare in _SKIPPED:
        if ":" in line.gap(first):
            return None
        first += 1
    if first >= len(line.words) or line.words[first].start >= limit:
        return None
    if any(mark in line.gap(first) for mark in ":؛\n"):
        return None
    word = line.words[first].bare
    if word in _LEADS or word in words_of("stops") or "،" in line.gap(first):
        return _late_subject(line, first, limit)
    if word[0] == "ل" and word[1:] in words_of("audience"):
        return _late_subject(line, first, limit)
    return read_phrase(line, first, limit)


def _late_subject(line: Line, first: int, limit: int) -> Phrase | None:
    """A titled subject behind a phrase of time or channel: «وقال في بيان وزير الدفاع»."""
    for index in range(first + 1, min(first + 9, len(line.words))):
        word = line.words[index]
        if word.end > limit or word.bare in words_of("complements") or ":" in line.gap(index):
            return None
        before = line.words[index - 1].bare
        governed = before in words_of("stops") or before in words_of("channel_in")
        if is_title(word.bare) and word.bare[0] != "و" and not governed:
            phrase = read_phrase(line, index, limit)
            return phrase if phrase is not None and not phrase.title_only else None
    return None


def _before(line: Line, index: int, low: int) -> Phrase | None:
    """A subject that stands before its verb: behind كان or أن, or at the head of the sentence."""
    cue_start = line.words[index].start
    if index and line.words[index - 1].bare in ("التي", "الذي"):
        return _antecedent(line, line.words[index - 1].start)
    for back in range(index - 1, max(-1, index - 14), -1):
        word = line.words[back]
        if word.start < low:
            break
        if word.bare in _WAS or word.bare in _THAT:
            return _ending_at(line, back + 1, cue_start)
    first = line.word_at(low)
    return _ending_at(line, first, cue_start) if index - first <= 14 else None


def _antecedent(line: Line, relative: int) -> Phrase | None:
    """A quoted name right before التي: «"…" التي ذكرت أن»."""
    low = max(0, relative - 64)
    text = line.text[low:relative].rstrip()
    if not text or text[-1] not in '”»"“':
        return None
    opened = max(text.rfind(mark, 0, len(text) - 1) for mark in '“«”"')
    name = text[opened + 1 : -1].strip()
    if opened < 0 or not name:
        return None
    end = low + len(text)
    return Phrase(name, low + opened + 1, end - 1, reach=end)


def _ending_at(line: Line, first: int, cue_start: int) -> Phrase | None:
    """The phrase from word `first` if nothing but قد or a comma stands between it and the cue."""
    if first >= len(line.words) or line.words[first].start >= cue_start:
        return None
    phrase = read_phrase(line, first, cue_start)
    if phrase is None:
        return None
    between = line.text[phrase.reach : cue_start].replace("قد", "").strip(' ،,-"“”»')
    return phrase if not between and line.words[first].bare[0] not in "وف" else None
