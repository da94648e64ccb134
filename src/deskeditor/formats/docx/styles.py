"""The styles of our Word files, under the names Word users know, made for one direction.

Built here and not on a library's template: those carry letter-spacing in Title (it breaks joined
letters), italics in the quote styles and theme fonts without an Arabic form. Every size and weight
is said twice, for Latin (`sz`, `b`) and for complex scripts (`szCs`, `bCs`).
"""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.formats.docx.xml import HEAD, W, element, flag

_TEXT = "Times New Roman"
_HEADS = "Arial"
_GREY, _RED, _BLUE = "555555", "9A1F2B", "0B4F8A"


@dataclass(frozen=True)
class _Look:
    """One paragraph style. Sizes in half-points, spaces in twentieths of a point."""

    id: str
    name: str
    size: int = 0
    bold: bool = False
    font: str = ""
    colour: str = ""
    before: int | None = None
    after: int | None = None
    level: int | None = None
    next: str = "Normal"
    together: bool = False
    extra: str = ""
    indent: int = 0
    own: bool = False


_LOOKS = (
    _Look("Publication", "Publication", 28, True, _HEADS, after=0, next="Masthead", own=True),
    _Look("Masthead", "Masthead", 18, font=_HEADS, colour=_GREY, after=0, next="Masthead",
          own=True),
    _Look("Kicker", "Kicker", 22, True, _HEADS, _RED, before=360, after=0, next="Title",
          together=True, own=True),
    _Look("Title", "Title", 44, True, _HEADS, before=200, after=120, next="Subtitle",
          together=True),
    _Look("Subtitle", "Subtitle", 30, colour=_GREY, after=120, together=True),
    _Look("Byline", "Byline", 22, font=_HEADS, colour=_GREY, after=280, own=True),
    _Look("Heading1", "heading 1", 36, True, _HEADS, before=360, after=120, level=0, together=True),
    _Look("Heading2", "heading 2", 32, True, _HEADS, before=320, after=100, level=1, together=True),
    _Look("Heading3", "heading 3", 28, True, _HEADS, before=280, after=80, level=2, together=True),
    _Look("Quote", "Quote", 30, before=200, after=60, indent=567, next="Attribution"),
    _Look("Attribution", "Attribution", 22, colour=_GREY, after=240, indent=567, own=True),
    _Look("Figure", "Figure", before=240, after=80, next="Caption", together=True, own=True),
    _Look("Caption", "caption", 22, font=_HEADS, colour=_GREY, after=240),
    _Look("ListParagraph", "List Paragraph", after=80, next="ListParagraph",
          extra="<w:contextualSpacing/>"),
    _Look("TableText", "Table Text", 24, after=0, next="TableText", own=True),
    _Look("Separator", "Separator", before=200, after=320, own=True),
    _Look("Colophon", "Colophon", 18, font=_HEADS, colour=_GREY, before=480, after=0, own=True),
    _Look("Footer", "footer", 18, font=_HEADS, colour=_GREY, after=0, next="Footer"),
)  # fmt: skip
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="999999"/></w:pBdr>'


def _fonts(name: str) -> str:
    return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name) if name else ""


def _look_xml(look: _Look, *, rtl: bool) -> str:
    spacing = {k: v for k, v in (("before", look.before), ("after", look.after)) if v is not None}
    paragraph = (
        flag("keepNext", look.together)
        + flag("keepLines", look.together)
        + (_RULE if look.id == "Separator" else "")
        + flag("bidi", rtl)
        + (element("spacing", **spacing) if spacing else "")
        + (element("ind", left=look.indent, right=look.indent) if look.indent else "")
        + look.extra
        + (element("jc", val="center") if look.id in ("Figure", "Footer") else "")
        + ("" if look.level is None else element("outlineLvl", val=look.level))
    )
    run = (
        _fonts(look.font)
        + (flag("b") + flag("bCs") if look.bold else "")
        + (element("color", val=look.colour) if look.colour else "")
        + (element("sz", val=look.size) + element("szCs", val=look.size) if look.size else "")
    )
    custom = ' w:customStyle="1"' if look.own else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.id}">'
        + element("name", val=look.name)
        + element("basedOn", val="Normal")
        + element("next", val=look.next)
        + flag("qFormat")
        + f"<w:pPr>{paragraph}</w:pPr>"
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _characters(*, rtl: bool) -> str:
    """Strong, Emphasis (Arabic has no italics: dots under the line), Hyperlink."""
    stress = '<w:u w:val="dotted"/>' if rtl else "<w:i/><w:iCs/>"
    looks = (
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        ("Emphasis", "Emphasis", stress),
        ("Hyperlink", "Hyperlink", f'<w:color w:val="{_BLUE}"/><w:u w:val="single"/>'),
    )
    return "".join(
        f'<w:style w:type="character" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
        for style, name, look in looks
    )


_DEFAULT_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)


def styles_xml(*, rtl: bool, locale: str) -> str:
    """`word/styles.xml`. `locale` is the BCP 47 tag of the text, such as `ar-IQ`."""
    language = element("lang", val="en-US", bidi=locale) if rtl else element("lang", val=locale)
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        + _fonts(_TEXT)
        + element("sz", val=28)
        + element("szCs", val=28)
        + language
        + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        + element("spacing", after=200, line=340, lineRule="auto")
        + "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{flag('bidi', rtl)}</w:pPr></w:style>"
    )
    looks = "".join(_look_xml(look, rtl=rtl) for look in _LOOKS)
    return (
        f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{normal}{_DEFAULT_CHARACTER}{_TABLES}{looks}'
        f"{_characters(rtl=rtl)}</w:styles>"
    )
