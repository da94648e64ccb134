"""`sources`: the register of sources across articles; a contact is asked for, never an argument."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from deskeditor.cli.context import DONE, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.subjects import article_id
from deskeditor.cli.vault import secret
from deskeditor.domain.errors import BadInput
from deskeditor.domain.sources import Appearance, Registered, SourceKind, SourceLine, Terms
from deskeditor.services.register import key_of


def add(grammar: Grammar) -> None:
    """Add the family; `sources` alone lists."""
    sources = grammar.family("sources", default="list")
    parser = sources.command("list", run_list)
    option(parser, "query", help="help-sources-query", nargs="?", default="", metavar="WORDS")
    parser = sources.command("show", run_show)
    option(parser, "name", help="help-source-name", metavar="NAME")
    parser = sources.command("set", run_set)
    option(parser, "name", help="help-source-name", metavar="NAME")
    option(parser, "--kind", help="help-source-kind", choices=[kind.value for kind in SourceKind])
    option(parser, "--terms", help="help-terms", choices=[term.value for term in Terms])
    option(parser, "--title", help="help-source-title", metavar="TEXT")
    option(parser, "--affiliation", help="help-source-affiliation", metavar="TEXT")
    parser = sources.command("contact", run_contact)
    option(parser, "name", help="help-source-name", metavar="NAME")
    parser = sources.command("note", run_note)
    option(parser, "name", help="help-source-name", metavar="NAME")
    option(parser, "text", help="help-source-note", metavar="TEXT")
    option(parser, "--day", help="help-source-day", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser = sources.command("forget-notes", run_forget_notes)
    option(parser, "name", help="help-source-name", metavar="NAME")
    parser = sources.command("approve", run_approve)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "name", help="help-source-name", metavar="NAME")
    option(parser, "--reason", help="help-approve-reason", metavar="TEXT", required=True)
    parser = sources.command("approvals", run_approvals)
    option(parser, "article", help="help-article", metavar="ARTICLE")


def _line(call: Call, name: str) -> SourceLine:
    """The line of the register with this name.

    Raises:
        BadInput: there is none.
    """
    call.desk.register.catch_up()
    found = call.desk.register.line(key_of(name))
    if found is None:
        raise BadInput("source-not-named", name=name)
    return found


def _entry(call: Call, name: str) -> Registered:
    """What is kept of a source, or the beginning of it."""
    call.desk.register.catch_up()
    found = call.desk.register.line(key_of(name))
    if found is None:
        return Registered("", name, SourceKind.PERSON)
    return found.entry or Registered("", found.name, found.kind, found.title)


def source_data(line: SourceLine) -> dict[str, Any]:
    """One line of the register as JSON; the contact is private and stays out."""
    entry = line.entry
    return {
        "name": line.name, "kind": line.kind.value, "title": line.title,
        "articles": line.articles, "mentions": line.mentions,
        "last": None if line.last is None else line.last.isoformat(),
        "affiliation": entry.affiliation if entry else "",
        "terms": entry.terms.value if entry else None,
        "notes": [
            {"day": note.day.isoformat(), "by": note.by, "text": note.text}
            for note in (entry.notes if entry else ())
        ],
    }  # fmt: skip


def run_list(call: Call) -> int:
    """The register, the most named first."""
    call.desk.register.catch_up()
    found = call.desk.register.lines(call.args.query)
    if call.json:
        call.out.json({"schema": 1, "sources": [source_data(line) for line in found]})
        return DONE
    for line in found:
        call.out.line(_told(call, line))
    if not found:
        call.tell("cli.sources-empty")
    return DONE


def _told(call: Call, line: SourceLine) -> str:
    say, entry = call.say, line.entry
    parts = [line.name, say(f"panels.source_{line.kind}"), line.title]
    if entry is not None:
        parts += [entry.affiliation, say(f"panels.terms_{entry.terms}")]
    parts.append(say("register.articles", n=line.articles, count=line.articles))
    return " · ".join(part for part in parts if part)


def run_show(call: Call) -> int:
    """One source: what is kept of it, and the articles that name it."""
    line = _line(call, call.args.name)
    named = call.desk.register.appearances(line.key)
    if call.json:
        articles = [_appearance(each) for each in named]
        call.out.json({"schema": 1, "source": source_data(line) | {"appearances": articles}})
        return DONE
    call.out.line(_told(call, line))
    for note in line.entry.notes if line.entry else ():
        call.out.line(f"{note.day.isoformat()}  {note.by}  {note.text}")
    for each in named:
        call.out.line(f"{each.article[:8]}  {each.at.astimezone(call.zone):%Y-%m-%d}  {each.title}")
    return DONE


def _appearance(each: Appearance) -> dict[str, Any]:
    return {
        "article": each.article, "title": each.title, "mentions": each.mentions,
        "at": each.at.isoformat(),
    }  # fmt: skip


def run_set(call: Call) -> int:
    """Say what a source is and on what terms it speaks; a name no article has is new."""
    before, args = _entry(call, call.args.name), call.args
    kind = SourceKind(args.kind) if args.kind else before.kind
    terms = Terms(args.terms) if args.terms else before.terms
    title = before.title if args.title is None else args.title
    affiliation = before.affiliation if args.affiliation is None else args.affiliation
    made = replace(before, kind=kind, terms=terms, title=title, affiliation=affiliation)
    return _saved(call, made)


def run_contact(call: Call) -> int:
    """Keep how a source is reached; an empty line takes it away."""
    return _saved(call, replace(_entry(call, call.args.name), contact=secret(call, "ask-contact")))


def run_note(call: Call) -> int:
    """Add what somebody found of a source's reliability."""
    entry, login = _entry(call, call.args.name), call.desk.person.login
    kept = entry if entry.id else call.desk.register.save(entry, login)
    call.desk.register.note(kept.id, call.args.text, login, call.args.day)
    call.tell("cli.source-kept", name=kept.name)
    return DONE


def run_forget_notes(call: Call) -> int:
    """Take the notes of a source out for good."""
    entry = _entry(call, call.args.name)
    call.desk.register.forget_notes(entry.id)
    call.tell("cli.source-kept", name=entry.name)
    return DONE


def run_approve(call: Call) -> int:
    """An editor approves a source without a name, with the reason; recorded at the board."""
    article, login = article_id(call, call.args.article), call.desk.person.login
    call.desk.vouching.approve(article, call.args.name, login, call.args.reason)
    call.tell("cli.source-approved", name=call.args.name)
    return DONE


def run_approvals(call: Call) -> int:
    """Which unnamed sources of an article editors approved, and why."""
    found = call.desk.vouching.of(article_id(call, call.args.article))
    if call.json:
        call.out.json({"schema": 1, "approvals": [
            {"source": each.source, "by": each.by, "at": each.at.isoformat(),
             "reason": each.reason, "revision": each.revision}
            for each in found
        ]})  # fmt: skip
        return DONE
    for each in found:
        call.out.line(
            f"{each.at.astimezone(call.zone):%Y-%m-%d}  {each.by}  {each.source}: {each.reason}"
        )
    if not found:
        call.tell("cli.approvals-empty")
    return DONE


def _saved(call: Call, entry: Registered) -> int:
    kept = call.desk.register.save(entry, call.desk.person.login)
    call.tell("cli.source-kept", name=kept.name)
    return DONE
