"""The register of sources of one piece."""

from __future__ import annotations

import pytest

from deskeditor.checks.quotes.following import extract_quotes
from deskeditor.checks.sources.register import extract_sources
from deskeditor.domain.document import Document
from deskeditor.domain.sources import Source, SourceKind, Terms
from helpers.pieces import piece, seed, seed_available


def register(document: Document) -> dict[str, Source]:
    return {s.name: s for s in extract_sources(document, extract_quotes(document))}


def test_kinds_titles_and_mentions() -> None:
    found = register(
        piece(
            "قالت وزيرة الصحة سلمى الكناني في بيان تلقته وكالة أنباء الخبر (خبر): «اللقاح متوفر».",
            "وأكد مصدر أمني أن الطرق مفتوحة، وقال شاهد عيان إن 3 سيارات مرت 🚗.",
            "وأعلنت بلدية الكرخ موعد الافتتاح، وستحضر الكناني.",
        )
    )
    assert found["سلمى الكناني"].kind is SourceKind.PERSON
    assert found["سلمى الكناني"].title == "وزيرة الصحة"
    assert len(found["سلمى الكناني"].mentions) == 2
    assert found["وكالة أنباء الخبر"].kind is SourceKind.AGENCY
    assert found["بيان سلمى الكناني"].kind is SourceKind.DOCUMENT
    assert found["مصدر أمني"].kind is SourceKind.ANONYMOUS
    assert found["مصدر أمني"].terms is Terms.BACKGROUND
    assert found["شاهد عيان"].kind is SourceKind.WITNESS
    assert found["بلدية الكرخ"].kind is SourceKind.ORGANISATION


def test_nobody_speaks_in_a_piece_without_words_of_saying() -> None:
    assert register(piece("افتُتح الجسر صباح 3 أيار 2024 أمام المارة.")) == {}


def test_what_is_told_is_no_source() -> None:
    found = register(
        piece(
            "وزارة النقل تعلن سبب انهيار الرصيف 😀 WHO.",
            "ونفت الشركة وقوع إصابات، وأكدت وفاة 3 عمال.",
        )
    )
    assert not any(name.split()[0] in ("سبب", "وقوع", "وفاة") for name in found)


@pytest.mark.skipif(not seed_available(), reason="the seed page is not beside us")
def test_the_seed_page() -> None:
    document, _, gold = seed()
    found = register(document)
    missing = {e["name"] for e in gold["entities"]} - set(found)
    assert missing == set()
    assert found["وكالة الأنباء العراقية"].kind is SourceKind.AGENCY
    assert found["الأمصار"].kind is SourceKind.OUTLET
    assert found["بيان البيت الأبيض"].kind is SourceKind.DOCUMENT


def test_what_a_plural_verb_asks_for_is_no_source() -> None:
    """Behind a plural verb stands its object; at a sentence's head طالب is a verb, no title."""
    found = register(
        piece(
            "تجار السمك يطالبون بسوق بديل بعد إغلاق الحوض 🐟",
            "طالب تجار السمك، اليوم الاثنين، بتخصيص سوق بديل، وأكدوا أن 12 قاربا توقفت.",
            "وقال الطالب كريم الجبوري إن الدراسة مستمرة.",
        )
    )
    assert found.keys() == {"تجار السمك", "كريم الجبوري"}
    assert found["تجار السمك"].title == ""
    assert found["كريم الجبوري"].title == "الطالب"
