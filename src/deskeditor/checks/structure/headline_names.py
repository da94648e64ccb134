"""A name of the headline that the body writes otherwise, or does not have at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain

from rapidfuzz.distance import DamerauLevenshtein

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.phrases import is_title, read_phrase
from deskeditor.checks.quotes.scan import Line, Word, bare
from deskeditor.checks.quotes.shared import line_in, reading_in, texts_in
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.checks.structure.claims import LONGEST
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.clitics import name_forms

_ABOVE = frozenset({Role.HEADLINE, Role.DECK, Role.KICKER})
#: The shortest name that is compared letter by letter.
_SHORTEST = 5
#: What a verb of the present begins with; few names do.
_VERBS = "يتنس"


def _run(context: CheckContext) -> Iterator[Finding]:
    written = _written(context)
    near = _near_names(context)
    for line in _headings(context):
        missing = _missing(context, line)
        told: list[Finding] = []
        for word in missing:
            place = written.get(near.get(word.bare, ""))
            if place is not None:
                anchor = Anchor(line.address, word.start, word.end)
                told.append(RULE.finding(anchor, word.text, body=place[0], related=(place[1],)))
        yield from told or _absent(line, missing)


def _headings(context: CheckContext) -> tuple[Line, ...]:
    """The lines above the body that are no longer than a headline; none where there is no body."""
    return context.once("names.headings", _read_headings)


def _read_headings(context: CheckContext) -> tuple[Line, ...]:
    above = context.picked("names.above", texts_in(context), lambda slot: slot.role in _ABOVE)
    if len(above) == len(texts_in(context)):
        return ()
    lines = (line_in(context, slot) for slot in above)
    return tuple(line for line in lines if len(line.words) <= LONGEST)


def _wanted(context: CheckContext) -> frozenset[str]:
    """Every form of the words above the body."""
    lines = _headings(context)
    forms = (form for line in lines for word in line.words for form in name_forms(word.bare))
    return context.memory.made("names.wanted", lines, lambda: frozenset(forms))


def _known(context: CheckContext) -> frozenset[str]:
    """Which of these stand in the body, whatever is joined to them there."""
    return context.once("names.known", _read_known)


def _read_known(context: CheckContext) -> frozenset[str]:
    wanted = _wanted(context)
    if not wanted:
        return wanted
    rows = context.rows(
        "names.known", partial(_in_body, context, wanted), texts_in(context), wanted
    )
    return context.memory.made("names.known", (rows,), lambda: frozenset().union(*rows))


def _in_body(context: CheckContext, wanted: frozenset[str], slot: Slot) -> frozenset[str]:
    if slot.role in _ABOVE:
        return frozenset()
    words = line_in(context, slot).bares
    return wanted.intersection(chain.from_iterable(map(_forms, words)))


@lru_cache(maxsize=65_536)
def _forms(word: str) -> tuple[str, ...]:
    return tuple(name_forms(word))


def _missing(context: CheckContext, line: Line) -> list[Word]:
    """The words of a headline that stand nowhere in the body."""
    known = _known(context)
    return [word for word in line.words if known.isdisjoint(name_forms(word.bare))]


def _near_names(context: CheckContext) -> dict[str, str]:
    """For each missing word the first name of the piece it is nearly, where there is one."""
    words = frozenset(word.bare for line in _headings(context) for word in _missing(context, line))
    missing = context.memory.made("names.missing", (words,), lambda: words)
    if not missing:
        return {}
    sources = context.sources
    named = context.memory.made("names.sources", (sources,), lambda: tuple(s.name for s in sources))
    reading = reading_in(context)
    return context.memory.made(
        "names.near", (missing, named, reading.told),
        lambda: dict(_pairs(missing, (*reading.names.people.values(), *named))),
    )  # fmt: skip


def _pairs(missing: frozenset[str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    parts = sorted({part for name in names for part in map(bare, name.split())})
    for word in missing:
        forms = tuple(name_forms(word))
        near = next((part for part in parts if any(_near(form, part) for form in forms)), None)
        if near is not None:
            yield word, near


def _written(context: CheckContext) -> dict[str, tuple[str, Anchor]]:
    """The first place of the body that has each of the near names, and its words there."""
    names = frozenset(_near_names(context).values())
    if not names:
        return {}
    rows = context.flat("names.written", partial(_places, context, names), texts_in(context), names)
    found: dict[str, tuple[str, Anchor]] = {}
    for name, text, anchor in rows:
        found.setdefault(name, (text, anchor))
    return found


def _places(
    context: CheckContext, names: frozenset[str], slot: Slot
) -> Iterator[tuple[str, str, Anchor]]:
    if slot.role in _ABOVE:
        return
    line = line_in(context, slot)
    for word in line.words:
        for name in names.intersection(name_forms(word.bare)):
            yield name, word.text, Anchor(line.address, word.start, word.end)


def _reads(context: CheckContext) -> tuple[object, ...]:
    """The headline, which of its words the body has, and the near names with their places."""
    return _headings(context), _known(context), _near_names(context), _written(context)


def _near(word: str, name: str) -> bool:
    """One slip away, not at the first letter, and no ending: «البدري» and «البدوي»."""
    if abs(len(word) - len(name)) > 1 or word[0] != name[0] or len(word) < _SHORTEST:
        return False
    if word.startswith(name) or name.startswith(word) or word[:-1] == name[:-1]:
        return False
    return DamerauLevenshtein.distance(word, name, score_cutoff=1) == 1


def _absent(line: Line, missing: list[Word]) -> Iterator[Finding]:
    """Somebody with a title in the headline who is nowhere below."""
    for index, word in enumerate(line.words):
        if not is_title(word.bare):
            continue
        phrase = read_phrase(line, index, len(line.text))
        if phrase is None or not phrase.title or phrase.title_only or phrase.organisation:
            continue
        if not phrase.title.split()[-1].startswith("ال"):  # «وزير سابق»: nobody by name
            continue
        first = line.word_at(phrase.start)
        names = [w for w in line.words[first : first + 2] if w.end <= phrase.end]
        if names and names[0].bare[0] not in _VERBS and all(one in missing for one in names):
            anchor = Anchor(line.address, names[0].start, names[-1].end)
            yield RULE.finding(anchor, line.text[names[0].start : names[-1].end], message=_ABSENT)
            return


_ABSENT = Bilingual(
    "«{text}» في العنوان ولا ذكر له في المتن: تحقق من الاسم",
    "“{text}” is in the headline and nowhere in the body: check the name",
)

RULE = DocumentRule(
    id="structure.headline-names",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("اسم في العنوان غير اسم المتن", "Headline and body name differently"),
    message=Bilingual(
        "في العنوان «{text}» وفي المتن «{body}»: أيهما الصحيح؟",
        "The headline has “{text}”, the body “{body}”: which is right?",
    ),
    must_match=(
        Example(
            "قال وزير النقل هاشم الزبيدي إن الجسر يفتح غدا 😀.",
            headline="الزيبدي يعلن موعد افتتاح الجسر",
            found="الزيبدي",
        ),
        Example(
            "افتتح وزير النقل هاشم الزبيدي الجسر 😀 أمس.",
            headline="الوزير كامل السعدي يفتتح الجسر",
            found="كامل السعدي",
        ),
    ),
    must_not_match=(
        Example(
            "قال وزير النقل هاشم الزبيدي إن الجسر يفتح غدا 😀.",
            headline="الزبيدي يعلن موعد افتتاح الجسر",
        ),
        Example("قال هاشم الزبيدي إن الجسر يفتح 😀.", headline="الوزير السابق يحدد موعد الافتتاح"),
        Example("أعلنت الوزارة أن الجسر يفتح غدا 😀.", headline="الوزارة تعلن موعد الافتتاح"),
    ),
    run=_run,
    reads=_reads,
)
