"""The checks panel: class chips that filter, findings by category, the way to each place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from deskeditor.domain.document import Document
from deskeditor.domain.findings import Category, Dismissal, Finding, FindingClass, Fix
from deskeditor.domain.reading import Reading
from deskeditor.services.fixing import Preview, edits_of, previews, same_kind
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.panels.checks.cards import FindingCard
from deskeditor.ui.panels.checks.class_chips import ClassChips, count_marked
from deskeditor.ui.panels.checks.grouping import Group, Key, grouped, in_category, key_of
from deskeditor.ui.panels.checks.help import RuleHelp
from deskeditor.ui.panels.checks.numbers import reading_numbers
from deskeditor.ui.panels.checks.preview import FixAllCard
from deskeditor.ui.panels.checks.readiness import Readiness
from deskeditor.ui.panels.checks.set_aside import SetAsideRow
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import key_label, label
from deskeditor.ui.widgets.layouts import column, held, put
from deskeditor.ui.widgets.panel import Panel, foot
from deskeditor.ui.widgets.rows import Rows
from deskeditor.ui.wording import ltr

#: Cards made for one category before «show the rest».
_FIRST = 25


class ChecksPanel(Panel):
    """Signals: `finding_chosen(Finding)`, `fix_chosen(Finding, Fix)`, `dismissed(Finding, why)`,
    `taken_back(Finding)`, `explain_asked(rule)`, `checklist_asked()`, `suggestions_asked(Finding)`,
    `name_kept(Finding)`.
    """

    finding_chosen = Signal(object)
    fix_chosen = Signal(object, object)
    dismissed = Signal(object, str)
    taken_back = Signal(object)
    explain_asked = Signal(str)
    checklist_asked = Signal()
    suggestions_asked = Signal(object)
    name_kept = Signal(object)

    def __init__(self, look: Look) -> None:
        """Says that nothing was checked yet."""
        super().__init__(look, look.words("panels.checks"))
        self._cards: dict[Key, FindingCard] = {}
        self._listed: set[tuple[Key, int]] = set()
        self._laid: object = None
        self._current: Key | None = None
        self._whole: set[Category] = set()
        self._unfolded: set[Category] = set()
        self._checked: Checked | None = None
        self._writable = True
        self._help: RuleHelp | None = None
        self._preview: FixAllCard | None = None
        self._previewed: Document | None = None
        self._aside_open = False
        self._names: dict[str, str] = {}
        # A card that opens has its height a few turns of the loop later, and the list with it.
        self._opening = QTimer(self, singleShot=True, interval=300)
        self._opening.timeout.connect(self._show_current)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_ends: self._settle_current())
        words = look.words
        name = words("window.action_next_finding")
        self.head.addWidget(button(words("panels.next"), self.go_next, look="flat", name=name))
        self.head.addWidget(key_label("F8"))
        self._chips = ClassChips(look)
        self._chips.changed.connect(self._rebuild)
        groups = column(gap=8)
        self._rows = Rows(groups)
        self.body.addWidget(self._chips)
        self._list = put(QWidget(), groups)
        self.body.addWidget(self._list)
        self.readiness = Readiness(look)
        self.readiness.open_asked.connect(self.checklist_asked)
        foot(self, column(self.readiness))
        with self._rows.anew():
            self._add_rest(found=False)

    def set_people(self, names: dict[str, str]) -> None:
        """Names for logins."""
        self._names = names

    def set_writable(self, writable: bool) -> None:
        """Whether fixes and dismissals are offered."""
        self._writable = writable

    def forget(self) -> None:
        """Another article: nothing is known of it yet."""
        self._checked, self._current = None, None
        if self._preview is not None:
            self._preview.hide()
        self._unfolded.clear()
        self.set_count(None)
        self._rebuild()

    def show_checked(self, checked: Checked) -> None:
        """Show a report; cards of findings that are still there stay as they are."""
        if self._preview is not None and self._previewed != checked.article.document:
            self._preview.hide()  # its places are those of a text that is another now
        self._checked = checked
        self.set_count(count_marked(checked.report.findings))
        self.readiness.show_checklist(checked.checklist)
        self._rebuild()

    def show_suggestions(self, finding: Finding, found: tuple[str, ...]) -> None:
        """Replacements that came after they were asked for."""
        card = self._cards.get(key_of(finding))
        if card is not None and found:
            there = tuple(replace(one, suggestions=found) for one in card.findings)
            card.show_findings(there, writable=self._writable)

    def show_help(self, markdown: str) -> None:
        """The rule's own page, over the findings; empty takes it away."""
        if self._help is None:
            self._help = RuleHelp(self.look)
            self.body.insertWidget(1, self._help)
        self._help.show_page(markdown)
        self.area.ensureVisible(0, 0)

    def _kind(self, finding: Finding) -> tuple[Finding, ...]:
        return same_kind(finding, self._checked.report.findings) if self._checked else ()

    def ask_all(self, finding: Finding) -> None:
        """Show what mending all findings of this kind would change; nothing is changed yet."""
        if self._checked is None or not self._writable:
            return
        if self._preview is None:
            self._preview = FixAllCard(self.look)
            self._preview.applied.connect(self._apply_all)
            self.body.insertWidget(1, self._preview)
        self._previewed = self._checked.article.document
        self._opening.stop()  # the preview is what is to be in sight
        kind, quotes = self._kind(finding), self._checked.report.quotes
        self._preview.show_changes(previews(kind, self._previewed, quotes))
        self.area.ensureVisible(0, 0)

    def _apply_all(self, chosen: tuple[Preview, ...]) -> None:
        if chosen:
            label = chosen[0].fix.label
            self.fix_chosen.emit(chosen[0].finding, Fix(label, edits_of(chosen)))

    @property
    def current(self) -> Finding | None:
        """The finding whose card is open."""
        card = self._cards.get(self._current) if self._current else None
        return card.finding if card else None

    def go_next(self) -> None:
        """Open the next finding of the page, from the start again after the last."""
        self._step(1)

    def go_previous(self) -> None:
        """Open the one before."""
        self._step(-1)

    def choose(self, finding: Finding) -> None:
        """Open the card of `finding`, without telling anybody; its hints unfold if it is one."""
        key = key_of(finding)
        if key not in self._cards and finding in self._shown():
            self._whole.add(finding.category)
            self._unfolded.add(finding.category)
            self._rebuild()
        card = self._cards.get(key)
        if card is not None and finding in card.findings:
            self._open(key, card.findings.index(finding))

    def ask_why(self, finding: Finding) -> None:
        """Open the card of `finding` and ask on it why it is set aside."""
        if finding not in self._shown():
            self._chips.show_all()
        self.choose(finding)
        if (card := self._cards.get(key_of(finding))) is not None:
            card.ask_why()

    def step_from(self, before: Callable[[Finding], bool], by: int) -> None:
        """Open the finding behind a place, or before it: `before` says which stand ahead of it."""
        order = self._in_page_order()
        ahead = [before(self._cards[key].findings[at]) for key, at in order]
        if order:
            place = sum(ahead) if by > 0 else sum(ahead) - 1
            self._chosen(*order[place % len(order)])

    def _step(self, by: int) -> None:
        order = self._in_page_order()
        if not order:
            return
        now = (self._current, self._cards[self._current].at) if self._current else None
        at = order.index(now) if now in order else -(by > 0)
        key, place = order[(at + by) % len(order)]
        self._chosen(key, place)

    def _in_page_order(self) -> list[tuple[Key, int]]:
        """Card and place of what the list shows, as they stand on the page."""
        seen: Counter[Key] = Counter()
        walk = []
        for finding in self._shown():
            key = key_of(finding)
            if (key, seen[key]) in self._listed:
                walk.append((key, seen[key]))
            seen[key] += 1
        return walk

    def _open(self, key: Key, at: int) -> None:
        for other, card in self._cards.items():
            card.set_open(other == key, at)
        self._current = key
        self._show_current()
        self._opening.start()

    def _settle_current(self) -> None:
        if self._opening.isActive():
            self._show_current()

    def _show_current(self) -> None:
        """Scroll so that the open card is in sight, whole."""
        card = self._cards.get(self._current) if self._current else None
        if card is not None:
            self.area.ensureWidgetVisible(card, 0, 24)

    def _chosen(self, key: Key, at: int | None = None) -> None:
        """Open a card, at the place it was left at or at another one."""
        if self._help is not None:
            self._help.hide()  # it explained another one
        self._open(key, self._cards[key].at if at is None else at)
        finding = self._cards[key].finding
        self.finding_chosen.emit(finding)
        if not finding.suggestions and not finding.fixes and finding.text:
            self.suggestions_asked.emit(finding)

    def _shown(self) -> tuple[Finding, ...]:
        found, wanted = self._checked.report.findings if self._checked else (), self._chips.wanted
        return tuple(f for f in found if not wanted or f.shape in wanted)

    def _rebuild(self) -> None:
        self._chips.show_report(self._checked.report if self._checked else None)
        groups = grouped(self._shown())
        plan = self._plan(groups)
        if plan == self._laid:
            self._refresh(dict(groups))
            return
        self._laid = plan
        with held(self._list), self._rows.anew():
            self._lay_out(groups)
        if self._current not in self._cards:
            self._current = None

    def _lay_out(self, groups: list[Group]) -> None:
        self._listed = set()
        for category in Category:
            marked, hints = in_category(groups, category)
            if marked or hints:
                self._add_group(category, marked, hints)
        shown = {key for key, _ in self._listed}
        self._cards = {key: card for key, card in self._cards.items() if key in shown}
        self._add_rest(found=bool(groups))

    def _plan(self, groups: list[Group]) -> object:
        """All that decides what is laid out; the places of findings are not in it."""
        checked = self._checked
        stays = checked and (
            checked.report.failed, checked.report.dismissed, checked.article.dismissals,
            checked.report.reading,
        )  # fmt: skip
        chips = self._chips.wanted
        folds = frozenset(self._whole), frozenset(self._unfolded), self._aside_open
        found = tuple((key, own[0].category, own[0].shape, len(own)) for key, own in groups)
        return stays, chips, folds, self._writable, found

    def _refresh(self, groups: dict[Key, tuple[Finding, ...]]) -> None:
        """The same cards stand in the same order: their findings may have moved."""
        for key, card in self._cards.items():
            card.show_findings(groups[key], writable=self._writable)

    def _add_group(self, category: Category, marked: list[Group], hints: list[Group]) -> None:
        words = self.look.words
        count = sum(len(found) for _, found in marked)
        self._rows.add(
            ("heading", category, count),
            lambda: self.heading(words(f"panels.category_{category}"), count or None),
        )
        self._add_cards(category, marked)
        if not hints:
            return
        hints_asked = FindingClass.HINT in self._chips.wanted
        if not hints_asked:
            many = sum(len(found) for _, found in hints)
            self._rows.add(
                ("fold", category, many, category in self._unfolded),
                lambda: self._fold(category, words("panels.hints", n=many, count=ltr(many))),
            )
        if category in self._unfolded or hints_asked:
            self._add_cards(category, hints)

    def _fold(self, category: Category, text: str) -> QWidget:
        """The line that opens the hints of a category, or folds them away again."""
        opened = category in self._unfolded

        def turn() -> None:
            self._unfolded ^= {category}
            self._rebuild()

        fold = button(text, turn, look="fold")
        with_icon(fold, self.look, "up" if opened else "down", "ink2")
        return fold

    def _add_cards(self, category: Category, groups: list[Group]) -> None:
        shown = groups if category in self._whole else groups[:_FIRST]
        for key, found in shown:
            card = self._card(key, found)
            self._rows.add(key, lambda card=card: card)  # type: ignore[misc]
            self._listed.update((key, at) for at in range(len(found)))
        more = len(groups) - len(shown)
        if more:
            text = self.look.words("panels.show_rest", n=more, count=ltr(more))
            self._rows.add(
                ("more", category, more),
                lambda: button(text, lambda: self._show_all(category), look="flat"),
            )

    def _show_all(self, category: Category) -> None:
        self._whole.add(category)
        self._rebuild()

    def _card(self, key: Key, found: tuple[Finding, ...]) -> FindingCard:
        card = self._cards.get(key)
        if card is None:
            card = FindingCard(self.look, found, lambda one: len(self._kind(one)))
            card.chosen.connect(lambda: self._chosen(key))
            card.all_asked.connect(self.ask_all)
            card.grown.connect(self._opening.start)
            for told in ("fix_chosen", "dismissed", "name_kept", "explain_asked"):
                getattr(card, told).connect(getattr(self, told))
            self._cards[key] = card
        card.show_findings(found, writable=self._writable)
        return card

    def _add_rest(self, *, found: bool) -> None:
        words, checked = self.look.words, self._checked
        if checked is None:
            self._add_line(words("panels.not_checked"))
            return
        if not found:
            self._add_line(words("panels.no_findings"))
        for rule in checked.report.failed:
            self._add_line(words("panels.rule_failed", rule=ltr(rule)))
        if checked.report.dismissed:
            self._add_set_aside(checked)
        self._add_reading(checked.report.reading)

    def _add_line(self, text: str) -> None:
        self._rows.add(("line", text), lambda: self.empty(text))

    def _add_reading(self, read: Reading) -> None:
        """How the piece reads, in numbers; nothing to be mended by itself."""
        if not read.sentences:
            return
        words, told = self.look.words, reading_numbers(self.look.words, read)
        self._rows.add("reading", lambda: self.heading(words("panels.reading")))
        self._rows.add(("numbers", told), lambda: label(told, "note", wrap=True))

    def _add_set_aside(self, checked: Checked) -> None:
        """What people set aside, folded away until somebody wants to see it."""
        count, words = len(checked.report.dismissed), self.look.words

        def turn() -> None:
            self._aside_open = not self._aside_open
            self._rebuild()

        def made() -> QWidget:
            fold = button(words("panels.set_aside", n=count, count=ltr(count)), turn, look="fold")
            with_icon(fold, self.look, "up" if self._aside_open else "down", "ink2")
            return fold

        self._rows.add(("aside", count, self._aside_open), made)
        given = checked.article.dismissals
        for finding in checked.report.dismissed if self._aside_open else ():
            self._rows.add(
                ("aside", finding, given, self._writable),
                lambda finding=finding: self._set_aside(finding, given),  # type: ignore[misc]
            )

    def _set_aside(self, finding: Finding, given: tuple[Dismissal, ...]) -> QWidget:
        made = SetAsideRow(self.look, finding, given, self._names)
        made.set_writable(self._writable)
        made.taken_back.connect(self.taken_back)
        return made
