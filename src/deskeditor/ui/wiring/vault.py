"""The vault at the desk: opened and locked again, sources sealed, a text held against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QObject, QTimer

from deskeditor.domain.errors import BadInput, KnownError
from deskeditor.domain.findings import Anchor
from deskeditor.domain.identities import Identity
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import ltr

if TYPE_CHECKING:
    from deskeditor.services.vault import Leaks

#: Milliseconds between two looks whether the vault has locked itself.
_LOOK = 5_000


class TypingPage(Protocol):
    """What this wiring needs of the article editor."""

    def insert_mark(self, character: str) -> None:
        """Type at the caret."""
        ...

    def go_to(self, anchor: Anchor) -> bool:
        """Select a place."""
        ...


class VaultDesk(QObject):
    """Wires the vault. What is secret goes from the form to the vault and is kept by nobody."""

    def __init__(self, window: MainWindow, controls: Controls, editor: object) -> None:
        """Nothing is opened; the vault's libraries load when somebody turns to it."""
        super().__init__(window)
        self.window, self._do = window, controls
        self._words = window.look.words
        self.editor = cast("TypingPage", editor)
        self.form = form = window.sources.vault
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self.look)
        window.sources.turned.connect(lambda part: self.enter() if part == "vault" else None)
        form.created.connect(self.create)
        form.unlocked.connect(self.unlock)
        form.locked.connect(self.lock)
        form.sealed.connect(self.seal)
        form.dropped.connect(self.drop)
        form.inserted.connect(self.insert)
        controls.checks.checked.connect(self._checked)
        window.closing.connect(self._closing)

    def enter(self) -> None:
        """Show the vault as it is: missing, locked or open."""

        def work() -> str:
            vault = self._do.desk.vault  # its libraries load here, off the GUI thread
            return "open" if vault.is_open else "locked" if vault.exists else "missing"

        self._run(work, self._entered, key="vault")

    def _entered(self, state: str) -> None:
        if state == "open":
            self._read()
        else:
            self.form.show_state(state)
            (self.form.first if state == "missing" else self.form.passphrase).setFocus()

    def create(self, first: str, again: str) -> None:
        """Make the vault under a passphrase given twice."""
        if first != again:
            self._do.tasks.known.emit(BadInput("vault-passphrase-differs"))
            return
        self._run(lambda: self._do.desk.vault.create(first), lambda _none: self._read())

    def unlock(self, passphrase: str) -> None:
        """Open it; takes about a second, elsewhere."""
        self._run(lambda: self._do.desk.vault.unlock(passphrase), lambda _none: self._opened())

    def _opened(self) -> None:
        self.window.notice.hide()  # it may say that an earlier passphrase was wrong
        self._read()

    def lock(self) -> None:
        """Lock it now: nothing of it stays in sight, and no answer under way brings it back."""
        self._do.desk.vault.lock()  # waits for nothing
        self._locked()
        self.enter()

    def seal(self, identity: Identity) -> None:
        """Put a source in; works while the vault is locked."""
        made = replace(identity, known_by=self._do.desk.person.login)
        self._run(lambda: self._do.desk.vault.put(made), lambda _kept: self._sealed())

    def _sealed(self) -> None:
        self.form.sealed_in()
        self.window.notice.say(self._words("vault.sealed"), "ok")
        if self._watch.isActive():
            self._read()

    def drop(self, identity: str) -> None:
        """Take a source out for good."""
        self._run(lambda: self._do.desk.vault.drop(identity), lambda _none: self._read())

    def insert(self, pseudonym: str) -> None:
        """The pseudonym at the caret of the open article; the name never goes there."""
        if not self._do.article.editable:
            self.window.notice.say(self._words("window.open_first"), "info")
            return
        self.window.show_page("write")
        self.editor.insert_mark(pseudonym)

    # While it is open.

    def _read(self) -> None:
        self._run(self._do.desk.vault.identities, self._show, key="vault")

    def _show(self, identities: Sequence[Identity]) -> None:
        self.form.show_identities(identities)
        self._watch.start()
        newest = self._do.checks.newest
        if newest is not None:
            self._checked(newest)

    def look(self) -> None:
        """Whether it has locked itself; then nothing of it stays in sight."""

        def done(is_open: bool) -> None:
            if not is_open:
                self._locked()

        self._run(lambda: self._do.desk.vault.is_open, done)

    def _locked(self) -> None:
        self._watch.stop()
        self.form.show_state("locked")

    def _checked(self, checked: Checked) -> None:
        """While the vault is open, the text is held against it: a name in it is told at once."""
        if not self._watch.isActive():
            return
        article = checked.article
        self._do.tasks.run(
            "vault", lambda: self._do.desk.vault.leaks(article), self._leaks, key="leaks",
            failed=lambda _error: self._locked(),
        )  # fmt: skip

    def _leaks(self, found: Leaks) -> None:
        if not self._watch.isActive():
            return
        count = found.count
        said = self._words("vault.leaks", n=count, count=ltr(count)) if count else ""
        self.form.show_leaks(said)
        if count and self.window.page == "write":
            first = found.anchors[:1]
            show = (self._words("vault.show"), lambda: self.editor.go_to(*first))
            self.window.notice.say(said, "error", show if first else None)

    def _run(
        self, work: Callable[[], object], done: Callable[[Any], None], *, key: str = ""
    ) -> None:
        self._do.tasks.run("vault", work, done, key=key, failed=self._failed)

    def _failed(self, error: KnownError) -> None:
        self._do.tasks.known.emit(error)
        if error.code == "vault-locked":
            self._locked()

    def _closing(self) -> None:
        """The desk goes on without this window: nothing of the vault stays in it."""
        self._watch.stop()
        self.form.forget()
