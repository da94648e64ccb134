"""What the checks answer: a report, whoever ran them and wherever."""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.domain.captions import CaptionTold
from deskeditor.domain.dates import DateMention
from deskeditor.domain.findings import Finding
from deskeditor.domain.quotes import Quote, Reported
from deskeditor.domain.reading import Reading
from deskeditor.domain.sources import Source

NOTHING_READ = Reading()


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks said of one text, in reading order.

    Attributes:
        findings: those that stand.
        dismissed: those a person has set aside.
        reading: how the running text reads, in numbers.
        known: names and words on the desk's lists, where they stand; nothing is wrong with them.
        reported: what somebody is said to have said, without quotation glyphs.
        captions: which questions each picture's caption answers.
        failed: ids of rules (or readings) that broke and were switched off for this run.
    """

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()
    dates: tuple[DateMention, ...] = ()
    known: tuple[Finding, ...] = ()
    reading: Reading = NOTHING_READ
    failed: tuple[str, ...] = ()
    reported: tuple[Reported, ...] = ()
    captions: tuple[CaptionTold, ...] = ()
