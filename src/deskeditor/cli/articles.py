"""`import` and `list`: articles come in, and what there is."""

from __future__ import annotations

from pathlib import Path

from deskeditor.cli.context import DONE, KNOWN, Call
from deskeditor.cli.output import complain
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.wording import sentence
from deskeditor.domain.errors import KnownError
from deskeditor.domain.review import State
from deskeditor.domain.rows import ArticleRow
from deskeditor.formats.guard import display_name


def add(grammar: Grammar) -> None:
    """Add both commands."""
    parser = grammar.command("import", run_import)
    option(parser, "files", help="help-files", nargs="+", metavar="FILE", type=Path)
    option(parser, "--from", help="help-from", dest="format", metavar="FORMAT")
    option(parser, "--publication", help="help-publication", metavar="NAME")
    parser = grammar.command("list", run_list)
    states = [state.value for state in State]
    option(parser, "--state", help="help-state", choices=states, metavar="STATE")


def run_import(call: Call) -> int:
    """Import each file on its own: one that cannot be read leaves the others alone."""
    done: list[dict[str, object]] = []
    code = DONE
    for path in call.args.files:
        try:
            done.append(_import(call, path))
        except KnownError as error:
            complain(sentence(call.say, error))
            code = KNOWN
    if call.json:
        call.out.json({"schema": 1, "articles": done})
    return code


def _import(call: Call, path: Path) -> dict[str, object]:
    desk = call.desk
    publication = call.args.publication or desk.publications.default().id
    brought = desk.importing.bring(path, desk.person.login, publication, call.args.format)
    article, notes = brought.article, [note.pick(call.say.language) for note in brought.notes]
    if not call.json:
        call.out.line(article.id)
        several = f"{display_name(path)}: " if len(call.args.files) > 1 else ""
        for note in notes:
            complain(several + note)
    return {"file": str(path), "id": article.id, "title": article.title, "notes": notes}


def row_data(row: ArticleRow) -> dict[str, object]:
    """One line of the library as JSON."""
    return {
        "id": row.id, "title": row.title, "owner": row.owner, "state": row.state.value,
        "updated": row.updated.isoformat(), "words": row.words,
    }  # fmt: skip


def run_list(call: Call) -> int:
    """The library, newest first."""
    state = State(call.args.state) if call.args.state else None
    rows = call.desk.drafts.rows(state=state)
    if call.json:
        call.out.json({"schema": 1, "articles": [row_data(row) for row in rows]})
        return DONE
    if not rows:
        call.tell("cli.list-empty")
    for row in rows:
        state_name = call.say(f"review.state_{row.state}")
        title = row.title or call.say("cli.untitled")
        updated = call.moment(row.updated)
        call.out.line(f"{row.id}  {updated}  {state_name}  {row.owner}  {title}")
    return DONE
