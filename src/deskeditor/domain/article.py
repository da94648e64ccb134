"""An article: its document, the details about it, and the findings set aside in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from deskeditor.domain.document import Document
from deskeditor.domain.findings import Dismissal


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
    board and accreditation that came with an imported page, in their order and wording.
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


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of work. `id` never changes; `owner` is the login of who began it."""

    id: str
    owner: str
    document: Document = field(default_factory=Document)
    details: Details = field(default_factory=Details)
    dismissals: tuple[Dismissal, ...] = ()

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
