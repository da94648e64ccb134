"""Small widgets: sentences keep the window's direction, chips say their word, notices are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyleOptionMenuItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import resources
from deskeditor.checks.rule import replacement
from deskeditor.checks.style.house_months import RULE as MONTHS
from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Finding
from deskeditor.domain.quotes import Verdict
from deskeditor.domain.review import Case, ChecklistItem, State
from deskeditor.domain.review_gates import Gate
from deskeditor.language.messages import Catalogue
from deskeditor.ui.control.review_room import CaseView
from deskeditor.ui.measure import graphemes, words
from deskeditor.ui.panels.checks.cards import FindingCard
from deskeditor.ui.panels.details.panel import DetailsPanel
from deskeditor.ui.panels.review.case_card import CaseCard
from deskeditor.ui.panels.review.submit_card import SubmitCard
from deskeditor.ui.theme.look import Look, make_look
from deskeditor.ui.widgets.chips import state_chip, verdict_chip
from deskeditor.ui.widgets.fields import text_area
from deskeditor.ui.widgets.labels import ElidedLabel, in_line, label
from deskeditor.ui.widgets.layouts import column, put
from deskeditor.ui.widgets.notice import NoticeBar
from deskeditor.ui.window_menu import WindowMenu
from deskeditor.ui.wording import Words, ltr
from helpers.newsroom import article


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Look]:
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    folder = resources()
    yield make_look(folder, "light", Words(Catalogue(folder / "i18n", "en")))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_an_english_sentence_that_begins_with_arabic_stays_left_to_right(
    english: Look, qtbot: QtBot
) -> None:
    said = label("“مرسى” is a real word 🛳 but does not fit")
    qtbot.addWidget(said)
    assert english.words.language == "en"
    assert said.text().startswith("\u200e")
    assert in_line("") == ""


def test_an_article_title_keeps_its_own_direction_and_is_cut_with_a_tip(
    english: Look, qtbot: QtBot
) -> None:
    assert not english.words.rtl
    title = ElidedLabel("ـٍّحجيّ WHO تعلن 2026 📰 عن خطة طويلة لا يتسع لها السطر")
    qtbot.addWidget(title)
    title.resize(90, 24)
    title.show()
    assert title.text().endswith(("…", "..."))
    assert title.toolTip().startswith("ـٍّحجيّ")
    assert not title.text().startswith("\u200e")


def test_every_state_and_verdict_has_a_chip_with_a_word(english: Look, qtbot: QtBot) -> None:
    for state in State:
        chip = state_chip(english, state)
        qtbot.addWidget(chip)
        assert chip.accessibleName()
        assert not chip.accessibleName().startswith("review.")
    for verdict in Verdict:
        pill = verdict_chip(english, verdict, 3)
        qtbot.addWidget(pill)
        assert not pill.accessibleName().startswith("panels.")


def test_a_notice_does_what_its_button_says_and_goes(english: Look, qtbot: QtBot) -> None:
    bar, done = NoticeBar(english), list[str]()
    qtbot.addWidget(bar)
    bar.say("Not saved: the disk is full", "error", ("Try again", lambda: done.append("again")))
    assert bar.text == "Not saved: the disk is full"
    bar._do()
    assert done == ["again"]
    assert bar.text == ""


def test_people_count_letters_with_their_marks_and_joined_emoji_as_one() -> None:
    assert graphemes("مُحَمَّد 👩‍👩‍👧") == 6
    assert words("قال في 23/11/2026: «C++ و٤٥ كلمة»") == 6


@pytest.mark.parametrize("text", ["سوق السمك 😀", "WHO", "2026"])
@pytest.mark.parametrize("rtl", [True, False])
def test_a_field_of_many_lines_begins_at_its_own_edge(
    qtbot: QtBot, text: str, *, rtl: bool
) -> None:
    area = text_area(2, rtl=rtl)
    qtbot.addWidget(area)
    area.resize(400, 74)
    area.setPlainText(text)
    area.show()
    block = area.document().firstBlock()
    line = block.layout().lineAt(0)
    edges = line.naturalTextRect().left(), line.naturalTextRect().right()
    middle = area.viewport().width() / 2
    assert (edges[0] > middle) is rtl
    assert (edges[1] < middle) is not rtl
    area.setPlainText("")
    assert (area.cursorRect().x() > middle) is rtl


def test_numbers_stand_at_the_start_of_their_field(qapp: QApplication, qtbot: QtBot) -> None:
    folder = resources()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        words = Words(Catalogue(folder / "i18n", "ar"))
        panel = DetailsPanel(make_look(folder, "light", words))
        qtbot.addWidget(panel)
        boxes = panel.findChildren(QSpinBox)
        assert boxes
        for box in boxes:
            field = box.lineEdit()
            assert field is not None
            assert field.alignment() & Qt.AlignmentFlag.AlignRight
            assert field.alignment() & Qt.AlignmentFlag.AlignAbsolute
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+.", "Ctrl+."), ("Ctrl++", "Ctrl++"), ("Ctrl+Alt+Right", "Ctrl+Alt+→"), ("F8", "F8")],
)
def test_keys_in_a_menu_read_as_they_are_printed(qtbot: QtBot, keys: str, shown: str) -> None:
    menu = WindowMenu()
    qtbot.addWidget(menu)
    action = menu.addAction("كبّر النص")
    action.setShortcut(QKeySequence(keys))
    option = QStyleOptionMenuItem()
    menu.initStyleOption(option, action)
    words, _tab, told = option.text.partition("\t")
    assert words == "كبّر النص"
    assert told == ltr(shown)
    bare = menu.addAction("إنهاء 😀")
    menu.initStyleOption(option, bare)
    assert option.text == "إنهاء 😀"


def test_a_reason_goes_with_the_article_it_was_written_for(qtbot: QtBot) -> None:
    folder = resources()
    card = SubmitCard(make_look(folder, "light", Words(Catalogue(folder / "i18n", "en"))))
    qtbot.addWidget(card)
    item = ChecklistItem("structure.byline", "reason", False, "بلا توقيع", "No byline")
    card.show_items("a1", (item,))
    told: list[tuple[str, dict[str, str]]] = []
    card.submitted.connect(lambda note, reasons: told.append((note, reasons)))
    (reason,) = card.findChildren(QLineEdit)
    reason.setText("كما اتفقنا 😀")
    (note,) = card.findChildren(QPlainTextEdit)
    note.setPlainText("للغد")
    other = ChecklistItem("structure.dateline", "reason", False, "بلا مكان", "No dateline")
    card.show_items("a1", (item, other))
    assert [edit.text() for edit in card._reasons.values()] == ["كما اتفقنا 😀", ""]

    card.show_items("a2", (item, other))
    assert not any(edit.text() for edit in card._reasons.values())
    assert not note.toPlainText()
    assert not card.send.isEnabled()
    assert told == []


def test_the_names_of_unnamed_sources_are_shown_where_they_are_sent_and_decided(
    qtbot: QtBot,
) -> None:
    folder = resources()
    look = make_look(folder, "light", Words(Catalogue(folder / "i18n", "ar")))
    first, second = "مصدر أمني رفيع 😀", "مسؤولة في WHO"
    item = ChecklistItem(
        "submit.source-anonymous", "approval", False, "مصدر بلا اسم", "", 2, "", (first, second)
    )
    card = SubmitCard(look)
    qtbot.addWidget(card)
    card.show_items("a1", (item,))
    shown = " ".join(one.text() for one in card.findChildren(QLabel))
    assert first in shown
    assert second in shown

    gates = {f"unnamed:{first}": Gate.REQUIRED, f"unnamed:{second}": Gate.COMPLETE}
    one = article()
    case = Case(one.id, "salma", "ميناء الشرق", State.IN_REVIEW, gates=gates)
    decided = CaseCard(look)
    qtbot.addWidget(decided)
    decided.show_case(CaseView(case, one, (), (), frozenset(), ()))
    lines = [one.text() for one in decided.findChildren(QLabel)]
    assert [first in line and "بانتظار" in line for line in lines].count(True) == 1
    assert [second in line and "وافق محرر" in line for line in lines].count(True) == 1


def month_of_two_names() -> Finding:
    """A hint whose words and fix do not fit one line of the panel."""
    new = "تشرين الثاني/نوفمبر"
    place = Anchor(Address("b1"), 0, 6)
    fix = replacement(place, new)
    return MONTHS.finding(place, "نوفمبر", suggestions=(new,), fixes=(fix,), new=new)


def test_a_closed_card_that_breaks_in_two_lines_is_as_tall_as_both(
    english: Look, qtbot: QtBot
) -> None:
    card = FindingCard(english, (month_of_two_names(),), lambda _finding: 1)
    host = put(QWidget(), column(card, "stretch"))
    qtbot.addWidget(host)
    host.resize(300, 400)
    host.show()
    one_line = card.sizeHint().height()
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()), timeout=5_000)
    assert card.height() > one_line
