"""The publications of a newsroom: one TOML profile each, read when first asked for."""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path

from deskeditor.domain.publication import BadProfile, Publication, read_publication


class Publications:
    """The profiles in some folders; a later folder's takes the place of an earlier one's."""

    def __init__(self, *folders: Path) -> None:
        """Read nothing yet; a folder that is missing holds none."""
        self._folders = folders

    @cached_property
    def _found(self) -> dict[str, Publication]:
        paths = (path for folder in self._folders for path in sorted(folder.glob("*.toml")))
        read_ones = [_read(path) for path in paths]
        return {one.id: one for one in read_ones}

    def get(self, publication: str) -> Publication:
        """One publication by its id.

        Raises:
            BadProfile: there is none, or a profile is wrong.
        """
        if publication not in self._found:
            raise BadProfile("profile-missing", name=publication)
        return self._found[publication]

    def default(self) -> Publication:
        """The publication new articles begin in: the first of all.

        Raises:
            BadProfile: there is none at all, or a profile is wrong.
        """
        if not self._found:
            raise BadProfile("profile-missing", name="*")
        return self.all()[0]

    def all(self) -> tuple[Publication, ...]:
        """Every publication, by id.

        Raises:
            BadProfile: a profile is wrong; `file` and `key` say where.
        """
        return tuple(self._found[name] for name in sorted(self._found))


def _read(path: Path) -> Publication:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadProfile("profile-unreadable", file=path.name) from error
    try:
        return read_publication(data)
    except BadProfile as error:
        raise BadProfile("profile-wrong", file=path.name, **error.values) from error
