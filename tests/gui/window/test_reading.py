"""Focus, typewriter, full screen, lines, going to a place, counts and the length asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address, Heading, Inline, Paragraph
from deskeditor.domain.document.measure import body_words
from deskeditor.domain.findings import Anchor
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.editor.appearance import EditorTheme, with_face, with_lines
from deskeditor.ui.editor.keys import Command
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.measure import measure, reading_minutes

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"


def page_of(shell: Shell) -> ArticleEditor:
    page = shell.writing.editor
    assert isinstance(page, ArticleEditor)
    return page


def switch(shell: Shell, name: str) -> None:
    shell.window.actions_table[name].trigger()


def test_the_page_alone_and_back(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    window, page = shell.window, page_of(shell)
    plain = page.surface.viewport().grab().toImage()
    switch(shell, "focus_mode")
    hidden = (window.rail, window.toolbar, window.strip, window.inspector)
    assert not any(part.isVisible() for part in hidden)
    assert page.surface.viewport().grab().toImage() != plain
    switch(shell, "focus_mode")
    assert all(part.isVisible() for part in hidden)


def test_the_typewriter_keeps_the_caret_at_one_height_at_the_end_too(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    surface = page_of(shell).surface
    switch(shell, "typewriter")
    paragraphs = [s for s in page_of(shell).document().slots() if s.role.value == "paragraph"]
    heights = []
    for slot in (paragraphs[4], paragraphs[-1]):
        end = len(slot.text)
        page_of(shell).go_to(Anchor(slot.address, end, end))
        shell.reading.typewriter.follow()
        heights.append(surface.cursorRect().center().y())
    middle = surface.viewport().height() * 0.45
    assert all(abs(height - middle) < 4 for height in heights)
    switch(shell, "typewriter")
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet)


@pytest.mark.parametrize("name", ["measure_narrow", "measure_wide"])
def test_lines_are_as_long_as_asked(shell: Shell, open_article: Open, name: str) -> None:
    open_article(shell, PAGE)
    page = page_of(shell)
    shell.commands.run("measure_normal")
    normal = page.surface.page.textWidth()
    shell.commands.run(name)
    wide = page.surface.page.textWidth()
    assert wide < normal if name == "measure_narrow" else wide >= normal


def test_full_screen_and_back(shell: Shell) -> None:
    switch(shell, "full_screen")
    assert shell.window.isFullScreen()
    switch(shell, "full_screen")
    assert not shell.window.isFullScreen()


def test_the_outline_leads_to_subheads(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    page = page_of(shell)
    heading = next(b for b in page.document().blocks if isinstance(b, Heading))
    shell.commands.run("outline")
    box = shell.window.palette_box
    assert box.isVisible()
    box._search(heading.text.text[:12])
    box._run()
    assert page.surface.page.address(page.surface.textCursor().block()).block == heading.id


def test_a_number_leads_to_its_paragraph(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    page = page_of(shell)
    third = [s for s in page.document().slots() if s.role.value == "paragraph"][2]
    shell.commands.run("go_to")
    shell.window.palette_box._search("3")
    shell.window.palette_box._run()
    assert page.surface.page.address(page.surface.textCursor().block()) == third.address


def test_the_length_asked_for_is_a_band(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    article, band = shell.controls.article.article, shell.window.status.length
    assert article is not None
    assert not band.isVisible()
    count, _ = measure(article.document)
    shell.controls.article.take_details(replace(article.details, commissioned_words=count + 100))
    assert band.isVisible()
    assert "100" in band.accessibleName()
    assert "تنقص" in band.accessibleName()
    shell.controls.article.take_details(replace(article.details, commissioned_words=count + 20))
    assert "تنقص" not in band.accessibleName()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def test_reading_takes_whole_minutes() -> None:
    assert [reading_minutes(n, "ar") for n in (0, 1, 138, 139, 414)] == [0, 1, 1, 2, 3]
    assert reading_minutes(456, "en") == 2


def test_the_status_bar_counts_as_the_library_does(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    article = shell.controls.article.article
    assert article is not None
    hard = Paragraph("hard", Inline("قالت «نعم»: 3.5–4% من EU/UN – و-هذا-كل شيء، وَحدَه… 😀 co-op"))
    document = replace(article.document, blocks=(*article.document.blocks, hard))
    assert measure(document)[0] == body_words(document)
    row = next(row for row in shell.desk.drafts.rows() if row.id == article.id)
    assert row.words == measure(article.document)[0]


def test_words_proposed_away_are_not_counted(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    page = page_of(shell)
    place = next(s for s in page.document().slots() if s.role.value == "paragraph")
    before = measure(page.document())[0]
    switch(shell, "suggesting")
    first = place.text.text.index(" ")
    page.go_to(Anchor(place.address, 0, first))
    page.surface.run(Command.DELETE)
    assert measure(page.document())[0] == before - 1 == body_words(page.document())
    page.go_to(Anchor(place.address, 0, 0))
    page.insert_mark("كلمتان 2-1 ")
    assert measure(page.document())[0] == before + 1 == body_words(page.document())
    switch(shell, "suggesting")


def outline_of(shell: Shell) -> list[str]:
    return [line.text for line in shell.window.rail.outline.lines]


def test_the_outline_follows_what_is_typed_and_leads_there(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    page, outline = page_of(shell), shell.window.rail.outline
    heads = [b for b in page.document().blocks if isinstance(b, Heading)]
    assert outline_of(shell) == [head.text.text for head in heads]
    assert outline.isVisible()

    page.go_to(Anchor(Address(heads[0].id), 0, 0))
    page.surface.change(lambda cursor: page.surface.writer.type(cursor, "أولاً 1: "))
    qtbot.waitUntil(lambda: outline_of(shell)[0].startswith("أولاً 1: "))

    outline.chosen.emit(heads[1].id)
    assert page.caret_address() == Address(heads[1].id)
    shell.places.go(Place.DRAFTS)
    assert not outline.isVisible()


def test_type_and_lines_are_the_same_at_the_next_start(
    open_shell: Callable[..., Shell], open_article: Open, qtbot: QtBot
) -> None:
    shell = open_shell()
    open_article(shell, PAGE)
    page = page_of(shell)
    before = page.surface.theme
    shell.commands.run("face_amiri")
    shell.commands.run("measure_narrow")
    table = shell.window.actions_table
    assert table["face_amiri"].isChecked()
    assert not table["face_naskh"].isChecked()
    there = QFontDatabase.hasFamily("Amiri")
    assert page.surface.theme.measure < before.measure
    assert page.surface.theme.body_px == before.body_px + (2 if there else 0)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet)

    again = open_shell()
    for surface in (page_of(again).surface, again.review.reader.surface):  # type: ignore[attr-defined]
        assert surface.theme.measure == 520
        assert (surface.theme.body_families[0] == "Amiri") is there
    assert again.window.actions_table["measure_narrow"].isChecked()


def test_a_face_that_is_not_installed_leaves_the_page_as_it_is() -> None:
    plain = EditorTheme()
    assert with_face(plain, "no such face") == plain
    assert with_face(plain, "naskh").body_px == plain.body_px
    assert with_lines(plain, "normal") == plain
