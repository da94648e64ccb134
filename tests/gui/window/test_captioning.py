"""A published page whose picture has a cut caption in English, no credit and no date: it cannot be
submitted, says why, and is mended from the keyboard in less than a minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Figure
from deskeditor.domain.errors import Refused
from deskeditor.domain.media import Rights
from deskeditor.ui.app import Shell
from deskeditor.ui.widgets.chips import Chip
from helpers.pressing import SLOW, Typist
from helpers.repository import RESOURCES

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
CAPTION = "رافعات عند الرصيف القديم في ميناء مرسى الطيب، صباح الأحد"
ALT = "رافعتان صفراوان وقوارب خشبية"
PERSON = "هادي الراوي"


def rules(shell: Shell) -> set[str]:
    newest = shell.controls.checks.newest
    assert newest is not None
    return {finding.rule for finding in newest.report.findings}


def failing(shell: Shell) -> set[str]:
    newest = shell.controls.checks.newest
    assert newest is not None
    return {item.rule for item in newest.checklist if item.level == "block" and not item.passed}


def checked(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.controls.checks.checked, timeout=60_000):
        shell.controls.checks.run()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)


def with_a_picture_nobody_knows(shell: Shell, open_article: Open, qtbot: QtBot) -> str:
    """The page open, its main picture at hand with nothing known of it; answers the figure."""
    open_article(shell, PAGE)
    assert {"captions.cut", "captions.language", "captions.credit-missing"} <= rules(shell)
    hero = shell.writing.editor.document().figures()[0]
    shell.window.panels.images.choose(hero.id)
    station = RESOURCES / "sample" / "station.jpg"
    shell.controls.pictures.add(station, station.name)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    shell.desk.images.update_many(
        [record.media for record in shell.desk.images.all()], rights=Rights.UNKNOWN, creator=""
    )
    checked(shell, qtbot)
    return hero.id


def mend(shell: Shell) -> Typist:
    """What somebody presses to mend the picture, from the page."""
    hand = Typist()
    shell.window.activateWindow()
    shell.commands.run("panel_images")
    hand.presses += 1  # Alt+3
    hand.shortcut(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.write(CAPTION)
    hand.press(Qt.Key.Key_Tab)
    hand.write(ALT)
    hand.press(Qt.Key.Key_Tab)
    hand.write(f"تصوير: {PERSON}")
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Home)  # the first of the rights: our own photographer
    hand.press(Qt.Key.Key_Tab)
    hand.write(PERSON)
    hand.press(Qt.Key.Key_Tab)
    return hand


def test_a_piece_with_an_invalid_picture_is_refused_and_says_why(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    with_a_picture_nobody_knows(shell, open_article, qtbot)
    assert {"submit.image-credit", "submit.image-alt", "submit.image-rights"} <= failing(shell)
    newest = shell.controls.checks.newest
    assert newest is not None
    article, report, paper = newest.article, newest.report, newest.publication
    reasons = {item.rule: "لا وقت" for item in newest.checklist}
    with pytest.raises(Refused) as refused:
        shell.desk.reviewing.submit(article, "salma", report, paper, "", reasons)
    assert refused.value.code == "checklist-blocks"
    assert shell.window.look.words.error(refused.value) != refused.value.code


def test_a_page_s_picture_is_mended_from_the_keyboard_in_a_minute(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    hero = with_a_picture_nobody_knows(shell, open_article, qtbot)
    begun = time.monotonic()
    hand = mend(shell)
    took = time.monotonic() - begun
    shell.writing.editor.flush()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    checked(shell, qtbot)
    figure = shell.writing.editor.document().block(hero)
    assert isinstance(figure, Figure)
    assert (figure.caption.text, figure.alt) == (CAPTION, ALT)
    record = shell.desk.images.record(figure.media or "")
    assert record is not None
    assert (record.rights, record.creator) == (Rights.STAFF, PERSON)
    still = {rule for rule in failing(shell) if rule.startswith("submit.image")}
    assert not still
    newest = shell.controls.checks.newest
    assert newest is not None
    on_it = {f.rule for f in newest.report.findings if f.anchor.address.block == hero}
    assert not on_it & {"captions.cut", "captions.language", "captions.credit-missing"}
    panel = shell.window.panels.images
    assert CAPTION in panel.previews.cards["web"].caption.text()
    said = [chip.accessibleName() for chip in panel.questions.findChildren(Chip)]
    assert [one.partition(":")[0] for one in said] == ["من", "ماذا", "أين", "متى"]
    there = shell.window.look.words("images.asks_said")
    assert [one.partition(": ")[2] == there for one in said] == [False, True, True, True]
    assert max(hand.presses / SLOW * 60, took) < 60  # the window works between two keys


def test_pages_of_keys_go_from_caption_to_caption(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    panel = shell.window.panels.images
    first, second = shell.writing.editor.document().figures()[:2]
    panel.choose(first.id)
    shell.commands.run("panel_images")
    QTest.keyClick(panel._caption, Qt.Key.Key_PageDown)
    assert panel.chosen == second.id
    QTest.keyClick(panel._caption, Qt.Key.Key_PageUp)
    assert panel.chosen == first.id


def test_pictures_change_places_and_one_is_the_main_one(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    panel = shell.window.panels.images
    first, second = shell.writing.editor.document().figures()[:2]
    panel.choose(first.id)
    panel.moved.emit(first.id, 1)
    shell.writing.editor.flush()
    now = shell.writing.editor.document().figures()
    assert [one.caption.text for one in now[:2]] == [second.caption.text, first.caption.text]
    panel.choose(now[1].id)
    panel._hero.click()
    shell.writing.editor.flush()
    heroes = [one.hero for one in shell.writing.editor.document().figures()]
    assert heroes.count(True) == 1
    assert heroes[1]


def test_an_article_takes_the_words_it_lacks_from_the_record(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    hero = with_a_picture_nobody_knows(shell, open_article, qtbot)

    def figure() -> Figure:
        found = shell.writing.editor.document().block(hero)
        assert isinstance(found, Figure)
        return found

    media, before = figure().media, figure()
    assert media is not None
    shell.writing.change_figure(replace(before, alt="", credit="من كتبها"))
    for written in ("واجهة", "واجهة مبنى"):
        with qtbot.waitSignal(shell.controls.gallery.written, timeout=20_000):
            shell.controls.gallery.write((media,), {"alt": written, "credit": "وكالة"})
        assert (figure().alt, figure().credit) == (written, "من كتبها")
    shell.writing.change_figure(replace(figure(), alt="كلام المادة"))
    with qtbot.waitSignal(shell.controls.gallery.written, timeout=20_000):
        shell.controls.gallery.write((media,), {"alt": "كلام آخر"})
    assert figure().alt == "كلام المادة"
    assert figure().caption == before.caption


def test_the_previews_show_what_each_outlet_gets(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    hero = with_a_picture_nobody_knows(shell, open_article, qtbot)
    previews = shell.controls.pictures.previews
    export = shell.desk.publications.default().export
    figure = shell.writing.editor.document().block(hero)
    assert isinstance(figure, Figure)
    web = previews.get(figure, "web", export)
    social = previews.get(figure, "social", export)
    assert web is not None
    assert social is not None
    assert web.width() > web.height()
    assert social.width() == social.height()
    assert previews.get(replace(figure, focal=(1.0, 0.5)), "social", export) is None
    with qtbot.waitSignal(previews.arrived, timeout=60_000):
        pass
    moved = previews.get(replace(figure, focal=(1.0, 0.5)), "social", export)
    assert moved is not None
    assert moved != social


def test_the_page_and_its_pictures_go_into_a_folder(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_picture_nobody_knows(shell, open_article, qtbot)
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(tmp_path / "site"))
    )
    shell.commands.run("export_web")
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    (page,) = (tmp_path / "site").glob("*/index.html")
    assert PAGE in page.parent.name
    assert 'property="og:image"' in page.read_text("utf-8")
    before = {path.name for path in (page.parent / "images").iterdir()}
    assert len(before) > 6
    assert str(shell.desk.publications.default().export.image_budget) in shell.window.notice.text
    article = shell.controls.article.article
    assert article is not None
    left_out = shell.desk.exporting.left_out(article)
    assert left_out
    for note in left_out:  # captions whose pictures are not at hand
        assert shell.window.look.words.pick(note) in shell.window.notice.text
    marked = page.read_text("utf-8").replace(article.id, "b" * 32)
    page.write_text(marked, "utf-8")  # an article of the same title came here first
    shell.commands.run("export_web")
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    assert page.read_text("utf-8") == marked
    assert {path.name for path in (page.parent / "images").iterdir()} == before
    assert (page.parent.with_name(f"{page.parent.name} 2") / "index.html").is_file()


def test_copying_from_the_one_before_empties_nothing(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    panel = shell.window.panels.images
    for number, figure in enumerate(shell.writing.editor.document().figures()[:2]):
        path = tmp_path / f"{number}.png"
        Image.effect_noise((90, 60), 30 + number).convert("RGB").save(path)
        panel.choose(figure.id)
        shell.controls.pictures.add(path, path.name)
        qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    first, second = (one.media or "" for one in shell.writing.editor.document().figures()[:2])
    images, own = shell.desk.images, date(2026, 5, 2)
    images.update_many([first], creator="", rights=Rights.UNKNOWN, taken=date(2026, 5, 1))
    images.update_many([second], creator=PERSON, rights=Rights.STAFF, taken=own)
    checked(shell, qtbot)
    panel.choose(shell.writing.editor.document().figures()[0].id)
    panel._credit.setText("")
    panel.step(1)
    panel._credit.setText(PERSON)
    QTest.keyClick(panel._caption, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    record = images.record(second)
    assert record is not None
    assert (record.creator, record.rights, record.taken) == (PERSON, Rights.STAFF, own)
    assert panel._credit.text() == PERSON
    images.update_many([first], creator="سلمى الكناني", rights=Rights.AGENCY)
    checked(shell, qtbot)
    QTest.keyClick(panel._caption, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    record = images.record(second)
    assert record is not None
    assert (record.creator, record.rights) == ("سلمى الكناني", Rights.AGENCY)
    assert record.taken == own
