"""Gates beside the state of a case: legal, picture, and one for each source without a name.

A source's gate is called by the source's name as the text spells it, and only an approval of that
name closes it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

from deskeditor.domain.document import Document


class Gate(StrEnum):
    """How a gate stands beside the state."""

    NOT_NEEDED = "not_needed"
    REQUIRED = "required"
    COMPLETE = "complete"


Gates = Mapping[str, Gate]

#: Begins the recommendation of an act that approves a source without a name: an editor's word.
VOUCHING = "source:"
#: The level of a checklist line that opens gates at the board.
APPROVAL = "approval"
#: Begins the gate of a source by its name, whether it waits or is approved.
UNNAMED = "unnamed:"
#: Code points of a source's name.
LONGEST = 200
_TATWEEL = "\u0640"
#: Vowel signs and the like, and marks that only turn or join.
_UNSEEN = frozenset({"Mn", "Cf"})


def called(source: str) -> str:
    """A source's name as gates and approvals carry it; empty where nothing of it can be read."""
    name = " ".join(source.split())[:LONGEST].rstrip()
    return name if _folded(name) else ""


def _folded(text: str) -> str:
    """What spellings of one name share: all but signs, tatweel, spaces, case and unseen marks."""
    plain = unicodedata.normalize("NFD", " ".join(text.split())).casefold()
    kept = (c for c in plain if c != _TATWEEL and unicodedata.category(c) not in _UNSEEN)
    return "".join(kept).strip()


def distinct(sources: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in its first spelling; the empty ones left out."""
    found: dict[str, str] = {}
    for name in map(called, sources):
        if name:
            found.setdefault(_folded(name), name)
    return tuple(found.values())


def waiting(gates: Gates) -> tuple[str, ...]:
    """The names of the sources that wait for an editor."""
    return tuple(
        name.removeprefix(UNNAMED)
        for name, gate in gates.items()
        if name.startswith(UNNAMED) and gate is Gate.REQUIRED
    )


def approved(gates: Gates) -> tuple[str, ...]:
    """The names of the sources an editor approved."""
    return tuple(
        name.removeprefix(UNNAMED)
        for name, gate in gates.items()
        if name.startswith(UNNAMED) and gate is Gate.COMPLETE
    )


def others(gates: Gates) -> dict[str, Gate]:
    """The gates that have nothing to do with sources: legal, picture."""
    return {name: gate for name, gate in gates.items() if not name.startswith(UNNAMED)}


def standing(gates: Gates, text: Document) -> dict[str, Gate]:
    """These gates without those of named sources of whom the text no longer has the name.

    A name that still stands anywhere in it keeps its gate, whatever a checklist says.
    """
    if not any(name.startswith(UNNAMED) for name in gates):
        return dict(gates)
    lines = [_folded(slot.text.text) for slot in text.slots()]

    def stands(gate: str) -> bool:
        name = _folded(gate.removeprefix(UNNAMED))
        return not gate.startswith(UNNAMED) or any(name in line for line in lines)

    return {name: gate for name, gate in gates.items() if stands(name)}


def sent(gates: Gates, names: Iterable[str]) -> dict[str, Gate]:
    """The gates of a text as it is sent or edited: those of its unnamed sources, all to be
    approved anew, for an approval is of the revision that was read.

    Sources that are still there (see `standing`) keep their gate, whatever `names` says.
    """
    known = (name.removeprefix(UNNAMED) for name in gates if name.startswith(UNNAMED))
    keys = (UNNAMED + name for name in distinct((*known, *names)))
    return {**others(gates), **dict.fromkeys(keys, Gate.REQUIRED)}


def closed(gates: Gates, source: str) -> dict[str, Gate]:
    """The gates once a source is approved: its own, and no other."""
    folded = _folded(called(source))
    return {
        name: Gate.COMPLETE
        if name.startswith(UNNAMED) and _folded(name.removeprefix(UNNAMED)) == folded
        else gate
        for name, gate in gates.items()
    }
