"""The ledger in a window under test: its quotations, and waiting until they were read again."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from deskeditor.domain.quotes import (
    Evidence,
    Quote,
)
from deskeditor.ui.app import Shell

PAGE = "وزارة النقل"
WORDS = "لجنة مستقلة"
STATEMENT = (
    "بيان رقم 118 😀 WHO\nوقال النجفي: لجنة مستقلة لن تراجع عقود التجريف منذ عام ٢٠١٨"
    " وستعلن نتائجها كاملة أمام الصيادين والتجار.\nأنجزنا اليوم المرحلة الاولى من تدعيم كاسر"
    " الأمواج مع الشركة المنفذة، وقد بدأناها الربيع الماضي، وسحبنا الحفارات كلها من الحوض"
    " الشرقي."
)


def quotes(shell: Shell) -> tuple[Quote, ...]:
    newest = shell.controls.checks.newest
    assert newest is not None
    return newest.report.quotes


def quote(shell: Shell, words: str = WORDS) -> Quote:
    return next(one for one in quotes(shell) if words in one.text)


def choose(shell: Shell, words: str = WORDS) -> Quote:
    shell.window.show_panel("quotes")
    found = quote(shell, words)
    shell.window.panels.quotes.choose(found)
    return found


def settle(shell: Shell, qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: ready() and shell.controls.tasks.quiet, timeout=20_000)


def evidence(shell: Shell) -> tuple[Evidence, ...]:
    newest = shell.controls.checks.newest
    return newest.evidence if newest is not None else ()
