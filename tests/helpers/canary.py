"""Looking for a planted word in all that a program wrote: every file, packed or not, any form."""

from __future__ import annotations

import base64
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def forms(token: str) -> Iterator[bytes]:
    """How a token may stand in a file."""
    plain = token.encode()
    yield plain
    yield token.encode("utf-16-le")
    yield token.encode("utf-16-be")
    yield json.dumps(token).strip('"').encode()
    yield plain.hex().encode()
    for shift in range(3):  # the three ways base64 can cut it, without what its edges decide
        cut = base64.b64encode(b"x" * shift + plain)[4:-4]
        if len(cut) >= 8:
            yield cut


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and those of what is packed in it."""
    raw = path.read_bytes()
    yield path.name, raw
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield f"{path.name}/{name}", archive.read(name)
    elif raw[:5] == b"%PDF-":
        from deskeditor.formats.evidence import pdf

        yield f"{path.name} read", pdf.read(raw).encode()
        for number, stream in enumerate(_STREAM.findall(raw)):
            with suppress(zlib.error):  # not every stream is packed
                yield f"{path.name} stream {number}", zlib.decompressobj().decompress(stream)
    elif raw[:1] == b"\x78":
        yield f"{path.name} unpacked", zlib.decompress(raw)


def found_in(folders: Iterable[Path], tokens: Iterable[str]) -> list[str]:
    """Every file below the folders that holds one of the tokens, with the token."""
    wanted = [(token, form) for token in tokens for form in forms(token)]
    return [
        f"{name}: {token}"
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name, raw in contents(path)
        for token, form in wanted
        if form in raw
    ]


def searched(path: Path) -> set[str]:
    """Every word a search index holds: they stand folded, apart, and packed by their beginnings."""
    from deskeditor.sqlite.driver import connect

    db = connect(path, "write")
    try:
        db.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, said, row)").fetchall()
        return {word for (word,) in db.execute("SELECT term FROM temp.held")}
    finally:
        db.close()
