"""An article: its document, the details about it, and the findings set aside in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from deskeditor.domain.document import Address, Document, Inline, Role, Slot
from deskeditor.domain.findings import Dismissal
from deskeditor.domain.quotes import Confirmation

#: The block id under which texts that stand beside the document are addressed.
DETAILS = "details"


@dataclass(frozen=True, slots=True)
class PublishStamp:
    """The line that says when a page was published, as the page wrote it.

    `label` is the word («نشر»), `text` what stood behind it, `day` the date read from it. With no
    date there, `day` is None and stays so until a person says it: never guessed.
    """

    label: str
    text: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """What is true of an article beside its text.

    `published_on` is the day relative dates are counted from. `masthead` keeps the lines of the
    board and accreditation that came with an imported page, in their order and wording. `due` is
    when the piece must be in, UTC; `follows` is the id of the article it is a follow-up of, and
    `written_by` the logins of those whose words it began with: the board counts them as authors.
    """

    publication: str = ""
    desk: str = ""
    subject: str = ""
    genre: str = ""
    place: str = ""
    slug: str = ""
    urgency: int = 3
    commissioned_words: int | None = None
    published_on: date | None = None
    embargo: datetime | None = None
    masthead: tuple[str, ...] = ()
    stamp: PublishStamp | None = None
    origin: str = ""
    due: datetime | None = None
    follows: str = ""
    written_by: tuple[str, ...] = ()

    def slots(self) -> tuple[Slot, ...]:
        """The masthead lines as slots, so that checks read them and findings point at them."""
        return tuple(
            Slot(Address(DETAILS, f"masthead{number}"), Role.MASTHEAD, Inline(line))
            for number, line in enumerate(self.masthead)
        )

    def with_text(self, address: Address, text: str) -> Details:
        """These details with another text at a masthead line's address."""
        number = int(address.part.removeprefix("masthead"))
        lines = (text if place == number else line for place, line in enumerate(self.masthead))
        return replace(self, masthead=tuple(lines))


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of work. `id` never changes; `owner` is the login of who began it.

    `ledger` is what people confirmed of its quotations, in the order they did.
    """

    id: str
    owner: str
    document: Document = field(default_factory=Document)
    details: Details = field(default_factory=Details)
    dismissals: tuple[Dismissal, ...] = ()
    ledger: tuple[Confirmation, ...] = ()

    @property
    def title(self) -> str:
        """The headline, or the first words of the body where there is none yet; may be empty."""
        headline = self.document.header.headline.text.strip()
        if headline:
            return headline
        for slot in self.document.slots():
            text = slot.text.text.strip()
            if text:
                return text[:80]
        return ""
