"""The fonts of the window, by what they set. Sizes are pixels; two weights, no italics."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QFont

Setting = Literal["ui", "title", "note", "body", "headline", "deck", "caption", "kicker"]

_NASKH = ("Noto Naskh Arabic", "Noto Sans")
_KUFI = ("Noto Kufi Arabic", "Noto Sans Arabic UI", "Noto Sans")
_SETTINGS: dict[str, tuple[tuple[str, ...] | None, float, bool]] = {
    "ui": (None, 13, False),
    "title": (None, 13, True),
    "note": (None, 12, False),
    "body": (_NASKH, 18, False),
    "headline": (_NASKH, 30, True),
    "deck": (_NASKH, 19, False),
    "caption": (_NASKH, 14.5, False),
    "kicker": (_KUFI, 13, True),
}


def families(language: str) -> tuple[str, ...]:
    """The window's families: the font of the language first, the other for its own script."""
    arabic, latin = "Noto Sans Arabic UI", "Noto Sans"
    return (latin, arabic) if language == "en" else (arabic, latin)


def font(setting: Setting, language: str = "ar") -> QFont:
    """The font that sets this kind of text."""
    names, size, bold = _SETTINGS[setting]
    made = QFont()
    made.setFamilies(list(names or families(language)))
    made.setPixelSize(round(size))
    made.setBold(bold)
    return made
