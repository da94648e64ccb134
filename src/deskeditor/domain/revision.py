"""Revisions: an article frozen as canonical bytes, named by their sha256.

Parents and blobs are read from the hashed bytes themselves, never from beside them, so nobody can
claim another history for the same text.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from deskeditor.domain.article import Article, Details, PublishStamp
from deskeditor.domain.document import Address
from deskeditor.domain.document.codec import canonical, document_data, moment, read_document
from deskeditor.domain.errors import BadInput
from deskeditor.domain.findings import Dismissal
from deskeditor.domain.ledger import confirmation_data, read_confirmation
from deskeditor.domain.quotes import Fact

#: The newest manifest version this program writes and reads. A manifest is written in the oldest
#: version that can hold it, so that programs that know no ledger read all that has none, those that
#: know no facts signed one by one read all that has none of those, and those that know neither due
#: times nor follow-ups all that has none.
VERSION = 4
_SIGNED_SINGLY = 3
_SIGNED_WHOLE = 2
_WITHOUT_LEDGER = 1
#: What an article may be called: ids become names of folders, so they are one plain word.
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")

Data = dict[str, Any]


class Why(StrEnum):
    """What a revision was made for."""

    CREATED = "created"
    SAVED = "saved"
    IMPORTED = "imported"
    SUBMITTED = "submitted"
    TAKEN_OVER = "taken_over"
    MERGED = "merged"
    RESTORED = "restored"
    REVIEW_EDIT = "review_edit"


class DamagedRevision(BadInput):
    """The bytes are no manifest, or not those their name promises."""


class NewerRevision(BadInput):
    """The manifest was written by a newer program."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One frozen state of an article. `parents` are names of revisions, oldest first."""

    article: Article
    author: str
    at: datetime
    why: Why
    parents: tuple[str, ...] = ()
    label: str = ""

    @property
    def blobs(self) -> tuple[str, ...]:
        """The sha256 of every original the revision needs, sorted, each once."""
        return tuple(sorted({f.media for f in self.article.document.figures() if f.media}))


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _details_data(details: Details) -> Data:
    data: Data = {name: getattr(details, name) for name in Details.__slots__}
    data["published_on"] = _day(details.published_on)
    # Written where they are set: older texts keep their names.
    del data["due"], data["follows"], data["written_by"]
    if details.due is not None:
        data["due"] = moment(details.due)
    if details.follows:
        data["follows"] = details.follows
    if details.written_by:
        data["written_by"] = list(details.written_by)
    data["embargo"] = None if details.embargo is None else moment(details.embargo)
    data["masthead"] = list(details.masthead)
    stamp = details.stamp
    data["stamp"] = None if stamp is None else [stamp.label, stamp.text, _day(stamp.day)]
    return data


def _read_day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _read_details(data: Data) -> Details:
    stamp = data["stamp"]
    made = ("published_on", "embargo", "masthead", "stamp", "due", "written_by")
    plain = {k: v for k, v in data.items() if k not in made}
    embargo, due = data["embargo"], data.get("due")
    return replace(
        Details(**plain),
        published_on=_read_day(data["published_on"]),
        embargo=None if embargo is None else datetime.fromisoformat(embargo),
        due=None if due is None else datetime.fromisoformat(due),
        masthead=tuple(data["masthead"]),
        written_by=tuple(data.get("written_by", ())),
        stamp=None if stamp is None else PublishStamp(stamp[0], stamp[1], _read_day(stamp[2])),
    )


def _dismissal_data(item: Dismissal) -> list[str]:
    where = item.address
    return [item.rule, where.block, where.part, item.text, item.by, moment(item.at), item.why]


def _read_dismissal(data: list[str]) -> Dismissal:
    rule, block, part, text, by, at, why = data
    return Dismissal(rule, Address(block, part), text, by, datetime.fromisoformat(at), why)


def article_data(article: Article, blocks: list[Data] | None = None) -> Data:
    """An article as JSON data; the ledger stands in it only where there is one.

    `blocks` stand in the place of the document's own where they are given.
    """
    data: Data = {
        "id": article.id,
        "owner": article.owner,
        "document": document_data(article.document, blocks),
        "details": _details_data(article.details),
        "dismissals": [_dismissal_data(item) for item in article.dismissals],
    }
    if article.ledger:
        data["ledger"] = [confirmation_data(item) for item in article.ledger]
    return data


def read_article(data: Data) -> Article:
    """The article written by `article_data`.

    Raises:
        DamagedRevision: the data is no article, or its id no plain word.
        BadInput: its document is unsound or newer.
    """
    try:
        if not _ID.fullmatch(data["id"]):
            raise DamagedRevision("revision-damaged", what="id")
        return Article(
            id=data["id"],
            owner=data["owner"],
            document=read_document(data["document"]),
            details=_read_details(data["details"]),
            dismissals=tuple(_read_dismissal(item) for item in data["dismissals"]),
            ledger=tuple(read_confirmation(item) for item in data.get("ledger", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedRevision("revision-damaged") from error


def manifest(revision: Revision) -> bytes:
    """The canonical bytes of a revision; their sha256 is its name."""
    return canonical(
        {
            "v": _version(revision.article),
            "article": article_data(revision.article),
            "author": revision.author,
            "at": moment(revision.at),
            "why": revision.why.value,
            "parents": list(revision.parents),
            "label": revision.label,
            "blobs": list(revision.blobs),
        }
    )


def _version(article: Article) -> int:
    """The oldest version that can hold an article."""
    about, facts = article.details, (Fact.CUE, Fact.RELAY)
    if about.due is not None or about.follows or about.written_by:
        return VERSION
    for item in article.ledger:
        asked = item.cue is not None or item.relay is not None
        if asked or any(one.fact in facts for one in item.signed):
            return VERSION
    if any(item.signed for item in article.ledger):
        return _SIGNED_SINGLY
    return _SIGNED_WHOLE if article.ledger else _WITHOUT_LEDGER


def name_of(raw: bytes) -> str:
    """The name of a manifest: sha256 of its bytes, 64 hex digits."""
    return hashlib.sha256(raw).hexdigest()


def read_manifest(raw: bytes, name: str | None = None) -> Revision:
    """The revision written in `raw`; where `name` is given, the bytes must be the ones it names.

    Raises:
        DamagedRevision: other bytes than `name` promises, or no manifest.
        NewerRevision: written by a newer program.
    """
    if name is not None and name_of(raw) != name:
        raise DamagedRevision("revision-damaged", name=name[:12])
    try:
        data = json.loads(raw)
        if data["v"] > VERSION:
            raise NewerRevision("revision-newer", found=data["v"], known=VERSION)
        if data["v"] == _WITHOUT_LEDGER and "ledger" in data["article"]:
            raise DamagedRevision("revision-damaged", what="ledger")
        revision = Revision(
            article=read_article(data["article"]),
            author=data["author"],
            at=datetime.fromisoformat(data["at"]),
            why=Why(data["why"]),
            parents=tuple(data["parents"]),
            label=data["label"],
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise DamagedRevision("revision-damaged") from error
    if list(revision.blobs) != data.get("blobs"):
        raise DamagedRevision("revision-damaged", what="blobs")
    return revision
