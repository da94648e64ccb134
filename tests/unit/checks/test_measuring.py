"""The numbers of a piece's reading."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.style.measuring import reading_of
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document, Header, Heading, Inline, Paragraph
from deskeditor.domain.publication import Publication, read_publication
from deskeditor.domain.reading import Reading

TEXTS = ("وصل الوفد 😀. وقال كريم إن 25 من WHO وصلوا.", "تم تنفيذ المشروع من قبل الوزارة.")


def read(publication: Publication, *texts: str) -> Reading:
    blocks = tuple(Paragraph(f"b{n}", Inline(text)) for n, text in enumerate(texts))
    document = Document(Header(), (Heading("h", Inline("عنوان فرعي لا يُعد")), *blocks))
    return reading_of(CheckContext(document, Details(), publication))


def test_sentences_of_the_running_text_are_counted() -> None:
    found = read(Publication("p", "p"), *TEXTS)
    assert found == Reading(sentences=3, words=15, median=6, longest=7, long=0, hidden=2, nouns=1)
    assert round(found.nouns_percent) == 7


def test_what_is_long_is_the_houses_choice() -> None:
    told = {"parameters": {"style.long-sentence": {"most": 5}}}
    assert read(read_publication({"id": "p", "name": "p"} | told), *TEXTS).long == 2


def test_without_text_there_are_no_numbers() -> None:
    assert read(Publication("p", "p")) == Reading()


def test_a_full_stop_inside_a_name_ends_no_sentence() -> None:
    assert read(Publication("p", "p"), "قالت العربية.نت إن الوفد وصل 😀.").sentences == 1
