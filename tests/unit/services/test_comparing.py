"""Two texts of an article held against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import (
    Address,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Span,
    Strong,
    Table,
)
from deskeditor.domain.document.deciding import decided
from deskeditor.domain.findings import Anchor
from deskeditor.services.compared import Compared, Difference, What
from deskeditor.services.comparing import compared
from helpers.documents import documents

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
OLD = Document(
    Header(headline=Inline("عودة الماء إلى الحي القديم")),
    (
        Paragraph("a", Inline("قال المدير السباق إن «العمل بدا أمس» في المحطة.")),
        Paragraph("b", Inline("وصلت الشاحنات مساء الأحد.")),
        Paragraph("c", Inline("سيغلق الطريق غدا.")),
        Figure("f", "1" * 64, Inline("عمال في المحطة"), alt="عمال", credit="وكالة"),
        ListBlock("l", (ListItem("l1", Inline("أولاً")), ListItem("l2", Inline("ثانياً")))),
    ),
)


def article(document: Document, **details: object) -> Article:
    return Article("x", "salma", document, Details("p", **details))  # type: ignore[arg-type]


def hold(new: Document, old: Document = OLD) -> Compared:
    return compared(article(old), article(new), "noor", AT)


def lines(found: Compared) -> list[tuple[str, str, str]]:
    return [(one.what.value, one.before, one.after) for one in found.differences]


def only(found: Compared) -> Difference:
    assert len(found.differences) == 1, lines(found)
    return found.differences[0]


def said(document: Document) -> list[str]:
    return [slot.text.text for slot in document.slots() if slot.text.text]


def text_of(document: Document, anchor: Anchor) -> str:
    text = document.text_at(anchor.address)
    assert text is not None
    return text.text[anchor.start : anchor.end]


def test_equal_texts_differ_in_nothing() -> None:
    found = hold(OLD)
    assert found.differences == ()
    assert found.page == OLD


def test_a_word_inside_a_quotation_is_told_as_one() -> None:
    new = OLD.with_text(Address("a"), Inline("قال المدير السابق إن «العمل بدأ أمس» في المحطة."))
    found = hold(new)
    assert lines(found) == [("words", "السباق", "السابق"), ("words", "بدا", "بدأ")]
    assert [one.quoted for one in found.differences] == [False, True]
    shown = found.page.text_at(Address("a"))
    assert shown is not None
    first = found.differences[0]
    assert shown.text[first.start : first.end] == "السباقالسابق"
    older, newer = found.sides(first)
    assert older is not None
    assert newer is not None
    assert text_of(found.before, older) == "السباق"
    assert text_of(found.after, newer) == "السابق"
    assert said(decided(found.page, lambda _: True, take=True)) == said(new)
    assert said(decided(found.page, lambda _: True, take=False)) == said(OLD)


def test_tashkeel_and_looks_are_told_as_such() -> None:
    told = hold(OLD.with_text(Address("b"), Inline("وصلتِ الشاحناتُ مساء الأحد.")))
    assert [one.what for one in told.differences] == [What.MARKS, What.MARKS]
    bold = Inline("سيغلق الطريق غدا.", (Span(0, 5, Strong()),))
    assert only(hold(OLD.with_text(Address("c"), bold))).what is What.LOOKS


def test_blocks_that_came_went_and_moved() -> None:
    a, b, c, f, items = OLD.blocks
    new = replace(OLD, blocks=(a, c, Paragraph("n", Inline("فقرة جديدة.")), f, items))
    found = hold(new)
    assert lines(found) == [
        ("block", "وصلت الشاحنات مساء الأحد.", ""),
        ("block", "", "فقرة جديدة."),
    ]
    assert [block.id for block in found.page.blocks] == ["a", "was-b", "c", "n", "f", "l"]
    moved = hold(replace(OLD, blocks=(c, a, b, f, items)))
    assert only(moved).what is What.MOVED
    headed = hold(OLD.with_block(Heading("c", Inline("سيغلق الطريق غدا."))))
    assert [block.id for block in headed.page.blocks][2:4] == ["was-c", "c"]


def test_pictures_and_their_parts() -> None:
    figure = OLD.figures()[0]
    changed = replace(figure, alt="عمال صيانة", hero=True, caption=Inline("عمال في محطة الماء"))
    found = hold(OLD.with_block(changed))
    assert [(d.what, d.name, d.before, d.after) for d in found.differences[:2]] == [
        (What.IMAGE, "alt", "عمال", "عمال صيانة"),
        (What.IMAGE, "hero", "", ""),
    ]
    assert {one.role for one in found.differences[2:]} == {Role.CAPTION}
    other = hold(OLD.with_block(replace(figure, media="2" * 64)))
    assert [one.what for one in other.differences] == [What.IMAGE, What.IMAGE]
    assert [bool(b.suggested) for b in other.page.figures()] == [True, True]


def test_items_of_a_list_and_tables_of_another_shape() -> None:
    first, second = (ListItem("l1", Inline("أولاً")), ListItem("l3", Inline("ثالثاً")))
    found = hold(OLD.with_block(ListBlock("l", (first, second))))
    assert sorted(lines(found)) == [("block", "ثانياً", ""), ("words", "", "ثالثاً")]
    table = Table("t", ((Inline("أ"), Inline("ب")),))
    with_table = replace(OLD, blocks=(*OLD.blocks, table))
    wider = replace(table, rows=((Inline("أ"), Inline("ب"), Inline("ج")),))
    shown = hold(with_table.with_block(wider), with_table).page
    assert [block.id for block in shown.blocks][-2:] == ["was-t", "t"]


def test_what_moved_or_was_shifted_is_told() -> None:
    items = OLD.blocks[-1]
    assert isinstance(items, ListBlock)
    turned = hold(OLD.with_block(replace(items, items=items.items[::-1])))
    assert [one.what for one in turned.differences] == [What.MOVED]
    shifted = replace(items, items=(items.items[0], replace(items.items[1], level=1)))
    assert only(hold(OLD.with_block(shifted))).name == "changed"
    first = replace(OLD, blocks=(OLD.blocks[3], *OLD.blocks[:3], OLD.blocks[4]))
    assert only(hold(first)).what is What.MOVED
    english = hold(replace(OLD, language="en"))
    assert (only(english).name, only(english).after) == ("language", "en")


def test_details_beside_the_text() -> None:
    new = article(OLD, desk="محليات", published_on=date(2026, 11, 20), masthead=("هيئة التحرير",))
    found = compared(article(OLD), new, "noor", AT)
    assert [(one.name, one.before, one.after) for one in found.differences] == [
        ("desk", "", "محليات"),
        ("published_on", "", "2026-11-20"),
        ("masthead", "", "هيئة التحرير"),
    ]


@given(documents, documents)
def test_the_page_holds_both_texts(old: Document, new: Document) -> None:
    found = hold(new, old)
    assert found.page.problems() == ()

    def words(document: Document) -> list[str]:
        plain = decided(document, lambda _: True, take=False)
        return sorted(slot.text.text for slot in plain.slots() if slot.text.text)

    taken = decided(found.page, lambda _: True, take=True)
    assert words(taken) == words(new)
    for one in found.differences:
        if one.address is not None and one.end:
            shown = found.page.text_at(one.address)
            assert shown is not None
            assert one.end <= len(shown)
    assert hold(new, new).differences == ()
