"""The theme: tokens hold their contrast, the sheet names every token once for each direction."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from deskeditor.bootstrap import resources
from deskeditor.ui.theme.icons import MIRRORED, Icons
from deskeditor.ui.theme.stylesheet import stylesheet
from deskeditor.ui.theme.tokens import DARK, LIGHT, Tokens, grid

GROUNDS = ("window", "panel", "surface", "paper", "hover")
INKS = ("ink", "ink2", "accent", "error", "check", "name", "ok", "info", "legal")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_reads_on_every_ground_and_its_own_wash(tokens: Tokens) -> None:
    for ink, ground in product(INKS, GROUNDS):
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5, (ink, ground)
    for ink in ("accent", "error", "check", "name", "ok", "info", "legal"):
        assert contrast(getattr(tokens, ink), getattr(tokens, f"{ink}_wash")) >= 4.5, ink
    for ground in GROUNDS:
        assert contrast(tokens.edge, getattr(tokens, ground)) >= 2.9, ground
    assert contrast(tokens.on_accent, tokens.accent) >= 7


def test_the_sheet_has_no_placeholder_left_and_turns_with_the_language(tmp_path: Path) -> None:
    template = resources() / "styles" / "window.qss"
    right = stylesheet(template, LIGHT, rtl=True, icons=tmp_path)
    left = stylesheet(template, LIGHT, rtl=False, icons=tmp_path)
    assert "$" not in right + left
    assert right != left


@pytest.mark.usefixtures("qapp")
def test_pointing_icons_turn_round_and_the_others_do_not() -> None:
    folder = resources() / "icons"
    right, left = (Icons(folder, LIGHT, mirrored=m) for m in (True, False))
    for path in sorted(folder.glob("*.svg")):
        same = right.pixmap(path.stem).toImage() == left.pixmap(path.stem).toImage()
        symmetric = path.stem in {"list", "panel"} and same
        assert same == (path.stem not in MIRRORED) or symmetric, path.stem
    assert not left.pixmap("undo").isNull()


def test_the_grid_is_the_one_of_the_visual_language() -> None:
    assert grid(1366).inspector == 330
    assert grid(1440).rail == 196
    assert grid(1920).measure == 720
