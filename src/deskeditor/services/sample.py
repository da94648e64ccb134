"""The sample desk: articles of our own in different states, so that a new desk is not empty.

Reads `resources/sample` and walks each article through the real services: nothing is put into a
state that a person could not have brought it to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from deskeditor.domain.article import Details
from deskeditor.domain.document import (
    Block,
    CommentMark,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.people import Person, Role
from deskeditor.domain.review import State

#: Two reporters and an editor, as the sample desk's board knows them.
PEOPLE = (
    Person("salma", "سلمى البدري", frozenset({Role.REPORTER}), "محليات"),
    Person("hadi", "هادي الراوي", frozenset({Role.REPORTER}), "محليات"),
    Person(
        "noor", "نور العطار", frozenset({Role.EDITOR, Role.CHIEF, Role.PUBLISHER}), "هيئة التحرير"
    ),
)
#: The publication the sample is written for.
PUBLICATION = "alrafid"
_HEADER = ("kicker", "headline", "deck", "byline", "dateline")
_DETAILS = ("desk", "subject", "place", "published_on", "commissioned_words")


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article of the sample: who wrote it, where it should stand, what it says.

    `pictures` are file names by the id of the figure that shows them; `comment` is what the editor
    says of it in review, `comment_on` the words it is about.
    """

    owner: str
    state: State
    document: Document
    details: Details
    pictures: Mapping[str, str]
    comment: str = ""
    comment_on: str = ""


def read_sample(folder: Path, publication: str) -> tuple[SampleArticle, ...]:
    """The sample articles under `folder/articles`, in the order of their file names."""
    paths = sorted((folder / "articles").glob("*.toml"))
    return tuple(_read(tomllib.loads(path.read_text("utf-8")), publication) for path in paths)


def _read(data: Mapping[str, Any], publication: str) -> SampleArticle:
    blocks = [_block(f"b{number}", block) for number, block in enumerate(data["blocks"], 1)]
    pictures = {
        f"b{number}": block["figure"]
        for number, block in enumerate(data["blocks"], 1)
        if "figure" in block
    }
    header = Header(**{name: Inline(data.get(name, "")) for name in _HEADER})
    details = Details(
        publication=publication, **{name: data[name] for name in _DETAILS if name in data}
    )
    return SampleArticle(
        owner=data["owner"],
        state=State(data["state"]),
        document=Document(header, tuple(blocks)),
        details=details,
        pictures=pictures,
        comment=data.get("comment", ""),
        comment_on=data.get("comment_on", ""),
    )


def _block(block_id: str, data: Mapping[str, Any]) -> Block:
    if "heading" in data:
        return Heading(block_id, Inline(data["heading"]))
    if "quotation" in data:
        return Quotation(block_id, Inline(data["quotation"]), Inline(data["attribution"]))
    if "list" in data:
        items = (ListItem(f"{block_id}i{n}", Inline(text)) for n, text in enumerate(data["list"]))
        return ListBlock(block_id, tuple(items))
    if "figure" in data:
        return Figure(
            block_id,
            caption=Inline(data["caption"]),
            alt=data["alt"],
            credit=data["credit"],
            hero=data.get("hero", False),
        )
    if "note" in data:
        return Note(block_id, Inline(data["note"]), data.get("author", ""))
    return Paragraph(block_id, Inline(data["text"]))


def with_comment(document: Document, words: str, text: str, author: str, at: datetime) -> Document:
    """The document with a comment thread on the first place where `words` stand."""
    for slot in document.slots():
        start = slot.text.text.find(words)
        if words and start >= 0:
            thread = Thread(f"c{len(document.threads) + 1}", (ThreadMessage(author, at, text),))
            marked = slot.text.with_mark(start, start + len(words), CommentMark(thread.id))
            changed = document.with_text(slot.address, marked)
            return Document(
                changed.header,
                changed.blocks,
                (*changed.threads, thread),
                changed.language,
                changed.direction,
            )
    return document
