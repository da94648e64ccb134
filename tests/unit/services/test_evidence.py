from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.events import Bus, EvidenceChanged
from deskeditor.domain.quotes import EvidenceKind
from deskeditor.media.files import Originals
from deskeditor.services import evidence as module
from deskeditor.services.evidence import EvidenceRoom, Where
from deskeditor.store.sqlite import SqliteStore
from helpers.evidence import pdf
from helpers.newsroom import MovingClock, RandomIds, article, new_store, revision

TEXT = "قال الوزير: لن نُغلقَ الميناء قبل ٢٥ أيلول 𞸀 WHO"
CLOCK = MovingClock()


class Told:
    """What the bus said."""

    def __init__(self, bus: Bus) -> None:
        self.articles: list[str] = []
        bus.subscribe(EvidenceChanged, lambda event: self.articles.append(event.article))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = new_store(tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def piece(store: SqliteStore) -> Article:
    one = article()
    store.create(one, revision(one, "salma", CLOCK.now()))
    return one


@pytest.fixture
def media(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "media")


@pytest.fixture
def room(store: SqliteStore, media: Originals) -> EvidenceRoom:
    return EvidenceRoom(store, media, CLOCK, RandomIds(), Bus())


def test_a_file_is_kept_as_it_came_with_who_and_when(
    room: EvidenceRoom, piece: Article, tmp_path: Path
) -> None:
    path = tmp_path / "بيان.txt"
    path.write_text(TEXT, "utf-8")
    made = room.attach(piece.id, path, "salma", Where("  موقع   الوزارة "))
    assert (made.kind, made.text, made.origin) == (EvidenceKind.TEXT, TEXT, "موقع الوزارة")
    assert (made.added_by, made.name) == ("salma", "بيان.txt")
    assert made.blob == hashlib.sha256(TEXT.encode()).hexdigest()
    kept = room.path(made)
    assert kept is not None
    assert kept.read_bytes() == TEXT.encode()
    assert room.of(piece.id) == (made,)


def test_what_cannot_be_read_is_kept_and_says_why(
    room: EvidenceRoom, piece: Article, tmp_path: Path
) -> None:
    cases = {
        "scan.pdf": (pdf(""), EvidenceKind.PDF, "scanned"),
        "locked.pdf": (pdf("x", locked=True), EvidenceKind.PDF, "locked"),
        "broken.pdf": (b"%PDF-1.4 nothing", EvidenceKind.PDF, "broken"),
        "tape.m4a": (b"\x00\x00\x00\x18ftypM4A tape", EvidenceKind.AUDIO, "recording"),
        "shot.pdf": (b"\x89PNG\r\n\x1a\nshot", EvidenceKind.IMAGE, "picture"),
        "odd.bin": (b"\x00\x01\x02\x03" * 50, EvidenceKind.FILE, "unknown"),
    }
    for name, (raw, kind, why) in cases.items():
        (tmp_path / name).write_bytes(raw)
        made = room.attach(piece.id, tmp_path / name, "salma", Where(timecode="٠٤:١٢"))
        assert (made.kind, made.unreadable, made.text) == (kind, why, None)
        assert made.timecode == "04:12"
    assert len(room.of(piece.id)) == len(cases)


def test_programs_and_bombs_leave_nothing_behind(
    room: EvidenceRoom, piece: Article, media: Originals, tmp_path: Path
) -> None:
    program, bomb = tmp_path / "statement.pdf", tmp_path / "statement.docx"
    program.write_bytes(b"MZ\x90\x00" + b"\x00" * 100)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (101 * 2**20))
    for path, code in ((program, "evidence-program"), (bomb, "evidence-bomb")):
        with pytest.raises(BadInput, match=code):
            room.attach(piece.id, path, "salma")
        assert media.path(hashlib.sha256(path.read_bytes()).hexdigest()) is None
    assert room.of(piece.id) == ()


def test_a_file_over_the_limit_is_refused_unread(
    room: EvidenceRoom, piece: Article, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as file:
        file.truncate(module.MOST + 1)
    with pytest.raises(BadInput, match="file-too-large"):
        room.attach(piece.id, huge, "salma")


def test_a_large_file_is_kept_unread(
    room: EvidenceRoom, piece: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "READABLE", 100)
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 9, "utf-8")
    assert room.attach(piece.id, path, "salma").unreadable == "too_large"


def test_a_pasted_text_and_a_link(room: EvidenceRoom, piece: Article) -> None:
    pasted = room.paste(piece.id, TEXT + "\x0b", "salma", Where("رسالة المكتب الإعلامي"))
    seen = Where("حساب الوزارة", date(2026, 11, 22))
    link = room.link(piece.id, " https://example.org/بيان ", "salma", seen)
    assert (pasted.kind, pasted.text) == (EvidenceKind.PASTED, TEXT + "\n")
    assert (link.kind, link.unreadable, link.seen_on) == (
        EvidenceKind.LINK, "link", date(2026, 11, 22),
    )  # fmt: skip
    assert room.link(piece.id, "http://a.org", "salma").seen_on is not None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "بيان", "http://"])
def test_what_is_no_address_is_refused(room: EvidenceRoom, piece: Article, url: str) -> None:
    with pytest.raises(BadInput, match="evidence-no-link"):
        room.link(piece.id, url, "salma")


def test_a_time_that_is_none_is_refused(room: EvidenceRoom, piece: Article) -> None:
    with pytest.raises(BadInput, match="evidence-timecode"):
        room.paste(piece.id, TEXT, "salma", Where(timecode="الدقيقة 4"))
    with pytest.raises(BadInput, match="evidence-empty"):
        room.paste(piece.id, " \n", "salma")


def test_taken_off_it_is_held_no_longer_and_its_file_stays(
    store: SqliteStore, media: Originals, piece: Article
) -> None:
    bus = Bus()
    told = Told(bus)
    room = EvidenceRoom(store, media, CLOCK, RandomIds(), bus)
    made = room.paste(piece.id, TEXT, "salma")
    room.take_off(piece.id, made.id)
    assert room.of(piece.id) == ()
    assert media.verify(made.blob)
    assert store.evidence_blobs() == [made.blob]
    assert told.articles == [piece.id, piece.id]


def test_evidence_belongs_to_an_article_that_is_there(room: EvidenceRoom) -> None:
    with pytest.raises(StoreError):
        room.paste("0" * 32, TEXT, "salma")
    with pytest.raises(StoreError, match="evidence-unknown"):
        room.take_off("0" * 32, "nobody")


def test_a_zip_that_is_no_word_file_is_kept_as_a_file(
    room: EvidenceRoom, piece: Article, tmp_path: Path
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("ملف.txt", TEXT)
    path = tmp_path / "ملفات.docx"
    path.write_bytes(out.getvalue())
    made = room.attach(piece.id, path, "salma")
    assert (made.kind, made.unreadable) == (EvidenceKind.FILE, "unknown")
