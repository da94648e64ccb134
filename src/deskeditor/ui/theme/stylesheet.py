"""The window's style sheet, made from the tokens once for each direction.

Qt's sheets know left and right only: `$start` and `$end` in `resources/styles/window.qss` become
the sides of the language.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from string import Template

from deskeditor.ui.theme.tokens import Tokens


def stylesheet(template: Path, tokens: Tokens, *, rtl: bool, icons: Path) -> str:
    """The sheet of `template` in these colours, for one direction.

    `icons` is a folder with the arrow pictures that the sheet names (`down.png`, `tick.png`).

    Raises:
        KeyError: the template names something that is no token.
    """
    values = {f.name: getattr(tokens, f.name) for f in fields(tokens)}
    values |= {"start": "right" if rtl else "left", "end": "left" if rtl else "right"}
    values["icons"] = icons.as_posix()
    return Template(template.read_text("utf-8")).substitute(values)
