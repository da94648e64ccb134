"""A name of the headline that the body writes otherwise, or does not have at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

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
    reading = reading_in(context)
    above = [line for line in reading.lines if line.role in _ABOVE]
    body = [line for line in reading.lines if line.role not in _ABOVE]
    if not above or not body:
        return
    read = context.gathered("names.forms", partial(_forms, context), texts_in(context))
    known = [forms for _, forms in read]
    for line in above:
        if len(line.words) > LONGEST:
            continue
        missing = [word for word in line.words if not _stands(word, known)]
        told = list(_misspelled(context, line, missing, body)) if missing else []
        yield from told or _absent(line, missing)


def _forms(context: CheckContext, slot: Slot) -> frozenset[str] | None:
    """Every word of a text of the body, in each form a name may have in it."""
    if slot.role in _ABOVE:
        return None
    line = line_in(context, slot)
    return frozenset(form for word in line.words for form in name_forms(word.bare))


def _stands(word: Word, known: list[frozenset[str]]) -> bool:
    forms = frozenset(name_forms(word.bare))
    return any(not forms.isdisjoint(there) for there in known)


def _misspelled(
    context: CheckContext, line: Line, missing: list[Word], body: list[Line]
) -> Iterator[Finding]:
    """Words of the headline that are nearly a name of the body."""
    names = (*reading_in(context).names.people.values(), *(one.name for one in context.sources))
    parts = sorted({part for name in names for part in map(bare, name.split())})
    for word in missing:
        forms = tuple(name_forms(word.bare))
        near = next((part for part in parts if any(_near(form, part) for form in forms)), None)
        place = _written(body, near) if near is not None else None
        if place is not None:
            anchor = Anchor(line.address, word.start, word.end)
            yield RULE.finding(anchor, word.text, body=place[0], related=(place[1],))


def _near(word: str, name: str) -> bool:
    """One slip away, not at the first letter, and no ending: «البدري» and «البدوي»."""
    if abs(len(word) - len(name)) > 1 or word[0] != name[0] or len(word) < _SHORTEST:
        return False
    if word.startswith(name) or name.startswith(word) or word[:-1] == name[:-1]:
        return False
    return DamerauLevenshtein.distance(word, name, score_cutoff=1) == 1


def _written(body: list[Line], name: str) -> tuple[str, Anchor] | None:
    """The first place of the body that has the name, and its words there."""
    for line in body:
        for word in line.words:
            if name in name_forms(word.bare):
                return word.text, Anchor(line.address, word.start, word.end)
    return None


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
)
