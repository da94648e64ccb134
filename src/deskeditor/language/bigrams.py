"""How often words and pairs of neighbours stand in published news: one compact table.

Owns the table's file form (written by `write_table`, read by `BigramTable`) and its look-ups; where
it lies while it is used is for `laid_out`. The file is one LZMA stream: a header line, the words in
sorted order, their counts, and the pairs as differences of sorted keys `left · size + right`, byte
plane by byte plane, which packs best. Counts of pairs of 64 and more are kept to within 3 percent,
all others exactly.
"""

from __future__ import annotations

import lzma
import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from zlib import crc32

from deskeditor.domain.errors import BadInput
from deskeditor.language.folding import Fold, fold
from deskeditor.language.laid_out import drawers, laid_out, numbers

#: Stands for the beginning and the end of a sentence in pairs.
START, END = "<s>", "</s>"
#: What misspelling most often confuses; words with the same skeleton differ only by these.
SKELETON = Fold.SPELLING | Fold.HAMZA | Fold.MAQSURA | Fold.MARBUTA
_MAGIC = "deskeditor bigrams 1"
_EXACT = 64
_STEPS = 12
#: A word's key has 32 bits; its drawer is the first 16.
_SHIFT = 16


class BadTable(BadInput):
    """The file is no table of counts, or was cut off."""


def _shrunk(count: int) -> int:
    if count < _EXACT:
        return count
    return min(255, _EXACT + round(_STEPS * math.log2(count / _EXACT)))


def _grown(code: int) -> int:
    return code if code < _EXACT else round(_EXACT * 2 ** ((code - _EXACT) / _STEPS))


_GROWN = tuple(_grown(code) for code in range(256))


def _planes(values: Iterable[int]) -> bytes:
    raw = array("I", values)
    if sys.byteorder == "big":
        raw.byteswap()
    data = raw.tobytes()
    return b"".join(data[plane::4] for plane in range(4))


def _unplaned(data: bytes) -> array[int]:
    size = len(data) // 4
    mixed = bytearray(len(data))
    for plane in range(4):
        mixed[plane::4] = data[plane * size : (plane + 1) * size]
    values = array("I")
    values.frombytes(bytes(mixed))
    if sys.byteorder == "big":
        values.byteswap()
    return values


def write_table(words: Mapping[str, int], pairs: Mapping[tuple[str, str], int], path: Path) -> None:
    """Write the table; pairs of words that are not in `words` are left out.

    Raises:
        OverflowError: two neighbouring keys lie further apart than 32 bits.
    """
    listed = sorted({*words, START, END})
    number = {word: place for place, word in enumerate(listed)}
    size = len(listed)
    keys = sorted(
        (number[left] * size + number[right], _shrunk(count))
        for (left, right), count in pairs.items()
        if left in number and right in number
    )
    gaps = [after - before for before, after in pairwise([0, *(key for key, _ in keys)])]
    head = f"{_MAGIC} {size} {len(keys)}\n"
    text = "\n".join(listed) + "\n"
    body = text.encode() + _planes(words.get(word, 0) for word in listed) + _planes(gaps)
    data = head.encode() + body + bytes(code for _, code in keys)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))


def _key(word: bytes) -> int:
    """What a word is looked up by; two words may share it."""
    return crc32(word)


def _unpack(data: bytes) -> Mapping[str, bytes]:
    """The table as sections for look-ups.

    Of each word by its number, which is its place among the sorted words: where it begins in
    `words` (`starts`, one more than words), its count (`counts`) and where the pairs begin in which
    it stands on the left (`lefts`). Keys of words in order, their drawers, and beside them the
    words' numbers (`keys`, `drawers`, `numbers`); the same of skeletons (`skeletons`, `drawers
    alike`, `members`). Keys of pairs in order and their counts' codes (`pairs`, `codes`).

    Raises:
        BadTable: `data` is no table.
    """
    try:
        raw = lzma.decompress(data)
        head, _, rest = raw.partition(b"\n")
        magic, size, kept = head.decode().rsplit(" ", 2)
        if magic != _MAGIC:
            raise BadTable("counts-damaged")
        many, count = int(size), int(kept)
        cut = len(rest) - 4 * many - 5 * count
        words = rest[:cut].decode().split("\n")[:-1]
        if len(words) != many:
            raise BadTable("counts-damaged")
    except (lzma.LZMAError, ValueError) as error:
        raise BadTable("counts-damaged") from error
    behind = cut + 4 * many
    written = [word.encode() for word in words]
    keys, members = _index([_key(word) for word in written])
    folded = fold("\n".join(words), SKELETON).split("\n")
    skeletons, alike = _index([_key(word.encode()) for word in folded])
    pairs = list(accumulate(_unplaned(rest[behind : behind + 4 * count])))
    return {
        "words": b"".join(written),
        "starts": numbers("I", accumulate((len(word) for word in written), initial=0)),
        "counts": _unplaned(rest[cut:behind]).tobytes(),
        "keys": numbers("I", keys),
        "drawers": drawers(keys, _SHIFT),
        "numbers": members,
        "skeletons": numbers("I", skeletons),
        "drawers alike": drawers(skeletons, _SHIFT),
        "members": alike,
        "lefts": numbers("I", (bisect_left(pairs, left * many) for left in range(many + 1))),
        "pairs": numbers("Q", pairs),
        "codes": rest[behind + 4 * count :],
    }


def _index(keys: list[int]) -> tuple[list[int], bytes]:
    """The keys in order, and beside them whose they are."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return [keys[at] for at in order], numbers("I", order)


#: Words whose numbers are remembered: those of a long piece, and what each may be meant to be.
_REMEMBERED = 32_768


class BigramTable:
    """The table, mapped. Opening it takes some 15 ms, the first time 0.5 s; looking up some 2 µs.

    Thread-safe.
    """

    def __init__(self, data: bytes, name: str = "", folder: Path | None = None) -> None:
        """Lay the table out: in a file of this name in the folder, or in memory.

        Raises:
            BadTable: `data` is no table.
        """
        parts = laid_out(data, name, folder, _unpack)
        self._words, self._codes = parts["words"], parts["codes"]
        self._starts, self._counts = parts["starts"].cast("I"), parts["counts"].cast("I")
        self._keys, self._numbers = parts["keys"].cast("I"), parts["numbers"].cast("I")
        self._skeletons, self._members = parts["skeletons"].cast("I"), parts["members"].cast("I")
        self._drawers, self._alike = parts["drawers"].cast("I"), parts["drawers alike"].cast("I")
        self._lefts, self._pairs = parts["lefts"].cast("I"), parts["pairs"].cast("Q")
        self._size = len(self._counts)
        self._number = lru_cache(maxsize=_REMEMBERED)(self._find)

    @cached_property
    def total(self) -> int:
        """How many words were read for the table."""
        return sum(self._counts)

    @classmethod
    def read(cls, path: Path, folder: Path | None = None) -> BigramTable:
        """The table in a file; `folder` is where it may be laid out.

        Raises:
            BadTable: the file is missing or holds no table.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BadTable("counts-missing", name=path.name) from error
        return cls(data, path.name, folder)

    def _find(self, word: str) -> int:
        """The word's number; -1 where it is not in the table."""
        written = word.encode("utf-8", "surrogatepass")
        key = _key(written)
        drawer = key >> _SHIFT
        for place in range(self._drawers[drawer], self._drawers[drawer + 1]):
            if self._keys[place] != key:
                continue
            number = self._numbers[place]
            if self._words[self._starts[number] : self._starts[number + 1]] == written:
                return number
        return -1

    def __contains__(self, word: str) -> bool:
        """Whether the word stands in the table; not remembered: thousands are tried that do not."""
        return self._find(word) >= 0

    def word(self, word: str) -> int:
        """Occurrences of the word; 0 where it is not in the table."""
        number = self._number(word)
        return 0 if number < 0 else self._counts[number]

    def pair(self, left: str, right: str) -> int:
        """Occurrences of the two in a row; 0 where the pair is not in the table."""
        first, second = self._number(left), self._number(right)
        if first < 0 or second < 0:
            return 0
        key = first * self._size + second
        end = self._lefts[first + 1]
        place = bisect_left(self._pairs, key, self._lefts[first], end)
        if place < end and self._pairs[place] == key:
            return _GROWN[self._codes[place]]
        return 0

    def alike(self, word: str) -> tuple[str, ...]:
        """Other words of the table that differ from it only in hamza, ة/ه or ى/ي."""
        skeleton = fold(word, SKELETON)
        key = _key(skeleton.encode("utf-8", "surrogatepass"))
        drawer = key >> _SHIFT
        found: list[str] = []
        for place in range(self._alike[drawer], self._alike[drawer + 1]):
            if self._skeletons[place] != key:
                continue
            number = self._members[place]
            other = bytes(self._words[self._starts[number] : self._starts[number + 1]]).decode()
            if other != word and fold(other, SKELETON) == skeleton:
                found.append(other)
        return tuple(found)
