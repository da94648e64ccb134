"""What the editor looks like: a small value the window fills, and the setting of each kind of line.

Sizes are pixels for a body of 18 px; the editor scales all of them together by
`body_px / 18 × zoom`. Figures are those of the visual language: body 18 on 33, headline 30 on 51.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from deskeditor.ui.editor.lines import Kind, Tag

#: The body size all other sizes are relative to, in pixels.
BODY = 18.0
#: Underlines stand this far under the baseline, in em of the body: clear of dots and tails.
UNDER = 0.5
#: The width of one step of indent, and of the gutters on both sides of the text, in pixels.
INDENT, GUTTER = 28, 72


@dataclass(frozen=True, slots=True)
class EditorTheme:
    """Colours as `#RRGGBB`, font families first choice first, sizes in pixels.

    `measure` is the width of the text column at zoom 1; on a narrower page the column shrinks.
    """

    ink: str = "#171C1D"
    ink2: str = "#485254"
    accent: str = "#0B5A6B"
    accent_wash: str = "#DCECEF"
    error: str = "#B0201C"
    error_wash: str = "#FBE6E3"
    check: str = "#7F5200"
    check_wash: str = "#FBF0D6"
    name: str = "#525C5F"
    name_wash: str = "#E8ECEC"
    ok: str = "#1C683A"
    ok_wash: str = "#DFF1E4"
    info: str = "#244FA8"
    info_wash: str = "#E3EAF9"
    legal: str = "#6B3A8C"
    legal_wash: str = "#F1E7F7"
    paper: str = "#FEFEFC"
    panel: str = "#F5F7F6"
    selection: str = "#BFDDE4"
    hairline: str = "#D3D9D8"
    edge: str = "#7E8988"
    body_families: tuple[str, ...] = ("Noto Naskh Arabic", "Noto Sans")
    kicker_families: tuple[str, ...] = ("Noto Kufi Arabic", "Noto Sans Arabic UI", "Noto Sans")
    body_px: float = BODY
    measure: int = 640


#: The faces a page can be set in, first choice first, and how much larger than Noto Naskh they are
#: set. Where a face is not installed the page keeps Noto Naskh, at its own size.
FACES: Mapping[str, tuple[tuple[str, ...], float]] = {
    "naskh": (("Noto Naskh Arabic", "Noto Sans"), 0),
    "amiri": (("Amiri", "Noto Naskh Arabic", "Noto Sans"), 2),
}
#: Widths of the text column in pixels at normal zoom, about 9 and 14 Arabic words a line; what is
#: not named here is the theme's own.
_LINES: Mapping[str, int] = {"narrow": 520, "wide": 800}


def with_face(theme: EditorTheme, face: str) -> EditorTheme:
    """The theme set in a face of `FACES`; an unknown or missing one leaves it as it is."""
    families, more = FACES.get(face, ((), 0))
    if not families or not QFontDatabase.hasFamily(families[0]):
        return theme
    return replace(theme, body_families=families, body_px=theme.body_px + more)


def with_lines(theme: EditorTheme, lines: str) -> EditorTheme:
    """The theme with narrow or wide lines."""
    return replace(theme, measure=_LINES.get(lines, theme.measure))


@dataclass(frozen=True, slots=True)
class Setting:
    """How one kind of line is set, at a body of 18 px; gaps are margins above and below."""

    size: float = BODY
    line: float = 33
    above: float = 0
    below: float = 12
    bold: bool = False
    kicker: bool = False
    colour: str = "ink"
    indent: int = 0
    inset: float = 0


_SETTINGS: Mapping[Kind, Setting] = {
    Kind.KICKER: Setting(13, 24, 0, 2, bold=True, kicker=True, colour="accent"),
    Kind.HEADLINE: Setting(30, 51, 0, 4, bold=True),
    Kind.DECK: Setting(19, 35, 0, 4, colour="ink2"),
    Kind.BYLINE: Setting(14.5, 26, 0, 0, bold=True, colour="ink2"),
    Kind.DATELINE: Setting(14.5, 26, 0, 26, colour="ink2"),
    Kind.PARAGRAPH: Setting(),
    Kind.HEADING: Setting(22, 38, 14, 4, bold=True),
    Kind.QUOTATION: Setting(19, 35, 6, 0, indent=1),
    Kind.ATTRIBUTION: Setting(14.5, 26, 0, 14, colour="ink2", indent=1),
    Kind.ITEM: Setting(below=4),
    Kind.FIGURE: Setting(line=0, above=4, below=4),
    Kind.CAPTION: Setting(14.5, 26, 0, 0, colour="ink2"),
    Kind.CREDIT: Setting(13, 24, 0, 16, colour="ink2"),
    Kind.CELL: Setting(16, 29, 0, 0),
    Kind.TABLE_CAPTION: Setting(14.5, 26, 4, 16, colour="ink2"),
    Kind.SEPARATOR: Setting(line=24, below=12),
    Kind.NOTE: Setting(16, 29, 6, 18, inset=14),
}
_SMALL_HEADING = Setting(19, 34, 10, 2, bold=True)


def setting(tag: Tag) -> Setting:
    """How the line of this tag is set."""
    if tag.kind is Kind.HEADING and tag.values.get("level") == 3:
        return _SMALL_HEADING
    return _SETTINGS[tag.kind]


@lru_cache(maxsize=64)
def font(theme: EditorTheme, made: Setting, scale: float) -> QFont:
    """The font of a setting; `scale` is `body_px / 18 × zoom`."""
    result = QFont()
    families = theme.kicker_families if made.kicker else theme.body_families
    result.setFamilies(list(families))
    result.setPixelSize(max(6, round(made.size * scale)))
    result.setBold(made.bold)
    return result
