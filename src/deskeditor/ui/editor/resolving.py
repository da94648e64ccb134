"""Taking and refusing proposals on the page.

Called inside the caller's undo step. A block that a decision leaves without a word goes away with
its parts; a header field stays, empty, and so do a picture and a table.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock

from deskeditor.domain.document import Suggestion
from deskeditor.domain.document.proposals import suggestions_on
from deskeditor.ui.editor.breaking import paragraph_below
from deskeditor.ui.editor.isolates import mend_isolates
from deskeditor.ui.editor.lines import HEADER_KINDS, TEXTLESS, Kind
from deskeditor.ui.editor.marking import Run, remark, runs_between
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.rendering import set_tag
from deskeditor.ui.editor.structure import (
    NewId,
    cut,
    end_of,
    group_of,
    is_header,
    remove_lines,
    start_of,
)
from deskeditor.ui.editor.whole_tags import proposed
from deskeditor.ui.editor.wholes import propose

#: Whether a decision is about this proposal.
About = Callable[[Suggestion], bool]


def settle(page: Page, about: About, *, take: bool, new_id: NewId) -> bool:
    """Take or refuse all that `about` names; False, with nothing done, where there is none."""
    emptied: list[int] = []
    found = _settle_wholes(page, about, take=take)
    for number in range(page.blockCount() - 1, -1, -1):
        block = page.findBlockByNumber(number)
        if tag_of(block).kind in TEXTLESS or not _settle_line(page, block, about, take=take):
            continue
        found = True
        mend_isolates(page.findBlockByNumber(number))
        if page.findBlockByNumber(number).length() == 1:
            emptied.append(number)
    _drop(page, emptied)
    if page.blockCount() == len(HEADER_KINDS):
        paragraph_below(page.lastBlock(), new_id)
    return found


def _settle_wholes(page: Page, about: About, *, take: bool) -> bool:
    """Decide about whole blocks: they go with their words, or stand with no proposal on them."""
    found = False
    number = page.blockCount() - 1
    while number >= 0:
        first = group_of(page.findBlockByNumber(number))[0]
        number = first.blockNumber() - 1
        marks = proposed(tag_of(first))
        named = [mark for mark in marks if about(mark)]
        if not named:
            continue
        found = True
        if any(mark.kind == ("delete" if take else "insert") for mark in named):
            remove_lines(*group_of(first))
        else:
            propose(first, tuple(mark for mark in marks if mark not in named))
    return found


def _settle_line(page: Page, block: QTextBlock, about: About, *, take: bool) -> bool:
    found = False
    for run in reversed(runs_between(block, start_of(block), end_of(block))):
        named = [mark for mark in suggestions_on(run.marks) if about(mark)]
        if named:
            found = True
            _settle_run(page, run, named, take=take)
    return found


def _settle_run(page: Page, run: Run, named: list[Suggestion], *, take: bool) -> None:
    gone = "delete" if take else "insert"
    if any(mark.kind == gone for mark in named):
        cut(page, run.start, run.end)
    else:
        remark(page, run, tuple(mark for mark in run.marks if mark not in named))


def _drop(page: Page, emptied: list[int]) -> None:
    """Take away the blocks whose every line is empty now; `emptied` from the last on."""
    gone_from = page.blockCount()
    for number in emptied:
        block = page.findBlockByNumber(number)
        if number >= gone_from or block.length() > 1 or is_header(tag_of(block)):
            continue
        first, last = group_of(block)
        kinds = {tag_of(line).kind for line in _lines(first, last)}
        if kinds & {Kind.FIGURE, Kind.CELL} or not all(
            line.length() == 1 for line in _lines(first, last)
        ):
            continue
        gone_from = first.blockNumber()
        remove_lines(first, last)
        _rejoin(page, gone_from)


def _rejoin(page: Page, number: int) -> None:
    """Make one list again of two that only the lines taken away before `number` held apart."""
    before, block = page.findBlockByNumber(number - 1), page.findBlockByNumber(number)
    first, second = tag_of(before), tag_of(block) if block.isValid() else tag_of(before)
    if first.kind is not Kind.ITEM or second.kind is not Kind.ITEM:
        return
    one, two = first.values, second.values
    if bool(one.get("ordered")) != bool(two.get("ordered")) or one["list"] == two["list"]:
        return
    while block.isValid() and tag_of(block).values.get("list") == two["list"]:
        set_tag(block, tag_of(block).with_values(list=one["list"]))
        block = block.next()


def _lines(first: QTextBlock, last: QTextBlock) -> list[QTextBlock]:
    found, block = [first], first
    while block != last:
        block = block.next()
        found.append(block)
    return found
