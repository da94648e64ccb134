"""What a reader answers: the document it built and the truth about how it built it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document
from deskeditor.domain.people import PAGE_READER
from deskeditor.domain.words import Bilingual

#: The author of comments a reader leaves where it is unsure; never a login of a person.
IMPORT_AUTHOR = PAGE_READER


@dataclass(frozen=True, slots=True)
class Imported:
    """A read file.

    Attributes:
        document: what was read.
        details: what stands beside the text: masthead lines, the publish stamp, where it came from.
        notes: what the reader was unsure of, changed or could not read, for the journalist.
        origins: for each slot read from the file, the code point in `text` where it begins; the
            slot's text is `text[origin:origin + len(slot)]`.
        text: the file decoded, as offsets count it.
        encoding: the file's encoding by its Python name, such as `utf-8` or `cp1256`.
        pictures: the files of pictures that came along, by the id of the figure that shows each.
    """

    document: Document
    details: Details = field(default_factory=Details)
    notes: tuple[Bilingual, ...] = ()
    origins: Mapping[Address, int] = field(default_factory=lambda: MappingProxyType({}))
    text: str = ""
    encoding: str = "utf-8"
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
