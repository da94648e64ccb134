"""The tour's people at work: each step is one sitting at the desk, as a person would sit down.

Every step goes through the same services as the window; nothing is put into a state that nobody
could have brought it to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, KNOWN, Call, Desk
from deskeditor.cli.tour_telling import Telling
from deskeditor.cli.tour_text import (
    Script,
    apply_edits,
    publish_day,
    sure_edits,
    with_byline,
    with_picture,
    with_threads_closed,
    with_words,
)
from deskeditor.cli.wording import sentence
from deskeditor.domain.article import Article
from deskeditor.domain.errors import BadInput, BugError, Refused
from deskeditor.domain.people import Person, Role
from deskeditor.domain.publication import Publication
from deskeditor.domain.review import Act, State
from deskeditor.domain.revision import Why

if TYPE_CHECKING:
    from deskeditor.services.checked import Report

#: The tour's board. The reporter may edit for others too: only four eyes keep her off her own text.
REPORTER = Person("salma", "سلمى البدري", frozenset({Role.REPORTER, Role.EDITOR}), "محليات")
EDITOR = Person("noor", "نور العطار", frozenset({Role.EDITOR, Role.CHIEF}), "هيئة التحرير")
FORMATS = (("html", "article.html"), ("docx", "article.docx"))


class TourStuck(BadInput):
    """The tour cannot go on: a folder in the way, or a rule nobody here may set aside."""


class Walk:
    """The state of one tour: the article as it stands, and who is at the desk."""

    def __init__(self, call: Call, home: Path, script: Script, sample: Path) -> None:
        self._call = call
        self._home = home
        self._script = script
        self._sample = sample
        self.tell = Telling(call)
        with self._at_desk(REPORTER, found=True) as desk:
            self._publication: Publication = desk.publications.default()
            # One checking service for all sittings: it knows nobody, and its dictionary is slow.
            self._checking = desk.checking.by_itself()
        self.article = Article("", "")
        self._own_page = True

    @contextmanager
    def _at_desk(self, who: Person, *, found: bool = False) -> Iterator[Desk]:
        """The desk with `who` at it; one person at a time, as the home allows."""
        desk = self._call.root.build(self._home, who.login, self._call.say.language)
        try:
            if found:
                desk.found_board((REPORTER, EDITOR))
            yield desk
        finally:
            desk.close()

    def bring_in(self, page: Path) -> None:
        """Import the page and tell where each part of it went."""
        self._own_page = page == self._sample / "page.txt"
        with self._at_desk(REPORTER) as desk:
            read = desk.importing.read(page)
            self.article = desk.importing.import_file(page, REPORTER.login, self._publication.id)
        self.tell.step("import", page=page.name)
        self.tell.imported(self.article, read.notes, read.encoding)

    def check(self) -> None:
        """Run every check and tell what each category found."""
        report = self._report()
        self.tell.step("check")
        self.tell.report(report)

    def mend(self) -> None:
        """Apply the sure fixes, and what the reporter knows for slips; the rest needs thought."""
        with self._at_desk(REPORTER) as desk:
            report = self._report()
            edits = sure_edits(report.findings, report.quotes, self._script.slips)
            self.tell.step("mend")
            self.tell.edits(self.article, edits)
            self._keep(desk, apply_edits(self.article, edits))
            left = self._report()
        self.tell.line("left", n=len(left.findings))

    def illustrate(self) -> None:
        """Put our drawing into the place of the main picture, with all that a picture needs."""
        script = self._script
        with self._at_desk(REPORTER) as desk:
            record = desk.images.add(self._sample / script.picture)
            desk.images.update(with_words(record, script))
            new_id = f"tour{record.media[:8]}"
            document = with_picture(self.article.document, record.media, script, new_id)
            self._keep(desk, replace(self.article, document=document))
        self.tell.step("picture")
        size = f"{record.width}×{record.height}"
        self.tell.line("picture-kept", name=record.name, size=size, media=record.media[:12])
        self.tell.line(
            "picture-words", caption=script.caption, alt=script.alt, credit=script.credit
        )

    def fill_in(self, published_at: date | None) -> None:
        """Set the day of publication where the page does not name it, and say why that one."""
        script = self._script
        asked = published_at or (script.day if self._own_page else None)
        today = datetime.now(self._publication.zone).date()
        day, source, words = publish_day(
            asked, self.article.details.published_on, self._report().dates, today
        )
        with self._at_desk(REPORTER) as desk:
            details = replace(
                self.article.details, published_on=day, desk=script.desk, subject=script.subject
            )
            document, answered = with_threads_closed(
                self.article.document, REPORTER.login, datetime.now(UTC)
            )
            self._keep(desk, replace(self.article, document=document, details=details))
            dates = self._report().dates
        self.tell.step("fill")
        self.tell.published(REPORTER.name, day, source, words)
        self.tell.line("details", desk=script.desk, subject=script.subject)
        if answered:
            self.tell.line("answered", n=answered)
        self.tell.dates(dates)

    def submit(self, step: str = "submit") -> None:
        """Submit, giving a reason for what stays; only the board's receipt counts."""
        with self._at_desk(REPORTER) as desk:
            report = self._report()
            items = desk.reviewing.checklist(self.article, report, self._publication)
            open_items = [item for item in items if not item.passed]
            for item in open_items:
                if item.level == "block":
                    raise TourStuck("tour-blocked", rule=item.rule)
            reasons = {i.rule: self._script.reason for i in open_items if i.level == "reason"}
            desk.reviewing.submit(
                self.article, REPORTER.login, report, self._publication,
                note=self._script.note, reasons=reasons,
            )  # fmt: skip
            flushed = desk.delivery.flush()
        self.tell.step(step)
        self.tell.checklist(items)
        for receipt in flushed.sent:
            self.tell.receipt(receipt)

    def claim(self, step: str = "review") -> None:
        """The editor takes the article to review it."""
        self.tell.step(step, name=EDITOR.name)
        self._act_as_editor({Act.CLAIM: ""})

    def try_own_approval(self) -> None:
        """Let the author try to approve her own text: the board must refuse."""
        self.tell.step("own", name=REPORTER.name)
        with self._at_desk(REPORTER) as desk:
            try:
                desk.reviewing.act(self.article.id, Act.APPROVE, REPORTER.login)
            except Refused as refusal:
                name = self._call.say(f"cli.act-{Act.APPROVE}")
                told = sentence(self._call.say, refusal)
                self.tell.line("refused", act=name, sentence=told)
            else:
                raise BugError("the board let an author approve her own text")

    def send_back(self) -> None:
        """The editor comments and asks for changes."""
        self.tell.step("changes", name=EDITOR.name)
        self._act_as_editor(
            {Act.COMMENT: self._script.comment, Act.REQUEST_CHANGES: self._script.changes}
        )

    def _act_as_editor(self, words: dict[Act, str]) -> None:
        with self._at_desk(EDITOR) as desk:
            for act, reason in words.items():
                receipt = desk.reviewing.act(self.article.id, act, EDITOR.login, reason=reason)
                self.tell.act(act, reason, receipt)

    def answer(self) -> None:
        """The reporter does as asked and submits again."""
        with self._at_desk(REPORTER) as desk:
            article = desk.drafts.open(self.article.id)
            document = with_byline(article.document, self._script.byline)
            self._keep(desk, replace(article, document=document))
        self.tell.step("answer", name=REPORTER.name)
        self.tell.line("byline", byline=self._script.byline)
        self.submit("resubmit")

    def approve(self) -> None:
        """The editor approves exactly this revision."""
        self.tell.step("approve", name=EDITOR.name)
        self._act_as_editor({Act.APPROVE: ""})

    def export(self, out: Path) -> list[Path]:
        """Write the approved revision, not what the author may have since."""
        self.tell.step("export")
        paths = []
        with self._at_desk(EDITOR) as desk:
            article = desk.reviewing.reviewed_article(self.article.id, EDITOR.login)
            for name, file in FORMATS:
                path = desk.exporting.export(article, self._publication, name, out / file)
                self.tell.line("exported", format=name, path=str(path), size=path.stat().st_size)
                paths.append(path)
        return paths

    def end(self, exports: list[Path], screens: list[Path]) -> int:
        """Where the article stands on the board, and whether the tour did what it promises."""
        with self._at_desk(EDITOR) as desk:
            case = desk.reviewing.case(self.article.id, EDITOR.login)
        state = State.DRAFT if case is None else case.state
        whole = all(path.is_file() and path.stat().st_size for path in exports)
        self.tell.end(self.article, state, self._home, exports, screens)
        done = state is State.APPROVED and whole and len(exports) == len(FORMATS)
        return DONE if done else KNOWN

    def _report(self) -> Report:
        article = self.article
        return self._checking.check(
            article.document, article.details, self._publication, dismissals=article.dismissals
        )

    def _keep(self, desk: Desk, article: Article) -> None:
        desk.drafts.keep(article, REPORTER.login, Why.SAVED)
        self.article = article
