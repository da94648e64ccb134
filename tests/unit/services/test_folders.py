"""Searches kept under a name: one person's own, in one store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.domain.errors import BadInput
from deskeditor.services.folders import LONGEST, MOST, FolderBook
from helpers.newsroom import RandomIds, new_store


@pytest.fixture
def book(tmp_path: Path) -> Iterator[FolderBook]:
    store = new_store(tmp_path)
    yield FolderBook(store, RandomIds())
    store.close()


def test_a_folder_is_kept_renamed_and_dropped(book: FolderBook) -> None:
    water = book.keep("salma", " ملف  المياه ", "قطع المياه القسم:محليات ")
    late = book.keep("salma", "المتأخرة", "موعد:متأخرة")
    assert (water.name, water.query) == ("ملف المياه", "قطع المياه القسم:محليات")
    assert book.of("salma") == [water, late]
    assert book.of("noor") == []
    book.rename("salma", water.id, "ملف مياه الجنوب")
    assert [one.name for one in book.of("salma")] == ["ملف مياه الجنوب", "المتأخرة"]
    book.drop("noor", late.id)  # somebody else's stays
    book.drop("salma", water.id)
    assert book.of("salma") == [late]
    with pytest.raises(BadInput) as caught:
        book.rename("salma", water.id, "اسم")
    assert caught.value.code == "folder-gone"


@pytest.mark.parametrize(
    ("name", "code"),
    [("  ", "folder-nameless"), ("م" * (LONGEST + 1), "folder-long"), ("المِلف", "folder-twice")],
)
def test_a_name_that_is_none_is_refused(book: FolderBook, name: str, code: str) -> None:
    book.keep("salma", "الملف", "المياه")
    with pytest.raises(BadInput) as caught:
        book.keep("salma", name, "الجسر")
    assert caught.value.code == code
    assert len(book.of("salma")) == 1


def test_there_is_an_end_to_folders(book: FolderBook) -> None:
    for number in range(MOST):
        book.keep("salma", f"ملف {number}", "المياه")
    with pytest.raises(BadInput) as caught:
        book.keep("salma", "واحد فوقها", "المياه")
    assert caught.value.code == "folder-many"
