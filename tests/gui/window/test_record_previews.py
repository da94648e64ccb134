"""What readers would see, under the fields of an image's record."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskeditor.domain.media import Hiding, Region
from deskeditor.ui.app import Shell
from deskeditor.ui.panels.pictures.previews import Preview
from deskeditor.ui.widgets.viewer import Hand
from helpers.gallery import Open, area, enter, illustrated, images, line, photo, select, settle


def drawn(card: Preview) -> QImage:
    return card._shown._image


def shown(label: QLabel) -> str:
    """What a label says, without the mark that sets its direction."""
    return label.text().lstrip("\u200e\u200f")


def test_previews_follow_the_words_while_they_are_typed(shell: Shell, qtbot: QtBot) -> None:
    for number in range(2):
        images(shell).add(photo(number, 400), f"{number}.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    settle(shell, qtbot)
    cards = page.record.previews.cards
    assert all(not drawn(card).isNull() for card in cards.values())
    area(page, "caption").setPlainText("عمال الصيانة يصلحون مضخة المحطة الثالثة")
    line(page, "creator").setText("هادي الراوي")
    line(page, "creator").textEdited.emit("هادي الراوي")
    assert {shown(card.caption) for card in cards.values()} == {
        "عمال الصيانة يصلحون مضخة المحطة الثالثة"
    }
    assert shown(cards["print"].note) == "هادي الراوي"
    long = "عمال الصيانة يصلحون المضخة " * 8
    area(page, "caption").setPlainText(long)
    assert shown(cards["social"].caption).endswith("…")
    assert shown(cards["web"].caption) == long.strip()
    select(page, 0, 1)
    assert not page.record.previews.isVisibleTo(page.record)


def test_previews_show_the_crop_and_what_is_hidden(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    page, _figure = illustrated(shell, open_article, qtbot)
    social = page.record.previews.cards["social"]
    before = drawn(social).copy()
    page.stage.take(Hand.FOCAL)
    page.stage._focal(0.0, 0.5)
    settle(shell, qtbot)
    moved = drawn(social).copy()
    assert moved != before
    page.stage._put_regions(0, Region(0.0, 0.0, 1.0, 1.0, Hiding.PIXELATE))
    settle(shell, qtbot)
    assert drawn(social) != moved
