"""Names across pieces: unwanted forms, and two spellings of one name."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.spelling.known_name import known_in
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.findings import FindingClass
from deskeditor.domain.lexicon import NameEntry, NameKind, Register
from deskeditor.domain.publication import Publication
from deskeditor.services.names import Piece, pairs_of, strays_in


def piece(name: str, *texts: str) -> Piece:
    blocks = tuple(Paragraph(f"b{n}", Inline(text)) for n, text in enumerate(texts))
    return Piece(name, f"مادة {name}", Document(Header(), blocks))


REGISTER = Register(
    MappingProxyType({
        "ترامب": NameEntry("ترامب", variants=("ترمب", "طرمب")),
        "محمد بن راشد": NameEntry("محمد بن راشد", NameKind.PERSON, variants=("محمد ابن راشد",)),
    })
)  # fmt: skip


def test_unwanted_forms_are_found_behind_clitics_and_in_several_words() -> None:
    found = strays_in(
        piece("a", "عاد ترمب 😀 وطرمب، وقال ترمب لـ WHO.", "التقى محمد ابن راشد 25 وزيرا."),
        REGISTER,
    )
    told = {(one.written, one.wanted, one.count) for one in found}
    assert told == {
        ("ترمب", "ترامب", 2), ("طرمب", "ترامب", 1), ("محمد ابن راشد", "محمد بن راشد", 1),
    }  # fmt: skip


def test_what_the_register_wants_is_no_stray() -> None:
    right = piece("a", "عاد ترامب والتقى محمد بن راشد 😀 ومحمد ابن سالم.")
    assert list(strays_in(right, REGISTER)) == []


def test_two_spellings_across_pieces_are_paired_the_commoner_first() -> None:
    (pair,) = pairs_of({
        "ماكغورك": (1, "a"), "وماكغورك": (3, "a"), "ماكجورك": (2, "b"), "كوتشيلوفا": (5, "c"),
    })  # fmt: skip
    assert (pair.name, pair.count, pair.other, pair.other_count) == ("ماكغورك", 4, "ماكجورك", 2)
    assert (pair.article, pair.other_article) == ("a", "b")


@pytest.mark.parametrize(("one", "other"), [("سوريا", "سوري"), ("بدرية", "بدريا")])
def test_another_ending_is_another_word(one: str, other: str) -> None:
    assert pairs_of({one: (1, "a"), other: (1, "b")}) == ()


def test_what_the_desk_knows_is_shown_where_it_stands_and_is_no_finding() -> None:
    house = Publication("p", "p", words=frozenset({"ماكغورك"}), names=frozenset({"وادي الزيتون"}))
    document = piece("a", "زار ماكغورك وادي الزيتون 😀، ولماكغورك وادي آخر.").document
    known = known_in(CheckContext(document, Details(), house))
    assert [one.text for one in known] == ["ماكغورك", "وادي الزيتون", "ولماكغورك"]
    assert {one.shape for one in known} == {FindingClass.KNOWN}
    assert known_in(CheckContext(document, Details(), Publication("p", "p"))) == ()
