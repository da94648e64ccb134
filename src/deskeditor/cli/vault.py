"""`vault`: confidential sources, sealed; what is secret is asked for and never an argument.

At a terminal secrets are typed unseen; otherwise they are read from standard input, a line each.
"""

from __future__ import annotations

import sys
from getpass import getpass

from deskeditor.cli.context import DONE, FOUND, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.places import Places
from deskeditor.cli.subjects import open_article
from deskeditor.domain.errors import BadInput
from deskeditor.domain.identities import Identity
from deskeditor.domain.sources import Terms


def add(grammar: Grammar) -> None:
    """Add the family."""
    vault = grammar.family("vault")
    vault.command("create", run_create)
    parser = vault.command("add", run_add)
    option(parser, "pseudonym", help="help-pseudonym", metavar="PSEUDONYM")
    option(
        parser, "--terms", help="help-terms", choices=[term.value for term in Terms],
        default=Terms.OFF_RECORD.value,
    )  # fmt: skip
    vault.command("list", run_list)
    parser = vault.command("drop", run_drop)
    option(parser, "identity", help="help-identity", metavar="ID")
    vault.command("passphrase", run_passphrase)
    parser = vault.command("check", run_check)
    option(parser, "article", help="help-article", metavar="ARTICLE")


def secret(call: Call, key: str) -> str:
    """A line nobody sees while it is typed."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass(call.say(f"cli.{key}") + " ")
    return (sys.stdin.readline() if sys.stdin is not None else "").rstrip("\r\n")


def _passphrase(call: Call, key: str = "ask-passphrase") -> str:
    """A passphrase.

    Raises:
        BadInput: none was given.
    """
    given = secret(call, key)
    if not given:
        raise BadInput("vault-no-passphrase")
    return given


def _unlock(call: Call) -> None:
    """Open the vault; where there is none that is said, and no passphrase is asked for."""
    vault = call.desk.vault
    vault.unlock(_passphrase(call) if vault.exists else "")


def _new_passphrase(call: Call) -> str:
    """A new passphrase, given twice.

    Raises:
        BadInput: none was given, or the two differ.
    """
    first = _passphrase(call, "ask-new-passphrase")
    if first != secret(call, "ask-again"):
        raise BadInput("vault-passphrase-differs")
    return first


def run_create(call: Call) -> int:
    """Make the vault."""
    call.desk.vault.create(_new_passphrase(call))
    call.tell("cli.vault-created")
    return DONE


def run_add(call: Call) -> int:
    """Seal a source; its name and contact are asked for."""
    name = secret(call, "ask-name")
    contact, notes = secret(call, "ask-contact"), secret(call, "ask-notes")
    terms, login = Terms(call.args.terms), call.desk.person.login
    made = Identity("", call.args.pseudonym, name, contact, terms, notes, login)
    kept = call.desk.vault.put(made)
    if call.json:
        call.out.json({"schema": 1, "id": kept.id})
    else:
        call.out.line(kept.id)
    return DONE


def run_list(call: Call) -> int:
    """Who is in the vault; needs the passphrase."""
    _unlock(call)
    found = call.desk.vault.identities()
    if call.json:
        call.out.json({"schema": 1, "identities": [
            {"id": one.id, "pseudonym": one.pseudonym, "name": one.name, "contact": one.contact,
             "terms": one.terms.value, "notes": one.notes, "known_by": one.known_by}
            for one in found
        ]})  # fmt: skip
        return DONE
    for one in found:
        terms = call.say(f"panels.terms_{one.terms}")
        parts = (one.id[:8], one.pseudonym, one.name, one.contact, terms, one.notes)
        call.out.line("  ".join(part for part in parts if part))
    if not found:
        call.tell("cli.vault-empty")
    return DONE


def run_drop(call: Call) -> int:
    """Take a source out for good, by its id or its beginning."""
    _unlock(call)
    given = call.args.identity
    found = [one for one in call.desk.vault.identities() if given and one.id.startswith(given)]
    if len(found) != 1:
        raise BadInput("identity-unknown", identity=given)
    call.desk.vault.drop(found[0].id)
    call.tell("cli.vault-dropped")
    return DONE


def run_passphrase(call: Call) -> int:
    """Lock the vault with another passphrase."""
    old = _passphrase(call)
    call.desk.vault.change_passphrase(old, _new_passphrase(call))
    call.tell("cli.vault-changed")
    return DONE


def run_check(call: Call) -> int:
    """Whether an article names anybody of the vault; says where, never whom."""
    _unlock(call)
    article = open_article(call, call.args.article)
    found = call.desk.vault.leaks(article)
    places = Places.of(article.document)
    spans = [places.find(anchor) for anchor in found.anchors]
    if call.json:
        listed = [{"start": start, "end": end} for start, end in spans]
        call.out.json({"schema": 1, "leaks": listed, "beside": found.beside})
    else:
        call.tell("cli.vault-leaks", n=found.count)
        for start, end in spans:
            call.out.line(f"[{start}, {end})")
        if found.beside:
            call.tell("cli.vault-leaks-beside", n=found.beside)
    return FOUND if found.count else DONE
