"""`submit`: an article to the board, with its checklist and the author's reasons."""

from __future__ import annotations

import argparse

from deskeditor.cli.context import Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.subjects import open_article, publication_for
from deskeditor.cli.sync import exit_code, flushed_data, tell_flushed


def override(value: str) -> tuple[str, str]:
    """The rule and the reason of `--override RULE=REASON`; both must be there."""
    rule, _, reason = value.partition("=")
    if not rule.strip() or not reason.strip():
        raise argparse.ArgumentTypeError(value)
    return rule.strip(), reason.strip()


def add(grammar: Grammar) -> None:
    """Add the command."""
    parser = grammar.command("submit", run)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "--note", help="help-note", default="", metavar="TEXT")
    option(
        parser, "--override", help="help-override", type=override, action="append", default=[],
        metavar="RULE=REASON",
    )  # fmt: skip


def run(call: Call) -> int:
    """Freeze the newest text, queue it and try to deliver it; only a receipt says submitted."""
    desk = call.desk
    article = open_article(call, call.args.article)
    publication = publication_for(call, article)
    report = desk.checking.check(
        article.document, article.details, publication, dismissals=article.dismissals
    )
    reasons = dict(call.args.override)
    operation = desk.reviewing.submit(
        article, desk.person.login, report, publication, call.args.note, reasons
    )
    flushed = desk.delivery.flush()
    if call.json:
        call.out.json(flushed_data(flushed) | {"operation": operation})
    else:
        tell_flushed(call, flushed)
    return exit_code(flushed)
