"""The place of sources: the register across articles, and the vault, in the real window."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.people import Person
from deskeditor.domain.sources import Registered, SourceKind, SourceLine, Terms
from deskeditor.media.sealed import Cost, SealedFile
from deskeditor.services.evidence import Where
from deskeditor.services.vault import IDLE, Vault
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.panels.sources.sealed_card import SealedCard
from helpers.canary import found_in
from helpers.fakes import CountingIds, StillClock

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
NAME = "عمار النجفي"
PASSPHRASE = "جملة طويلة للخزنة 😀"
SECRET = "أسامة الراوي 𞸀"


def settle(shell: Shell, qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: ready() and shell.controls.tasks.quiet, timeout=20_000)


def lines(shell: Shell) -> list[SourceLine]:
    return list(shell.window.sources._model._lines)


@pytest.fixture
def register(shell: Shell, qtbot: QtBot) -> Shell:
    shell.places.go(Place.SOURCES)
    settle(shell, qtbot, lambda: bool(lines(shell)))
    return shell


def choose(shell: Shell, qtbot: QtBot, name: str = NAME) -> None:
    page = shell.window.sources
    place = next(n for n, line in enumerate(lines(shell)) if line.name == name)
    page.view.setCurrentIndex(page._model.index(place))
    settle(shell, qtbot, lambda: page.form.name.text() == name)


def test_the_register_shows_the_sources_of_every_article(register: Shell, qtbot: QtBot) -> None:
    page = register.window.sources
    assert NAME in [line.name for line in lines(register)]
    page.search.setText("النجفيّ")
    page.search.textEdited.emit(page.search.text())
    settle(register, qtbot, lambda: len(lines(register)) < 4)
    assert [line.name for line in lines(register)] == [NAME]


def test_a_source_is_mended_noted_and_its_articles_open(register: Shell, qtbot: QtBot) -> None:
    page = register.window.sources
    choose(register, qtbot)
    form = page.form
    assert form.contact.echoMode() is QLineEdit.EchoMode.Password
    form.affiliation.setText("وزارة النقل")
    form.contact.setText("+964 770 000 0000")
    form.save.click()
    settle(register, qtbot, lambda: line(register).entry is not None)
    form.note.setText("صحّ رقمه مرتين WHO")
    form.add.click()
    settle(register, qtbot, lambda: bool(noted(register)))

    entry = line(register).entry
    assert entry is not None
    assert (entry.terms, entry.contact, entry.by) == (
        Terms.ON_RECORD, "+964 770 000 0000", "salma",
    )  # fmt: skip
    shown = [label.text() for label in form.findChildren(QLabel)]
    assert any("صحّ رقمه" in text for text in shown)

    form.terms.setCurrentIndex(form.terms.findData(Terms.BACKGROUND))
    form.save.click()
    qtbot.waitUntil(lambda: "الخزنة" in register.window.notice.text, timeout=5_000)
    article = register.desk.register.appearances(line(register).key)[0].article
    form.article_chosen.emit(article)
    settle(register, qtbot, lambda: register.window.page == "write")


def line(shell: Shell) -> SourceLine:
    return next(one for one in lines(shell) if one.name == NAME)


def noted(shell: Shell) -> tuple[object, ...]:
    entry = line(shell).entry
    return entry.notes if entry is not None else ()


def test_a_source_of_the_article_is_found_in_the_register(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    newest = shell.controls.checks.newest
    assert newest is not None
    source = next(s for s in newest.report.sources if s.name == NAME)
    shell.window.panels.quotes.register_asked.emit(source)
    settle(shell, qtbot, lambda: shell.window.sources.form.name.text() == NAME)
    assert shell.window.page == "sources"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def vault(shell: Shell, clock: StillClock, tmp_path: Path) -> Shell:
    """The window with a vault whose passphrases are cheap to try, and a clock that stands."""
    cheap = SealedFile(tmp_path / "home" / "vault", Cost(1, 8192))
    shell.desk.__dict__["vault"] = Vault(cheap, clock, CountingIds())
    shell.places.go(Place.SOURCES)
    shell.window.sources.turn("vault")
    return shell


def words(shell: Shell) -> str:
    form = shell.window.sources.vault
    texts = [label.text() for label in form.findChildren(QLabel)]
    return "\n".join([*texts, *(field.text() for field in form.findChildren(QLineEdit))])


def open_vault(shell: Shell, qtbot: QtBot) -> None:
    form = shell.window.sources.vault
    settle(shell, qtbot, lambda: form.shown == "missing")
    form.first.setText(PASSPHRASE)
    form.again.setText(PASSPHRASE)
    form._create()
    settle(shell, qtbot, lambda: form.shown == "open")
    form.pseudonym.setText("موظف في الميناء")
    form.name.setText(SECRET)
    form.contact.setText("+964 555 0101")
    form._seal()
    settle(shell, qtbot, lambda: SECRET in words(shell))


def test_the_vault_opens_seals_and_forgets_when_it_locks(vault: Shell, qtbot: QtBot) -> None:
    open_vault(vault, qtbot)
    form = vault.window.sources.vault
    form.locked.emit()
    settle(vault, qtbot, lambda: form.shown == "locked")
    assert SECRET not in words(vault)
    assert "0101" not in words(vault)

    form.passphrase.setText("ليست هذه العبارة")
    form._unlock()
    qtbot.waitUntil(lambda: "غير صحيحة" in vault.window.notice.text, timeout=5_000)
    assert form.shown == "locked"
    assert form.passphrase.text() == ""
    form.passphrase.setText(PASSPHRASE)
    form._unlock()
    settle(vault, qtbot, lambda: SECRET in words(vault))


def test_nothing_typed_into_the_vault_comes_back_by_undo(vault: Shell, qtbot: QtBot) -> None:
    open_vault(vault, qtbot)
    form = vault.window.sources.vault
    typed = (form.pseudonym, form.name, form.contact, form.notes)

    def left() -> str:
        for field in typed:
            field.undo()
        shown = (field.text() for field in typed if isinstance(field, QLineEdit))
        return "".join((*shown, form.notes.toPlainText()))

    for field in typed:
        QTest.keyClicks(field, "Canary")
    form._seal()
    settle(vault, qtbot, lambda: not form.name.text())
    assert left() == ""
    for field in typed:
        QTest.keyClicks(field, "Canary")
    form.locked.emit()
    assert left() == ""


def test_the_vault_locks_at_once_behind_a_long_reading(vault: Shell, qtbot: QtBot) -> None:
    open_vault(vault, qtbot)
    form, reading = vault.window.sources.vault, threading.Event()
    vault.controls.tasks.run("search", reading.wait)
    try:
        form.locked.emit()
        assert (form.shown, vault.desk.vault.is_open) == ("locked", False)
        assert SECRET not in words(vault)
        form.passphrase.setText(PASSPHRASE)
        form._unlock()
        qtbot.waitUntil(lambda: SECRET in words(vault), timeout=5_000)
    finally:
        reading.set()


def test_a_source_leaves_the_vault_only_when_asked_twice(vault: Shell, qtbot: QtBot) -> None:
    open_vault(vault, qtbot)
    form = vault.window.sources.vault
    card = form.findChild(SealedCard)
    assert isinstance(card, SealedCard)
    card.drop.click()
    assert "موظف في الميناء" in card.question.text()
    assert card.sure.isVisibleTo(card)
    card.keep.click()
    assert not card.sure.isVisibleTo(card)
    settle(vault, qtbot, lambda: True)
    assert len(vault.desk.vault.identities()) == 1
    card.drop.click()
    card.sure.click()
    settle(vault, qtbot, lambda: SECRET not in words(vault))
    assert vault.desk.vault.identities() == []


def test_a_pasted_note_is_kept_whole_or_refused(vault: Shell, qtbot: QtBot) -> None:
    open_vault(vault, qtbot)
    form, long = vault.window.sources.vault, "يعرفه رئيس القسم. " * 40
    form.pseudonym.setText("شاهد")
    form.name.setText("ن" * 301)
    form.notes.insertPlainText(long)
    form._seal()
    qtbot.waitUntil(lambda: "أطول" in vault.window.notice.text, timeout=5_000)
    assert len(form.name.text()) == 301
    form.name.setText("ليلى السامرائي")
    form._seal()
    settle(vault, qtbot, lambda: not form.name.text())
    assert long.strip() in [one.notes for one in vault.desk.vault.identities()]


def test_an_open_vault_left_alone_locks_and_shows_nothing(
    vault: Shell, qtbot: QtBot, clock: StillClock
) -> None:
    open_vault(vault, qtbot)
    clock.moment += IDLE
    vault.vault.look()
    settle(vault, qtbot, lambda: vault.window.sources.vault.shown == "locked")
    assert SECRET not in words(vault)


def test_a_text_that_names_a_source_of_the_open_vault_is_told(
    vault: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_vault(vault, qtbot)
    open_article(vault, PAGE)
    editor = vault.writing.editor
    slot = next(s for s in editor.document().slots() if NAME in s.text.text)
    assert editor.apply((Edit(Anchor(slot.address, 0, 0), f"{SECRET} "),))
    editor.flush()
    settle(vault, qtbot, lambda: "الخزنة" in vault.window.notice.text)
    assert SECRET not in vault.window.notice.text


def test_the_pseudonym_goes_into_the_text_and_the_name_does_not(
    vault: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_vault(vault, qtbot)
    open_article(vault, PAGE)
    editor = vault.writing.editor
    slot = next(s for s in editor.document().slots() if NAME in s.text.text)
    assert editor.go_to(Anchor(slot.address, 0, 0))
    vault.window.sources.vault.inserted.emit("موظف في الميناء")
    editor.flush()
    text = "\n".join(slot.text.text for slot in editor.document().slots())
    assert "موظف في الميناء" in text
    assert SECRET not in text


@pytest.mark.expected_log("a task failed")
def test_what_the_window_writes_while_the_vault_is_open_holds_no_name(
    vault: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    open_vault(vault, qtbot)
    open_article(vault, PAGE)
    vault.controls.quotes.paste("لجنة مستقلة لن تراجع العقود", Where("بيان"))
    out = tmp_path / "out"
    out.mkdir()
    vault.quoting.write_sheet(out / "sheet.pdf")
    vault.places.export_to("html", out / "article.html")
    vault.controls.article.keep("مع خزنة مفتوحة")
    settle(vault, qtbot, lambda: len(list(out.iterdir())) == 2)

    identity = vault.desk.vault.identities()[0]

    def fault() -> None:
        raise RuntimeError(identity)

    with caplog.at_level(logging.DEBUG):
        vault.controls.tasks.run("search", fault)
        settle(vault, qtbot, lambda: "a task failed" in caplog.text)
    assert identity.name == SECRET
    told = [caplog.text, vault.window.notice.text]
    tokens = (SECRET, "+964 555 0101", PASSPHRASE)
    assert [token for token in tokens for text in told if token in text] == []
    assert (tmp_path / "home" / "store.db-wal").exists()
    assert found_in([tmp_path], tokens) == []


def test_what_is_written_of_a_source_stays_while_the_register_is_read_again(
    register: Shell, qtbot: QtBot
) -> None:
    choose(register, qtbot)
    page, form = register.window.sources, register.window.sources.form
    form.affiliation.setText("وزارة النقل 😀")
    form.terms.setCurrentIndex(form.terms.findData(Terms.BACKGROUND))
    found = line(register)
    others = (*(one for one in lines(register) if one.key != found.key), found)
    newer = replace(found, entry=Registered("", NAME, SourceKind.PERSON, "ناطق جديد"))
    page.show_lines((*others[:-1], newer), found.key)
    assert form.affiliation.text() == "وزارة النقل 😀"
    assert form.terms.currentData() == Terms.BACKGROUND
    assert form.title.text() == "ناطق جديد"
    other = others[0]
    page.show_lines(others, other.key)
    assert form.affiliation.text() == ""


def test_the_rail_counts_the_sources_and_not_what_a_search_finds(
    register: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, row = register.window.sources, register.window.rail.rows["sources"]
    told: list[int] = []
    monkeypatch.setattr(row, "set_count", lambda number, **_more: told.append(number))
    page.search.setText("النجفيّ")
    register.sourcing.read()
    settle(register, qtbot, lambda: len(lines(register)) == 1)
    assert told == []
    page.search.setText("")
    register.sourcing.read()
    settle(register, qtbot, lambda: len(lines(register)) > 1)
    assert told == [len(lines(register))]


def test_nobody_asks_the_board_for_people_while_the_window_waits(
    shell: Shell, open_article: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, asked = shell.desk.people, list[bool]()

    def told() -> Sequence[Person]:
        asked.append(threading.current_thread() is threading.main_thread())
        return people()

    monkeypatch.setattr(shell.desk, "people", told)
    open_article(shell, PAGE)
    shell.places.go(Place.SOURCES)
    settle(shell, qtbot, lambda: bool(lines(shell)))
    assert not any(asked)
    assert shell.window.sources.people == {one.login: one.name for one in people()}


def test_a_chief_says_whose_unnamed_sources_the_board_wants_approved(
    open_shell: Callable[[str], Shell], qtbot: QtBot
) -> None:
    shell = open_shell("salma")
    shell.places.go(Place.SOURCES)
    settle(shell, qtbot, lambda: bool(lines(shell)))
    assert shell.window.sources.demands.isHidden()
    chief = open_shell("noor")
    chief.places.go(Place.SOURCES)
    box, vouching = chief.window.sources.demands, chief.controls.desk.vouching
    settle(chief, qtbot, box.isVisible)
    key, before = next((key, one.isChecked()) for key, one in box.boxes.items())
    box.boxes[key].click()
    settle(chief, qtbot, lambda: (key in vouching.demanded()) is not before)
    assert box.boxes[key].isChecked() is not before
