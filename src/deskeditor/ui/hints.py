"""How the window looked last, in a small file beside the store.

The settings in the store are the truth, but reading them needs the database, and the window paints
before that is imported: these hints let the first paint be right.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

_NAME = "window.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hints:
    """The last look: `theme` light or dark, `zoom` in percent, `face` and `lines` of the page."""

    language: str = ""
    theme: str = "light"
    zoom: int = 100
    face: str = "naskh"
    lines: str = "normal"


def read_hints(home: Path) -> Hints:
    """The hints of this home; the defaults where there are none or they are damaged."""
    try:
        data = json.loads((home / _NAME).read_text("utf-8"))
        theme = data["theme"] if data["theme"] in ("light", "dark") else "light"
        return Hints(
            str(data["language"]), theme, min(200, max(70, int(data["zoom"]))),
            str(data.get("face", "naskh")), str(data.get("lines", "normal")),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return Hints()


def write_hints(home: Path, hints: Hints) -> None:
    """Remember the look; where the home cannot be written, nothing is lost but a first paint."""
    try:
        (home / _NAME).write_text(json.dumps(asdict(hints)), "utf-8")
    except OSError:
        _log.info("the window's look could not be remembered")
