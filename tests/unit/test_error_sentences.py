"""Every known error that the lower rooms raise has its sentence in both languages, and it fits."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.sqlite import faults
from helpers.repository import RESOURCES, SOURCE

ROOMS = ("domain", "sqlite", "store", "board", "services/drafts.py", "services/review.py",
         "services/delivery.py", "services/publications.py", "services/upkeep.py")  # fmt: skip
ERRORS = {
    "StoreError", "Refused", "BoardUnreachable", "BadProfile", "BadInput", "Damage",
    "DamagedRevision", "NewerRevision", "DamagedDocument", "NewerDocument", "DamagedRequest",
    "InvalidText",
}  # fmt: skip
#: Told by its file's name one layer up (services.publications), never as it is.
WRAPPED = {("profile-wrong", "domain")}
#: Every fault of a file carries these (sqlite.faults.told).
OF_A_FILE = frozenset({"path", "name"})


def sources() -> Iterator[tuple[str, Path]]:
    for room in ROOMS:
        place = SOURCE / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            yield room, path


def raised() -> list[tuple[str, frozenset[str] | None]]:
    """Each code with the names of its values; None where they are passed on whole."""
    found: dict[tuple[str, str], frozenset[str] | None] = {}
    for room, path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in ERRORS or not node.args:
                continue
            said = node.args[0]
            if isinstance(said, ast.Constant) and (said.value, room) not in WRAPPED:
                names = [keyword.arg for keyword in node.keywords]
                values = None if None in names else frozenset(map(str, names))
                found[str(said.value), f"{path}:{node.lineno}"] = values
    codes: list[tuple[str, frozenset[str] | None]] = [(c, v) for (c, _), v in found.items()]
    for table in (faults._BY_CODE, faults._BY_WORDS, faults._BY_ERRNO):
        codes += [(code, OF_A_FILE) for code in table.values()]
    # The board says the faults of its file under names of its own (board.connection).
    of_files = {code for code, values in codes if values == OF_A_FILE} - {"store-closed"}
    renamed = {re.sub("^(store|home)-", "board-", code) for code in of_files}
    codes += [(code, OF_A_FILE) for code in renamed]
    return sorted(set(codes), key=str)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_code_has_a_sentence_that_its_values_fill(language: str) -> None:
    table = tomllib.loads((RESOURCES / "i18n" / language / "errors.toml").read_text("utf-8"))
    wrong = []
    for code, values in raised():
        sentence = table.get(code)
        if sentence is None:
            wrong.append(f"{code}: no sentence")
            continue
        wanted = {field for _, field, _, _ in string.Formatter().parse(sentence) if field}
        if values is not None and not wanted <= values:
            wrong.append(f"{code}: wants {wanted - values}")
    assert wrong == []
