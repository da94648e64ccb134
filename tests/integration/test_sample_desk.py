from __future__ import annotations

import getpass
import os
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NoReturn

import pytest

from deskeditor.bootstrap import UNFINISHED, Desk, build, home_folder
from deskeditor.domain.errors import BadInput, KnownError, Refused, StoreError
from deskeditor.domain.review import Act, State
from deskeditor.services.machine import machine_login


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
    (home / UNFINISHED).touch()
    again = build(home, None, "ar")
    assert len(again.plant_sample()) == 7
    assert len(again.drafts.rows()) == 7
    again.close()
    assert not (home / UNFINISHED).exists()


def test_what_was_written_into_a_half_planted_home_is_kept_aside(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    desk = build(home, "salma", "ar")
    written = desk.drafts.new("salma", "alrafid")
    (home / UNFINISHED).touch()
    desk.plant_sample()
    desk.close()
    (aside,) = home.glob(f"{UNFINISHED}-*")
    earlier = build(aside, "salma", "ar")
    assert [row.id for row in earlier.drafts.rows()] == [written.id]
    earlier.close()


def test_a_home_that_another_program_is_planting_is_not_touched(tmp_path: Path) -> None:
    first, second = (build(tmp_path / "desk", "salma", "ar") for _ in range(2))
    written = first.drafts.new("salma", "alrafid")
    (tmp_path / "desk" / UNFINISHED).touch()
    with pytest.raises(StoreError, match="store-locked"):
        second.plant_sample()
    assert first.drafts.open(written.id) == written
    first.close()


def test_exports_take_the_persons_own_umask_and_the_home_stays_private(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        desk = build(tmp_path / "desk", "salma", "ar")
        _ = desk.checking.speller  # makes its folder in a home that is not there yet
        article = desk.drafts.new("salma", "alrafid")
        out = desk.exporting.export(
            article, desk.publications.default(), "html", tmp_path / "page.html"
        )
        desk.close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(out.stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "desk").stat().st_mode) == 0o700


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


def test_a_user_the_machine_does_not_know_is_told_or_numbered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(*_: object) -> NoReturn:
        raise KeyError("getpwuid(): uid not found: 4711")

    def homeless() -> NoReturn:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert machine_login() == str(os.getuid())
    monkeypatch.delenv("DESKEDITOR_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(KnownError, match="home-unknown"):
        home_folder(None)


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
