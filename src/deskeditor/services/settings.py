"""A person's settings of the window, remembered in the store as one JSON value.

A value that is damaged or unknown falls back to its default: settings must never keep the desk
from opening. Keys of a newer program stay untouched.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from deskeditor.domain.ports import Store

_KEY = "settings"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose.

    `zoom` is a factor on the theme's text size, `autosave_pause` in milliseconds after the last
    key, `login` the person signed in last, `publication` the one new articles begin in, `face` and
    `lines` the page's type and how long its lines are.
    """

    language: Literal["ar", "en"] = "ar"
    theme: Literal["system", "light", "dark"] = "system"
    zoom: float = 1.0
    login: str = ""
    publication: str = ""
    autosave_pause: int = 800
    inspector: str = "checks"
    digits: Literal["latin", "arabic"] = "latin"
    face: Literal["naskh", "amiri"] = "naskh"
    lines: Literal["narrow", "normal", "wide"] = "normal"


_BOUNDS: Mapping[str, tuple[float, float]] = {
    "zoom": (0.5, 3.0),
    "autosave_pause": (100, 60_000),
}


def _sound(name: str, value: Any, kind: Any) -> bool:
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if kind in (int, float):
        low, high = _BOUNDS[name]
        whole = type(value) is int
        return (whole or (kind is float and type(value) is float)) and low <= value <= high
    return isinstance(value, str)


class SettingsBook:
    """Loads and saves the settings of one store."""

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self._store = store

    def _kept(self) -> dict[str, Any]:
        raw = self._store.setting(_KEY)
        try:
            found = json.loads(raw) if raw else {}
        except ValueError:
            _log.info("the settings are damaged; defaults are used")
            return {}
        return found if isinstance(found, dict) else {}

    def load(self) -> Settings:
        """The settings, each that is missing or unsound at its default."""
        kept, hints = self._kept(), get_type_hints(Settings)
        sound = {
            one.name: kept[one.name]
            for one in fields(Settings)
            if one.name in kept and _sound(one.name, kept[one.name], hints[one.name])
        }
        return Settings(**sound)

    def save(self, settings: Settings) -> None:
        """Remember the settings, durably."""
        self._store.remember(_KEY, json.dumps({**self._kept(), **asdict(settings)}))
