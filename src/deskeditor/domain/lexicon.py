"""The desk's own words: names with title, spelling and transliterations, and words marked correct.

A name's `variants` are spellings the house does not use; checks propose the name in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from deskeditor.domain.errors import BadInput
from deskeditor.domain.publication import Publication

#: Longer entries are no names.
LONGEST = 120


class BadName(BadInput):
    """An entry that cannot stand in the register."""


class Scope(StrEnum):
    """Whose word it is: this person's, or everybody's who writes for the publication."""

    MINE = "mine"
    PUBLICATION = "publication"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name as the house writes it.

    Attributes:
        title: what stands before it at first mention, such as «وزير الخارجية».
        latin: the name in Latin letters, to tell two people apart and to look it up.
        variants: other spellings in use, which the house does not want.
    """

    name: str
    kind: NameKind = NameKind.PERSON
    title: str = ""
    latin: str = ""
    variants: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no check could use.

        Raises:
            BadName: the name is empty or longer than `LONGEST` code points.
        """
        for said in (self.name, *self.variants):
            if not said.strip() or len(said) > LONGEST:
                raise BadName("name-unusable", name=said[:LONGEST])


@dataclass(frozen=True, slots=True)
class Register:
    """What one scope knows: names by name, and single words."""

    names: Mapping[str, NameEntry] = field(default_factory=lambda: MappingProxyType({}))
    words: frozenset[str] = frozenset()

    def spellings(self) -> dict[str, str]:
        """Unwanted single-word spellings and the word wanted in their place."""
        found: dict[str, str] = {}
        for entry in self.names.values():
            wanted = entry.name.split()
            for variant in entry.variants:
                said = variant.split()
                if len(said) == len(wanted):
                    pairs = zip(said, wanted, strict=True)
                    found.update({old: new for old, new in pairs if old != new})
        return found


def enriched(publication: Publication, *registers: Register) -> Publication:
    """The publication with the registers' names, words and spellings; its own come first."""
    words, names = set(publication.words), set(publication.names)
    spellings: dict[str, str] = {}
    for register in registers:
        words |= register.words
        names |= set(register.names)
        spellings |= register.spellings()
    spellings |= publication.house.spellings
    house = replace(publication.house, spellings=MappingProxyType(spellings))
    return replace(publication, words=frozenset(words), names=frozenset(names), house=house)


def register_to_data(register: Register) -> dict[str, Any]:
    """The register as JSON data, in a steady order."""
    names = [
        {"name": one.name, "kind": one.kind.value, "title": one.title, "latin": one.latin,
         "variants": list(one.variants)}
        for one in sorted(register.names.values(), key=lambda each: each.name)
    ]  # fmt: skip
    return {"names": names, "words": sorted(register.words)}


def register_from_data(data: Any) -> Register:
    """The register of JSON data; entries that cannot be read are passed over."""
    if not isinstance(data, dict):
        return Register()
    names: dict[str, NameEntry] = {}
    for one in data.get("names", ()):
        try:
            variants = tuple(str(each) for each in one.get("variants", ()))
            entry = NameEntry(
                str(one["name"]), NameKind(one.get("kind", "person")), str(one.get("title", "")),
                str(one.get("latin", "")), variants,
            )  # fmt: skip
        except (AttributeError, KeyError, TypeError, ValueError, BadName):
            continue
        names[entry.name] = entry
    words = frozenset(word for word in data.get("words", ()) if isinstance(word, str) and word)
    return Register(MappingProxyType(names), words)
