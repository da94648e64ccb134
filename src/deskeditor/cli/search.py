"""`search`: find anything on the desk."""

from __future__ import annotations

from deskeditor.cli.context import DONE, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.domain.search import Order
from deskeditor.language.snippets import Snippet
from deskeditor.services.archive_search import Hit

_SHORT = 12


def add(grammar: Grammar) -> None:
    """Add the command."""
    parser = grammar.command("search", run)
    option(parser, "query", help="help-search-query", metavar="QUERY", nargs="+")
    option(parser, "--limit", help="help-search-limit", type=int, default=20, metavar="N")
    option(parser, "--best", help="help-search-best", action="store_true")


def run(call: Call) -> int:
    """Articles that have it, newest first, each with the words around it."""
    order = Order.BEST if call.args.best else Order.NEWEST
    limit = max(1, min(call.args.limit, 500))
    answer = call.desk.search.search(
        " ".join(call.args.query), limit=limit, order=order, zone=call.zone
    )
    if call.json:
        sources = [{"name": line.name, "kind": line.kind.value} for line in answer.sources]
        hits = [_data(hit) for hit in answer.hits]
        call.out.json({"schema": 1, "articles": hits, "sources": sources})
        return DONE
    for hit in answer.hits:
        found = hit.found
        state = call.say(f"review.state_{found.state}")
        older = f"  {call.say('cli.search-older', revision=found.revision[:_SHORT])}"
        call.out.line(
            f"{found.article[:8]}  {call.moment(found.updated)}  {state}  {found.title}"
            f"{older if found.revision else ''}"
        )
        call.out.line(f"   {_marked(hit.snippet)}")
    if answer.sources:
        names = call.say("cli.comma").join(line.name for line in answer.sources[:10])
        call.tell("cli.search-sources", names=names)
    if not answer.hits:
        call.tell("cli.search-nothing")
    return DONE


def _data(hit: Hit) -> dict[str, object]:
    found = hit.found
    return {
        "article": found.article, "title": found.title, "owner": found.owner,
        "state": found.state.value, "updated": found.updated.isoformat(),
        "revision": found.revision or None, "snippet": hit.snippet.text,
        "marks": [{"start": start, "end": end} for start, end in hit.snippet.marks],
    }  # fmt: skip


def _marked(snippet: Snippet) -> str:
    """The snippet with brackets around what was found: a terminal has no other pen."""
    text, last, parts = snippet.text, 0, []
    for start, end in snippet.marks:
        if start >= last:
            parts += [text[last:start], "[", text[start:end], "]"]
            last = end
    return "".join([*parts, text[last:]])
