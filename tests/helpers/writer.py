"""A child process that saves as fast as it can and says each save it was promised.

Run as `python writer.py HOME [ROUNDS [SYNCHRONOUS]]`: one line `ack KIND NUMBER` on stdout after
every call that returned. Without ROUNDS it writes until it is killed. With them the log is folded
into the file every few saves, so that a short run meets that too; SYNCHRONOUS is SQLite's pragma.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from deskeditor.domain.events import Bus
from deskeditor.domain.media import ImageRecord
from deskeditor.media.files import Originals
from deskeditor.services.drafts import Drafts
from deskeditor.services.machine import RandomIds, SystemClock
from deskeditor.store.open import open_store
from helpers.newsroom import TEXT, with_text
from helpers.promises import original

#: About 600 words, so that a save spans several pages of the file.
BODY = TEXT * 45


def say(promise: str) -> None:
    """Tell it at once: what is buffered when the kill comes was never promised."""
    sys.stdout.write(promise + "\n")
    sys.stdout.flush()


def main(home: Path, rounds: Iterator[int], synchronous: str = "") -> None:
    """Save: an autosave each time, a revision every fifth, a picture every seventh."""
    store = open_store(home, SystemClock())
    if synchronous:
        _fold_often(store, synchronous)
    drafts = Drafts(store, SystemClock(), RandomIds(), Bus())
    known = store.rows()
    one = drafts.open(known[0].id) if known else drafts.new("salma", "alrafid")
    first = int(store.setting("last") or 0) + 1
    for number in (first + step for step in rounds):
        one = with_text(one, f"{number} {BODY}")
        drafts.autosave(one, "salma")
        say(f"ack autosave {number}")
        if number % 5 == 0:
            drafts.keep(one, "salma")
            say(f"ack revision {number}")
        if number % 7 == 0:
            raw = original(number)
            media = Originals(home / "media").put(raw)
            assert media == hashlib.sha256(raw).hexdigest()
            record = ImageRecord(media, "image/png", len(raw), 9, 9)
            store.add_image(replace(record, caption=f"صورة {number} 😀"))
            say(f"ack image {number}")
        store.remember("last", str(number))
    store.close()


def _fold_often(store: Any, synchronous: str) -> None:
    def work(db: Any) -> None:
        driver = db.connection.driver_connection
        driver.execute("PRAGMA wal_autocheckpoint=40").fetchall()

    store._units.write(work)
    db = store._units._writer.connection.driver_connection
    db.execute(f"PRAGMA synchronous={synchronous}").fetchall()


if __name__ == "__main__":
    wanted = iter(range(int(sys.argv[2]))) if len(sys.argv) > 2 else count()
    main(Path(sys.argv[1]), wanted, *sys.argv[3:])
