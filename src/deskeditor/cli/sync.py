"""`sync`: what waits in the outbox goes to the board, and what came of each act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, KNOWN, Call
from deskeditor.cli.parser import Grammar

if TYPE_CHECKING:
    from deskeditor.services.delivery import Flushed


def add(grammar: Grammar) -> None:
    """Add the command."""
    grammar.command("sync", run)


def tell_flushed(call: Call, flushed: Flushed, only: str | None = None) -> bool:
    """Tell what came of the outbox (of one operation, where `only` names it); True on a refusal."""
    raise NotImplementedError


def run(call: Call) -> int:
    """Send what waits; an act the board refused ends with 3."""
    return KNOWN if tell_flushed(call, call.desk.delivery.flush()) else DONE
