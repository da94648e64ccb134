from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.domain.publication import BadProfile, QuoteGlyphs
from deskeditor.services.checklist import RULES
from deskeditor.services.publications import Publications
from helpers.repository import RESOURCES

FOLDER = RESOURCES / "publications"


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_the_sample_publication_is_whole() -> None:
    one = Publications(FOLDER).get("alrafid")
    assert Publications(FOLDER).default() == one
    assert one.name == "صحيفة الرافد"
    assert len(one.masthead) == 3
    assert one.house.quotes is QuoteGlyphs.GUILLEMETS
    own = {rule.id for rule in RULES}
    assert {rule for rule in one.severities if rule.startswith("submit.")} <= own


def test_an_unknown_publication_is_told(tmp_path: Path) -> None:
    for publications in (Publications(FOLDER), Publications(tmp_path / "none")):
        with pytest.raises(BadProfile, match="profile-missing"):
            publications.get("none")
    with pytest.raises(BadProfile, match="profile-missing"):
        Publications(tmp_path).default()


def test_a_newsrooms_own_profile_takes_the_samples_place(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", 'id = "alrafid"\nname = "الرافد الجديدة 😀"\nquorum = 3')
    write(tmp_path, "b.toml", 'id = "weekly"\nname = "الأسبوعية"')
    publications = Publications(FOLDER, tmp_path)
    assert publications.get("alrafid").quorum == 3
    assert [one.id for one in publications.all()] == ["alrafid", "weekly"]


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("id = ", "profile-unreadable", None),
        ('id = "a"', "profile-wrong", "name"),
        ('id = "a"\nname = "ب"\ncolour = "red"', "profile-wrong", "colour"),
        ('id = "a"\nname = "ب"\n[limits]\nheadline = "64"', "profile-wrong", "limits.headline"),
        ('id = "a"\nname = "ب"\nquorum = 0', "profile-wrong", "quorum"),
    ],
)
def test_a_wrong_profile_names_its_file_and_key(
    tmp_path: Path, text: str, code: str, key: str | None
) -> None:
    write(tmp_path, "جريدة.toml", text)
    with pytest.raises(BadProfile) as told:
        Publications(tmp_path).all()
    assert told.value.code == code
    assert told.value.values["file"] == "جريدة.toml"
    assert told.value.values.get("key") == key
