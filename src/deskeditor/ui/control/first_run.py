"""The first start in an empty home: a sample desk, so that nobody begins before an empty window."""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.domain.people import Person
from deskeditor.domain.publication import Publication
from deskeditor.services.settings import Settings
from deskeditor.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits at the desk, with everything the window's frame shows of it."""

    person: Person
    people: tuple[Person, ...]
    publications: tuple[Publication, ...]
    settings: Settings


def furnish(desk: Desk) -> None:
    """Found the sample's board and plant its articles, where this home has no board."""
    from deskeditor.services.planting import Planter
    from deskeditor.services.sample import PEOPLE

    if desk.has_board:
        return
    desk.found_board(PEOPLE)
    desk.__dict__.pop("person", None)
    Planter(
        desk.drafts, desk.images, desk.importing, desk.checking, desk.reviewing, desk.delivery,
        desk.clock, desk.ids,
    ).plant(desk.resources / "sample", desk.publications.default())  # fmt: skip


def sit_down(desk: Desk) -> Seated:
    """Read who sits here and what they chose; the first call opens the store."""
    return Seated(
        desk.person, tuple(desk.people()), tuple(desk.publications.all()), desk.settings.load()
    )
