"""Front matter: the head of a Markdown file, as the few forms of YAML that people write there."""

from __future__ import annotations

import json
import re

_FIELD = re.compile(r"([A-Za-z][\w-]{0,60})\s*:(?!//)\s*(.*)")
_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?")
#: Lines a head may have.
_LINES = 200


def split(text: str) -> tuple[dict[str, str], str]:
    """The fields, by their names in small letters, and the text behind them.

    A list becomes its items in a row, a field of a field `outer.inner`. What only begins with a
    rule has no head: every line of one is a field, belongs to one, is blank or a comment.
    """
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines or lines[0].strip() != "---":
        return {}, "\n".join(lines)
    ends = [n for n, line in enumerate(lines[1:_LINES], 1) if line.strip() in ("---", "...")]
    head = _Head()
    inside = lines[1 : ends[0]] if ends else []
    if not ends or not all(map(head.take, inside)) or ("".join(inside).strip() and not head.fields):
        return {}, "\n".join(lines)
    return head.fields, "\n".join(lines[ends[0] + 1 :])


class _Head:
    """Takes the lines of a head one by one."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self._last = ""  # the field lines now belong to
        self._folded = False  # its text stands on the lines below

    def take(self, line: str) -> bool:
        """Whether the line may stand in a head; if so it is read."""
        said, deep = line.strip(), line[:1] in (" ", "\t")
        if not said or (said.startswith("#") and not (deep and self._folded)):
            return True
        found = None if deep else _FIELD.fullmatch(line.rstrip())
        if found:
            self._open(found[1].lower(), found[2].strip())
            return True
        if not self._last or not (deep or said.startswith("- ") or said == "-"):
            return False
        self._belongs(said)
        return True

    def _open(self, name: str, value: str) -> None:
        self._last, self._folded = name, bool(_SCALAR.fullmatch(value))
        self.fields[name] = "" if self._folded else _plain(value)

    def _belongs(self, said: str) -> None:
        """A line below a field: of its text, an item of it, or a field in it."""
        last, before = self._last, self.fields[self._last]
        if self._folded:
            self.fields[last] = f"{before} {said}".strip()
            return
        item = said[2:].strip() if said.startswith("- ") else None
        inner = _FIELD.fullmatch(said if item is None else item)
        if inner and (item is not None or not before):
            name, value = inner[1].lower(), _plain(inner[2].strip())
            self._add(f"{last}.{name}", value)
        elif item is not None:
            self._add(last, _plain(item))
        else:
            self.fields[last] = f"{before} {said}".strip()

    def _add(self, name: str, value: str) -> None:
        self.fields[name] = "، ".join(part for part in (self.fields.get(name, ""), value) if part)


def _plain(said: str) -> str:
    if said.startswith('"'):
        try:
            value = json.loads(said)
        except ValueError:
            return said.strip('"')
        return value if isinstance(value, str) else said
    if len(said) > 1 and said[0] == said[-1] == "'":
        return said[1:-1].replace("''", "'")
    if said.startswith("[") and said.endswith("]"):
        return "، ".join(_plain(part.strip()) for part in said[1:-1].split(",") if part.strip())
    return said
