from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from deskeditor.checks.registry import ALL_RULES
from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import (
    Address,
    CommentMark,
    Document,
    Fact,
    Figure,
    Header,
    Heading,
    Inline,
    Note,
    Paragraph,
    Suggestion,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.media import Consent, ImageRecord, Lease, Rights
from deskeditor.domain.publication import Limits, Publication
from deskeditor.domain.quotes import Quote, QuoteKind, Speaker, Verdict
from deskeditor.domain.sources import Source, SourceKind, Terms
from deskeditor.domain.words import Bilingual
from deskeditor.services.checklist import RULES, checklist, vouched
from deskeditor.services.checklist.same import SPEAKS_FOR, SPOKEN_FOR
from deskeditor.services.report import NoReport

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
AT = Anchor(Address("b1"), 0, 4)
PUBLICATION = Publication("test", "مطبوعة", limits=Limits(independent_sources=1))
PICTURE = ImageRecord(
    "a" * 64,
    "image/jpeg",
    900,
    700,
    1,
    creator="هادي",
    copyright="© الرافد",
    notes="من صفحته",
    rights=Rights.STAFF,
    taken=date(2026, 11, 23),
    source_type="digitalCapture",
    consent=Consent.GIVEN,
)
SPOKEN = Quote(
    AT, "لن ننتظر", QuoteKind.SPEECH, Speaker("سالم", "explicit"), verdict=Verdict.VERBATIM
)
GOOD_REPORT = NoReport(quotes=(SPOKEN,), sources=(Source("سالم", SourceKind.PERSON),))
FIGURE = Figure(
    "f1", "a" * 64, Inline("قوارب صيد في ميناء الشرق، صباح الاثنين 23 تشرين الثاني."),
    "قوارب خشبية قرب رصيف.", "تصوير: هادي 😀",
)  # fmt: skip
GOOD = Article(
    "a1", "salma",
    Document(
        Header(
            headline=Inline("ميناء الشرق يستقبل 25 قاربا"), byline=Inline("سلمى"),
            dateline=Inline("مرسى الطيب"),
        ),
        (Paragraph("b1", Inline("قالَ سالم لمنظمة WHO: «لن ننتظر» 𞸀 😀.")), FIGURE),
    ),
    Details(
        "test", "محليات", "موانئ", "خبر", "مرسى الطيب", published_on=date(2026, 11, 23)
    ),
)  # fmt: skip


def failing(
    one: Article, report: NoReport = GOOD_REPORT, publication: Publication = PUBLICATION,
    picture: ImageRecord = PICTURE,
) -> dict[str, tuple[str, int]]:  # fmt: skip
    items = checklist(one, report, publication, NOW, images=[picture])
    return {item.rule: (item.level, item.count) for item in items if not item.passed}


def body(*blocks: object) -> Article:
    return replace(GOOD, document=replace(GOOD.document, blocks=(*GOOD.document.blocks, *blocks)))  # type: ignore[arg-type]


def header(**fields: str) -> Article:
    texts = {name: Inline(text) for name, text in fields.items()}
    changed = replace(GOOD.document.header, **texts)
    return replace(GOOD, document=replace(GOOD.document, header=changed))


def details(**values: object) -> Article:
    return replace(GOOD, details=replace(GOOD.details, **values))  # type: ignore[arg-type]


def figure(**values: object) -> Article:
    changed = replace(FIGURE, **values)  # type: ignore[arg-type]
    return replace(GOOD, document=GOOD.document.with_block(changed))


def report(**values: object) -> NoReport:
    return replace(GOOD_REPORT, **values)  # type: ignore[arg-type]


MARKED = Inline("كلمة واحدة 😀")
LATER = datetime(2030, 1, 1, tzinfo=UTC)
CASES: list[tuple[str, Article, NoReport, ImageRecord]] = [
    (rule, one, GOOD_REPORT, PICTURE)
    for rule, one in [
        ("submit.headline", header(headline="  ")),
        ("submit.byline", header(byline="")),
        ("submit.dateline", header(dateline="")),
        ("submit.headline-long", header(headline="كلمة " * 20)),
        ("submit.deck-long", header(deck="كلمة " * 60)),
        ("submit.body", replace(GOOD, document=replace(GOOD.document, blocks=(FIGURE,)))),
        ("submit.language", replace(GOOD, document=replace(GOOD.document, language=""))),
        ("submit.suggestions", body(
            Paragraph("b2", MARKED.with_mark(0, 4, Suggestion("insert", "s1", "noor", NOW))))),
        ("submit.fact-flags", body(
            Paragraph("b2", MARKED.with_mark(0, 4, Fact("flagged", "noor", NOW))))),
        ("submit.placeholders", body(Paragraph("b2", Inline("بلغ العدد XXX قاربا")))),
        ("submit.placeholders", body(Paragraph("b2", Inline("قال ؟؟ أمس")))),
        ("submit.not-for-publication", body(Paragraph("b2", Inline("هذه الفقرة ليست للنشر")))),
        ("submit.not-for-publication", body(Paragraph("b2", Inline("Not for publication")))),
        ("submit.comments", replace(
            body(Paragraph("b2", MARKED.with_mark(0, 4, CommentMark("t1")))),
            document=replace(
                body(Paragraph("b2", MARKED.with_mark(0, 4, CommentMark("t1")))).document,
                threads=(Thread("t1", (ThreadMessage("noor", NOW, "لماذا؟"),)),)))),
        ("submit.characters", body(Paragraph("b2", Inline("نص \u202eمقلوب\u202c")))),
        ("submit.length", details(commissioned_words=400)),
        ("submit.heading-order", body(Heading("b2", Inline("عنوان"), 3))),
        ("submit.empty-paragraphs", body(Paragraph("b2", Inline(" \u00a0")))),
        ("submit.desk", details(desk=" ")),
        ("submit.subject", details(subject="")),
        ("submit.published-on", details(published_on=None)),
        ("submit.embargo-past", details(embargo=datetime(2026, 11, 1, tzinfo=UTC))),
        ("submit.place", details(place="")),
        ("submit.genre", details(genre="")),
        ("submit.image-credit", figure(credit=" ")),
        ("submit.image-caption", figure(caption=Inline(""))),
        ("submit.image-alt", figure(alt="")),
        ("submit.image-alt-copied", figure(alt=FIGURE.caption.text)),
        ("submit.image-caption-short", figure(caption=Inline("الميناء"))),
        ("submit.image-unknown", figure(media="c" * 64)),
        ("submit.image-missing", figure(media=None)),
    ]
]  # fmt: skip
CASES += [
    (rule, GOOD, found, PICTURE)
    for rule, found in [
        ("submit.quote-altered", report(quotes=(replace(SPOKEN, verdict=Verdict.ALTERED),))),
        ("submit.quote-unattributed", report(quotes=(replace(SPOKEN, speaker=None),))),
        ("submit.quote-unchecked", report(quotes=(replace(SPOKEN, verdict=Verdict.NOT_FOUND),))),
        ("submit.quote-translated", report(quotes=(replace(SPOKEN, verdict=Verdict.TRANSLATED),))),
        ("submit.quote-glyphs", report(quotes=(replace(SPOKEN, balanced=False),))),
        ("submit.source-off-record", report(
            sources=(Source("سالم", SourceKind.PERSON, terms=Terms.OFF_RECORD),))),
        ("submit.source-anonymous", report(
            sources=(*GOOD_REPORT.sources, Source("مصدر مطلع", SourceKind.ANONYMOUS)))),
        ("submit.sources-few", report(sources=())),
    ]
]  # fmt: skip
CASES += [
    (rule, GOOD, GOOD_REPORT, picture)
    for rule, picture in [
        ("submit.image-rights", replace(PICTURE, rights=Rights.UNKNOWN)),
        ("submit.image-demands", replace(PICTURE, creator="")),
        ("submit.image-denied", replace(PICTURE, leases=(Lease(allow=False),))),
        ("submit.image-lease", replace(PICTURE, leases=(Lease(True, None, date(2026, 11, 1)),))),
        ("submit.image-consent", replace(PICTURE, consent=Consent.REFUSED)),
        ("submit.image-restricted", replace(PICTURE, restrictions="لا تُقص")),
        ("submit.image-undeclared", replace(PICTURE, source_type="compositeCapture")),
        ("submit.image-permission", replace(PICTURE, rights=Rights.SOCIAL)),
        ("submit.image-generated", replace(PICTURE, rights=Rights.AI_GENERATED)),
        ("submit.image-small", replace(PICTURE, height=459)),
        ("submit.image-taken", replace(PICTURE, taken=None)),
    ]
]


def test_a_piece_in_order_passes_every_rule() -> None:
    items = checklist(GOOD, GOOD_REPORT, PUBLICATION, NOW, images=[PICTURE])
    assert [item.rule for item in items if not item.passed] == []
    assert [item.rule for item in items] == [rule.id for rule in RULES]
    assert all(item.message_ar and item.message_en for item in items)


@pytest.mark.parametrize(("rule", "one", "found", "picture"), CASES)
def test_each_fault_fails_its_own_rule_and_no_other(
    rule: str, one: Article, found: NoReport, picture: ImageRecord
) -> None:
    assert set(failing(one, found, picture=picture)) == {rule}


def test_every_rule_has_its_case() -> None:
    assert {rule for rule, *_ in CASES} == {rule.id for rule in RULES}


def test_a_note_to_the_desk_is_nobodys_business() -> None:
    assert failing(body(Note("n1", Inline("ليس للنشر: XXX")))) == {}


def test_a_resolved_comment_and_a_checked_fact_pass() -> None:
    text = MARKED.with_mark(0, 4, CommentMark("t1")).with_mark(0, 4, Fact("checked", "n", NOW))
    one = body(Paragraph("b2", text))
    done = Thread("t1", (ThreadMessage("noor", NOW, "؟"),), "noor", NOW)
    assert failing(replace(one, document=replace(one.document, threads=(done,)))) == {}


def test_a_name_in_glyphs_is_no_speech() -> None:
    name = replace(SPOKEN, kind=QuoteKind.NAME, speaker=None, verdict=Verdict.NOT_CHECKED)
    assert failing(GOOD, report(quotes=(SPOKEN, name))) == {}


def test_the_publication_sets_the_levels() -> None:
    strict = replace(
        PUBLICATION,
        severities={"submit.genre": "block", "submit.byline": "off", "submit.desk": "check"},
    )
    one = replace(header(byline=""), details=replace(GOOD.details, genre="", desk=""))
    assert failing(one, publication=strict) == {
        "submit.genre": ("block", 1), "submit.desk": ("reason", 1),
    }  # fmt: skip


def finding(rule: str, severity: Severity, category: Category = Category.STYLE) -> Finding:
    return Finding(rule, category, severity, AT, "كلمة", Bilingual("عربي", "English"))


def test_findings_are_lines_by_rule_and_gravity() -> None:
    found = report(
        findings=(
            finding("style.a", Severity.HINT), finding("style.a", Severity.HINT),
            finding("style.b", Severity.ERROR),
            finding("spelling.c", Severity.CHECK, Category.SPELLING),
            finding("style.d", Severity.CHECK),
            finding("captions.e", Severity.BLOCK, Category.CAPTIONS),
        ),
        failed=("dates.f",),
    )  # fmt: skip
    assert failing(GOOD, found) == {
        "style.a": ("hint", 2), "style.b": ("reason", 1), "spelling.c": ("reason", 1),
        "style.d": ("hint", 1), "captions.e": ("block", 1), "failed.dates.f": ("reason", 1),
    }  # fmt: skip


def test_what_a_rule_asks_already_is_not_asked_twice() -> None:
    known = {rule.id for rule in ALL_RULES}
    assert known >= SPOKEN_FOR
    assert SPEAKS_FOR.keys() <= {rule.id for rule in RULES}
    found = report(findings=(finding("structure.byline-missing", Severity.BLOCK),))
    assert failing(header(byline=""), found) == {"submit.byline": ("block", 1)}
    loose = replace(PUBLICATION, severities={"structure.byline-missing": "hint"})
    assert failing(header(byline=""), found, loose) == {"submit.byline": ("hint", 1)}


def test_reasons_are_kept_where_something_fails() -> None:
    said = {"submit.dateline": " خبر وكالة 😀 ", "submit.byline": "لا حاجة"}
    items = checklist(
        header(dateline=""), GOOD_REPORT, PUBLICATION, NOW, images=[PICTURE], reasons=said
    )
    assert {item.rule: item.reason for item in items if item.reason} == {
        "submit.dateline": "خبر وكالة 😀"
    }


@pytest.mark.parametrize("rule", ["submit.source-anonymous", "sources.anonymous"])
def test_an_unnamed_source_blocks_the_approval_and_not_the_sending(rule: str) -> None:
    strict = replace(PUBLICATION, severities={rule: "block"})
    unnamed = [Source(n, SourceKind.ANONYMOUS) for n in ("مصدر أمني 😀", "مصدرٌ  أمني 😀", " ")]
    found = report(sources=(*GOOD_REPORT.sources, *unnamed))
    assert failing(GOOD, found, strict) == {"submit.source-anonymous": ("approval", 1)}
    items = checklist(GOOD, found, strict, NOW, images=[PICTURE])
    (line,) = (item for item in items if item.rule == "submit.source-anonymous")
    assert line.names == ("مصدر أمني 😀",)
    assert vouched([PUBLICATION, replace(strict, id="strict")]) == ["strict"]


def test_a_publication_that_asks_for_a_reason_sends_no_names() -> None:
    found = report(sources=(*GOOD_REPORT.sources, Source("مصدر أمني", SourceKind.ANONYMOUS)))
    assert not any(i.names for i in checklist(GOOD, found, PUBLICATION, NOW, images=[PICTURE]))
