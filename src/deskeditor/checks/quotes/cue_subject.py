"""Whom a sentence names beside its word of saying: behind the verb, or else before it.

Arabic news puts the verb first; a subject before it stands behind كان or أن, or heads the sentence.
"""

from __future__ import annotations

import re

from deskeditor.checks.quotes.lexicon import Cue, with_article, words_of
from deskeditor.checks.quotes.misleading import CAME, came_in, cue_of, next_word
from deskeditor.checks.quotes.phrases import (
    Phrase,
    is_organisation,
    is_title,
    read_phrase,
    without_lam,
)
from deskeditor.checks.quotes.scan import Line

#: «منظمة "…" الحقوقية والتي»: an adjective between the name and the relative.
_ADJECTIVE = re.compile(r"(?<=[”»\"“]) \w+$")
WAS = frozenset({"كان", "كانت", "وكان", "وكانت", "فكان"})
_THAT = frozenset({"ان", "لكن", "ولكن", "فان", "اما", "واما", "بينما", "فيما"})
_SKIPPED = frozenset(
    "ايضا بدوره بدورها كذلك قد امس اليوم فيه فيها له لها لهم عليه عليها مجددا الاحد الاثنين"
    " الثلاثاء الاربعاء الخميس الجمعة السبت مساء صباح فجر ظهر يوم لاحقا سابقا".split()
)
_LEADS = ("في", "خلال", "عبر", "من", "ضمن", "على", "عقب", "بعد", "قبل", "اثناء", "ل")
#: «إنها طلبت»: a word of saying behind it tells what somebody says of himself.
OF_HIMSELF = frozenset("انه انها انهم انهما بانه بانها بانهم".split())
#: Pronouns that are the subject: the noun behind the verb is its object, «لكنها أبلغت الوكالة».
_PRONOUNS = OF_HIMSELF | frozenset(
    "لكنه لكنها لكنهم ولكنه ولكنها ولكنهم وانه وانها وانهم وهو وهي وهم لانه لانها".split()
)
_RELATIVES = frozenset("التي الذي والتي والذي الذين والذين".split())
#: Words of «في الوزارة», «في وزارة الصحة».
_PLACE = range(2, 4)
#: Letters an owned noun has at least, beyond these.
_OWNED = 4
#: Words a person's whole name has at least.
_WHOLE_NAME = 2
#: Commas that stand around a clause.
_COMMAS = 2
#: Words before a relative looked through for whom it means.
_MEANT_FROM = 12
_ONE_OF = frozenset("احدهم احدها بعضهم جميعهم كلهم معظمهم والده والدته شقيقه محاميه ناطقه".split())
#: Verbs with an object: what is plural in the accusative behind them is no subject.
_WITH_OBJECT = frozenset(
    "وصف اتهم وعد ابلغ اخبر طالب دعا ناشد حذر نصح هدد حمل حث انتقد هاجم".split()
)


def subject_of(line: Line, index: int, cue: Cue, low: int, limit: int) -> Phrase | None:
    """Who the sentence names: behind the verb, or else before it."""
    if cue.lemma in CAME:
        return _issuer(line, came_in(line, index), limit)
    first = line.word_at(low)
    if index > first and line.words[index - 1].bare in _PRONOUNS:
        return None
    if first < index <= first + 8 and line.words[index].bare[0] in "يت":
        ahead = _ending_at(line, first, line.words[index].start) or _of_somewhere(
            line, first, line.words[index].start
        )
        if ahead is not None and _settled(line, first, ahead):
            return ahead
    if _of_many(line.words[index].bare):
        return _before(line, index, low)
    behind = _behind(line, index, limit)
    if behind is not None and _is_object(line, cue, behind):
        return _before(line, index, low)
    if behind is not None:
        return behind
    return _before(line, index, low) if cue.kind == "verb" else None


def _of_many(verb: str) -> bool:
    """Whether a verb stands in the plural: «التجار يطالبون بسوق», its subject is before it. Where
    the subject follows, Arabic keeps the verb in the singular.
    """
    return len(verb) > 4 and verb.endswith(("ون", "وا"))


def _issuer(line: Line, index: int, limit: int) -> Phrase | None:
    """Whose document it is: «بيان صادر عن الوزارة»; the document itself where nobody is named."""
    owner = _owner(line, index + 1, limit)
    if owner is not None:
        return owner
    for ahead in range(index + 1, min(index + 5, len(line.words) - 1)):
        if line.words[ahead].end > limit:
            break
        if line.words[ahead].bare in ("عن", "اصدرته", "اصدره", "اصدرتها"):
            issuer = read_phrase(line, ahead + 1, limit)
            if issuer is not None:
                return issuer
    return read_phrase(line, index, limit)


def _owner(line: Line, index: int, limit: int) -> Phrase | None:
    """«بيان لوزارة الصحة»: whose it is, behind the joined ل."""
    if index >= len(line.words):
        return None
    word = line.words[index].bare
    plain = word.removeprefix("ل")
    if plain == word or not (is_organisation(plain) or plain.startswith("ل")):
        return None
    phrase = read_phrase(line, index, limit, to_whom=True)
    return without_lam(phrase) if phrase is not None else None


def _is_object(line: Line, cue: Cue, phrase: Phrase) -> bool:
    """Whether the noun behind a verb is what it judges: «ووصف النواب الذين …», «وعد اللاجئين»."""
    if phrase.head in words_of("objects"):
        return True
    if cue.lemma not in _WITH_OBJECT:
        return _of_his_own(phrase)
    owned = (
        phrase.head not in _ONE_OF
        and len(phrase.head) > 4
        and phrase.head.endswith(("ه", "هم", "ها"))
        and not phrase.title
    )
    plural = phrase.head.endswith(("يين", "يي")) or phrase.head in ("المسؤولين", "مسؤولين")
    plural = plural or owned
    following = next_word(line, line.word_at(phrase.end) - 1)
    related = (
        following in ("الذين", "الذي", "التي") and "،" not in line.text[phrase.end : phrase.end + 2]
    )
    judged = cue.lemma in ("وصف", "اتهم") and related
    return plural or judged


def _of_his_own(phrase: Phrase) -> bool:
    """«أكدت رفضها», «أعلن استقالته»: what is the speaker's own is no speaker."""
    if len(phrase.name.split()) > 1 or phrase.title or phrase.head in _ONE_OF:
        return False
    owned = phrase.head.endswith(("ته", "تها", "تهم", "ها", "هم"))
    return owned and len(phrase.head) > _OWNED and not is_title(phrase.head)


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
    stops = word in words_of("stops") and word != "ام"
    if "،" in line.gap(first) and not (word in _LEADS or stops):
        named = _between_commas(line, first, limit)
        if named is not None:
            return named
    if word in _LEADS or stops or "،" in line.gap(first):
        return _late_subject(line, first, limit)
    if word[0] == "ل" and word[1:] in words_of("audience"):
        return _late_subject(line, first, limit)
    return read_phrase(line, first, limit)


def _between_commas(line: Line, first: int, limit: int) -> Phrase | None:
    """«وقالت، فلانة الفلانية، إن»: a name in commas right behind its verb."""
    phrase = read_phrase(line, first, limit)
    if phrase is None or len(phrase.name.split()) < _WHOLE_NAME:
        return None
    return phrase if line.text[phrase.reach : phrase.reach + 1] == "،" else None


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
    if index and line.words[index - 1].bare in _RELATIVES:
        return _antecedent(line, line.words[index - 1].start) or _meant(line, index - 1, low)
    if _joined_verb(line.words[index].bare):
        return None
    for back in range(index - 1, max(-1, index - 14), -1):
        word = line.words[back]
        if word.start < low:
            break
        if (word.bare in WAS or word.bare in _THAT) and not _opens(line.gap(back + 1)):
            near = _ending_at(line, back + 1, cue_start)
            return near or _before_an_aside(line, low, cue_start)
    aside = _before_an_aside(line, low, cue_start)
    if aside is not None:
        return aside
    first = line.word_at(low)
    if index - first > 14 or _joined_on(line.words[first].bare):
        return None
    return _ending_at(line, first, cue_start)


def _joined_verb(word: str) -> bool:
    """Whether a verb goes on with و from a clause before, whose noun is not its subject."""
    return word[0] == "و" and cue_of(word)[1]


def _meant(line: Line, relative: int, low: int) -> Phrase | None:
    """Whom «الذي» means: the titled person or body that ends right before it."""
    best: Phrase | None = None
    start = line.words[relative].start
    for back in range(relative - 1, max(-1, relative - _MEANT_FROM), -1):
        if line.words[back].start < low:
            break
        if not (is_title(line.words[back].bare) or is_organisation(line.words[back].bare)):
            continue
        phrase = read_phrase(line, back, start)
        if phrase is not None and not line.text[phrase.reach : start].strip(' ،"“”»'):
            best = phrase
    return best if best is None or not _of_it(line, relative, best) else None


def _of_it(line: Line, relative: int, phrase: Phrase) -> bool:
    """«الهيئة التي قال إنها»: said of the body rather than by it."""
    following = line.words[relative + 2].bare if relative + 2 < len(line.words) else ""
    return phrase.organisation and following in OF_HIMSELF


def _of_somewhere(line: Line, first: int, cue_start: int) -> Phrase | None:
    """«مسؤول سابق في الوزارة يدعو»: an office and where it is, before its verb."""
    phrase = read_phrase(line, first, cue_start)
    if phrase is None or not (phrase.title_only or phrase.title):
        return None
    rest = line.text[phrase.reach : cue_start].split()
    return phrase if len(rest) in _PLACE and rest[0] in ("في", "من") else None


def _before_an_aside(line: Line, low: int, cue_start: int) -> Phrase | None:
    """«وكان فلان، الذي تولى المنصب قبل عام، أعلن»: the subject before a clause in commas."""
    first = line.word_at(low)
    if first + 1 >= len(line.words) or line.words[first].bare not in WAS:
        return None
    phrase = read_phrase(line, first + 1, cue_start)
    if phrase is None:
        return None
    between = line.text[phrase.reach : cue_start].strip()
    behind = line.word_at(phrase.reach)
    word = line.words[behind].bare
    related = word in _RELATIVES or word in ("احد", "احدى") or is_title(word)
    closed = between.startswith("،") and between.endswith("،") and between.count("،") == _COMMAS
    return phrase if related and closed else None


def _opens(gap: str) -> bool:
    """Whether a quotation begins here: a subject inside it is not the sentence's."""
    return any(mark in gap for mark in '“”«»"')


def _joined_on(word: str) -> bool:
    """Whether the first word of a sentence is tied to the one before: «والوزير», not «وزير»."""
    heads = word in with_article("titles") or word in with_article("orgs")
    return word[0] in "وف" and not heads


def _antecedent(line: Line, relative: int) -> Phrase | None:
    """A quoted name right before التي: «"…" التي ذكرت أن»."""
    low = max(0, relative - 64)
    text = line.text[low:relative].rstrip()
    if text and text[-1].isalpha() and _ADJECTIVE.search(text):
        text = _ADJECTIVE.sub("", text)
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
    return None if between else phrase
