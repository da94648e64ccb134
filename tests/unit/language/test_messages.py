from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from deskeditor.language.messages import Catalogue, plural
from helpers.repository import RESOURCES


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
     (100, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other")],
)  # fmt: skip
def test_arabic_plurals_follow_cldr(count: int, form: str) -> None:
    assert plural("ar", count) == form


def test_english_has_one_and_other() -> None:
    assert [plural("en", n) for n in (0, 1, 2, 11)] == ["other", "one", "other", "other"]


def catalogue(folder: Path) -> Catalogue:
    (folder / "ar").mkdir()
    (folder / "ar" / "desk.toml").write_text(
        'saved = "محفوظ هنا {at}"\n[words]\nzero = "لا كلمات"\none = "كلمة"\ntwo = "كلمتان"\n'
        'few = "{n} كلمات"\nmany = "{n} كلمة"\nother = "{n} كلمة"\n',
        "utf-8",
    )
    return Catalogue(folder, "ar")


def test_a_message_is_filled_and_counted(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    assert words("desk.saved", at="14:02") == "محفوظ هنا 14:02"
    assert [words("desk.words", n=n) for n in (0, 2, 5, 12)] == [
        "لا كلمات", "كلمتان", "5 كلمات", "12 كلمة",
    ]  # fmt: skip


@pytest.mark.expected_log("no wording for")
def test_a_missing_message_shows_its_key(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    assert "desk.gone" not in words
    assert words("desk.gone") == "desk.gone"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_kinds_and_formats_of_an_error_are_named_in_words(language: str) -> None:
    say = Catalogue(RESOURCES / "i18n", language)
    told = say.error("file-not-text", {"name": "صورة 😀.txt", "kind": "jpeg"})
    assert ("صورة JPEG" if language == "ar" else "a JPEG picture") in told
    assert "(binary)" not in say.error("file-not-text", {"name": "a", "kind": "binary"})
    assert "(wordstar)" in say.error("file-not-text", {"name": "a", "kind": "wordstar"})
    known = say.error("format-not-read", {"format": "odt", "known": "text, html"})
    assert (
        "نص عادي (text)، صفحة ويب (html)" if language == "ar" else "plain text (text), "
    ) in known


def test_a_moment_of_an_error_is_told_in_the_newsroom_s_time() -> None:
    say = Catalogue(RESOURCES / "i18n", "en")
    baghdad = timezone(timedelta(hours=3))
    noon = datetime.now(UTC).astimezone(baghdad).replace(hour=12, minute=5)
    today = say.error(
        "store-locked", {"path": "", "pid": 7, "since": noon.astimezone(UTC)}, baghdad
    )
    assert "12:05" in today
    assert str(noon.year) not in today
    older = datetime(2026, 11, 3, 21, 30, tzinfo=UTC)
    told = say.error("store-locked", {"path": "", "pid": 7, "since": older}, baghdad)
    assert "2026-11-04 00:30" in told
