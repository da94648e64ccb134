"""The dictionary: installed into a folder of the user's own, asked from any thread, or absent."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

import pytest

from deskeditor.language import dictionary
from deskeditor.language.dictionary import HunspellDictionary, carried, install


def test_install_copies_once(tmp_path: Path) -> None:
    source = tmp_path / "from"
    source.mkdir()
    (source / "ar.aff").write_text("SET UTF-8", "utf-8")
    (source / "ar.dic").write_text("1\nكلمة", "utf-8")
    home = tmp_path / "بيت القواميس"
    install(home, source)
    kept = home / "hunspell" / "ar.dic"
    before = kept.stat().st_mtime_ns
    install(home, source)
    assert kept.stat().st_mtime_ns == before
    assert kept.read_text("utf-8").endswith("كلمة")
    assert not list(home.rglob("*.part*"))


def test_nothing_to_install_is_no_error(tmp_path: Path) -> None:
    install(tmp_path / "home", None)
    assert not (tmp_path / "home").exists()


def test_arabic_words_are_known_from_any_thread(tmp_path: Path) -> None:
    if carried() is None:
        pytest.skip("the dictionary's package is not installed")
    asked = HunspellDictionary(tmp_path / "قواميس 1")
    answers: list[bool] = []

    def ask() -> None:
        answers.append(asked.knows("الوزير"))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked.available
    assert answers == [True] * 3
    assert not asked.knows("كتشيلوفا")
    assert asked.knows("")
    assert "مدرسة" in asked.suggest("مدرسةة")


def test_a_home_that_cannot_be_written_knows_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if carried() is None:
        pytest.skip("the dictionary's package is not installed")
    passing = tmp_path / "مؤقت"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    (tmp_path / "home").write_text("not a folder: nobody, root neither, writes below it", "utf-8")
    asked = HunspellDictionary(tmp_path / "home" / "dictionaries")
    assert asked.available
    assert asked.knows("الوزير")
    assert not asked.knows("كتشيلوفا")
    assert "مدرسة" in asked.suggest("مدرسةة")
    assert list(passing.iterdir())
    asked.close()
    assert not list(passing.iterdir())


def test_no_dictionary_knows_every_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "carried", lambda: None)

    def refuse(_: object) -> object:
        raise ImportError("no libenchant on this machine")

    monkeypatch.setattr(HunspellDictionary, "_open", refuse)
    absent = HunspellDictionary(tmp_path)
    assert not absent.available
    assert absent.knows("كتشيلوفا 😀")
    assert absent.suggest("WHO") == ()
