"""Names by their sound: short spans of words the news hardly knows, as «فولكس بارك» or «موغاريتس».

Scare quotes stand around common words; what is written in Arabic letters and is no Arabic is the
name of a paper, a firm or a place.
"""

from __future__ import annotations

from collections.abc import Callable

from deskeditor.checks.quotes.kinds import Introduction
from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.quotes import QuoteKind
from deskeditor.language.glyphs import Pair

#: Whether a word, as it is written, is hardly known.
Rare = Callable[[str], bool]

#: Longer spans are somebody's words, whatever they sound like.
_LONGEST = 5
#: Shorter words say nothing: foreign particles are as short as ours.
_SHORT = 3
#: Endings of Arabic derivation: a rare word with one of them is a rare Arabic word.
_ARABIC = ("ين", "ون", "ات", "ية", "ة", "ه", "ها", "هم", "يا", "ًا", "اً", "اء", "ى")
#: Endings that may be taken off a known word: the accusative's, the adjective's.
_ENDED = ("ا", "ي")
_JOINED = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")


def sounds_foreign(line: Line, pair: Pair, lead: Introduction, kind: QuoteKind, rare: Rare) -> bool:
    """Whether at least half of a short span's longer words are hardly known and no derivations."""
    words = line.words[line.word_at(pair.start) : line.word_at(pair.end)]
    if kind is QuoteKind.NAME or not words or len(words) > _LONGEST:
        return False
    if lead.how in ("colon", "complement") or _spoken(line, pair):
        return False
    longer = [word.text for word in words if len(word.bare) > _SHORT]
    strange = [word for word in longer if not word.endswith(_ARABIC) and _unknown(word, rare)]
    told = any(word.bare in words_of("stops") for word in words)
    if len(words) == 1 and words[0].bare[0] == "ي":
        return False
    return bool(strange) and (2 - told) * len(strange) >= len(longer)


def _spoken(line: Line, pair: Pair) -> bool:
    """Whether the marks of a sentence stand in the span."""
    return any(mark in line.text[pair.start : pair.end] for mark in "!؟?،؛:")


def _unknown(word: str, rare: Rare) -> bool:
    """Whether the word is rare in itself, without what is joined to it, and without its ending."""
    forms = [word, *(word.removeprefix(p) for p in _JOINED if word.startswith(p))]
    forms += [form[:-1] for form in forms if form.endswith(_ENDED) and len(form) > _SHORT + 1]
    return all(rare(form) for form in forms if len(form) > _SHORT - 1)
