"""Which word of saying of a sentence a quotation hangs on, where several stand before it.

Pure: each question reads a few words of one line.
"""

from __future__ import annotations

from deskeditor.checks.quotes.channels import is_outlet
from deskeditor.checks.quotes.kinds import Introduction
from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.domain.quotes import Speaker
from deskeditor.language.glyphs import Pair

RELATIVES = frozenset({"الذي", "التي", "الذين"})
_ACCORDING = frozenset({"حسبما", "كما", "مثلما"})
#: Words between «نقلت … عن» and the quotation it brings, where no «قوله» stands between.
_CARRIED = 14


def aside(line: Line, governing: Utterance, pair: Pair) -> bool:
    """«وكتب فلان، الذي انتقد الاتفاق: "…"», «بقوله حسبما جاء في الكتاب: "…"»: said by the way."""
    index = line.word_at(governing.start)
    before = line.words[index - 1].bare if index else ""
    if before in _ACCORDING:
        return True
    if before not in RELATIVES or governing.cue.kind != "verb":
        return False
    words = line.words[index + 1 : line.word_at(pair.open)]
    return not any(word.bare in words_of("complements") for word in words)


def only_leads(line: Line, governing: Utterance, lead: Introduction) -> bool:
    """Whether the nearer word of saying only leads on to what the earlier one brings."""
    if lead.how == "complement":
        return governing.cue.lemma == "تحدث"
    return lead.how != "colon" and _feels(line, governing)


def _feels(line: Line, governing: Utterance) -> bool:
    """«معبرا عن ارتياحه "…"»: a feeling told on the way to the words, which it does not bring."""
    index = line.word_at(governing.end)
    about = index < len(line.words) and line.words[index].bare == "عن"
    return about and governing.cue.kind == "participle" and governing.cue.lemma in ("عبر", "اعرب")


def only_says(governing: Utterance) -> bool:
    """«قائلا», «بالقول»: it adds nothing to the verb whose subject it shares."""
    return governing.cue.lemma == "قال" and governing.cue.kind in ("participle", "noun")


def quotes_between(line: Line, other: Utterance, governing: Utterance) -> bool:
    """Whether a quotation stands between two words of saying."""
    return any(mark in line.text[other.end : governing.start] for mark in '“”«»"')


def near(line: Line, other: Utterance, pair: Pair) -> bool:
    """Whether a word of saying is near enough to a span to carry it."""
    return line.word_at(pair.open) - line.word_at(other.start) <= _CARRIED


def one_voice(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers are one: «الخارجية التركية» is «وزارة الخارجية التركية»."""
    if one is None or other is None:
        return False
    left, right = ({bare(w) for w in each.name.split()} for each in (one, other))
    return bool(left) and bool(right) and (left <= right or right <= left)


def speaks(utterance: Utterance) -> bool:
    """Whether «بحسب X» names somebody the thread may go on with: no outlet, no loose noun."""
    phrase = utterance.phrase
    if phrase is None or is_outlet(phrase.head):
        return False
    return bool(phrase.title) or phrase.title_only or phrase.organisation
