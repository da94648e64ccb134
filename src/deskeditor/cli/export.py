"""`export`: a file or an article out as a page, a Word file or what else the desk can write."""

from __future__ import annotations

from pathlib import Path

from deskeditor.cli.context import DONE, Call
from deskeditor.cli.output import complain
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.subjects import publication_for, subject, with_publication


def add(grammar: Grammar) -> None:
    """Add the command."""
    parser = grammar.command("export", run)
    option(parser, "target", help="help-target", metavar="FILE|ARTICLE")
    option(parser, "--to", help="help-to", required=True, metavar="FORMAT")
    option(parser, "--out", help="help-out", required=True, type=Path, metavar="PATH")
    option(parser, "--from", help="help-from", dest="format", metavar="FORMAT")
    option(parser, "--publication", help="help-publication", metavar="NAME")


def run(call: Call) -> int:
    """Write the file whole or not at all, and say where it lies."""
    args = call.args
    article = subject(call, args.target, args.format).article
    publication = publication_for(call, article, args.publication)
    article = with_publication(article, publication)
    path = call.desk.exporting.export(article, publication, args.to, args.out)
    weight = call.desk.exporting.weight(article, publication) if args.to == "web" else 0
    budget = publication.export.image_budget
    line = call.desk.drafts.row(article.id)
    notes = call.desk.exporting.left_out(article, None if line is None else line.state)
    if call.json:
        left_out = [note.pick(call.say.language) for note in notes]
        told: dict[str, object] = {
            "schema": 1, "format": args.to, "path": str(path), "left_out": left_out
        }  # fmt: skip
        if args.to == "web":
            told |= {"weight": weight, "budget": budget * 1000}
        call.out.json(told)
    else:
        call.out.line(str(path))
        if weight:
            complain(call.say("images.weight", size=-(-weight // 1000), budget=budget))
        for note in notes:
            complain(note.pick(call.say.language))
    return DONE
