"""What a caption tells its reader of the picture."""

from __future__ import annotations

from dataclasses import dataclass

#: The questions a caption answers, in the order they are shown.
QUESTIONS = ("who", "what", "where", "when")


@dataclass(frozen=True, slots=True)
class CaptionTold:
    """Which questions the caption of one figure (its block id) answers."""

    figure: str
    who: bool = False
    what: bool = False
    where: bool = False
    when: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions it leaves open, in their order."""
        return tuple(name for name in QUESTIONS if not getattr(self, name))
