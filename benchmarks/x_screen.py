"""An X server without a screen, a key pressed on it, and the moment its answer is on the screen.

Xvfb with openbox as its window manager; a key goes through XTEST, as from a keyboard, and the
answer is the first DAMAGE the server tells of. Spoken to by ctypes: libX11, libXtst, libXdamage.
"""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

NEEDED = ("Xvfb", "openbox", "setxkbmap")
WIDE, HIGH = 1440, 900
#: X's report of anything painted where nothing was told yet (XDamageReportNonEmpty).
_NON_EMPTY = 3
#: No answer to a key takes longer, in seconds.
_PATIENCE = 5.0


def missing() -> list[str]:
    """The programs that are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def screen() -> Iterator[str]:
    """A screen of 1440 by 900 with an Arabic keyboard and a window manager; its DISPLAY."""
    reader, writer = os.pipe()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(
        [
            "Xvfb", "-displayfd", str(writer), "-screen", "0", f"{WIDE}x{HIGH}x24",
            "-nolisten", "tcp", "-noreset",
        ],
        pass_fds=[writer], **quiet,
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader) as told:
        display = f":{told.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display}
    subprocess.run(["setxkbmap", "ara"], env=environment, check=True, **quiet)
    manager = subprocess.Popen(["openbox"], env=environment, **quiet)
    try:
        yield display
    finally:
        for child in (manager, server):
            child.terminate()
            child.wait()


class Keyboard:
    """Presses keys on a screen and waits for what they paint."""

    def __init__(self, display: str) -> None:
        """Speak to the server at `display`."""
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._damage = ctypes.CDLL("libXdamage.so.1")
        self._declare()
        self._open: int = self._x.XOpenDisplay(display.encode())
        if not self._open:
            raise SystemExit(f"no X server answers at {display}")
        base, error = c_int(), c_int()
        self._damage.XDamageQueryExtension(self._open, byref(base), byref(error))
        root = self._x.XDefaultRootWindow(self._open)
        self._area = self._damage.XDamageCreate(self._open, root, _NON_EMPTY)
        self._event = ctypes.create_string_buffer(192)

    def _declare(self) -> None:
        x, test, damage = self._x, self._test, self._damage
        x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        x.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
        x.XStringToKeysym.restype, x.XStringToKeysym.argtypes = c_ulong, [c_char_p]
        x.XNextEvent.argtypes = [c_void_p, c_void_p]
        for name in ("XPending", "XFlush", "XConnectionNumber", "XCloseDisplay"):
            getattr(x, name).argtypes = [c_void_p]
        x.XSync.argtypes = [c_void_p, c_int]
        test.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        test.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        test.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
        damage.XDamageQueryExtension.argtypes = [c_void_p, POINTER(c_int), POINTER(c_int)]
        damage.XDamageCreate.restype = c_ulong
        damage.XDamageCreate.argtypes = [c_void_p, c_ulong, c_int]
        damage.XDamageSubtract.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong]
        self._unused = c_long

    def close(self) -> None:
        """Hang up."""
        self._x.XCloseDisplay(self._open)

    def click(self, x: int, y: int) -> None:
        """Press the left button there."""
        self._test.XTestFakeMotionEvent(self._open, 0, x, y, 0)
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._open, 1, down, 0)
        self._x.XSync(self._open, 0)

    def settle(self, quiet: float = 0.25) -> None:
        """Wait until nothing has been painted for so many seconds."""
        while self._painted(quiet):
            self._forget()

    def press(self, name: str, *, control: bool = False) -> float:
        """Seconds from the press of a key (X's name of it) to the first thing painted.

        `control` holds Ctrl down meanwhile.
        """
        code = self._x.XKeysymToKeycode(self._open, self._x.XStringToKeysym(name.encode()))
        if not code:
            raise SystemExit(f"the keyboard has no key {name}")
        self._hold(control=control, down=True)
        self._forget()
        begun = time.perf_counter()
        self._test.XTestFakeKeyEvent(self._open, code, 1, 0)
        self._x.XFlush(self._open)
        painted = self._painted(_PATIENCE)
        taken = time.perf_counter() - begun
        self._test.XTestFakeKeyEvent(self._open, code, 0, 0)
        self._hold(control=control, down=False)
        self._x.XFlush(self._open)
        if not painted:
            raise SystemExit(f"nothing was painted after {name}")
        return taken

    def _hold(self, *, control: bool, down: bool) -> None:
        if control:
            code = self._x.XKeysymToKeycode(self._open, self._x.XStringToKeysym(b"Control_L"))
            self._test.XTestFakeKeyEvent(self._open, code, int(down), 0)

    def _forget(self) -> None:
        """What was painted until now counts no more.

        The server tells only of the first thing painted after it was asked to forget: what is
        painted between asking and hearing must not be taken for old, or no more would be told.
        """
        while True:
            self._damage.XDamageSubtract(self._open, self._area, 0, 0)
            self._x.XSync(self._open, 0)
            if not self._x.XPending(self._open):
                return
            while self._x.XPending(self._open):
                self._x.XNextEvent(self._open, self._event)

    def _painted(self, patience: float) -> bool:
        """Whether anything is painted within so many seconds."""
        until = time.perf_counter() + patience
        while not self._x.XPending(self._open):
            left = until - time.perf_counter()
            if left <= 0:
                return False
            select.select([self._x.XConnectionNumber(self._open)], [], [], left)
        return True
