"""What the tour's reporter may change by herself, and how the change lands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from deskeditor.cli.tour_text import (
    DayFrom,
    apply_edits,
    publish_day,
    read_script,
    replaced,
    sure_edits,
    text_at,
    with_byline,
    with_picture,
    with_threads_closed,
    with_words,
)
from deskeditor.domain.article import DETAILS, Article, Details
from deskeditor.domain.dates import DateMention, Precision
from deskeditor.domain.document import (
    HEADER,
    Address,
    Document,
    Figure,
    Header,
    Inline,
    Paragraph,
    Span,
    Strong,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.domain.words import Bilingual
from helpers.repository import RESOURCES

TEXT = "وصل الى Basra 😀 الى جانب “الى هنا” 25%"
PLACE = Address("p1")
SAID = Bilingual("قل", "say")


def finding(
    start: int, end: int, *words: str, severity: Severity = Severity.ERROR, fixes: int = 0
) -> Finding:
    anchor = Anchor(PLACE, start, end)
    made = tuple(Fix(SAID, (Edit(anchor, f"بديل{n}"),)) for n in range(fixes))
    return Finding(
        "spelling.word", Category.SPELLING, severity, anchor, TEXT[start:end], SAID, words, made
    )


def test_only_an_error_with_one_way_out_is_sure() -> None:
    found = [
        finding(4, 7, "إلى"),
        finding(8, 13, "البصرة", "بصرة"),
        finding(16, 19, "إلى", severity=Severity.CHECK),
        finding(20, 24),
        finding(34, 37, "x", fixes=2),
    ]
    assert sure_edits(found, ()) == (Edit(Anchor(PLACE, 4, 7), "إلى"),)


def test_quoted_speech_is_left_to_a_person_and_a_quoted_name_is_not() -> None:
    place = TEXT.index("“الى") + 1
    inside = finding(place, place + 3, "إلى")
    span = Anchor(PLACE, place, place + 8)
    assert sure_edits([inside], [Quote(span, "الى هنا", QuoteKind.SPEECH)]) == ()
    assert len(sure_edits([inside], [Quote(span, "الى هنا", QuoteKind.NAME)])) == 1


def test_a_known_slip_is_mended_where_the_speller_only_doubts_it() -> None:
    doubted = finding(16, 19, "إلى", severity=Severity.CHECK)
    known = {"الى": "إلى"}
    assert sure_edits([doubted], (), known) == (Edit(doubted.anchor, "إلى"),)
    assert sure_edits([doubted], (), {"Basra": "البصرة"}) == ()
    two_ways = finding(16, 19, "آلى", "إلى", severity=Severity.CHECK)
    assert sure_edits([two_ways], (), known) == (Edit(doubted.anchor, "إلى"),)
    other_ways = finding(16, 19, "آلى", severity=Severity.CHECK)
    assert sure_edits([other_ways], (), known) == ()
    of_style = replace(doubted, category=Category.STYLE)
    assert sure_edits([of_style], (), known) == ()


def test_the_houses_quotation_glyphs_are_put_on_around_speech_too() -> None:
    place = TEXT.index("“الى")
    both = (
        Edit(Anchor(PLACE, place, place + 1), "«"),
        Edit(Anchor(PLACE, place + 9, place + 10), "»"),
    )
    glyphs = replace(
        finding(place, place + 1, severity=Severity.HINT),
        rule="style.house-quotes",
        fixes=(Fix(SAID, both),),
    )
    closing = replace(finding(place, place + 1, "“"), rule="style.closing-glyph-opens")
    spoken = Quote(Anchor(PLACE, place + 1, place + 9), "الى هنا", QuoteKind.SPEECH)

    assert sure_edits([closing, glyphs], [spoken]) == both


TODAY = date(2026, 11, 23)


def said(text: str, day: date | None, **more: object) -> DateMention:
    return replace(DateMention(Anchor(PLACE, 0, 3), text, day), **more)  # type: ignore[arg-type]


def test_a_page_without_a_day_takes_the_latest_one_its_text_names_in_full() -> None:
    dates = [
        said("7 April 2021 😀", date(2021, 4, 7)),
        said("٢ أيّار 2022", date(2022, 5, 2)),
        said("مارس 2024", date(2024, 3, 1), precision=Precision.MONTH),
        said("أمس", date(2025, 1, 1), relative=True),
        said("1 يناير 2030", date(2030, 1, 1)),
        said("الخميس", None),
    ]
    found = publish_day(None, None, dates, TODAY)
    assert found == (date(2022, 5, 2), DayFrom.TEXT, "٢ أيّار 2022")


def test_no_day_is_guessed_where_one_is_known_and_today_is_the_last_resort() -> None:
    dates = [said("7 April 2021", date(2021, 4, 7))]
    asked, stamped = date(2020, 1, 1), date(2020, 2, 2)
    assert publish_day(asked, stamped, dates, TODAY)[:2] == (asked, DayFrom.ASKED)
    assert publish_day(None, stamped, dates, TODAY)[:2] == (stamped, DayFrom.PAGE)
    assert publish_day(None, None, (), TODAY) == (TODAY, DayFrom.TODAY, "")


def test_an_edit_is_told_with_the_words_it_replaces_also_where_it_only_adds() -> None:
    assert replaced(TEXT, Edit(Anchor(PLACE, 4, 7), "إلى")) == ("الى", "إلى")
    assert replaced(TEXT, Edit(Anchor(PLACE, 13, 13), "،")) == ("Basra", "Basra،")
    assert replaced(TEXT, Edit(Anchor(PLACE, 7, 8), "")) == ("الى Basra", "الىBasra")


def test_the_desk_s_own_brackets_in_a_quotation_are_the_desk_s_to_mend() -> None:
    place = TEXT.index("“الى") + 1
    inside = finding(place, place + 3, "إلى")
    spoken = Quote(Anchor(PLACE, place - 10, place + 8), "…", QuoteKind.SPEECH)
    bracket = replace(
        finding(place - 1, place + 4, severity=Severity.CHECK), rule="quotes.insertion"
    )
    assert sure_edits([bracket, inside], [spoken]) == (Edit(inside.anchor, "إلى"),)


def test_a_slip_mended_once_is_mended_in_the_desk_s_brackets_too() -> None:
    doubted = finding(4, 7, "إلى", severity=Severity.CHECK)
    place = TEXT.index("“الى")
    bracket = replace(finding(place, place + 9, severity=Severity.CHECK), rule="quotes.insertion")
    second = Edit(Anchor(PLACE, place + 1, place + 4), "إلى")
    assert sure_edits([doubted, bracket], (), {"الى": "إلى"}) == (
        Edit(doubted.anchor, "إلى"),
        second,
    )
    assert sure_edits([bracket], (), {"الى": "إلى"}) == ()


def test_a_fix_in_the_masthead_lands_there() -> None:
    details = Details(masthead=("مجلس التحرير 😀", "معتمدة منذ 2019 الى اليوم"))
    anchor = Anchor(Address(DETAILS, "masthead1"), 16, 19)
    mended = apply_edits(Article("a" * 32, "salma", details=details), [Edit(anchor, "إلى")])
    assert mended.details.masthead == ("مجلس التحرير 😀", "معتمدة منذ 2019 إلى اليوم")


def test_the_second_of_two_overlapping_fixes_waits() -> None:
    assert len(sure_edits([finding(4, 7, "إلى"), finding(4, 13, "إلى البصرة")], ())) == 1


def test_edits_keep_their_places_and_the_marks_around_them() -> None:
    bold = Inline(TEXT, (Span(0, 7, Strong()),))
    document = Document(blocks=(Paragraph("p1", bold),))
    edits = sure_edits([finding(4, 7, "إلىى"), finding(16, 19, "إلىى")], ())
    text = text_at(apply_edits(Article("a" * 32, "salma", document), edits), PLACE)
    assert text is not None
    assert text.text == "وصل إلىى Basra 😀 إلىى جانب “الى هنا” 25%"
    assert text.spans == (Span(0, 8, Strong()),)


def test_an_edit_of_what_is_gone_is_no_edit() -> None:
    document = Document(blocks=(Paragraph("p1", Inline(TEXT)),))
    article = Article("a" * 32, "salma", document, Details(masthead=("مجلس التحرير",)))
    gone = (Address("gone"), Address(DETAILS, "masthead7"))
    edits = [Edit(Anchor(address, 0, 1), "x") for address in gone]
    assert apply_edits(article, edits) == article


def test_the_picture_takes_the_place_of_the_main_one_or_goes_on_top() -> None:
    script = read_script(RESOURCES / "sample")
    plain = Document(blocks=(Paragraph("p1", Inline(TEXT)),))
    on_top = with_picture(plain, "ab" * 32, script, "new")
    assert [block.id for block in on_top.blocks] == ["new", "p1"]
    held = Document(blocks=(plain.blocks[0], Figure("f1", title="The old quay", hero=True)))
    (figure,) = with_picture(held, "ab" * 32, script, "new").figures()
    assert (figure.id, figure.media, figure.title) == ("f1", "ab" * 32, "The old quay")
    assert figure.alt
    assert figure.credit
    assert figure.caption


def test_the_byline_changes_nothing_else() -> None:
    document = Document(Header(headline=Inline(TEXT)))
    signed = with_byline(document, "سلمى البدري")
    byline = signed.text_at(Address(HEADER, "byline"))
    assert byline == Inline("سلمى البدري")
    assert signed.header.headline == document.header.headline


def test_comments_the_import_left_are_closed_once() -> None:
    at = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    asked = ThreadMessage("import", at, "هل هذا عنوان فرعي؟")
    threads = (Thread("c1", (asked,)), Thread("c2", (asked,), "noor", at))
    document, closed = with_threads_closed(Document(threads=threads), "salma", at)
    assert closed == 1
    assert [thread.resolved_by for thread in document.threads] == ["salma", "noor"]


def test_the_picture_s_record_says_whose_it_is() -> None:
    script = read_script(RESOURCES / "sample")
    record = with_words(ImageRecord("ab" * 32, "image/jpeg", 1600, 1000, 9), script)
    assert (record.rights, record.credit) == (Rights.STAFF, script.credit)
    assert (record.width, record.caption) == (1600, script.caption)
