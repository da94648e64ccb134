"""A passage that stands twice in the piece."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Topic
from deskeditor.checks.style.reading import PROSE
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, fold
from deskeditor.language.tokens import Token

#: Words of a run that is compared; of every `_STRIDE` runs one is kept, so that each passage of
#: 14 words and more is found.
RUN, _STRIDE = 9, 6

_Runs = dict[int, tuple[int, int]]


def _runs(words: tuple[Token, ...]) -> _Runs:
    """Runs of one text by checksum, the smallest of each stride, with their code points."""
    plain = [fold(word.word, Fold.HAMZA | Fold.MAQSURA) for word in words]
    sums = [crc32(" ".join(plain[at : at + RUN]).encode("utf-8", "surrogatepass"))
            for at in range(len(plain) - RUN + 1)]  # fmt: skip
    found: _Runs = {}
    for at in range(max(0, len(sums) - _STRIDE + 1)):
        place = min(range(at, at + _STRIDE), key=sums.__getitem__)
        found.setdefault(sums[place], (words[place].start, words[place + RUN - 1].end))
    return found


def _run(context: CheckContext) -> Iterator[Finding]:
    seen: dict[int, tuple[Slot, _Runs]] = {}
    for slot, runs in context.gathered("runs", lambda given: _in_slot(context, given)):
        again = set() if seen.keys().isdisjoint(runs) else seen.keys() & runs.keys()
        if again:
            yield _finding(slot, runs, seen, again)
        new = runs.keys() - again if again else runs
        seen.update(dict.fromkeys(new, (slot, runs)))


def _in_slot(context: CheckContext, slot: Slot) -> _Runs:
    return _runs(context.words(slot)) if slot.role in PROSE else {}


def _finding(
    slot: Slot, runs: _Runs, seen: dict[int, tuple[Slot, _Runs]], again: set[int]
) -> Finding:
    start = min(runs[each][0] for each in again)
    end = max(runs[each][1] for each in again)
    first = min(again, key=lambda each: runs[each][0])
    anchor = Anchor(slot.address, start, end)
    text = slot.text.text[start:end]
    there, theirs = seen[first]
    related = (Anchor(there.address, *theirs[first]),)
    return RULE.finding(anchor, text, related=related, count=len(text.split()))


_PASSAGE = (
    "أعلنت الوزارة أن أعمال الصيانة في الجسر القديم شمال المدينة ستنتهي قبل نهاية الشهر المقبل"
)
RULE = DocumentRule(
    id="style.repeated-passage",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.READING,
    title=Bilingual("مقطع مكرر", "Repeated passage"),
    message=Bilingual(
        "ورد هذا بنصه قبل ذلك في المادة (عدد الكلمات {count}): احذف أحد الموضعين.",
        "{count} words already stand earlier in the piece: take one of them out.",
    ),
    must_match=(f"{_PASSAGE} 😀.\n\nوأضاف بيان WHO: {_PASSAGE} بعد 25 يوما.",),
    must_not_match=(
        f"{_PASSAGE} 😀.\n\nوقالت الوزارة إن أعمال الصيانة في جسر آخر بدأت وفق WHO.",
        "قال الوزير.\n\nقال الوزير 😀.",
    ),
    run=_run,
)
