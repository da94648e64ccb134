"""The places of the rail: choosing one, opening from it, bringing files in and out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from deskeditor.domain.media import ImageRecord
from deskeditor.domain.words import Bilingual
from deskeditor.formats.guard import display_name
from deskeditor.services.exporting import ENDINGS, Copied
from deskeditor.services.importing import Brought
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.control.shelves import Place, Shelves
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.panels.images.panel import SUFFIXES
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.illustrating import PictureDesk
from deskeditor.ui.wiring.measures import show_measures
from deskeditor.ui.wiring.reviewing import ReviewDesk
from deskeditor.ui.wording import isolated, ltr

#: How many articles stand under «opened lately».
_LATELY = 4


def _file_name(title: str, most: int = 40) -> str:
    """A title as a file's name: letters and digits, whole words, at most so many code points."""
    plain = "".join(c for c in title if c.isalnum() or c == " ")
    named = ""
    for word in plain.split():
        if len(named) + len(word) >= most:
            break
        named = f"{named} {word}".strip()
    return named


@dataclass(frozen=True, slots=True)
class _Exported:
    """What was written where; `size` and `budget` of a web page's pictures in kB."""

    path: Path
    size: int
    budget: int
    left_out: tuple[Bilingual, ...]


class Places(QObject):
    """Wires the rail and the files.

    Emits `sources_entered()` when the register is to be shown, `library_entered()` for the search.
    """

    sources_entered = Signal()
    library_entered = Signal()

    def __init__(
        self, window: MainWindow, controls: Controls, review: ReviewDesk, pictures: PictureDesk
    ) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window = window
        self._do = controls
        self._review = review
        self._pictures = pictures
        self._words = window.look.words
        self.place = Place.DRAFTS
        self._lately: dict[str, tuple[str, str]] = {}
        self._wire()

    def _wire(self) -> None:
        window, article = self.window, self._do.article
        window.rail.place_chosen.connect(lambda key: self.go(Place(key)))
        window.rail.article_chosen.connect(self.open)
        window.place.article_chosen.connect(self.open)
        window.place.new_asked.connect(self.new)
        window.dropped.connect(self._dropped)
        window.panels.images.add_asked.connect(self.add_image)
        window.gallery.stage.use_asked.connect(self._use)
        window.strip.chosen.connect(window.show_panel)
        self._do.library.changed.connect(self._shelves)
        article.opened.connect(self._opened)

    def go(self, place: Place) -> None:
        """Show a place in the centre."""
        self._do.article.save_now()
        self.place = place
        self.window.rail.choose(place)
        self.window.actions_table.allow(article=False, writing=False)
        show_measures(self.window, None)
        match place:
            case Place.DESK:
                self._review.enter()
            case Place.IMAGES:
                self.window.show_page("images")
                self._pictures.enter()
            case Place.SOURCES:
                self.window.show_page("sources")
                self.sources_entered.emit()
            case Place.LIBRARY:
                self.window.show_page("place")
                self.library_entered.emit()
            case _:
                self.window.show_page("place")
                self.window.place.show_place(place, self._do.library.shelves.rows(place))
                self.window.place.setFocus()
        self._do.library.read()

    def open(self, article: str) -> None:
        """Open an article; one that is before the board and not one's own opens read-only."""
        self._do.article.open(article)

    def new(self) -> None:
        """Begin an article."""
        self._do.article.create(self._do.desk.publications.default().id)

    def trash(self) -> None:
        """Put the open article into the trash; the notice brings it back."""
        article = self._do.article.article
        if article is None or not self._do.article.editable:
            return
        self._do.article.save_now()
        self._do.library.trash(article.id)
        self.go(Place.DRAFTS)
        back = (self._words("window.untrash"), lambda: self._do.library.untrash(article.id))
        text = self._words("window.trashed", title=isolated(article.title))
        self.window.notice.say(text, "info", back)

    def import_file(self) -> None:
        """Ask for a page and bring it in."""
        name, _ = QFileDialog.getOpenFileName(self.window, self._words("window.action_import"))
        if name:
            self._bring_in(Path(name))

    def add_image(self) -> None:
        """Ask for pictures and put them into the text."""
        pattern = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self.window, self._words("panels.add_image"), "",
            f"{self._words('panels.images')} ({pattern})",
        )  # fmt: skip
        for name in names:
            self._do.pictures.add(Path(name), Path(name).name)

    def export(self, to: str) -> None:
        """Ask where, and write the open article there."""
        article = self._do.article.article
        if article is None:
            return
        title = _file_name(article.title)
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            self._words(f"window.action_export_{to}"),
            f"{title or 'article'}.{ENDINGS[to]}",
        )
        if name:
            self.export_to(to, Path(name if Path(name).suffix else f"{name}.{ENDINGS[to]}"))

    def copy_article(self) -> None:
        """Put the open article on the clipboard, as HTML and as plain text."""
        article = self._do.article.article
        if article is None:
            return
        desk = self._do.desk

        def work() -> Copied:
            publication = desk.publications.get(article.details.publication)
            return desk.exporting.copied(article, publication)

        def done(copied: Copied) -> None:
            mime = QMimeData()
            mime.setHtml(copied.html)
            mime.setText(copied.text)
            QGuiApplication.clipboard().setMimeData(mime)
            self.window.notice.say(self._words("window.copied_article"), "ok")

        self._do.tasks.run("images", work, done)

    def export_folder(self) -> None:
        """Ask where, and write the page with its pictures into a folder there."""
        article = self._do.article.article
        if article is None:
            return
        name = QFileDialog.getExistingDirectory(
            self.window, self._words("window.action_export_web")
        )
        if name:
            self.export_to("web", Path(name), _file_name(article.title) or "article")

    def export_to(self, to: str, out: Path, folder: str = "") -> None:
        """Write the open article to `out`, or into a `folder` of its own there, off the GUI thread.

        A folder where another article's page lies is left alone: this one's gets a number.
        """
        article = self._do.article.article
        if article is None:
            return
        desk = self._do.desk

        def work() -> _Exported:
            publication, exporting = (
                desk.publications.get(article.details.publication), desk.exporting,
            )  # fmt: skip
            target = exporting.folder_for(article, out, folder) if folder else out
            path = exporting.export(article, publication, to, target)
            weight = exporting.weight(article, publication) if to == "web" else 0
            line = desk.drafts.row(article.id)
            return _Exported(
                path, -(-weight // 1000), publication.export.image_budget,
                exporting.left_out(article, None if line is None else line.state),
            )  # fmt: skip

        def done(written: _Exported) -> None:
            size, budget = written.size, written.budget
            text = self._words("window.exported", path=isolated(str(written.path)))
            if size:
                weight = self._words("images.weight", size=ltr(size), budget=ltr(budget))
                text = f"{text}. {weight}"
            left_out = [self._words.pick(note) for note in written.left_out]
            heavy = size > budget
            self.window.notice.say("\n".join((text, *left_out)), "check" if heavy else "ok")

        self._do.tasks.run("images", work, done)

    def _bring_in(self, path: Path) -> None:
        desk = self._do.desk
        login, publication = desk.person.login, desk.publications.default().id

        def work() -> Brought:
            return desk.importing.bring(path, login, publication)

        def done(brought: Brought) -> None:
            self._do.article.arrived(brought.article)
            if brought.notes:
                notes = [self._words.pick(note) for note in brought.notes]
                head = self._words("window.brought", name=isolated(display_name(path)))
                self.window.notice.say("\n".join((head, *notes)), "info")

        self._do.tasks.run("incoming", work, done)

    def _dropped(self, names: list[str]) -> None:
        for path in map(Path, filter(None, names)):
            if path.suffix.lower() in SUFFIXES:
                self._do.pictures.add(path, path.name)
            else:
                self._bring_in(path)

    def _use(self, record: ImageRecord) -> None:
        if self._do.article.editable:
            self.window.show_page("write")
            self._do.pictures.use(record)
        else:
            self.window.notice.say(self._words("window.open_first"), "info")

    def _opened(self, opened: Opened) -> None:
        words = self._words
        title = opened.article.title or words("window.untitled")
        self._lately.pop(opened.article.id, None)
        self._lately[opened.article.id] = (title, words(f"review.state_{opened.state}"))
        lines = [(key, *line) for key, line in reversed(self._lately.items())]
        self.window.rail.show_lately(lines[:_LATELY])
        mine = opened.article.owner == self._do.desk.person.login
        self.place = Place.DRAFTS if self._do.article.editable else self.place
        self.window.rail.choose(self.place if mine else "")

    def _shelves(self, shelves: Shelves) -> None:
        rail = self.window.rail
        for place in (
            Place.DRAFTS, Place.SENT, Place.PUBLISHED, Place.TEMPLATES, Place.ARCHIVE, Place.TRASH,
        ):  # fmt: skip
            rail.rows[place].set_count(len(shelves.rows(place)))
        rail.rows[Place.IMAGES].set_count(shelves.images)
        if self.window.page == "place":
            self.window.place.show_place(self.place, shelves.rows(self.place))
