"""Thumbnails, the grid of images, and one image coming in.

Thumbnails of 12-megapixel JPEGs as the window makes them (two decoding processes, answers through
the event loop) against a bare `QImageReader.setScaledSize` loop on two threads and against Pillow's
draft mode on one, on the same files; while ours run, a timer measures how long the GUI thread was
ever kept. The grid is opened on 200, 2,000 and 10,000 records. An image is added with the decoding
process warm, from its file to its thumbnail at hand.

    python benchmarks/bench_images.py [--count 200] [--rounds 3]
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from types import SimpleNamespace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QImageReader

from deskeditor.bootstrap import SystemClock, resources
from deskeditor.domain.events import Bus
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Publication
from deskeditor.language.messages import Catalogue
from deskeditor.media.apart import Apart
from deskeditor.media.files import Originals
from deskeditor.media.thumbnails import Thumbnails
from deskeditor.services.images import Images
from deskeditor.store.open import open_store
from deskeditor.ui.app import application
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.control.gallery import Gallery
from deskeditor.ui.control.pictures import Pictures
from deskeditor.ui.control.thumbs import Thumbs
from deskeditor.ui.panels.pictures.page import PicturesPage
from deskeditor.ui.tasks import Tasks
from deskeditor.ui.theme.look import make_look
from deskeditor.ui.wording import Words

SIDE = 320
#: Distinct photographs; more files are copies with another ending byte, so that names differ.
DISTINCT = 10


def photographs(folder: Path, count: int) -> list[Path]:
    """So many 12-megapixel JPEGs, of the size a camera's fine setting gives."""
    made = []
    for number in range(min(DISTINCT, count)):
        noise = Image.effect_noise((1000, 750), 40).resize((4000, 3000), Image.Resampling.BICUBIC)
        turned = noise.transpose(Image.Transpose(number % 4))
        fitted = turned if turned.size == noise.size else noise
        path = folder / f"{number}.jpg"
        Image.merge("RGB", (noise, fitted, noise)).save(path, quality=86)
        made.append(path.read_bytes())
    files = []
    for number in range(count):
        path = folder / f"photo-{number}.jpg"
        path.write_bytes(made[number % len(made)] + number.to_bytes(2, "big"))
        files.append(path)
    return files


def until(done: Callable[[], bool]) -> float:
    """Let the event loop run until `done`; answers the longest time it was kept, in seconds."""
    loop, timer, last, worst = QEventLoop(), QTimer(interval=4), perf_counter(), 0.0

    def tick() -> None:
        nonlocal last, worst
        now = perf_counter()
        worst, last = max(worst, now - last), now
        if done():
            loop.quit()

    timer.timeout.connect(tick)
    timer.start()
    loop.exec()
    return worst


class Desk:
    """As much of a desk as images need."""

    def __init__(self, home: Path, apart: Apart) -> None:
        self.store = open_store(home, SystemClock())
        self.originals = Originals(home / "media")
        self.home, self.apart, self.bus = home, apart, Bus()
        self.publications = SimpleNamespace(default=lambda: Publication("p", "p"))
        self.fresh()

    def fresh(self) -> None:
        """No thumbnail was made yet."""
        small = Thumbnails(Path(tempfile.mkdtemp(dir=self.home)))
        self.images = Images(
            self.store, self.originals, self.bus, apart=self.apart, thumbnails=small
        )  # fmt: skip


def ours(desk: Desk, records: list[ImageRecord]) -> tuple[float, float]:
    """Seconds for all thumbnails through the window's own loader, and the longest gap."""
    desk.fresh()
    tasks = Tasks()
    thumbs = Thumbs(desk, tasks)  # type: ignore[arg-type]
    waiting, arrived = list(reversed(records)), 0

    def came(_media: str) -> None:
        nonlocal arrived
        arrived += 1
        if waiting:
            thumbs.get(waiting.pop())

    thumbs.arrived.connect(came)
    begin = perf_counter()
    for _ in range(min(20, len(records))):
        thumbs.get(waiting.pop())
    worst = until(lambda: arrived == len(records))
    took = perf_counter() - begin
    tasks.close()
    return took, worst


def bare_qt(files: list[Path]) -> float:
    """Seconds for a bare loop on two threads."""

    def one(path: Path) -> None:
        reader = QImageReader(str(path))
        reader.setScaledSize(QSize(SIDE, SIDE * 3 // 4))
        assert not reader.read().isNull()

    begin = perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, files))
    return perf_counter() - begin


def pillow_draft(files: list[Path]) -> float:
    """Seconds for Pillow's draft mode, one after another."""
    begin = perf_counter()
    for path in files:
        with Image.open(path) as image:
            image.draft("RGB", (SIDE, SIDE))
            image.thumbnail((SIDE, SIDE))
    return perf_counter() - begin


def thumbnails(desk: Desk, files: list[Path], count: int) -> None:
    """Tell the ratios of thumbnails."""
    records = []
    for path in files:
        media = desk.originals.put(path)
        records.append(ImageRecord(media, "image/jpeg", 4000, 3000, path.stat().st_size))
    desk.apart.warm()
    taken: dict[str, list[float]] = {"ours": [], "qt": [], "pillow": []}
    gaps = []
    for _ in range(count):
        took, worst = ours(desk, records)
        gaps.append(worst)
        taken["ours"].append(took)
        taken["qt"].append(bare_qt(files))
        taken["pillow"].append(pillow_draft(files))
    print(f"Thumbnails of {len(files)} JPEGs of 12 megapixels, ms each (median of {count} rounds)")
    for name, times in taken.items():
        print(f"  {name}: {median(times) / len(files) * 1000:.1f}")
    for name, limit in (("qt", 1.15), ("pillow", 0.8)):
        ratio = median(a / b for a, b in zip(taken["ours"], taken[name], strict=True))
        print(f"  ours over {name}: {ratio:.2f} (goal at most {limit})")
    print(f"  longest the GUI thread was kept: {max(gaps) * 1000:.0f} ms (goal under 50)")


def grids(folder: Path, apart: Apart) -> None:
    """Tell how long the grid takes to stand, by how many images the desk keeps."""
    words = Words(Catalogue(resources() / "i18n", "ar"))
    print("Opening the grid of images, ms (median of 5; goal under 300 and flat)")
    for count in (200, 2_000, 10_000):
        desk: Any = Desk(folder / str(count), apart)
        fill(desk, count)
        tasks, bridge = Tasks(), Bridge(desk.bus)
        look = make_look(resources(), "light", words)
        thumbs, gallery = Thumbs(desk, tasks), Gallery(desk, tasks, bridge)
        nothing: Any = SimpleNamespace(article=None)
        page = PicturesPage(look, thumbs, Pictures(desk, tasks, nothing))
        page.resize(1200, 800)
        page.show()
        gallery.paged.connect(page.show_page)
        times = []
        for _ in range(5):
            stood: list[object] = []
            gallery.paged.connect(stood.append)
            begin = perf_counter()
            gallery.read(page.wanted)
            until(lambda stood=stood: bool(stood))  # type: ignore[misc]
            page.view.viewport().grab()
            times.append(perf_counter() - begin)
            gallery.paged.disconnect(stood.append)
        print(f"  {count} images: {median(times) * 1000:.0f}")
        page.close()
        bridge.close()
        tasks.close()
        desk.store.close()


def fill(desk: Desk, count: int) -> None:
    """Many records in one transaction, for the benchmark alone."""
    from deskeditor.store import images as table

    def work(db: Any) -> None:
        for number in range(count):
            record = ImageRecord(f"{number:064x}", "image/jpeg", 4000, 3000, 5_000_000)
            table.add(db, replace(record, name=f"صورة {number}.jpg", caption="عمال الصيانة"))

    desk.store._units.write(work)  # noqa: SLF001 - ten thousand commits are not what is measured


def adding(desk: Desk, files: list[Path]) -> None:
    """Tell how long one image takes from its file to its thumbnail."""
    desk.fresh()
    desk.apart.warm()
    tasks = Tasks()
    thumbs = Thumbs(desk, tasks)  # type: ignore[arg-type]
    times = []
    for number, path in enumerate(files[:7]):
        raw = path.read_bytes() + b"new" + bytes([number])
        fresh = path.with_name(f"new-{number}.jpg")
        fresh.write_bytes(raw)
        came: list[ImageRecord] = []
        here: list[str] = []
        thumbs.arrived.connect(here.append)
        begin = perf_counter()
        tasks.run(
            "images", lambda fresh=fresh: desk.images.add(fresh),  # type: ignore[misc]
            lambda record, came=came: (came.append(record), thumbs.get(record)),
        )  # fmt: skip
        until(lambda here=here: bool(here))  # type: ignore[misc]
        times.append(perf_counter() - begin)
        thumbs.arrived.disconnect(here.append)
    tasks.close()
    print(f"One 12-megapixel image, file to thumbnail: {median(times) * 1000:.0f} ms (goal 300)")


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    application()
    apart = Apart()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        files = photographs(folder, asked.count)
        desk = Desk(folder / "home", apart)
        thumbnails(desk, files, asked.rounds)
        adding(desk, files)
        desk.store.close()
        grids(folder, apart)
    apart.close()


if __name__ == "__main__":
    main()
