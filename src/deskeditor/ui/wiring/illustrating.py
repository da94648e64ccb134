"""The place of images: the page, the gallery behind it, and the open article's uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from deskeditor.domain.document import Figure, Inline, clean_text
from deskeditor.domain.document.proposals import standing_figures
from deskeditor.domain.media import ENDINGS, ImageRecord
from deskeditor.ui.control.gallery import Batch, Tile, Usage
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.panels.pictures.compare import words_to_copy
from deskeditor.ui.panels.pictures.page import told_failures
from deskeditor.ui.panels.pictures.record import told
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.writing import WritingDesk
from deskeditor.ui.wording import ltr

if TYPE_CHECKING:
    from deskeditor.services.bringing import Brought


class PictureDesk(QObject):
    """Wires the images page."""

    def __init__(self, window: MainWindow, controls: Controls, writing: WritingDesk) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._writing = window, controls, writing
        self._words = window.look.words
        self.page = window.gallery
        #: What figures took from the record: caption, alternative text, credit, by the figure's id.
        self._filled: dict[str, tuple[str, str, str]] = {}
        self._wire()

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of images do, by name."""
        return {
            "add_images": self.ask_files,
            "add_image_folder": self.ask_folder,
            "images_of_article": self.show_article,
            "panel_images": self.caption,
        }

    def _wire(self) -> None:
        page, gallery = self.page, self._do.gallery
        self._do.article.opened.connect(lambda _opened: self._filled.clear())
        page.wanted_changed.connect(gallery.read)
        page.more_wanted.connect(gallery.more)
        page.chosen.connect(self._chosen)
        page.add_asked.connect(self.ask_files)
        page.dropped.connect(gallery.bring)
        page.stop_asked.connect(gallery.stop)
        page.pasted.connect(lambda data: self._do.pictures.paste(data, keep_only=True))
        page.record.written.connect(gallery.write)
        page.record.override_asked.connect(gallery.override)
        page.record.copy_asked.connect(self._copy)
        page.stage.figure_changed.connect(self._writing.change_figure)
        page.stage.figure_changed.connect(page.record.previews.show_use)
        page.stage.regions_changed.connect(self._hide)
        page.stage.near_asked.connect(gallery.look_near)
        page.compare.taken_over.connect(self._take_over)
        gallery.articles.connect(page.articles.show_articles)
        gallery.paged.connect(page.show_page)
        gallery.written.connect(self._written)
        gallery.lost.connect(page.record.lost)
        self._do.last_words.append(page.record.flush)
        gallery.near_found.connect(self._near)
        gallery.stepped.connect(page.show_step)
        gallery.ended.connect(self._ended)
        self._do.pictures.loaded.connect(self._pixels)
        self._do.pictures.previews.arrived.connect(lambda _outlet: page.record.previews.refresh())
        panel = self.window.panels.images
        panel.record_written.connect(lambda media, values: gallery.write((media,), values))
        panel.crop_asked.connect(self.show_article)
        panel.moved.connect(self._move)
        self._do.checks.checked.connect(self._checked)
        self._do.article.opened.connect(lambda _opened: self._article())

    def enter(self) -> None:
        """The place is shown: read what it shows."""
        person = self._do.desk.person
        self.page.record.roles = frozenset(person.roles)
        self._article()
        self._do.gallery.read(self.page.wanted)
        self._do.gallery.read_articles()
        self.page.view.setFocus()

    def show_article(self) -> None:
        """The images of the open article, to crop and caption them."""
        self._article()
        self.window.show_page("images")
        self.page.record.roles = frozenset(self._do.desk.person.roles)
        self.page.ask_for(Usage.ARTICLE)
        self._do.gallery.read_articles()
        self.page.view.setFocus()

    def caption(self) -> None:
        """Show the panel of the article's images, the keyboard in the caption."""
        self.window.show_panel("images")
        self.window.panels.images.start_captioning()

    def _article(self) -> None:
        article = self._do.article.article
        self.page.article = article.id if article is not None else ""

    # Bringing in.

    def ask_files(self) -> None:
        """Ask for pictures and bring them in."""
        pattern = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        names, _ = QFileDialog.getOpenFileNames(
            self.window, self._words("images.add"), "",
            f"{self._words('window.place_images')} ({pattern})",
        )  # fmt: skip
        if names:
            self._do.gallery.bring([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Ask for a folder or a camera card and bring its pictures in."""
        name = QFileDialog.getExistingDirectory(self.window, self._words("images.add_folder"))
        if name:
            self._do.gallery.bring([Path(name)])

    def _ended(self, came: int, failed: tuple[Brought, ...], batch: Batch) -> None:
        """Say what came, what the desk had already, what looks like another, what did not come."""
        self.page.end_batch()
        notice, words = self.window.notice, self._words
        said = words("images.came", n=came, count=ltr(came))
        if batch.known:
            said = f"{said} {words('images.known', n=batch.known, count=ltr(batch.known))}"
        act = None
        if batch.alike:
            said = f"{said} {words('images.alike_came')}"
            act = (words("images.compare_alike"), lambda: self._compare(batch.alike))
        if failed:
            notice.say(f"{said}\n{told_failures(self.window.look, failed)}", "error", act)
        elif came or batch.known:
            notice.say(said, "ok", act)

    def _compare(self, media: str) -> None:
        """Hold an image that came against those that look like it."""
        self.window.show_page("images")
        self.page.choose(media)
        self._do.gallery.look_near(media)

    # The article's images, beside the text.

    def _checked(self, checked: Checked) -> None:
        """With each check: what is known of the article's images, and how heavy they are."""
        desk, article, paper = self._do.desk, checked.article, checked.publication
        media = [figure.media for figure in article.document.figures() if figure.media]
        panel = self.window.panels.images
        self.page.export = paper.export
        if not media:
            return

        def work() -> tuple[dict[str, ImageRecord], date]:
            day = article.details.published_on or desk.images.today()
            return desk.images.records(media), day

        self._do.tasks.run(
            "gallery", work, lambda known: panel.show_records(*known), key="article images"
        )
        self._do.tasks.run(
            "images", lambda: desk.exporting.weight(article, paper),
            lambda weight: self._weigh(weight, paper.export.image_budget),
            key="weight", failed=lambda _error: panel.show_weight(""),
        )  # fmt: skip

    def _weigh(self, weight: int, budget: int) -> None:
        size = -(-weight // 1000)
        said = self._words("images.weight", size=ltr(size), budget=ltr(budget))
        self.window.panels.images.show_weight(said, over=size > budget)

    def _move(self, figure: str, by: int) -> None:
        """Put a picture before the one above it, or behind the one below."""
        figures = standing_figures(self._writing.editor.document())
        place = next((n for n, one in enumerate(figures) if one.id == figure), -1)
        other = place + by
        if place < 0 or not 0 <= other < len(figures) or not self._do.article.writable:
            return
        one, two = figures[place], figures[other]
        self._writing.change_figure(replace(two, id=one.id, hero=one.hero))
        own = self._writing.change_figure(replace(one, id=two.id, hero=two.hero))
        self.window.panels.images.choose(own)

    # One image.

    def _figure(self, media: str) -> Figure | None:
        if not self._do.article.writable:
            return None
        figures = standing_figures(self._writing.editor.document())
        return next((figure for figure in figures if figure.media == media), None)

    def _chosen(self, tiles: tuple[Tile, ...]) -> None:
        if len(tiles) != 1:
            self.page.stage.show_record(None, None)
            return
        record = tiles[0].record
        use = self._figure(record.media)
        self.page.stage.show_record(record, use)
        self.page.record.previews.show_use(use)
        self.page.stage.show_image(self._do.pictures.pixels(record.media))

    def _pixels(self, media: str) -> None:
        chosen = self.page.record.chosen
        if chosen == (media,):
            self.page.stage.show_image(self._do.pictures.pixels(media))
        if self.page.below.currentWidget() is self.page.compare:
            self.page.compare.refresh()

    def _hide(self, media: str, regions: object) -> None:
        self._do.gallery.write((media,), {"regions": regions})

    def _written(self, tiles: tuple[Tile, ...]) -> None:
        for tile in tiles:
            self._do.pictures.forget(tile.record.media)
        self.page.model.replace(tiles)
        self.page.record.replace(tiles)
        for tile in tiles:
            self._fill(tile.record)
        self._do.checks.run()

    def _fill(self, record: ImageRecord) -> None:
        """What the open article lacks of a picture it takes from the record, as when it was put in.

        It follows the record while somebody writes there, until it says something of its own.
        """
        if not self._do.article.editable:
            return
        credit = record.credit or record.creator
        for figure in standing_figures(self._writing.editor.document()):
            if figure.media != record.media:
                continue
            own = self._filled.get(figure.id, ("", "", ""))
            now = (figure.caption.text, figure.alt, figure.credit)
            known = (record.caption, record.alt, credit)
            # An empty one, or one that still says what it took before, goes on with the record.
            lacks = [not text.strip() or text == took for text, took in zip(now, own, strict=True)]
            told = [
                there if lack else text for text, there, lack in zip(now, known, lacks, strict=True)
            ]
            took = [text if lack else "" for text, lack in zip(told, lacks, strict=True)]
            self._filled[figure.id] = (took[0], took[1], took[2])
            if tuple(told) != now:
                caption = figure.caption if told[0] == now[0] else Inline(clean_text(told[0]))
                self._writing.change_figure(
                    replace(figure, caption=caption, alt=told[1], credit=told[2])
                )

    def _copy(self) -> None:
        """Copy from the image before: what a series has in common."""
        before, chosen = self.page.tile_before(), self.page.record.chosen
        if before is not None and chosen:
            values = told(before.record)
            if values:
                self._do.gallery.write(chosen, values)

    def _near(self, media: str, tiles: tuple[Tile, ...]) -> None:
        one = next((tile for tile in self.page.tiles if tile.record.media == media), None)
        if one is None:
            return
        if tiles:
            self.page.hold(one, tiles)
        else:
            self.window.notice.say(self._words("images.no_near"), "info")

    def _take_over(self, source: str, to: str) -> None:
        records = {tile.record.media: tile.record for tile in self.page.model.tiles}
        records |= {t.record.media: t.record for t in self.page.compare.pair}
        values = words_to_copy(records[source], records[to])
        if values:
            self._do.gallery.write((to,), values)
