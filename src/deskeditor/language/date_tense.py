"""Whether a sentence speaks of what is to come or of what has happened.

«السبت» is the next one behind «سيلتقي» and the last one behind «وصل»; the verb nearest before the
date decides, and none from before a relative pronoun («يلتقي نظيره الذي وصل الأربعاء»).
"""

from __future__ import annotations

from deskeditor.language import date_lexicon as lexicon
from deskeditor.language.date_verbs import has_happened, was_said
from deskeditor.language.date_words import Words

#: Words before a date that are asked for its tense, and those a verb of saying may stand away.
_FAR, _SAID_NEAR = 8, 3


def tense(words: Words, index: int) -> int:
    """1 where the words before `index` speak of the future, −1 of the past, 0 where they do not
    say. A verb of the present plans something only where it begins the sentence («يزور الوزير
    الخميس»); a verb of saying tells its own day, not that of what was said further on.
    """
    # What is put off to a month, or is for it («عقود لشهر يونيو»), is not where its verb is.
    clause = not words.is_word(index - 1, "الى") and not words.all[index].text.startswith("ل")
    for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if _sentence_ends(words, at + 1):
            return 0
        text = words.all[at].text.removeprefix("و")
        if text in lexicon.FUTURE or _will(text):
            return 1
        if text in lexicon.RELATIVE:
            return 0 if words.all[at + 1].text[:1] in "يت" else -1
        if has_happened(words.all[at].text) or has_happened(text):
            return -1 if clause else 0
        near = at >= index - _SAID_NEAR and clause
        if near and was_said(text) and not _broken(words, at + 1, index):
            return -1
        if text in lexicon.PLANS and (at == 0 or _sentence_ends(words, at)):
            return 1
        clause = clause and text not in lexicon.THAT
    return 0


def _will(text: str) -> bool:
    """Whether the word is a verb with the س of the future."""
    if len(text) <= 4 or text[:2] not in ("سي", "ست", "سن"):
        return False
    return not text.startswith(lexicon.NOUNS) and text not in lexicon.FIRST_NAMES


def _sentence_ends(words: Words, index: int) -> bool:
    return any(mark in words.gap(index) for mark in ".!؟?\n")


def _broken(words: Words, first: int, last: int) -> bool:
    """Whether a comma or dash stands before one of the words `first` to `last`."""
    return any(words.gap(at).strip() for at in range(first, last + 1))
