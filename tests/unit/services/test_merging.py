"""Leaves of a history, and their words brought together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Address, Document, Inline, Paragraph, Span, Strong
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Confirmation, QuoteKind
from deskeditor.domain.rows import RevisionRow
from deskeditor.services.merging import beside, common, leaves, merged, woven
from helpers.documents import inlines

AT = datetime(2026, 11, 20, tzinfo=UTC)
BASE = "قال المدير إن العمل بدأ أمس في المحطة"


def row(name: str, *parents: str) -> RevisionRow:
    return RevisionRow(name, "x", "salma", AT, "saved", parents)


def test_leaves_and_where_they_met() -> None:
    rows = (row("e", "c"), row("d", "b"), row("c", "b"), row("b", "a"), row("a"))
    assert [one.name for one in leaves(rows)] == ["e", "d"]
    assert common(rows, "e", "d") == "b"
    assert common((row("y"), row("x")), "x", "y") is None


def test_changes_of_one_text_that_do_not_touch_come_together() -> None:
    left = Inline(BASE.replace("المدير", "مدير السد"))
    right = Inline(BASE.replace("أمس", "أول من أمس"), (Span(0, 3, Strong()),))
    found = woven(Inline(BASE), left, right)
    assert found is not None
    assert found.text == "قال مدير السد إن العمل بدأ أول من أمس في المحطة"
    assert found.spans == (Span(0, 3, Strong()),)


def test_changes_that_touch_are_left_to_a_person() -> None:
    base = Inline(BASE)
    assert woven(base, Inline(BASE.replace("أمس", "اليوم")), Inline(BASE[:-3])) is not None
    one, other = (Inline(BASE.replace("أمس", word)) for word in ("اليوم", "غدا"))
    assert woven(base, one, other) is None


def test_a_paragraph_both_wrote_in_is_one_paragraph() -> None:
    def article(text: str, desk: str = "") -> Article:
        document = Document(blocks=(Paragraph("p", Inline(text)),))
        return Article("x", "salma", document, Details("p", desk))

    base = article(BASE)
    left, right = article(f"{BASE} الجديدة"), article(f"أمس {BASE}", "محليات")
    made = merged(base, left, right)
    assert made.conflicts == ()
    assert [slot.text.text for slot in made.document.slots() if slot.text] == [
        f"أمس {BASE} الجديدة"
    ]
    assert beside(base, left, right).details.desk == "محليات"
    changed = replace(left, details=replace(left.details, desk="دولي"))
    assert beside(base, changed, right).details.desk == "دولي"


def test_what_was_confirmed_or_taken_back_on_one_side_is_so() -> None:
    def confirmed(own: str, speaker: str) -> Confirmation:
        anchor = Anchor(Address("p"), 0, 4)
        return Confirmation(own, anchor, "كلام", QuoteKind.SPEECH, speaker, None, "noor", AT)

    def article(*ledger: Confirmation) -> Article:
        return Article("x", "salma", ledger=ledger)

    one, other = confirmed("a", "سالم"), confirmed("b", "ليلى")
    mended, new = confirmed("a", "نور"), confirmed("c", "كريم")
    made = beside(article(one, other), article(one, other, new), article(mended))
    assert made.ledger == (mended, new)
    both = beside(article(one), article(mended), article(confirmed("a", "سعاد")))
    assert both.ledger == (mended,)


def test_spaces_beside_what_one_side_changed_go_with_it() -> None:
    found = woven(
        Inline("انتهى الاجتماع."), Inline("انتهى الاجتماع بلا نتيجة"), Inline("بدأ الاجتماع.")
    )
    assert found is not None
    assert found.text == "بدأ الاجتماع بلا نتيجة"


wordings = st.lists(
    st.sampled_from(["قال", "لا", "ماء", "،", ".", "«نعم»", "اليوم"]), min_size=1, max_size=8
).map(" ".join)


@given(wordings, wordings, wordings)
def test_no_words_are_glued(base: str, left: str, right: str) -> None:
    found = woven(Inline(base), Inline(left), Inline(right))
    if found is not None:
        known = set(f"{base} {left} {right}".split())
        assert set(found.text.split()) <= known


@given(inlines(), inlines())
def test_one_side_alone_is_woven_to_itself(base: Inline, other: Inline) -> None:
    for found in (woven(base, other, base), woven(base, base, other)):
        assert (
            found is None
            or found.text.split() == other.text.split()
            or ("".join(found.text.split()) == "".join(other.text.split()))
        )
