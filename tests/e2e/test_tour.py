"""The tour: the whole way on the sample page, and on any page given."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from helpers.commands import Desk, refused
from helpers.repository import ROOT

SEED = ROOT.parent / "shared" / "seed" / "article.txt"
#: What the sample page has wrong and the reporter mends.
SLIPS = {"السباق", "لفليق", "الى"}
STEPS = [
    "import", "check", "mend", "picture", "fill", "submit", "review", "own", "changes",
    "screens-writing", "answer", "resubmit", "review-again", "screens-review", "approve",
    "export", "end",
]  # fmt: skip
#: A page of another kind: no masthead, no stamp, no pictures.
SHORT = """عودة القوارب إلى الميناء

قالت المتحدثة ليلى الحمداني: “عادت 25 قاربا إلى Basra 😀 اليوم”.

وأضافت أن الميناء سيبقى مفتوحا الى مساء الخميس.
"""


@dataclass(frozen=True)
class Toured:
    """A tour that was walked: where, and what it answered."""

    out: Path
    home: Path
    data: dict[str, Any]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Toured:
    """The tour on the sample page, with screens, where Qt would look for a display in vain."""
    folder = tmp_path_factory.mktemp("tour")
    desk = Desk(folder / "untouched", language="en")
    bare = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    finished = desk.run("--json", "tour", "--out", folder / "out", environ=bare)
    assert finished.returncode == 0, finished.stderr
    return Toured(folder / "out", desk.home, json.loads(finished.stdout))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "untouched", language="en")


def whole(out: Path) -> None:
    """Both exports stand, with the picture and its words in them."""
    html = (out / "article.html").read_text("utf-8")
    assert 'lang="ar"' in html
    assert "رسم توضيحي" in html
    assert not SLIPS & set(re.findall(r"\w+", html))
    with zipfile.ZipFile(out / "article.docx") as docx:
        assert docx.testzip() is None
        assert "رسم توضيحي" in docx.read("word/document.xml").decode()
        assert any(name.startswith("word/media/") for name in docx.namelist())


@pytest.mark.timeout(400)
def test_it_ends_with_an_approved_article_and_both_exports(toured: Toured) -> None:
    assert toured.data["state"] == "approved"
    assert [step["step"] for step in toured.data["steps"]] == STEPS
    whole(toured.out)
    on_board = Desk(toured.out / "desk").json("board", "show", toured.data["article"])
    assert on_board["case"]["state"] == "approved"
    assert not toured.home.exists()


@pytest.mark.timeout(400)
def test_it_shows_both_desks_in_both_languages(toured: Toured) -> None:
    screens = [Path(path) for path in toured.data["screens"]]
    drawn = {(path.parent.name, path.stem.split("-")[1]) for path in screens}
    assert drawn == {(desk, lang) for desk in ("writing", "review") for lang in ("ar", "en")}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in screens)


@pytest.mark.timeout(400)
def test_the_author_s_approval_is_refused_in_words(toured: Toured) -> None:
    own = next(step for step in toured.data["steps"] if step["step"] == "own")
    assert any("the decision is somebody else's" in line for line in own["lines"])


def test_a_second_tour_takes_the_place_of_the_first(tmp_path: Path) -> None:
    arabic = Desk(tmp_path / "untouched")
    command = ("tour", "--out", tmp_path / "tour", "--no-screenshots")
    arabic.done(*command)
    told = arabic.done(*command)
    assert "القرار لغيرك" in told
    assert "معتمدة" in told
    assert "ليلى الحمداني" in told
    whole(tmp_path / "tour")


def test_somebody_else_s_folder_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    draft = tmp_path / "taken" / "desk" / "مسودة.txt"
    draft.parent.mkdir(parents=True)
    draft.write_text("لا تُمحى", "utf-8")
    assert "taken" in refused(desk.run("tour", "--out", tmp_path / "taken"))
    assert draft.exists()


def test_a_page_that_is_not_there_stops_it(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "missing.txt"
    assert "missing.txt" in refused(desk.run("tour", "--out", tmp_path / "tour", "--page", page))


def walked(desk: Desk, tmp_path: Path, page: Path) -> list[str]:
    """Walk a given page to its end; the lines of the import."""
    out = tmp_path / "tour"
    finished = desk.run("--json", "tour", "--out", out, "--page", page, "--no-screenshots")
    assert finished.returncode == 0, finished.stderr
    data = json.loads(finished.stdout)
    assert data["state"] == "approved"
    whole(out)
    told = {step["step"]: step["lines"] for step in data["steps"]}
    assert any(line.startswith("The reporter, ") for line in told["fill"]), "a day unexplained"
    assert not any("“”" in line for line in told["mend"])
    return list(told["import"])


def test_a_page_without_pictures_or_masthead_is_walked(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(SHORT, "utf-8")
    assert "Headline: عودة القوارب إلى الميناء" in walked(desk, tmp_path, page)


@pytest.mark.skipif(not SEED.exists(), reason="the page published elsewhere is not here")
def test_a_page_published_elsewhere_is_walked(desk: Desk, tmp_path: Path) -> None:
    assert any("has no date" in line for line in walked(desk, tmp_path, SEED))
    page = (tmp_path / "tour" / "article.html").read_text("utf-8")
    assert "السباق" not in page
    assert "لفليق" not in page
