"""The machine a desk runs on: its clock, its random names, and who is logged in at it."""

from __future__ import annotations

import getpass
import os
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from deskeditor.domain.people import Person


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Now, in UTC, with its zone."""
        return datetime.now(UTC)


class RandomIds:
    """Names from the machine's random numbers."""

    def new(self) -> str:
        """32 hex digits."""
        return uuid.uuid4().hex


def machine_login() -> str:
    """The login of whoever runs the program; their number where the machine has no name for it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def usual(people: Iterable[Person]) -> Person:
    """Who sits down where nobody is named or remembered, of at least one person of the board.

    Whoever is logged in at the machine, else the first by login; the active before the others.
    """
    own = machine_login()
    return min(people, key=lambda one: (not one.active, one.login != own, one.login))
