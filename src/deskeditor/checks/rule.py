"""What a rule is: its name, its gravity, its own examples, and the function that runs it.

A rule's file defines one rule and names it `RULE`; its package lists it in `RULES`. Slot rules see
one text at a time and are cached by it; document rules see the whole document and are run again
where what they say they read has changed; what is costly they read text by text
(`CheckContext.rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from deskeditor.domain.article import Details
from deskeditor.domain.document import (
    Address,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    Note,
    Paragraph,
    Quotation,
    Role,
    Slot,
)
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, FindingClass, Fix, Severity
from deskeditor.domain.media import Shown
from deskeditor.domain.publication import HouseStyle, Parameter, Parameters, Publication
from deskeditor.domain.quotes import Evidence
from deskeditor.domain.words import Bilingual

if TYPE_CHECKING:
    from deskeditor.checks.context import CheckContext

T = TypeVar("T", int, str, bool, tuple[str, ...])
#: Texts a reader sees; notes to the desk are nobody's business but the desk's.
READ_ROLES = frozenset(Role) - {Role.NOTE}
#: Running text: sentences, not names of people, files and agencies.
BODY_ROLES = frozenset(
    {Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM, Role.HEADING, Role.CELL, Role.CAPTION}
)


class Topic(StrEnum):
    """What a rule of style is about; lists of rules are ordered by it."""

    SPACING = "spacing"
    PUNCTUATION = "punctuation"
    GLYPHS = "glyphs"
    ORTHOGRAPHY = "orthography"
    NUMBERS = "numbers"
    MONTHS = "months"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    CONSISTENCY = "consistency"
    BIDI = "bidi"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Example:
    """A small article that a rule must or must not match.

    Attributes:
        text: the body; blank lines part paragraphs. With another `role` it stands in that slot.
        found: the words one of the findings must carry; None asks only for some finding.
        evidence: what quotations are held against.
        pictures: what is known of the images shown.
        document: a whole document, where the fields above cannot say it.
        parameters: what the house tells the rule.
    """

    text: str = ""
    role: Role = Role.PARAGRAPH
    headline: str = ""
    found: str | None = None
    house: HouseStyle = field(default_factory=HouseStyle)
    details: Details = field(default_factory=Details)
    evidence: tuple[Evidence, ...] = ()
    pictures: Shown = field(default_factory=Shown)
    document: Document | None = None
    parameters: Parameters = field(default_factory=lambda: MappingProxyType({}))

    def build(self) -> tuple[Document, Details, Publication]:
        """The article and the publication of this example."""
        publication = Publication(
            id="example", name="مثال", house=self.house, parameters=self.parameters
        )
        return self.document or self._document(), self.details, publication

    def _document(self) -> Document:
        header = Header(headline=Inline(self.headline))
        text = Inline(self.text)
        match self.role:
            case Role.KICKER | Role.HEADLINE | Role.DECK | Role.BYLINE | Role.DATELINE:
                return Document(replace(header, **{self.role.value: text}))
            case Role.HEADING:
                return Document(header, (Heading("b0", text),))
            case Role.QUOTATION:
                return Document(header, (Quotation("b0", text),))
            case Role.CAPTION:
                return Document(header, (Figure("b0", caption=text),))
            case Role.ALT:
                return Document(header, (Figure("b0", alt=self.text),))
            case Role.CREDIT:
                return Document(header, (Figure("b0", credit=self.text),))
            case Role.NOTE:
                return Document(header, (Note("b0", text),))
        paragraphs = enumerate(self.text.split("\n\n"))
        return Document(header, tuple(Paragraph(f"b{n}", Inline(part)) for n, part in paragraphs))


def as_example(given: Example | str) -> Example:
    """An example; a plain string is a body."""
    return given if isinstance(given, Example) else Example(given)


def replacement(anchor: Anchor, new: str) -> Fix:
    """The fix that puts `new` in the anchor's place; the empty string takes the words out."""
    if not new.strip():
        label = Bilingual("حذف", "Remove") if not new else Bilingual("مسافة واحدة", "One space")
    else:
        label = Bilingual(f"ضع «{new}»", f"Use “{new}”")
    return Fix(label, (Edit(anchor, new),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule says of itself.

    Attributes:
        id: `category.name`; the help page is `resources/help/rules/<language>/<id>.md`.
        severity: its own gravity; a publication may set another, or "off".
        title: the rule in a few words, for lists of rules.
        message: the sentence of a finding, with `{names}` to fill, unless `finding` is given one.
        kind: the class it shows as, where it is not its severity that says it.
        topic: what it is about, for rules of style.
        parameters: what a house may tell it in its profile, and what holds where none does.
    """

    id: str
    category: Category
    severity: Severity
    title: Bilingual
    message: Bilingual
    kind: FindingClass | None = None
    topic: Topic | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))
    must_match: tuple[Example | str, ...] = ()
    must_not_match: tuple[Example | str, ...] = ()

    def told(self, context: CheckContext, name: str, kind: type[T]) -> T:
        """The house's value of a parameter; the rule's own where the house's is of another kind."""
        value = context.publication.parameters.get(self.id, {}).get(name, self.parameters[name])
        if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
            value = self.parameters[name]
        assert isinstance(value, kind)
        return value

    def finding(
        self,
        anchor: Anchor,
        text: str,
        *,
        message: Bilingual | None = None,
        suggestions: Iterable[str] = (),
        fixes: Iterable[Fix] = (),
        related: Iterable[Anchor] = (),
        severity: Severity | None = None,
        **values: object,
    ) -> Finding:
        """A finding of this rule; `values` fill the message."""
        said = message or self.message
        return Finding(
            rule=self.id,
            category=self.category,
            severity=severity or self.severity,
            anchor=anchor,
            text=text,
            message=said.format(text=text, **values) if values or "{" in said.ar else said,
            suggestions=tuple(suggestions),
            fixes=tuple(fixes),
            related=tuple(related),
            kind=self.kind,
        )

    def at(
        self, slot: Slot, start: int, end: int, *, new: str | None = None, **values: object
    ) -> Finding:
        """A finding on `[start, end)` of a slot; `new` becomes its suggestion and its fix."""
        anchor = Anchor(slot.address, start, end)
        said = slot.text.text[start:end]
        if new is None:
            return self.finding(anchor, said, **values)  # type: ignore[arg-type]
        suggestions = (new,) if new.strip() else ()
        fixes = (replacement(anchor, new),)
        return self.finding(anchor, said, suggestions=suggestions, fixes=fixes, **values)  # type: ignore[arg-type]

    def missing(self, address: Address, **values: object) -> Finding:
        """A finding where something is missing: an empty range at the start of `address`."""
        return self.finding(Anchor(address, 0, 0), "", **values)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRule(Rule):
    """A rule that reads one text at a time. Its findings must depend on nothing but that slot,
    the publication and the document's language: they are cached by these.
    """

    run: Callable[[CheckContext, Slot], Iterable[Finding]]
    roles: frozenset[Role] = READ_ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRule(Rule):
    """A rule that needs the whole document or its details.

    Attributes:
        reads: everything its findings depend on besides the publication and the language, cheap to
            name: it is not run while these are equal to the last. None runs it with every check.
    """

    run: Callable[[CheckContext], Iterable[Finding]]
    reads: Callable[[CheckContext], Iterable[object]] | None = None
