"""`evidence`: what an article's quotations are held against, brought in and listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from deskeditor.cli.context import DONE, KNOWN, Call
from deskeditor.cli.output import complain
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.subjects import article_id
from deskeditor.cli.wording import sentence
from deskeditor.domain.errors import KnownError
from deskeditor.domain.quotes import Evidence
from deskeditor.services.evidence import Where

_SHORT = 12


def add(grammar: Grammar) -> None:
    """Add the family."""
    evidence = grammar.family("evidence")
    parser = evidence.command("add", run_add)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "files", help="help-evidence-files", nargs="+", metavar="FILE", type=Path)
    option(parser, "--origin", help="help-origin", default="", metavar="TEXT")
    option(parser, "--time", help="help-timecode", default="", metavar="MM:SS")
    parser = evidence.command("link", run_link)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "url", help="help-url", metavar="URL")
    option(parser, "--origin", help="help-origin", default="", metavar="TEXT")
    option(parser, "--seen", help="help-seen", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser = evidence.command("list", run_list)
    option(parser, "article", help="help-article", metavar="ARTICLE")


def evidence_data(each: Evidence) -> dict[str, Any]:
    """One piece of evidence as JSON; `characters` of text that could be read."""
    return {
        "id": each.id, "name": each.name, "kind": each.kind.value, "origin": each.origin,
        "sha256": each.blob, "added_by": each.added_by, "added_at": each.added_at.isoformat(),
        "seen_on": None if each.seen_on is None else each.seen_on.isoformat(),
        "timecode": each.timecode, "unreadable": each.unreadable or None,
        "characters": len(each.text or ""),
    }  # fmt: skip


def _show(call: Call, found: list[Evidence]) -> None:
    if call.json:
        call.out.json({"schema": 1, "evidence": [evidence_data(each) for each in found]})
        return
    for each in found:
        kind = call.say(f"panels.evidence_{each.kind}")
        why = call.say(f"panels.unreadable_{each.unreadable}") if each.unreadable else ""
        named = " · ".join(part for part in (each.origin, each.name, each.timecode) if part)
        call.out.line(f"{each.blob[:_SHORT]}  {kind}  {named}  {why}".rstrip())


def run_add(call: Call) -> int:
    """Keep each file; one that is refused leaves the others alone."""
    article, login = article_id(call, call.args.article), call.desk.person.login
    where = Where(call.args.origin, None, call.args.time)
    added: list[Evidence] = []
    code = DONE
    for path in call.args.files:
        try:
            added.append(call.desk.evidence.attach(article, path, login, where))
        except KnownError as error:
            complain(sentence(call.say, error))
            code = KNOWN
    _show(call, added)
    return code


def run_link(call: Call) -> int:
    """Keep an address and the day it was seen; nothing is fetched."""
    article, login = article_id(call, call.args.article), call.desk.person.login
    where = Where(call.args.origin, call.args.seen)
    _show(call, [call.desk.evidence.link(article, call.args.url, login, where)])
    return DONE


def run_list(call: Call) -> int:
    """What is held against the quotations, in the order it came."""
    found = list(call.desk.evidence.of(article_id(call, call.args.article)))
    _show(call, found)
    if not found:
        call.tell("cli.evidence-empty")
    return DONE
