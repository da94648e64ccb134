"""The process that draws one page of a PDF: bytes in, a JPEG of our own making out, under limits.

Run as `python -I -m deskeditor.formats.evidence.leaf PLACE NUMBER`. PLACE is a code point of the
text `pdf.read` gives, or -1 where the page of that NUMBER is wanted, counted from 1. Answers one
line of JSON (`number`, `of`, `at`) and the picture, or `unreadable` with why. No script of the file
is ever run: PDFium is built without them; its forms are not drawn.
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
    wanted, at = (number, 0.0) if place < 0 else page_at(document, place)
    index = min(max(wanted, 1), len(document)) - 1
    page = document[index]
    scale = min(_LARGEST, SIDE / max(1.0, *page.get_size()))
    image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    held = io.BytesIO()
    image.save(held, "JPEG", quality=85)
    head = {"number": index + 1, "of": len(document), "at": at}
    return json.dumps(head).encode() + b"\n" + held.getvalue()


def page_at(document: pdf.Document, place: int) -> tuple[int, float]:
    """The number of the page a code point of the whole text stands on, and how far down it.

    How far is told by the glyphs: the share of the page's height above the line it stands on.
    """
    passed, last, at = 0, 1, 0.0
    for number, text in enumerate(pdf.pages(document), start=1):
        if not text.strip():
            continue
        words = clean_text(text)
        if place < passed + len(words) + 1:
            line = words[: max(0, place - passed)].count("\n")
            return number, pdf.height_of(document[number - 1], line)
        passed, last = passed + len(words) + 1, number
    return last, at


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
