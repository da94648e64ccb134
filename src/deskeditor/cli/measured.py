"""What `language evaluate` tells of dates and of speed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from deskeditor.cli.context import Call

if TYPE_CHECKING:
    from deskeditor.services.check_speed import Speed
    from deskeditor.services.date_rates import DateRates


def dates_data(dates: DateRates) -> dict[str, object]:
    """The dates as JSON; of annotated ones what was found and what was right."""
    return {
        "found": dates.found,
        "resolved": dates.resolved,
        "open": {reason.en: count for reason, count in dates.open.items()},
        "annotated": dates.annotated,
        "annotated_found": dates.met,
        "annotated_right": dates.right,
        "percent": round(dates.percent, 1) if dates.annotated else None,
        "missed": [asdict(one) for one in dates.missed],
    }


def speed_data(speed: Speed | None) -> dict[str, object] | None:
    """The speed as JSON: milliseconds of the processor, MiB."""
    if speed is None:
        return None
    return {
        "words": speed.words,
        "whole_ms_per_thousand_words": round(speed.whole, 1),
        "recheck_behind_ms": round(speed.behind, 2),
        "recheck_before_ms": round(speed.before, 2),
        "recheck_worst_ms": round(speed.worst, 2),
        "suggestions_p95_ms": None if speed.suggestions is None else round(speed.suggestions, 1),
        "memory_mib": None if speed.memory is None else round(speed.memory, 1),
    }


def tell_dates(call: Call, dates: DateRates, *, each: bool) -> None:
    """The dates as sentences; with `each` every annotated one that was not read rightly."""
    call.out.line("")
    call.tell("cli.dates-found", found=dates.found, resolved=dates.resolved)
    for reason, count in sorted(dates.open.items(), key=lambda pair: -pair[1]):
        call.out.line(f"{count:>7}  {reason.pick(call.say.language)}")
    if not dates.annotated:
        return
    call.tell(
        "cli.dates-right", annotated=dates.annotated, met=dates.met, right=dates.right,
        percent=f"{dates.percent:.1f}",
    )  # fmt: skip
    for one in dates.missed if each else ():
        said = one.said or call.say("cli.date-missed")
        call.out.line(f"         {one.text}: {one.means} ≠ {said}")


def tell_speed(call: Call, speed: Speed) -> None:
    """The speed as sentences."""
    call.out.line("")
    call.tell("cli.speed-whole", words=speed.words, ms=f"{speed.whole:.0f}")
    call.tell(
        "cli.speed-edit", behind=f"{speed.behind:.1f}", before=f"{speed.before:.1f}",
        worst=f"{speed.worst:.1f}",
    )  # fmt: skip
    if speed.suggestions is not None:
        call.tell("cli.speed-suggestions", ms=f"{speed.suggestions:.0f}")
    if speed.memory is not None:
        call.tell("cli.speed-memory", memory=f"{speed.memory:.0f}")
