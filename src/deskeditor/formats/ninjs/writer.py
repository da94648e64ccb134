"""Writes an article as ninjs 3.1 (IPTC, News in JSON): texts as HTML and plain, pictures inside.

The body shows its pictures as `#picture-N`: the associations carry them under these names. Only
what is known is said; nothing is dated by the clock.
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document, Figure, Inline, codec
from deskeditor.domain.document.measure import body_slots, count_words
from deskeditor.domain.publication import Publication
from deskeditor.formats.html import HtmlWriter
from deskeditor.formats.html.inline import inline_html
from deskeditor.formats.pictures import Picture, picture_key, shown_alt
from deskeditor.formats.published import published
from deskeditor.formats.wire import WireWriter

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
_UUID = re.compile("[0-9a-f]{32}")
Data = dict[str, object]


class NinjsWriter:
    """Writes ninjs files with the templates of one resources folder."""

    def __init__(self, resources: Path) -> None:
        """Read nothing yet."""
        self._html, self._wire = HtmlWriter(resources), WireWriter()

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The object in UTF-8. `pictures` holds a rendition for the media of every figure."""
        document = published(article.document)
        data: Data = {
            "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
            "uri": _uri(article, document),
            "type": "text",
            "representationType": "full",
            "language": document.language,
            **_details(article.details, publication),
            "title": document.header.headline.text or article.title,
            "headlines": _headlines(document),
            "by": document.header.byline.text,
            "located": document.header.dateline.text,
            "infoSources": [{"name": publication.name, "role": "publisher"}],
            "usageTerms": publication.export.licence,
            "descriptions": [
                {"role": "masthead", "contentType": "text/plain", "value": line}
                for line in publication.masthead or article.details.masthead
            ],
            "bodies": self._bodies(article, publication, pictures, document),
            "associations": [
                _association(number, figure, pictures[picture_key(figure, pictures)], document)
                for number, figure in enumerate(document.figures(), 1)
            ],
        }
        said = {key: value for key, value in data.items() if value not in ("", [], None)}
        text = json.dumps(said, ensure_ascii=False, indent=1)
        return (text + "\n").encode("utf-8", "replace")

    def _bodies(
        self,
        article: Article,
        publication: Publication,
        pictures: Mapping[str, Picture],
        document: Document,
    ) -> list[Data]:
        words = [slot.text.text for slot in body_slots(document)]
        counts: Data = {
            "charCount": sum(map(len, words)), "wordCount": sum(map(count_words, words)),
        }  # fmt: skip
        html = self._html.fragment(article, publication, pictures, named=True, header=False)
        plain = self._wire.body(document, pictures)
        return [
            {"role": "main", "contentType": "text/html", **counts, "value": html},
            {"role": "main", "contentType": "text/plain", **counts, "value": plain},
        ]


def _uri(article: Article, document: Document) -> str:
    """The article's own name for ever; a file's comes from what it says."""
    if _UUID.fullmatch(article.id) and article.id.strip("0"):
        return f"urn:uuid:{uuid.UUID(article.id)}"
    said = article.id if article.id.strip("0") else codec.dumps(document).decode()
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, said)}"


def _details(details: Details, publication: Publication) -> Data:
    day, embargo = details.published_on, details.embargo
    begun = None if day is None else datetime.combine(day, time(), publication.zone)
    subjects = (("desk", details.desk), ("about", details.subject))
    return {
        "contentCreated": None if begun is None else begun.isoformat(),
        "embargoedUntil": None if embargo is None else embargo.astimezone(UTC).isoformat(),
        "urgency": min(max(details.urgency, 1), 9),
        "slugline": details.slug,
        "genres": [{"name": details.genre}] if details.genre else [],
        "places": [{"name": details.place}] if details.place else [],
        "subjects": [{"name": name, "rel": rel} for rel, name in subjects if name],
    }


def _worded(text: Inline, document: Document) -> Data:
    """A text as it is said: plain where nothing lies on it."""
    if not text.spans and "\n" not in text.text:
        return {"contentType": "text/plain", "value": text.text}
    return {"contentType": "text/html", "value": str(inline_html(text, document.direction))}


def _headlines(document: Document) -> list[Data]:
    header = document.header
    said = (("main", header.headline), ("kicker", header.kicker), ("deck", header.deck))
    return [{"role": role, **_worded(text, document)} for role, text in said if text]


def _association(number: int, figure: Figure, picture: Picture, document: Document) -> Data:
    record, alt = picture.record, shown_alt(figure, picture)
    credit = figure.credit.strip() or record.credit.strip()
    coded = base64.b64encode(picture.data).decode("ascii")
    texts = [{"role": "caption", **_worded(figure.caption, document)}] if figure.caption else []
    texts += [{"role": "alt", "contentType": "text/plain", "value": alt}] if alt else []
    data: Data = {
        "name": f"picture-{number}",
        "rel": "hero" if figure.hero else "illustration",
        "uri": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, record.media)}",
        "type": "picture",
        "descriptions": texts,
        "by": record.creator,
        "copyrightNotice": record.copyright,
        "infoSources": [{"name": credit, "role": "credit"}] if credit else [],
        "renditions": [
            {
                "name": "main", "href": f"data:{picture.mime};base64,{coded}",
                "contentType": picture.mime, "width": picture.width, "height": picture.height,
                "sizeInBytes": len(picture.data),
            }
        ],
    }  # fmt: skip
    return {key: value for key, value in data.items() if value not in ("", [])}
