"""Start to first paint: our window on the sample desk against an empty PySide6 window.

The clock runs from the start of the process to the moment after the first top-level window has
painted. Offscreen always; under Xvfb too where it is installed. The sample desk is made before the
clock starts: a first start is another question.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from measure import rounds, tell

PAINTED = "painted"

#: Runs inside the child: tells the first paint of a window, then leaves at once.
WATCH = f"""
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and isinstance(seen, QWidget) and seen.isWindow():
            QTimer.singleShot(0, leave)
        return False

def leave():
    os.write(1, b"{PAINTED}\\n")
    os._exit(0)

watch = Watch()
run = QApplication.exec

def exec_(*args):
    QApplication.instance().installEventFilter(watch)
    return run()

QApplication.exec = exec_
"""
EMPTY = (
    WATCH
    + """
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
QApplication.exec()
"""
)
OURS = (
    WATCH
    + """
from deskeditor.__main__ import main
sys.exit(main([]))
"""
)


def first_paint(script: str, environment: dict[str, str]) -> float:
    """Seconds from the start of the child to its first paint."""
    begin = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        taken = perf_counter() - begin
        _, said = child.communicate(timeout=60)
    if line.strip() != PAINTED:
        sys.exit(f"no window was painted: {said.strip()[-2000:]}")
    return taken


def measure(title: str, environment: dict[str, str]) -> None:
    """One platform's rounds."""
    taken = rounds(
        {
            "an empty PySide6 window": lambda: first_paint(EMPTY, environment),
            "deskeditor on the sample desk": lambda: first_paint(OURS, environment),
        }
    )
    tell(title, taken, base="an empty PySide6 window")


def with_xvfb(environment: dict[str, str]) -> None:
    """The same on an X server without a screen, where there is one to start."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            display = told.readline().strip()
        if display:
            x11 = {**environment, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
            measure("start to first paint, X11 (Xvfb)", x11)
        else:
            print("start to first paint, X11: Xvfb did not start")
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Make the sample desk, then measure each platform."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DESKEDITOR_HOME": str(Path(folder) / "desk"),
            "DESKEDITOR_SAMPLE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        }
        first_paint(OURS, environment)
        measure("start to first paint, offscreen", environment)
        if shutil.which("Xvfb") is None:
            print("start to first paint, X11: not measured, Xvfb is not installed")
        else:
            with_xvfb(environment)


if __name__ == "__main__":
    main()
