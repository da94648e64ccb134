"""Chips: an icon and a word, always both; square for states, pills for verdicts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from deskeditor.domain.quotes import Verdict
from deskeditor.domain.review import State
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import put, row
from deskeditor.ui.wording import ltr

#: State → (icon, tone, fill).
STATES: dict[State, tuple[str, str, str]] = {
    State.DRAFT: ("pencil", "grey", "wash"),
    State.SUBMITTED: ("send", "grey", "wash"),
    State.IN_REVIEW: ("eye", "accent", "wash"),
    State.CHANGES_REQUESTED: ("return", "check", "wash"),
    State.APPROVED: ("tick", "ok", "wash"),
    State.SCHEDULED: ("clock", "info", "wash"),
    State.PUBLISHED: ("globe", "ok", "wash"),
    State.PUBLISHED_WITHOUT_REVIEW: ("block", "error", "solid"),
    State.CORRECTED: ("pencil", "info", "wash"),
    State.RETRACTED: ("close", "error", "solid"),
    State.DECLINED: ("close", "grey", "wash"),
    State.SPIKED: ("trash", "grey", "wash"),
}
#: Verdict → (icon, tone, fill).
VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    Verdict.VERBATIM: ("tick", "ok", "wash"),
    Verdict.ORTHOGRAPHIC: ("almost", "ok", "outline"),
    Verdict.ALTERED: ("notequal", "error", "solid"),
    Verdict.CUT: ("crop", "check", "wash"),
    Verdict.TRANSLATED: ("swap", "info", "wash"),
    Verdict.NOT_FOUND: ("search", "error", "dashed"),
    Verdict.NOT_CHECKED: ("unchecked", "grey", "dashed"),
}


class Chip(QFrame):
    """An icon and a word in the form of its class."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        *,
        tone: str = "grey",
        fill: str = "wash",
        shape: str = "square",
        parent: QWidget | None = None,
    ) -> None:
        """`tone` is a token or grey; `fill` wash, outline, solid or dashed."""
        super().__init__(parent)
        self.setProperty("tone", tone)
        self.setProperty("fill", fill)
        self.setProperty("shape", shape)
        self.setAccessibleName(text)
        ink = "surface" if fill == "solid" else ("ink2" if tone == "grey" else tone)
        ground = tone if fill == "solid" else "surface"
        mark = picture(look.icons.pixmap(icon, ink, 14, ground), 14)
        put(self, row(mark, label(text), margins=(7, 1, 8, 1), gap=5))
        self.setFixedHeight(22)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def state_chip(look: Look, state: State) -> Chip:
    """The chip of a review state."""
    icon, tone, fill = STATES[state]
    return Chip(look, icon, look.words(f"review.state_{state}"), tone=tone, fill=fill)


def verdict_chip(look: Look, verdict: Verdict, changes: int = 0) -> Chip:
    """The pill of a verdict; an altered quotation says in how many places."""
    icon, tone, fill = VERDICTS[verdict]
    text = look.words(f"panels.verdict_{verdict}")
    if changes and verdict is Verdict.ALTERED:
        text = look.words("panels.verdict_altered_places", n=changes, count=ltr(changes))
    return Chip(look, icon, text, tone=tone, fill=fill, shape="pill")
