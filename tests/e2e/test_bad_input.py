"""Bad input: one clear sentence, the right exit code, nothing half-done, nothing lost."""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.commands import Desk, refused
from helpers.repository import RESOURCES

PAGE = RESOURCES / "sample" / "page.txt"
HEADLINE = "وزارة النقل تعلن سبب انهيار الرصيف القديم في ميناء مرسى الطيب"
NOBODY = 65534  # the traditional uid of nobody
LIBC = ctypes.CDLL(None)
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1  # linux/prctl.h, linux/capability.h


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def articles(desk: Desk) -> list[str]:
    return [row["title"] for row in desk.json("list")["articles"]]


def empty(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def rubbish(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def picture(path: Path) -> None:
    shutil.copy(RESOURCES / "sample" / "market.jpg", path)


def huge(path: Path) -> None:
    line = "قالت المتحدثة إن 25% من القوارب عادت إلى Basra 😀.\n".encode()
    path.write_bytes(line * (50_000_000 // len(line) + 1))


def missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize("make", [missing, folder, empty, rubbish, picture, huge])
@pytest.mark.parametrize("command", ["check", "import", "export"])
def test_what_is_no_page_is_refused_by_name(
    desk: Desk, tmp_path: Path, make: Callable[[Path], None], command: str
) -> None:
    page = tmp_path / "صفحة page.txt"
    make(page)
    out = tmp_path / "out.html"
    more = ("--to", "html", "--out", out) if command == "export" else ()
    assert "صفحة page.txt" in refused(desk.run(command, page, *more))
    assert not out.exists()
    assert articles(desk) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le"])
def test_a_page_is_read_in_every_encoding_of_a_newsroom(
    desk: Desk, tmp_path: Path, encoding: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.read_text("utf-8").encode(encoding))
    desk.done("import", page)
    assert articles(desk) == [HEADLINE]


def test_one_bad_file_leaves_the_others_alone(desk: Desk, tmp_path: Path) -> None:
    finished = desk.run("import", tmp_path / "missing.txt", PAGE)
    refusal, *notes = finished.stderr.splitlines()
    assert finished.returncode == 3
    assert "missing.txt" in refusal
    alone = desk.run("import", PAGE).stderr.splitlines()
    assert alone, "the page has something to tell"
    assert notes == [f"{PAGE.name}: {note}" for note in alone]  # of which of the files it is
    assert len(finished.stdout.split()) == 1
    assert articles(desk) == [HEADLINE] * 2


def kept(desk: Desk) -> bytes:
    """A home with one article in it; the bytes of its store."""
    desk.done("import", PAGE)
    return (desk.home / "store.db").read_bytes()


def test_a_store_of_a_newer_version_is_left_as_it_is(desk: Desk) -> None:
    kept(desk)
    store = desk.home / "store.db"
    with sqlite3.connect(store) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    before = store.read_bytes()
    refused(desk.run("list"))
    refused(desk.run("import", PAGE))
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"", b"This is no database. " * 500, b"SQLite format 3\0" + bytes(4096)],
    ids=["empty", "text", "header-only"],
)
def test_a_store_that_is_no_store_is_never_written_over(desk: Desk, content: bytes) -> None:
    desk.home.mkdir(mode=0o700)
    store = desk.home / "store.db"
    store.write_bytes(content)
    refused(desk.run("list"))
    refused(desk.run("import", PAGE))
    assert store.read_bytes() == content


def test_somebody_else_s_database_is_left_alone(desk: Desk) -> None:
    desk.home.mkdir(mode=0o700)
    with sqlite3.connect(desk.home / "store.db") as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()
    before = (desk.home / "store.db").read_bytes()
    refused(desk.run("import", PAGE))
    assert (desk.home / "store.db").read_bytes() == before


def no_file_over(size: int) -> Callable[[], None]:
    """Lets the child write no file beyond `size` bytes: what a full disk does, without root."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_keeps_what_was_there(desk: Desk) -> None:
    kept(desk)
    refused(desk.run("import", PAGE, before=no_file_over(8192)))
    assert articles(desk) == [HEADLINE]
    assert desk.json("store", "verify")["damage"] == []


def test_a_full_disk_leaves_no_half_a_home(desk: Desk) -> None:
    refused(desk.run("import", PAGE, before=no_file_over(8192)))
    desk.done("import", PAGE)
    assert articles(desk) == [HEADLINE]


def test_a_full_disk_leaves_no_half_an_export(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "page.docx"
    out.write_bytes("ما كان هنا".encode())
    arguments = ("export", PAGE, "--to", "docx", "--out", out)
    refused(desk.run(*arguments, before=no_file_over(1024)))
    assert out.read_bytes() == "ما كان هنا".encode()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["page.docx"]


def unprivileged() -> None:
    """Bind root by the permissions of files; where that cannot be, go on as nobody."""
    if os.geteuid() == 0 and LIBC.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0):
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def test_a_read_only_home_is_told_and_left_alone(desk: Desk, tmp_path: Path) -> None:
    kept(desk)
    before = sorted(path.name for path in desk.home.iterdir())
    _open_the_way_to(tmp_path)
    desk.home.chmod(0o555)
    for path in desk.home.iterdir():
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        refused(desk.run("import", PAGE, before=unprivileged))
    finally:
        desk.home.chmod(0o700)
    assert sorted(path.name for path in desk.home.iterdir()) == before


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    _open_the_way_to(tmp_path)
    closed.chmod(0o555)
    try:
        refused(Desk(closed / "home").run("import", PAGE, before=unprivileged))
    finally:
        closed.chmod(0o700)
    assert list(closed.iterdir()) == []


def test_a_name_too_long_is_told_wherever_a_path_is_taken(desk: Desk, tmp_path: Path) -> None:
    long = tmp_path / ("ط" * 300)
    refused(desk.run("check", f"{long}.docx"))
    refused(desk.run("export", PAGE, "--to", "html", "--out", long))
    refused(Desk(long).run("import", PAGE))


def test_a_copy_that_was_never_made_cannot_come_back(desk: Desk) -> None:
    refused(desk.run("store", "restore"))
    refused(desk.run("store", "backup"))
    assert not desk.home.exists()


def test_screens_of_no_article_are_told(desk: Desk, tmp_path: Path) -> None:
    assert "0123456789" in refused(desk.run("screenshots", "0123456789", "--out", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("ليس مجلدا", "utf-8")
    refused(Desk(home).run("import", PAGE))
    assert home.read_text("utf-8") == "ليس مجلدا"


def _open_the_way_to(folder: Path) -> None:
    """Let nobody walk through pytest's private folders, where we are root and own them."""
    if os.geteuid() == 0:
        for parent in (folder, *folder.parents):
            if parent.stat().st_uid == 0 and parent.stat().st_mode & 0o777 == 0o700:
                parent.chmod(0o711)


def test_a_desk_in_use_is_told(desk: Desk) -> None:
    kept(desk)
    with (desk.home / "lock").open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        refused(desk.run("list"))
        refused(desk.run("store", "verify"))
    assert articles(desk) == [HEADLINE]
