"""Hypothesis strategies for documents: every block kind, every mark, mixed scripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from deskeditor.domain.document import (
    Block,
    CommentMark,
    Direction,
    Document,
    Emphasis,
    Fact,
    Figure,
    Header,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Quotation,
    QuoteMark,
    Separator,
    Strong,
    Suggestion,
    Table,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.document.blocks import Crop

_PIECES = (
    "قال", " ", "إنّ", "العِراقَ", "، ", "WHO", "C++", "2-1", "٢٥", "60%", "«نعم»", "“لا”", "😀",
    "𞸀", "\u200f", "\u200e", "\u200c", "\u2068", "\u2069", "ـٍّحجيّ", "\n", "\t", ".",
    "a", "ـ", "\u00a0",
)  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)
line_texts = texts.map(lambda text: text.replace("\n", " ").replace("\t", " "))
ids = st.integers(0, 9).map(lambda n: f"m{n}")
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001 - zone added
    lambda value: value.replace(tzinfo=UTC)
)
logins = st.sampled_from(("salma", "hadi", "noor"))
marks: st.SearchStrategy[Mark] = st.one_of(
    st.just(Strong()),
    st.just(Emphasis()),
    st.just(Isolate()),
    st.builds(
        Link, st.sampled_from(("https://example.org/خبر", "mailto:desk@example.org")), line_texts
    ),
    st.builds(QuoteMark, ids),
    st.builds(CommentMark, ids),
    st.builds(Suggestion, st.sampled_from(("insert", "delete")), ids, logins, moments),
    st.builds(Fact, st.sampled_from(("flagged", "checked")), logins, moments),
)


@st.composite
def inlines(draw: st.DrawFn, *, breaks: bool = True) -> Inline:
    """Inline text with up to four marks at random ranges."""
    inline = Inline(draw(texts if breaks else line_texts))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(inline)))
        end = draw(st.integers(start, len(inline)))
        inline = inline.with_mark(start, end, draw(marks))
    return inline


directions = st.sampled_from((None, Direction.RTL, Direction.LTR))
media = st.one_of(st.none(), st.integers(0, 15).map(lambda n: f"{n:x}" * 64))
crops = st.builds(
    Crop, st.sampled_from(("wide", "square", "portrait")), *[st.sampled_from((0.0, 0.25, 1.0))] * 4
)


#: What is proposed about a whole block; nothing most of the time.
wholes = st.one_of(
    st.just(()),
    st.just(()),
    st.builds(Suggestion, st.sampled_from(("insert", "delete")), ids, logins, moments).map(
        lambda mark: (mark,)
    ),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A rectangle of cells."""
    width, height = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cells = draw(st.lists(inlines(breaks=False), min_size=width * height, max_size=width * height))
    rows = tuple(tuple(cells[r * width : (r + 1) * width]) for r in range(height))
    caption = draw(inlines(breaks=False))
    return Table("id", rows, draw(st.integers(0, height)), caption, draw(wholes))


items = st.builds(
    ListItem, id=st.just("id"), text=inlines(), level=st.integers(0, 2), direction=directions
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, st.just("id"), inlines(), directions),
    st.builds(Heading, st.just("id"), inlines(), st.sampled_from((2, 3)), directions),
    st.builds(Quotation, st.just("id"), inlines(), inlines(breaks=False), directions),
    st.builds(
        ListBlock,
        id=st.just("id"),
        items=st.lists(items, min_size=1, max_size=3).map(tuple),
        ordered=st.booleans(),
    ),
    st.builds(
        Figure,
        id=st.just("id"),
        media=media,
        caption=inlines(breaks=False),
        alt=line_texts,
        credit=line_texts,
        title=line_texts,
        hero=st.booleans(),
        crops=st.lists(crops, max_size=2).map(tuple),
        focal=st.none() | st.tuples(st.sampled_from((0.0, 0.25, 1.0)), st.sampled_from((0.5, 1.0))),
        suggested=wholes,
    ),
    tables(),
    st.builds(Separator, st.just("id"), wholes),
    st.builds(Note, st.just("id"), inlines(), logins),
)
threads = st.builds(
    Thread,
    id=ids,
    messages=st.lists(st.builds(ThreadMessage, logins, moments, texts), min_size=1, max_size=2).map(
        tuple
    ),
    resolved_by=st.none(),
    resolved_at=st.none(),
)
headers = st.builds(Header, *[inlines(breaks=False)] * 5)


def _numbered(body: list[Block]) -> tuple[Block, ...]:
    done: list[Block] = []
    for number, block in enumerate(body):
        named = replace(block, id=f"b{number}")
        if isinstance(named, ListBlock):
            own = (replace(item, id=f"b{number}i{place}") for place, item in enumerate(named.items))
            named = replace(named, items=tuple(own))
        done.append(named)
    return tuple(done)


documents = st.builds(
    Document,
    header=headers,
    blocks=st.lists(blocks, max_size=6).map(_numbered),
    threads=st.lists(threads, max_size=2, unique_by=lambda thread: thread.id).map(tuple),
    language=st.sampled_from(("ar", "en")),
    direction=st.sampled_from(tuple(Direction)),
)
