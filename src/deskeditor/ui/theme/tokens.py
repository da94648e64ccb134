"""The colours and sizes of the window, light and dark, each named for what it is used for.

Colours are `#RRGGBB`. Every text colour was held against every ground below and its own wash: the
worst contrast is 4.5 or better (WCAG 2 AA). Sizes are device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour scheme.

    A `*_wash` is the ground for text in the colour of the same name. `edge` outlines controls
    (3.0 or better against every ground) and is the colour of what is disabled; `hairline` only
    decorates.
    """

    scheme: Scheme
    ink: str
    ink2: str
    accent: str
    accent_wash: str
    on_accent: str
    error: str
    error_wash: str
    check: str
    check_wash: str
    name: str
    name_wash: str
    ok: str
    ok_wash: str
    info: str
    info_wash: str
    legal: str
    legal_wash: str
    window: str
    panel: str
    surface: str
    paper: str
    hover: str
    pressed: str
    selection: str
    hairline: str
    edge: str


LIGHT = Tokens(
    scheme="light",
    ink="#171C1D",
    ink2="#485254",
    accent="#0B5A6B",
    accent_wash="#DCECEF",
    on_accent="#FFFFFF",
    error="#B0201C",
    error_wash="#FBE6E3",
    check="#7F5200",
    check_wash="#FBF0D6",
    name="#525C5F",
    name_wash="#E8ECEC",
    ok="#1C683A",
    ok_wash="#DFF1E4",
    info="#244FA8",
    info_wash="#E3EAF9",
    legal="#6B3A8C",
    legal_wash="#F1E7F7",
    window="#E9ECEC",
    panel="#F5F7F6",
    surface="#FFFFFF",
    paper="#FEFEFC",
    hover="#E3E8E7",
    pressed="#D5DDDB",
    selection="#BFDDE4",
    hairline="#D3D9D8",
    edge="#7E8988",
)

DARK = Tokens(
    scheme="dark",
    ink="#E8ECEB",
    ink2="#AFBABB",
    accent="#6CC3D5",
    accent_wash="#17363D",
    on_accent="#08262D",
    error="#FF958A",
    error_wash="#44211F",
    check="#EBB95A",
    check_wash="#3C2F14",
    name="#A9B4B7",
    name_wash="#2B3336",
    ok="#7DCE98",
    ok_wash="#1B3626",
    info="#9DBBFF",
    info_wash="#202E4C",
    legal="#D2A9EC",
    legal_wash="#362643",
    window="#121617",
    panel="#191E20",
    surface="#20272A",
    paper="#1C2224",
    hover="#2A3236",
    pressed="#343D41",
    selection="#1F4A54",
    hairline="#333C40",
    edge="#7F8B8F",
)


def tokens(scheme: str) -> Tokens:
    """The tokens of a scheme; anything but `"dark"` is light."""
    return DARK if scheme == "dark" else LIGHT


@dataclass(frozen=True, slots=True)
class Grid:
    """Widths of the columns for one width of the window, in pixels."""

    rail: int
    queue: int
    inspector: int
    strip: int
    measure: int


#: Heights that never change, in pixels.
MENU, TOOLBAR, DECISION, STATUS, TITLE = 30, 46, 68, 30, 42
#: The centre is never narrower than this: the inspector folds first.
CENTRE_LEAST = 560


def grid(width: int) -> Grid:
    """The columns for a window of this width."""
    if width >= 1800:
        return Grid(216, 320, 420, 72, 720)
    if width >= 1420:
        return Grid(196, 268, 356, 70, 640)
    return Grid(172, 240, 330, 62, 590)
