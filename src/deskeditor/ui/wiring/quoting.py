"""Quotations at the desk: the ledger panel, the evidence, and the compare pane under the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from deskeditor.domain.document import HEADER, Address
from deskeditor.domain.findings import Edit
from deskeditor.domain.quotes import Evidence, Fact, Quote, Verdict
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.panels.quotes.cards import name_of
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated


class QuotingDesk(QObject):
    """Wires what happens to quotations while one writes."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._editor = window, controls, editor
        self._words = window.look.words
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_to)
        panel, room, compare = window.panels.quotes, controls.quotes, window.compare
        controls.article.opened.connect(self._opened)
        controls.checks.checked.connect(self._checked)
        panel.quote_chosen.connect(self._chosen)
        panel.form.confirmed.connect(room.confirm)
        panel.form.taken_back.connect(room.take_back)
        panel.form.history_asked.connect(self.history)
        panel.attach.files.connect(room.attach)
        panel.attach.pasted.connect(room.paste)
        panel.attach.linked.connect(room.link)
        panel.evidence_off.connect(room.take_off)
        panel.evidence_chosen.connect(self._read_evidence)
        room.attached.connect(self._attached)
        room.reading.connect(panel.attach.set_busy)
        compare.replaced.connect(self._replace)
        compare.ruled.connect(self._rule)
        compare.closed.connect(compare.hide)
        compare.picture_asked.connect(self._look_at)
        compare.page_asked.connect(self._leaf)

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of quotations do, by name."""
        return {
            "next_quote": lambda: self.step(1),
            "previous_quote": lambda: self.step(-1),
            "confirm_quote": self.confirm,
            "mend_quote": self.mend,
            "mend_kind": lambda: self.mend(Fact.KIND),
            "mend_channel": lambda: self.mend(Fact.CHANNEL),
            "mend_cue": lambda: self.mend(Fact.CUE),
            "mend_relay": lambda: self.mend(Fact.RELAY),
            "confirm_cue": lambda: self.confirm(Fact.CUE),
            "confirm_relay": lambda: self.confirm(Fact.RELAY),
            "confirm_speaker": lambda: self.confirm(Fact.SPEAKER),
            "confirm_kind": lambda: self.confirm(Fact.KIND),
            "confirm_channel": lambda: self.confirm(Fact.CHANNEL),
            "attach_evidence": self.attach,
            "compare": self.compare,
            "export_sheet": self.ask_sheet,
        }

    # What actions ask for.

    def confirm(self, fact: Fact | None = None) -> None:
        """Confirm the chosen quotation or one fact of it; choose the first where none is."""
        panel = self.window.panels.quotes
        self.window.show_panel("quotes")
        if panel.chosen is None:
            panel.step(1)
        else:
            panel.form.confirm(fact)

    def mend(self, fact: Fact = Fact.SPEAKER) -> None:
        """Write who spoke, or say by which channel or of what kind it is."""
        panel = self.window.panels.quotes
        self.window.show_panel("quotes")
        panel.turn("quotes")
        if panel.chosen is None:
            panel.step(1)
        panel.form.mend(fact)

    def step(self, by: int) -> None:
        """The next or the previous quotation."""
        self.window.show_panel("quotes")
        self.window.panels.quotes.step(by)

    def attach(self) -> None:
        """Show how evidence is attached."""
        self.window.show_panel("quotes")
        panel = self.window.panels.quotes
        panel.turn("evidence")
        panel.attach.origin.setFocus()

    def compare(self) -> None:
        """The article and its evidence together, or the article alone again."""
        compare = self.window.compare
        if not compare.isHidden():
            compare.hide()
            return
        panel = self.window.panels.quotes
        self.window.show_panel("quotes")
        self.window.in_sight.fill(panel)
        if panel.chosen is None:
            panel.step(1)  # its card opens the pane only where there is something to compare
        if panel.chosen is None:
            self.window.notice.say(self._words("ledger.compare_nothing"), "info")
        else:
            self._show(panel.chosen)
            self._soon.start()

    def history(self, quote: Quote) -> None:
        """Show what happened to a quotation, read from the kept versions elsewhere."""
        article, panel, desk = self._do.article.article, self.window.panels.quotes, self._do.desk
        if article is None:
            return
        panel.show_history(quote)
        self._do.tasks.run(
            "search", lambda: desk.quote_history.of(article.id, quote), panel.show_steps,
            key="quote history",
        )  # fmt: skip

    def ask_sheet(self) -> None:
        """Ask where the verification sheet is to be written."""
        words = self._words
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            words("window.action_export_sheet"),
            f"{words('sheet.title')}.pdf",
            f"{words('ledger.sheet_pdf')} (*.pdf);;{words('ledger.sheet_html')} (*.html)",
        )
        if name:
            self.write_sheet(Path(name))

    def write_sheet(self, out: Path) -> None:
        """Write the sheet of the text as it was checked last, off the GUI thread."""
        newest, desk = self._do.checks.newest, self._do.desk
        if newest is None:
            return

        def work() -> Path:
            from deskeditor.ui.printing import pdf_of

            people = {person.login: person.name for person in desk.people()}
            return desk.sheets.write(
                newest.article, newest.publication, newest.report.quotes, newest.evidence,
                desk.person.login, out, people, twins=newest.twins, printer=pdf_of,
            )  # fmt: skip

        def done(path: Path) -> None:
            text = self._words("window.exported", path=isolated(str(path)))
            self.window.notice.say(text, "ok")

        self._do.tasks.run("images", work, done)

    # What happened.

    def _opened(self, _opened: Opened) -> None:
        self.window.compare.hide()
        self.window.panels.quotes.set_writable(self._do.article.editable)
        self.window.panels.quotes.set_vouching(False)

    def _checked(self, checked: Checked) -> None:
        panel, compare = self.window.panels.quotes, self.window.compare
        self.window.in_sight.tell(
            panel, lambda: panel.show_report(checked.report, checked.evidence, checked.twins)
        )
        if compare.isHidden():
            return
        self.window.in_sight.fill(panel)
        if panel.chosen is None:
            compare.hide()
        else:
            self._show(panel.chosen)

    def _chosen(self, quote: Quote) -> None:
        newest = self._do.checks.newest
        held = quote.comparison is not None or bool(newest and newest.evidence)
        held = held or any(twin.quote == quote.anchor for twin in (newest.twins if newest else ()))
        if self.window.page == "write" and (held or not self.window.compare.isHidden()):
            self._show(quote)
            self._soon.start()

    def _show(self, quote: Quote) -> None:
        newest = self._do.checks.newest
        if newest is None or self.window.page != "write":
            return
        self.window.compare.show_quote(
            quote, newest.evidence, paragraph=self._paragraph(newest, quote.anchor.address),
            writable=self._do.article.editable,
            twins=tuple(twin for twin in newest.twins if twin.quote == quote.anchor),
        )  # fmt: skip

    def _go_to(self) -> None:
        """Select the compared quotation, once the pane has taken its share of the height."""
        quote = self.window.compare.quote
        if quote is not None and not self.window.compare.isHidden():
            self._editor.go_to(quote.anchor)

    @staticmethod
    def _paragraph(checked: Checked, address: Address) -> int:
        if address.block == HEADER:
            return 0
        ids = [block.id for block in checked.article.document.blocks]
        return ids.index(address.block) + 1 if address.block in ids else 0

    def _read_evidence(self, evidence: Evidence) -> None:
        """Open the compare pane at the first quotation found in this evidence."""
        newest = self._do.checks.newest
        found = newest.report.quotes if newest is not None else ()
        wanted = next(
            (q for q in found if q.comparison and q.comparison.evidence == evidence.id), None
        )
        if wanted is not None:
            self.window.panels.quotes.turn("quotes")
            self.window.panels.quotes.choose(wanted)
            return
        key = "panels.evidence_silent" if evidence.text else "panels.evidence_kept"
        self.window.notice.say(self._words(key, name=isolated(name_of(evidence))), "info")

    def _attached(self, evidence: Evidence) -> None:
        panel = self.window.panels.quotes
        panel.attach.clear()
        name = isolated(name_of(evidence))
        if evidence.unreadable:
            why = self._words(f"panels.unreadable_{evidence.unreadable}")
            self.window.notice.say(
                self._words("panels.attached_unread", name=name, why=why), "info"
            )
        else:
            self.window.notice.say(self._words("panels.attached", name=name), "ok")

    def _replace(self, quote: Quote, text: str) -> None:
        """Put the evidence's own words into the text, where it still says what was compared."""
        document = self._editor.document()
        now = document.text_at(quote.anchor.address)
        said = now.text[quote.anchor.start : quote.anchor.end] if now is not None else None
        if said != quote.text or not self._editor.apply((Edit(quote.anchor, text),)):
            self.window.notice.say(self._words("window.text_moved"), "info")
            self._do.checks.run()

    def _look_at(self, evidence: Evidence) -> None:
        """Show a picture of evidence beside the quotation; decoded in a process of its own."""
        desk, compare = self._do.desk, self.window.compare

        def work() -> QImage:
            return QImage.fromData(desk.evidence.picture(evidence))

        self._do.tasks.run(
            "images", work, lambda image: compare.show_picture(evidence.id, image),
            key="evidence picture",
        )  # fmt: skip

    def _leaf(self, evidence: Evidence, place: int | None, number: int) -> None:
        """Show a page of a PDF beside the quotation; drawn in a process of its own."""
        desk, compare = self._do.desk, self.window.compare

        def work() -> tuple[int, int, float, QImage]:
            leaf = desk.evidence.page(evidence, place, number)
            return leaf.number, leaf.of, leaf.at, QImage.fromData(leaf.data)

        self._do.tasks.run(
            "images", work, lambda page: compare.show_page(evidence.id, *page),
            key="evidence page",
        )  # fmt: skip

    def _rule(self, quote: Quote, verdict: Verdict, note: str) -> None:
        self._do.quotes.rule(quote, verdict, note)
