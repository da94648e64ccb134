"""The process that reads one file of evidence: bytes in, words out, under limits of its own.

Run as `python -I -m deskeditor.formats.evidence.reader KIND`. Answers one JSON object on standard
output: `text`, or `unreadable` with why. Whatever a hostile file does to it, the desk lives on.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress

from deskeditor.apart import limits

#: Bytes of memory and seconds of work one file may cost; characters that are kept.
MEMORY, SECONDS, CHARACTERS = 1536 * 2**20, 20, 4_000_000


def read(kind: str, raw: bytes) -> dict[str, str]:
    """The words of a file, or why there are none."""
    try:
        text = _text(kind, raw)
    except MemoryError:
        return {"unreadable": "too_much"}
    except Exception as error:  # noqa: BLE001 - any fault of a parser is the file's
        return {"unreadable": _why(error)}
    if not text.strip():
        return {"unreadable": "scanned" if kind == "pdf" else "empty"}
    return {"text": text[:CHARACTERS]}


def _text(kind: str, raw: bytes) -> str:
    from deskeditor.formats.decoding import decode
    from deskeditor.formats.evidence import docx, html, pdf

    readers = {"pdf": pdf.read, "docx": docx.read, "html": html.read}
    reader = readers.get(kind)
    return decode(raw, "").text if reader is None else reader(raw)


def _why(error: Exception) -> str:
    from deskeditor.formats.evidence import docx, pdf

    if isinstance(error, docx.Locked | pdf.Locked):
        return "locked"
    if isinstance(error, docx.Bomb):
        return "bomb"
    return "unknown" if isinstance(error, docx.NotWord) else "broken"


def main() -> None:
    """Read standard input as the kind named on the command line."""
    limits.bind(MEMORY, seconds=SECONDS)
    answer = read(sys.argv[1], sys.stdin.buffer.read())
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(answer))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
