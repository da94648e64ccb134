"""Small files of evidence, made by hand: Word, PDF, and both with something wrong."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

#: A text box inside a paragraph.
BOX = (
    "<w:p><w:r><w:t>خارج</w:t></w:r><w:r><w:pict><w:txbxContent>"
    "<w:p><w:r><w:t>داخل</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
)


def docx(body: str, parts: Mapping[str, str] | None = None, *, head: str = "") -> bytes:
    """A Word file with this body and further parts, each the inside of its root."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        inside = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{head}{inside}')
        for name, part in (parts or {}).items():
            archive.writestr(name, f'<w:part xmlns:w="{_W}">{part}</w:part>')
    return out.getvalue()


def pdf(text: str, *, locked: bool = False) -> bytes:
    """A page with this Latin text, or with none; `locked` asks for a password nobody gave."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b"0 0 612 792 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    trailer = b"/Root 1 0 R"
    if locked:
        wrong = hashlib.sha256(b"nobody").hexdigest().encode()
        objects.append(b"<</Filter/Standard/V 1/R 2/P -44/O<%s>/U<%s>>>" % (wrong, wrong))
        trailer += b"/Encrypt 6 0 R/ID[<00><00>]"
    return _file(objects, trailer)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out.write(b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start))
    return out.getvalue()
