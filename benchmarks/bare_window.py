"""The floor under our window: a bare QTextEdit with the text, beside the packages we stand on.

`python benchmarks/bare_window.py WORDS` opens a window as wide as ours with nothing in it but the
text, right to left, the caret in its middle; SQLAlchemy is loaded with a database in memory, as
every desk must. Nothing is checked, saved, marked or shown beside.
"""

from __future__ import annotations

import sys

import desk_window
import sqlalchemy
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit


def main() -> int:
    """Show it until it is closed."""
    with sqlalchemy.create_engine("sqlite://").connect() as connection:
        connection.execute(sqlalchemy.text("select 1"))
    app = QApplication(sys.argv[:1])
    edit = QTextEdit()
    option = edit.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    edit.document().setDefaultTextOption(option)
    edit.setFont(QFont(["Noto Naskh Arabic", "Noto Sans Arabic"], 14))
    edit.setPlainText("\n".join(desk_window.paragraphs(int(sys.argv[1]))))
    edit.showMaximized()
    caret = edit.textCursor()
    caret.setPosition(edit.document().characterCount() // 2)
    edit.setTextCursor(caret)
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
