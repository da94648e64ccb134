"""The checkout as tests see it: where it is and which files belong to it."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
SOURCE = ROOT / "src" / "deskeditor"


@cache
def files() -> tuple[Path, ...]:
    """Tracked files and those about to be: all that git does not ignore, as absolute paths.

    A copy without git (a source archive) answers what lies there, less hidden and built folders.
    """
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
        text=True,
    )
    if listing.returncode == 0:
        found = {ROOT / name for name in listing.stdout.split("\0") if name}
    else:
        found = {path for path in ROOT.rglob("*") if not _built(path.relative_to(ROOT))}
    return tuple(sorted(path for path in found if path.is_file() and not path.is_symlink()))


def _built(path: Path) -> bool:
    return any(part.startswith(".") or part in {"build", "__pycache__"} for part in path.parts)


def modules() -> tuple[Path, ...]:
    """The program's own Python files."""
    return tuple(sorted(SOURCE.rglob("*.py")))
