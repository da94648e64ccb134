"""Front matter: the head of a Markdown file, as the few forms of YAML that people write there."""

from __future__ import annotations

import json
import re

_FIELD = re.compile(r"([A-Za-z][\w-]{0,60})\s*:\s*(.*)")


def split(text: str) -> tuple[dict[str, str], str]:
    """The fields, by their names in small letters, and the text behind them.

    A list becomes its items in a row; what stands deeper is left out.
    """
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines or lines[0].strip() != "---":
        return {}, "\n".join(lines)
    ends = [n for n, line in enumerate(lines[1:200], 1) if line.strip() in ("---", "...")]
    if not ends:
        return {}, "\n".join(lines)
    fields: dict[str, str] = {}
    last = ""
    for line in lines[1 : ends[0]]:
        found = _FIELD.fullmatch(line)
        if found:
            last = found[1].lower()
            fields[last] = _plain(found[2].strip())
        elif last and line.strip().startswith("- "):
            item = _plain(line.strip()[2:].strip())
            fields[last] = "، ".join(part for part in (fields[last], item) if part)
    return fields, "\n".join(lines[ends[0] + 1 :])


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
