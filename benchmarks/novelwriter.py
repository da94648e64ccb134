"""novelWriter as a peer: put into a throw-away environment by pip, run on the same text as ours.

It is GPL: it is started as a program beside ours and never imported.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

#: Where it is installed, once; `make clean` takes it away.
PLACE = Path(__file__).parents[1] / "build" / "novelwriter"
_SCENE = "636b6aa9b697b"


def install() -> Path | None:
    """Its program, installed where it is not yet; None where pip cannot get it."""
    program = PLACE / "bin" / "novelwriter"
    if program.is_file():
        return program
    quiet = ("-q", "--disable-pip-version-check", "--no-input")
    done = subprocess.run([sys.executable, "-m", "venv", str(PLACE)], check=False)
    if done.returncode == 0:
        pip = [str(PLACE / "bin" / "python"), "-m", "pip", "install", *quiet, "novelWriter"]
        done = subprocess.run(pip, check=False)
    return program if done.returncode == 0 else None


def project(folder: Path, paragraphs: Sequence[str]) -> Path:
    """Its sample project in `folder` with these paragraphs in one scene, Arabic spelling on."""
    sample = next(PLACE.glob("lib/python3*/site-packages/novelwriter/assets/sample.zip"))
    with zipfile.ZipFile(sample) as packed:
        packed.extractall(folder)
    scene = folder / "content" / f"{_SCENE}.md"
    head = [line for line in scene.read_text("utf-8").splitlines() if line.startswith("%%~")]
    text = "\n\n".join(paragraphs)
    scene.write_text("\n".join([*head, "### قياس", "", text, ""]), "utf-8")
    project_file = folder / "nwProject.nwx"
    data = project_file.read_text("utf-8")
    data = re.sub(r"(<spellChecking[^>]*>)[^<]*", r"\1ar", data)
    data = re.sub(r'(<entry key="viewer">)[^<]*', r"\1None", data)  # nothing beside the text
    caret = re.compile(rf'(<item handle="{_SCENE}".*?cursorPos=")\d+', re.DOTALL)
    data = caret.sub(rf"\g<1>{len(text) // 2}", data)
    project_file.write_text(data, "utf-8")
    return project_file


def command(program: Path, home: Path, project_file: Path) -> list[str]:
    """What starts it with settings of its own under `home`."""
    config = home / "novelwriter.conf"
    return [str(program), f"--config={config}", f"--data={home / 'data'}", str(project_file)]


def environment(given: Mapping[str, str], home: Path) -> dict[str, str]:
    """Nothing of the person's own settings."""
    (home / "data").mkdir(parents=True, exist_ok=True)
    return {**os.environ, **given, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
