"""The real command, run as a process of its own, as a person or a script would run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "deskeditor")
Finished = subprocess.CompletedProcess[str]


class Desk:
    """One home and the commands run on it; `environ` overrides the environment of each."""

    def __init__(self, home: Path, *, login: str = "", language: str = "ar") -> None:
        self.home = home
        self.login = login
        self.language = language

    def at(self, login: str) -> Desk:
        """The same home with another person at the desk."""
        return Desk(self.home, login=login, language=self.language)

    def argv(self, *arguments: object) -> list[str]:
        """The whole command line."""
        who = ("--as", self.login) if self.login else ()
        given = ("--home", str(self.home), "--lang", self.language, *who)
        return [*COMMAND, *given, *map(str, arguments)]

    def run(
        self,
        *arguments: object,
        environ: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
        stdout: Any = subprocess.PIPE,
    ) -> Finished:
        """Run one command to its end; `before` is called in the child before the program."""
        return subprocess.run(
            self.argv(*arguments),
            stdout=stdout,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **(environ or {})},
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            preexec_fn=before,
        )

    def done(self, *arguments: object) -> str:
        """Run one command that must succeed; its standard output."""
        finished = self.run(*arguments)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    def json(self, *arguments: object, code: int = 0) -> Any:
        """Run one command with `--json`; the object it printed."""
        finished = self.run("--json", *arguments)
        assert finished.returncode == code, finished.stderr
        return json.loads(finished.stdout)


def refused(finished: Finished, code: int = 3) -> str:
    """The one sentence of a command that must have failed with `code` and without a traceback."""
    assert finished.returncode == code, (finished.returncode, finished.stderr)
    lines = finished.stderr.splitlines()
    assert len(lines) == 1, finished.stderr
    assert "Traceback" not in finished.stderr
    assert "errors." not in lines[0]
    assert len(lines[0].split()) >= 4, lines[0]
    return lines[0]
