"""The few words around what was found, with the found words marked.

Pure; ranges are code points of the snippet, `[start, end)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deskeditor.domain.search import Term
from deskeditor.language.search_words import asked, readings, words_of
from deskeditor.language.tokens import Token, tokenise

#: Code points a snippet shows at most, the dots at its ends left out.
WIDTH = 160
_DOTS = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some of a text, and which words of it were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def best_snippet(texts: Iterable[str], terms: Iterable[Term]) -> Snippet:
    """The snippet of the text that holds the most different terms; of equals the first.

    Without any match it is the beginning of the first text that has words.
    """
    wanted = tuple(term for term in terms if not term.excluded)
    best, most, first = Snippet(""), 0, ""
    for text in texts:
        first = first or text
        found = list(_matches(text, wanted))
        many = len({number for number, _, _ in found})
        if many > most:
            best, most = _cut(text, [(start, end) for _, start, end in found]), many
    return best if most else _cut(first, [])


def _matches(text: str, terms: tuple[Term, ...]) -> Iterable[tuple[int, int, int]]:
    """`(term, start, end)` of every place where a term stands."""
    said: list[tuple[str, Token]] = [
        (word, token) for token in tokenise(text) for word in words_of(token)
    ]
    for place in range(len(said)):
        for number, term in enumerate(terms):
            if _stands(said, place, term):
                last = said[place + len(term.words) - 1][1]
                yield number, said[place][1].start, last.end


def _stands(said: list[tuple[str, Token]], place: int, term: Term) -> bool:
    there = [word for word, _ in said[place : place + len(term.words)]]
    if len(there) < len(term.words):
        return False
    if len(there) == 1:
        forms = asked(term.words[0])
        return any(
            word in forms or (term.prefix and word.startswith(forms))
            for word in (there[0], *readings(there[0]))
        )
    *before, last = zip(there, term.words, strict=True)
    ends = last[0].startswith(last[1]) if term.prefix else last[0] == last[1]
    return ends and all(one == other for one, other in before)


def _cut(text: str, marks: list[tuple[int, int]]) -> Snippet:
    """A window of whole words around the first mark, with the marks inside it."""
    first = marks[0][0] if marks else 0
    start = max(0, min(first - WIDTH // 3, len(text) - WIDTH))
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else first
    end = min(len(text), start + WIDTH)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    before, after = (_DOTS if start else ""), (_DOTS if end < len(text) else "")
    shift = len(before) - start
    inside = tuple((s + shift, e + shift) for s, e in marks if s >= start and e <= end)
    shown = " ".join(text[start:end].split("\n"))
    return Snippet(f"{before}{shown}{after}", inside)
