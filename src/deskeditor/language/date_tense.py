"""Whether a sentence speaks of what is to come: then «السبت» is the next one, not the last."""

from __future__ import annotations

from deskeditor.language import date_lexicon as lexicon
from deskeditor.language.date_words import Words


def speaks_of_future(words: Words, index: int) -> bool:
    """Whether a verb of the future stands among the eight words before `index`, or the
    sentence begins with a verb of the present that plans something («يزور الوزير الخميس»).
    """
    for word in words.all[max(0, index - 8) : index]:
        text = word.text.removeprefix("و")
        verb = len(text) > 4 and text[:2] in ("سي", "ست", "سن")
        named = text.startswith(lexicon.NOUNS) or text in lexicon.FIRST_NAMES
        if text in lexicon.FUTURE or (verb and not named):
            return True
    return any(
        words.all[at].text in lexicon.PLANS and _begins_sentence(words, at)
        for at in range(max(0, index - 8), index)
    )


def _begins_sentence(words: Words, index: int) -> bool:
    return index == 0 or any(mark in words.gap(index) for mark in ".!؟?\n")
