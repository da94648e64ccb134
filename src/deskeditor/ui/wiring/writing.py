"""The writing desk: the editor, the checks, the pictures and the details of the open article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address, Document, Figure
from deskeditor.domain.document.proposals import standing_figures
from deskeditor.domain.errors import KnownError
from deskeditor.domain.findings import Anchor, Finding, Fix
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Limits, Publication
from deskeditor.domain.quotes import Quote
from deskeditor.domain.rows import RevisionRow
from deskeditor.domain.sources import Source
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.measure import graphemes
from deskeditor.ui.page import Page
from deskeditor.ui.panels.checks.class_chips import count_marked
from deskeditor.ui.panels.images.panel import SUFFIXES
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.measures import show_length, show_measures
from deskeditor.ui.wiring.walking import say_none


class WritingDesk(QObject):
    """Wires what happens to the article one writes."""

    def __init__(
        self, window: MainWindow, controls: Controls, editor: QWidget, reader: QWidget
    ) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window = window
        self._words = window.look.words
        self._do = controls
        self.editor = cast("Page", editor)
        self.reader = cast("Page", reader)
        self._limits = Limits()
        self._publications: dict[str, Publication] = {}
        self._filling = False
        self._to_fill = ""
        self._wire_article()
        self._wire_checks()
        self._wire_images()

    def set_publications(self, publications: Sequence[Publication]) -> None:
        """Whose typography and limits a page gets as it opens, before its first check."""
        self._publications = {one.id: one for one in publications}

    # The article and the editor.

    def _wire_article(self) -> None:
        article = self._do.article
        article.opened.connect(self._opened)
        article.changed.connect(self._changed)
        article.kept.connect(lambda _name: self._read_history())
        article.gathering.connect(self._hand_in)
        self.editor.document_changed.connect(self._typed)
        self.window.panels.details.details_changed.connect(article.take_details)
        self.window.panels.history.restore_asked.connect(article.restore)
        self.window.panels.history.read_asked.connect(self._read_revision)
        self.window.panels.history.keep_asked.connect(self._keep)

    def _hand_in(self) -> None:
        """What was typed a moment ago is told now."""
        if not self._filling:
            self.editor.flush()

    def _keep(self) -> None:
        self._do.article.keep()

    def _opened(self, opened: Opened) -> None:
        window, writable = self.window, self._do.article.writable
        if self.editor.document() is not opened.article.document:  # else it stands there already
            self._filling = True
            self.editor.set_article(opened.article)
            self._filling = False
        paper = self._publications.get(opened.article.details.publication)
        self.editor.set_house(paper.house if paper is not None else None)
        self._limits = paper.limits if paper is not None else self._limits
        panels = window.panels
        panels.checks.forget()
        panels.quotes.forget()
        window.strip.forget()
        for panel in (panels.quotes, panels.review):
            window.in_sight.forget(panel)
        self._allow(writable=writable)
        panels.history.set_writable(self._do.article.editable)
        window.title.show_state(opened.state, opened.version, writable=writable)
        if window.notice.text == self._words("window.reading_revision"):
            window.notice.hide()  # it led back from an older text that is shown no more
        window.show_page("write")
        self._show(opened.article)
        self._do.checks.begin(opened.article)
        self._read_history()

    def _allow(self, *, writable: bool) -> None:
        """Let the page and the panels that write into it be written in, or only read."""
        panels = self.window.panels
        self.editor.set_read_only(not writable)
        panels.images.set_writable(writable)
        own = writable and not self._do.article.suggesting
        for panel in (panels.checks, panels.details, panels.quotes):
            panel.set_writable(own)
        self.window.actions_table.allow(article=True, writing=writable)

    def _typed(self, document: Document) -> None:
        if not self._filling:
            self._do.article.take_document(document)

    def _changed(self, article: Article) -> None:
        self._do.checks.take(article)
        self._show(article)

    def _show(self, article: Article) -> None:
        document = article.document
        self._show_title(article)
        self.window.panels.images.show_document(document)
        self.window.panels.details.show_article(article)
        show_measures(self.window, document)
        show_length(self.window, article, self._limits)
        self.window.strip.tabs["images"].set_count(len(standing_figures(document)))

    def _show_title(self, article: Article) -> None:
        headline = graphemes(article.document.header.headline.text)
        self.window.title.show_title(article.title, headline, self._limits.headline)

    def _read_history(self) -> None:
        article = self._do.article.article
        if article is None:
            return
        drafts = self._do.desk.drafts
        self._do.tasks.run(
            "store", lambda: tuple(drafts.history(article.id)),
            self._show_history, key="history",
        )  # fmt: skip

    def _show_history(self, rows: tuple[RevisionRow, ...]) -> None:
        self.window.panels.history.show_history(rows)
        self._show_state(len(rows), writable=self._do.article.writable)

    def _show_state(self, version: int, *, writable: bool) -> None:
        now = self._do.article.now
        if now is not None:
            self.window.title.show_state(now.state, version, writable=writable)

    def _read_revision(self, name: str) -> None:
        drafts = self._do.desk.drafts
        self._do.tasks.run(
            "store", lambda: drafts.revision(name).article,
            lambda article: self._show_revision(article, name), key="revision",
        )  # fmt: skip

    def _show_revision(self, article: Article, name: str) -> None:
        """An older text on the page, read-only; the notice leads back."""
        self._do.article.read_older(reading=True)
        self._filling = True
        self.editor.set_article(article)
        self.editor.show_findings(())
        self._filling = False
        self._allow(writable=False)
        rows = [row.name for row in self.window.panels.history.rows]
        self._show_state(len(rows) - rows.index(name) if name in rows else 0, writable=False)
        words = self._words
        self.window.notice.say(
            words("window.reading_revision"), "info", (words("window.back_to_text"), self._back)
        )

    def _back(self) -> None:
        article = self._do.article.article
        if article is None:
            return
        self._do.article.read_older(reading=False)
        self._filling = True
        self.editor.set_article(article)
        self._filling = False
        self._allow(writable=self._do.article.writable)
        self._show_state(len(self.window.panels.history.rows), writable=self._do.article.writable)
        if self._do.checks.newest is not None:
            newest = self._do.checks.newest.report
            self.editor.show_findings((*newest.findings, *newest.known))

    # Checks, quotes, sources.

    def _wire_checks(self) -> None:
        checks, panels = self._do.checks, self.window.panels
        checks.checked.connect(self._checked)
        checks.suggested.connect(panels.checks.show_suggestions)
        panel = panels.checks
        panel.finding_chosen.connect(self._go_to_finding)
        panel.fix_chosen.connect(self.apply_fix)
        panel.dismissed.connect(self._do.article.dismiss)
        panel.taken_back.connect(self._do.article.take_back)
        panel.suggestions_asked.connect(checks.ask_suggestions)
        panel.explain_asked.connect(self.explain)
        panel.checklist_asked.connect(lambda: self.window.show_panel("review"))
        panels.quotes.quote_chosen.connect(self._go_to_quote)
        panels.quotes.source_chosen.connect(self._go_to_source)
        panels.review.item_chosen.connect(self._go_to_rule)

    def _checked(self, checked: Checked) -> None:
        window, report = self.window, checked.report
        self._limits = checked.publication.limits
        for page in (self.editor, self.reader):
            page.set_house(checked.publication.house)
        window.panels.images.set_publication(checked.publication)
        window.panels.images.show_told(report.captions)
        self._show_title(checked.article)
        article = self._do.article.article
        if article is not None and article.id == checked.article.id:
            self.editor.show_findings((*report.findings, *report.known))
        window.panels.checks.show_checked(checked)
        review = window.panels.review
        window.in_sight.tell(review, lambda: review.show_checked(checked))
        window.strip.tabs["checks"].set_count(count_marked(report.findings))
        window.strip.tabs["quotes"].set_count(len(report.quotes))

    def _go_to_finding(self, finding: Finding) -> None:
        page = self._page
        page.set_current(finding)
        page.go_to(finding.anchor)

    @property
    def _page(self) -> Page:
        """The page that is in sight: one reads in review, and writes everywhere else."""
        return self.reader if self.window.page == "read" else self.editor

    def _go_to_quote(self, quote: Quote) -> None:
        self._show_page_at(quote.anchor)

    def _go_to_source(self, source: Source) -> None:
        if source.mentions:
            self._show_page_at(source.mentions[0])

    def _show_page_at(self, anchor: Anchor) -> None:
        if self.window.page != "read":
            self.window.show_page("write")
        self._page.go_to(anchor)

    def _go_to_rule(self, rule: str) -> None:
        newest = self._do.checks.newest
        found = (
            next((f for f in newest.report.findings if f.rule == rule), None) if newest else None
        )
        if found is not None:
            self.window.show_panel("checks")
            self.window.panels.checks.choose(found)
            self._go_to_finding(found)

    def apply_fix(self, _finding: Finding, fix: Fix) -> None:
        """Mend the text, where it still says what the finding was about."""
        newest, document = self._do.checks.newest, self.editor.document()
        checked = newest.article.document if newest is not None else document
        for edit in fix.edits:
            where, start, end = edit.anchor.address, edit.anchor.start, edit.anchor.end
            before, now = checked.text_at(where), document.text_at(where)
            if before is None or now is None or before.text[:end] != now.text[:end]:
                self.window.notice.say(self._words("window.text_moved"), "info")
                self._do.checks.run()
                return
            del start
        if not self.editor.apply(fix.edits):
            self.window.notice.say(self._words("window.text_moved"), "info")
            return
        self.window.panels.checks.go_next()

    def apply_first_fix(self) -> None:
        """The first fix of the current finding."""
        from deskeditor.ui.panels.checks.grouping import fixes_of

        current = self.window.panels.checks.current
        fixes = fixes_of(current) if current is not None else ()
        if current is not None and fixes:
            self.apply_fix(current, fixes[0])
        else:
            say_none(self.window, self._do.checks, "no_fix" if current else "choose_finding")

    def fix_all(self) -> None:
        """What mending all of the current finding's kind would change, to be confirmed."""
        panel = self.window.panels.checks
        current = panel.current
        if current is None:
            say_none(self.window, self._do.checks)
            return
        self.window.show_panel("checks")
        panel.ask_all(current)

    def explain(self, rule: str = "") -> None:
        """The rule's own page, in the panel."""
        current = self.window.panels.checks.current
        rule = rule or (current.rule if current is not None else "")
        if not rule:
            say_none(self.window, self._do.checks)
            return
        resources, language = self.window.look.resources, self._words.language
        path = resources / "help" / "rules" / language / f"{rule}.md"
        text = path.read_text("utf-8") if path.is_file() else self._words("panels.no_help")
        self.window.show_panel("checks")
        self.window.panels.checks.show_help(text)

    # Pictures.

    def _wire_images(self) -> None:
        pictures, panel = self._do.pictures, self.window.panels.images
        self.editor.set_image_source(pictures.pixels)
        self.editor.figure_activated.connect(self._figure_activated)
        pictures.added.connect(self._insert)
        pictures.strayed.connect(self._strayed)
        pictures.loaded.connect(self._pixels_arrived)
        pictures.previews.arrived.connect(lambda _outlet: panel.previews.refresh())
        self.editor.media_dropped.connect(self._media_came)
        self.editor.refused.connect(self._refused)
        panel.figure_changed.connect(self.change_figure)
        panel.figure_chosen.connect(
            lambda figure: self.editor.go_to(Anchor(Address(figure, "caption"), 0, 0))
        )
        panel.dropped.connect(lambda path: pictures.add(path, path.name))

    def _media_came(self, data: QMimeData) -> None:
        """Pictures pasted into the text, or files dropped on it.

        What is no picture is brought in as an article of its own.
        """
        if data.hasImage():
            self._do.pictures.paste(data)
            return
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        for path in paths:
            if path.suffix.lower() in SUFFIXES:
                self._do.pictures.add(path, path.name)
        others = [str(path) for path in paths if path.suffix.lower() not in SUFFIXES]
        if others:
            self.window.dropped.emit(others)

    def _refused(self, code: str, values: dict[str, object]) -> None:
        self._do.tasks.known.emit(KnownError(code, **values))

    def _figure_activated(self, figure: str) -> None:
        """Show its fields; the next picture added fills it where it has none yet."""
        self._to_fill = figure
        self.window.show_panel("images")
        self.window.panels.images.choose(figure)

    def _insert(self, figure: Figure) -> None:
        if not self._do.article.writable:
            return
        empty = self._empty_figure()
        if empty is not None:
            filled = replace(empty, media=figure.media, alt=empty.alt or figure.alt)
            own = self.editor.change_figure(filled)
            self.editor.set_image_source(self._do.pictures.pixels)
            self.editor.flush()
            figure = replace(filled, id=own)
        else:
            self.editor.insert_figure(figure)
            self.editor.flush()  # the panel must know it before it can be chosen there
        self._to_fill = ""
        self.window.show_panel("images")
        self.window.panels.images.choose(figure.id)

    def _strayed(self, _record: ImageRecord) -> None:
        """A picture whose article was left before it came: it is kept, and put nowhere."""
        self.window.notice.say(self._words("window.picture_strayed"), "info")

    def _empty_figure(self) -> Figure | None:
        """The figure a new picture belongs to: the chosen one without a picture, or the first."""
        empty = [one for one in standing_figures(self.editor.document()) if not one.media]
        chosen = (self._to_fill, self.window.panels.images.chosen)
        return next((one for one in empty if one.id in chosen), empty[0] if empty else None)

    def _pixels_arrived(self, _media: str) -> None:
        self.window.panels.images.refresh()
        self.editor.set_image_source(self._do.pictures.pixels)

    def change_figure(self, figure: Figure) -> str:
        """Put another figure in the place of the one of its id, as steps that can be undone.

        Answers the id it has then: a change that is only proposed stands beside what was.
        """
        now = self.editor.document().block(figure.id)
        if not isinstance(now, Figure) or not self._do.article.writable:
            return figure.id
        own = self.editor.change_figure(figure)
        for other in standing_figures(self.editor.document()):  # one picture is the main one
            if figure.hero and other.hero and other.id != own:
                self.editor.change_figure(replace(other, hero=False))
        if own and own != figure.id:
            self.window.panels.images.follow(figure.id, own)
        self.editor.flush()
        return own or figure.id
