"""What every widget needs to look and speak right: tokens, icons and words in one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deskeditor.ui.theme.icons import Icons
from deskeditor.ui.theme.tokens import Tokens, tokens
from deskeditor.ui.wording import Words


@dataclass(frozen=True)
class Look:
    """One scheme in one language. `resources` is the folder of the program's data."""

    tokens: Tokens
    icons: Icons
    words: Words
    resources: Path


def make_look(resources: Path, scheme: str, words: Words) -> Look:
    """The look of a scheme in the language of `words`."""
    colours = tokens(scheme)
    return Look(
        colours, Icons(resources / "icons", colours, mirrored=words.rtl), words, resources
    )  # fmt: skip
