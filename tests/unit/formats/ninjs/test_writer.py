"""Our ninjs against the constraints of the public schema that touch what we write."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from jsonschema import Draft202012Validator

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Header, Inline
from deskeditor.formats.ninjs import NinjsWriter
from helpers import stress
from helpers.repository import RESOURCES

PICTURES = {stress.MEDIA: stress.picture()}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
URI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$"}
TEXT = {"type": "string"}
COUNT = {"type": "integer"}


def objects(*needed: str, **properties: Any) -> dict[str, Any]:
    """A list of objects that have these properties and no others."""
    one = {"type": "object", "additionalProperties": False, "properties": properties}
    return {"type": "array", "items": one | ({"required": list(needed)} if needed else {})}


WORDED = objects("value", role=TEXT, contentType=TEXT, value=TEXT)
NAMED = objects(name=TEXT, rel=TEXT, uri=URI, literal=TEXT)
RENDITIONS = objects(
    "name", name=TEXT, href=URI, contentType=TEXT, title=TEXT, width=COUNT, height=COUNT,
    sizeInBytes=COUNT,
)  # fmt: skip
#: News in JSON 3.1 (IPTC): names, types, what is needed, and that nothing else may stand there.
ITEM: dict[str, Any] = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component",
                      "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
    "urgency": {"type": "integer", "minimum": 1, "maximum": 9},
    **dict.fromkeys(("firstCreated", "versionCreated", "contentCreated", "embargoedUntil"), MOMENT),
    **dict.fromkeys(("title", "by", "slugline", "located", "language", "usageTerms", "edNote",
                     "copyrightHolder", "copyrightNotice", "version", "profile"), TEXT),
    "headlines": WORDED,
    "descriptions": WORDED,
    "bodies": objects("value", role=TEXT, contentType=TEXT, charCount=COUNT, wordCount=COUNT,
                      value=TEXT),
    "places": NAMED,
    "subjects": NAMED,
    "genres": objects(name=TEXT, uri=TEXT, literal=TEXT),
    "infoSources": objects(name=TEXT, role=TEXT, uri=URI, literal=TEXT),
    "renditions": RENDITIONS,
    "standard": {"type": "object", "additionalProperties": False,
                 "properties": {"name": TEXT, "version": TEXT, "schema": URI}},
}  # fmt: skip
ASSOCIATED = objects("name", "uri", **ITEM, name=TEXT, rel=TEXT)
SCHEMA = {
    "type": "object", "required": ["uri"], "additionalProperties": False,
    "properties": ITEM | {"associations": ASSOCIATED},
}  # fmt: skip
BARE = Article("0" * 32, "o", Document(Header(headline=Inline("عنوان وحده 🌊"))))


def written(article: Article) -> dict[str, Any]:
    raw = NinjsWriter(RESOURCES).write(article, stress.PUBLICATION, PICTURES)
    data: dict[str, Any] = json.loads(raw)
    return data


def test_it_keeps_the_schema() -> None:
    details = replace(
        stress.ARTICLE.details, embargo=datetime(2026, 11, 24, 6, tzinfo=UTC), genre="خبر",
        place="البصرة", slug="final", subject="كرة القدم", urgency=0,
    )  # fmt: skip
    validator = Draft202012Validator(SCHEMA)
    for article in (replace(stress.ARTICLE, details=details), BARE):
        assert [error.message for error in validator.iter_errors(written(article))] == []
    assert list(validator.iter_errors({"uri": "urn:x:1", "headline": "x"})), "the judge can refuse"


def test_it_says_what_is_known_and_nothing_of_the_desk() -> None:
    data = written(stress.ARTICLE)
    assert {one["role"] for one in data["headlines"]} == {"main", "kicker", "deck"}
    assert data["contentCreated"] == "2026-11-23T00:00:00+03:00"
    assert 'src="#picture-2"' in data["bodies"][0]["value"]
    assert [one["name"] for one in data["associations"]] == ["picture-1", "picture-2"]
    whole = json.dumps(data, ensure_ascii=False)
    assert not [word for word in (*stress.SECRETS, "javascript:", "huda") if word in whole]


def test_a_name_stays() -> None:
    assert written(BARE)["uri"] == written(BARE)["uri"]
    kept = replace(BARE, id="ab" * 16)
    assert written(kept)["uri"] == "urn:uuid:abababab-abab-abab-abab-abababababab"
