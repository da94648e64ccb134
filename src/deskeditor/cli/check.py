"""`check`: what the desk's checks say of a file or an article, for people or as JSON."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, FOUND, Call
from deskeditor.cli.parser import Grammar, Unfit, option
from deskeditor.cli.report import (
    by_category,
    document_data,
    is_grave,
    line_and_column,
    report_data,
)
from deskeditor.cli.subjects import Subject, publication_for, subject
from deskeditor.domain.article import Article
from deskeditor.domain.findings import Category, Finding

if TYPE_CHECKING:
    from deskeditor.services.checked import Report


def categories(value: str) -> tuple[Category, ...]:
    """The categories of `--only`, separated by commas."""
    try:
        return tuple(Category(name.strip()) for name in value.split(",") if name.strip())
    except ValueError as error:
        raise Unfit(value, ", ".join(Category)) from error


def day(value: str) -> date:
    """The day of `--published-at`."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Unfit(value, "YYYY-MM-DD") from error


def add(grammar: Grammar) -> None:
    """Add the command."""
    parser = grammar.command("check", run)
    option(parser, "target", help="help-target", metavar="FILE|ARTICLE")
    option(
        parser, "--published-at", help="help-published-at", type=day,
        metavar="YYYY-MM-DD",
    )  # fmt: skip
    option(
        parser, "--evidence", help="help-check-evidence", type=Path, action="append", default=[],
        metavar="FILE",
    )  # fmt: skip
    option(parser, "--only", help="help-only", type=categories, metavar="CATEGORY,...")
    option(parser, "--from", help="help-from", dest="format", metavar="FORMAT")
    option(parser, "--publication", help="help-publication", metavar="NAME")


def run(call: Call) -> int:
    """Check, answer, and end with 1 where something is wrong or blocks."""
    found = subject(call, call.args.target, call.args.format)
    article = _dated(found.article, call.args.published_at)
    report = _check(call, article, kept=found.kept)
    if call.json:
        _print_json(call, replace(found, article=article), report)
    else:
        _print_text(call, found, report)
    return FOUND if is_grave(report.findings) else DONE


def _dated(article: Article, day: date | None) -> Article:
    if day is None:
        return article
    return replace(article, details=replace(article.details, published_on=day))


def _check(call: Call, article: Article, *, kept: bool) -> Report:
    """The report; for an article of the desk its own evidence is at hand too."""
    at_hand = call.desk.evidence.of(article.id) if kept else ()
    publication = publication_for(call, article, call.args.publication)
    report = call.desk.checking.check(
        article.document,
        article.details,
        publication,
        dismissals=article.dismissals,
        evidence=(*at_hand, *map(call.desk.evidence.look, call.args.evidence)),
        ledger=article.ledger,
        pictures=call.desk.images.shown(article) if kept else None,
        only=call.args.only,
    )
    if kept and call.args.only is None:
        call.desk.statistics.count(publication.id, report, article.document)
    return report


def _print_json(call: Call, found: Subject, report: Report) -> None:
    article = found.article
    document = document_data(article.document, article.details)
    document["notes"] = list(found.notes)
    document["reading"] = asdict(report.reading)
    call.out.json(report_data(report, found.places, document, call.say.language))


def _print_text(call: Call, found: Subject, report: Report) -> None:
    for finding in report.findings:
        call.out.line(finding_line(call, found, finding))
    counts = by_category(report.findings)
    parts = [call.say("cli.check-count", category=call.say(f"cli.category-{name}"), count=count)
             for name, count in counts.items()]  # fmt: skip
    total = len(report.findings)
    call.tell("cli.check-total", n=total, parts=call.say("cli.comma").join(parts))
    if report.reading.sentences:
        values = asdict(report.reading) | {"percent": f"{report.reading.nouns_percent:.0f}"}
        call.tell("cli.reading", **values)
    for rule in report.failed:
        call.tell("cli.check-failed", rule=rule)


def finding_line(call: Call, found: Subject, finding: Finding) -> str:
    """One finding on one line: where, how grave, what, why, and what would mend it."""
    start, _ = found.places.find(finding.anchor)
    line, column = line_and_column(found.places.text, start)
    severity = call.say(f"cli.severity-{finding.severity}")
    message = finding.message.pick(call.say.language)
    head = f"{line}:{column} {severity} [{finding.rule}] {message}"
    if finding.suggestions:
        options = call.say("cli.comma").join(finding.suggestions[:3])
        return head + " " + call.say("cli.check-suggestions", options=options)
    return head
