"""The page: the QTextDocument that is the live text, with its looks, projection and pictures.

It loads nothing by name: neither pasted text nor a damaged store can make it read the disk or the
network. It is right-to-left by default, so an empty, digit-first or Latin-first paragraph is too.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument, QTextOption

from deskeditor.domain.document import Address, Direction, Document
from deskeditor.ui.editor import overlay
from deskeditor.ui.editor.appearance import BODY, GUTTER, INDENT, EditorTheme, Setting, font
from deskeditor.ui.editor.assembling import flatten
from deskeditor.ui.editor.decorations import Decorations
from deskeditor.ui.editor.figures import PictureObject
from deskeditor.ui.editor.lines import HEADER_KINDS, Kind, Tag
from deskeditor.ui.editor.marks import PICTURE, tag_of
from deskeditor.ui.editor.projection import Projection, cell_of
from deskeditor.ui.editor.rendering import write_page

_DPI = 96
_METRE = 0.0254
#: Of a paragraph longer than this, in UTF-16 units, what Qt knows of the glyphs is kept.
_LONG = 4000


def _scaled_device(scale: float) -> QImage:
    """A device whose resolution makes the layout scale margins and line heights by `scale`."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    dots = round(_DPI * scale / _METRE)
    device.setDotsPerMeterX(dots)
    device.setDotsPerMeterY(dots)
    return device


def _talk(document: Document, current: str) -> overlay.Talk:
    settled = (thread.id for thread in document.threads if thread.resolved_by is not None)
    return overlay.Talk(frozenset(settled), current)


class Page(QTextDocument):
    """One article's live text.

    Attributes:
        heard: called with every edit: the first and the last line it touched, where it was, and by
            how many units the text has grown. No signal: each key would go round through Qt.
    """

    def __init__(
        self, document: Document, theme: EditorTheme, empty_text: str, blank_id: str
    ) -> None:
        """Write `document` on a new page; undo begins here."""
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.theme, self.scale = theme, 1.0
        self.talk = _talk(document, "")
        #: What the paragraphs in sight wear, and the number of the first one painted last.
        self.decorations, self.seen_first = Decorations(), 0
        self._laid: set[int] = set()
        self._tags: dict[int, Tag] = {}
        #: Whether the house writes Arabic-Indic digits: the numbers of lists are the page's own.
        self.arabic_digits = False
        self.heard: Callable[[int, int, int, int], None] | None = None
        #: Whether an edit since this was last set False may show elsewhere than in its line.
        self.wide = False
        #: What the last key left of the paragraph it went to: of which, and its lines.
        self.shape: tuple[tuple[object, ...], tuple[list[int], int, int, float]] | None = None
        #: Whether what is being put in is words of the body that carry no mark.
        self.plain = False
        self._device = _scaled_device(1.0)
        self.setIndentWidth(INDENT)
        self.setDocumentMargin(GUTTER)
        self._set_direction(document.direction)
        self.pictures = PictureObject(self, theme, empty_text)
        self.documentLayout().registerHandler(PICTURE, self.pictures)
        write_page(QTextCursor(self), flatten(document, blank_id), document.direction)
        self.projection = Projection(self, document)
        self.set_look(theme, 1.0)
        self.setUndoRedoEnabled(True)
        self.contentsChange.connect(self._changed)

    def _set_direction(self, direction: Direction) -> None:
        option = QTextOption(self.defaultTextOption())
        rtl = direction is Direction.RTL
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.setDefaultCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing: pictures are drawn by `figures`, and no other resource exists."""
        return None

    def set_look(self, theme: EditorTheme, scale: float) -> None:
        """Set theme and scale (`body_px / 18 × zoom`); the text and undo stay as they are."""
        self.theme, self.scale = theme, scale
        self.pictures.theme, self.pictures.scale = theme, scale
        self._device = _scaled_device(scale)
        self.documentLayout().setPaintDevice(self._device)
        self.setDefaultFont(font(theme, Setting(BODY), scale))
        self.decorations.clear()
        block = self.firstBlock()
        while block.isValid():
            self._lay(block)
            block = block.next()
        self.markContentsDirty(0, self.characterCount())

    def _lay(self, block: QTextBlock) -> None:
        """Lay the overlay of one paragraph; asking Qt whether it has one already takes 40 µs."""
        wanted = overlay.ranges(block, self.theme, self.scale, self.talk)
        index = block.fragmentIndex()
        if wanted:
            self._laid.add(index)
        elif index in self._laid:
            self._laid.discard(index)
        else:
            return
        block.layout().setFormats(wanted)

    def lay_composition(self, block: QTextBlock) -> None:
        """Qt put its own formats on a paragraph being composed in: lay ours under them again."""
        self.decorations.clear()
        layout = block.layout()
        shift, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
        own = overlay.ranges(block, self.theme, self.scale, self.talk)
        if not own:
            return
        for piece in own:
            if shift and piece.start >= at:
                piece.start += shift
            elif shift and piece.start + piece.length >= at:
                piece.length += shift
        layout.setFormats([*own, *(layout.formats() if shift else [])])
        self.markContentsDirty(block.position(), block.length())

    def show_talk(self, current: str) -> None:
        """Show which threads are settled and which is being read, where that has changed."""
        talk = _talk(self.projection.base, current)
        if talk == self.talk:
            return
        self.talk = talk
        self.decorations.clear()
        block = self.firstBlock()
        while block.isValid():
            if block.fragmentIndex() in self._laid:
                self._lay(block)
                self.markContentsDirty(block.position(), block.length())
            block = block.next()

    def _changed(self, position: int, removed: int, added: int) -> None:
        """Note an edit. Nearly all put in or take out a little of one paragraph: kept short."""
        block = self.findBlock(position)
        place = position - block.position()
        if not (added and removed) and place + added < block.length():
            number = block.blockNumber()
            if self.projection.grown(number):
                self.decorations.edited(block)
                if not self.plain or block.fragmentIndex() in self._laid:
                    self._lay(block)
                if self.heard is not None:
                    self.heard(number, number, position, added - removed)
                return
        self.wide = True
        self._tags.clear()
        first, last = self.projection.changed(position, added)
        self.decorations.clear()
        for number in range(first, last + 1):
            block = self.findBlockByNumber(number)
            if block.length() > _LONG:  # Qt would shape all of it anew for the caret and each paint
                block.layout().setCacheEnabled(True)
            self._lay(block)
        if self.heard is not None:
            self.heard(first, last, position, added - removed)

    def tag(self, block: QTextBlock) -> Tag:
        """The tag of a paragraph, as `tag_of`, remembered; not to be asked inside an undo step."""
        index = block.fragmentIndex()
        found = self._tags.get(index)
        if found is None:
            found = self._tags[index] = tag_of(block)
        return found

    def is_bare(self, block: QTextBlock) -> bool:
        """Whether a paragraph of the body carries no mark at all."""
        return block.fragmentIndex() not in self._laid

    def find_line(self, address: Address) -> QTextBlock | None:
        """The paragraph that shows the text at `address`, or None."""
        for number, line in enumerate(self.projection.lines()):
            if line.tag.id == address.block and line.address == address:
                return self.findBlockByNumber(number)
        return None

    def address(self, block: QTextBlock) -> Address:
        """The address of a paragraph's text."""
        tag = self.tag(block)
        return tag.address(cell_of(block) if tag.kind is Kind.CELL else None)

    @property
    def body(self) -> QTextBlock:
        """The first paragraph after the header; invalid where there is none."""
        return self.findBlockByNumber(len(HEADER_KINDS))
