"""`quotes evaluate`: what the reading of quotations is worth on articles annotated by people.

The format of both files stands in docs/QUOTES.md. Each article goes the way every page goes: read
as text, checked with the desk's own rules; nothing is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from deskeditor.checks.quotes.evaluation import MEASURES, Heard, Score, annotated, score
from deskeditor.checks.quotes.verifying import Held, held_against
from deskeditor.cli.context import DONE, Call
from deskeditor.cli.places import Places
from deskeditor.domain.errors import BadInput
from deskeditor.domain.findings import Category
from deskeditor.domain.quotes import Quote
from deskeditor.formats.guard import display_name, read_bytes

#: A file of annotated articles holds no more bytes: some 40,000 articles.
_MOST = 256_000_000


def run_evaluate(call: Call) -> int:
    """The rates over all annotated articles, or over each second one of them."""
    texts = {line["id"]: text_of(line) for line in _lines(call.args.articles, "id", "text")}
    total, quotations, wrong = Score(), [], []
    gold = _lines(call.args.gold, "id", "quotes")
    half = {"first": 0, "second": 1}.get(call.args.half or "")
    order = list(texts)
    for line in gold:
        text = texts.get(line["id"])
        if text is None or (half is not None and order.index(line["id"]) % 2 != half):
            continue
        found = heard(call, text)
        try:
            one = score(annotated(line, text), found, text)
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput("file-unreadable", name=display_name(call.args.gold)) from error
        total.add(one)
        wrong += [(line["id"], *each) for each in one.wrong]
        quotations += [
            (order.index(line["id"]), text[each.start : each.end])
            for each in found
            if each.kind == "speech"
        ]
    held = held_against(quotations, list(texts.values()))
    if call.json:
        call.out.json(score_data(total, held, wrong))
    else:
        _tell(call, total, held, wrong if call.args.wrong else [])
    return DONE


def text_of(line: dict[str, Any]) -> str:
    """An article as a page: its title, an empty line, its text."""
    title = str(line.get("title") or "")
    return f"{title}\n\n{line['text']}" if title else str(line["text"])


def _lines(path: Path, *fields: str) -> list[dict[str, Any]]:
    """The objects of a .jsonl file.

    Raises:
        BadInput: it is missing or too large, or a line is no object with these fields.
    """
    name = display_name(path)
    try:
        text = read_bytes(path, _MOST).decode("utf-8")
        lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        if not all(isinstance(line, dict) and line.keys() >= set(fields) for line in lines):
            raise BadInput("file-unreadable", name=name)
    except (ValueError, RecursionError) as error:
        raise BadInput("file-unreadable", name=name) from error
    if not lines:
        raise BadInput("file-empty", name=name)
    return lines


def heard(call: Call, text: str) -> list[Heard]:
    """The quotations of a page as the desk finds them, in code points of `text`."""
    read = call.desk.importing.read_text(text)
    report = call.desk.checking.check(
        read.document, read.details, call.desk.publications.default(), only=(Category.QUOTES,)
    )
    places = Places.of(read.document, read.text, read.origins)
    return [_heard(quote, places) for quote in report.quotes]


def _heard(quote: Quote, places: Places) -> Heard:
    start, end = places.find(quote.anchor)
    speaker = quote.speaker
    return Heard(
        start,
        end,
        quote.kind.value,
        speaker.name if speaker else "",
        speaker.title if speaker else "",
        speaker.basis if speaker else "",
        places.find(quote.cue.anchor) if quote.cue else None,
        quote.channel.value if quote.channel else "",
        tuple(relay.text for relay in quote.relays),
    )


def score_data(
    total: Score, held: Held, wrong: list[tuple[str, str, int, int]]
) -> dict[str, object]:
    """What was measured, as JSON: counts and percentages by measure, and where it went wrong."""
    return {
        "schema": 1,
        "rates": {
            name: {"right": rate.right, "of": rate.of, "percent": round(rate.percent, 1)}
            for name, rate in total.rates.items()
        },
        "verifying": {
            name: {"right": held.right[name], "of": of, "percent": round(held.percent(name), 1)}
            for name, of in held.of.items()
        },
        "wrong": [
            {"id": article, "measure": measure, "start": start, "end": end}
            for article, measure, start, end in wrong
        ],
    }


def _tell(call: Call, total: Score, held: Held, wrong: list[tuple[str, str, int, int]]) -> None:
    for name in MEASURES:
        rate = total.rates[name]
        _tell_rate(call, name, rate.right, rate.of, rate.percent)
    for name, of in held.of.items():
        _tell_rate(call, name, held.right[name], of, held.percent(name))
    for article, measure, start, end in wrong:
        call.out.line(f"{article} {start}-{end} {measure}")


def _tell_rate(call: Call, name: str, right: int, of: int, percent: float) -> None:
    label = call.say(f"cli.measure-{name.replace('_', '-')}")
    call.tell("cli.measured", what=label, percent=f"{percent:.1f}", right=right, of=of)
