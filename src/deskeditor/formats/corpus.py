"""Files of texts to measure and to learn from, read and refused as an article's are."""

from __future__ import annotations

from pathlib import Path

from deskeditor.formats.decoding import decode
from deskeditor.formats.guard import display_name, read_bytes

#: Bytes of the largest file: an archive of some years in lines of JSON.
MOST = 2_000_000_000


def corpus_text(path: Path, most: int = MOST) -> str:
    """The text of a file of at most `most` bytes; nothing for one that holds blanks only.

    Raises:
        BadInput: `file-not-text` and the rest of `read_bytes`.
    """
    raw = read_bytes(path, most)
    if not raw.strip():
        return ""
    return decode(raw, display_name(path)).text
