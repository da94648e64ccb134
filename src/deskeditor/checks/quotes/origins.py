"""Where the words of one quotation come from: speaker, cue, channel, and who passed them on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from deskeditor.checks.quotes.phrases import Phrase
from deskeditor.domain.quotes import Channel, Mention, Speaker

#: Heads of a phrase that names a statement, in bare form.
STATEMENT_HEADS = frozenset({"البيان", "بيان", "وبيان"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is known of one quotation's origin."""

    speaker: Speaker | None = None
    cue: Mention | None = None
    channel: Channel | None = None
    channel_mention: Mention | None = None
    relays: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who has spoken: the speaker, the gender the verb showed, the way of the words."""

    speaker: Speaker
    gender: str
    origin: Attributed


class Speakers(Protocol):
    """Whoever knows the names of a piece: turns a phrase of a line into a speaker."""

    def speaker(self, number: int, phrase: Phrase, basis: str) -> Speaker:
        """`phrase` of line `number`, with the fullest name the piece gives."""
