from __future__ import annotations

import os
from pathlib import Path

import pytest

from deskeditor.domain.errors import BadInput
from deskeditor.formats.guard import display_name, file_size, read_bytes


def code(path: Path, limit: int = 100) -> str:
    with pytest.raises(BadInput) as caught:
        file_size(path, limit)
    return caught.value.code


def test_each_wrong_file_has_its_sentence(tmp_path: Path) -> None:
    empty, big, pipe = tmp_path / "فارغ.txt", tmp_path / "b", tmp_path / "p"
    empty.touch()
    big.write_bytes(b"x" * 101)
    os.mkfifo(pipe)
    assert code(tmp_path / "غائب.txt") == "file-missing"
    assert code(tmp_path) == "file-is-folder"
    assert code(empty) == "file-empty"
    assert code(big) == "file-too-large"
    assert code(pipe) == "file-not-regular"
    assert code(tmp_path / ("ا" * 400)) == "file-unreadable"
    assert code(tmp_path / "a\0b") == "file-unreadable"


def test_a_file_within_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    path.write_bytes("نص 🌊".encode())
    assert read_bytes(path, 100).decode() == "نص 🌊"


def test_names_are_shown_without_overrides() -> None:
    assert display_name("صورة\u202egpj.exe") == "صورةgpj.exe"
    assert display_name(Path("/a/نـص\u200cي.txt")) == "نـص\u200cي.txt"
    assert display_name("bad\udcff.txt") == "bad?.txt"
