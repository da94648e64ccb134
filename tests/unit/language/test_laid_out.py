"""Tables laid out in a file: mapped once made, made anew where the file is not what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deskeditor.language.laid_out import Sections, drawers, laid_out, numbers

DATA = b"packed"


class Unpacked:
    """Unpacks, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, data: bytes) -> Mapping[str, bytes]:
        self.times += 1
        return {"words": data * 3, "keys": numbers("Q", range(70_000)), "none": b""}


def files(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if one.match("t-*.table")]


def values(sections: Sections) -> tuple[bytes, list[int], bytes]:
    return bytes(sections["words"]), list(sections["keys"].cast("Q")), bytes(sections["none"])


WHOLE = (DATA * 3, list(range(70_000)), b"")


def test_it_is_unpacked_once(tmp_path: Path) -> None:
    unpack = Unpacked()
    assert values(laid_out(DATA, "t", tmp_path / "new", unpack)) == WHOLE
    assert values(laid_out(DATA, "t", tmp_path / "new", unpack)) == WHOLE
    assert unpack.times == 1
    assert len(files(tmp_path / "new")) == 1


def test_another_source_is_laid_out_anew(tmp_path: Path) -> None:
    unpack = Unpacked()
    laid_out(DATA, "t", tmp_path, unpack)
    assert bytes(laid_out(b"other", "t", tmp_path, unpack)["words"]) == b"other" * 3
    assert values(laid_out(DATA, "t", tmp_path, unpack)) == WHOLE
    assert unpack.times == 3
    assert len(files(tmp_path)) == 1, "what was laid out of another source is gone"


def flipped(data: bytes) -> bytes:
    return data[:5000] + bytes([data[5000] ^ 1]) + data[5001:]


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda data: data[:-9], id="cut off"),
        pytest.param(lambda data: data + b"more", id="longer"),
        pytest.param(flipped, id="a flipped bit"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda data: b"[]" + data[2:], id="another head"),
        pytest.param(lambda data: b"\xff" * len(data), id="noise"),
    ],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    unpack = Unpacked()
    laid_out(DATA, "t", tmp_path, unpack)
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    other = path.with_suffix(".other")
    other.write_bytes(harm(whole))
    other.replace(path)
    assert values(laid_out(DATA, "t", tmp_path, unpack)) == WHOLE
    assert unpack.times == 2
    assert path.read_bytes() == whole


def test_without_a_place_it_lies_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert values(laid_out(DATA, "t", blocked, Unpacked())) == WHOLE
    assert values(laid_out(DATA, "t", None, Unpacked())) == WHOLE


def test_drawers_say_where_to_look() -> None:
    keys = [1, 2, 0x10000, 0x3FFFF, 0xFFFFFFFF]
    begins = memoryview(drawers(keys, 16)).cast("I")
    found = [keys[begins[n] : begins[n + 1]] for n in (0, 1, 2, 3, 0xFFFF)]
    assert found == [[1, 2], [0x10000], [], [0x3FFFF], [0xFFFFFFFF]]
