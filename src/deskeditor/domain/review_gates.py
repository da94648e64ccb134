"""Gates beside the state of a case: legal, picture, and one for each source without a name.

A source's gate is called by the source's name as the text spells it, and only an approval of that
name closes it. Until checklists carried names the gates were counted: `sources:1` waits, and any
`source:` with a name took its place. Boards hold cases and events of that time, so both forms are
read here, and what such an event did then it does now.
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
#: Begins a counted gate that waits.
OWED = "sources:"
_OF_SOURCES = (UNNAMED, VOUCHING, OWED)
#: Code points of a source's name.
LONGEST = 200
#: Counted gates one text opens at most.
_MOST_COUNTED = 50
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
    """The names of the sources that wait for an editor; a counted gate has none to say."""
    return tuple(
        name.removeprefix(UNNAMED)
        for name, gate in gates.items()
        if name.startswith(UNNAMED) and gate is Gate.REQUIRED
    )


def counted(gates: Gates) -> int:
    """How many counted gates wait."""
    return sum(name.startswith(OWED) for name in gates)


def approved(gates: Gates) -> tuple[str, ...]:
    """The names of the sources an editor approved, of gates of either form."""
    named = [
        name.removeprefix(UNNAMED)
        for name, gate in gates.items()
        if name.startswith(UNNAMED) and gate is Gate.COMPLETE
    ]
    return (*named, *(n.removeprefix(VOUCHING) for n in gates if n.startswith(VOUCHING)))


def others(gates: Gates) -> dict[str, Gate]:
    """The gates that have nothing to do with sources: legal, picture."""
    return {name: gate for name, gate in gates.items() if not name.startswith(_OF_SOURCES)}


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


def sent(gates: Gates, names: Iterable[str], nameless: int) -> dict[str, Gate]:
    """The gates of a text as it is sent, all to be approved anew.

    `names` are its unnamed sources, `nameless` how many more a checklist of the counting time
    counts. Sources by name that are still there (see `standing`) keep their gate.
    """
    return {**others(gates), **_numbered(nameless), **_named(gates, names)}


def edited(gates: Gates, names: Iterable[str]) -> dict[str, Gate]:
    """The gates of an edited text: an approval is of the revision that was read.

    Never fewer than before for sources still there: counted gates do not say whose they are, so
    as many stay as the edit's names do not account for.
    """
    named = _named(gates, names)
    before = sum(name.startswith((VOUCHING, OWED)) for name in gates)
    new = len(named) - sum(name.startswith(UNNAMED) for name in gates)
    return {**others(gates), **_numbered(before - new), **named}


def _numbered(count: int) -> dict[str, Gate]:
    owed = (f"{OWED}{number}" for number in range(1, min(count, _MOST_COUNTED) + 1))
    return dict.fromkeys(owed, Gate.REQUIRED)


def _named(gates: Gates, names: Iterable[str]) -> dict[str, Gate]:
    known = (name.removeprefix(UNNAMED) for name in gates if name.startswith(UNNAMED))
    keys = (UNNAMED + name for name in distinct((*known, *names)))
    return dict.fromkeys(keys, Gate.REQUIRED)


def closed(gates: Gates, source: str) -> dict[str, Gate]:
    """The gates once a source is approved: its own, or one counted gate where none has its name.

    A second approval of the same closes no other.
    """
    name, after = VOUCHING + " ".join(source.split()), dict(gates)
    folded = _folded(called(source))
    for gate in gates:
        if gate.startswith(UNNAMED) and _folded(gate.removeprefix(UNNAMED)) == folded:
            after[gate] = Gate.COMPLETE
            return after
    owed = next((gate for gate in gates if gate.startswith(OWED)), None)
    if owed is not None and name not in gates:
        del after[owed]
        after[name] = Gate.COMPLETE
    return after
