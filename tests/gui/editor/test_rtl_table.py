"""Each measured defect of right-to-left text, and the tests that hold it absent.

The table names real tests: one that is renamed or lost fails here.
"""

from __future__ import annotations

import ast
from functools import cache

import pytest

from helpers.repository import ROOT

_RTL, _SHOWN = "gui/editor/test_rtl", "gui/editor/test_rtl_shown"
_LETTERS, _NO_QT = "gui/editor/test_lettering", "unit/ui/editor/test_no_qt_html"
_WORD, _PAGE = "unit/formats/docx/test_writer", "unit/formats/html/test_writer"

#: The defect, as it would be seen; and (file, test) of each that holds it absent.
TABLE: dict[str, tuple[tuple[str, str], ...]] = {
    # Direction and the caret.
    "a paragraph that is empty, or begins with digits, Latin or a dash, reads from the left": (
        (_RTL, "test_every_paragraph_reads_from_the_right_however_it_begins"),
    ),
    "an English page is turned too": (
        (_RTL, "test_an_english_page_reads_from_the_left"),
        (_SHOWN, "test_a_translator_of_qt_turns_no_english_window"),
    ),
    "the caret jumps inside a Latin run": (
        (_RTL, "test_the_arrows_move_the_caret_one_way_only_through_mixed_runs"),
        (_RTL, "test_the_caret_does_not_stop_at_an_isolates_ends"),
        (_SHOWN, "test_up_and_down_keep_their_side_of_the_page"),
    ),
    "Home and End go the wrong way": (
        (_RTL, "test_home_and_end_reach_the_ends_of_the_text"),
        (_SHOWN, "test_home_and_end_with_shift_select_to_the_lines_ends"),
    ),
    "words are jumped the wrong way, or selected with gaps": (
        (_RTL, "test_control_left_goes_on_by_words_and_control_right_back"),
        (_SHOWN, "test_control_shift_and_an_arrow_select_whole_words"),
        (_SHOWN, "test_shift_and_arrows_select_across_runs_without_a_gap"),
    ),
    "Ctrl+Shift left and right do nothing, or turn what one only selects": (
        (_RTL, "test_control_with_the_left_or_right_shift_turns_the_paragraph"),
        (_RTL, "test_a_key_that_an_action_takes_interrupts_the_chord"),
        (_RTL, "test_selecting_words_with_control_shift_turns_nothing"),
    ),
    "a letter with its marks takes several steps, or Backspace takes it whole": (
        (_RTL, "test_left_steps_over_a_letter_with_its_marks_and_backspace_takes_one_mark"),
    ),
    "LRM, RLM, joiners and isolates cannot be put in": (
        (_RTL, "test_characters_no_key_has_can_be_put_in"),
    ),
    "invisible characters stay invisible": (
        (_LETTERS, "test_each_invisible_character_is_seen_when_asked_for"),
    ),
    "a field of a panel draws Arabic at its left edge": (
        ("gui/window/test_widgets", "test_a_field_of_many_lines_begins_at_its_own_edge"),
        ("gui/window/test_widgets", "test_numbers_stand_at_the_start_of_their_field"),
    ),
    # What readers see.
    "hyphenated numbers and telephones are turned round": (
        (_SHOWN, "test_numbers_as_readers_see_them_and_as_an_isolate_mends_them"),
        (_SHOWN, "test_a_mark_of_direction_mends_a_score"),
        (_RTL, "test_an_isolate_keeps_a_telephone_number_in_its_order"),
    ),
    "a day with slashes or an hour is turned round": (
        (_SHOWN, "test_days_and_hours_read_as_typed"),
    ),
    "C++ ends as ++C": ((_SHOWN, "test_c_plus_plus_at_the_end_of_a_line"),),
    "a percent stands on the wrong side": (
        (_SHOWN, "test_percent_stands_where_its_language_puts_it_and_an_isolate_holds_it"),
        (_SHOWN, "test_a_percent_alone_in_a_cell_reads_as_typed"),
    ),
    "what is turned round is not offered to be held, or comes out without bdi": (
        ("gui/editor/test_isolating", "test_one_key_holds_the_run_at_the_caret_and_lets_it_go"),
        ("gui/editor/test_isolating", "test_what_reads_right_is_not_offered"),
        (_PAGE, "test_runs_that_would_turn_around_are_isolated"),
    ),
    "brackets and « » are mirrored": (
        (_SHOWN, "test_brackets_open_on_the_right_and_hold_what_they_hold"),
    ),
    # Rich text.
    "Qt's HTML drops bdi, lang, cite and figures": (
        (_NO_QT, "test_no_source_goes_through_them"),
        (_PAGE, "test_the_form_of_an_article"),
    ),
    "pasted HTML loads pictures from disk or network": (
        (_SHOWN, "test_pictures_named_in_pasted_html_are_never_loaded"),
    ),
    "search does not match vocalised text or forms of hamza": (
        (_SHOWN, "test_search_finds_hamza_and_vocalised_forms_where_qt_finds_none"),
        (
            "unit/language/test_searching",
            "test_tashkeel_tatweel_hamza_and_digits_make_no_difference",
        ),
    ),
    "positions in code points and in UTF-16 are taken for each other": (
        ("unit/ui/editor/test_positions", "test_there_and_back_is_where_one_was"),
    ),
    "a document writer of Qt is used, all of it left to right": (
        (_NO_QT, "test_no_source_goes_through_them"),
        ("integration/test_docx_on_paper", "*"),
    ),
    "digits and months are the locale's accident": (
        (_NO_QT, "test_no_source_goes_through_them"),
        (_PAGE, "test_the_house_says_how_a_day_is_written"),
        (_RTL, "test_the_numbers_of_a_list_have_the_digits_of_the_house"),
    ),
    "dark is asked of Qt, which does nothing": (
        ("gui/window/test_frame", "test_the_theme_changes_the_colours_and_is_remembered"),
    ),
    "Arabic has fewer than its six plural forms": (("unit/language/test_messages", "*"),),
    # What writers complain of in other editors.
    "a direction cannot be set by hand": (
        (_RTL, "test_control_with_the_left_or_right_shift_turns_the_paragraph"),
    ),
    "bullets, numbers and columns stand on the wrong side": (
        (_RTL, "test_bullets_stand_on_the_right"),
        (_RTL, "test_the_numbers_of_a_list_stand_on_the_right_with_the_stop_behind_them"),
        (_SHOWN, "test_the_first_column_of_a_table_is_on_the_right"),
    ),
    "a preview or an older text loses its direction": (
        (_SHOWN, "test_a_page_that_is_read_keeps_its_direction"),
        ("gui/window/test_writing", "test_history_reads_an_older_text_and_restores_it"),
    ),
    "a paste flips the direction": ((_SHOWN, "test_a_paste_flips_no_direction"),),
    "bold, size or font is lost in Word, or its page reads from the left": (
        (_WORD, "test_weights_and_sizes_come_in_pairs"),
        (_WORD, "test_arabic_runs_and_only_they_are_marked"),
        (_WORD, "test_every_paragraph_and_the_section_are_right_to_left"),
    ),
    "a text is lost in a crash": (
        ("e2e/test_never_lost", "test_a_killed_window_comes_back_as_it_was"),
    ),
    "the count of words drops Arabic-Indic digits; limits count UTF-16": (
        (_SHOWN, "test_words_and_characters_are_counted_as_people_see_them"),
        (
            "gui/window/test_widgets",
            "test_people_count_letters_with_their_marks_and_joined_emoji_as_one",
        ),
    ),
    # What the keyboard does to letters.
    "tashkeel cannot be put in or taken out": (
        ("gui/window/test_toolbar", "test_parts_are_broken_and_vowels_put_by_name"),
        (_LETTERS, "test_tashkeel_leaves_the_whole_page_in_one_step_and_marks_stay"),
    ),
    "kashida and digits cannot be written anew": (
        (_LETTERS, "test_only_what_is_selected_is_written_anew"),
        (_LETTERS, "test_digits_of_the_article"),
        ("unit/language/test_rewriting", "test_each_manner"),
    ),
}


@cache
def names_in(file: str) -> frozenset[str]:
    path = ROOT / "tests" / f"{file}.py"
    tree = ast.parse(path.read_text("utf-8"))
    found = (node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in found if name.startswith("test_"))


@pytest.mark.parametrize("defect", TABLE)
def test_a_test_holds_each_defect_absent(defect: str) -> None:
    assert TABLE[defect]
    for file, name in TABLE[defect]:
        assert names_in(file) if name == "*" else name in names_in(file), f"{file}::{name}"
