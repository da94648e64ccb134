"""`quotes`: the ledger of an article, confirming by command, and the verification sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskeditor.cli.context import DONE, Call, UnknownArticle
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.places import Places
from deskeditor.cli.quotes_evaluate import run_evaluate
from deskeditor.cli.report import quote_data
from deskeditor.cli.subjects import open_article, publication_for
from deskeditor.domain.article import Article
from deskeditor.domain.ledger import fact_standing, signature_of
from deskeditor.domain.quotes import Channel, Evidence, Fact, Quote, QuoteKind
from deskeditor.services.ledger import Facts, facts_of

if TYPE_CHECKING:
    from deskeditor.services.checked import Report
    from deskeditor.services.quote_history import Step


def add(grammar: Grammar) -> None:
    """Add the family; `quotes ARTICLE` lists."""
    quotes = grammar.family("quotes", default="list")
    parser = quotes.command("list", run_list)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    parser = quotes.command("confirm", run_confirm)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "number", help="help-quote-number", metavar="N", type=int)
    option(parser, "--speaker", help="help-quote-speaker", metavar="NAME")
    option(parser, "--kind", help="help-quote-kind", choices=[kind.value for kind in QuoteKind])
    option(parser, "--channel", help="help-quote-channel", choices=[c.value for c in Channel])
    option(parser, "--cue", help="help-quote-cue", metavar="WORDS")
    option(parser, "--relay", help="help-quote-relay", metavar="NAME")
    option(parser, "--only", help="help-quote-only", choices=[fact.value for fact in Fact])
    parser = quotes.command("history", run_history)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "number", help="help-quote-number", metavar="N", type=int)
    parser = quotes.command("sheet", run_sheet)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "--out", help="help-out", metavar="FILE", type=Path, required=True)
    parser = quotes.command("evaluate", run_evaluate)
    option(parser, "gold", help="help-gold", metavar="GOLD", type=Path)
    option(parser, "articles", help="help-annotated", metavar="ARTICLES", type=Path)
    option(parser, "--half", help="help-half", choices=["first", "second"])
    option(parser, "--wrong", help="help-wrong", action="store_true")


def checked(call: Call, article: Article) -> tuple[Report, tuple[Evidence, ...]]:
    """The checks of an article of the desk, with its ledger and its evidence."""
    evidence = call.desk.evidence.of(article.id)
    report = call.desk.checking.check(
        article.document, article.details, publication_for(call, article),
        dismissals=article.dismissals, evidence=evidence, ledger=article.ledger,
    )  # fmt: skip
    return report, evidence


def ledger_data(quote: Quote, places: Places) -> dict[str, Any]:
    """One quotation as `check --json` gives it, with what a person confirmed."""
    item = quote.confirmation
    ruling = item.ruling if item is not None else None
    return quote_data(quote, places) | {
        "standing": quote.standing.value,
        "confirmed": None if item is None else {"by": item.by, "at": item.at.isoformat()},
        "facts": {fact.value: _fact_data(quote, fact) for fact in Fact},
        "ruled": None
        if ruling is None or not quote.ruled
        else {"by": ruling.by, "at": ruling.at.isoformat(), "note": ruling.note},
    }


def _fact_data(quote: Quote, fact: Fact) -> dict[str, str] | None:
    """Who stands behind one fact, when, and whether that still holds."""
    signed = signature_of(quote, fact)
    if signed is None:
        return None
    standing = fact_standing(quote, fact).value
    return {"standing": standing, "by": signed.by, "at": signed.at.isoformat()}


def _show(call: Call, article: Article, quotes: tuple[Quote, ...]) -> None:
    places = Places.of(article.document)
    if call.json:
        call.out.json({"schema": 1, "quotes": [ledger_data(quote, places) for quote in quotes]})
        return
    for number, quote in enumerate(quotes, start=1):
        call.out.line(_line(call, number, quote))
    if not quotes:
        call.tell("cli.quotes-empty")


def _line(call: Call, number: int, quote: Quote) -> str:
    say = call.say
    speech = quote.kind is QuoteKind.SPEECH
    name = quote.speaker.name if quote.speaker else say("panels.speaker_unknown")
    head = f"{name} · {say(f'panels.verdict_{quote.verdict}')}" if speech else ""
    kind = head or say(f"panels.quote_kind_{quote.kind}")
    standing = say(f"cli.standing-{quote.standing}")
    return f"{number}. {kind} · {standing}: «{' '.join(quote.text.split())}»"


def run_list(call: Call) -> int:
    """The quotations in reading order."""
    article = open_article(call, call.args.article)
    _show(call, article, checked(call, article)[0].quotes)
    return DONE


def run_confirm(call: Call) -> int:
    """Stand behind one quotation, by its number in the list; what is named is mended first."""
    article = open_article(call, call.args.article)
    quotes = checked(call, article)[0].quotes
    chosen, login = _numbered(call, quotes), call.desk.person.login
    said = facts_of(chosen)
    channel = Channel(call.args.channel) if call.args.channel else said.channel
    kind = QuoteKind(call.args.kind) if call.args.kind else said.kind
    facts = Facts(call.args.speaker or said.speaker, kind, channel, call.args.cue, call.args.relay)
    only = Fact(call.args.only) if call.args.only else None
    confirmed = call.desk.ledger.confirm(article, chosen, login, facts, only)
    call.desk.drafts.keep(confirmed, login)
    _show(call, confirmed, checked(call, confirmed)[0].quotes)
    return DONE


def _numbered(call: Call, quotes: tuple[Quote, ...]) -> Quote:
    """The quotation of the number that was given.

    Raises:
        UnknownArticle: there is none.
    """
    number: int = call.args.number
    if not 1 <= number <= len(quotes):
        raise UnknownArticle("quote-unknown", number=number, count=len(quotes))
    return quotes[number - 1]


def run_history(call: Call) -> int:
    """What happened to one quotation, oldest first."""
    article = open_article(call, call.args.article)
    chosen = _numbered(call, checked(call, article)[0].quotes)
    steps = call.desk.quote_history.of(article.id, chosen)
    if call.json:
        call.out.json({"schema": 1, "steps": [_step_data(step) for step in steps]})
        return DONE
    for step in steps:
        said = _said(call, step)
        told = call.say(f"ledger.step_{step.event}", text=step.text, said=said, verdict=said)
        call.out.line(f"{call.moment(step.at)}  {step.by}  {told}")
    return DONE


def _said(call: Call, step: Step) -> str:
    """What was confirmed or ruled in one step."""
    if step.verdict is not None:
        return call.say(f"panels.verdict_{step.verdict}")
    if step.fact is None:
        return step.speaker
    said = step.speaker or _channel(call, step)
    if step.fact in (Fact.CUE, Fact.RELAY):
        said = step.text or call.say("panels.fact_none")
    said = call.say(f"panels.quote_kind_{step.kind}") if step.kind is not None else said
    return call.say("panels.fact_said", fact=call.say(f"panels.{step.fact}"), said=said)


def _channel(call: Call, step: Step) -> str:
    return call.say(f"panels.channel_{step.channel or 'unknown'}")


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "event": step.event.value, "by": step.by, "at": step.at.isoformat(), "text": step.text,
        "speaker": step.speaker, "channel": step.channel and step.channel.value,
        "verdict": step.verdict and step.verdict.value, "fact": step.fact and step.fact.value,
        "kind": step.kind and step.kind.value,
    }  # fmt: skip


def run_sheet(call: Call) -> int:
    """Write the verification sheet."""
    article = open_article(call, call.args.article)
    report, evidence = checked(call, article)
    people = {person.login: person.name for person in call.desk.people()}
    out = call.desk.sheets.write(
        article, publication_for(call, article), report.quotes, evidence,
        call.desk.person.login, call.args.out, people,
        twins=call.desk.wordings.of(article.id, report.quotes), printer=call.root.paper,
    )  # fmt: skip
    if call.json:
        call.out.json({"schema": 1, "sheet": str(out), "quotes": len(report.quotes)})
    else:
        call.out.line(str(out))
    return DONE
