"""What passes through a pipe between two of our processes: frames.

A frame is two lengths (4 bytes each, most significant first), a JSON object and raw bytes.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">II")
#: Bytes either part may have at most: whoever announces more has lost its way.
MOST = 2**29
Data = dict[str, Any]


class Garbled(ValueError):
    """What came is no frame, or not what was to be said."""


def send(to: BinaryIO, head: Data, raw: bytes = b"") -> None:
    """Write one frame. A file's name that is no text passes too."""
    said = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(errors=_ERRORS)
    to.write(_LENGTHS.pack(len(said), len(raw)) + said)
    if raw:
        to.write(raw)
    to.flush()


_ERRORS = "surrogatepass"


def receive(source: BinaryIO) -> tuple[Data, bytes] | None:
    """One frame; None where the other side is gone.

    Raises:
        Garbled: no frame came.
    """
    lengths = _exactly(source, _LENGTHS.size)
    if lengths is None:
        return None
    head, body = _LENGTHS.unpack(lengths)
    if max(head, body) > MOST:
        raise Garbled("a frame too long")
    said, raw = _exactly(source, head), _exactly(source, body)
    if said is None or raw is None:
        return None
    try:
        data = json.loads(said.decode(errors=_ERRORS))
    except (ValueError, RecursionError) as error:
        raise Garbled("a frame that is no JSON") from error
    if not isinstance(data, dict):
        raise Garbled("a frame that is no object")
    return data, raw


def _exactly(source: BinaryIO, length: int) -> bytes | None:
    """So many bytes; a pipe gives them in pieces. None where it ends before."""
    parts: list[bytes] = []
    while length:
        part = source.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
