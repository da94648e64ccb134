"""Who is meant: short names joined to full ones, «الصحيفة» and «البيان» to what they point at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from deskeditor.checks.quotes.lexicon import cues, words_of
from deskeditor.checks.quotes.phrases import Phrase, is_title, read_phrase
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.domain.document import Address

_ONE_OF = frozenset({"احد", "احدى"})
_FIRST_OF_THREE = frozenset("عبد ابو آل ال".split())
_SECOND_OF_THREE = frozenset("بن ال آل ابو عبد دي فان فون".split())
_STATEMENTS = frozenset({"البيان", "بيان"})


class Spoken(NamedTuple):
    """What one phrase adds to the names of a piece; `last` and `head` are empty where nothing."""

    name: str
    title: str
    last: str
    head: str
    start: int

    @classmethod
    def of(cls, phrase: Phrase) -> Spoken:
        """What somebody who speaks adds."""
        parts = phrase.name.split()
        person = not phrase.organisation and not phrase.title_only
        full = person and 2 <= len(parts) <= 5 and bool(phrase.title or phrase.head)
        pointed = phrase.head and (phrase.title or phrase.organisation or phrase.title_only)
        points = pointed and (len(parts) > 1 or phrase.title)
        return cls(
            phrase.name, phrase.title, bare(parts[-1]) if full else "",
            phrase.head.removeprefix("و").removeprefix("ال") if points else "", phrase.start,
        )  # fmt: skip

    @classmethod
    def titled(cls, phrase: Phrase) -> Spoken:
        """What somebody who bears a title adds."""
        last = bare(phrase.name.split()[-1])
        return cls(phrase.name, phrase.title, last, "", phrase.start)


@dataclass(slots=True)
class Names:
    """The names of one piece.

    Attributes:
        people: bare family name → full name, the first one that stood.
        titles: full name → title.
        heads: bare noun → where a name with it stands (line, start) and the name, in order.
        issuer: whose statement was the last.
    """

    people: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    heads: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    issuer: str = ""
    _stands: list[tuple[str, Address, str]] = field(default_factory=list)

    def add(self, said: Spoken, line: int, address: Address) -> None:
        """Remember a phrase of a line: its full name, its title, what its head noun points at."""
        if said.last:
            self.people.setdefault(said.last, said.name)
            if said.title:
                self.titles.setdefault(said.name, said.title)
        if said.head:
            self._point(said.head, said.start, said.name, line, address)

    def _point(self, head: str, start: int, name: str, line: int, address: Address) -> None:
        self.heads.setdefault(head, []).append((line, start, name))
        self._stands.append((head, address, name))

    def digest(self) -> object:
        """Equal for two states of a piece where a line that kept its place among those that
        changed is told the same of the names outside it.
        """
        return self.people, self.titles, self._stands

    def full(self, phrase: Phrase, line: int) -> str:
        """The fullest name the piece gives for what the phrase, in this line, names."""
        parts = [bare(part) for part in phrase.name.split()]
        if not parts:
            return phrase.name
        if parts[0] in _STATEMENTS and len(parts) == 1 and self.issuer:
            return f"بيان {self.issuer}"
        if len(parts) == 1 and parts[0] in self.people:
            return self.people[parts[0]]
        if (
            len(parts) == 1
            and parts[0].startswith("ال")
            and (phrase.organisation or phrase.title_only)
        ):
            known = self.heads.get(parts[0].removeprefix("ال"))
            if not known:
                return phrase.name
            place = bisect_left(known, (line, phrase.start, ""))
            if place:
                return known[place - 1][2]
            return known[0][2] if len({name for *_, name in known}) == 1 else phrase.name
        return phrase.name

    def subject(self, phrase: Phrase) -> Phrase:
        """The part of a phrase that is the subject of a verb whose object follows at once."""
        words = phrase.name.split()
        if bare(words[0]) in _ONE_OF:
            words = words[:2]
            name = " ".join(words)
            return replace(phrase, name=name, end=phrase.start + len(name))
        if phrase.title_only or len(words) == 1:
            return phrase
        if len(words) > 1 and words[1].startswith("ال") and self._known(words[:1]):
            return replace(phrase, name=words[0], end=phrase.start + len(words[0]))
        keep = _object_begins(words, body=phrase.organisation or words[0].startswith("ال"))
        if keep is None:
            known = (count for count in (4, 3, 2, 1) if self._known(words[:count]))
            keep = next(known, min(len(words), 4))
        name = " ".join(words[:keep])
        return replace(phrase, name=name, end=phrase.start + len(name), reach=phrase.reach)

    def _known(self, words: list[str]) -> bool:
        full = self.people.get(bare(words[-1]))
        return full is not None and full.endswith(" ".join(words))

    def title(self, name: str, phrase: Phrase) -> str:
        """The title the piece gives a name."""
        return phrase.title or self.titles.get(name, "")

    def add_outlets(self, phrases: tuple[Phrase, ...], line: int, address: Address) -> None:
        """Remember the outlets a line names: what «الصحيفة» behind them points at."""
        for phrase in phrases:
            self._point(phrase.head, phrase.start, phrase.name, line, address)

    def add_titled(self, said: Spoken) -> None:
        """Remember somebody who is named with a title, whether he speaks or not."""
        self.people.setdefault(said.last, said.name)
        self.titles.setdefault(said.name, said.title)


def _object_begins(words: list[str], *, body: bool) -> int | None:
    """Where the object begins behind a subject: «فلان الفلاني القرار», «المرصد السوري قوات …»."""
    if body:
        return _behind_body(words)
    for index, word in enumerate(words[1:-1], start=1):
        if word.startswith("ال") and not words[index + 1].startswith(("ال", "بن", "آل")):
            return index + 1
    first = 3 if bare(words[0]) in _FIRST_OF_THREE or bare(words[1]) in _SECOND_OF_THREE else 2
    for index, word in enumerate(words):
        owned = index and len(word) > 4 and word.endswith(("ه", "ها", "هم"))
        if owned or (index >= first and word.startswith("ال")):
            return index
        if index >= 2 and bare(word) in words_of("places"):
            return index
    return None


def _behind_body(words: list[str]) -> int:
    """Where the object begins behind a body: «المرصد السوري قوات …», «الوزارة التركية القرار»."""
    definite = False
    for index, word in enumerate(words):
        plain = not word.startswith(("ال", "ل", "وال"))
        noun = word.startswith("ال") and not word.endswith(("ي", "ية"))
        if index and definite and (plain or (noun and words[index - 1].endswith(("ي", "ية")))):
            return index
        if index > 1 and not definite and noun:
            return index
        definite = definite or word.startswith("ال")
    return len(words)


def titled_in(line: Line) -> tuple[Phrase, ...]:
    """Every titled full name of a line, inside quotations too."""
    found: list[Phrase] = []
    skip = -1
    for index, word in enumerate(line.words):
        if index < skip or not is_title(word.bare) or _is_verb(line, index):
            continue
        phrase = read_phrase(line, index, len(line.text))
        if phrase is None or not phrase.title or len(phrase.name.split()) < 2:
            continue
        found.append(replace(phrase, name=_short(phrase.name)))
        skip = line.word_at(phrase.end)
    return tuple(found)


def _is_verb(line: Line, index: int) -> bool:
    """Whether a title that is a word of saying as well heads its sentence: «طالب تجار السوق»."""
    word = line.words[index]
    return word.bare in cues() and line.word_at(line.sentence_start(word.start)) == index


def _short(name: str) -> str:
    """A name in running text may be followed by a verb: two words are kept, three beside عبد."""
    words = name.split()
    longer = bare(words[0]) in _FIRST_OF_THREE or bare(words[1]) in _SECOND_OF_THREE
    return " ".join(words[: 3 if longer else 2])


def outlets_in(line: Line) -> tuple[Phrase, ...]:
    """Every outlet a line names: «صحيفة "…" المحلية»."""
    found: list[Phrase] = []
    for index, word in enumerate(line.words):
        if word.bare in words_of("outlets") and not word.bare.startswith("ال"):
            phrase = read_phrase(line, index, len(line.text))
            if phrase is not None and len(phrase.name.split()) > 1:
                found.append(replace(phrase, head=word.bare))
    return tuple(found)
