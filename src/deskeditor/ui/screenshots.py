"""Pictures of the real window, drawn offscreen: each main screen, light and dark, by a command.

The README's and the guide's pictures come from here, so they never go stale.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.desk import Desk
from deskeditor.ui.wording import Words

#: Width and height of the pictures in pixels, by language.
SIZES: dict[str, tuple[int, int]] = {"ar": (1440, 900), "en": (1366, 768)}
#: The longest a screen may take to be ready, in milliseconds.
_PATIENCE = 60_000


class ScreenNotReady(RuntimeError):
    """A screen did not come up in time; the name says which."""


def until(ready: Callable[[], bool], what: str = "") -> None:
    """Let the window live until `ready`.

    Raises:
        ScreenNotReady: it did not come to that in a minute.
    """
    seen = ready()
    if seen:
        return
    loop, look, end = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True)
    seen = False

    def watch() -> None:
        nonlocal seen
        seen = seen or ready()  # it may pass again before the loop has ended
        if seen:
            loop.quit()

    look.timeout.connect(watch)
    end.timeout.connect(loop.quit)
    look.start()
    end.start(_PATIENCE)
    loop.exec()
    look.stop()
    end.stop()
    if not seen:
        raise ScreenNotReady(what)


def _settle() -> None:
    """Let layouts and paints that are due happen: they come in the next turns of the loop."""
    turns = iter(range(6))
    until(lambda: next(turns, None) is None, "settled")


class Photographer:
    """Walks one window through its screens."""

    def __init__(self, shell: Shell, article: str, out: Path) -> None:
        """`article` is the one that is opened; pictures go into `out`."""
        self.shell = shell
        self._article = article
        self._out = out
        self.taken: list[Path] = []

    @property
    def _words(self) -> Words:
        return self.shell.window.look.words

    def begin(self) -> None:
        """Show the window at the size of its language, and wait for its data."""
        wide, high = SIZES.get(self.shell.language, SIZES["ar"])
        self.shell.window.resize(wide, high)
        self.shell.window.show()
        self.shell.begin()
        until(lambda: self.shell.seated is not None, "seated")
        self._quiet()

    def _quiet(self) -> None:
        """Wait until no lane works and every answer was delivered."""
        controls = self.shell.controls
        until(lambda: controls.tasks.quiet, "quiet")
        _settle()
        until(lambda: controls.tasks.quiet, "quiet")
        _settle()

    def take(self, name: str) -> None:
        """One picture of the window as it stands."""
        self._quiet()
        self._out.mkdir(parents=True, exist_ok=True)
        path = self._out / f"{name}-{self.shell.language}-{self.shell.theme}.png"
        if not self.shell.window.grab().save(str(path)):
            raise ScreenNotReady(name)
        self.taken.append(path)

    def open(self) -> None:
        """Open the article and wait for its checks."""
        self.shell.places.open(self._article)
        checks = self.shell.controls.checks
        until(lambda: checks.newest is not None, "checked")
        self._quiet()

    def writing(self, *, all_panels: bool = True) -> None:
        """The writing desk with each of its panels."""
        window = self.shell.window
        self.open()
        window.show_panel("checks")
        window.panels.checks.go_next()
        self.take("write")
        if not all_panels:
            return
        for panel in ("quotes", "images", "review", "history", "details"):
            window.show_panel(panel)
            self.take(panel)

    def places(self) -> None:
        """Drafts, pictures, and the review desk."""
        self.shell.places.go(Place.DRAFTS)
        self.take("drafts")
        self.shell.places.go(Place.IMAGES)
        self.take("gallery")
        self.shell.places.go(Place.DESK)
        self._quiet()
        self.take("desk")


def shoot(
    desk: Desk, article: str, out: Path, themes: tuple[str, ...] = ("light", "dark")
) -> list[Path]:
    """Draw the screens of `article` in the desk's language into `out`; answers the pictures.

    Everything in the first theme, the writing desk in the others. Closes the desk.

    Raises:
        ScreenNotReady: a screen did not come up in a minute.
    """
    taken: list[Path] = []
    for place, theme in enumerate(themes):
        shell = Shell(desk, theme=theme)
        person = Photographer(shell, article, out)
        try:
            person.begin()
            person.writing(all_panels=place == 0)
            if place == 0:
                person.places()
        finally:
            shell.close()
        taken += person.taken
    desk.close()
    return taken
