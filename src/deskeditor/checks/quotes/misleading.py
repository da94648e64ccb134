"""Words that only look like a word of saying where they stand: «يذكر أن», «رفض ذكر اسمه», «حسب».

Also the look-up of one word as a cue. Pure; each question reads a few words of one line.
"""

from __future__ import annotations

from functools import lru_cache

from deskeditor.checks.quotes.lexicon import STANCE, WEAK, Cue, channel_words, cues, words_of
from deskeditor.checks.quotes.scan import Line

_PASSES = frozenset({"عبر", "عبرت", "وعبر", "وعبرت"})
#: «جاء في بيان»: verbs of saying only where a document follows.
CAME = frozenset({"جاء", "ورد"})
#: Words ahead in which a quotation or أن must stand for a weak verb to be believed.
NEAR = 20
TO = frozenset({"الى", "إلى"})
#: Behind these a form like كشف is the noun: «عدم كشف هويته», «بعد رد الوزير».
_BEFORE_NOUNS = frozenset("عدم دون بدون بعد قبل في على الى عن حول بشان رغم بسبب اي هذا".split())
EXPLAINED = frozenset({"بين", "وبين", "بينت", "وبينت"})
_THAT_WAS = frozenset({"ذلك", "هذا", "هذه"})
#: «تبلغ مشارف المدينة»: forms of reaching as much as of telling.
_REACHES = frozenset({"يبلغ", "تبلغ"})
_ABOUT_IT = frozenset("عنه عنها عنهم اليه اليها اليهم".split())
_UNSOURCED = frozenset("يذكر يشار يقال يعتقد ينتظر يتوقع يرجح يخشي يخشى يظن يفيد يبلغ".split())


@lru_cache(maxsize=16_384)
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
    if word.endswith("ى") and len(word) > 3:
        return cue_of(word[:-1] + "ي")
    return None, False


def expresses(line: Line, index: int) -> bool:
    """Whether «عبر» is the verb: «عبّر … عن», with its shadda or at the head of a sentence."""
    word = line.words[index]
    if word.bare not in _PASSES:
        return False
    head = line.word_at(line.sentence_start(word.start)) == index
    about = any(each.bare == "عن" for each in line.words[index + 1 : index + 10])
    return about and (head or "\u0651" in word.text)


def next_word(line: Line, index: int) -> str:
    """The bare word behind word `index`; empty at the end of the line."""
    return line.words[index + 1].bare if index + 1 < len(line.words) else ""


def explains(line: Line, index: int) -> bool:
    """Whether «وبين» begins a sentence and أن follows: then it is a verb, not a preposition."""
    word = line.words[index]
    if line.word_at(line.sentence_start(word.start)) != index:
        return False
    return any(w.bare in words_of("complements") for w in line.words[index + 1 : index + 14])


def misleads(line: Line, index: int, cue: Cue, limit: int, quoted: bool) -> bool:
    """Whether the word only looks like a word of saying here."""
    return _no_voice(line, index, cue) or _only_looks(line, index, cue, limit, quoted)


def _no_voice(line: Line, index: int, cue: Cue) -> bool:
    """«14 متهما في», «نفى أن يكون قد دعا»: a counted noun, and what is said not to be."""
    before = line.words[index - 1].bare if index else ""
    if cue.kind == "participle":
        return before[-1:].isdigit()
    near = line.words[max(0, index - 6) : index]
    return before == "قد" and any(word.bare in ("يكون", "تكون") for word in near)


def _only_looks(line: Line, index: int, cue: Cue, limit: int, quoted: bool) -> bool:
    word = line.words[index].bare
    following = next_word(line, index)
    if cue.kind == "verb":
        plain = word[1:] if word[0] == "و" and word[1:] in _UNSOURCED else word
        if plain in _UNSOURCED and (following in words_of("complements") or following in TO):
            return True
        if cue.lemma == "ذكر" and (
            following.startswith(("اسم", "هوي")) or _after(line, index, "رفض")
        ):
            return True
        if plain == cue.lemma and index and line.words[index - 1].bare in _BEFORE_NOUNS:
            return True
        if (cue.lemma in STANCE and _told(line, index)) or _is_another(line, index, cue, limit):
            return True
        if cue.lemma in CAME:
            return not _came(line, index, limit, quoted)
        if cue.lemma == "حمل" and not _blames(line, index):
            return True
        if cue.lemma in words_of("continues") and plain[0] in "يت" and plain != cue.lemma:
            return not _introduces(line, index, limit, near=5)
        if cue.lemma == "زاد" and not _introduces(line, index, limit, near=4):
            return not (quoted and line.word_at(limit) - index < 4)
        if cue.lemma in WEAK and not quoted:
            return not _introduces(line, index, limit)
    if cue.lemma == "حسب" and _after(line, index, "على"):
        return True
    return cue.kind == "noun" and not quoted and word in ("القول", "قولا")


def _came(line: Line, index: int, limit: int, quoted: bool) -> bool:
    """Whether «جاء في», «ورد في» brings what a document says."""
    if next_word(line, index) in _THAT_WAS and not line.gap(index + 1).strip():
        return _brings(line, index, limit)
    return bool(came_in(line, index)) and (quoted or _introduces(line, index, limit))


def _brings(line: Line, index: int, limit: int) -> bool:
    """Whether «جاء ذلك في بيان» brings words itself: أن or a colon before another verb."""
    for ahead in range(index + 2, min(index + NEAR, len(line.words))):
        word = line.words[ahead]
        if word.end > limit or (cue_of(word.bare)[0] is not None and word.bare[0] != "ب"):
            return False
        if word.bare in words_of("complements") or ":" in line.gap(ahead):
            return True
    return False


def _is_another(line: Line, index: int, cue: Cue, limit: int) -> bool:
    """Whether the form is another verb, a noun, or stands in a clause about a thing."""
    word, following = line.words[index].bare, next_word(line, index)
    if cue.lemma == "انتهى":
        return word[0] in "يت"
    if word in _REACHES:
        return not _introduces(line, index, limit, near=8)
    return _of_a_thing(line, index, following) or (word == "كتب" and _books(following))


def _of_a_thing(line: Line, index: int, following: str) -> bool:
    """«اللقاء الذي تحدث عنه»: a relative clause about a thing, which says nothing itself."""
    before = line.words[index - 1].bare if index else ""
    return before in ("الذي", "التي", "الذين") and following in _ABOUT_IT


def _books(following: str) -> bool:
    """Whether «كتب» is the plural of كتاب: an indefinite adjective follows, «كتب مدرسية»."""
    return following.endswith("ية") and not following.startswith("ال")


def _blames(line: Line, index: int) -> bool:
    """Whether حمل is the verb of blame: «حمّل … مسؤولية»."""
    return any("مسؤولي" in word.bare for word in line.words[index + 1 : index + 8])


def came_in(line: Line, index: int) -> int:
    """The index of the document behind «جاء في …», «ورد في …»; 0 where none stands there."""
    for ahead in range(index + 1, min(index + 4, len(line.words))):
        word = line.words[ahead].bare
        plain = word.removeprefix("ال")
        if word in channel_words() or plain in channel_words() or plain == "نص":
            return ahead if line.words[ahead - 1].bare == "في" else 0
    return 0


def _told(line: Line, index: int) -> bool:
    """Whether a verb stands in what somebody says: «إن مصر تدين»."""
    return any(w.bare in ("ان", "انها", "انه") for w in line.words[max(0, index - 4) : index])


def _after(line: Line, index: int, word: str) -> bool:
    return index > 0 and line.words[index - 1].bare in (word, "و" + word)


def _introduces(line: Line, index: int, limit: int, near: int = NEAR) -> bool:
    for ahead in range(index + 1, min(index + near, len(line.words))):
        if line.words[ahead].end > limit:
            return False
        if line.words[ahead].bare in words_of("complements") or ":" in line.gap(ahead):
            return True
    return False
