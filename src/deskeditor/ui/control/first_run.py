"""Sitting down: who is at the desk and what they chose, read once the window has painted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deskeditor.domain.people import Person
from deskeditor.domain.publication import Publication
from deskeditor.services.machine import usual
from deskeditor.services.settings import Settings
from deskeditor.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits at the desk, with everything the window's frame shows of it."""

    person: Person
    people: tuple[Person, ...]
    publications: tuple[Publication, ...]
    settings: Settings


def sit_down(desk: Desk) -> Seated:
    """Read who sits here and what they chose; the first call opens the store.

    An empty home gets the sample desk first, so that nobody begins before an empty window; the
    person whose page was just imported sits down at it, and is remembered.
    """
    planted = desk.plant_sample()
    if planted:
        _sit_where_work_is(desk, planted[-1])
    _sit_on_the_board(desk)
    return Seated(
        desk.person, tuple(desk.people()), tuple(desk.publications.all()), desk.settings.load()
    )


def _sit_on_the_board(desk: Desk) -> None:
    """Who was read before the board was founded sits here as the board knows them.

    Whom it does not know gives way to the remembered one, else to the machine's own user.
    """
    people = {person.login: person for person in desk.people()}
    if not people or desk.person in people.values():
        return
    own = people.get(desk.person.login)
    desk.seat(own or people.get(desk.settings.load().login) or usual(people.values()))


def _sit_where_work_is(desk: Desk, article: str) -> None:
    chosen = desk.settings.load()
    if not chosen.login:
        desk.settings.save(replace(chosen, login=desk.drafts.open(article).owner))
