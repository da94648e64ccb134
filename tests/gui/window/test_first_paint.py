"""The window paints before anything heavy is imported: asked of a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_CODE = """
import sys
from pathlib import Path
from deskeditor.bootstrap import build
from deskeditor.ui.app import Shell
desk = build(Path(sys.argv[1]), "salma", "ar")
shell = Shell(desk, theme="light")
shell.window.show()
shell.window.grab()
print(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
shell.window.close()
desk.close()
"""
HEAVY = {
    "PIL", "alembic", "docx", "enchant", "jinja2", "lxml", "mammoth", "markdown", "nacl", "nh3",
    "psycopg", "rapidfuzz", "sqlalchemy", "sqlcipher3", "wordfreq",
}  # fmt: skip


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE, str(tmp_path / "home")],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert not HEAVY & set(done.stdout.split())
