"""Every known error that the program can raise has its sentence, in both languages."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

import pytest

from deskeditor.domain import errors
from deskeditor.language.messages import PLURALS, Catalogue
from helpers.repository import RESOURCES, modules

#: Values that are added on the way up, where the file is known.
ADDED = {"profile-wrong": frozenset({"file"})}


def _known_errors() -> set[str]:
    """Names of `KnownError` and of every class in the program that comes from it."""
    names = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.KnownError)
    }
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            bases = node.bases if isinstance(node, ast.ClassDef) else []
            if any(isinstance(base, ast.Name) and base.id in names for base in bases):
                names.add(node.name)  # type: ignore[attr-defined]
    return names


def raised() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Each code with the values given to it (None where they cannot be read) and its file."""
    kinds = _known_errors()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in kinds or not node.args:
                continue
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                given = [keyword.arg for keyword in node.keywords]
                known = None if None in given else frozenset(name for name in given if name)
                added = ADDED.get(code.value, frozenset())
                yield code.value, None if known is None else known | added, path.name


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_every_code_has_a_sentence(language: str) -> None:
    say = Catalogue(RESOURCES / "i18n", language)
    silent = {f"{code} ({file})" for code, _, file in raised() if f"errors.{code}" not in say}
    assert silent == set()


def test_no_sentence_asks_for_a_value_it_is_not_given() -> None:
    say = Catalogue(RESOURCES / "i18n", "ar")
    lacking = set()
    for code, given, file in raised():
        if given is None or f"errors.{code}" not in say:
            continue
        parts = string.Formatter().parse(say(f"errors.{code}"))
        lacking |= {f"{code}: {name} ({file})" for _, name, _, _ in parts if name} - {
            f"{code}: {name} ({file})" for name in given
        }
    assert lacking == set()
