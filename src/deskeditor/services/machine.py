"""The machine a desk runs on: its clock, its random names, and who is logged in at it."""

from __future__ import annotations

import getpass
import os
import uuid
from datetime import UTC, datetime


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
