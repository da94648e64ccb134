"""Bullets and numbers of lists. Each numbered list counts from one on its own."""

from __future__ import annotations

from deskeditor.formats.docx.xml import HEAD, W

_LEVELS = 9
_BULLETS = ("•", "◦", "▪")
BULLET = 1


def _level(level: int, form: str, text: str, fonts: str = "") -> str:
    indent = 720 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr>{fonts}</w:lvl>'
    )


def numbering_xml(ordered: int) -> str:
    """`word/numbering.xml` for bullets (number `BULLET`) and `ordered` numbered lists after it."""
    fonts = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr>'
    bullets = "".join(_level(n, "bullet", _BULLETS[n % 3], fonts) for n in range(_LEVELS))
    numbers = "".join(_level(n, "decimal", f"%{n + 1}.") for n in range(_LEVELS))
    kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
    lists = "".join(
        f'<w:num w:numId="{BULLET + n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, ordered + 1)
    )
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}">'
        f'<w:abstractNum w:abstractNumId="0">{kind}{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{kind}{numbers}</w:abstractNum>'
        f'<w:num w:numId="{BULLET}"><w:abstractNumId w:val="0"/></w:num>{lists}</w:numbering>'
    )
