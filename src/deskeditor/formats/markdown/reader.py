"""Reads Markdown: front matter, footnotes, attribute lists, tables; ours comes back."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from deskeditor.domain.article import Details
from deskeditor.domain.document import Direction, Document, Header, Heading, Inline, clean_text
from deskeditor.formats.decoding import decode
from deskeditor.formats.html.reader import day_in, direction_of, language_of, parsed
from deskeditor.formats.incoming.blocks import Blocks
from deskeditor.formats.incoming.draft import Draft, Reading, Unreadable
from deskeditor.formats.incoming.inline import inline_of, name_of
from deskeditor.formats.markdown.front import split

_EXTENSIONS = ("footnotes", "attr_list", "tables", "md_in_html", "sane_lists", "fenced_code")
#: Where the header's fields may stand, the first that is there.
_FIELDS = {
    "kicker": ("kicker",),
    "headline": ("title", "headline"),
    "deck": ("deck", "description", "subtitle", "summary", "excerpt"),
    "byline": ("author", "authors", "byline", "author.name", "authors.name"),
    "dateline": ("dateline",),
}
_DETAILS = ("desk", "slug", "genre", "place", "subject")
_OTHERS = frozenset(("date", "lang", "language", "dir", "publication", "urgency"))


def read(raw: bytes, at: datetime) -> Draft:
    """The article of the file.

    Raises:
        BadInput: the bytes are no text.
        Unreadable: there is nothing in it.
    """
    import markdown

    fields, text = split(decode(raw, "").text)
    html = markdown.markdown(text, extensions=list(_EXTENSIONS), output_format="html")
    language = (fields.get("lang") or fields.get("language") or language_of(text)).split("-")[0]
    root = parsed(f"<html><body><article>{html}</article></body></html>")
    article = next(root.iter("article"))
    reading = Reading(at)
    said = fields.get("dir", "")
    own = Direction(said) if said in ("rtl", "ltr") else direction_of(article, language)
    title = next((one for one in article if name_of(one) == "h1"), None)
    notes = _footnotes(article)
    blocks = Blocks(reading, own, passed=lambda one: one is title or _listing(one))
    blocks.footnotes = notes
    blocks.walk(article)
    header = _header(fields, title, reading)
    if not blocks.blocks and not header.headline:
        raise Unreadable("file-no-article")
    first = blocks.blocks[0] if blocks.blocks else None
    if not header.headline and isinstance(first, Heading):
        del blocks.blocks[0]
        header = Header(header.kicker, first.text, header.deck, header.byline, header.dateline)
    known = {*_OTHERS, *_DETAILS, *(name for names in _FIELDS.values() for name in names)}
    unknown = {name for name, said in fields.items() if name not in known and said}
    said = _plain_header(fields)["headline"].text
    if said and said != " ".join(header.headline.text.split()):
        unknown.add("title")
    if unknown:
        reading.tell("fields", len(unknown))
    kept = {name: clean_text(fields[name]) for name in _DETAILS if name in fields}
    details = Details(**kept, published_on=day_in(fields.get("date", "")))  # type: ignore[arg-type]
    document = Document(header, tuple(blocks.blocks), tuple(reading.threads), language, own)
    return reading.draft(document, details)


def _header(fields: dict[str, str], title: etree._Element | None, reading: Reading) -> Header:
    found = _plain_header(fields)
    if title is not None:
        found["headline"] = inline_of(title, reading)
    return Header(**found)


def _plain_header(fields: dict[str, str]) -> dict[str, Inline]:
    found: dict[str, Inline] = {}
    for name, keys in _FIELDS.items():
        said = next((fields[key] for key in keys if fields.get(key)), "")
        found[name] = Inline(" ".join(clean_text(said).split()))
    return found


def _footnotes(article: etree._Element) -> dict[str, str]:
    """The text of each footnote by its id."""
    notes: dict[str, str] = {}
    for one in article.iter("li"):
        key = one.get("id") or ""
        if key.startswith("fn:"):
            words = "".join(str(part) for part in one.itertext()).replace("\u21a9", " ")
            notes[key] = " ".join(clean_text(words).split())
    return notes


def _listing(element: etree._Element) -> bool:
    return "footnote" in (element.get("class") or "").split()
