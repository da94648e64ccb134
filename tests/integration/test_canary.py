"""The canary: a confidential name is planted in the vault and looked for in all that is written.

Every kind of file the program writes is made once: store and its log, board, backup, revisions,
search index (whose words stand apart and folded), what training learned, lists of names,
originals, every export there is, everything as plain files, what a rescue saves, the verification
sheet in HTML and PDF, the register, logs, the laid-out tables of language in the cache, the
window's place and look, temporary files, what commands print, and what a crash leaves behind. The
name may stand nowhere. A part of the program that begins to write files is told by a test.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import deskeditor
from deskeditor.bootstrap import build
from deskeditor.domain.document import Document, Header, Inline
from deskeditor.language.search_words import index_words
from helpers.canary import found_in, searched
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


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "home", login="salma")
    made.done("board", "init", "--person", "salma:سلمى:reporter")
    return made


def formats(desk: Desk) -> tuple[str, ...]:
    """Every format the program exports; one that is added is looked into too."""
    built = build(desk.home, "salma", "ar")
    try:
        return built.exporting.formats
    finally:
        built.close()


def write_everything(desk: Desk, out: Path) -> list[str]:
    """Make every kind of file once, in one process as a script would; what was printed."""
    out.mkdir()
    page, statement = out / "page.txt", out / "statement.txt"
    page.write_text(PAGE, "utf-8")
    statement.write_text("قالت: نشكر العمال جميعا على صبرهم.", "utf-8")
    photo = out / "ميناء.png"
    Image.new("RGB", (640, 480), (20, 90, 120)).save(photo)
    commands: list[tuple[object, ...]] = [
        ("import", page),
        ("evidence", "add", "ARTICLE", statement, "--origin", "مكتب الميناء"),
        ("quotes", "confirm", "ARTICLE", 1, "--speaker", PSEUDONYM),
        ("quotes", "confirm", "ARTICLE", 2, "--only", "speaker"),
        ("images", "add", photo, "--json"),
        ("quotes", "sheet", "ARTICLE", "--out", out / "sheet.html"),
        ("quotes", "sheet", "ARTICLE", "--out", out / "sheet.pdf"),
        ("quotes", "history", "ARTICLE", 1),
        ("sources", "set", PSEUDONYM, "--kind", "witness", "--terms", "off_record"),
        ("sources", "note", "سلمى الكناني", "صحّ قولها مرتين"),
        ("sources", "list", "--json"),
        ("sources", "show", PSEUDONYM),
        ("history", "ARTICLE"),
        ("store", "backup"),
        ("store", "verify"),
        ("store", "export", "--out", out / "plain"),
        ("store", "rescue", "--out", out / "rescued"),
        ("list", "--json"),
        ("search", "الميناء", "--json"),  # reads every text into the index
        ("language", "train", page),
        ("language", "names", "--write", out / "names.json"),
        *(
            ("export", "ARTICLE", "--to", to, "--out", out / f"article.{to}")
            for to in formats(desk)
        ),
        ("check", "ARTICLE", "--json"),  # the last three may find faults of the text
        ("submit", "ARTICLE"),
        ("sync",),
    ]
    code = (
        "import contextlib, io, json, sys\n"
        "from deskeditor.__main__ import main\n"
        "article = ''\n"
        "lines = json.loads(sys.argv[1])\n"
        "for number, line in enumerate(lines):\n"
        "    told = io.StringIO()\n"
        "    with contextlib.redirect_stdout(told):\n"
        "        done = main([article if each == 'ARTICLE' else each for each in line])\n"
        "    print(told.getvalue())\n"
        "    article = article or told.getvalue().strip()\n"
        "    assert done == 0 or number > len(lines) - 4, (done, line)\n"
    )
    lines = [desk.argv(*arguments)[3:] for arguments in commands]
    finished = subprocess.run(
        [sys.executable, "-c", code, json.dumps(lines)], capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    return [finished.stdout, finished.stderr]


def crash(desk: Desk, out: Path) -> subprocess.CompletedProcess[str]:
    """A fault of ours and then a dead process, with the vault open and an identity at hand."""
    code = (
        "import faulthandler, logging, os, sys\n"
        "from pathlib import Path\n"
        "from deskeditor.bootstrap import build\n"
        f"faulthandler.enable(open({str(out / 'crash.txt')!r}, 'w'))\n"
        f"logging.basicConfig(filename={str(out / 'crash.log')!r}, level=logging.DEBUG)\n"
        "desk = build(Path(sys.argv[1]), 'salma', 'ar')\n"
        "secret = sys.stdin.readline().rstrip()\n"
        "desk.vault.unlock(secret)\n"
        "(one,) = desk.vault.identities()\n"
        "assert one.name\n"
        "try:\n"
        "    raise RuntimeError(one, desk.vault)\n"
        "except RuntimeError:\n"
        "    logging.exception('a task failed with %r', one)\n"
        "desk.store.remember('left', 'open')\n"
        "from deskeditor.ui.hints import Hints, write_hints\n"
        "from deskeditor.ui.session import Place, Session, write_session\n"
        "write_hints(Path(sys.argv[1]), Hints('ar', 'dark'))\n"
        "here = Place('b1', 'text', 7)\n"
        "write_session(Path(sys.argv[1]), 'salma', Session('a1', here, here, here, 'quotes'))\n"
        "os.abort()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(desk.home)], input=f"{PASSPHRASE}\n",
        capture_output=True, encoding="utf-8", check=False, cwd=out,
        env={**os.environ, "TMPDIR": str(out)},
    )  # fmt: skip


def telling() -> set[str]:
    """The folded words, each by itself, that would give the source away in an index."""
    secret = f"{NAME} {CONTACT} {NOTE}"
    return set(index_words(secret)) - set(index_words(PAGE))


def test_the_search_for_single_words_finds_them(tmp_path: Path) -> None:
    desk = build(tmp_path / "home", "salma", "ar")
    try:
        draft = desk.drafts.new("salma", desk.publications.default().id)
        header = Header(headline=Inline(f"{NAME} {CONTACT}"))
        desk.drafts.autosave(replace(draft, document=Document(header)), "salma")
        desk.search.catch_up()
    finally:
        desk.close()
    words = set(index_words(f"{NAME} {CONTACT}"))
    assert words <= searched(tmp_path / "home" / "search.db")
    assert words & telling()


@pytest.mark.timeout(240)
def test_a_confidential_name_stands_nowhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = said(desk, f"{PASSPHRASE}\n{PASSPHRASE}\n", "vault", "create")
    sealed = said(desk, f"{NAME}\n{CONTACT}\n{NOTE}\n", "vault", "add", PSEUDONYM)
    assert (made.returncode, sealed.returncode) == (0, 0), made.stderr + sealed.stderr
    printed = [made.stdout, made.stderr, sealed.stdout, sealed.stderr]
    printed += write_everything(desk, tmp_path / "out")
    wrong = said(desk, "ليست هذه العبارة\n", "vault", "list")
    assert wrong.returncode == 3
    printed += [wrong.stdout, wrong.stderr]

    crashed = crash(desk, tmp_path / "out")
    printed += [crashed.stdout, crashed.stderr]
    assert crashed.returncode == -signal.SIGABRT, crashed.stderr
    assert "a task failed" in (tmp_path / "out" / "crash.log").read_text("utf-8")

    kinds = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert {"store.db", "vault", "sheet.html", "sheet.pdf", "article.docx", "board.db"} <= kinds
    assert {"search.db", "archive.bigrams", "names.json"} <= kinds
    assert {"session.json", "window.json", "article.json", "images.json"} <= kinds
    assert any((tmp_path / "cache").rglob("*"))
    assert any((tmp_path / "out" / "rescued").rglob("store.db"))
    tokens = (NAME, CONTACT, NOTE, "CANARY", PASSPHRASE)
    assert found_in([tmp_path], tokens) == []
    assert [token for token in tokens for text in printed if token in text] == []
    known = searched(desk.home / "search.db")
    assert set(index_words(PSEUDONYM)) <= known  # every text was read
    assert known & telling() == set()

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


#: Every part of the program that writes files: what this test has made of each, or why it holds no
#: words of a source.
WRITERS = {
    "cli/log.py": "the home's log; commands and the crash write to it",
    "cli/names.py": "names.json",
    "formats/evidence/leaf.py": "a page drawn into memory, in a process that can write no file",
    "language/bigrams.py": "archive.bigrams",
    "language/dictionary.py": "the dictionary's own files, before any text is read",
    "language/laid_out.py": "the tables in the cache",
    "language/wide_words.py": "a table made when the program is built",
    "media/files.py": "originals, and every file written whole",
    "media/images.py": "a picture into memory",
    "media/sealed.py": "the vault itself",
    "media/thumbnails.py": "small pictures without words",
    "services/exporting.py": "every export",
    "services/plain_files.py": "plain",
    "services/rescuing.py": "rescued",
    "services/sheet.py": "sheet.html, sheet.pdf",
    "services/upkeep.py": "rescued",
    "store/salvage.py": "rescued",
    "ui/app.py": "two icons of the window",
    "ui/control/pictures.py": "a pasted picture into memory",
    "ui/hints.py": "window.json",
    "ui/printing.py": "sheet.pdf into memory",
    "ui/screenshots.py": "pictures of the window",
    "ui/session.py": "session.json",
}
_WRITES = re.compile(
    r"write_atomically\(|\.write_bytes\(|\.write_text\(|(?:open|fdopen)\([^()]*[\"'][wa]b?[\"']"
    r"|QPdfWriter\(|mkdtemp\(|shutil\.copy|copy_privately\(|\.save\((?:out|str|held|buffer)"
)


def test_every_part_that_writes_files_is_known_here() -> None:
    source = Path(deskeditor.__file__).parent
    found = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if _WRITES.search(path.read_text("utf-8"))
    }
    assert found - {"apart/limits.py"} == set(WRITERS)
