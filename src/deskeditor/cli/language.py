"""The language family: measure the speller, learn from an archive, mark words, count rules."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.cli import names
from deskeditor.cli.context import DONE, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.domain.errors import BadInput

if TYPE_CHECKING:
    from deskeditor.checks.spelling.evaluation import Evaluation
    from deskeditor.domain.publication import Publication

#: Names told of an archive.
_SHOWN = 40


def add(grammar: Grammar) -> None:
    """Add the family."""
    language = grammar.family("language")
    parser = language.command("evaluate", run_evaluate)
    option(parser, "corpus", help="help-corpus", metavar="CORPUS", type=Path, nargs="+")
    option(parser, "--alarms", help="help-alarms", action="store_true")
    option(parser, "--rules", help="help-rule-rates", action="store_true")
    option(parser, "--no-speed", help="help-no-speed", action="store_true")
    option(parser, "--publication", help="help-publication", metavar="NAME")
    names.add(language)
    parser = language.command("train", run_train)
    option(parser, "corpus", help="help-corpus", metavar="CORPUS", type=Path, nargs="+")
    option(parser, "--names", help="help-keep-names", action="store_true")
    option(parser, "--publication", help="help-publication", metavar="NAME")
    parser = language.command("mark", run_mark)
    option(parser, "word", help="help-mark-word", metavar="WORD", nargs="+")
    option(parser, "--mine", help="help-mine", action="store_true")
    option(parser, "--remove", help="help-mark-remove", action="store_true")
    option(parser, "--publication", help="help-publication", metavar="NAME")
    parser = language.command("rules", run_rules)
    option(parser, "--stats", help="help-stats", action="store_true")
    option(parser, "--publication", help="help-publication", metavar="NAME")


def _publication(call: Call) -> Publication:
    """The publication named, else the desk's first."""
    wanted, publications = call.args.publication, call.desk.publications
    return publications.get(wanted) if wanted else publications.default()


def run_train(call: Call) -> int:
    """Learn counts, pairs and names of an archive; they count from the next start on."""
    from deskeditor.domain.lexicon import Scope
    from deskeditor.services.training import learn

    texts = [text for corpus in call.args.corpus for text in _texts(corpus)]
    checking = call.desk.checking
    publication = _publication(call).id if call.args.names else ""
    found = learn(texts, checking.speller, checking.archive_path)
    if call.args.names:
        for name, _ in found.names:
            call.desk.lexicon.add_word(name, Scope.PUBLICATION, publication)
    if call.json:
        call.out.json({"schema": 1, **asdict(found)})
        return DONE
    call.tell("cli.trained", texts=found.texts, tokens=found.tokens, words=found.words)
    for name, count in found.names[:_SHOWN]:
        call.out.line(f"{count:>7}  {name}")
    call.tell("cli.trained-names", n=len(found.names), count=len(found.names))
    return DONE


def run_mark(call: Call) -> int:
    """Mark words correct, for the publication or for oneself, or take the mark back."""
    from deskeditor.domain.lexicon import Scope

    scope = Scope.MINE if call.args.mine else Scope.PUBLICATION
    publication = "" if call.args.mine else _publication(call).id
    for word in call.args.word:
        if call.args.remove:
            call.desk.lexicon.remove_word(word, scope, publication)
        else:
            call.desk.lexicon.add_word(word, scope, publication)
    listed = call.desk.lexicon.words(scope, publication)
    if call.json:
        call.out.json({"schema": 1, "words": list(listed)})
    else:
        call.tell("cli.marked", n=len(listed), count=len(listed))
    return DONE


def run_rules(call: Call) -> int:
    """Every rule with its severity; with --stats how often it fired in finished checks."""
    from deskeditor.cli.rules import tell_rules

    return tell_rules(call, _publication(call), counted=call.args.stats)


def run_evaluate(call: Call) -> int:
    """Alarms on the texts as they are, errors found of those put in, dates, and the speed."""
    from deskeditor.checks.spelling.evaluation import commonest, evaluate
    from deskeditor.cli import measured
    from deskeditor.cli.rules import published, tell_rates
    from deskeditor.domain.findings import FindingClass
    from deskeditor.services.check_speed import load, measure_speed
    from deskeditor.services.date_rates import measure_dates

    if call.args.rules:
        return tell_rates(call, call.args.corpus, _publication(call))
    texts = [text for corpus in call.args.corpus for text in _texts(corpus)]
    dated = [text for corpus in call.args.corpus for text in published(corpus)]
    checking = call.desk.checking
    memory = load(checking)
    publication = call.desk.lexicon.enrich(_publication(call))
    found = evaluate(texts, checking.speller, publication=publication)
    dates = measure_dates(dated, checking, publication)
    speed = None
    if not call.args.no_speed:
        lines = [line for text in texts for line in text.split("\n")]
        speed = measure_speed(lines, checking, publication, memory=memory)
    if call.json:
        more = {"dates": measured.dates_data(dates), "speed": measured.speed_data(speed)}
        call.out.json({**evaluation_data(found), **more})
        return DONE
    _tell(call, found)
    measured.tell_dates(call, dates, each=call.args.alarms)
    if speed is not None:
        measured.tell_speed(call, speed)
    for kind in (FindingClass.ERROR, FindingClass.CHECK) if call.args.alarms else ():
        call.out.line("")
        call.out.line(call.say(f"cli.class-{kind}"))
        for word, meant, times in commonest(found, kind, most=len(found.alarms[kind])):
            call.out.line(f"{times:>7}  {word} → {meant}")
    return DONE


def _texts(corpus: Path) -> list[str]:
    """The texts of a folder or file: .txt files whole, .jsonl files line by line.

    Raises:
        BadInput: nothing is there, or it cannot be read.
    """
    from deskeditor.checks.spelling.evaluation import texts_in
    from deskeditor.formats.corpus import corpus_text
    from deskeditor.formats.guard import display_name

    name = display_name(corpus)
    if not corpus.exists():
        raise BadInput("file-missing", name=name)
    try:
        texts = list(texts_in(corpus, corpus_text))
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
                "first_percent": round(one.first_percent, 1), "as_unknown_name": one.noticed,
            }
            for kind, one in found.recall.items()
        },
        "alarms": {
            kind.value: [{"text": word, "suggestion": meant} for word, meant in said]
            for kind, said in found.alarms.items()
        },
    }  # fmt: skip


def _tell(call: Call, found: Evaluation) -> None:
    """The figures as two small tables."""
    from deskeditor.domain.findings import FindingClass

    call.tell("cli.evaluated", texts=found.texts, words=found.words)
    for kind in (FindingClass.ERROR, FindingClass.CHECK, FindingClass.NAME):
        rate = f"{found.per_thousand[kind]:.2f}"
        call.tell("cli.alarms", kind=call.say(f"cli.class-{kind}"), rate=rate)
    call.out.line("")
    call.tell("cli.recall-head")
    for injection, one in found.recall.items():
        slip = call.say(f"cli.injection-{injection.name.lower()}")
        row = f"{one.percent:>6.1f}%{one.first_percent:>8.1f}%{one.noticed:>7}{one.put:>7}"
        call.out.line(f"{row}  {slip}")
