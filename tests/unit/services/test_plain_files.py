"""The desk as plain files: all of it, nothing outside the folder, no face that was hidden."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.bootstrap.folders import resources
from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Figure, Header, Inline, Paragraph
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.media import ImageRecord, Region
from deskeditor.domain.ports import Damage
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Evidence
from deskeditor.domain.revision import DamagedRevision, article_data, read_article
from deskeditor.domain.sources import Registered, SourceKind, Terms
from deskeditor.formats.pictures import Picture
from deskeditor.media.files import Originals
from deskeditor.media.images import Request, examine, render
from deskeditor.services.plain_files import PlainFiles
from deskeditor.services.publications import Publications
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, article, new_store, revision
from helpers.photos import PRIVATE, camera_jpeg, drawn, saved

CLOCK = MovingClock()
FACE = Region(0.0, 0.0, 1.0, 1.0)


class Pages:
    """Writes the headline; cannot write articles of the publication `broken`."""

    def render(self, one: Article, publication: Publication, to: str) -> bytes:  # noqa: ARG002
        if "broken" in one.title:
            raise ZeroDivisionError
        return one.title.encode()


class Pictures:
    """Hides parts as the desk does, without a process of its own."""

    def __init__(self, media: Originals) -> None:
        self._media = media

    def rendition(self, record: ImageRecord, request: Request) -> Picture:
        path = self._media.path(record.media)
        if path is None:
            raise BadInput("picture-missing", name=record.media)
        made = render(path, record, request=request)
        return Picture(record, made.data, made.mime, made.width, made.height)


class Room:
    """A desk with its files in a folder."""

    def __init__(self, home: Path) -> None:
        self.store: SqliteStore = new_store(home, CLOCK)
        self.media = Originals(home / "media")
        self.plain = PlainFiles(
            self.store,
            self.media,
            Pages(),
            Pictures(self.media),
            Publications(resources() / "publications"),
        )

    def picture(self, raw: bytes, *regions: Region) -> str:
        media = self.media.put(raw)
        self.store.add_image(replace(examine(raw, media, "ميناء", len(raw)), regions=regions))
        return media

    def article(self, title: str, *media: str, id: str = "") -> Article:  # noqa: A002
        figures = [Figure(f"f{number}", one) for number, one in enumerate(media)]
        blocks: tuple[Paragraph | Figure, ...] = (
            Paragraph("b1", Inline("عاد العمل أمس 😀.")),
            *figures,
        )
        document = Document(Header(headline=Inline(title)), blocks)
        one = article()
        one = replace(one, document=document, id=id or one.id)
        self.store.create(one, revision(one, "salma", CLOCK.now()))
        return one


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "home")
    yield made
    made.store.close()


def files(out: Path) -> dict[str, bytes]:
    found = (one for one in out.rglob("*") if one.is_file())
    return {str(one.relative_to(out)): one.read_bytes() for one in found}


def test_an_article_called_as_a_way_out_of_the_folder_stays_in_it(
    room: Room, tmp_path: Path
) -> None:
    room.article("تقرير الميناء", id="../../..")
    room.article("تقرير الميناء", id="../../x")
    out = tmp_path / "deep" / "out"
    before = set(tmp_path.rglob("*"))
    room.plain.write(out)
    new = {one for one in set(tmp_path.rglob("*")) - before if one != out.parent}
    assert all(one.is_relative_to(out) for one in new)
    assert len(list((out / "articles").iterdir())) == 2


@pytest.mark.parametrize("called", ["../../..", "a/b", "", ".", "a\n", "مادة", "x" * 65])
def test_an_id_that_is_no_plain_word_is_no_article(called: str) -> None:
    data = json.loads(canonical(article_data(replace(article(), id=called))))
    with pytest.raises(DamagedRevision):
        read_article(data)


def test_all_is_for_its_person_only(room: Room, tmp_path: Path) -> None:
    room.article("تقرير الميناء", room.picture(saved(drawn(), "PNG")))
    out = tmp_path / "out"
    out.mkdir(mode=0o755)
    before = os.umask(0)
    try:
        assert room.plain.write(out).lost == ()
    finally:
        os.umask(before)
    for one in (out, *out.rglob("*")):
        assert one.stat().st_mode & 0o777 == (0o700 if one.is_dir() else 0o600), one


def test_a_hidden_face_is_in_no_file(room: Room, tmp_path: Path) -> None:
    raw = camera_jpeg()
    hidden = room.picture(raw, FACE)
    bare = room.picture(saved(drawn(), "PNG"))
    shown = room.article("تقرير الميناء", hidden, bare)
    kept = Evidence("e1", hidden, "صورة.jpg", "salma", CLOCK.now(), article=shown.id)
    room.store.add_evidence(kept)
    answer = room.plain.write(tmp_path / "out")
    assert answer.lost == ()
    assert (answer.saved["image"], answer.saved["evidence"]) == (2, 1)
    found = files(tmp_path / "out")
    assert raw not in found.values()
    assert not [name for name, data in found.items() for word in PRIVATE if word in data]
    pictures = {data for name, data in found.items() if name.endswith(".jpg")}
    (record,) = room.store.images([hidden])
    best = Request("jpeg", 80, 95)
    assert pictures == {render(raw, record, request=best).data}
    assert pictures != {render(raw, replace(record, regions=()), request=best).data}
    records = json.loads(found["images.json"])
    assert {one["media"]: len(one["files"]) for one in records} == {hidden: 1, bare: 1}


def test_evidence_in_words_says_what_it_is(room: Room, tmp_path: Path) -> None:
    shown = room.article("تقرير الميناء")
    words = {
        "بيان الوزارة".encode(): ".txt",
        "\n<!DOCTYPE html><p>بيان</p>".encode(): ".html",
        b"\x7fELF\x02\x01\x01\x00\xff": "",
    }
    for number, raw in enumerate(words):
        kept = Evidence(
            f"e{number}", room.media.put(raw), "بيان", "salma", CLOCK.now(), article=shown.id
        )
        room.store.add_evidence(kept)
    assert room.plain.write(tmp_path / "out").lost == ()
    written = {data: Path(name).suffix for name, data in files(tmp_path / "out").items()}
    assert {raw: written[raw] for raw in words} == words


def test_an_image_nobody_knows_the_hidden_parts_of_is_not_written(
    room: Room, tmp_path: Path
) -> None:
    media = room.media.put(camera_jpeg())
    room.article("تقرير الميناء", media)
    answer = room.plain.write(tmp_path / "out")
    assert answer.lost == (Damage("damage-media", "media", media),)


def test_one_article_that_fails_does_not_cost_the_others(room: Room, tmp_path: Path) -> None:
    broken, good = room.article("broken"), room.article("تقرير الميناء")
    answer = room.plain.write(tmp_path / "out")
    assert Damage("damage-unwritten", "article", broken.id) in answer.lost
    assert not [one for one in answer.lost if one.row == good.id]
    found = files(tmp_path / "out")
    assert found[f"articles/{good.id[:8]} تقرير الميناء/article.md"] == "تقرير الميناء".encode()
    assert f"articles/{broken.id[:8]} broken/article.txt" in found


def test_what_stands_in_no_article_is_written_too(room: Room, tmp_path: Path) -> None:
    media = room.picture(saved(drawn(), "PNG"))
    entry = Registered("s1", "سلمى الكناني", SourceKind.PERSON, "مديرة الميناء", "",
                       Terms.ON_RECORD, by="salma", at=CLOCK.now())  # fmt: skip
    room.store.save_source("سلمى الكناني", entry)
    out = tmp_path / "out"
    assert room.plain.write(out).saved["image"] == 1
    assert (out / "images" / f"{media[:16]}.png").is_file()
    assert json.loads((out / "register.json").read_text("utf-8"))[0]["name"] == "سلمى الكناني"
    assert json.loads((out / "acts.json").read_text("utf-8")) == {
        "waiting": [], "settled": [], "refused": []
    }  # fmt: skip
    told = (out / "README.txt").read_text("utf-8")
    assert all(word in told for word in ("board.db", "الخزنة", "vault", "settings", "الإعدادات"))
    with pytest.raises(StoreError, match="folder-not-empty"):
        room.plain.write(out)
