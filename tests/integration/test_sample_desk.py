from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from deskeditor.bootstrap import Desk, build, home_folder
from deskeditor.domain.errors import BadInput, Refused
from deskeditor.domain.review import Act, State


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("مكتب النموذج") / "desk"
    desk = build(home, None, "ar")
    assert len(desk.plant_sample()) == 7
    desk.close()
    return home


def desk_of(home: Path, login: str | None = None) -> Desk:
    return build(home, login, "ar")


def test_the_sample_stands_in_every_state_a_desk_sees(planted: Path) -> None:
    desk = desk_of(planted)
    states = Counter(row.state for row in desk.drafts.rows())
    desk.close()
    assert states == {
        State.DRAFT: 2,
        State.SUBMITTED: 1,
        State.IN_REVIEW: 1,
        State.CHANGES_REQUESTED: 1,
        State.APPROVED: 1,
        State.PUBLISHED: 1,
    }


def test_planting_twice_changes_nothing(planted: Path) -> None:
    desk = desk_of(planted)
    before = [row.id for row in desk.drafts.rows()]
    assert desk.plant_sample() == []
    assert [row.id for row in desk.drafts.rows()] == before
    desk.close()


def test_a_planting_that_was_cut_off_is_begun_again(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    desk = build(home, None, "ar")
    desk.plant_sample()
    desk.close()
    (home / "sample-unfinished").touch()
    again = build(home, None, "ar")
    assert len(again.plant_sample()) == 7
    assert len(again.drafts.rows()) == 7
    again.close()
    assert not (home / "sample-unfinished").exists()


def test_the_boards_chain_over_the_sample_is_whole(planted: Path) -> None:
    assert desk_of(planted).board_for("noor").verify() == []


def test_nobody_on_the_sample_desk_decides_on_their_own_text(planted: Path) -> None:
    desk = desk_of(planted)
    waiting = next(case for case in desk.reviewing.queue() if case.state is State.SUBMITTED)
    for act in (Act.CLAIM, Act.APPROVE):
        with pytest.raises(Refused):
            desk.reviewing.act(waiting.article, act, "hadi", "سبب")
    desk.close()


def test_who_sits_at_the_desk(planted: Path, tmp_path: Path) -> None:
    assert desk_of(planted, "noor").person.name == "نور العطار"
    with pytest.raises(BadInput) as caught:
        _ = desk_of(planted, "nobody").person
    assert caught.value.code == "person-unknown"
    alone = build(tmp_path / "empty", "ziad", "ar")
    assert alone.person.login == "ziad"
    assert list(alone.people()) == []
    alone.close()
    assert not (tmp_path / "empty").exists()


def test_the_home_is_what_was_said_then_the_variable_then_the_users_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DESKEDITOR_HOME", "/srv/desk")
    assert home_folder(tmp_path) == tmp_path
    assert home_folder(None) == Path("/srv/desk")
    monkeypatch.delenv("DESKEDITOR_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/data")
    assert home_folder(None) == Path("/srv/data/deskeditor")


def test_making_a_desk_imports_nothing_heavy() -> None:
    heavy = (
        "sqlalchemy",
        "alembic",
        "docx",
        "enchant",
        "wordfreq",
        "PIL",
        "lxml",
        "jinja2",
        "PySide6",
    )
    code = (
        "import sys; from pathlib import Path; from deskeditor.bootstrap import build; "
        "d = build(Path('/nonexistent'), 'x', 'ar'); d.catalogue('cli.nothing-here'); d.drafts; "
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
