"""A passage that stands twice in the piece."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
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
_FOLD = Fold.HAMZA | Fold.MAQSURA

_Runs = dict[int, tuple[int, int]]


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    return fold(word, _FOLD)


def _runs(words: tuple[Token, ...]) -> _Runs:
    """Runs of one text by checksum, the smallest of each stride, with their code points."""
    plain = [_plain(word.word) for word in words]
    sums = [crc32(" ".join(plain[at : at + RUN]).encode("utf-8", "surrogatepass"))
            for at in range(len(plain) - RUN + 1)]  # fmt: skip
    found: _Runs = {}
    for at in range(max(0, len(sums) - _STRIDE + 1)):
        place = min(range(at, at + _STRIDE), key=sums.__getitem__)
        found.setdefault(sums[place], (words[place].start, words[place + RUN - 1].end))
    return found


def _run(context: CheckContext) -> Iterator[Finding]:
    seen: dict[int, tuple[Slot, _Runs]] = {}
    for slot, runs in _twice(context):
        again = set() if seen.keys().isdisjoint(runs) else seen.keys() & runs.keys()
        if again:
            yield _finding(slot, runs, seen, again)
        new = runs.keys() - again if again else runs
        seen.update(dict.fromkeys(new, (slot, runs)))


def _in_slot(context: CheckContext, slot: Slot) -> _Runs:
    if slot.role not in PROSE:
        return {}
    return context.per_slot("runs", slot, lambda given: _runs(context.words(given)))


def _twice(context: CheckContext) -> tuple[tuple[Slot, _Runs], ...]:
    """The texts with a run that stands in several, with those runs only."""
    return context.once(RULE.id, _read_twice)


def _read_twice(context: CheckContext) -> tuple[tuple[Slot, _Runs], ...]:
    rows = context.rows("runs", partial(_in_slot, context))
    counters = context.memory.rows("runs.counted", rows, lambda runs: dict.fromkeys(runs, 1))
    times, changed = context.memory.count("runs", counters)
    twice: set[int] = context.memory.kept.setdefault("runs.twice", set())
    for each in changed:
        (twice.add if times.get(each, 0) > 1 else twice.discard)(each)
    several = context.memory.made("runs.several", (frozenset(twice),), lambda: frozenset(twice))
    return context.gathered("runs.told", partial(_of, context, several), given=several)


def _of(context: CheckContext, several: frozenset[int], slot: Slot) -> _Runs:
    runs = _in_slot(context, slot) if several else {}
    return {each: where for each, where in runs.items() if each in several}


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
    reads=lambda context: (_twice(context),),
)
