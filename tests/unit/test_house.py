"""The house rules that no linter knows. Each test names the files that break its rule."""

from __future__ import annotations

import ast
import importlib
import re
import string
import sys
import tomllib
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from deskeditor.checks.style.mixed_tanwin import BARE as TANWIN_WORDS
from deskeditor.language.messages import PLURALS
from helpers.repository import RESOURCES, ROOT, SOURCE, files, modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_FILE = 400
#: Where a library may be imported; the standard library and our own code may be anywhere.
ROOMS = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "alembic": {"store", "board"},
    "psycopg": {"store", "board"},
    "sqlalchemy": {"store", "board"},
    "sqlcipher3": {"sqlite", "store", "board"},
}
#: Waiting for a time, or turning the event loop by hand, hides a missing signal.
FORBIDDEN_CALLS = re.compile(r"\bprocessEvents\(|\btime\.sleep\(")
#: Folders of one machine. Tests run anywhere too, so they are read as well.
MACHINE_PATHS = re.compile(r"(?<![\w.}~$-])/(?:work|root|tmp/[\w.-]+)/")
#: Hosts of package registries: an installer's own settings say where packages come from.
REGISTRIES = re.compile(
    r"\b(?:pypi\.(?:org|python\.org)|files\.pythonhosted\.org|(?:registry\.)?npmjs\.(?:org|com)"
    r"|(?:deb|security)\.debian\.org|static\.crates\.io|index\.crates\.io|proxy\.golang\.org)\b"
)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str | None:
    """The file's text; None for a binary file."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


def lines_with(pattern: re.Pattern[str], path: Path) -> Iterator[str]:
    for number, line in enumerate((text_of(path) or "").splitlines(), start=1):
        if pattern.search(line):
            yield f"{shown(path)}:{number}: {line.strip()[:80]}"


# Resources


def described() -> list[str]:
    """The patterns in the first column of the table of resources/README.md."""
    readme = (RESOURCES / "README.md").read_text("utf-8")
    return re.findall(r"^\| `([^`]+)` \|", readme, re.MULTILINE)


def as_regex(pattern: str) -> re.Pattern[str]:
    """`*` stays inside a folder, `**` crosses folders."""
    parts = re.split(r"(\*\*|\*)", pattern)
    meaning = {"**": ".*", "*": "[^/]*"}
    return re.compile("".join(meaning.get(part, re.escape(part)) for part in parts))


def resources() -> list[str]:
    return [p.relative_to(RESOURCES).as_posix() for p in files() if p.is_relative_to(RESOURCES)]


def test_every_resource_is_described() -> None:
    patterns = [as_regex(pattern) for pattern in described()]
    assert [name for name in resources() if not any(p.fullmatch(name) for p in patterns)] == []


def test_every_description_has_a_resource() -> None:
    names = resources()
    assert [p for p in described() if not any(map(as_regex(p).fullmatch, names))] == []


# Source


def test_no_source_file_is_too_long() -> None:
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_module_says_what_it_owns() -> None:
    silent = [p for p in modules() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert [shown(path) for path in silent] == []


def test_source_waits_for_signals_not_for_time() -> None:
    assert [line for path in modules() for line in lines_with(FORBIDDEN_CALLS, path)] == []


def imported(path: Path) -> set[str]:
    """Top-level names of all that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").partition(".")[0])
    return names


def test_libraries_stay_in_their_rooms() -> None:
    strays = [
        f"{shown(path)} imports {name}"
        for path in modules()
        for name in sorted(imported(path) & ROOMS.keys())
        if path.relative_to(SOURCE).parts[0] not in ROOMS[name]
    ]
    assert strays == []


def test_the_domain_knows_the_standard_library_only() -> None:
    known = sys.stdlib_module_names | {"deskeditor"}
    strays = {shown(path): imported(path) - known for path in (SOURCE / "domain").rglob("*.py")}
    assert {name: libraries for name, libraries in strays.items() if libraries} == {}


# The whole checkout


def test_no_file_names_a_machine() -> None:
    itself = ROOT / "tests" / "unit" / "test_house.py"
    checked = [path for path in files() if path != itself]
    assert [line for path in checked for line in lines_with(MACHINE_PATHS, path)] == []


def test_no_file_names_a_package_registry() -> None:
    checked = [path for path in files() if not path.is_relative_to(ROOT / "tests")]
    assert [line for path in checked for line in lines_with(REGISTRIES, path)] == []


# Wording

Message = str | dict[str, "Message"]


def catalogue(language: str) -> dict[str, Message]:
    """Each file's name to its table."""
    folder = RESOURCES / "i18n" / language
    return {path.name: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}


def is_plural(message: dict[str, Message]) -> bool:
    return "other" in message


def keys(message: Message, name: str) -> Iterator[str]:
    """Names of all messages; one with plural forms counts once."""
    if isinstance(message, dict) and not is_plural(message):
        for key, inner in message.items():
            yield from keys(inner, f"{name} {key}")
    else:
        yield name


def plurals(message: Message, name: str) -> Iterator[tuple[str, dict[str, Message]]]:
    if isinstance(message, dict):
        if is_plural(message):
            yield name, message
        else:
            for key, inner in message.items():
                yield from plurals(inner, f"{name} {key}")


def fields(message: Message, name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each message with the values it is filled with, in any of its forms."""
    if isinstance(message, str):
        yield (
            name,
            frozenset(field for _, field, _, _ in string.Formatter().parse(message) if field),
        )
    elif is_plural(message):
        forms = [dict(fields(form, name)).get(name, frozenset()) for form in message.values()]
        yield name, frozenset().union(*forms)
    else:
        for key, inner in message.items():
            yield from fields(inner, f"{name} {key}")


def test_both_languages_say_the_same_things() -> None:
    arabic = {key for name, table in catalogue("ar").items() for key in keys(table, name)}
    english = {key for name, table in catalogue("en").items() for key in keys(table, name)}
    assert arabic ^ english == set()


def test_both_languages_are_filled_with_the_same_values() -> None:
    arabic = dict(pair for name, table in catalogue("ar").items() for pair in fields(table, name))
    english = dict(pair for name, table in catalogue("en").items() for pair in fields(table, name))
    different = {key for key in arabic.keys() & english.keys() if arabic[key] != english[key]}
    assert different == set()


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_plurals_have_the_forms_of_their_language(language: str) -> None:
    wrong = {
        name: sorted(forms)
        for file, table in catalogue(language).items()
        for name, forms in plurals(table, file)
        if set(forms) != set(PLURALS[language])
    }
    assert wrong == {}


# Arabic

#: Forms of one's own that the Arabic wording does not write, and what it writes instead.
OTHER_WORDS = {"ملف المنشور": "ملف المطبوعة", "تُجوهلت": "التجاهل", "ًا": "اً"}
ARABIC_WORD = re.compile("[\u0621-\u064a\u064b-\u0652]+")


def arabic_lines() -> Iterator[tuple[str, str]]:
    for path in sorted((RESOURCES / "i18n" / "ar").glob("*.toml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            yield f"{path.name}:{number}", line


def test_arabic_wording_keeps_to_its_word_list() -> None:
    found = [f"{at}: {word}" for at, line in arabic_lines() for word in OTHER_WORDS if word in line]
    assert found == []


def test_arabic_wording_writes_tanwin_on_its_alif() -> None:
    """A word written with its tanwin somewhere, or that ends in nothing else, never goes bare."""
    words = [(at, word) for at, line in arabic_lines() for word in ARABIC_WORD.findall(line)]
    marked = {word.removesuffix("\u064b") for _, word in words if word.endswith("ا\u064b")}
    bare = marked | set(TANWIN_WORDS.split("|"))
    assert [
        f"{at}: {word}" for at, word in words if word.lstrip("وف") in bare or word in bare
    ] == []


# Rules


def rules() -> list[SimpleNamespace]:
    """Id and examples of every rule in the registry; none while there is no registry."""
    if not (SOURCE / "checks" / "registry.py").exists():
        return []
    registry = importlib.import_module("deskeditor.checks.registry")
    return [
        SimpleNamespace(id=r.id, must_match=r.must_match, must_not_match=r.must_not_match)
        for r in registry.ALL_RULES
    ]


@pytest.mark.parametrize("examples", ["must_match", "must_not_match"])
def test_every_rule_has_examples(examples: str) -> None:
    assert [rule.id for rule in rules() if not getattr(rule, examples)] == []


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_every_rule_has_a_help_page(language: str) -> None:
    pages = RESOURCES / "help" / "rules" / language
    assert [rule.id for rule in rules() if not (pages / f"{rule.id}.md").is_file()] == []
