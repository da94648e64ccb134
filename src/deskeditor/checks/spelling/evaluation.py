"""How good the speller is on any texts: alarms on them as they are, and errors found in them.

`deskeditor language evaluate FOLDER` prints what stands here. Errors are put one at a time into a
copy of a text, at a word taken by chance from all its words of three letters and more that are
known. An error counts as found where the very word, from its first letter to its last, is shown in
class error or check; one shown as an unknown name (grey) counts apart, as noticed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from deskeditor.checks.context import CheckContext
from deskeditor.checks.memory import Memory
from deskeditor.checks.spelling.injecting import SHORTEST, Injection, injected
from deskeditor.checks.spelling.lexicon import Lexicon, Standing
from deskeditor.checks.spelling.reading import Judged, judged, listed_words
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
    """Of the errors of one kind: how many were put in, found, and rightly corrected first.

    `noticed` counts those shown in grey, as an unknown name: they are not found.
    """

    put: int = 0
    found: int = 0
    first: int = 0
    noticed: int = 0

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
    """What was measured; `per_thousand` is alarms by class in a thousand words as they came.

    `alarms` are those words, each with the first that is proposed for it (or nothing).
    """

    texts: int
    words: int
    per_thousand: Mapping[FindingClass, float]
    alarms: Mapping[FindingClass, tuple[tuple[str, str], ...]]
    recall: Mapping[Injection, Recall] = field(default_factory=dict)


def _plainly(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")


def texts_in(folder: Path, read: Callable[[Path], str] = _plainly) -> Iterator[str]:
    """The texts of a folder or a file: each .txt file, each line's `text` of a .jsonl file.

    `read` answers what stands in a file; what it raises is let through.
    """
    files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
    for file in files:
        if file.suffix == ".txt":
            yield clean_text(read(file))
        elif file.suffix == ".jsonl":
            for line in read(file).splitlines():
                yield clean_text(json.loads(line)["text"])


def document_of(text: str) -> Document:
    """A text as a document: each line that says something is a paragraph."""
    lines = enumerate(line for line in text.split("\n") if line.strip())
    return Document(blocks=tuple(Paragraph(f"b{n}", Inline(line)) for n, line in lines))


class Evaluator:
    """Runs the speller as the desk does, over documents."""

    def __init__(
        self, speller: Speller, *, seed: int = 1, publication: Publication | None = None
    ) -> None:
        """The same seed puts the same errors into the same texts."""
        self._speller = speller
        self._random = Random(seed)  # noqa: S311 - measuring, not hiding
        self._publication = publication or Publication("evaluation", "evaluation")
        self._lexicon: Lexicon = speller.listing(listed_words(self._publication))
        self._memory = Memory()

    def run(self, texts: Iterable[str], *, a_text: int = A_TEXT) -> Evaluation:
        """Alarms on the texts as they are, and what is found of errors put into them."""
        count, total = 0, 0
        alarms: dict[FindingClass, list[tuple[str, str]]] = {kind: [] for kind in _CLASSES}
        results: dict[Injection, Recall] = {kind: Recall() for kind in Injection}
        for text in texts:
            document = document_of(text)
            context = self._context(document)
            count += 1
            total += sum(len(context.words(slot)) for slot in context.slots)
            for one in judged(context):
                meant = one.doubt.candidates[:1]
                alarms[one.kind].append((one.doubt.token.word, meant[0] if meant else ""))
            for kind in Injection:
                for _ in range(a_text):
                    results[kind] = self._try(document, kind, results[kind])
        rates = {kind: 1000 * len(said) / max(1, total) for kind, said in alarms.items()}
        kept = {kind: tuple(said) for kind, said in alarms.items()}
        return Evaluation(count, total, rates, kept, results)

    def _context(self, document: Document) -> CheckContext:
        context = CheckContext(
            document, Details(), self._publication, speller=self._speller, memory=self._memory
        )
        context.begin(self._publication.id)
        return context

    def spoil(self, document: Document, kind: Injection) -> tuple[str, Token, str] | None:
        """A paragraph of the document, a word of it, and the error to put in its place."""
        fit = [
            (block.id, token)
            for block in document.blocks
            if isinstance(block, Paragraph)
            for token in words(block.text.text)
            if len(token.word) >= SHORTEST and token.word == token.text
        ]
        self._random.shuffle(fit)
        for name, token in fit:
            if self._lexicon.entry(token.word).standing >= Standing.ESTABLISHED:
                wrong = injected(token.word, kind, self._lexicon.knows, self._random)
                if wrong is not None:
                    return name, token, wrong
        return None

    def _try(self, document: Document, kind: Injection, so_far: Recall) -> Recall:
        chosen = self.spoil(document, kind)
        if chosen is None:
            return so_far
        name, token, wrong = chosen
        line = document.text_at(Address(name)) or Inline("")
        text = line.replace(token.start, token.end, wrong)
        spoiled = document.with_block(Paragraph(name, text))
        shown = [one for one in judged(self._context(spoiled)) if _is_at(one, name, token.start)]
        found = any(one.kind in _SHOWN for one in shown)
        right = found and shown[0].doubt.candidates[:1] == (token.word,)
        return Recall(
            so_far.put + 1,
            so_far.found + found,
            so_far.first + right,
            so_far.noticed + (bool(shown) and not found),
        )


def _is_at(one: Judged, block: str, start: int) -> bool:
    """Whether what is shown is the word that begins there: a word has at most one doubt."""
    return one.slot.address.block == block and one.doubt.token.start == start


def evaluate(
    texts: Iterable[str], speller: Speller, *, seed: int = 1, publication: Publication | None = None
) -> Evaluation:
    """Measure the speller on texts; the publication's own words are never questioned."""
    return Evaluator(speller, seed=seed, publication=publication).run(texts)


def commonest(
    evaluation: Evaluation, kind: FindingClass, most: int = 20
) -> list[tuple[str, str, int]]:
    """The words most often shown in a class with what is proposed, to see what its alarms are."""
    counted = Counter(evaluation.alarms[kind]).most_common(most)
    return [(word, meant, times) for (word, meant), times in counted]
