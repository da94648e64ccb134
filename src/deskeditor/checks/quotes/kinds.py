"""What quotation glyphs mean here: someone's words, a name or title, or doubt.

Read in this order: a noun that takes a name beside it («صحيفة», «تنظيم», «بعنوان»), then what
introduces the span (a colon, أن/إن, a word of saying), then its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskeditor.checks.quotes.called import bears_office, called_so
from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.misleading import cue_of
from deskeditor.checks.quotes.phrases import is_organisation
from deskeditor.checks.quotes.scan import Line, Word, bare
from deskeditor.checks.quotes.utterances import SENTENCE, Utterance, names_something
from deskeditor.domain.document import Role
from deskeditor.domain.quotes import QuoteKind
from deskeditor.language.glyphs import Pair

#: Up to this many words may be a name or a title; a longer span behind a named thing too, where
#: the noun says so («بعنوان»).
NAME_WORDS = 6
#: From this many words on a span without any introduction is somebody's speech.
SPEECH_WORDS = 7
#: Up to this many words may be a title behind a noun that says so.
TITLE_WORDS = 16

#: From this many words on a span of a headline is somebody's speech.
_HEADLINE_WORDS = 4
#: Words of a person's name.
_PERSON = range(2, 4)
#: Words a headline's quoted subject has at most.
_SUBJECT_WORDS = 3
#: Firms and outlets: what stands in glyphs behind them is their name.
_FIRMS = frozenset("شركة مؤسسة منظمة جمعية مصرف قناة صحيفة وكالة مجموعة".split())
_VERB_AND_OBJECT = 2
_BODY_WORDS = 5
#: Words before a span looked through for the body it names.
_FROM_BODY = 7
#: Letters a described adjective has at least.
_ADJECTIVE = 4
_PRONOUNS = frozenset({"غير", "هو", "هي", "هما", "هم", "فهو", "فهما"})
_ADJECTIVES = ("ية", "يان", "يين", "يتان", "تين", "ي")
#: Organisations that bear no name of their own in quotation glyphs.
_NAMELESS = frozenset("محكمة حكومة سلطات سلطة جيش مجلس وزارة دولة برلمان شرطة بيان".split())
#: Words that stand in sentences and hardly in names.
_TELLING = frozenset(
    "لم لن ليس ليست سوف قد لقد نحن انا انتم هو هي هم ان انه انها انني اننا لان كنا كنت ولا"
    " ولن ولم الذي التي الذين ماذا".split()
)
_FUTURE = re.compile(r"س[ينت]\w{3}")
#: Nouns that begin as a verb of the future does.
_NO_FUTURE = (
    "سيار", "سيد", "سياس", "سياد", "سياق", "سياح", "سينم", "سينا", "سيط", "سير", "سيف", "سيل",
    "سنو", "سنت", "سنغ", "سند", "سناب", "ستا", "ستو", "ستي", "ستر", "ستة",
)  # fmt: skip
_PREPOSITIONS = frozenset("على في عن من الى مع خلال عبر ان بان".split())
#: What is issued or opened has a name.
_ISSUED = frozenset(
    "اصدر اصدرت اطلق اطلقت دشن دشنت اسس اسست شكل شكلت وقع وقعت اعتمد اعتمدت عرض عرضت".split()
)
_ARABIC = re.compile("[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Introduction:
    """How a span is led in. `how`: colon, complement, cue, embedded or none."""

    how: str
    word: str = ""
    joined: str = ""


def introduction(line: Line, pair: Pair, utterance: Utterance | None, low: int = 0) -> Introduction:
    """What stands right before the opening glyph; nothing before `low` is read."""
    before = line.word_at(pair.open)
    if before == 0 or line.words[before - 1].start < low:
        return Introduction("none")
    last = line.words[before - 1]
    gap = line.text[last.end : pair.open]
    joined = _joined_letter(last, gap)
    if ":" in gap:
        return Introduction("colon", last.bare)
    if last.bare in words_of("complements") and not _no_speech(line, before - 1):
        return Introduction("complement", last.bare)
    if "." in gap or "؟" in gap:
        return Introduction("none", last.bare)
    if utterance is not None:
        near = before - line.word_at(utterance.end)
        adjacent = near <= 0 or (near <= 2 and not joined and utterance.cue.kind != "relay")
        return Introduction("cue" if adjacent else "embedded", last.bare, joined)
    return Introduction("none", last.bare, joined)


def _joined_letter(word: Word, gap: str) -> str:
    """The letter that is joined to the glyphs: «بـ"…"», «بـ "…"», «بالـ "…"»."""
    if word.text.endswith("ـ") and not gap.strip(" "):
        return word.bare[0] if word.bare in ("بال", "لل", "ال") or len(word.bare) == 1 else ""
    alone = len(word.bare) == 1 and (gap == "" or (word.bare == "ل" and gap == " "))
    return word.bare if alone else ""


def _no_speech(line: Line, index: int) -> bool:
    before = line.words[index - 1].bare if index else ""
    return line.words[index].bare == "ان" and before in words_of("not_complement")


def kind_of(line: Line, pair: Pair, lead: Introduction, utterance: Utterance | None) -> QuoteKind:
    """The kind of one span, as its own line shows it."""
    first, last = line.word_at(pair.start), line.word_at(pair.end)
    count = last - first
    if count <= NAME_WORDS and _is_name(line, pair, lead, utterance):
        return QuoteKind.NAME
    if count <= TITLE_WORDS and lead.how in ("none", "embedded") and _titles(lead.word):
        return QuoteKind.NAME
    if (
        count <= _SUBJECT_WORDS
        and lead.how == "colon"
        and utterance is None
        and _goes_on(line, pair)
    ):
        return QuoteKind.NAME
    if lead.how in ("colon", "complement"):
        return QuoteKind.SPEECH
    if count <= 2 and line.text[pair.start : pair.end].strip()[:1].isdigit():
        return QuoteKind.SCARE
    if lead.how == "cue":
        return QuoteKind.SPEECH if count > 1 else QuoteKind.SCARE
    if lead.how == "embedded":
        return QuoteKind.SPEECH if count >= 2 else QuoteKind.SCARE
    least = 2 if line.text[pair.end + 1 : pair.end + 2] == "،" else 3
    said = count >= (least if _said_behind(line, pair) else SPEECH_WORDS) or _heads(line, count)
    return QuoteKind.SPEECH if said else QuoteKind.SCARE


def _titles(word: str) -> bool:
    """Whether a noun is followed by a title of any length: «بعنوان», «اسم»."""
    return word in words_of("titling") or word.removeprefix("و") in words_of("titling")


def _heads(line: Line, count: int) -> bool:
    """Whether a span in a headline is long enough to be somebody's words."""
    return line.role is Role.HEADLINE and count >= _HEADLINE_WORDS


def _said_behind(line: Line, pair: Pair) -> bool:
    """Whether a word of saying follows the span: «"…"، تقول الصحيفة»."""
    behind = line.word_at(pair.end)
    if behind >= len(line.words) or line.text[pair.end + 1 : line.words[behind].start].strip(" ،."):
        return False
    while behind + 1 < len(line.words) and line.words[behind].bare in words_of("so"):
        behind += 1
    cue, joined = cue_of(line.words[behind].bare)
    return cue is not None and not joined and cue.kind in ("verb", "relay")


def _goes_on(line: Line, pair: Pair) -> bool:
    """Whether the sentence goes on behind the span: «فلان: "…" سيغير», a headline's subject."""
    rest = line.text[pair.end + 1 : pair.end + 3]
    return len(rest) == 2 and rest[0] == " " and rest[1].isalpha() and rest[1] not in "وفب"


def _is_name(line: Line, pair: Pair, lead: Introduction, utterance: Utterance | None) -> bool:
    content = line.text[pair.start : pair.end]
    if not _ARABIC.search(content):
        return lead.how != "colon"
    if lead.how in ("colon", "complement") or _voice_and_words(line, pair, lead, utterance):
        return False
    if " ".join(map(bare, content.split())).replace(" ", "_") in words_of("famous"):
        return True
    inside = line.words[line.word_at(pair.start) : line.word_at(pair.end)]
    if len(inside) > 1 and is_organisation(inside[0].bare) and _of_a_body(inside):
        return not any(word.bare in words_of("stops") for word in inside[1:])
    if called_so(line, pair, lead.joined):
        return True
    plain = not (_tells(inside) or _describes(inside))
    doubted = len(inside) == 1 and _told_before(line, pair, utterance)
    definite = any(word.text.startswith("ال") for word in inside)
    if lead.joined == "ل" and len(inside) <= 4 and plain and (definite or not doubted):
        return True
    if lead.word in words_of("offices") and plain:
        return True
    if (
        lead.how == "none"
        and bears_office(lead.word)
        and plain
        and not inside[0].text.startswith("ال")
    ):
        return len(inside) in _PERSON
    if _qualifies(lead, inside):
        return False
    if _of_which_is_said(lead, utterance) or _verb_and_object(inside):
        return False
    if lead.word and names_something(lead.word):
        return True
    return not _tells(inside) and _keeps_company(line, pair, lead, utterance)


def _voice_and_words(
    line: Line, pair: Pair, lead: Introduction, utterance: Utterance | None
) -> bool:
    """«وأضافت الوزارة "…"»: a verb, a definite subject, and a whole clause of its words."""
    if utterance is None or utterance.cue.kind != "verb" or lead.how != "cue":
        return False
    between = line.word_at(pair.open) - line.word_at(utterance.end)
    count = line.word_at(pair.end) - line.word_at(pair.start)
    return between == 1 and lead.word.startswith("ال") and count >= SENTENCE


def _of_a_body(inside: tuple[Word, ...]) -> bool:
    """«جيش الإسلام», «هيئة تحرير الشام»: a body's noun, and what it is of."""
    return any(word.text.startswith("ال") for word in inside[1:3]) and len(inside) <= _BODY_WORDS


def _told_before(line: Line, pair: Pair, utterance: Utterance | None) -> bool:
    """Whether أن stands between the word of saying and the span: it is inside what is said."""
    if utterance is None:
        return False
    between = map(bare, line.text[utterance.end : pair.open].split())
    return any(word in words_of("complements") for word in between)


def _describes(inside: tuple[Word, ...]) -> bool:
    """«اعتداء إرهابي»: an indefinite noun and its adjective, as no name is made."""
    return (
        len(inside) > 1
        and inside[-1].bare.endswith(("ي", "ية"))
        and not any(word.text.startswith("ال") for word in inside)
    )


def _qualifies(lead: Introduction, inside: tuple[Word, ...]) -> bool:
    """«اتفاق "تكميلي"», «مجموعة "إرهابية"»: one indefinite adjective behind a common noun."""
    plain = lead.word.removeprefix("و").removeprefix("ب").removeprefix("ل")
    if len(inside) != 1 or plain not in words_of("abstract") | words_of("groups"):
        return False
    word = inside[0]
    return (
        not word.text.startswith("ال")
        and len(word.bare) > _ADJECTIVE
        and word.bare.endswith(("ي", "ية"))
    )


def _keeps_company(line: Line, pair: Pair, lead: Introduction, utterance: Utterance | None) -> bool:
    """Whether the words around a span make it a name."""
    inside = line.words[line.word_at(pair.start) : line.word_at(pair.end)]
    if lead.joined != "ب" and (_beside_organisation(line, pair) or _nationality(line, pair)):
        return True
    if lead.how == "none" and _acts(line, pair):
        return True
    if lead.how in ("none", "embedded") and _listed(line, pair, lead, inside):
        return True
    forms = {lead.word, lead.word.removeprefix("و")}
    if forms & words_of("relay_verbs") and lead.how != "cue":
        return True
    if utterance is None or utterance.cue.kind == "participle":
        return False
    between = line.text[utterance.end : pair.open].split()
    told = any(word in words_of("complements") for word in map(bare, between))
    subject = not told and not lead.joined and _is_subject(line, pair, utterance)
    return lead.how in ("cue", "embedded") and subject


def _tells(inside: tuple[Word, ...]) -> bool:
    """Whether the words make a sentence rather than a name: a negation, a pronoun, «سوف»."""
    if any(word.bare in _TELLING for word in inside) or _verb_and_object(inside):
        return True
    first = inside[0].bare if inside else ""
    return bool(_FUTURE.match(first)) and not first.startswith(_NO_FUTURE)


def _verb_and_object(inside: tuple[Word, ...]) -> bool:
    """«فقدت مصداقيتها»: a verb of hers and what is hers."""
    if len(inside) != _VERB_AND_OBJECT or inside[0].text.startswith("ال"):
        return False
    verb, owned = inside[0].bare, inside[1].bare
    return verb.endswith("ت") and len(verb) > 3 and owned.endswith(("ها", "هم"))


def _listed(line: Line, pair: Pair, lead: Introduction, inside: tuple[Word, ...]) -> bool:
    """A name by the company it keeps: «منها "…"», «أصدرت "القوائم الوطنية"», a list of names."""
    if lead.word in words_of("listing") and len(inside) <= 4:
        return True
    before = line.word_at(pair.open)
    issued = any(
        w.bare.removeprefix("و") in _ISSUED for w in line.words[max(0, before - 5) : before]
    )
    if issued and len(inside) > 1 and inside[0].text.startswith("ال"):
        return True
    text = line.text[pair.start : pair.end]
    items = [part.split() for part in re.split(r"،|,| و(?=\w)", text) if part.strip()]
    return len(items) > 2 and all(1 <= len(item) <= 3 for item in items)


def _beside_organisation(line: Line, pair: Pair) -> bool:
    """«وكالة الفضاء الأميركية "…"», «مطعمان هما "…"»: what has a name of its own stands before."""
    before = line.word_at(pair.open)
    if line.word_at(pair.end) - line.word_at(pair.start) > 5:
        return False
    skipped = False
    told = _verb_and_object(line.words[before : line.word_at(pair.end)])
    for back in range(before - 1, max(-1, before - _FROM_BODY), -1):
        word = line.words[back].bare
        if line.gap(back + 1).strip(' "“”«»') or word in words_of("stops") - _PRONOUNS:
            return False
        definite = word.startswith("ال")
        if word in _FIRMS:
            return True
        if skipped and back < before - 2:
            return False
        if is_organisation(word) and not definite and not skipped:
            return back < before - 1 and word not in _NAMELESS and not told
        if not skipped and _takes_a_name(word) and (back == before - 1 or _is_thing(word)):
            return True
        if not (definite or word in _PRONOUNS or word.endswith(_ADJECTIVES)):
            skipped = True
    return False


def _acts(line: Line, pair: Pair) -> bool:
    """«حازت "…" على ترخيص»: what stands right behind the sentence's verb does something."""
    before, behind = line.word_at(pair.open), line.word_at(pair.end)
    if before == 0 or behind >= len(line.words) or behind - before > 4:
        return False
    verb = line.words[before - 1]
    opens = line.word_at(line.sentence_start(verb.start)) == before - 1
    opens = opens or line.gap(before - 1).rstrip(" ").endswith(("--", "،"))
    plain = verb.bare.removeprefix("و")
    past = len(plain) > 3 and plain.endswith("ت") and not plain.startswith("ال")
    follows = line.words[behind].bare in _PREPOSITIONS
    return opens and past and follows and line.gap(before)[:-1] == " "


def _is_thing(word: str) -> bool:
    """Whether a noun, definite or in the dual, is a thing with a proper name."""
    plain = word.removeprefix("و").removeprefix("ال")
    two = plain[:-3] + "ة" if plain.endswith(("تان", "تين")) else plain
    forms = {plain, plain.removesuffix("ان"), plain.removesuffix("ين"), two}
    return bool(forms & words_of("things"))


def _of_which_is_said(lead: Introduction, utterance: Utterance | None) -> bool:
    """«إن الاتفاق "تاريخي"»: a definite abstract noun inside what somebody says."""
    plain = lead.word.removeprefix("و").removeprefix("ب").removeprefix("ل")
    definite = plain.startswith("ال") and plain.removeprefix("ال") in words_of("abstract")
    return utterance is not None and lead.how == "embedded" and definite


def _takes_a_name(word: str) -> bool:
    """Whether a noun, definite or in the dual, is one that has a name: «المطعم», «مطعمان»."""
    plain = word.removeprefix("و").removeprefix("ال")
    forms = [plain, plain.removesuffix("ان"), plain.removesuffix("ين")]
    if plain.endswith(("تان", "تين")):
        two = plain.removeprefix("ل")[:-3] + "ة"
        return two in words_of("named") or two in words_of("orgs")
    return any(form in words_of("named") and len(form) > 3 for form in forms)


def _nationality(line: Line, pair: Pair) -> bool:
    """«"…" البريطانية»: what has a country is a paper or a firm."""
    behind = line.word_at(pair.end)
    if behind >= len(line.words) or behind - line.word_at(pair.start) > 4:
        return False
    inside = line.words[line.word_at(pair.start) : behind]
    if any(word.bare in words_of("stops") for word in inside[1:]):
        return False
    word = line.words[behind].bare
    adjective = word.startswith("ال") and word.removesuffix("ة").endswith("ي") and len(word) > 5
    nation = word.removeprefix("ال").removesuffix("ة") in words_of("tail")
    return adjective and nation and line.text[pair.end + 1 : line.words[behind].start] == " "


def _is_subject(line: Line, pair: Pair, utterance: Utterance) -> bool:
    """A quoted subject: «وأقر "…" بأن», «نقلت "…" عن»: what was said comes behind it."""
    behind = line.word_at(pair.end)
    if behind >= len(line.words) or line.word_at(pair.end) - line.word_at(pair.start) > 5:
        return False
    gap = line.text[pair.end + 1 : line.words[behind].start]
    word = line.words[behind].bare
    if ":" in gap:
        return True
    carried = word == "عن" and utterance.cue.kind == "transmit"
    return not gap.strip(" ،") and (word in words_of("complements") or carried)


def repeats_name(line: Line, pair: Pair, names: frozenset[str]) -> bool:
    """Whether the span is a name that stands in quotation glyphs elsewhere in the piece."""
    return line.text[pair.start : pair.end].strip() in names
