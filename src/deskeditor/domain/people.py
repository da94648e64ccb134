"""The people of a newsroom and the roles they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Who signs the comments a reader of files leaves where it is unsure; never a person's login.
PAGE_READER = "import"


class Role(StrEnum):
    """What a person may be asked to do; the board holds who has which."""

    REPORTER = "reporter"
    EDITOR = "editor"
    CHIEF = "chief"
    PICTURE = "picture"
    LEGAL = "legal"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Person:
    """One journalist. `login` is the key and never changes; `name` is for readers."""

    login: str
    name: str
    roles: frozenset[Role]
    desk: str = ""
    active: bool = True

    def holds(self, *roles: Role) -> bool:
        """Whether the person is active and holds one of `roles`."""
        return self.active and any(role in self.roles for role in roles)
