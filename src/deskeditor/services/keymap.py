"""The keys a person gave to actions, by login, as JSON in the store.

Only what differs from the program's own keys is kept. A damaged value is as none. Keys are written
as Qt writes them in its portable form, such as `Ctrl+Shift+F`; no keys at all is the empty string.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from deskeditor.domain.ports import Store


class KeyMap:
    """Reads and writes the keys of one store."""

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self._store = store

    def load(self, login: str) -> dict[str, str]:
        """Action ids and the keys this person gave them."""
        try:
            found = json.loads(self._store.setting(f"keys:{login}") or "{}")
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: keys for name, keys in found.items() if isinstance(keys, str)}

    def save(self, login: str, keys: Mapping[str, str]) -> None:
        """Remember them, durably."""
        self._store.remember(f"keys:{login}", json.dumps(dict(keys), ensure_ascii=False))


def conflicts(keys: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Keys that more than one name has, with those names; pairs are (name, keys)."""
    owners: dict[str, list[str]] = {}
    for name, sequence in keys:
        if sequence:
            owners.setdefault(sequence, []).append(name)
    return {sequence: tuple(names) for sequence, names in owners.items() if len(names) > 1}
