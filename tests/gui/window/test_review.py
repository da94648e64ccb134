"""Review by the window: sending, the queue, claiming, deciding, and refusals in one sentence."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from deskeditor.domain.review import Act, State
from deskeditor.domain.sources import Source, SourceKind, Terms
from deskeditor.services.checked import Report
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.panels.quotes.vouching import VouchForm

Open = Callable[[Shell, str], None]
OpenShell = Callable[..., Shell]


def reasons(shell: Shell) -> dict[str, str]:
    checked = shell.controls.checks.newest
    assert checked is not None
    failed = (item for item in checked.checklist if not item.passed and item.level == "reason")
    return {item.rule: "اتفقنا عليه مع القسم" for item in failed}


def quiet(shell: Shell) -> bool:
    return shell.controls.tasks.quiet


def enter_desk(shell: Shell, qtbot: QtBot) -> None:
    shell.places.go(Place.DESK)
    qtbot.waitUntil(lambda: shell.controls.review.view is not None and quiet(shell), timeout=10_000)


def test_sending_freezes_the_text_and_says_it_waits_until_the_board_answers(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, "تجار السمك")
    article = shell.controls.article.article
    assert article is not None

    shell.window.panels.review.submitted.emit("للنشر غداً", reasons(shell))

    qtbot.waitUntil(
        lambda: (
            shell.controls.article.now is not None
            and shell.controls.article.now.state is State.SUBMITTED
        ),
        timeout=15_000,
    )
    assert not shell.controls.article.editable
    qtbot.waitUntil(lambda: quiet(shell), timeout=10_000)
    case = shell.desk.reviewing.case(article.id, "salma")
    assert case is not None
    assert case.state is State.SUBMITTED


def test_an_author_sees_why_they_cannot_decide_on_their_own_text(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, "تجار السمك")
    article = shell.controls.article.article
    assert article is not None
    shell.window.panels.review.submitted.emit("", reasons(shell))
    qtbot.waitUntil(
        lambda: (
            any(c.article == article.id for c in shell.controls.review.queue.cases) and quiet(shell)
        ),
        timeout=15_000,
    )

    enter_desk(shell, qtbot)
    shell.controls.review.show(article.id)
    qtbot.waitUntil(
        lambda: (
            shell.controls.review.view is not None
            and shell.controls.review.view.case.article == article.id
            and quiet(shell)
        ),
        timeout=10_000,
    )

    claim = shell.window.decision.buttons[Act.CLAIM]
    assert not claim.isEnabled()
    assert claim.toolTip()


def test_an_editor_claims_comments_and_sends_back_with_a_reason(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    enter_desk(shell, qtbot)
    room, bar = shell.controls.review, shell.window.decision
    assert room.view is not None
    article = room.view.case.article

    bar.buttons[Act.CLAIM].click()
    qtbot.waitUntil(
        lambda: room.view is not None and room.view.case.state is State.IN_REVIEW, timeout=10_000
    )
    bar.act_asked.emit(Act.COMMENT, "النسبة 18% تحتاج مصدراً 📎")
    qtbot.waitUntil(lambda: room.view is not None and len(room.view.comments) == 1, timeout=10_000)
    bar.act_asked.emit(Act.REQUEST_CHANGES, "أضف مصدر النسبة")
    qtbot.waitUntil(
        lambda: room.view is not None and room.view.case.state is State.CHANGES_REQUESTED,
        timeout=10_000,
    )

    case = shell.desk.reviewing.case(article, "noor")
    assert case is not None
    assert case.state is State.CHANGES_REQUESTED
    qtbot.waitUntil(lambda: quiet(shell), timeout=10_000)


def test_an_editor_approves_a_source_without_a_name_with_the_reason(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    enter_desk(shell, qtbot)
    room, panel = shell.controls.review, shell.window.panels.quotes
    shell.commands.run("claim")
    qtbot.waitUntil(
        lambda: room.view is not None and Act.APPROVE in room.view.permitted, timeout=10_000
    )
    assert room.view is not None
    article = room.view.case.article
    unnamed = Source("مصدر أمني 😀", SourceKind.ANONYMOUS, terms=Terms.BACKGROUND)
    panel.turn("sources")
    panel.show_report(Report(sources=(unnamed,)))
    (form,) = panel.findChildren(VouchForm)
    form.reason.returnPressed.emit()  # no reason, no approval
    form.reason.setText("تعرفه رئيسة القسم WHO")
    form.reason.returnPressed.emit()
    qtbot.waitUntil(
        lambda: quiet(shell) and len(shell.desk.vouching.of(article)) == 1, timeout=10_000
    )
    (given,) = shell.desk.vouching.of(article)
    assert (given.source, given.by) == ("مصدر أمني 😀", "noor")
    assert given.reason == "تعرفه رئيسة القسم WHO"
    # A name the board waits for, which this desk does not read in the text, has its form too.
    panel.forget()
    panel.set_vouching(True, ("مَصدر أمني 😀", "دبلوماسي غربي"))
    panel.show_report(Report(sources=(unnamed,)))
    told: list[tuple[str, str]] = []
    panel.source_vouched.disconnect()
    panel.source_vouched.connect(lambda *said: told.append(said))
    for form in panel.findChildren(VouchForm):
        if form.isVisibleTo(panel):
            form.reason.setText("سبب")
            form.reason.returnPressed.emit()
    assert told == [("مصدر أمني 😀", "سبب"), ("دبلوماسي غربي", "سبب")]


def test_an_approval_is_shown_only_after_the_boards_receipt(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    enter_desk(shell, qtbot)
    room = shell.controls.review

    shell.commands.run("claim")
    qtbot.waitUntil(
        lambda: room.view is not None and Act.APPROVE in room.view.permitted, timeout=10_000
    )
    shell.window.decision.buttons[Act.APPROVE].click()
    qtbot.waitUntil(
        lambda: room.view is not None and room.view.case.state is State.APPROVED, timeout=10_000
    )

    assert shell.window.notice.text == shell.window.look.words("review.done_approve")
    qtbot.waitUntil(lambda: quiet(shell), timeout=10_000)


def test_the_queue_is_walked_by_keys_and_the_inspector_follows(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    enter_desk(shell, qtbot)
    first = shell.controls.review.view
    assert first is not None

    shell.commands.run("next_case")
    qtbot.waitUntil(
        lambda: (
            shell.controls.review.view is not None
            and shell.controls.review.view.case.article != first.case.article
        ),
        timeout=10_000,
    )
    qtbot.waitUntil(lambda: quiet(shell), timeout=10_000)

    now, checked = shell.controls.review.view, shell.controls.checks.newest
    assert now is not None
    assert checked is not None
    assert checked.article.id == now.case.article
    assert shell.review.reader.document() == now.article.document


def test_a_chief_lets_a_piece_out_unreviewed_and_retracts_it_with_a_notice(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    enter_desk(shell, qtbot)
    room, acts = shell.controls.review, shell.window.panels.review.acts
    shell.commands.run("claim")
    qtbot.waitUntil(
        lambda: room.view is not None and Act.APPROVE in room.view.permitted, timeout=10_000
    )
    assert room.view is not None
    article = room.view.case.article
    shown = [act for act, made in acts.buttons.items() if made.isVisible()]
    assert shown == [Act.PUBLISH_UNREVIEWED]
    acts.buttons[Act.PUBLISH_UNREVIEWED].click()
    assert acts.reason.isVisible()
    acts.reason.returnPressed.emit()  # no reason, no act
    assert not acts.yes.isEnabled()
    acts.reason.setText("تحذير من سيل في Wadi 25 😀")
    acts.yes.click()

    def stands(state: State) -> bool:
        view = room.view
        return view is not None and (view.case.article, view.case.state) == (article, state)

    qtbot.waitUntil(lambda: stands(State.PUBLISHED_WITHOUT_REVIEW) and quiet(shell), timeout=10_000)
    shell.places.open(article)
    qtbot.waitUntil(
        lambda: shell.window.page == "write" and acts.buttons[Act.RETRACT].isVisible(),
        timeout=10_000,
    )
    acts.buttons[Act.RETRACT].click()
    acts.reason.setText("نعتذر لقرائنا: لم يقع السيل")
    acts.reason.returnPressed.emit()
    qtbot.waitUntil(lambda: stands(State.RETRACTED) and quiet(shell), timeout=10_000)
    done = shell.desk.reviewing.events(article, "noor")[-2:]
    assert [event.reason for event in done] == [
        "تحذير من سيل في Wadi 25 😀", "نعتذر لقرائنا: لم يقع السيل",
    ]  # fmt: skip
    assert acts.isHidden()


def test_words_begun_for_one_piece_are_never_said_of_the_next(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    enter_desk(shell, qtbot)
    room, acts = shell.controls.review, shell.window.panels.review.acts
    others = [c for c in room.queue.cases if "noor" not in c.authors | {c.owner}]
    for case in others:
        if case.state is State.SUBMITTED:
            shell.desk.reviewing.act(case.article, Act.CLAIM, "noor")
    first, second = (case.article for case in others[:2])

    def read(article: str) -> None:
        room.show(article)
        qtbot.waitUntil(
            lambda: (
                room.view is not None
                and room.view.case.article == article
                and Act.PUBLISH_UNREVIEWED in room.view.permitted
                and quiet(shell)
            ),
            timeout=10_000,
        )

    read(first)
    acts.buttons[Act.PUBLISH_UNREVIEWED].click()
    acts.reason.setText("تحذير من سيل، ولا أحد غيري على المكتب")
    read(first)
    assert acts.reason.text(), "the same piece, read again"
    read(second)
    assert not acts.reason.isVisible()
    acts.reason.returnPressed.emit()
    qtbot.waitUntil(lambda: quiet(shell), timeout=10_000)
    cases = [shell.desk.reviewing.case(one, "noor") for one in (first, second)]
    assert [case and case.state for case in cases] == [State.IN_REVIEW] * 2
