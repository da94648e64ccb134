"""The Fusion palette of a colour scheme: what the style sheet does not reach is right too."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from deskeditor.ui.theme.tokens import Tokens


def palette(tokens: Tokens) -> QPalette:
    """A palette in which disabled means the control edge's colour, never opacity."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for part, colour in {
        role.Window: tokens.window,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.error,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.ink,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.legal,
        role.PlaceholderText: tokens.ink2,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.hairline,
        role.Dark: tokens.edge,
        role.Shadow: tokens.ink,
    }.items():
        made.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(group.Disabled, part, QColor(tokens.edge))
    return made
