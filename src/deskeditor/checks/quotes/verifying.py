"""How well quotations are held against texts: their own, other people's, and with words changed.

Owns the making of the changed versions: one word replaced, taken out or put in, a negation put in,
a figure changed. The same seed makes the same versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from deskeditor.domain.quotes import Comparison, Verdict
from deskeditor.language.alignment import hold
from deskeditor.language.folding import Fold, fold

#: Shorter quotations say too little once a word of them is another.
SHORTEST = 4
#: Other texts each quotation is held against.
OTHERS = 5
_MARKS = '،.؟!:؛()"“”«»…-/'


@dataclass(slots=True)
class Held:
    """Counts: of `of` quotations how many came out right, by what was done to them."""

    right: dict[str, int] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, *, right: bool) -> None:
        """One more."""
        self.of[name] = self.of.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + right

    def percent(self, name: str) -> float:
        """Right among all of one kind, in percent."""
        return 100 * self.right.get(name, 0) / self.of[name] if self.of.get(name) else 0.0


def held_against(
    quotations: Sequence[tuple[int, str]], texts: Sequence[str], seed: int = 1
) -> Held:
    """Every quotation against its own text, some others, and its own after a change.

    Args:
        quotations: the number of its text, and its words without the glyphs.
        texts: the texts.
        seed: which others and which changes.

    The counts are `own` (verbatim), `others` (not found), and by change those that are shown as
    altered with the very words changed; negations and figures must be loud.
    """
    random = Random(seed)  # noqa: S311 - measuring, not hiding
    answer = Held()
    words = [word for text in texts for word in text.split() if word.isalpha() and len(word) > 3]
    for number, quoted in quotations:
        own = hold(quoted, texts[number])
        answer.count("own", right=own.verdict is Verdict.VERBATIM)
        others = [other for other in range(len(texts)) if other != number]
        for other in random.sample(others, min(OTHERS, len(others))):
            found = hold(quoted, texts[other])
            answer.count("others", right=found.verdict is Verdict.NOT_FOUND)
        for change in ("replaced", "taken_out", "put_in", "negated", "figure"):
            made = _changed(quoted.split(), change, words, random)
            if made is None:
                continue
            shown = hold(" ".join(made[0]), texts[number])
            answer.count(change, right=_shows(shown, made[1], loud=change in ("negated", "figure")))
    return answer


def _changed(
    words: list[str], change: str, others: Sequence[str], random: Random
) -> tuple[list[str], frozenset[str]] | None:
    """The words after one change, and the folded words that must be shown; None where none fits."""
    if len(words) < SHORTEST or not others:
        return None
    place = random.randrange(1, len(words) - 1)
    other = random.choice(others)
    if change == "figure":
        figures = [at for at, word in enumerate(words) if any(c.isdigit() for c in word)]
        if not figures:
            return None
        place = figures[0]
        other = "".join(str((int(c) + 3) % 10) if c.isdigit() else c for c in words[place])
    put = {"negated": ["لم"], "taken_out": []}.get(change, [other])
    kept = words[place + (change in ("replaced", "taken_out", "figure")) :]
    made = [*words[:place], *put, *kept]
    gone = words[place : len(words) - len(kept)]
    if [*map(_plain, made)] == [*map(_plain, words)]:
        return None
    return made, frozenset(_plain(word) for word in (*put, *gone)) - {""}


def _plain(word: str) -> str:
    return fold(word.strip(_MARKS), Fold.ORTHOGRAPHIC)


def _shows(found: Comparison, wanted: frozenset[str], *, loud: bool) -> bool:
    """Whether it is shown as altered in these words, and in at most one more."""
    shown = {
        _plain(word)
        for change in found.changes
        for word in f"{change.quoted} {change.evidenced}".split()
    }
    told = not loud or any(change.loud for change in found.changes)
    named = wanted <= shown and len(shown - wanted) <= 1
    return found.verdict is Verdict.ALTERED and told and named
