"""The words of a Word file: body with its tables, then headers, footnotes, endnotes, comments.

What a zip claims is added up before a byte is unpacked, and unpacking stops where it lied.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

#: Bytes all parts may have together, how often larger than the file they may be, and how many.
MOST, RATIO, PARTS = 100 * 2**20, 100, 5000

_PARTS = re.compile(r"word/(?:document|header\d*|footnotes|endnotes|comments)\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ORDER = ("document", "header", "footnotes", "endnotes", "comments")


class Bomb(ValueError):
    """A zip that unpacks to more than a document could be."""


class NotWord(ValueError):
    """A zip that is no Word file."""


class Locked(ValueError):
    """A file that asks for a password."""


def read(raw: bytes) -> str:
    """The document's text, a line a paragraph.

    Raises:
        Bomb, NotWord, Locked: see there.
        Exception: whatever zipfile and lxml say of a broken one.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = archive.infolist()
        check(members, len(raw))
        wanted = [m for m in members if _PARTS.fullmatch(m.filename)]
        if not any(m.filename == "word/document.xml" for m in wanted):
            raise NotWord
        if any(m.flag_bits & 1 for m in wanted):
            raise Locked
        wanted.sort(key=lambda m: (_rank(m.filename), m.filename))
        lines = [line for member in wanted for line in _lines(_unpacked(archive, member))]
    return "\n".join(line for line in lines if line.strip())


def check(members: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse what claims to unpack to too much.

    Raises:
        Bomb: too large together, too much larger than the file, or too many parts.
    """
    whole = sum(member.file_size for member in members)
    if whole > MOST or whole > RATIO * max(size, 1) + 2**20 or len(members) > PARTS:
        raise Bomb


def _rank(name: str) -> int:
    return next(n for n, part in enumerate(_ORDER) if name.startswith(f"word/{part}"))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as part:
        raw = part.read(member.file_size + 1)
    if len(raw) > member.file_size:
        raise Bomb
    return raw


def _lines(raw: bytes) -> Iterator[str]:
    """The paragraphs of one part. Deleted text is no longer said; inserted text is."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(raw, parser)
    for paragraph in root.iter(f"{_W}p"):
        said: list[str] = []
        for run in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
            if next(run.iterancestors(f"{_W}p"), None) is not paragraph:
                continue
            said.append((run.text or "") if run.tag == f"{_W}t" else _plain(str(run.tag)))
        yield "".join(said)


def _plain(tag: str) -> str:
    return {"tab": " ", "br": "\n"}.get(tag.removeprefix(_W), "-")
