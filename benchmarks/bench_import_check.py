"""Import and check of the sample page against `hunspell -d ar -l` on the same text.

Two questions: what a person waits for `deskeditor check FILE --json` (a process, dictionary and
all), and what one more check costs inside a running window. hunspell only spells; we also read the
page's anatomy, quotations, sources and dates.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import rounds, seconds, tell

PAGE = Path(__file__).resolve().parents[1] / "resources" / "sample" / "page.txt"


def spell() -> float:
    """Hunspell over the page, as a process."""
    command = ["hunspell", "-i", "utf-8", "-d", "ar", "-l", str(PAGE)]
    return seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))


def check_process(home: Path) -> float:
    """Our whole command, as a process; exit code 1 says that something was found."""
    command = [sys.executable, "-m", "deskeditor", "--home", str(home), "--json"]
    command += ["check", str(PAGE)]

    def run() -> None:
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode > 1 or not json.loads(done.stdout)["findings"]:
            raise SystemExit(f"check failed: {done.stderr.decode()}")

    return seconds(run)


def main() -> None:
    """Measure and tell."""
    if shutil.which("hunspell") is None:
        sys.exit("hunspell is not installed: make setup-bench")
    from deskeditor.bootstrap import build

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        desk = build(home, None, "ar")
        publication = desk.publications.all()[0]

        def check_again() -> float:
            def work() -> None:
                read = desk.importing.read(PAGE)
                desk.checking.check(read.document, read.details, publication)

            return seconds(work)

        taken = rounds(
            {
                "hunspell -l, a process": spell,
                "deskeditor check, a process": lambda: check_process(home),
                "import and check, in a running desk": check_again,
            }
        )
        desk.close()
    tell("import and check of the sample page", taken, base="hunspell -l, a process")


if __name__ == "__main__":
    main()
