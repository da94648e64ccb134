"""What a file of evidence is, by its first bytes and never by its name.

Programs are refused whatever they call themselves; what nobody here can name is kept as a file.
"""

from __future__ import annotations

import re

from deskeditor.domain.errors import BadInput
from deskeditor.domain.quotes import EvidenceKind
from deskeditor.formats.decoding import decode

#: Bytes that are looked at.
HEAD = 4096

_PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"#!", b"\x00asm",
)  # fmt: skip
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_SOUNDS = (b"ID3", b"OggS", b"fLaC", b"FORM", b"#!AMR", b".snd", b"\x30\x26\xb2\x75")
_MPEG = re.compile(rb"\xff[\xe2-\xef\xf2-\xff][\x10-\xef]")
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"avif", b"msf1")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PAGE = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(head: bytes, name: str) -> EvidenceKind:
    """What the file beginning with `head` is; `name` (as shown) is for the error only.

    A zip is taken for a Word file here; its reader says when it is none.

    Raises:
        BadInput: `evidence-program` for anything that could be run.
    """
    found = _sound_or_picture(head)
    if found is not None:
        return found
    if head.startswith(_PROGRAMS):
        raise BadInput("evidence-program", name=name)
    if b"%PDF-" in head[:1024]:
        return EvidenceKind.PDF
    if head.startswith(_ZIP):
        return EvidenceKind.DOCX
    return _written(head, name)


def _sound_or_picture(head: bytes) -> EvidenceKind | None:
    brand = head[8:12]
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and brand == b"WEBP"):
        return EvidenceKind.IMAGE
    if head[4:8] == b"ftyp":
        return EvidenceKind.IMAGE if brand in _PICTURE_BRANDS else EvidenceKind.AUDIO
    sound = head.startswith(_SOUNDS) or (head[:4] == b"RIFF" and brand == b"WAVE")
    if sound or head[:4] == b"\x1a\x45\xdf\xa3" or _MPEG.match(head):
        return EvidenceKind.AUDIO
    return None


def _written(head: bytes, name: str) -> EvidenceKind:
    """Text, a page, or a file of which nobody here knows what it is."""
    for cut in range(4):  # a character of up to four bytes may be cut off at the end
        try:
            text = decode(head[: len(head) - cut] if cut else head, name).text
        except BadInput:
            continue
        return EvidenceKind.HTML if _PAGE.match(text) else EvidenceKind.TEXT
    return EvidenceKind.FILE
