"""The window paints before SQLAlchemy is imported: services must not bring it in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from helpers.repository import SOURCE

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3")
MODULES = sorted(
    ".".join(("deskeditor", *path.relative_to(SOURCE).with_suffix("").parts))
    for name in ("drafts", "review", "delivery", "settings", "publications", "upkeep", "report")
    for path in [SOURCE / "services" / f"{name}.py"]
)


@pytest.mark.parametrize("module", [*MODULES, "deskeditor.store", "deskeditor.board.local"])
def test_importing_brings_no_database_library(module: str) -> None:
    asked = f"import sys, {module}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
