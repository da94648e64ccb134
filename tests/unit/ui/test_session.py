"""Where people were: remembered by login, whole at any moment, no loss where it is damaged."""

from __future__ import annotations

from pathlib import Path

from deskeditor.ui.session import Place, Session, read_session, write_session

HERE = Session(
    "a1", Place("b2", "text", 13), Place("b2", "text", 4), Place("header", "deck", 7), "checks"
)


def test_each_person_finds_their_own_place(tmp_path: Path) -> None:
    write_session(tmp_path, "salma", HERE)
    write_session(tmp_path, "hadi", Session())
    assert read_session(tmp_path, "salma") == HERE
    assert read_session(tmp_path, "hadi") == Session()
    assert read_session(tmp_path, "noor") == Session()


def test_a_damaged_file_loses_the_place_only(tmp_path: Path) -> None:
    for text in ("", "[1]", '{"salma": 3}', '{"salma": {"article": "x"}}', "\udcff😀"):
        (tmp_path / "session.json").write_bytes(text.encode("utf-8", "surrogatepass"))
        assert read_session(tmp_path, "salma") == Session()
        write_session(tmp_path, "salma", HERE)
        assert read_session(tmp_path, "salma") == HERE


def test_a_home_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    write_session(tmp_path / "none", "salma", HERE)
    assert read_session(tmp_path / "none", "salma") == Session()
