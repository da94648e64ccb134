"""Chooses the window or the command line, and hands either one the composition root.

Imports nothing heavy by itself: the window must paint first, and `deskeditor check` needs no Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskeditor.bootstrap import Desk
    from deskeditor.domain.ports import StoreKeeper
    from deskeditor.language.messages import Catalogue
    from deskeditor.services.rescuing import Rescue


class Root:
    """The composition root, each piece of it imported when it is asked for."""

    def __init__(self, *, language_said: bool = False) -> None:
        """`language_said`: somebody asked for a language; the remembered one waits."""
        self._language_said = language_said

    def resources(self) -> Path:
        """The folder of resources."""
        from deskeditor.bootstrap import resources

        return resources()

    def catalogue(self, language: str) -> Catalogue:
        """The wording in one language."""
        from deskeditor.language.messages import Catalogue

        return Catalogue(self.resources() / "i18n", language)

    def logs(self, home: Path | None) -> Path:
        """The folder for the log of this home; not made by asking."""
        from deskeditor.bootstrap import home_folder

        return home_folder(home) / "logs"

    def build(self, home: Path | None, login: str | None, language: str) -> Desk:
        """The desk of one person in one home."""
        from deskeditor.bootstrap import build

        return build(home, login, language)

    def keeper(self, home: Path | None) -> StoreKeeper:
        """Who looks after the store of this home as a whole."""
        from deskeditor.bootstrap import keeper

        return keeper(home)

    def rescue(self, home: Path | None) -> Rescue:
        """Who saves what is whole of a damaged home."""
        from deskeditor.bootstrap import rescue

        return rescue(home)

    def window(self, home: Path | None, login: str | None, language: str) -> int:
        """Open the workstation; answers its exit code.

        Raises:
            KnownError: there is no display to open it on.
        """
        if not _can_show():
            from deskeditor.domain.errors import KnownError

            raise KnownError("no-display")
        from deskeditor.ui.app import run

        shown = language if self._language_said else self._remembered(home) or language
        return run(lambda: self.build(home, login, shown))

    def _remembered(self, home: Path | None) -> str:
        """The language the window had last; empty where it was never chosen."""
        from deskeditor.bootstrap import home_folder
        from deskeditor.ui.hints import read_hints

        language = read_hints(home_folder(home)).language
        return language if language in ("ar", "en") else ""

    def paper(self, page: str, style: str, *, rtl: bool, title: str) -> bytes:
        """A page of ours as a PDF, drawn by Qt; needs no display."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from deskeditor.ui.app import application
        from deskeditor.ui.printing import pdf_of

        application()
        return pdf_of(page, style, rtl=rtl, title=title)

    def shoot(
        self, home: Path | None, login: str, language: str, article: str, out: Path
    ) -> list[Path]:
        """Draw the window's screens into `out`; needs no display and opens nothing on one."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from deskeditor.ui.screenshots import shoot

        return shoot(self.build(home, login, language), article, out)


def _can_show() -> bool:
    """Whether Qt has somewhere to open a window; without one it would abort the process."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line, or open the window where there is none; answers the exit code."""
    from deskeditor.cli.main import run

    given = sys.argv[1:] if argv is None else argv
    said = any(one.partition("=")[0] == "--lang" for one in given)
    return run(given, Root(language_said=said or bool(os.environ.get("DESKEDITOR_LANG"))))


if __name__ == "__main__":
    sys.exit(main())
