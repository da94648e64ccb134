"""Words of the wide web beside those of the news: is this string a word, and how common is it?

Owns one compact file, made from wordfreq's Arabic list (CC BY-SA 4.0) by
`packaging/language/build_wide.py`: sorted 40-bit keys of the words and a byte of frequency each.
The words themselves are not in it; two words in ten thousand million share a key by chance. Half a
million words take 5 MB on the disk; a look-up takes about 1 µs.
"""

from __future__ import annotations

import lzma
import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate, pairwise
from pathlib import Path
from zlib import adler32, crc32

from deskeditor.language.bigrams import BadTable
from deskeditor.language.laid_out import drawers, laid_out, numbers

_MAGIC = b"deskeditor wide 1"
#: Frequencies are kept as steps of a twentieth of a power of ten from 1e-9 on.
_STEP, _LOWEST = 20, -9
#: A key has this many bytes.
_BYTES = 5
#: A key's drawer is its first 16 bits of 40.
_SHIFT = 24


def key(word: str) -> int:
    """The 40 bits that stand for a word. Two checksums: neighbours changed round differ in both."""
    data = word.encode("utf-8", "surrogatepass")
    return crc32(data) << 8 | adler32(data) >> 16 & 0xFF


def _code(frequency: float) -> int:
    return max(1, min(255, round(_STEP * (math.log10(frequency) - _LOWEST))))


_FREQUENCY = tuple(10 ** (code / _STEP + _LOWEST) if code else 0.0 for code in range(256))


def write_wide(frequencies: Mapping[str, float], path: Path) -> None:
    """Write the file; frequencies are shares of all words, above nought."""
    codes: dict[int, int] = {}
    for word, frequency in frequencies.items():
        codes[key(word)] = max(_code(frequency), codes.get(key(word), 0))
    keys = sorted(codes)
    gaps = array("Q", (after - before for before, after in pairwise([0, *keys])))
    if sys.byteorder == "big":
        gaps.byteswap()
    raw = gaps.tobytes()
    planes = b"".join(raw[plane::8] for plane in range(_BYTES)) + bytes(codes[k] for k in keys)
    data = _MAGIC + f" {len(keys)}\n".encode() + planes
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))


def _unpack(data: bytes) -> Mapping[str, bytes]:
    """The keys of all words in order (`keys`), and of each a byte for its frequency (`codes`).

    Raises:
        BadTable: `data` is no such file.
    """
    try:
        head, _, rest = lzma.decompress(data).partition(b"\n")
        magic, _, count = head.rpartition(b" ")
        size = int(count)
    except (lzma.LZMAError, ValueError) as error:
        raise BadTable("counts-damaged") from error
    if magic != _MAGIC or len(rest) != (_BYTES + 1) * size:
        raise BadTable("counts-damaged")
    mixed = bytearray(8 * size)
    for plane in range(_BYTES):
        mixed[plane::8] = rest[plane * size : (plane + 1) * size]
    gaps = array("Q", bytes(mixed))
    if sys.byteorder == "big":
        gaps.byteswap()
    keys = list(accumulate(gaps))
    return {
        "keys": numbers("Q", keys),
        "drawers": drawers(keys, _SHIFT),
        "codes": rest[_BYTES * size :],
    }


class WideWords:
    """The file, mapped. Thread-safe; opening it takes some 5 ms, the first time 0.2 s."""

    def __init__(self, data: bytes, name: str = "", folder: Path | None = None) -> None:
        """Lay the words out: in a file of this name in the folder, or in memory.

        Raises:
            BadTable: `data` is no such file.
        """
        parts = laid_out(data, name, folder, _unpack)
        self._keys, self._codes = parts["keys"].cast("Q"), parts["codes"]
        self._drawers = parts["drawers"].cast("I")

    @classmethod
    def read(cls, path: Path, folder: Path | None = None) -> WideWords:
        """The words in a file; `folder` is where they may be laid out.

        Raises:
            BadTable: the file is missing or is no such file.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BadTable("counts-missing", name=path.name) from error
        return cls(data, path.name, folder)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._keys)

    def frequency(self, word: str) -> float:
        """The word's share of all words, to within 6 percent; 0 where it is not here."""
        wanted = key(word)
        drawer = wanted >> _SHIFT
        end = self._drawers[drawer + 1]
        place = bisect_left(self._keys, wanted, self._drawers[drawer], end)
        if place < end and self._keys[place] == wanted:
            return _FREQUENCY[self._codes[place]]
        return 0.0
