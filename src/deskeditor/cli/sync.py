"""`sync`: what waits in the outbox goes to the board, and what came of each act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, KNOWN, Call
from deskeditor.cli.output import complain
from deskeditor.cli.parser import Grammar
from deskeditor.cli.wording import sentence

if TYPE_CHECKING:
    from deskeditor.services.delivery import Flushed


def add(grammar: Grammar) -> None:
    """Add the command."""
    grammar.command("sync", run)


def run(call: Call) -> int:
    """Send what waits; an act the board refused ends with 3, and so does a board out of reach."""
    flushed = call.desk.delivery.flush()
    if call.json:
        call.out.json(flushed_data(flushed))
    else:
        tell_flushed(call, flushed)
    return exit_code(flushed)


def exit_code(flushed: Flushed) -> int:
    """3 where an act was refused or the board could not be reached."""
    return KNOWN if flushed.refused or flushed.unreachable is not None else DONE


def flushed_data(flushed: Flushed) -> dict[str, object]:
    """What one delivery brought about, as JSON."""
    lost = flushed.unreachable
    return {
        "schema": 1,
        "sent": [
            {"operation": r.operation, "article": r.article, "seq": r.seq, "state": r.state.value}
            for r in flushed.sent
        ],
        "refused": [
            {"operation": r.operation, "article": r.article, "act": r.act.value,
             "problem": r.problem.code}
            for r in flushed.refused
        ],
        "unreachable": None if lost is None else lost.code,
        "waiting": flushed.waiting,
    }  # fmt: skip


def tell_flushed(call: Call, flushed: Flushed) -> None:
    """For people: each receipt, and on standard error what was refused and why."""
    for receipt in flushed.sent:
        state = call.say(f"review.state_{receipt.state}")
        call.tell("cli.sent", article=receipt.article, state=state)
    for refusal in flushed.refused:
        act = call.say(f"cli.act-{refusal.act}")
        told = sentence(call.say, refusal.problem)
        complain(call.say("cli.refused", act=act, sentence=told))
    if flushed.unreachable is not None:
        complain(sentence(call.say, flushed.unreachable))
    if flushed.waiting:
        call.tell("cli.waiting", n=flushed.waiting)
    elif not flushed.sent and not flushed.refused:
        call.tell("cli.sync-nothing")
