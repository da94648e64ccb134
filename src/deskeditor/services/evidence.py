"""Evidence: kept as it came, told by its bytes, read apart, held against an article's quotations.

A file is kept before its record is written. What cannot be read is kept all the same and proves
nothing: its record says why. What could be run, and what unpacks to a bomb, is refused.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from deskeditor.domain.document import clean_text
from deskeditor.domain.errors import BadInput
from deskeditor.domain.events import Bus, EvidenceChanged
from deskeditor.domain.image_ports import MediaFiles
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Clock, Ids, Store
from deskeditor.domain.quotes import Evidence, EvidenceKind
from deskeditor.formats.evidence.process import Leaf, Words, leaf_of, words_of
from deskeditor.formats.evidence.recognise import HEAD, kind_of
from deskeditor.formats.guard import MEGABYTE, display_name, file_size, read_bytes

#: Bytes of a file that is kept, and of one whose words are read.
MOST, READABLE = 500 * MEGABYTE, 50 * MEGABYTE
#: The longer side of a picture that is shown, in pixels.
SIDE = 1600
#: Code points of a pasted text.
PASTED = 1_000_000

#: Kinds in which no program looks for words, however small they are.
_UNREAD = {EvidenceKind.AUDIO: "recording", EvidenceKind.IMAGE: "picture"}
_LINK = re.compile(r"https?://[^\s<>\"]{3,2000}")
_TIMECODE = re.compile(r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True, slots=True)
class Where:
    """What a person says of evidence: where it is from, when a link was seen, where in a tape."""

    origin: str = ""
    seen_on: date | None = None
    timecode: str = ""


class EvidenceRoom:
    """The desk's evidence. Methods block (a file may take 30 s) and are thread-safe."""

    def __init__(self, store: Store, media: MediaFiles, clock: Clock, ids: Ids, bus: Bus) -> None:
        """Keep the ports; nothing is read yet."""
        self._store, self._media = store, media
        self._clock, self._ids, self._bus = clock, ids, bus
        self._lock = Lock()
        self._read: dict[str, tuple[Evidence, ...]] = {}

    def of(self, article: str) -> tuple[Evidence, ...]:
        """What is held against the quotations of an article, in the order it came."""
        with self._lock:
            if article not in self._read:
                self._read[article] = tuple(self._store.evidence(article))
            return self._read[article]

    def attach(self, article: str, path: Path, by: str, where: Where | None = None) -> Evidence:
        """Keep a file and hold it against the quotations.

        Raises:
            BadInput: missing, empty, over 500 MB, a program, a zip bomb, a time that is none.
            StoreError: it cannot be kept.
        """
        said = _checked(where or Where())
        kind, source, words = _examined(path)
        return self._keep(article, source, kind, words, display_name(path), by, said)

    def look(self, path: Path) -> Evidence:
        """A file as evidence for one check; nothing is kept and no store is opened.

        Raises:
            BadInput: as `attach`.
        """
        kind, source, words = _examined(path)
        raw = source if isinstance(source, bytes) else source.read_bytes()
        blob = hashlib.sha256(raw).hexdigest()
        return Evidence(
            id=blob, blob=blob, name=display_name(path), added_by="",
            added_at=self._clock.now(), text=words.text, kind=kind, unreadable=words.unreadable,
        )  # fmt: skip

    def paste(self, article: str, text: str, by: str, where: Where | None = None) -> Evidence:
        """Keep a text that was pasted.

        Raises:
            BadInput: empty or over a million characters.
        """
        clean = clean_text(text)
        if not clean.strip():
            raise BadInput("evidence-empty")
        if len(clean) > PASTED:
            raise BadInput("paste-too-long", characters=len(clean), limit=PASTED)
        said = _checked(where or Where())
        name = " ".join(clean.split())[:60]
        words = Words(clean)
        raw = text.encode("utf-8", "replace")
        return self._keep(article, raw, EvidenceKind.PASTED, words, name, by, said)

    def link(self, article: str, url: str, by: str, where: Where | None = None) -> Evidence:
        """Keep an address and the day it was seen; nothing is fetched.

        Raises:
            BadInput: no address of the web.
        """
        address = url.strip()
        if not _LINK.fullmatch(address):
            raise BadInput("evidence-no-link")
        said = _checked(where or Where())
        seen = said.seen_on or self._clock.now().date()
        said = Where(said.origin, seen, said.timecode)
        words = Words(None, "link")
        return self._keep(article, address.encode(), EvidenceKind.LINK, words, address, by, said)

    def take_off(self, article: str, evidence: str) -> None:
        """Hold it no longer against the quotations; the file and its record stay."""
        self._store.take_off_evidence(evidence)
        self._changed(article)

    def path(self, evidence: Evidence) -> Path | None:
        """Where the file lies, or None where it is missing."""
        return self._media.path(evidence.blob)

    def picture(self, evidence: Evidence) -> bytes:
        """A picture kept as evidence, small enough to be looked at, as a JPEG of our own making.

        Decoded in a process of its own, under the limits of every picture; what is shown carries
        nothing of the file but its pixels.

        Raises:
            BadInput: the file is missing, no picture after all, broken or over the limits.
        """
        from deskeditor.media.apart import shared
        from deskeditor.media.images import Request

        path = self._media.path(evidence.blob)
        if path is None:
            raise BadInput("picture-missing", name=evidence.name)
        record = ImageRecord(evidence.blob, "", 0, 0, 0, evidence.name)
        return shared().render(path, record, Request("jpeg", SIDE), words=False).data

    def page(self, evidence: Evidence, place: int | None, number: int = 1) -> Leaf:
        """A page of a PDF: the one a code point of its words stands on, or the one of a number.

        Drawn in a process of its own that can be killed; nothing in the file is run.

        Raises:
            BadInput: the file is missing, no PDF, locked, broken or over the limits.
        """
        path = self._media.path(evidence.blob)
        if path is None:
            raise BadInput("evidence-missing", name=evidence.name)
        if evidence.kind is not EvidenceKind.PDF:
            raise BadInput("evidence-no-page", name=evidence.name)
        leaf = leaf_of(read_bytes(path, READABLE), -1 if place is None else place, number)
        if isinstance(leaf, str):
            raise BadInput("evidence-no-page", name=evidence.name)
        return leaf

    def _keep(  # noqa: PLR0917 - what it is, what it says, who brought it
        self,
        article: str,
        source: Path | bytes,
        kind: EvidenceKind,
        words: Words,
        name: str,
        by: str,
        where: Where,
    ) -> Evidence:
        blob = self._media.name_of(source)
        made = Evidence(
            id=self._ids.new(), blob=blob, name=name, added_by=by, added_at=self._clock.now(),
            origin=where.origin, text=None if words.text is None else clean_text(words.text),
            kind=kind, unreadable=words.unreadable, seen_on=where.seen_on,
            timecode=where.timecode, article=article,
        )  # fmt: skip
        with self._media.arriving(blob, self._referred):
            self._media.put(source)
            self._store.add_evidence(made)
        self._changed(article)
        return made

    def _referred(self, blob: str) -> bool:
        """Whether evidence or an image refers to an original."""
        return blob in self._store.evidence_blobs() or bool(self._store.images([blob]))

    def _changed(self, article: str) -> None:
        with self._lock:
            self._read.pop(article, None)
        self._bus.publish(EvidenceChanged(article))


def _examined(path: Path) -> tuple[EvidenceKind, Path | bytes, Words]:
    """What a file is, what of it is kept (its bytes where they were read), and its words."""
    name = display_name(path)
    size = file_size(path, MOST)
    kind = kind_of(_head(path, name), name)
    if size > READABLE or kind in _UNREAD:
        return kind, path, Words(None, _UNREAD.get(kind, "too_large"))
    raw = read_bytes(path, READABLE)
    words = words_of(kind, raw)
    if words.unreadable == "bomb":
        raise BadInput("evidence-bomb", name=name)
    return EvidenceKind.FILE if words.unreadable == "unknown" else kind, raw, words


def _head(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise BadInput("file-unreadable", name=name) from error


def _checked(where: Where) -> Where:
    """What a person wrote, tidied.

    Raises:
        BadInput: a time that is none.
    """
    time = where.timecode.strip().translate(_DIGITS)
    if time and not _TIMECODE.fullmatch(time):
        raise BadInput("evidence-timecode", time=time[:20])
    return Where(" ".join(clean_text(where.origin).split()), where.seen_on, time)
