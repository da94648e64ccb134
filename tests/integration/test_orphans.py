"""Killed in the middle of bringing a picture in: nothing of it stays, and nothing else goes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from deskeditor.domain.document import Document, Figure
from deskeditor.domain.errors import StoreError
from deskeditor.domain.events import Bus
from deskeditor.media.files import Originals
from deskeditor.services.images import Images
from deskeditor.store.sqlite import SqliteStore
from helpers import photos
from helpers.fakes import FullStore
from helpers.newsroom import MovingClock, article, new_store, revision

#: For each step it is told, a fork of it brings the picture in and dies at that step: what touches
#: the disk is a step. The picture is decoded where it stands, to die a score of times a second.
MORTAL = """
import os, signal, sys
from pathlib import Path
from deskeditor.bootstrap import SystemClock
from deskeditor.domain.events import Bus
from deskeditor.media.files import Originals
from deskeditor.media.images import picture_of
from deskeditor.services.images import Images
from deskeditor.store.open import open_store

home, raw = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes()
picture_of(raw, "", "", 0)

def bring(left):
    store = open_store(home, SystemClock())
    images = Images.of_home(home, store, Originals(home / "media"), Bus())
    images._apart = type("Here", (), {"examine": staticmethod(picture_of)})

    def dying(real):
        def step(*given, **named):
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        return step

    for owner, name in ((os, "open"), (os, "fsync"), (os, "pwrite"), (Path, "replace"),
                        (Path, "unlink"), (store, "add_image"), (images._thumbnails, "put")):
        setattr(owner, name, dying(getattr(owner, name)))
    images.add(raw)
    os._exit(0)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        bring(int(line))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Home:
    """A desk that is opened again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.originals = Originals(folder / "media")

    def opened(self) -> tuple[SqliteStore, Images]:
        store = new_store(self.folder)
        return store, Images.of_home(self.folder, store, self.originals, Bus())

    def files(self) -> list[str]:
        """Everything beside the store that is a file."""
        folders = (self.folder / "media", self.folder / "thumbnails")
        return sorted(p.name for f in folders for p in f.rglob("*") if p.is_file())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    store, images = made.opened()
    images.add(photos.saved(photos.drawn(33), "PNG"), "stays.png")
    store.close()
    return made


def test_killed_at_any_step_nothing_half_stays(home: Home, tmp_path: Path) -> None:
    picture = tmp_path / "new.png"
    picture.write_bytes(photos.saved(photos.drawn(60), "PNG"))
    begun = home.files()
    mortal = subprocess.Popen(
        [sys.executable, "-c", MORTAL, str(home.folder), str(picture)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    came = step = 0
    with mortal:
        assert mortal.stdin is not None
        assert mortal.stdout is not None
        while came == 0:
            step += 1
            print(step, file=mortal.stdin, flush=True)
            assert mortal.stdout.readline() == "-9\n"
            store, images = home.opened()
            images.tidy()
            records = {record.media for record in images.all()}
            store.close()
            kept = {name for name in home.files() if len(name) == 64}
            assert kept == records
            assert all(home.originals.verify(name) for name in kept)
            assert not [name for name in home.files() if name.endswith(".tmp")]
            came = len(records) - 1
            assert came or home.files() == begun
    assert step > 8  # the last death came behind the record


@pytest.fixture
def opened(home: Home) -> Iterator[tuple[SqliteStore, Images]]:
    store, images = home.opened()
    yield store, images
    store.close()


def test_what_somebody_brings_in_just_now_is_left(
    home: Home, opened: tuple[SqliteStore, Images]
) -> None:
    store, images = opened
    other = Originals(home.folder / "media")  # as another process has them
    raw = photos.saved(photos.drawn(70), "PNG")
    media = other.name_of(raw)
    with other.arriving(media, lambda _media: False):
        other.put(raw)
        assert images.tidy() == 0
        assert other.verify(media)
        failing = Images(FullStore(store), home.originals, Bus())  # type: ignore[arg-type]
        with pytest.raises(StoreError):
            failing.add(raw, "same.png")
        assert other.verify(media)
        store.add_image(replace(images.all()[0], media=media))
    assert images.tidy() == 0
    assert other.verify(media)


def test_what_anything_refers_to_is_left(home: Home, opened: tuple[SqliteStore, Images]) -> None:
    store, images = opened
    evidence = home.originals.put(b"a board's minutes, brought in without a mark")
    raw = photos.saved(photos.drawn(71), "PNG")
    shown = home.originals.name_of(raw)
    piece = article()
    piece = replace(piece, document=Document(piece.document.header, (Figure("f", shown),)))
    store.create(piece, revision(piece, "salma", MovingClock().now()))
    with pytest.raises(StoreError):
        Images(FullStore(store), home.originals, Bus()).add(raw, "shown.png")  # type: ignore[arg-type]
    images.tidy()
    assert home.originals.verify(evidence)
    assert home.originals.verify(shown)


def test_likenesses_of_images_that_came_before_are_taken(
    opened: tuple[SqliteStore, Images],
) -> None:
    store, images = opened
    for number in range(5):
        images.add(photos.saved(photos.drawn(40 + number), "PNG"), f"{number}.png")
    plain = images.add(photos.saved(Image.new("RGB", (9, 9)), "PNG"), "plain.png")
    gone = replace(plain, media="e" * 64)
    store.add_image(gone)
    known = {record.media: record.likeness for record in images.all()}
    for media in known:
        store.set_likeness(media, "")
    assert not images.near(plain.media)
    turns = 1
    while images.take_likenesses(most=2):
        turns += 1
    assert turns == 4
    assert {record.media: record.likeness for record in images.all()} == known
    late = next(record for record in images.all() if record.likeness)
    store.add_image(replace(late, likeness="", caption="كُتب قبل أن تُحسب"))
    now = images.record(late.media)
    assert now == replace(late, caption="كُتب قبل أن تُحسب")
    assert images.take_likenesses() is False
