"""Names across pieces: where a piece writes a name otherwise than the register, and which names
of different pieces are probably one. Reads every article at hand; may take a while, any thread.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.reading import listed_words
from deskeditor.checks.spelling.speller import Speller
from deskeditor.checks.style.mixed_names import SHORTEST, alike
from deskeditor.domain.document import Document, Role
from deskeditor.domain.lexicon import Register, Scope
from deskeditor.domain.publication import Publication
from deskeditor.language.clitics import NAME_FRONTS, name_forms, without_front
from deskeditor.language.folding import Fold, fold
from deskeditor.language.tokens import words
from deskeditor.services.drafts import Drafts
from deskeditor.services.lexicon import LexiconBook

#: Which words of a document nobody knows, the publication's list aside, and how often each stands.
Unknown = Callable[[Document, frozenset[str]], "Counter[str]"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as it is read here."""

    id: str
    title: str
    document: Document


@dataclass(frozen=True, slots=True)
class Stray:
    """A piece that writes a name of the register otherwise: how, how often, and what is wanted."""

    article: str
    title: str
    written: str
    wanted: str
    count: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spellings that are probably one name, the commoner first, and a piece that has each."""

    name: str
    count: int
    other: str
    other_count: int
    article: str
    other_article: str


@dataclass(frozen=True, slots=True)
class Across:
    """What was found in so many pieces."""

    pieces: int
    strays: tuple[Stray, ...] = ()
    pairs: tuple[Pair, ...] = ()


def strays_in(piece: Piece, register: Register) -> Iterator[Stray]:
    """Unwanted spellings of one piece, each once."""
    wanted = {
        tuple(fold(variant, Fold.SPELLING).split()): entry.name
        for entry in register.names.values()
        for variant in entry.variants
    }
    firsts: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for variant in wanted:
        firsts[variant[0]].append(variant)
    found: Counter[tuple[str, ...]] = Counter()
    for line in _lines(piece.document):
        for at, word in enumerate(line):
            for form in name_forms(word):
                for variant in firsts.get(form, ()):
                    if tuple(line[at + 1 : at + len(variant)]) == variant[1:]:
                        found[variant] += 1
    for variant, count in found.items():
        yield Stray(piece.id, piece.title, " ".join(variant), wanted[variant], count)


def _lines(document: Document) -> Iterator[list[str]]:
    for slot in document.slots():
        if slot.role is not Role.NOTE:
            yield [token.word for token in words(slot.text.text)]


def unknown_in(document: Document, speller: Speller, listed: frozenset[str]) -> Counter[str]:
    """Words of a document that nobody knows and that nothing near explains: its new names."""
    lexicon = speller.listing(listed)
    found: Counter[str] = Counter()
    for line in _lines(document):
        for word in line:
            if len(word) < SHORTEST:
                continue
            entry = lexicon.entry(word)
            if entry.standing is Standing.UNKNOWN and not entry.candidates:
                found[word] += 1
    return found


def pairs_of(
    names: dict[str, tuple[int, str]], stopped: Callable[[], bool] = lambda: False
) -> tuple[Pair, ...]:
    """Names that are a letter apart; `names` says how often each stands and in which piece.

    Ends early where `stopped`, with what was found.
    """
    plain = _without_fronts(names)
    shelves: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for name in plain:
        shelves[name[0], len(name)].append(name)
    found: list[Pair] = []
    for (first, length), shelf in shelves.items():
        if stopped():
            break
        further = shelves.get((first, length + 1), [])
        for at, one in enumerate(shelf):
            others = (other for other in (*shelf[at + 1 :], *further) if alike(one, other))
            found.extend(_pair(one, other, plain) for other in others)
    return tuple(sorted(found, key=lambda pair: (-pair.count - pair.other_count, pair.name)))


def _without_fronts(names: dict[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """The names with what is joined to their front taken off, where the rest is a name here too."""
    plain: dict[str, tuple[int, str]] = {}
    for name, (count, article) in names.items():
        rests = (rest for _, rest in without_front(name, NAME_FRONTS) if rest in names)
        key = next(rests, name)
        held = plain.get(key, (0, article))
        plain[key] = held[0] + count, held[1]
    return plain


def _pair(one: str, other: str, names: dict[str, tuple[int, str]]) -> Pair:
    first, second = sorted((one, other), key=lambda name: -names[name][0])
    (count, article), (other_count, other_article) = names[first], names[second]
    return Pair(first, count, second, other_count, article, other_article)


class NamesAcross:
    """Reads a person's articles against the register of a publication."""

    def __init__(
        self,
        drafts: Drafts,
        lexicon: LexiconBook,
        unknown: Unknown,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Nothing is read yet; `unknown` says which words of a document nobody knows.

        `stopped` is asked before each piece: where it says so, what was read so far is the answer.
        """
        self._drafts, self._lexicon, self._unknown = drafts, lexicon, unknown
        self._stopped = stopped

    def read(self, publication: Publication, owner: str | None = None) -> Across:
        """Every article at hand (of one owner, where one is named)."""
        return self.across(self._pieces(owner), publication)

    def _pieces(self, owner: str | None) -> Iterator[Piece]:
        before = None
        while rows := self._drafts.rows(owner=owner, before=before):
            for row in rows:
                if self._stopped():
                    return
                yield Piece(row.id, row.title, self._drafts.open(row.id).document)
            before = rows[-1].updated, rows[-1].id

    def across(self, pieces: Iterable[Piece], publication: Publication) -> Across:
        """What these pieces write otherwise than the register and than one another."""
        register = self._lexicon.register(Scope.PUBLICATION, publication.id)
        listed = listed_words(self._lexicon.enrich(publication))
        strays: list[Stray] = []
        names: dict[str, tuple[int, str]] = {}
        number = 0
        for number, piece in enumerate(pieces, start=1):  # noqa: B007 - counted for the answer
            strays += strays_in(piece, register)
            for name, count in self._unknown(piece.document, listed).items():
                held = names.get(name, (0, piece.id))
                names[name] = held[0] + count, held[1]
        return Across(number, tuple(strays), pairs_of(names, self._stopped))
