"""How good the speller is on any texts: alarms on them as they are, and errors found in them.

`deskeditor language evaluate FOLDER` prints what stands here. An error counts as found where the
very word is shown in class error or check; an unknown name (grey) does not count.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from deskeditor.checks.context import CheckContext
from deskeditor.checks.spelling.injecting import SHORTEST, Injection, injected
from deskeditor.checks.spelling.lexicon import Lexicon, Standing
from deskeditor.checks.spelling.reading import Judged, judged
from deskeditor.checks.spelling.speller import Speller
from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Inline, Paragraph, clean_text
from deskeditor.domain.findings import FindingClass
from deskeditor.domain.publication import Publication
from deskeditor.language.tokens import Token, words

#: Errors of each kind put into one text, each alone in a copy of its paragraph.
A_TEXT = 8
#: Classes that are alarms; what the desk knows is none.
_CLASSES = tuple(kind for kind in FindingClass if kind is not FindingClass.KNOWN)
_SHOWN = (FindingClass.ERROR, FindingClass.CHECK)


@dataclass(frozen=True, slots=True)
class Recall:
    """Of the errors of one kind: how many were put in, found, and rightly corrected first."""

    put: int = 0
    found: int = 0
    first: int = 0

    @property
    def percent(self) -> float:
        """Found among those put in, in percent."""
        return 100 * self.found / self.put if self.put else 0.0

    @property
    def first_percent(self) -> float:
        """Whose first suggestion is the right word, among those found, in percent."""
        return 100 * self.first / self.found if self.found else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured; `per_thousand` is alarms by class in a thousand words as they came."""

    texts: int
    words: int
    per_thousand: Mapping[FindingClass, float]
    alarms: Mapping[FindingClass, tuple[str, ...]]
    recall: Mapping[Injection, Recall] = field(default_factory=dict)


def texts_in(folder: Path) -> Iterator[str]:
    """The texts of a folder or a file: each .txt file, each line's `text` of a .jsonl file."""
    files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
    for file in files:
        if file.suffix == ".txt":
            yield clean_text(file.read_text("utf-8", errors="replace"))
        elif file.suffix == ".jsonl":
            for line in file.read_text("utf-8").splitlines():
                yield clean_text(json.loads(line)["text"])


def document_of(text: str) -> Document:
    """A text as a document: each line that says something is a paragraph."""
    lines = enumerate(line for line in text.split("\n") if line.strip())
    return Document(blocks=tuple(Paragraph(f"b{n}", Inline(line)) for n, line in lines))


class Evaluator:
    """Runs the speller as the desk does, over documents."""

    def __init__(self, speller: Speller, *, seed: int = 1) -> None:
        """The same seed puts the same errors into the same texts."""
        self._speller = speller
        self._random = Random(seed)  # noqa: S311 - measuring, not hiding
        self._publication = Publication("evaluation", "evaluation")
        self._lexicon: Lexicon = speller.listing(frozenset())

    def run(self, texts: Iterable[str]) -> Evaluation:
        """Alarms on the texts as they are, and what is found of errors put into them."""
        count, total = 0, 0
        alarms: dict[FindingClass, list[str]] = {kind: [] for kind in _CLASSES}
        results: dict[Injection, Recall] = {kind: Recall() for kind in Injection}
        for text in texts:
            document = document_of(text)
            context = self._context(document)
            count += 1
            total += sum(len(context.words(slot)) for slot in context.slots)
            for one in judged(context):
                alarms[one.kind].append(one.doubt.token.word)
            for kind in Injection:
                for _ in range(A_TEXT):
                    results[kind] = self._try(document, kind, results[kind])
        rates = {kind: 1000 * len(said) / max(1, total) for kind, said in alarms.items()}
        kept = {kind: tuple(said) for kind, said in alarms.items()}
        return Evaluation(count, total, rates, kept, results)

    def _context(self, document: Document) -> CheckContext:
        return CheckContext(document, Details(), self._publication, speller=self._speller)

    def spoil(self, document: Document, kind: Injection) -> tuple[str, Token, str] | None:
        """A paragraph of the document, a word of it, and the error to put in its place."""
        blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
        if not blocks:
            return None
        block = self._random.choice(blocks)
        chosen = self._victim(block.text.text, kind)
        return None if chosen is None else (block.id, *chosen)

    def _try(self, document: Document, kind: Injection, so_far: Recall) -> Recall:
        chosen = self.spoil(document, kind)
        if chosen is None:
            return so_far
        name, token, wrong = chosen
        line = document.text_at(Address(name)) or Inline("")
        text = line.replace(token.start, token.end, wrong)
        spoiled = document.with_block(Paragraph(name, text))
        for one in judged(self._context(spoiled)):
            if _hit(one, name, token.start):
                right = one.doubt.candidates[:1] == (token.word,)
                return Recall(so_far.put + 1, so_far.found + 1, so_far.first + right)
        return Recall(so_far.put + 1, so_far.found, so_far.first)

    def _victim(self, text: str, kind: Injection) -> tuple[Token, str] | None:
        fit = [t for t in words(text) if len(t.word) >= SHORTEST and t.word == t.text]
        self._random.shuffle(fit)
        for token in fit[:20]:
            if self._lexicon.entry(token.word).standing is Standing.KNOWN:
                wrong = injected(token.word, kind, self._lexicon.knows, self._random)
                if wrong is not None:
                    return token, wrong
        return None


def _hit(one: Judged, block: str, start: int) -> bool:
    same = one.slot.address.block == block and one.doubt.token.start == start
    return same and one.kind in _SHOWN


def evaluate(texts: Iterable[str], speller: Speller, *, seed: int = 1) -> Evaluation:
    """Measure the speller on texts."""
    return Evaluator(speller, seed=seed).run(texts)


def commonest(evaluation: Evaluation, kind: FindingClass, most: int = 20) -> list[tuple[str, int]]:
    """The words most often shown in a class, to see what its alarms are."""
    return Counter(evaluation.alarms[kind]).most_common(most)
