"""A durable autosave of a 600-word article through our layers against fdatasync of the same bytes.

Ours is what the window does after a pause: `Drafts.autosave`, from the article as a value to the
commit on disk, the wait for its turn included. The floor writes the very bytes that are
kept and calls fdatasync. Both on the same file system, in one run, in turns; each measurement is
the median of many saves, for a disk that hiccups once says nothing about the layers.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from measure import rounds, seconds, tell

from deskeditor.bootstrap import RandomIds, SystemClock
from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.events import Bus
from deskeditor.domain.revision import article_data
from deskeditor.services.drafts import Drafts
from deskeditor.store.open import open_store

SAVES = 60
#: Twelve words.
SENTENCE = "وقالَ مدير الميناء إنّ 25 قاربا فرغت حمولتها أمس بإشراف منظمة WHO. "


def piece(article: Article) -> Article:
    """The article with 600 words in ten paragraphs."""
    blocks = tuple(Paragraph(f"b{number}", Inline(SENTENCE * 5)) for number in range(10))
    header = Header(headline=Inline("ميناء الشرق يستقبل القوارب من جديد"))
    return replace(article, document=Document(header, blocks))


def each(saves: Callable[[int], object]) -> float:
    """Median seconds of one save among many."""
    return median(seconds(lambda number=number: saves(number)) for number in range(SAVES))


def main() -> None:
    """Measure and tell."""
    # Not the memory file system that /tmp may be: a save there costs nothing.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        store = open_store(Path(folder) / "home", SystemClock())
        drafts = Drafts(store, SystemClock(), RandomIds(), Bus())
        article = piece(drafts.new("salma", "alrafid"))
        first, *rest = article.document.blocks
        texts = []
        for number in range(SAVES):
            changed = replace(first, text=Inline(f"{number} {SENTENCE * 5}"))  # type: ignore[arg-type]
            document = replace(article.document, blocks=(changed, *rest))
            texts.append(replace(article, document=document))
        raw = [canonical(article_data(text)) for text in texts]
        handle = os.open(Path(folder) / "floor", os.O_WRONLY | os.O_CREAT)

        def floor(number: int) -> None:
            os.pwrite(handle, raw[number], 0)
            os.fdatasync(handle)

        taken = rounds(
            {
                "fdatasync of the same bytes": lambda: each(floor),
                "autosave": lambda: each(lambda number: drafts.autosave(texts[number], "salma")),
            }
        )
        os.close(handle)
        store.close()
    tell(
        f"autosave of 600 words, {len(raw[0])} bytes, durable", taken, "fdatasync of the same bytes"
    )


if __name__ == "__main__":
    main()
