"""Bytes of a text file as text, whatever an Arabic newsroom saved them in.

Reads UTF-8 and UTF-16 with or without a byte order mark, and Windows-1256; refuses what is no text.
The text keeps its line ends, so that a position in it is a position in the file. A character that
no document can hold becomes U+FFFD in place, one for one, and is counted.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from deskeditor.domain.errors import BadInput

#: Beginnings of files that are no text, and what they are called.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"RIFF", "riff"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ", "xz"),
    (b"\x7fELF", "elf"),
    (b"MZ\x90", "exe"),
    (b"SQLite format 3\x00", "sqlite"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: As `domain.document.inline` forbids, but for the separators that end lines.
_UNHOLDABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
_LATIN = re.compile("[A-Za-z]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
#: What Arabic punctuation and typography of Windows-1256 decodes to, beside the letters.
_TYPOGRAPHY = re.compile(
    "[\u060c\u061b\u061f\u0640\u064b-\u0652\u2000-\u206f\u00a0\u00ab\u00bb…€°·]"
)
_COMMON = re.compile(r"(?<!\w)[وف]?(?:في|من|على|إلى|الى|أن|ان|عن|إن|التي|الذي|ما|مع|هذا|لا)(?!\w)")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """`text` as read by `encoding`; `lost` counts characters that could not be read."""

    text: str
    encoding: str
    lost: int = 0


def decode(raw: bytes, name: str) -> DecodedText:
    """The text in `raw`; `name` is the file's, for the error.

    Raises:
        BadInput: `file-not-text` for what is no text, `file-empty` for blank text.
    """
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise BadInput("file-not-text", name=name, kind=kind)
    found = _by_mark(raw) or _utf16_unmarked(raw) or _utf8(raw) or _one_byte(raw)
    if found is None:
        raise BadInput("file-not-text", name=name, kind="binary")
    clean = holdable(found.text, found.encoding)
    if not clean.text.strip():
        raise BadInput("file-empty", name=name)
    lost = found.lost + clean.lost
    if lost > max(8, len(clean.text) // 50):
        raise BadInput("file-not-text", name=name, kind="binary")
    return DecodedText(clean.text, found.encoding, lost)


def holdable(text: str, encoding: str = "utf-8") -> DecodedText:
    """`text` with what no document can hold replaced by U+FFFD, one for one."""
    clean, holes = _UNHOLDABLE.subn("\ufffd", text)
    return DecodedText(clean, encoding, holes)


def _by_mark(raw: bytes) -> DecodedText | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return DecodedText(text, encoding, text.count("\ufffd"))
    return None


def _utf16_unmarked(raw: bytes) -> DecodedText | None:
    """UTF-16 shows by its high bytes: nearly all are 00 (Latin), 06 (Arabic) or 20 (typography)."""
    sample = raw[: 1 << 16]
    if len(raw) % 2 or len(raw) < 4 or not any(high in sample for high in (0x00, 0x06)):
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        highs, lows = sample[first::2], sample[1 - first :: 2]
        plain = sum(highs.count(byte) for byte in (0x00, 0x06, 0x20))
        if plain >= 0.9 * len(highs) and lows.count(0x00) <= 0.02 * len(lows):
            text = raw.decode(encoding, "replace")
            return DecodedText(text, encoding, text.count("\ufffd"))
    return None


def _utf8(raw: bytes) -> DecodedText | None:
    """UTF-8, forgiving a few damaged bytes: no other encoding falls into its pattern by chance."""
    if len(_CONTROL_BYTES.findall(raw)) > len(raw) // 200:
        return None
    try:
        return DecodedText(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
        lost, beyond = text.count("\ufffd"), len(_NOT_ASCII.findall(text))
        return DecodedText(text, "utf-8", lost) if lost * 20 <= beyond else None


def _one_byte(raw: bytes) -> DecodedText | None:
    """Windows-1256, ISO 8859-6 where its words read better; only what reads as a language."""
    if len(_CONTROL_BYTES.findall(raw)) > len(raw) // 1000:
        return None
    tried = []
    for rank, encoding in enumerate(("cp1256", "iso8859_6")):
        text = raw.decode(encoding, "replace")
        beyond = len(_NOT_ASCII.findall(text))
        arabic = len(_ARABIC.findall(text))
        at_home = arabic + len(_TYPOGRAPHY.findall(text))
        latin = rank == 0 and beyond * 3 <= len(_LATIN.findall(text))
        if (arabic or latin) and at_home >= 0.85 * beyond:
            found = DecodedText(text, encoding, text.count("\ufffd"))
            tried.append((len(_COMMON.findall(text)), -found.lost, -rank, found))
    return max(tried, key=lambda item: item[:3])[3] if tried else None
