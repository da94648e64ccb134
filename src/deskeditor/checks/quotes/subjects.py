"""The subject of a sentence whose word of saying names none: «وكان فلان نشر …، إذ قال فيها».

Pure: it reads one line and answers the phrase, or None where the sentence shows no subject.
"""

from __future__ import annotations

from collections.abc import Container

from deskeditor.checks.quotes.cue_subject import WAS
from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.misleading import cue_of, next_word
from deskeditor.checks.quotes.phrases import Phrase, is_organisation, is_title, read_phrase
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.utterances import Utterance

_SOMEBODY = frozenset({"احد", "احدى", "بعض", "عدد"})
#: Letters a name has at least.
_LEAST = 3
#: Words of one sentence looked through for its subject.
_SENTENCE = 30
_MARKERS = frozenset({"لكن", "ولكن", "فان", "اما", "واما"})
#: Pronouns that take up the subject of the clause before.
_AGAIN = frozenset({"لكنه", "لكنها", "ولكنه", "ولكنها", "وانه", "وانها"})
#: Words that tie a later verb to the subject of the sentence.
_TIES = frozenset({"حيث", "اذ", "عندما", "حين", "بعدما", "لكنه", "لكنها", "ولكنه", "ولكنها"})
#: What names how it was said, where a subject would stand: «وكتبت تعليقا عليها».
_MANNER = frozenset({"تعليقا", "ردا", "تعقيبا", "توضيحا", "تاكيدا", "تبريرا"})
#: «التي» and «الذي», by the gender of the verb that goes on.
WHO = {"f": "التي", "m": "الذي"}
#: Words before «التي» looked through for whom it means.
_MEANT = 6


def sentence_subject(
    line: Line, utterance: Utterance, known: Container[str] = frozenset()
) -> Phrase | None:
    """The noun phrase behind the first word of the sentence: its verb, in Arabic news.

    `known` holds the bare family names of the piece.
    """
    first = line.word_at(utterance.sentence[0])
    cue = line.word_at(utterance.start)
    if utterance.cue.kind == "verb":
        return (
            _announced(line, first, cue, utterance)
            or _tied(line, first, cue, utterance)
            or _in_this_manner(line, first, cue, utterance)
            or _joined(line, first, cue, utterance, known)
        )
    if first < len(line.words) and line.words[first].bare in words_of("stops") - WAS:
        first = _behind_opening(line, first)
    if first + 2 < cue and line.words[first + 1].bare.isdecimal():
        first += 1
    if first + 1 >= cue:
        return None
    return _worthy(read_phrase(line, first + 1, utterance.start))


def _worthy(phrase: Phrase | None) -> Phrase | None:
    if phrase is None or len(phrase.name) < _LEAST or _verb_with_object(phrase.head):
        return None
    return phrase


def _verb_with_object(word: str) -> bool:
    """«والجمعة دعاهم»: a word of saying that bears whom it addresses is no subject."""
    stems = (word.removesuffix(end) for end in ("هم", "ها", "ه") if word.endswith(end))
    return any(len(stem) >= _LEAST and cue_of(stem)[0] is not None for stem in stems)


def _announced(line: Line, first: int, cue: int, utterance: Utterance) -> Phrase | None:
    """The subject behind «ولكن» or «فإن» of a sentence whose later verb names none."""
    for index in range(max(first, cue - _SENTENCE), cue - 1):
        if line.words[index].bare in _MARKERS:
            phrase = read_phrase(line, index + 1, utterance.start)
            surely = phrase is not None and (phrase.organisation or phrase.title_only)
            if phrase is not None and (surely or phrase.title):
                return phrase
    return None


def _tied(line: Line, first: int, cue: int, utterance: Utterance) -> Phrase | None:
    """The subject a verb behind حيث or إذ goes on with: «وكان فلان نشر صورة، إذ قال فيها»."""
    before = line.words[cue - 1].bare if cue > first else ""
    if before in _AGAIN:
        return _of_the_clause(line, first, cue - 1, utterance)
    if before not in _TIES or first + 1 >= cue or line.words[first].bare not in WAS:
        return None
    return _worthy(read_phrase(line, first + 1, utterance.start))


def _of_the_clause(line: Line, first: int, last: int, utterance: Utterance) -> Phrase | None:
    """Whom «لكنها» means: the subject behind the last أن before it, a place or a body."""
    for index in range(last - 1, max(first, last - _SENTENCE) - 1, -1):
        if line.words[index].bare == "ان":
            phrase = read_phrase(line, index + 1, utterance.start)
            if phrase is None:
                return None
            known = phrase.head in words_of("places") or phrase.title or phrase.organisation
            return phrase if known else None
    return None


def _joined(
    line: Line, first: int, cue: int, utterance: Utterance, known: Container[str]
) -> Phrase | None:
    """The subject of the sentence's verb: «وبدا المدرب فلان غاضبا وقال», «وشن فلان … ووصف».

    One with a title, one the piece knows by name, or somebody unnamed («أحد السكان»).
    """
    if not utterance.joined or cue < first + 3:
        return None
    phrase = read_phrase(line, first + 1, utterance.start)
    if phrase is None or phrase.title:
        return phrase
    named = any(bare(word) in known for word in phrase.name.split()[:2])
    many = utterance.cue.gender == "p" and phrase.head.endswith("ون")
    return phrase if named or many or phrase.head in _SOMEBODY else None


def _in_this_manner(line: Line, first: int, cue: int, utterance: Utterance) -> Phrase | None:
    """Who did what «وكتبت تعليقا عليها» follows, in its sentence or the one before it.

    The body of a «التي» that goes on to this verb comes first, then the subject of the first verb.
    """
    if not utterance.joined or next_word(line, cue) not in _MANNER:
        return None
    if first == cue:
        if not cue:
            return None
        first = line.word_at(line.sentence_start(line.words[cue - 1].start))
    gender = utterance.cue.gender
    for index in range(cue - 1, max(first, cue - _SENTENCE), -1):
        if line.words[index].bare == WHO.get(gender):
            return _meant(line, first, index)
    verb = line.words[first].bare
    if verb in words_of("stops") or (gender == "f") != (verb[-1] == "ت"):
        return None
    return _worthy(read_phrase(line, first + 1, utterance.start))


def _meant(line: Line, first: int, who: int) -> Phrase | None:
    """The body or titled person right before a «التي»."""
    for index in range(who - 1, max(first, who - _MEANT) - 1, -1):
        word = line.words[index].bare
        if is_organisation(word) or is_title(word):
            return _worthy(read_phrase(line, index, line.words[who].start))
    return None


def _behind_opening(line: Line, first: int) -> int:
    """The first word behind «من جهة أخرى،» at the head of a sentence."""
    for index in range(first + 1, min(first + 6, len(line.words))):
        if "،" in line.gap(index):
            return index
    return len(line.words)
