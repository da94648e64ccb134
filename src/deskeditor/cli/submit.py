"""`submit`: an article to the board, with its checklist and the author's reasons."""

from __future__ import annotations

from collections.abc import Iterable

from deskeditor.cli.context import Call
from deskeditor.cli.parser import Grammar, Unfit, option
from deskeditor.cli.subjects import open_article, publication_for
from deskeditor.cli.sync import exit_code, flushed_data, tell_flushed
from deskeditor.domain.review import ChecklistItem


def override(value: str) -> tuple[str, str]:
    """The rule and the reason of `--override RULE=REASON`; both must be there."""
    rule, _, reason = value.partition("=")
    if not rule.strip() or not reason.strip():
        raise Unfit(value, "RULE=REASON")
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


def tell_open(call: Call, items: Iterable[ChecklistItem]) -> None:
    """What of the checklist stands against the submission, a line each."""
    for item in items:
        if not item.passed and item.level != "hint" and not item.reason:
            message = item.message_en if call.say.language == "en" else item.message_ar
            call.tell("cli.open", level=call.say(f"cli.level-{item.level}"), rule=item.rule,
                      message=message)  # fmt: skip


def run(call: Call) -> int:
    """Freeze the newest text, queue it and try to deliver it; only a receipt says submitted."""
    desk = call.desk
    article = open_article(call, call.args.article)
    publication = publication_for(call, article)
    report = desk.checking.check(
        article.document, article.details, publication, dismissals=article.dismissals,
        evidence=desk.evidence.of(article.id), ledger=article.ledger,
        pictures=desk.images.shown(article),
    )  # fmt: skip
    reasons = dict(call.args.override)
    tell_open(call, desk.reviewing.checklist(article, report, publication, reasons))
    operation = desk.reviewing.submit(
        article, desk.person.login, report, publication, note=call.args.note, reasons=reasons
    )
    desk.statistics.count(publication.id, report, article.document)
    flushed = desk.delivery.flush()
    if call.json:
        call.out.json(flushed_data(flushed) | {"operation": operation})
    else:
        tell_flushed(call, flushed)
    return exit_code(flushed)
