"""The words around what was found."""

from __future__ import annotations

from deskeditor.domain.search import Term
from deskeditor.language.snippets import WIDTH, best_snippet


def marked(texts: list[str], *terms: Term) -> list[str]:
    found = best_snippet(texts, terms)
    return [found.text[start:end] for start, end in found.marks]


def test_words_are_marked_as_they_are_written() -> None:
    texts = ["عنوان آخر", "قالت إن العودة إلى وبالمَدْرسةِ 2-1 😀 ستكون"]
    assert marked(texts, Term(("المدرسه",)), Term(("عوده",), prefix=True)) == [
        "العودة",
        "وبالمَدْرسةِ",
    ]


def test_phrases_are_marked_whole_and_the_richest_text_is_shown() -> None:
    texts = ["قطع هنا", "قطع المياه هنا، ومياه"]
    assert marked(texts, Term(("قطع", "المياه"))) == ["قطع المياه"]


def test_a_long_text_is_cut_at_words_around_the_first_match() -> None:
    text = "كلمة " * 200 + "الهدف 😀 " + "كلمة " * 200
    found = best_snippet([text], [Term(("الهدف",))])
    assert found.text.startswith("…كلمة")
    assert found.text.endswith("كلمة…")
    assert len(found.text) <= WIDTH + 2
    assert [found.text[start:end] for start, end in found.marks] == ["الهدف"]


def test_without_a_match_the_beginning_is_shown() -> None:
    assert best_snippet(["", "أول الكلام"], [Term(("غيره",))]).text == "أول الكلام"
    assert best_snippet([], []).text == ""
