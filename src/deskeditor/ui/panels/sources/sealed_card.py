"""One source of the open vault; taking it out for good is asked twice, with its pseudonym."""

from __future__ import annotations

from PySide6.QtCore import Signal

from deskeditor.domain.identities import Identity
from deskeditor.domain.sources import Terms
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.chips import Chip
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated, ltr


class SealedCard(Card):
    """Signals: `inserted(str)` with the pseudonym, `dropped(str)` with the id."""

    inserted = Signal(str)
    dropped = Signal(str)

    def __init__(self, look: Look, each: Identity) -> None:
        """Everything of the source stands in sight: the vault is open."""
        super().__init__(each.pseudonym)
        words, name = look.words, isolated(each.pseudonym)
        tone = "error" if each.terms is Terms.OFF_RECORD else "check"
        top = row(
            ElidedLabel(each.pseudonym, "title"),
            Chip(look, "lock", words(f"panels.terms_{each.terms}"), tone=tone),
        )
        top.setStretch(0, 1)
        self._said = said = [
            label(text, "note" if small else "", wrap=True)
            for text, small in (
                (isolated(each.name), False),
                (ltr(each.contact) if each.contact else "", True),
                (isolated(each.notes) if each.notes else "", True),
            )
            if text
        ]
        put_in = button(words("vault.insert"), lambda: self.inserted.emit(each.pseudonym))
        self.drop = button(words("vault.drop"), lambda: self.ask(asked=True), look="danger")
        self.sure = button(
            words("vault.drop_now"), lambda: self.dropped.emit(each.id), look="danger"
        )
        self.keep = button(words("vault.drop_not"), lambda: self.ask(asked=False))
        self.question = label(words("vault.drop_sure", name=name), wrap=True)
        put(self, column(
            top, *said, row(put_in, "stretch", self.drop),
            self.question, row(self.keep, "stretch", self.sure),
            margins=(11, 8, 11, 8), gap=6,
        ))  # fmt: skip
        self.ask(asked=False)

    def forget(self) -> None:
        """Hold nothing of the source any more, however long this card is still about."""
        for each in self._said:
            each.clear()

    def ask(self, *, asked: bool) -> None:
        """Ask whether it really goes out, or leave it where it is."""
        self.drop.setVisible(not asked)
        for made in (self.question, self.keep, self.sure):
            made.setVisible(asked)
        if asked:
            self.keep.setFocus()
