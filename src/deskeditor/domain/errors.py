"""Errors a person can act on, and errors that are our own fault.

A `KnownError` is the environment's or the input's: it carries a code and values, is turned to one
sentence once (in `ui` and `cli`, from `errors.toml` of the catalogues) and never shows a traceback.
A `BugError` is ours: a broken promise inside the program.
"""

from __future__ import annotations


class DeskError(Exception):
    """Root of everything the program raises on purpose."""


class KnownError(DeskError):
    """Something outside is wrong. `code` names its sentence: `errors.<code>` in the catalogues.

    Attributes:
        code: the catalogue key, in the field's terms, such as `file-missing`.
        values: what the sentence needs, such as `name` or `limit`; never the text of an article.
    """

    def __init__(self, code: str, /, **values: object) -> None:
        """Keep the code and the values of its sentence."""
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """The code and its values, for logs and test failures; people read the catalogue."""
        listed = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code} ({listed})" if listed else self.code


class BadInput(KnownError):
    """A file, page or value that cannot be taken as it is."""


class StoreError(KnownError):
    """The store cannot be opened, read or written as asked."""


class Refused(KnownError):
    """A rule of the newsroom forbids this act to this person now."""


class BoardUnreachable(KnownError):
    """The board cannot be reached; what was asked waits in the outbox."""


class BugError(DeskError):
    """A promise inside the program was broken; worth a report, never the user's fault."""
