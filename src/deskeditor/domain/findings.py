"""What a check found: where, what, how grave, why, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from deskeditor.domain.document import Address
from deskeditor.domain.words import Bilingual


class Category(StrEnum):
    """The family of checks a rule belongs to; `check --only` names these."""

    SPELLING = "spelling"
    STYLE = "style"
    QUOTES = "quotes"
    SOURCES = "sources"
    DATES = "dates"
    CAPTIONS = "captions"
    STRUCTURE = "structure"


class Severity(StrEnum):
    """How grave: `block` stops submission, `error` is wrong, `check` needs eyes, `hint` advises."""

    BLOCK = "block"
    ERROR = "error"
    CHECK = "check"
    HINT = "hint"


class FindingClass(StrEnum):
    """The class of a finding, shown by form: error, check, unknown name, and the quiet hint.

    The page marks the first three; a hint is said in the checks panel only. What the desk knows is
    no finding at all: it stands in a report's `known` and is drawn green.
    """

    ERROR = "error"
    CHECK = "check"
    NAME = "name"
    HINT = "hint"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """The code points `[start, end)` of the text at `address`; empty where something is missing."""

    address: Address
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement of a fix."""

    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding; its edits are applied together, as one undo step."""

    label: Bilingual
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one rule.

    Attributes:
        rule: the rule's id, `category.name`, such as `spelling.real-word`.
        text: the words found, empty where something is missing.
        suggestions: replacements for `text`, best first; may be computed later, when asked for.
        related: further places that belong to it (the other spelling, the quote it clashes with).
    """

    rule: str
    category: Category
    severity: Severity
    anchor: Anchor
    text: str
    message: Bilingual
    suggestions: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    related: tuple[Anchor, ...] = ()
    kind: FindingClass | None = None

    @property
    def shape(self) -> FindingClass:
        """The class its mark shows: a rule's own, else by severity; what only advises is a hint."""
        if self.kind is not None:
            return self.kind
        if self.severity is Severity.HINT:
            return FindingClass.HINT
        grave = self.severity in (Severity.BLOCK, Severity.ERROR)
        return FindingClass.ERROR if grave else FindingClass.CHECK


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding set aside by a person, until the words under it change."""

    rule: str
    address: Address
    text: str
    by: str
    at: datetime
    why: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether this dismissal still stands for `finding`: same rule, place and words."""
        return (
            finding.rule == self.rule
            and finding.anchor.address == self.address
            and finding.text == self.text
        )
