"""Everything said in a piece, quoted or not: each word of saying with who speaks and how.

An utterance is one word of saying («وأضاف», «مشيرا إلى», «بحسب») with the speaker the sentence
names beside it, the channel and the relays. Quotations are attached to utterances; utterances
without quotation keep the thread of who spoke last. Words inside quotations are not read.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.checks.quotes.channels import Route, is_outlet, mention_of, read_route, relay_after
from deskeditor.checks.quotes.cue_subject import OF_HIMSELF, subject_of
from deskeditor.checks.quotes.issuing import ISSUED, issued
from deskeditor.checks.quotes.lexicon import Cue, words_of
from deskeditor.checks.quotes.misleading import (
    EXPLAINED,
    NEAR,
    TO,
    cue_of,
    explains,
    expresses,
    misleads,
    next_word,
)
from deskeditor.checks.quotes.phrases import (
    Phrase,
    is_organisation,
    is_title,
    read_phrase,
    without_lam,
)
from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.quotes import Mention
from deskeditor.language.glyphs import Pair

#: Spans looked at behind a word of saying, and code points read for channel and relays.
_AHEAD = 4
_REACH = 700
_THAT = frozenset({"ان", "بان"})
#: «نقل … عن», «نسب … إلى»: what stands before whom the words are of.
_OF = {"نسب": "الى"}
#: Words from which on glyphs behind «وأضافت الوزارة» hold what it says, not its name.
SENTENCE = 4
#: Words of a club or a body between an office and its holder.
_CLUB = 2
#: «بحسب قوله», «وفق تعبيرهم»: no name.
_OWN_WORD = ("ره", "له", "ها", "هم")
_FROM_HIM = frozenset({"عنه", "عنها", "عنهم"})
_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ك", "ف")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One word of saying. `start`, `end` are its code points; `sentence` those of its sentence.

    `relays` are those who passed the words on; `passed_by` is A in «نقل A عن B». `reported`: the
    verb stands in what somebody says of himself, «إنها طلبت».
    """

    start: int
    end: int
    cue: Cue
    sentence: tuple[int, int]
    phrase: Phrase | None
    route: Route
    passed_by: Mention | None = None
    joined: bool = False
    reported: bool = False

    @property
    def relays(self) -> tuple[Mention, ...]:
        """Who passed the words on, nearest last."""
        return self.route.relays


def read_utterances(line: Line, pairs: tuple[Pair, ...]) -> list[Utterance]:
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
        if cue is None and expresses(line, index):
            cue, joined = Cue("عبر", "verb", "f" if word.bare.endswith("ت") else "m"), False
        if cue is None and word.bare in EXPLAINED and explains(line, index):
            cue, joined = Cue("بين", "verb", "f" if word.bare.endswith("ت") else "m"), False
        if cue is not None and cue.lemma == "ورد" and "\u0651" in word.text:
            cue = Cue("رد", "verb", cue.gender)
        if cue is None and word.bare in ISSUED:
            utterance = _document(line, index, outer[place : place + 1])
        elif cue is None:
            continue
        else:
            utterance = _utterance(
                line, index, cue, joined=joined, ahead=outer[place : place + _AHEAD]
            )
        if utterance is not None:
            found.append(utterance)
    return found


def _document(line: Line, index: int, ahead: list[Pair]) -> Utterance | None:
    """«صدر عن الوزارة البيان الآتي: "…"»: the document's issuer speaks."""
    word = line.words[index]
    sentence = line.sentence_start(word.start), line.sentence_end(word.start)
    if not ahead or ahead[0].open > sentence[1]:
        return None
    brought = issued(line, index, ahead[0].open)
    if brought is None:
        return None
    cue = Cue("صدر", "verb", "")
    return Utterance(word.start, word.end, cue, sentence, brought[0], brought[1])


def _nested(pairs: tuple[Pair, ...], index: int) -> bool:
    return any(p.start <= pairs[index].open < p.end for p in pairs[max(0, index - 4) : index])


def _utterance(
    line: Line, index: int, cue: Cue, *, joined: bool, ahead: list[Pair]
) -> Utterance | None:
    word = line.words[index]
    sentence = line.sentence_start(word.start), line.sentence_end(word.start)
    stop = next((p for p in ahead if not _transparent(line, p, index)), None)
    limit = min(sentence[1], stop.open) if stop is not None else sentence[1]
    quoted = stop is not None and stop.open < sentence[1]
    close = line.word_at(limit) - index < NEAR or _opens_sentence(line, index, limit)
    if misleads(line, index, cue, limit, quoted and close):
        return None
    reach = next((p.open for p in ahead if _words_in(line, p) > 5 and p.open < sentence[1]), None)
    span = min(limit if reach is None else reach, word.end + _REACH)
    if cue.kind == "transmit":
        whole = sentence[1] if reach is None else reach
        return _transmitted(line, index, cue, sentence=sentence, limit=whole)
    end = word.end
    if next_word(line, index) in TO and cue.lemma in ("اشار", "لفت", "نوه", "المح", "لمح", "خلص"):
        end = line.words[index + 1].end
    if cue.kind == "relay":
        phrase = relayed(line, index, limit)
        if phrase is None:
            return None
        return Utterance(word.start, end, cue, sentence, phrase, Route(), None, joined)
    phrase = subject_of(line, index, cue, sentence[0], limit) if cue.kind == "verb" else None
    route = read_route(line, word.start, max(span, word.end))
    reported = cue.kind == "verb" and index > 0 and line.words[index - 1].bare in OF_HIMSELF
    return Utterance(
        word.start, end, cue, sentence, phrase, route, joined=joined, reported=reported
    )


def _opens_sentence(line: Line, index: int, limit: int) -> bool:
    """«وردت الوزيرة على سؤال … : "…"»: a verb at the head of a sentence that ends in a colon."""
    head = line.word_at(line.sentence_start(line.words[index].start)) == index
    return head and ":" in line.text[max(0, limit - 3) : limit]


def names_something(word: str) -> bool:
    """Whether a bare word takes a quoted name beside it, whatever is joined to it."""
    for form in (word, *(word.removeprefix(p) for p in _PREFIXES if word.startswith(p))):
        if form in ("بيان", "حكومة"):
            return False
        stem = form.removesuffix("ها").removesuffix("ه")
        if form in words_of("named") or is_organisation(form) or is_outlet(form):
            return True
        if len(stem) > 3 and stem is not form and _owned_thing(stem):
            return True
    return False


def _owned_thing(stem: str) -> bool:
    """Whether a noun without its pronoun takes a name: «منصته» is منصة."""
    whole = stem[:-1] + "ة" if stem.endswith("ت") else stem
    return any(form in words_of("named") or is_outlet(form) for form in (stem, whole))


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
        if before == index + 1 and _words_in(line, pair) <= _CLUB and _named_behind(line, pair):
            return True
        return following in words_of("complements") or following in ("عن", "في")
    word = line.words[before].bare
    if before == index + 1 and word.startswith("ال") and _words_in(line, pair) >= SENTENCE:
        return False
    return names_something(word) or (
        word[:2] == "ال" and names_something(line.words[before - 1].bare)
    )


def _named_behind(line: Line, pair: Pair) -> bool:
    """«مدرب "الأهلي" فلان»: whoever bears the office follows its quoted body at once."""
    behind = line.word_at(pair.end)
    if behind >= len(line.words) or line.text[pair.end + 1 : line.words[behind].start] != " ":
        return False
    return line.words[behind].bare not in words_of("stops")


def relayed(line: Line, index: int, limit: int) -> Phrase | None:
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
    while first < len(line.words) and line.words[first].bare in _FROM_HIM:
        first += 1
    if first >= len(line.words) or line.words[first].start >= limit:
        return None
    word = line.words[first]
    phrase = read_phrase(line, first, limit, to_whom=True)
    if phrase is None:
        return None
    if phrase.head.endswith(_OWN_WORD) and len(phrase.name.split()) == 1:
        return None
    if word.bare[0] == "ل" and word.bare not in ("ليبيا", "لبنان", "لندن"):
        return without_lam(phrase)
    return phrase


def _transmitted(
    line: Line, index: int, cue: Cue, *, sentence: tuple[int, int], limit: int
) -> Utterance | None:
    """«نقل A عن B قوله إن»: B speaks, A passes on; «نقلا عن B» has no A."""
    for ahead in range(index + 1, min(index + 9, len(line.words) - 1)):
        word = line.words[ahead]
        if word.end > limit:
            return None
        if word.bare in _THAT and is_outlet(line.words[index + 1].bare):
            return _reported_by(line, index, cue, sentence=sentence, limit=limit)
        if word.bare != _OF.get(cue.lemma, "عن"):
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
            return Utterance(line.words[index].start, word.end, cue, sentence, speaker, route)
        start, end = line.words[index].start, word.end
        route = read_route(line, start, min(limit, end + _REACH))
        return Utterance(start, end, cue, sentence, speaker, route, passed)
    return None


def _reported_by(
    line: Line, index: int, cue: Cue, *, sentence: tuple[int, int], limit: int
) -> Utterance | None:
    """«ونقلت الوكالة أن»: an outlet that tells by itself what it passes on."""
    phrase = read_phrase(line, index + 1, limit)
    if phrase is None:
        return None
    said = Cue("ذكر", "verb", cue.gender)
    word = line.words[index]
    return Utterance(word.start, word.end, said, sentence, phrase, Route())


def _passer(line: Line, first: int, limit: int) -> Mention | None:
    phrase = read_phrase(line, first, limit)
    return mention_of(line, phrase.start, phrase.end) if phrase is not None else None
