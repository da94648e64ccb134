"""The process that decodes pictures: frames in, frames out, under limits of its own.

Run as `python -I -m deskeditor.media.worker`. Whatever a hostile file does to it, the desk lives
on; it ends by itself when nobody asks anything for a while, or when the desk is gone.
"""

from __future__ import annotations

import select
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from deskeditor.apart import frames, limits
from deskeditor.domain.errors import KnownError
from deskeditor.media import images, wire
from deskeditor.media.opening import MAX_PIXELS, pillow

#: Bytes of memory this process may have, and seconds it waits for the next question.
MEMORY, PATIENCE = 2 * 2**30, 120.0


def answer(head: frames.Data, raw: bytes) -> tuple[frames.Data, bytes]:
    """Do what one frame asks; a fault of the file's is an answer too."""
    name = str(head.get("name", ""))
    try:
        return _DO[head["do"]](head, Path(head["path"]) if "path" in head else raw)
    except KnownError as error:
        return {"code": error.code, "values": error.values}, b""
    except MemoryError:
        return {"code": "image-too-large", "values": {"name": name, "limit": _MEGAPIXELS}}, b""
    except OSError:
        return {"code": "picture-missing", "values": {"name": name}}, b""


_MEGAPIXELS = MAX_PIXELS // 10**6


def _examine(head: frames.Data, source: Path | bytes) -> tuple[frames.Data, bytes]:
    record, small = images.picture_of(source, head["media"], head["name"], head["size"])
    return {"record": wire.record_data(record), "mime": small.mime}, small.data


def _render(head: frames.Data, source: Path | bytes) -> tuple[frames.Data, bytes]:
    record, request = wire.read_record(head["record"]), wire.read_request(head["request"])
    made = images.render(source, record, request=request, words=head["words"])
    return {"mime": made.mime, "width": made.width, "height": made.height}, made.data


def _likeness(head: frames.Data, source: Path | bytes) -> tuple[frames.Data, bytes]:
    return {"likeness": images.likeness_of(source, head["name"])}, b""


_DO = {"examine": _examine, "render": _render, "likeness": _likeness}


def serve(source: BinaryIO, to: BinaryIO) -> None:
    """Answer frames until the other side is gone or silent."""
    while select.select([source], [], [], PATIENCE)[0]:
        asked = frames.receive(source)
        if asked is None:
            return
        frames.send(to, *answer(*asked))


def main() -> None:
    """Serve standard input and output."""
    limits.bind(MEMORY)
    pillow()
    # Unbuffered: what a buffer has read already, no select would see.
    with suppress(BrokenPipeError, KeyboardInterrupt), open(0, "rb", buffering=0) as source:
        serve(cast("BinaryIO", source), sys.stdout.buffer)


if __name__ == "__main__":
    main()
