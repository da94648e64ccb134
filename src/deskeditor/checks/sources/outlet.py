"""sources.outlet: a paper, a channel or an agency that tells what happened as if it had been there.

An outlet's own opinion («رأت الصحيفة») is its own; a fact it reports came to it from somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.channels import is_outlet
from deskeditor.checks.quotes.extract import SlotReading
from deskeditor.checks.quotes.phrases import Phrase
from deskeditor.checks.quotes.scan import bare
from deskeditor.checks.quotes.shared import text_in, texts_in
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.checks.rule import BODY_ROLES, DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Verbs that state a fact; those of opinion are left out.
_STATES = frozenset("قال ذكر اكد كشف اعلن افاد اوضح اورد بين".split())
_NEWS = frozenset("انباء الانباء للانباء اخبار الاخبار رويترز برس".split())
#: Words that say where the outlet has it from.
_FROM = re.compile(
    r"(?<![ء-ي])(?:[وف]?نقلا|[وف]?بحسب|[وف]?وفق\w*|[وف]?استنادا|[لبو]?(?:ال)?مصدر|[وب]?مصادر|مسؤول\w*"
    r"|(?:ال)?بيان|(?:ال)?تقرير|(?:ال)?دراسة|استطلاع|مقابلة|شهود|شاهد|وثائق|وثيقة|رسالة|مراسل\w*)"
    r"(?![ء-ي])"
)


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Outlets that say of a fact no more than that it is so."""
    return context.flat(RULE.id, lambda slot: _in_text(text_in(context, slot)), texts_in(context))


def _in_text(text: SlotReading) -> Iterator[Finding]:
    line = text.line
    for utterance in text.utterances if line.role in BODY_ROLES else ():
        phrase = utterance.phrase
        if phrase is None or not _as_a_witness(utterance):
            continue
        start, end = utterance.sentence
        if _FROM.search(line.text, phrase.end, end) or _FROM.search(
            line.text, start, utterance.start
        ):
            continue
        anchor = Anchor(line.address, phrase.start, phrase.end)
        yield RULE.finding(anchor, line.text[phrase.start : phrase.end], name=phrase.name)


def _as_a_witness(utterance: Utterance) -> bool:
    phrase = utterance.phrase
    states = utterance.cue.kind == "verb" and utterance.cue.lemma in _STATES
    if phrase is None or not states or utterance.passed_by is not None:
        return False
    others = [each for each in utterance.relays if each.anchor.start != phrase.start]
    return not others and _of_news(phrase)


def _of_news(phrase: Phrase) -> bool:
    """Whether it is an outlet, or an agency of news rather than of space or aid."""
    if phrase.head.removeprefix("ال") != "وكالة":
        return is_outlet(phrase.head)
    return any(word in _NEWS for word in bare(phrase.name).split())


RULE = DocumentRule(
    id="sources.outlet",
    category=Category.SOURCES,
    severity=Severity.HINT,
    title=Bilingual("وسيلة إعلام كأنها شاهد", "An outlet quoted as a witness"),
    message=Bilingual(
        "«{name}» وسيلة إعلام ولم تشهد الحدث: من أين لها الخبر؟ سمِّ مصدرها أو ارجع إليه",
        "“{name}” is an outlet and was not there: where does it have this from? Name its source",
    ),
    run=find,
    must_match=(
        "وذكرت صحيفة «المدينة» أن الجسر انهار وأن 3 عمال أصيبوا.",
        "وأفادت وكالة أنباء الشمال بأن السفينة غرقت 🚢 قبالة المرفأ.",
    ),
    must_not_match=(
        "وذكرت صحيفة «المدينة» نقلا عن مهندس في البلدية أن الجسر انهار.",
        "ورأت صحيفة «المدينة» أن القرار متسرع.",
        "وقالت وكالة الفضاء إن الصاروخ سينطلق يوم 5 أيار.",
        "ونقلت وكالة أنباء الشمال عن مدير المرفأ كريم الجبوري قوله إن 3 سفن غرقت.",
        "وذكرت صحيفة «المدينة» في تقرير لمراسلها أن الجسر انهار.",
    ),
)
