from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.errors import BadInput
from deskeditor.domain.events import ArticleCreated, Bus, RevisionMade
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Store
from deskeditor.domain.revision import Revision, Why
from deskeditor.services.drafts import Drafts
from deskeditor.services.images import Images as ImageRoom
from deskeditor.services.importing import Importing
from helpers import pages
from helpers.fakes import CountingIds, StillClock


@dataclass
class KeepingStore:
    """Keeps created articles and nothing else."""

    kept: list[tuple[Article, Revision]] = field(default_factory=list)

    def create(self, article: Article, revision: Revision, _shelf: object = None) -> str:
        self.kept.append((article, revision))
        return "f" * 64


@dataclass
class Desk:
    store: KeepingStore
    heard: list[object]
    importing: Importing


@pytest.fixture
def desk() -> Desk:
    store, bus = KeepingStore(), Bus()
    heard: list[object] = []
    bus.subscribe(ArticleCreated, heard.append)
    bus.subscribe(RevisionMade, heard.append)
    clock, ids = StillClock(), CountingIds()
    importing = Importing(Drafts(cast("Store", store), clock, ids, bus), clock, ids)
    return Desk(store, heard, importing)


def test_a_page_becomes_an_article_with_one_revision(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "صفحة.txt"
    path.write_bytes(pages.FULL.text.replace("🌊", "").encode("cp1256", "ignore"))
    article = desk.importing.import_file(path, "huda", "rafidain")
    assert article.title.startswith("إدارة السدود")
    assert (article.owner, article.details.publication) == ("huda", "rafidain")
    assert article.details.origin == "صفحة.txt"
    ((kept, revision),) = desk.store.kept
    assert kept == article
    assert (revision.why, revision.author, revision.parents) == (Why.IMPORTED, "huda", ())
    assert desk.heard == [ArticleCreated(article.id), RevisionMade(article.id, "f" * 64)]


def test_pasted_text_reads_as_a_page(desk: Desk) -> None:
    found = desk.importing.read_text(pages.DECKED.text)
    assert found.document.header.deck.text.startswith("إدارة السدود")


def test_a_file_that_cannot_be_read_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        desk.importing.import_file(tmp_path / "غائب.txt", "huda", "rafidain")
    assert desk.store.kept == desk.heard == []


def test_pictures_of_a_file_are_kept_and_broken_ones_told(desk: Desk, tmp_path: Path) -> None:
    class Images:
        def add(self, raw: bytes, name: str) -> ImageRecord:
            if raw == b"broken":
                raise BadInput("image-damaged", name=name)
            return ImageRecord("ab" * 32, "image/png", 1, 1, len(raw), name=name)

    coded = [base64.b64encode(raw).decode() for raw in (b"whole", b"broken")]
    path = tmp_path / "خبر.md"
    path.write_text(
        "# عادت المياه\n\nقال المدير إنها عادت.\n\n"
        + "\n\n".join(f"![قارب](data:image/png;base64,{one})" for one in coded),
        "utf-8",
    )
    importing = Importing(
        desk.importing._drafts, StillClock(), CountingIds(), lambda: cast("ImageRoom", Images())
    )
    assert not importing.read(path).notes, "nothing is kept by a look at the file"
    brought = importing.bring(path, "huda", "rafidain")
    assert [f.media for f in brought.article.document.figures()] == ["ab" * 32, None]
    assert [note.en for note in brought.notes] == [
        "Pictures that came along, kept: 1.",
        "Pictures damaged or of a kind not taken, left out: 1.",
    ]


@pytest.mark.parametrize("name", ["تقرير.pdf", "تقرير.PDF"])
def test_a_format_nobody_reads_is_named(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7")
    with pytest.raises(BadInput) as caught:
        desk.importing.read(tmp_path / name)
    assert caught.value.code == "format-not-read"
    assert caught.value.values["format"] == "pdf"


def test_a_named_format_wins_over_the_ending(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(pages.PLAIN.text, "utf-8")
    assert desk.importing.read(path, "text").document.blocks
    with pytest.raises(BadInput):
        desk.importing.read(path, "wordstar")
