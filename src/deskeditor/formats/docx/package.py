"""The parts of a DOCX put into one zip whose bytes depend on nothing but them.

No clock, no user, no machine: times are fixed, the order is ours, there is no thumbnail.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from deskeditor.formats.docx.xml import HEAD, quoteattr

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

#: The earliest time a zip can say; every member carries it.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def relationships(rows: list[tuple[str, str, str]]) -> str:
    """A relationships part of `(id, kind, target)`; a target with a scheme is outside the file."""
    written = []
    for key, kind, target in rows:
        outside = ' TargetMode="External"' if kind == "hyperlink" else ""
        uri = _CORE if kind == "core" else f"{_OFFICE}/{kind}"
        written.append(
            f'<Relationship Id="{key}" Type="{uri}" Target={quoteattr(target)}{outside}/>'
        )
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(written)}</Relationships>'


def content_types() -> str:
    """What each part is."""
    endings = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "jpeg": "image/jpeg",
        "png": "image/png",
    }
    parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/numbering.xml": f"{_WORD}.numbering+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings.items()
    )
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return f'{HEAD}<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The zip of these parts, in their order; pictures are stored as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.create_system = 0
            member.external_attr = 0
            stored = isinstance(content, bytes)
            member.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return out.getvalue()
