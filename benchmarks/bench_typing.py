"""Key press to painted frame: the article editor with findings on, against a bare QTextEdit.

Both hold the same words in the same font and column, the caret at the same height, in one process,
key by key in turn, at four places of the text, offscreen.
A key is sent as an event; it is done when the events it caused, the paint among them, are done.
Prints milliseconds (p50, p95, p99) and the ratio of each; the ratio is the figure to keep.

    .venv/bin/python benchmarks/bench_typing.py [--keys 200] [--words 600,2000,10000,50000] [--own]

`--own` tells processor time of the thread instead of the clock's: other work on the machine cannot
lengthen it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.findings import Anchor, Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.messages import Catalogue
from deskeditor.ui.editor.view import ArticleEditor

_SENTENCE = (
    "وقالت مديرة المحطة إنّ فريق WHO استبدل 2 من المضخات صباح الأحد، وإن الماء يعود الى الحي "
    "تدريجياً خلال يومين."
)
#: Keys at each place that are not counted: caches fill.
_UNMEASURED = 6
Clock = Callable[[], float]
_WORDS = len(_SENTENCE.split())
_I18N = Path(__file__).parents[1] / "resources" / "i18n"


def page(words: int, *, single: bool) -> Document:
    """A document of about so many words, in paragraphs of three sentences or in one."""
    sentences = max(1, words // _WORDS)
    step = sentences if single else 3
    blocks = tuple(
        Paragraph(f"p{n}", Inline(" ".join([_SENTENCE] * step)))
        for n in range(max(1, sentences // step))
    )
    return Document(Header(headline=Inline("عنوان للقياس")), blocks)


def findings(document: Document) -> tuple[Finding, ...]:
    """One finding for each sentence, all three classes."""
    made: list[Finding] = []
    classes = tuple(FindingClass)
    for slot in document.slots():
        start = slot.text.text.find("الى")
        while start >= 0:
            anchor = Anchor(slot.address, start, start + 3)
            kind = classes[len(made) % 3]
            said = Bilingual("همزة", "hamza")
            made.append(
                Finding("x.y", Category.SPELLING, Severity.ERROR, anchor, "الى", said, kind=kind)
            )
            start = slot.text.text.find("الى", start + 3)
    return tuple(made)


def bare(document: Document) -> QTextEdit:
    """A QTextEdit with the same text and nothing attached."""
    edit = QTextEdit()
    option = edit.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    edit.document().setDefaultTextOption(option)
    font = QFont()
    font.setFamilies(["Noto Naskh Arabic", "Noto Sans"])
    font.setPixelSize(18)
    edit.setFont(font)
    edit.document().setDocumentMargin(72)
    edit.setPlainText("\n".join(slot.text.text for slot in document.slots()))
    edit.resize(784, 820)
    return edit


def key(app: QApplication, widget: QTextEdit, letter: str, clock: Clock) -> float:
    """Milliseconds from a key press to the end of what it caused."""
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    began = clock()
    app.sendEvent(widget, event)
    app.processEvents()
    return (clock() - began) * 1000


def place(edit: QTextEdit, block: int) -> None:
    """Put the caret 40 characters into a paragraph, a third down the window."""
    cursor = QTextCursor(edit.document().findBlockByNumber(block))
    cursor.setPosition(cursor.position() + 40)
    edit.setTextCursor(cursor)
    bar = edit.verticalScrollBar()
    bar.setValue(bar.value() + edit.cursorRect().top() - edit.viewport().height() // 3)


def measure(app: QApplication, words: int, keys: int, clock: Clock, *, single: bool) -> None:
    """One size: both editors, key by key in turn, at four places of the text."""
    document = page(words, single=single)
    editor = ArticleEditor(Catalogue(_I18N, "ar"))
    editor.resize(900, 820)
    editor.set_document(document)
    editor.show_findings(findings(document))
    other = bare(document)
    editor.show()
    other.show()
    app.processEvents()
    ours: list[float] = []
    theirs: list[float] = []
    for part in (0.2, 0.4, 0.6, 0.8):
        for edit in (editor.surface, other):
            place(edit, 5 + int(part * len(document.blocks)))
        app.processEvents()
        for number in range(keys // 4 + _UNMEASURED):
            letter = "مرحبا "[number % 6]
            took = (
                key(app, editor.surface, letter, clock),
                key(app, other, letter, clock),
            )
            if number >= _UNMEASURED:
                ours.append(took[0])
                theirs.append(took[1])
    shape = "one paragraph" if single else "paragraphs"
    report(f"{words} words, {shape}", ours, theirs)
    editor.deleteLater()
    other.deleteLater()
    app.processEvents()


def report(name: str, ours: list[float], theirs: list[float]) -> None:
    """One line: both and their ratios."""
    parts = []
    for label, cut in (("p50", 50), ("p95", 95), ("p99", 99)):
        a = statistics.quantiles(ours, n=100)[cut - 1]
        b = statistics.quantiles(theirs, n=100)[cut - 1]
        parts.append(f"{label} {a:.2f} / {b:.2f} ms = {a / b:.2f}")
    print(f"{name}: " + "; ".join(parts))


def main() -> int:
    """Measure every size asked for."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--keys", type=int, default=200)
    reader.add_argument("--words", default="600,2000,10000,50000")
    reader.add_argument("--own", action="store_true", help="processor time of the thread alone")
    given = reader.parse_args()
    clock = time.thread_time if given.own else time.perf_counter
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for words in given.words.split(","):
        measure(app, int(words), given.keys, clock, single=False)
    measure(app, 10_000, max(40, given.keys // 4), clock, single=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
