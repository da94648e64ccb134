"""The canary: a confidential name is planted in the vault and looked for in all that is written.

Every kind of file the program writes is made once: store and its log, board, backup, revisions,
originals, exports, the verification sheet, logs, what commands print. The name may stand nowhere.
"""

from __future__ import annotations

import base64
import json
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.commands import Desk

NAME, CONTACT, NOTE = "كناري السرّ 𞸀", "+964 555 CANARY-7", "CANARY-NOTE-9 يعمل في الميناء"
PSEUDONYM = "موظف في الميناء"
PASSPHRASE = "عبارة مرور طويلة للفحص 😀"
PAGE = (
    "ميناء الشرق يعود إلى العمل بعد عطل استمر يومين\n\n"
    f"قال {PSEUDONYM} طلب عدم ذكر اسمه: «عاد العمل أمس بنسبة 60%».\n\n"
    "وأضافت مديرة الميناء سلمى الكناني: «نشكر العمال جميعا على صبرهم 😀 WHO»."
)


def said(desk: Desk, secrets: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """One command that is told its secrets on standard input."""
    return subprocess.run(
        desk.argv(*arguments), input=secrets, capture_output=True, encoding="utf-8", check=False
    )


def forms(token: str) -> Iterator[bytes]:
    """How a token may stand in a file."""
    plain = token.encode()
    yield plain
    yield token.encode("utf-16-le")
    yield token.encode("utf-16-be")
    yield json.dumps(token).strip('"').encode()
    for shift in range(3):  # the three ways base64 can cut it, without what its edges decide
        cut = base64.b64encode(b"x" * shift + plain)[4:-4]
        if len(cut) >= 8:
            yield cut


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and those of what is packed in it."""
    raw = path.read_bytes()
    yield path.name, raw
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield f"{path.name}/{name}", archive.read(name)
    elif raw[:1] == b"\x78":
        yield f"{path.name} unpacked", zlib.decompress(raw)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "home", login="salma")
    made.done("board", "init", "--person", "salma:سلمى:reporter")
    return made


def write_everything(desk: Desk, out: Path) -> list[str]:
    """Make every kind of file once; answers what was printed."""
    out.mkdir()
    page = out / "page.txt"
    page.write_text(PAGE, "utf-8")
    printed = [desk.done("import", page)]
    article = printed[0].strip()
    statement = out / "statement.txt"
    statement.write_text("قالت: نشكر العمال جميعا على صبرهم.", "utf-8")
    commands: list[tuple[object, ...]] = [
        ("evidence", "add", article, statement, "--origin", "مكتب الميناء"),
        ("quotes", "confirm", article, 1, "--speaker", PSEUDONYM),
        ("quotes", "sheet", article, "--out", out / "sheet.html"),
        ("history", article),
        ("store", "backup"),
        ("list", "--json"),
        *(
            ("export", article, "--to", to, "--out", out / f"article.{to}")
            for to in ("html", "docx", "markdown")
        ),
    ]
    printed += [desk.done(*arguments) for arguments in commands]
    for arguments in (("check", article, "--json"), ("submit", article), ("sync",)):
        finished = desk.run(*arguments)
        printed += [finished.stdout, finished.stderr]
    return printed


def test_a_confidential_name_stands_nowhere(desk: Desk, tmp_path: Path) -> None:
    made = said(desk, f"{PASSPHRASE}\n{PASSPHRASE}\n", "vault", "create")
    sealed = said(desk, f"{NAME}\n{CONTACT}\n{NOTE}\n", "vault", "add", PSEUDONYM)
    assert (made.returncode, sealed.returncode) == (0, 0), made.stderr + sealed.stderr
    printed = [made.stdout, made.stderr, sealed.stdout, sealed.stderr]
    printed += write_everything(desk, tmp_path / "out")
    wrong = said(desk, "ليست هذه العبارة\n", "vault", "list")
    assert wrong.returncode == 3
    printed += [wrong.stdout, wrong.stderr]

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    kinds = {path.name for path in files}
    assert {"store.db", "vault", "sheet.html", "article.docx", "board.db"} <= kinds
    for token in (NAME, CONTACT, NOTE, "CANARY", PASSPHRASE):
        for form in forms(token):
            found = [name for path in files for name, raw in contents(path) if form in raw]
            assert found == [], token
        assert not any(token in text for text in printed)

    opened = said(desk, f"{PASSPHRASE}\n", "vault", "list")
    assert NAME in opened.stdout


def test_a_text_that_gives_a_source_away_is_told_and_the_name_is_not(
    desk: Desk, tmp_path: Path
) -> None:
    said(desk, f"{PASSPHRASE}\n{PASSPHRASE}\n", "vault", "create")
    said(desk, f"{NAME}\n{CONTACT}\n{NOTE}\n", "vault", "add", PSEUDONYM)
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace(PSEUDONYM, NAME), "utf-8")
    article = desk.done("import", page).strip()
    finished = said(desk, f"{PASSPHRASE}\n", "vault", "check", article)
    assert finished.returncode == 1
    assert NAME not in finished.stdout + finished.stderr
