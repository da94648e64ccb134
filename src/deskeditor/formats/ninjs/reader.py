"""Reads ninjs (2 and 3): the headlines, the main body, and the pictures that came inside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from deskeditor.domain.article import Details
from deskeditor.domain.document import (
    Block,
    Document,
    Figure,
    Header,
    Inline,
    Paragraph,
    clean_text,
)
from deskeditor.formats.decoding import decode
from deskeditor.formats.html.reader import day_in, direction_of, language_of, parsed
from deskeditor.formats.incoming.blocks import Blocks
from deskeditor.formats.incoming.draft import Draft, Reading, Unreadable, data_picture
from deskeditor.formats.incoming.inline import inline_of
from deskeditor.formats.isolation import without_automatic

Data = Mapping[str, Any]
_HEADLINES = {"main": "headline", "headline": "headline", "kicker": "kicker", "deck": "deck",
              "": "headline"}  # fmt: skip


def read(raw: bytes, at: datetime) -> Draft:
    """The article of the object.

    Raises:
        BadInput: the bytes are no text.
        Unreadable: no JSON, no ninjs, or no text in it.
    """
    try:
        data = json.loads(decode(raw, "").text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        raise Unreadable
    reading = Reading(at)
    value, html = _body(data)
    language = str(data.get("language") or language_of(value)).split("-")[0]
    root = parsed(f"<html><body>{value if html else ''}</body></html>")
    body = root.find("body")
    article = root if body is None else body
    first = article[0] if len(article) == 1 and article[0].tag == "div" else article
    direction = direction_of(first, language)
    beside = _associations(data)
    blocks = Blocks(
        reading,
        direction,
        picture=lambda name: _picture(beside, name),
        worded=lambda name: name.removeprefix("#") in beside,
    )
    blocks.walk(article)
    blocks.walk(_unshown(beside, blocks.sources))
    shown: list[Block] = list(blocks.blocks)
    if not html:
        paragraphs = (" ".join(part.split()) for part in clean_text(value).split("\n\n"))
        shown = [Paragraph(reading.name(), Inline(part)) for part in paragraphs if part]
        shown += [block for block in blocks.blocks if isinstance(block, Figure)]
    shown = [_worded(block, beside, blocks.sources.get(block.id, ""), reading) for block in shown]
    header = _header(data, reading)
    if not shown and not header.headline:
        raise Unreadable("file-no-article")
    document = Document(header, tuple(shown), tuple(reading.threads), language, direction)
    return reading.draft(without_automatic(document), _details(data))


def _associations(data: Data) -> dict[str, Data]:
    """What came beside the article by its name."""
    found = data.get("associations")
    if isinstance(found, dict):
        return {str(name): one for name, one in found.items() if isinstance(one, dict)}
    listed = enumerate(_objects(data, "associations"), 1)
    return {str(one.get("name") or f"picture-{n}"): one for n, one in listed}


def _objects(data: Data, key: str) -> Iterator[Data]:
    found = data.get(key)
    if isinstance(found, dict):  # ninjs 1 and 2 keep them under their names
        found = list(found.values())
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield one


def _said(data: Data, key: str) -> str:
    value = data.get(key)
    return " ".join(clean_text(value).split()) if isinstance(value, str) else ""


def _body(data: Data) -> tuple[str, bool]:
    """The body and whether it is HTML: with markup before plain."""
    bodies = [one for one in _objects(data, "bodies") if isinstance(one.get("value"), str)]
    bodies.sort(key=lambda one: "html" not in str(one.get("contentType")))
    if bodies:
        return bodies[0]["value"], "html" in str(bodies[0].get("contentType"))
    for key in ("body_xhtml", "body_html", "body_text"):  # ninjs 1
        if isinstance(data.get(key), str):
            return data[key], key != "body_text"
    return "", False


def _text(said: Data, reading: Reading) -> Inline:
    value = str(said.get("value") or "")
    if "html" not in str(said.get("contentType")):
        return Inline(" ".join(clean_text(value).split()))
    return inline_of(_fragment(value), reading)


def _fragment(value: str) -> etree._Element:
    root = parsed(f"<html><body><p>{value}</p></body></html>")
    body = root.find("body")
    return root if body is None else body


def _header(data: Data, reading: Reading) -> Header:
    fields: dict[str, Inline] = {}
    for said in _objects(data, "headlines"):
        name = _HEADLINES.get(str(said.get("role") or ""))
        if name and name not in fields:
            fields[name] = _text(said, reading)
    title = _said(data, "title") or _said(data, "headline")
    fields.setdefault("headline", Inline(title))
    by, located = Inline(_said(data, "by")), Inline(_said(data, "located"))
    return Header(**fields, byline=by, dateline=located)


def _details(data: Data) -> Details:
    rels = {str(one.get("rel")): _said(one, "name") for one in _objects(data, "subjects")}
    masthead = (one for one in _objects(data, "descriptions") if one.get("role") == "masthead")
    embargo = None
    with suppress(ValueError):
        embargo = datetime.fromisoformat(_said(data, "embargoedUntil")).astimezone(UTC)
    urgency = data.get("urgency")
    genres, places = _objects(data, "genres"), _objects(data, "places")
    return Details(
        desk=rels.get("desk", ""),
        subject=rels.get("about", ""),
        genre=next((_said(one, "name") for one in genres), ""),
        place=next((_said(one, "name") for one in places), ""),
        slug=_said(data, "slugline"),
        urgency=urgency if type(urgency) is int and 1 <= urgency <= 9 else 3,
        published_on=day_in(_said(data, "contentCreated") or _said(data, "versionCreated")),
        embargo=embargo,
        masthead=tuple(line for one in masthead if (line := _said(one, "value"))),
    )


def _picture(beside: Mapping[str, Data], address: str) -> bytes | None:
    """The bytes of a picture of the body: inside it, or in an association under its name."""
    named = beside.get(address.removeprefix("#"))
    if named is None:
        return data_picture(address)
    for rendition in _objects(named, "renditions"):
        raw = data_picture(str(rendition.get("href") or ""))
        if raw is not None:
            return raw
    return None


def _described(said: Data, role: str, reading: Reading) -> Inline:
    """What an association says of its picture: its `caption` or `alt`."""
    found = [one for one in _objects(said, "descriptions") if one.get("role") == role]
    if role == "caption":
        found.append({"value": said.get("description_text") or ""})  # ninjs 1
    return next((text for one in found if (text := _text(one, reading))), Inline())


def _credit(said: Data) -> str:
    """Whom an association names as the picture's source, else who made it."""
    sources = _objects(said, "infoSources")
    named = [_said(one, "name") for one in sources if one.get("role") == "credit"]
    return next(filter(None, (*named, _said(said, "creditline"), _said(said, "by"))), "")


def _worded(block: Block, beside: Mapping[str, Data], source: str, reading: Reading) -> Block:
    """A figure with what its association says of the picture, where the body says nothing."""
    said = beside.get(source.removeprefix("#"))
    if said is None or not isinstance(block, Figure):
        return block
    return replace(
        block,
        caption=block.caption or _described(said, "caption", reading),
        alt=block.alt or " ".join(_described(said, "alt", reading).text.split()),
        credit=block.credit or _credit(said),
    )


def _unshown(beside: Mapping[str, Data], sources: Mapping[str, str]) -> etree._Element:
    """A body of the pictures that came beside the article and that its body does not show."""
    made = etree.Element("body")
    shown = {source.removeprefix("#") for source in sources.values()}
    for name, said in beside.items():
        if name not in shown and said.get("type") in ("picture", "graphic"):
            etree.SubElement(made, "img", src=f"#{name}")
    return made
