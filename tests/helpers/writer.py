"""A child process that saves as fast as it can and says each save it was promised.

Run as `python writer.py HOME [ROUNDS]`: one line `ack KIND NUMBER` on stdout after every call that
returned. It is killed from outside, at any moment.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from deskeditor.domain.events import Bus
from deskeditor.domain.media import ImageRecord
from deskeditor.services.drafts import Drafts
from deskeditor.services.machine import RandomIds, SystemClock
from deskeditor.store.open import open_store
from helpers.newsroom import TEXT, with_text

#: About 600 words, so that a save spans several pages of the file.
BODY = TEXT * 45


def say(promise: str) -> None:
    """Tell it at once: what is buffered when the kill comes was never promised."""
    sys.stdout.write(promise + "\n")
    sys.stdout.flush()


def main(home: Path) -> None:
    """Save for ever: an autosave each time, a revision every fifth, a picture every seventh."""
    store = open_store(home, SystemClock())
    drafts = Drafts(store, SystemClock(), RandomIds(), Bus())
    known = store.rows()
    one = drafts.open(known[0].id) if known else drafts.new("salma", "alrafid")
    number = int(store.setting("last") or 0)
    while True:
        number += 1
        one = with_text(one, f"{number} {BODY}")
        drafts.autosave(one, "salma")
        say(f"ack autosave {number}")
        if number % 5 == 0:
            drafts.keep(one, "salma")
            say(f"ack revision {number}")
        if number % 7 == 0:
            record = ImageRecord(f"{number:064x}", "image/png", 9, 9, 9)
            store.add_image(replace(record, caption=f"صورة {number} 😀"))
            say(f"ack image {number}")
        store.remember("last", str(number))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
