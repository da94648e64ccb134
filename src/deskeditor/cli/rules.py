"""What the language family tells of rules: their severities and counts, and their firing rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, Call
from deskeditor.domain.errors import BadInput

if TYPE_CHECKING:
    from deskeditor.domain.publication import Publication
    from deskeditor.services.rule_rates import Published, Rates


def tell_rules(call: Call, publication: Publication, *, counted: bool) -> int:
    """Every rule with its severity and parameters; `counted`, how often it fired so far."""
    from deskeditor.services.rules import profile_faults, rule_lines

    statistics = call.desk.statistics.load(publication.id) if counted else None
    lines = rule_lines(publication, statistics)
    rows: list[dict[str, object]] = []
    for line in lines:
        row: dict[str, object] = {
            "rule": line.id, "topic": line.topic, "severity": line.severity,
            "parameters": dict(line.parameters),
        }  # fmt: skip
        if counted:
            row |= asdict(line.count)
            row["per_thousand"] = round(line.per_thousand, 3)
        rows.append(row)
    if counted:
        rows.sort(key=lambda row: -float(str(row["per_thousand"])))
    faults = profile_faults(publication)
    if call.json:
        seen = {"texts": statistics.texts, "words": statistics.words} if statistics else {}
        told = {"publication": publication.id, **seen, "rules": rows, "faults": list(faults)}
        call.out.json({"schema": 1, **told})
        return DONE
    if statistics is not None:
        call.tell("cli.evaluated", texts=statistics.texts, words=statistics.words)
    for row in rows:
        told_parameters = row.pop("parameters")
        assert isinstance(told_parameters, dict)
        said = [str(value) for value in row.values()]
        said += [f"{name}={value}" for name, value in told_parameters.items()]
        call.out.line("  ".join(said))
    for fault in faults:
        call.tell("cli.profile-fault", key=fault)
    return DONE


def tell_rates(call: Call, corpora: Sequence[Path], publication: Publication) -> int:
    """How often each rule fires on published texts; with --json as one object."""
    from deskeditor.services.rule_rates import measure_rules

    texts = [text for corpus in corpora for text in published(corpus)]
    found = measure_rules(texts, call.desk.checking, publication)
    if call.json:
        call.out.json({"schema": 1, "publication": publication.id, **_data(found)})
        return DONE
    call.tell("cli.evaluated", texts=found.texts, words=found.words)
    call.out.line("| rule | topic | severity | texts % | per 1000 words |")
    call.out.line("| --- | --- | --- | ---: | ---: |")
    for rate in sorted(found.rules, key=lambda one: (-one.texts_percent, one.rule)):
        call.out.line(
            f"| {rate.rule} | {rate.topic} | {rate.severity}"
            f" | {rate.texts_percent:.1f} | {rate.per_thousand:.2f} |"
        )
    for rule in found.failed:
        call.tell("cli.check-failed", rule=rule)
    return DONE


def _data(found: Rates) -> dict[str, object]:
    rules = []
    for rate in found.rules:
        rounded = {
            "per_thousand": round(rate.per_thousand, 3),
            "texts_percent": round(rate.texts_percent, 2),
        }
        rules.append(asdict(rate) | rounded)
    told = {"texts": found.texts, "words": found.words, "failed": list(found.failed)}
    return {**told, "rules": rules}


def published(corpus: Path) -> list[Published]:
    """The texts of a folder or file.

    Raises:
        BadInput: nothing is there, or it cannot be read.
    """
    from deskeditor.formats.guard import display_name
    from deskeditor.services.rule_rates import published_in

    name = display_name(corpus)
    if not corpus.exists():
        raise BadInput("file-missing", name=name)
    try:
        texts = list(published_in(corpus))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput("file-unreadable", name=name) from error
    if not texts:
        raise BadInput("file-empty", name=name)
    return texts
