"""Dates of published texts, held against what a person annotated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskeditor.domain.publication import Publication
from deskeditor.services.checking import Checking
from deskeditor.services.date_rates import DateRates, measure_dates
from deskeditor.services.rule_rates import published_in

DESK = Publication("desk", "desk")


def measured(folder: Path, *lines: dict[str, object]) -> DateRates:
    """What is measured on lines of a .jsonl file, by checks that need no language data."""
    corpus = folder / "texts.jsonl"
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return measure_dates(published_in(corpus), Checking(folder, folder / "none"), DESK)


def test_annotated_dates_are_told_right_from_wrong(tmp_path: Path) -> None:
    """Days, months, years, about a week, and what must stay open; a blank line parts paragraphs."""
    told = measured(
        tmp_path,
        {
            "text": "افتتح الجسر 😀 أمس.\n\nوبدأ العمل في مارس 2020 وتوقف عام 2021 ثم عاد أمس.",
            "time": "Fri, 07 Jan 2022 10:00:00 GMT",
            "dates": [
                {"text": "أمس", "means": "2022-01-06"},
                {"text": "مارس 2020", "means": "2020-03"},
                {"text": "عام 2021", "means": "2020"},
                {"text": "عاد", "means": "2022-01-06"},
            ],
        },
        {
            "text": "توقف العمل قبل نحو أسبوعين، وقال الوزير: «سنعود غدا إلى العمل».",
            "time": "2022-01-07",
            "dates": [
                {"text": "قبل نحو أسبوعين", "means": "2021-12-27", "about": True},
                {"text": "غدا", "means": None},
            ],
        },
    )
    assert (told.annotated, told.met, told.right) == (6, 5, 4)
    assert [(m.text, m.said) for m in told.missed] == [("عام 2021", "2021-01-01"), ("عاد", None)]
    assert round(told.percent) == 67
    assert (told.found, told.resolved, sum(told.open.values())) == (6, 5, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("افتتح الجسر أمس.", {"text": "غدا", "means": "2022-01-08"}),
        ("افتتح الجسر أمس.", {"text": "أمس", "means": "الخميس"}),
        ("افتتح الجسر أمس.", {"text": "أمس", "means": "2022-01", "about": True}),
        (" \n", {"text": "أمس", "means": "2022-01-06"}),
    ],
)
def test_an_annotation_that_fits_no_text_is_refused(
    tmp_path: Path, text: str, said: dict[str, object]
) -> None:
    """Words the text does not hold, a meaning that is no date, «about» a month, an empty text."""
    with pytest.raises(ValueError, match=r"غدا|الخميس|2022-01|أمس"):
        measured(tmp_path, {"text": text, "time": "2022-01-07", "dates": [said]})


def test_without_annotation_only_what_was_found_is_told(tmp_path: Path) -> None:
    """No publication date: nothing relative is resolved, and the reason is counted."""
    told = measured(tmp_path, {"text": "افتتح الجسر أمس، وبدأ العمل عام 2019."})
    assert (told.annotated, told.percent, told.found, told.resolved) == (0, 0.0, 2, 1)
    assert [reason.en for reason in told.open] == ["cannot be resolved: no publication date"]
