"""The process that reads one file coming in: bytes in, a draft out, under limits of its own.

Run as `python -I -m deskeditor.formats.incoming.reader`. Takes one frame: the head says the `kind`
of file and `at`, the moment its comments carry (ISO 8601, UTC). Answers one frame: `document`,
`details`, `notes` and the lengths of the pictures that follow; or `wrong`, a code of `errors.toml`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from importlib import import_module

from deskeditor.apart import frames, limits
from deskeditor.apart.values import Values
from deskeditor.domain.article import Details
from deskeditor.domain.document import codec
from deskeditor.domain.errors import KnownError
from deskeditor.domain.words import Bilingual
from deskeditor.formats.incoming.draft import Draft, Unreadable

#: Bytes of memory and seconds of work one file may cost.
MEMORY, SECONDS = 1536 * 2**20, 25

#: Where each kind of file is read.
MODULES: Mapping[str, str] = {
    "html": "deskeditor.formats.html.reader",
    "markdown": "deskeditor.formats.markdown.reader",
    "ninjs": "deskeditor.formats.ninjs.reader",
}
DETAILS: Values[Details] = Values(Details)
NOTES: Values[tuple[Bilingual, ...]] = Values(tuple[Bilingual, ...])


def told(kind: str, raw: bytes, at: datetime) -> tuple[frames.Data, bytes]:
    """The answer: a draft, or what is wrong with the file."""
    read: Callable[[bytes, datetime], Draft] = import_module(MODULES[kind]).read
    try:
        draft = read(raw, at)
    except Unreadable as error:
        return {"wrong": error.code}, b""
    except KnownError as error:
        return {"wrong": error.code, "kind": str(error.values.get("kind", ""))}, b""
    except MemoryError:
        return {"wrong": "file-too-heavy"}, b""
    except Exception:  # noqa: BLE001 - any fault of a parser is the file's
        return {"wrong": "file-broken"}, b""
    head = {
        "document": json.loads(codec.dumps(draft.document)),
        "details": DETAILS.data(draft.details),
        "notes": NOTES.data(draft.notes),
        "pictures": [[figure, len(data)] for figure, data in draft.pictures],
    }
    return head, b"".join(data for _figure, data in draft.pictures)


def main() -> None:
    """Read one frame and answer it."""
    limits.bind(MEMORY, seconds=SECONDS)
    asked = frames.receive(sys.stdin.buffer)
    if asked is None:
        return
    head, raw = asked
    answer = told(head["kind"], raw, datetime.fromisoformat(head["at"]))
    with suppress(BrokenPipeError):
        frames.send(sys.stdout.buffer, *answer)


if __name__ == "__main__":
    main()
