"""The status line: what is saved, what waits, when the board was reached; and the text's measure.

It says only what a service said: «saved» after the store's word, never for something queued.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from deskeditor.ui.control.courier import Outbox
from deskeditor.ui.control.open_article import SaveKind, SaveState
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import STATUS
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture, set_tone
from deskeditor.ui.widgets.layouts import line, put, row
from deskeditor.ui.widgets.length_band import LengthBand
from deskeditor.ui.wording import ltr

_TONES = {
    SaveKind.NOTHING: "soft",
    SaveKind.SAVED: "ok",
    SaveKind.CHANGED: "check",
    SaveKind.SAVING: "soft",
    SaveKind.FAILED: "error",
}


class StatusLine(QFrame):
    """One line, 30 pixels."""

    def __init__(self, look: Look) -> None:
        """Everything is unknown at first, and says so."""
        super().__init__()
        self.setObjectName("statusLine")
        self.setFixedHeight(STATUS)
        self.setAccessibleName(look.words("window.status"))
        self._look = look
        self._save, self._save_mark = label(), picture(look.icons.pixmap("saved", "ink2", 16), 16)
        self._outbox, self._out_mark = label(), picture(look.icons.pixmap("outbox", "ink2", 16), 16)
        self._board = label("", tone="soft")
        self._checks = ElidedLabel(sentence=True)
        self._checks.setProperty("tone", "error")
        self._checks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._checks_gap = line(upright=True)
        self._measures = [label("", tone="soft") for _ in range(5)]
        self._gaps = [line(upright=True) for _ in range(5)]
        self.length = LengthBand(look)
        board_mark = picture(look.icons.pixmap("board", "ink2", 16), 16)
        ends: list[QLabel | QFrame] = []
        for measure, gap in zip(self._measures, self._gaps, strict=True):
            ends += [gap, measure]
        put(self, row(
            self._save_mark, self._save, line(upright=True), self._out_mark, self._outbox,
            line(upright=True), board_mark, self._board, self._checks_gap, self._checks, "stretch",
            self.length, *ends,
            margins=(16, 6, 16, 6), gap=10,
        ))  # fmt: skip
        self.show_save(SaveState())
        self.show_outbox(Outbox())
        self.show_checks("")
        self.show_measures(())

    @property
    def save_text(self) -> str:
        """What the line says of the newest text."""
        return self._save.text()

    def show_save(self, state: SaveState) -> None:
        """Where the newest text is."""
        words = self._look.words
        at = words.clock(state.at) if state.at is not None else ""
        match state.kind:
            case SaveKind.SAVED if at:
                text = words("window.saved_at", at=at)
            case SaveKind.SAVED:
                text = words("window.saved")
            case SaveKind.SAVING:
                text = words("window.saving")
            case SaveKind.CHANGED:
                text = words("window.not_saved_yet")
            case SaveKind.FAILED:
                why = words.error(state.error) if state.error is not None else ""
                text = words("window.not_saved", why=why)
            case _:
                text = words("window.nothing_to_save")
        tone = _TONES[state.kind]
        self._save.setText(text)
        set_tone(self._save, tone)
        ink = "ink2" if tone == "soft" else tone
        self._save_mark.setPixmap(self._look.icons.pixmap("saved", ink, 16))

    def show_outbox(self, outbox: Outbox) -> None:
        """What waits for the board, and when it was last reached."""
        words = self._look.words
        if outbox.waiting is None:
            text = words("window.outbox_unknown")
        else:
            text = words("window.outbox", n=outbox.waiting, count=ltr(outbox.waiting))
        self._outbox.setText(text)
        tone = "check" if outbox.waiting else "soft"
        set_tone(self._outbox, tone)
        ink = "check" if outbox.waiting else "ink2"
        self._out_mark.setPixmap(self._look.icons.pixmap("outbox", ink, 16))
        if outbox.reached is None:
            self._board.setText(words("window.board_never"))
        else:
            self._board.setText(words("window.board_reached", at=words.when(outbox.reached)))

    @property
    def checks_text(self) -> str:
        """What the line says of the checks; empty while they run."""
        return self._checks.accessibleName()

    def show_checks(self, why: str) -> None:
        """That nothing is checked, in one sentence; empty where all is well."""
        self._checks.set_text(why)
        for part in (self._checks, self._checks_gap):
            part.setVisible(bool(why))

    def show_measures(self, texts: tuple[str, ...]) -> None:
        """Words, characters, time, direction, language: at most five short texts."""
        for place, (measure, gap) in enumerate(zip(self._measures, self._gaps, strict=True)):
            shown = place < len(texts)
            measure.setText(texts[place] if shown else "")
            measure.setVisible(shown)
            gap.setVisible(shown)
