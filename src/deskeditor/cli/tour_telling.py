"""How the tour tells its steps: numbered for people, or gathered into one JSON object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskeditor.cli.context import Call
from deskeditor.cli.report import by_category
from deskeditor.cli.tour_text import DayFrom, replaced, text_at
from deskeditor.domain.article import Article
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Heading, Paragraph
from deskeditor.domain.findings import Category, Edit
from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.domain.review import Act, ChecklistItem, Receipt, State
from deskeditor.domain.words import Bilingual

if TYPE_CHECKING:
    from deskeditor.services.checked import Report

_SHORT = 12
_EXCERPT = 60
_SHOWN = 3


def excerpt(text: str, length: int = _EXCERPT) -> str:
    """The first `length` code points on one line, cut at a space where there is one."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0] + "…"


#: Glyphs around quotations: changed to the house's, they are told by their number.
_GLYPHS = frozenset("«»“”")


class Telling:
    """Says each step as it happens."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._say = call.say
        self._steps: list[dict[str, Any]] = []

    def step(self, key: str, **values: object) -> None:
        """Begin a step: `tour.step-<key>`."""
        title = self._say(f"tour.step-{key}", **values)
        self._steps.append({"step": key, "title": title, "lines": []})
        if not self._call.json:
            self._call.out.line(f"{len(self._steps)}. {title}")

    def line(self, key: str, **values: object) -> None:
        """One line of the step: `tour.<key>`."""
        self._add(self._say(f"tour.{key}", **values))

    def _add(self, text: str) -> None:
        self._steps[-1]["lines"].append(text)
        if not self._call.json:
            self._call.out.line(f"   {text}")

    def imported(self, article: Article, notes: Sequence[Bilingual], encoding: str) -> None:
        """Which part of the page went where, and what the reader was unsure of."""
        document, details = article.document, article.details
        self.line("encoding", encoding=encoding)
        if details.masthead:
            self.line("masthead", lines=" / ".join(details.masthead))
        self.line("headline", text=document.header.headline.text)
        if details.stamp is not None:
            key = "stamp-undated" if details.stamp.day is None else "stamp"
            self.line(key, label=details.stamp.label, text=details.stamp.text)
        for figure in document.figures():
            key = "hero" if figure.hero else "figure"
            self.line(key, title=figure.title, caption=excerpt(figure.caption.text))
        for block in document.blocks:
            if isinstance(block, Heading):
                self.line("heading", text=block.text.text)
        self.line("paragraphs", n=sum(isinstance(b, Paragraph) for b in document.blocks))
        for note in notes:
            self.line("note", text=note.pick(self._say.language))

    def report(self, report: Report) -> None:
        """Findings by category, then quotations with their speakers, sources and dates."""
        self.line("findings", n=len(report.findings))
        counts = by_category(report.findings)
        for category in Category:
            if counts[category]:
                self._category(category, counts[category], report)
        self.line("quotes", n=len(report.quotes))
        for quote in report.quotes:
            self._quote(quote)
        names = self._say("cli.comma").join(source.name for source in report.sources)
        self.line("sources", n=len(report.sources), names=names)
        self.dates(report.dates)
        for rule in report.failed:
            self.line("rule-failed", rule=rule)

    def published(self, name: str, day: date, source: DayFrom, text: str) -> None:
        """Who sets the day of publication, to which day and why that one."""
        self.line(f"published-{source}", name=name, day=day.isoformat(), text=text)

    def dates(self, dates: Sequence[DateMention]) -> None:
        """Each date of the text with the day it means, where that can be known."""
        self.line("dates", n=len(dates))
        for said in dates:
            if said.resolved is None:
                why = said.reason.pick(self._say.language) if said.reason else ""
                self.line("date-open", text=said.text, reason=why)
            else:
                self.line("date", text=said.text, day=said.resolved.isoformat())

    def _category(self, category: Category, count: int, report: Report) -> None:
        found = [f for f in report.findings if f.category is category]
        words = Counter(excerpt(f.text, 24) for f in found if f.text)
        examples = self._say("cli.comma").join(f"«{word}»" for word in list(words)[:_SHOWN])
        name = self._say(f"cli.category-{category}")
        grave = Counter(self._say(f"cli.severity-{f.severity}") for f in found)
        severities = self._say("cli.comma").join(f"{name} {n}" for name, n in grave.items())
        self.line("category", name=name, count=count, severities=severities, examples=examples)

    def _quote(self, quote: Quote) -> None:
        text = excerpt(quote.text)
        if quote.kind is not QuoteKind.SPEECH:
            self.line(f"quote-{quote.kind}", text=text)
        elif quote.speaker is None:
            self.line("quote-nobody", text=text)
        else:
            basis = self._say(f"tour.basis-{quote.speaker.basis}")
            self.line("quote", speaker=quote.speaker.name, basis=basis, text=text)

    def edits(self, article: Article, edits: Iterable[Edit]) -> None:
        """Each fix with the words it replaces; the same one told once with its number."""
        said: Counter[tuple[str, str]] = Counter()
        glyphs = 0
        for edit in edits:
            text = text_at(article, edit.anchor.address)
            if text is None:
                continue
            if text.text[edit.anchor.start : edit.anchor.end] in _GLYPHS and edit.text in _GLYPHS:
                glyphs += 1
            else:
                said[replaced(text.text, edit)] += 1
        self.line("mended", n=said.total())
        if glyphs:
            self.line("glyphs", n=glyphs)
        for (old, new), count in said.items():
            self.line("edit", old=excerpt(old), new=excerpt(new), count=count)

    def checklist(self, items: Iterable[ChecklistItem]) -> None:
        """The checklist as it stands: what passed, and what stays with a reason."""
        for passed, group in groupby(sorted(items, key=lambda i: not i.passed), lambda i: i.passed):
            lines = list(group)
            self.line("passed" if passed else "unpassed", n=len(lines))
            for item in () if passed else lines:
                message = item.message_en if self._say.language == "en" else item.message_ar
                self.line("item", level=self._say(f"tour.level-{item.level}"), message=message)

    def receipt(self, receipt: Receipt) -> None:
        """The board's word."""
        state = self._say(f"review.state_{receipt.state}")
        self.line("receipt", state=state, seq=receipt.seq, chain=receipt.chain[:_SHORT])

    def act(self, act: Act, reason: str, receipt: Receipt) -> None:
        """One act the board accepted, with its words."""
        name = self._say(f"cli.act-{act}")
        if reason:
            self.line("act-words", act=name, words=reason)
        else:
            self.line("act", act=name)
        self.receipt(receipt)

    def end(
        self, article: Article, state: State, home: Path, exports: list[Path], screens: list[Path]
    ) -> None:
        """The final state and every path, and the whole tour as one object under `--json`."""
        name = self._say(f"review.state_{state}")
        self.step("end")
        self.line("state", title=article.title, state=name)
        for path in exports:
            self.line("path", path=str(path))
        if screens:
            self.line("screens", n=len(screens), folder=str(screens[0].parents[1]))
        self.line("home", home=str(home))
        if self._call.json:
            self._call.out.json({
                "schema": 1, "article": article.id, "state": state.value, "home": str(home),
                "exports": [str(p) for p in exports], "screens": [str(p) for p in screens],
                "steps": self._steps,
            })  # fmt: skip
