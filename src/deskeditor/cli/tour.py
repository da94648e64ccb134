"""`tour`: one page walked from import to export by two people, each step told with what it found.

Works on a home of its own in `DIR/desk`, made anew each time, and never on the person's desk.
Screens are drawn by a child process, since the command line knows no Qt.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from deskeditor.cli.context import DONE, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.subjects import article_id
from deskeditor.cli.tour_text import read_script
from deskeditor.cli.tour_walk import EDITOR, REPORTER, TourStuck, Walk
from deskeditor.domain.people import Person

_MARKER = ".deskeditor-tour"
_DRAWING_SECONDS = 240


def add(grammar: Grammar) -> None:
    """Add `tour`, and `screenshots`, which it starts as a child."""
    parser = grammar.command("tour", run)
    option(parser, "--out", help="help-tour-out", type=Path, required=True, metavar="DIR")
    option(parser, "--page", help="help-tour-page", type=Path, metavar="FILE")
    option(
        parser, "--published-at", help="help-published-at", type=date.fromisoformat,
        metavar="YYYY-MM-DD",
    )  # fmt: skip
    option(parser, "--no-screenshots", help="help-no-screenshots", action="store_true")
    parser = grammar.command("screenshots", run_screenshots)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "--out", help="help-tour-out", type=Path, required=True, metavar="DIR")


def run(call: Call) -> int:
    """Walk the whole way; 0 only with an approved article and both exports on disk."""
    out: Path = call.args.out.absolute()
    sample = call.root.resources() / "sample"
    home = fresh_home(out)
    walk = Walk(call, home, read_script(sample), sample)
    walk.bring_in(call.args.page or sample / "page.txt")
    walk.check()
    walk.mend()
    walk.illustrate()
    walk.fill_in(call.args.published_at)
    walk.submit()
    walk.claim()
    walk.try_own_approval()
    walk.send_back()
    screens = Screens(walk, home, out / "screens", wanted=not call.args.no_screenshots)
    screens.draw("writing", REPORTER)
    walk.answer()
    walk.claim("review-again")
    screens.draw("review", EDITOR)
    walk.approve()
    exports = walk.export(out)
    return walk.end(exports, screens.drawn)


def fresh_home(out: Path) -> Path:
    """An empty home in `out`; an earlier tour's is taken away, anybody else's folder never.

    Raises:
        TourStuck: something else stands there, or nothing can be written.
    """
    home = out / "desk"
    try:
        if home.exists():
            if not (home / _MARKER).exists():
                raise TourStuck("tour-folder-taken", path=str(home))
            shutil.rmtree(home)
        home.mkdir(mode=0o700, parents=True)
        (home / _MARKER).touch()
    except OSError as error:
        raise TourStuck("folder-not-writable", path=str(out)) from error
    return home


class Screens:
    """Draws the window as one person sees it, in Arabic and English, and tells what came of it."""

    def __init__(self, walk: Walk, home: Path, out: Path, *, wanted: bool) -> None:
        self._walk, self._home, self._out, self._wanted = walk, home, out, wanted
        self.drawn: list[Path] = []

    def draw(self, name: str, who: Person) -> None:
        """One set of screens into the folder `name`; where Qt cannot draw, the reason is told."""
        if not self._wanted:
            return
        tell = self._walk.tell
        tell.step(f"screens-{name}", name=who.name)
        for language in ("ar", "en"):
            paths, problem = draw_screens(
                self._home, who.login, self._walk.article.id, language, self._out / name
            )
            self.drawn += paths
            for path in paths:
                tell.line("screen", path=str(path))
            if problem:
                tell.line("no-screens", language=language, problem=problem)


def program() -> list[str]:
    """How to start ourselves again: a frozen program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "deskeditor"]


def draw_screens(
    home: Path, login: str, article: str, language: str, out: Path
) -> tuple[list[Path], str]:
    """The screens a child drew, and one line on what kept it from drawing (empty if nothing)."""
    command = [
        *program(), "--home", str(home), "--as", login, "--lang", language, "--json",
        "screenshots", article, "--out", str(out),
    ]  # fmt: skip
    try:
        child = subprocess.run(  # noqa: S603 - our own program with our own arguments
            command, capture_output=True, text=True, encoding="utf-8",
            errors="replace", timeout=_DRAWING_SECONDS, check=False,
        )  # fmt: skip
        if child.returncode == DONE:
            return [Path(path) for path in json.loads(child.stdout)["screens"]], ""
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError) as error:
        return [], type(error).__name__
    said = child.stderr.strip().splitlines()
    return [], said[-1] if said else f"exit {child.returncode}"


def run_screenshots(call: Call) -> int:
    """Draw the window's screens of one article into PNG files."""
    article = article_id(call, call.args.article)
    call.close()  # the window opens the store by itself
    paths = call.root.shoot(
        call.args.home, call.args.login or "", call.say.language, article, call.args.out
    )
    if call.json:
        call.out.json({"schema": 1, "screens": [str(path) for path in paths]})
    else:
        for path in paths:
            call.out.line(str(path))
    return DONE
