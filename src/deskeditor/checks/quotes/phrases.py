"""The noun phrase behind a word of saying: who it is, cut into title and name.

Arabic news puts the verb first: «قال مستشار الأمن القومي قاسم الأعرجي إن». The phrase ends at a
preposition, a relative, a complementiser, a time word or a break in the sentence; the name begins
at the first word that is neither definite nor one of the nouns a title is made of. Linear: at most
`LONGEST` words are read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from deskeditor.checks.quotes.lexicon import channel_words, cues, with_article, words_of
from deskeditor.checks.quotes.offices import place_words
from deskeditor.checks.quotes.scan import Line, Word

#: Words read for one phrase; longer attributions are cut there.
LONGEST = 18
#: Letters a noun with its pronoun has at least, beyond these.
_OWNED = 4
_QUOTES = '“”„«»"‘’'
_ONE_OF = frozenset("احد احدى احدهم بعض جميع معظم عدة بقية سائر".split())
_INSIDE = frozenset({"باسم", "في", "لدى", "لدي", "يدعى", "تدعى", "اسمه", "اسمها", "المدعو"})
_YEARS = frozenset("الماضي الحالي المقبل الجاري الفائت القادم المنصرم نفسه ذاته".split())
_NAME_PARTS = frozenset("عبد ابو آل ال بن بنت ابن ام دي دا فان فون".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Somebody or something named: `[start, end)` is the mention, `title` what stands beside it.

    `title_only` says that no proper name was found: «المتحدث باسم الوزارة». `head` is the bare
    first word, `reach` where the phrase ends with its apposition.
    """

    name: str
    start: int
    end: int
    title: str = ""
    organisation: bool = False
    title_only: bool = False
    head: str = ""
    reach: int = 0


def read_phrase(line: Line, first: int, limit: int, *, to_whom: bool = False) -> Phrase | None:
    """The phrase that begins at word `first` and ends before code point `limit`, or None.

    With `to_whom` a first word with a joined ل heads it: «وفقا لصحيفة».
    """
    chunks = _chunks(line, first, limit, to_whom=to_whom)
    if not chunks:
        return None
    phrase = _split(line, chunks[0])
    if phrase.title_only and len(chunks) == 1:
        longer = _past_preposition(line, first, len(chunks[0]), limit)
        if longer is not None:
            return _closed(line, longer)
    if len(chunks) > 1:
        phrase = _with_apposition(line, phrase, chunks[1])
    return _closed(line, replace(phrase, reach=chunks[-1][-1].end))


def _past_preposition(line: Line, first: int, count: int, limit: int) -> Phrase | None:
    """A title that goes on behind في: «عضو المكتب السياسي في الحزب فلان», if a name ends it."""
    place = first + count
    if place >= len(line.words) or line.words[place].bare not in _INSIDE:
        return None
    if line.words[place].end > limit or line.gap(place).strip():
        return None
    more = _chunks(line, place + 1, limit)
    if more and line.words[place].bare in ("لدى", "لدي") and len(more[0]) > 2:
        whole = line.words[first : first + count + 1 + len(more[0])]
        title = _clean(line.text[whole[0].start : whole[-3].end])
        name = _clean(line.text[whole[-2].start : whole[-1].end])
        return Phrase(name, whole[-2].start, whole[-1].end, title, reach=whole[-1].end)
    if not more or not _tail(more[0][0]) or more[0][0].bare in channel_words():
        return None
    phrase = _split(line, [*line.words[first : place + 1], *more[0]])
    if phrase.title_only and len(more) > 1:
        phrase = replace(_with_apposition(line, phrase, more[1]), reach=more[1][-1].end)
    return None if phrase.title_only else replace(phrase, reach=max(phrase.reach, phrase.end))


def _closed(line: Line, phrase: Phrase) -> Phrase:
    """The mention with the closing glyph of a name quoted at its end."""
    text = line.text[phrase.start : phrase.end]
    odd = sum(text.count(mark) for mark in _QUOTES) % 2
    if odd and line.text[phrase.end : phrase.end + 1] in tuple(_QUOTES):
        return replace(phrase, end=phrase.end + 1, reach=max(phrase.reach, phrase.end + 1))
    return phrase


def _chunks(line: Line, first: int, limit: int, *, to_whom: bool = False) -> list[list[Word]]:
    """The words of the phrase, and those of an apposition behind a comma."""
    chunks: list[list[Word]] = [[]]
    quoted = 0
    for index in range(first, min(first + LONGEST, len(line.words))):
        word = line.words[index]
        gap = line.gap(index) if index > first else " "
        short = index > first and len(line.words[index - 1].text) == 1 and gap == ". "
        if word.end > limit or (_breaks(gap) and not short):
            break
        if word.end <= quoted:
            chunks[-1].append(word)
            continue
        if index > first and any(mark in gap for mark in _QUOTES):
            quoted = _quoted_name_end(line, word.start)
        if any(mark in gap for mark in "،,(-–"):
            if len(chunks) == 2 or not chunks[0] or ")" in gap or not _may_follow(line, index):
                break
            chunks.append([])
        heads = to_whom and index == first and word.bare[0] == "ل"
        if not heads and _ends(chunks[-1], word, _next(line, index)) and word.end > quoted:
            break
        if len(chunks) == 2 and _ends_apposition(chunks[1], word):
            break
        chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


def _quoted_name_end(line: Line, start: int) -> int:
    """Where the quoted name that begins at `start` ends; 0 where no glyph opens or closes it."""
    if line.text[start - 1] not in _QUOTES:
        return 0
    for place in range(start, min(start + 60, len(line.text))):
        if line.text[place] in _QUOTES:
            return place
    return 0


def _breaks(gap: str) -> bool:
    if ":" in gap or "؛" in gap or "\n" in gap or "؟" in gap or "!" in gap or "…" in gap:
        return True
    return "." in gap and gap.strip(_QUOTES) != "."


def _next(line: Line, index: int) -> str:
    return line.words[index + 1].bare if index + 1 < len(line.words) else ""


def _of_office(chunk: list[Word], following: str) -> bool:
    """Whether العام goes on with a title: «الأمين العام», not «العام الماضي»."""
    later = following in _YEARS or following[:1].isdigit()
    return bool(chunk) and not later and chunk[-1].text.startswith(("ال", "وال", "لل"))


def _ends(chunk: list[Word], word: Word, following: str) -> bool:
    """Whether `word` cannot stand inside the phrase; `following` is the word behind it."""
    text = word.bare
    if text == "العام" and _of_office(chunk, following):
        return False
    if text in _ONE_OF or (len(chunk) > 1 and _new_title(chunk, word)):
        return bool(chunk)
    if text == "ام" and not chunk:
        return False
    if word.text.endswith("ـ"):
        return True
    stops = text in words_of("stops") and not word.text.startswith("آل")
    if stops or text[0].isdigit() or text in words_of("complements"):
        return True
    if text[0] == "ل" and _addressed(chunk, text):
        return True
    plain = text[1:] if text[0] in "وف" and len(text) > 3 else text
    cue = cues().get(text) or cues().get(plain)
    if cue is not None and cue.kind != "relay":
        return text not in with_article("titles") and text not in words_of("tail")
    if plain is not text and plain in words_of("stops"):
        return text not in with_article("titles") and text not in words_of("orgs")
    return not chunk and _how_or_what(text)


def _how_or_what(text: str) -> bool:
    """«بالفساد», «بطموحه»: a word with a joined ب that says how or what heads no phrase."""
    owned = text.endswith(("ه", "ها", "هم")) and len(text) > _OWNED
    return text.startswith("بال") or (text[0] == "ب" and owned)


def _new_title(chunk: list[Word], word: Word) -> bool:
    """Whether an indefinite title begins behind a bare name: «فلان الفلاني عالم الآثار»."""
    indefinite = word.bare in words_of("titles") and word.bare not in words_of("tail")
    return indefinite and not is_title(chunk[0].bare) and not is_organisation(chunk[0].bare)


def _addressed(chunk: list[Word], text: str) -> bool:
    """Whether a word with a joined ل says to whom, not who: «للصحفيين», «لزميله»."""
    if text[1:] in words_of("audience") or text.startswith("للصح"):
        return not (_definite_office(chunk) and not text.startswith("للصح"))
    if not chunk:
        return text.startswith("لل")
    return (
        len(text) > 4 and text.endswith(("ه", "ها", "هم", "هما")) and text not in words_of("tail")
    )


def _definite_office(chunk: list[Word]) -> bool:
    """«المدير العام»: what follows with ل is whose he is, for he is of nobody yet."""
    return (
        bool(chunk)
        and chunk[0].text.startswith("ال")
        and is_title(chunk[0].bare)
        and all(_tail(word) for word in chunk)
    )


def _may_follow(line: Line, index: int) -> bool:
    word = line.words[index].bare
    return word not in words_of("stops") and word[0] != "و"


def _ends_apposition(chunk: list[Word], word: Word) -> bool:
    return len(chunk) >= 10 or (not chunk and word.bare[0].isdigit())


@lru_cache(maxsize=16_384)
def is_title(word: str) -> bool:
    """Whether a bare word can head a title, definite or not, with a leading ل or و or not."""
    titles = with_article("titles")
    if word in titles or (len(word) > 4 and word[0] == "و" and word[1:] in titles):
        return True
    for suffix in ("ه", "ها", "هم"):
        stem = word.removesuffix(suffix)
        if stem is not word and len(stem) > 3 and stem not in words_of("orgs"):
            return stem in titles or (stem[-1] == "ت" and stem[:-1] + "ة" in titles)
    return False


def is_organisation(word: str) -> bool:
    """Whether a bare word heads the name of an organisation or a document."""
    return word in with_article("orgs")


def _tail(word: Word) -> bool:
    """Whether a word belongs to a title's tail: definite, a common noun, a place."""
    if _plain_tail(word.bare, word.text):
        return True
    return word.bare[0] == "و" and len(word.bare) > 3 and _plain_tail(word.bare[1:], word.text[1:])


def _plain_tail(word: str, written: str) -> bool:
    if written.startswith(("ال", "لل", "بال")) and len(word) > 3:
        return True
    if word in with_article("orgs") or word in with_article("titles"):
        return True
    if word in words_of("places") or word in words_of("tail") or word in _INSIDE:
        return True
    if word in words_of("bodies") or any(letter.isdigit() for letter in word):
        return True
    if word[0] == "ل" and len(word) > 3 and _whose(word[1:]):
        return True
    if len(word) > 5 and word.endswith(("يون", "يين", "يات")):
        return True
    inside = word.removeprefix("ب")
    in_it = inside in words_of("places") or (inside is not word and inside in words_of("orgs"))
    return in_it or word.removesuffix("ة") in words_of("tail")


def _whose(word: str) -> bool:
    """Whether a word behind a joined ل says whose an office is: «لمنظمة», «لشؤون»."""
    lists = ("orgs", "tail", "places", "bodies")
    return any(word in words_of(name) for name in lists)


def _split(line: Line, words: list[Word]) -> Phrase:
    start, end = words[0].start, words[-1].end
    head = words[0].bare
    if is_organisation(head) and head not in ("فريق", "الفريق"):
        words = _without_object(words)
        end = words[-1].end
        return Phrase(_clean(line.text[start:end]), start, end, organisation=True, head=head)
    if not is_title(head):
        office = _office_behind(words)
        if office:
            title = _clean(line.text[words[office].start : end])
            name = _clean(line.text[start : words[office - 1].end])
            return Phrase(name, start, words[office - 1].end, title, head=head)
        if words[0].text.startswith("ال") or head in words_of("places"):
            end = _without_object(words)[-1].end
        return Phrase(_clean(line.text[start:end]), start, end, head=head)
    cut = _name_begins(words)
    if cut is not None:
        cut += place_words(words, cut)
    joined = cut is not None and cut == len(words) - 1 and words[cut].bare[0] == "و"
    if cut is None or joined or line.text[words[cut].start - 1] in _QUOTES:
        return Phrase(_clean(line.text[start:end]), start, end, title_only=True, head=head)
    title = _clean(line.text[start : words[cut - 1].end])
    return Phrase(
        _clean(line.text[words[cut].start : end]), words[cut].start, end, title, head=head
    )


def _office_behind(words: list[Word]) -> int:
    """Where an office begins behind a bare name: «فلان الفلاني المدير العام»; 0 where none does."""
    for index in range(2, len(words) - 1):
        if _tail(words[index - 1]) and not words[index - 1].text.startswith("ال"):
            return 0
        if words[index].bare in with_article("titles"):
            return index
    return 0


def _of_a_country(word: Word) -> bool:
    plain = word.bare.removeprefix("ال").removesuffix("ة")
    return plain in words_of("tail") or is_title(word.bare)


def _without_object(words: list[Word]) -> list[Word]:
    """The phrase without the object behind it: «أكد المجلس الأعلى رفضه» names المجلس الأعلى."""
    settled = False
    if words[0].bare in words_of("places") and len(words) > 1 and _thing(words[1]):
        return words[:1]
    for index, word in enumerate(words):
        if index and settled and not _tail(word) and not _tied(word):
            return words[:index]
        settled = settled or word.text.startswith(("ال", "لل", "بال"))
        settled = settled or word.bare in words_of("places")
    return words


def _thing(word: Word) -> bool:
    """Whether a definite word is a noun of its own: «الخطة», not «الشمالية»."""
    return word.text.startswith("ال") and not word.bare.endswith(("ية", "ي"))


def _tied(word: Word) -> bool:
    """Whether a word goes on with a name: «لحقوق الإنسان», «بن», a Latin word."""
    return word.bare[0] == "ل" or word.bare in _NAME_PARTS or word.bare.isascii()


def _name_begins(words: list[Word]) -> int | None:
    """The index of the first word of the proper name behind a title, or None."""
    for index in range(1, len(words)):
        if words[index].bare in _NAME_PARTS or not _tail(words[index]):
            return index
        honoured = words[index - 1].bare in words_of("honorifics")
        if honoured and not _of_a_country(words[index]):
            return index
    return None


def _with_apposition(line: Line, phrase: Phrase, words: list[Word]) -> Phrase:
    """`phrase` with what stands behind its comma: a name behind a title, or the other way."""
    start, end = words[0].start, words[-1].end
    text = _clean(line.text[start:end])
    titled = is_title(words[0].bare) or is_organisation(words[0].bare) or _tail(words[0])
    if phrase.title and phrase.name.startswith("ل") and _country_and_name(words):
        whole = _clean(line.text[phrase.start - len(phrase.title) - 1 : phrase.end])
        name = _clean(line.text[words[1].start : end])
        return Phrase(name, words[1].start, end, whole, head=phrase.head)
    if phrase.title and not titled and _named_behind(phrase, words):
        whole = _clean(line.text[phrase.start - len(phrase.title) - 1 : phrase.end])
        return Phrase(text, start, end, whole, head=phrase.head)
    if phrase.title_only and not titled and len(words) <= 5:
        return Phrase(text, start, end, phrase.name, head=phrase.head)
    if phrase.title_only and is_title(words[0].bare):
        named = _split(line, words)
        if named.title:
            return replace(named, title=f"{phrase.name}، {named.title}", head=phrase.head)
    if titled and not phrase.title and not phrase.organisation and not phrase.title_only:
        return Phrase(phrase.name, phrase.start, phrase.end, text, head=phrase.head)
    return phrase


def _named_behind(phrase: Phrase, words: list[Word]) -> bool:
    """«محامي فلان، فلان الفلاني»: who is named behind the comma, not whose he is."""
    known = phrase.name.split()
    of_somebody = len(known) == 1 or any(word.startswith("لل") for word in known)
    return of_somebody and 2 <= len(words) <= 3 and not any(word.bare[0] == "و" for word in words)


def _country_and_name(words: list[Word]) -> bool:
    """«البرتغالي جوزيه مورينيو»: somebody's country and name."""
    if len(words) < 2 or not words[0].text.startswith("ال"):
        return False
    return words[0].bare.endswith(("ي", "ية")) and not any(_tail(word) for word in words[1:3])


def _clean(text: str) -> str:
    """A name as it is written, without the glyphs and line ends in it."""
    return " ".join(text.translate({ord(mark): " " for mark in _QUOTES}).split())


def without_lam(phrase: Phrase) -> Phrase:
    """«لصحيفة» names صحيفة, «للوكالة» names الوكالة."""
    if phrase.name.startswith("لل"):
        return replace(phrase, name="ال" + phrase.name[2:], head="ال" + phrase.head[2:])
    return replace(phrase, name=phrase.name[1:], start=phrase.start + 1, head=phrase.head[1:])
