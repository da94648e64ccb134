"""The speed of checks on any texts: the piece, its edits, and that litter is searched for after."""

from __future__ import annotations

import gc
from pathlib import Path

from deskeditor.domain.document import HEADER, Address, Inline
from deskeditor.domain.publication import Publication
from deskeditor.services.check_speed import edited, load, measure_speed, piece, resident
from deskeditor.services.checking import Checking

LINES = ["قال الوزير إن الجسر يفتح غدا 😀.", "", "وأضاف أن 60% من العمل انتهى."]


def test_a_piece_has_as_many_words_as_asked_and_no_blank_paragraph() -> None:
    """Lines come again; a paragraph is never cut."""
    document = piece(LINES, 20)
    texts = [slot.text.text for slot in document.slots() if slot.address.block != HEADER]
    assert texts == [LINES[0], LINES[2], LINES[0]]
    assert document.header.headline.text == LINES[0]


def test_an_edit_changes_one_paragraph_at_either_end() -> None:
    """Every other block stays the same object."""
    document = piece(LINES, 20)
    for behind in (True, False):
        now = edited(document, 1, behind=behind)
        moved = [n for n, block in enumerate(now.blocks) if block is not document.blocks[n]]
        assert len(moved) == 1
        text = (now.text_at(Address(now.blocks[moved[0]].id)) or Inline("")).text
        assert (text.endswith(" كلمة"), text.startswith("كلمة ")) == (behind, not behind)


def test_all_figures_are_taken_and_python_searches_by_itself_afterwards(tmp_path: Path) -> None:
    """Without language data nothing is in doubt: no list is timed."""
    checking = Checking(tmp_path, tmp_path / "none")
    memory = load(checking)
    assert (memory is None) is (resident() is None)
    told = measure_speed(
        LINES, checking, Publication("desk", "desk"), memory=memory, words=30, edits=3
    )  # fmt: skip
    assert told.words >= 30
    assert 0 < told.behind <= told.worst
    assert 0 < told.before <= told.worst
    assert told.whole > 0
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
