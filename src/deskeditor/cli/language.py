"""`language evaluate`: how good the speller is on texts of one's own, in figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.domain.errors import BadInput

if TYPE_CHECKING:
    from deskeditor.checks.spelling.evaluation import Evaluation


def add(grammar: Grammar) -> None:
    """Add the family."""
    language = grammar.family("language")
    parser = language.command("evaluate", run_evaluate)
    option(parser, "corpus", help="help-corpus", metavar="CORPUS", type=Path)


def run_evaluate(call: Call) -> int:
    """Alarms on the texts as they are, and what is found of errors put into them."""
    from deskeditor.checks.spelling.evaluation import evaluate

    texts = _texts(call.args.corpus)
    found = evaluate(texts, call.desk.checking.speller)
    if call.json:
        call.out.json(evaluation_data(found))
    else:
        _tell(call, found)
    return DONE


def _texts(corpus: Path) -> list[str]:
    """The texts of a folder or file: .txt files whole, .jsonl files line by line.

    Raises:
        BadInput: nothing is there, or it cannot be read.
    """
    from deskeditor.checks.spelling.evaluation import texts_in
    from deskeditor.formats.guard import display_name

    name = display_name(corpus)
    if not corpus.exists():
        raise BadInput("file-missing", name=name)
    try:
        texts = list(texts_in(corpus))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput("file-unreadable", name=name) from error
    if not any(text.strip() for text in texts):
        raise BadInput("file-empty", name=name)
    return texts


def evaluation_data(found: Evaluation) -> dict[str, object]:
    """What was measured, as JSON; alarms in a thousand words, recall in percent."""
    return {
        "schema": 1,
        "texts": found.texts,
        "words": found.words,
        "alarms_per_thousand": {
            kind.value: round(rate, 2) for kind, rate in found.per_thousand.items()
        },
        "recall": {
            kind.name.lower(): {
                "put": one.put, "found": one.found, "percent": round(one.percent, 1),
                "first_percent": round(one.first_percent, 1),
            }
            for kind, one in found.recall.items()
        },
    }  # fmt: skip


def _tell(call: Call, found: Evaluation) -> None:
    call.tell("cli.evaluated", texts=found.texts, words=found.words)
    for kind, rate in found.per_thousand.items():
        call.tell("cli.alarms", kind=call.say(f"cli.class-{kind}"), rate=f"{rate:.2f}")
    for injection, one in found.recall.items():
        slip = call.say(f"cli.injection-{injection.name.lower()}")
        rates = {"percent": f"{one.percent:.1f}", "first": f"{one.first_percent:.1f}"}
        call.tell("cli.recall", kind=slip, put=one.put, **rates)
