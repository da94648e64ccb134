"""The process that draws one page of a PDF: bytes in, a JPEG of our own making out, under limits.

Run as `python -I -m deskeditor.formats.evidence.leaf PLACE NUMBER`. PLACE is a code point of the
text `pdf.read` gives, or -1 where the page of that NUMBER is wanted, counted from 1. Answers one
line of JSON (`number`, `of`) and the picture, or `unreadable` with why. Forms and scripts of the
file are never run: PDFium is built without them and is asked to draw nothing of them.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import suppress

from deskeditor.apart import limits
from deskeditor.domain.document import clean_text
from deskeditor.formats.evidence import pdf

#: Bytes of memory, seconds of work, pixels of the longer side.
MEMORY, SECONDS, SIDE = 1536 * 2**20, 20, 1600
#: Points are drawn this large at most: a visiting card need not fill the screen.
_LARGEST = 3.0


def draw(raw: bytes, place: int, number: int) -> bytes:
    """One page as JSON and JPEG.

    Raises:
        pdf.Locked: it asks for a password.
        Exception: whatever PDFium says of a broken one.
    """
    document = pdf.opened(raw)
    wanted = number if place < 0 else page_at(document, place)
    index = min(max(wanted, 1), len(document)) - 1
    page = document[index]
    scale = min(_LARGEST, SIDE / max(1.0, *page.get_size()))
    image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    held = io.BytesIO()
    image.save(held, "JPEG", quality=85)
    head = {"number": index + 1, "of": len(document)}
    return json.dumps(head).encode() + b"\n" + held.getvalue()


def page_at(document: pdf.Document, place: int) -> int:
    """The number of the page on which a code point of the whole text stands."""
    passed, last = 0, 1
    for number, text in enumerate(pdf.pages(document), start=1):
        if not text.strip():
            continue
        passed, last = passed + len(clean_text(text)) + 1, number
        if place < passed:
            break
    return last


def main() -> None:
    """Draw the page the command line asks for of the file on standard input."""
    limits.bind(MEMORY, seconds=SECONDS)
    try:
        answer = draw(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2]))
    except pdf.Locked:
        answer = b'{"unreadable": "locked"}\n'
    except MemoryError:
        answer = b'{"unreadable": "too_much"}\n'
    except Exception:  # noqa: BLE001 - any fault of a parser is the file's
        answer = b'{"unreadable": "broken"}\n'
    with suppress(BrokenPipeError):
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
