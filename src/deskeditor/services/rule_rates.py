"""How often each rule fires on published texts: what a desk knows before it switches a rule on.

`deskeditor language evaluate FOLDER --rules` prints it. No sentence of the texts is kept, only
numbers by rule. Rules of what only a draft has (byline, sources still to be compared) fire on every
published text; they are counted like the others.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from deskeditor.checks.registry import ALL_RULES
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document, Header, Inline, Paragraph, clean_text
from deskeditor.domain.publication import Publication
from deskeditor.formats.corpus import corpus_text
from deskeditor.language import counting
from deskeditor.services.checking import Checking

#: The most bytes of one published text, and of a file of many: some 40,000 articles.
_TEXT_MOST, _LINES_MOST = 16_000_000, 256_000_000


@dataclass(frozen=True, slots=True)
class Meant:
    """A date a person annotated: `[start, end)` of the block of that number, and what it means.

    `means` is a day, a month or a year in ISO form, None where the text leaves it open; `about`
    says that any day near it is right.
    """

    text: str
    block: int
    start: int
    end: int
    means: str | None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """One published text, its headline and day and its annotated dates, where they are known."""

    document: Document
    published_on: date | None = None
    dates: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """One rule: findings, texts it fired in, and both as rates."""

    rule: str
    topic: str
    severity: str
    found: int
    texts: int
    per_thousand: float
    texts_percent: float


@dataclass(frozen=True, slots=True)
class Rates:
    """What was measured on so many texts and words; `failed` names rules that broke."""

    texts: int
    words: int
    rules: tuple[Rate, ...]
    failed: tuple[str, ...] = ()


def published_in(corpus: Path) -> Iterator[Published]:
    """The texts of a folder or file: .txt files whole, .jsonl lines with `text`, `title`, `time`
    and `dates`.

    Raises:
        ValueError, KeyError, TypeError: a line of a .jsonl file is no such text.
        BadInput: a file is no text, too large, or cannot be read.
        OSError: the folder cannot be read.
    """
    files = sorted(corpus.rglob("*")) if corpus.is_dir() else [corpus]
    for file in files:
        if file.suffix not in {".txt", ".jsonl"} or not file.stat().st_size:
            continue
        if file.suffix == ".txt":
            text = corpus_text(file, _TEXT_MOST)
            yield _published({"text": text})
        else:
            for line in corpus_text(file, _LINES_MOST).splitlines():
                yield _published(json.loads(line))


def _published(data: dict[str, Any]) -> Published:
    lines = enumerate(clean_text(data["text"]).split("\n"))
    blocks = tuple(Paragraph(f"b{n}", Inline(line)) for n, line in lines if line.strip())
    headline = " ".join(clean_text(str(data.get("title", ""))).split())
    header = Header(headline=Inline(headline))
    dates = tuple(_annotated(blocks, data.get("dates", ())))
    return Published(Document(header, blocks), _day(str(data.get("time", ""))), dates)


def _annotated(blocks: tuple[Paragraph, ...], said: Iterable[Mapping[str, Any]]) -> Iterator[Meant]:
    """The annotated dates, each sought behind the one before it.

    Raises:
        ValueError: the text does not hold one, it means no date, or it is about no day.
    """
    number, at = 0, 0
    for one in said:
        words, means = str(one["text"]), one["means"]
        while number < len(blocks) and words not in blocks[number].text.text[at:]:
            number, at = number + 1, 0
        if number == len(blocks):
            raise ValueError(words)
        start = blocks[number].text.text.index(words, at)
        at = start + len(words)
        about = bool(one.get("about"))
        if means is not None:
            date.fromisoformat(means if about else f"{means}-01-01"[:10])
        yield Meant(words, number, start, at, means, about)


def _day(said: str) -> date | None:
    """The day of `2021-12-31…` or of an RFC 5322 date."""
    with suppress(ValueError):
        return date.fromisoformat(said[:10])
    with suppress(ValueError, TypeError):
        return parsedate_to_datetime(said).date()
    return None


def measure_rules(
    texts: Iterable[Published], checking: Checking, publication: Publication
) -> Rates:
    """Check every text as the publication does and count what fires."""
    found: Counter[str] = Counter()
    fired: Counter[str] = Counter()
    failed: dict[str, None] = {}
    number, words = 0, 0
    for number, text in enumerate(texts, start=1):  # noqa: B007 - counted for the answer
        details = Details(published_on=text.published_on)
        report = checking.check(text.document, details, publication)
        here = Counter(finding.rule for finding in report.findings)
        found.update(here)
        fired.update(here.keys())
        failed.update(dict.fromkeys(report.failed))
        words += sum(counting.words(slot.text.text) for slot in text.document.slots())
    rules = tuple(
        Rate(
            rule=rule.id,
            topic=rule.topic.value if rule.topic is not None else rule.category.value,
            severity=publication.severities.get(rule.id, rule.severity.value),
            found=found[rule.id],
            texts=fired[rule.id],
            per_thousand=1000 * found[rule.id] / words if words else 0.0,
            texts_percent=100 * fired[rule.id] / number if number else 0.0,
        )
        for rule in ALL_RULES
    )
    return Rates(number, words, rules, tuple(failed))
