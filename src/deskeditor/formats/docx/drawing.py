"""A picture in the line of text, with its alternative text where Word keeps it."""

from __future__ import annotations

from deskeditor.formats.docx.xml import quoteattr
from deskeditor.formats.pictures import Picture

#: English Metric Units: 914,400 an inch; a pixel is 1/96 inch.
_PIXEL = 9525
#: The widest and the tallest picture on an A4 page with our margins: 16 cm and 18 cm.
_WIDEST, _TALLEST = 5_760_000, 6_480_000
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def size_on_page(picture: Picture) -> tuple[int, int]:
    """Width and height in EMU: natural size, made smaller to fit the column; never 0."""
    width, height = picture.width * _PIXEL, picture.height * _PIXEL
    scale = min(1.0, _WIDEST / width, _TALLEST / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def drawing(picture: Picture, key: str, number: int, alt: str, kind: str) -> str:
    """The `w:drawing` of a picture; `key` is its relationship, `number` unique in the file."""
    width, height = size_on_page(picture)
    extent = f'cx="{width}" cy="{height}"'
    name = f"Picture {number}"
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="{name}" descr={quoteattr(alt)}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">'
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="picture{number}.{kind}" descr={quoteattr(alt)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
