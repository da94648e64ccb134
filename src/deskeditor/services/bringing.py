"""Bringing in many pictures: files, folders, a camera card; what fails is told, the rest goes on.

Blocking, one picture after the other, so that whoever asks can show progress and stop between two.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deskeditor.domain.errors import BadInput, KnownError
from deskeditor.domain.media import ENDINGS, ImageRecord
from deskeditor.formats.guard import display_name
from deskeditor.services.images import Images

#: The most pictures one folder may bring.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Brought:
    """One picture of a batch: its record, or why it did not come.

    `done` counts from 1; `new` says whether the desk did not have it before.
    """

    done: int
    total: int
    record: ImageRecord | None
    error: KnownError | None
    new: bool = False


#: What is brought from a folder; drawings are, so that somebody is told they do not come.
_LOOKED_AT = ENDINGS | {".svg"}


def gather(sources: Iterable[Path]) -> tuple[Path, ...]:
    """The files to bring: those named, and every picture in and below the folders named.

    Links to folders are not followed and hidden files are left; a folder is read in name order.
    """
    found: list[Path] = []
    for source in sources:
        if source.is_dir():
            found.extend(_inside(source))
        else:
            found.append(source)
    return tuple(dict.fromkeys(found))[:MOST]


def _inside(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in _LOOKED_AT:
                yield Path(place) / name


def bring(
    images: Images,
    sources: Iterable[Path],
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Brought]:
    """Bring pictures in, one at each step; ends early where `stopped`, or where a card is gone.

    A card or folder that is pulled out half-way is told once, not once for each picture left.
    """
    named = tuple(sources)
    files = gather(named)
    roots = [source for source in named if source.is_dir()]
    for done, path in enumerate(files, start=1):
        if stopped():
            return
        record, error, new = _one(images, path)
        gone = error is not None and next((r for r in roots if _lost(path, r)), None)
        if gone:
            left = len(files) - done + 1
            error = BadInput("card-gone", name=display_name(gone), done=done - 1, left=left)
        yield Brought(done, len(files), record, error, new)
        if gone:
            return


def _one(images: Images, path: Path) -> tuple[ImageRecord | None, KnownError | None, bool]:
    heard: list[str] = []
    try:
        record = images.add(path, heard=heard.append)
    except KnownError as error:
        return None, error, False
    return record, None, bool(heard)


def _lost(path: Path, root: Path) -> bool:
    return path.is_relative_to(root) and not root.exists()
