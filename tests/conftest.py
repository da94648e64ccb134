"""The ground every test stands on: no screen, none of the person's own files, no silent fault."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest

from deskeditor.services.checker import checker

pytest_plugins = ["helpers.logfail"]

_home = pytest.StashKey[Path]()

#: What a test must never touch: the person's folders, keys, screen and language.
_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_CLEARED = ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR")
_FIXED = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QPA_PLATFORMTHEME": "",
    "LC_ALL": "C.UTF-8",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
}

# Two busy cores say nothing about an example's time; pytest-timeout bounds the whole test.
hypothesis.settings.register_profile("search", deadline=None, print_blob=True)
# The gate says of a change whether it is sound: the same examples each time. What only chance finds
# is looked for by the long tests, and by `make test SEARCH=1`.
hypothesis.settings.register_profile(
    "gate", hypothesis.settings.get_profile("search"), derandomize=True
)
hypothesis.settings.load_profile("search" if os.environ.get("SEARCH") else "gate")
# Where several tests run at once, whoever stands behind all of them would hardly ever run.
checker.BEHIND = 0


def pytest_configure(config: pytest.Config) -> None:
    home = Path(tempfile.mkdtemp(prefix="deskeditor-tests-"))
    config.stash[_home] = home
    for name in [name for name in os.environ if name.startswith("DESKEDITOR_")]:
        del os.environ[name]
    for name in _CLEARED:
        os.environ.pop(name, None)
    os.environ.update(_FIXED)
    os.environ["DESKEDITOR_HOME"] = str(home / "desk")
    os.environ["ENCHANT_CONFIG_DIR"] = str(home / "enchant")
    for name in _FOLDERS:
        os.environ[name] = str(home / name.lower())


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_home], ignore_errors=True)
