"""Where the program's resources lie, and where a desk keeps its data."""

from __future__ import annotations

import os
from pathlib import Path

from deskeditor.domain.errors import KnownError


def resources() -> Path:
    """The folder of resources: the packaged one, else the checkout's."""
    here = Path(__file__).resolve().parents[1]
    packaged = here / "_resources"
    return packaged if packaged.is_dir() else here.parents[1] / "resources"


def home_folder(home: Path | None) -> Path:
    """The data folder: what is given, DESKEDITOR_HOME, or the user's data folder (XDG).

    Raises:
        KnownError: none is given, and the machine does not know where this user's lies.
    """
    if home is not None:
        return home
    named = os.environ.get("DESKEDITOR_HOME")
    if named:
        return Path(named)
    base = os.environ.get("XDG_DATA_HOME")
    try:
        return (Path(base) if base else Path.home() / ".local" / "share") / "deskeditor"
    except RuntimeError as error:  # no HOME, and the machine does not know this user
        raise KnownError("home-unknown") from error


def cache_folder() -> Path | None:
    """Where what can be made again is kept (XDG); None where the user's own folder is unknown."""
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "deskeditor"
    except RuntimeError:
        return None
