"""The Document as versioned JSON, and back.

Owns the written form and nothing else. Canonical: sorted keys, no spaces, UTF-8, so that the same
document always gives the same bytes (revisions are named by their sha256). Refuses what a newer
program wrote and what breaks the document's promises.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from deskeditor.domain.document.blocks import (
    Block,
    Crop,
    Direction,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.domain.document.document import Document, Header, Thread, ThreadMessage
from deskeditor.domain.document.inline import (
    CommentMark,
    Emphasis,
    Fact,
    Inline,
    Isolate,
    Link,
    Mark,
    QuoteMark,
    Span,
    Strong,
    Suggestion,
)
from deskeditor.domain.errors import BadInput

#: The version this program writes; it reads this one and every older one.
VERSION = 1

Data = dict[str, Any]


class DamagedDocument(BadInput):
    """The data is no document, or breaks a document's promises."""


class NewerDocument(BadInput):
    """The data was written by a newer program."""


def canonical(data: object) -> bytes:
    """`data` as canonical JSON in UTF-8: sorted keys, no spaces, no escapes beyond JSON's own."""
    return canonical_text(data).encode("utf-8")


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_text(data: object) -> str:
    """The text that `canonical` writes as UTF-8."""
    return _ENCODER.encode(data)


def dumps(document: Document) -> bytes:
    """The document as canonical JSON."""
    return canonical(document_data(document))


def loads(raw: bytes) -> Document:
    """The document written in `raw`.

    Raises:
        DamagedDocument: not JSON, not a document, or an unsound one.
        NewerDocument: written by a newer version.
    """
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise DamagedDocument("document-damaged") from error
    return read_document(data)


def moment(value: datetime) -> str:
    """A moment as written in JSON: ISO 8601 with its offset."""
    return value.isoformat()


# --- marks and inline -------------------------------------------------------------------------

_PLAIN_MARKS: dict[str, Mark] = {"strong": Strong(), "emphasis": Emphasis(), "isolate": Isolate()}


def mark_data(mark: Mark) -> Data:
    """One mark as JSON data; `kind` names it."""
    match mark:
        case Strong() | Emphasis() | Isolate():
            return {"kind": type(mark).__name__.lower()}
        case Link():
            return {"kind": "link", "href": mark.href, "title": mark.title}
        case QuoteMark() | CommentMark():
            return {"kind": "quote" if isinstance(mark, QuoteMark) else "comment", "id": mark.id}
        case Suggestion():
            return {
                "kind": mark.kind, "id": mark.id, "author": mark.author, "at": moment(mark.at),
            }  # fmt: skip
        case Fact():
            return {"kind": "fact", "state": mark.state, "by": mark.by, "at": moment(mark.at)}


def read_mark(data: Data) -> Mark:
    """The mark written by `mark_data`."""
    kind = data["kind"]
    if kind in _PLAIN_MARKS:
        return _PLAIN_MARKS[kind]
    if kind == "link":
        return Link(data["href"], data["title"])
    if kind == "quote":
        return QuoteMark(data["id"])
    if kind == "comment":
        return CommentMark(data["id"])
    if kind in ("insert", "delete"):
        return Suggestion(kind, data["id"], data["author"], datetime.fromisoformat(data["at"]))
    if kind == "fact" and data["state"] in ("flagged", "checked"):
        return Fact(data["state"], data["by"], datetime.fromisoformat(data["at"]))
    raise DamagedDocument("document-damaged", what=f"mark {kind}")


def inline_data(inline: Inline) -> Data:
    """Inline text as JSON data; spans only where there are any."""
    data: Data = {"t": inline.text}
    if inline.spans:
        data["m"] = [[span.start, span.end, mark_data(span.mark)] for span in inline.spans]
    return data


def read_inline(data: Data) -> Inline:
    """The inline text written by `inline_data`."""
    spans = tuple(Span(start, end, read_mark(mark)) for start, end, mark in data.get("m", ()))
    return Inline(data["t"], spans)


# --- blocks -----------------------------------------------------------------------------------


def _direction_data(value: Direction | None) -> str | None:
    return None if value is None else value.value


def _direction(data: Data) -> Direction | None:
    value = data.get("dir")
    return None if value is None else Direction(value)


def _item_data(item: ListItem) -> Data:
    data = inline_data(item.text)
    return {**data, "id": item.id, "level": item.level, "dir": _direction_data(item.direction)}


def _figure_data(figure: Figure) -> Data:
    data: Data = {
        "kind": "figure",
        "id": figure.id,
        "media": figure.media,
        "caption": inline_data(figure.caption),
        "alt": figure.alt,
        "credit": figure.credit,
        "title": figure.title,
        "hero": figure.hero,
        "crops": [[c.shape, c.left, c.top, c.width, c.height] for c in figure.crops],
    }
    if figure.focal is not None:  # left out where nobody set it: texts of before keep their names
        data["focal"] = list(figure.focal)
    return {**data, **_suggested_data(figure.suggested)}


def _suggested_data(marks: tuple[Suggestion, ...]) -> Data:
    """What is proposed about a whole block; left out where nothing is."""
    return {"suggested": [mark_data(mark) for mark in marks]} if marks else {}


def _read_suggested(data: Data) -> tuple[Suggestion, ...]:
    marks = tuple(read_mark(mark) for mark in data.get("suggested", ()))
    if not all(isinstance(mark, Suggestion) for mark in marks):
        raise DamagedDocument("document-damaged", what="suggested")
    return tuple(mark for mark in marks if isinstance(mark, Suggestion))


def block_data(block: Block) -> Data:
    """One block as JSON data; `kind` names it."""
    match block:
        case Paragraph():
            return {"kind": "paragraph", "id": block.id, "text": inline_data(block.text),
                    "dir": _direction_data(block.direction)}  # fmt: skip
        case Heading():
            return {"kind": "heading", "id": block.id, "text": inline_data(block.text),
                    "level": block.level, "dir": _direction_data(block.direction)}  # fmt: skip
        case Quotation():
            return {"kind": "quotation", "id": block.id, "text": inline_data(block.text),
                    "by": inline_data(block.attribution),
                    "dir": _direction_data(block.direction)}  # fmt: skip
        case ListBlock():
            return {"kind": "list", "id": block.id, "ordered": block.ordered,
                    "items": [_item_data(item) for item in block.items]}  # fmt: skip
        case Figure():
            return _figure_data(block)
        case Table():
            return {
                "kind": "table",
                "id": block.id,
                "header": block.header_rows,
                "caption": inline_data(block.caption),
                "rows": [[inline_data(cell) for cell in row] for row in block.rows],
                **_suggested_data(block.suggested),
            }
        case Separator():
            return {"kind": "separator", "id": block.id, **_suggested_data(block.suggested)}
        case Note():
            return {"kind": "note", "id": block.id, "text": inline_data(block.text),
                    "author": block.author}  # fmt: skip


def _read_paragraph(data: Data) -> Block:
    return Paragraph(data["id"], read_inline(data["text"]), _direction(data))


def _read_heading(data: Data) -> Block:
    level = data["level"]
    if level not in (2, 3):
        raise DamagedDocument("document-damaged", what=f"heading level {level}")
    return Heading(data["id"], read_inline(data["text"]), level, _direction(data))


def _read_quotation(data: Data) -> Block:
    text, by = read_inline(data["text"]), read_inline(data["by"])
    return Quotation(data["id"], text, by, _direction(data))


def _read_list(data: Data) -> Block:
    items = (ListItem(i["id"], read_inline(i), i["level"], _direction(i)) for i in data["items"])
    return ListBlock(data["id"], tuple(items), data["ordered"])


def _read_figure(data: Data) -> Block:
    return Figure(
        id=data["id"],
        media=data["media"],
        caption=read_inline(data["caption"]),
        alt=Inline(data["alt"]).text,
        credit=Inline(data["credit"]).text,
        title=Inline(data["title"]).text,
        hero=data["hero"],
        crops=tuple(Crop(*crop) for crop in data["crops"]),
        focal=_read_focal(data.get("focal")),
        suggested=_read_suggested(data),
    )


def _read_focal(data: Any) -> tuple[float, float] | None:
    if data is None:
        return None
    x, y = data
    return float(x), float(y)


def _read_table(data: Data) -> Block:
    rows = tuple(tuple(read_inline(cell) for cell in row) for row in data["rows"])
    caption = read_inline(data["caption"])
    return Table(data["id"], rows, data["header"], caption, _read_suggested(data))


def _read_separator(data: Data) -> Block:
    return Separator(data["id"], _read_suggested(data))


def _read_note(data: Data) -> Block:
    return Note(data["id"], read_inline(data["text"]), data["author"])


_READERS: Mapping[str, Callable[[Data], Block]] = {
    "paragraph": _read_paragraph,
    "heading": _read_heading,
    "quotation": _read_quotation,
    "list": _read_list,
    "figure": _read_figure,
    "table": _read_table,
    "separator": _read_separator,
    "note": _read_note,
}


def read_block(data: Data) -> Block:
    """The block written by `block_data`."""
    reader = _READERS.get(data["kind"])
    if reader is None:
        raise DamagedDocument("document-damaged", what=f"block {data['kind']}")
    return reader(data)


# --- document ---------------------------------------------------------------------------------

_HEADER_FIELDS = ("kicker", "headline", "deck", "byline", "dateline")


def _thread_data(thread: Thread) -> Data:
    return {
        "id": thread.id,
        "messages": [[m.author, moment(m.at), m.text] for m in thread.messages],
        "resolved": None
        if thread.resolved_at is None
        else [thread.resolved_by, moment(thread.resolved_at)],
    }


def _read_thread(data: Data) -> Thread:
    messages = tuple(
        ThreadMessage(by, datetime.fromisoformat(at), text) for by, at, text in data["messages"]
    )
    if data["resolved"] is None:
        return Thread(data["id"], messages)
    by, at = data["resolved"]
    return Thread(data["id"], messages, by, datetime.fromisoformat(at))


def document_data(document: Document, blocks: list[Data] | None = None) -> Data:
    """The document as JSON data, with the version that wrote it; `blocks` in its own's stead."""
    if blocks is None:
        blocks = [block_data(block) for block in document.blocks]
    return {
        "v": VERSION,
        "language": document.language,
        "dir": document.direction.value,
        "header": {name: inline_data(getattr(document.header, name)) for name in _HEADER_FIELDS},
        "blocks": blocks,
        "threads": [_thread_data(thread) for thread in document.threads],
    }


def read_document(data: object) -> Document:
    """The document written by `document_data`.

    Raises:
        DamagedDocument: not a document, or an unsound one.
        NewerDocument: written by a newer version.
    """
    if not isinstance(data, dict) or not isinstance(data.get("v"), int):
        raise DamagedDocument("document-damaged")
    if data["v"] > VERSION:
        raise NewerDocument("document-newer", found=data["v"], known=VERSION)
    try:
        header = Header(**{name: read_inline(data["header"][name]) for name in _HEADER_FIELDS})
        document = Document(
            header=header,
            blocks=tuple(read_block(block) for block in data["blocks"]),
            threads=tuple(_read_thread(thread) for thread in data["threads"]),
            language=data["language"],
            direction=Direction(data["dir"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, BadInput) as error:
        raise DamagedDocument("document-damaged") from error
    problems = document.problems()
    if problems:
        raise DamagedDocument("document-damaged", what="; ".join(problems))
    return document
