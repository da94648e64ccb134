"""The tour: the whole way on the sample page, and on any page given."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from helpers.commands import Desk, refused
from helpers.repository import RESOURCES, ROOT

SEED = ROOT.parent / "shared" / "seed" / "article.txt"
STEPS = [
    "import", "check", "mend", "picture", "fill", "submit", "review", "own", "changes", "answer",
    "resubmit", "approve", "export", "end",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "untouched", language="en")


def whole(out: Path) -> None:
    """Both exports stand, with the picture's words in them."""
    html = (out / "article.html").read_text("utf-8")
    assert 'lang="ar"' in html
    assert "رسم توضيحي" in html
    with zipfile.ZipFile(out / "article.docx") as docx:
        assert docx.testzip() is None
        assert "رسم توضيحي" in docx.read("word/document.xml").decode()
        assert any(name.startswith("word/media/") for name in docx.namelist())


def test_the_tour_ends_with_an_approved_article_and_both_exports(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "tour"
    data = desk.json("tour", "--out", out, "--no-screenshots")
    assert data["state"] == "approved"
    assert [step["step"] for step in data["steps"]] == STEPS
    whole(out)
    assert not desk.home.exists()
    on_board = Desk(out / "desk").json("board", "show", data["article"])
    assert on_board["case"]["state"] == "approved"


def test_the_tour_shows_the_window_in_both_languages(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "tour"
    data = desk.json("tour", "--out", out)
    screens = [Path(path) for path in data["screens"]]
    assert {path.parent.name for path in screens} == {"ar", "en"}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in screens)


def test_a_second_tour_takes_the_first_one_s_place_and_nobody_else_s(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "tour"
    for _ in range(2):
        desk.done("tour", "--out", out, "--no-screenshots")
    taken = tmp_path / "taken"
    (taken / "desk").mkdir(parents=True)
    (taken / "desk" / "مسودة.txt").write_text("لا تُمحى", "utf-8")
    assert str(taken) in refused(desk.run("tour", "--out", taken))
    assert (taken / "desk" / "مسودة.txt").exists()


def test_the_tour_tells_its_steps_to_people(tmp_path: Path) -> None:
    told = Desk(tmp_path / "untouched").done("tour", "--out", tmp_path / "tour", "--no-screenshots")
    assert "القرار لغيرك" in told
    assert "مجازة" in told
    assert "ليلى الحمداني" in told


def test_a_page_that_is_not_there_stops_the_tour(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "missing.txt"
    assert "missing.txt" in refused(desk.run("tour", "--out", tmp_path / "tour", "--page", page))


@pytest.mark.parametrize("page", [SEED, RESOURCES / "sample" / "page.txt"])
def test_any_page_given_is_walked(desk: Desk, tmp_path: Path, page: Path) -> None:
    if not page.exists():
        pytest.skip("the page published elsewhere is not here")
    out = tmp_path / "tour"
    finished = desk.run("--json", "tour", "--out", out, "--page", page, "--no-screenshots")
    assert finished.returncode == 0, finished.stderr
    data = json.loads(finished.stdout)
    assert data["state"] == "approved"
    whole(out)
    imported = next(step for step in data["steps"] if step["step"] == "import")
    assert any("has no date" in line for line in imported["lines"])
