"""The JSON of `check`: the contract's fields, with offsets into the given text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from deskeditor.cli.places import Places
from deskeditor.cli.report import (
    by_category,
    document_data,
    is_grave,
    line_and_column,
    report_data,
)
from deskeditor.domain.article import Details, PublishStamp
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import (
    HEADER,
    Address,
    Document,
    Figure,
    Header,
    Inline,
    Note,
    Paragraph,
)
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.quotes import (
    Channel,
    Comparison,
    Mention,
    Quote,
    QuoteKind,
    Reported,
    Speaker,
    Verdict,
    WordChange,
)
from deskeditor.domain.sources import Source, SourceKind
from deskeditor.domain.words import Bilingual

FILE = "الترويسة 😀\nعنوانٌ من Reuters\n\nقالت ليلى: “وصل 25 قاربا الى هنا” أمس.\n"
BODY = "قالت ليلى: “وصل 25 قاربا الى هنا” أمس."
HEAD, BODY_AT = Address(HEADER, "headline"), Address("p1")


@dataclass(frozen=True)
class Found:
    """Stands in for what one run of the checks answers."""

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()
    dates: tuple[DateMention, ...] = ()
    failed: tuple[str, ...] = ()
    reported: tuple[Reported, ...] = ()


def document() -> Document:
    figure = Figure("f1", caption=Inline("مرفأ"), alt="قوارب كثيرة", hero=True, title="The quay")
    note = Note("n1", Inline("لا يُعد هذا"))
    headline = Inline("عنوانٌ من Reuters")
    return Document(Header(headline=headline), (Paragraph("p1", Inline(BODY)), figure, note))


def places() -> Places:
    origins = {HEAD: FILE.index("عنوان"), BODY_AT: FILE.index("قالت")}
    return Places.of(document(), FILE, origins)


def anchor(words: str) -> Anchor:
    start = BODY.index(words)
    return Anchor(BODY_AT, start, start + len(words))


def finding(words: str, severity: Severity = Severity.ERROR) -> Finding:
    said = Bilingual("همزة ناقصة", "hamza missing")
    return Finding(
        "spelling.hamza", Category.SPELLING, severity, anchor(words), words, said, ("إلى",)
    )


def quote() -> Quote:
    words = "وصل 25 قاربا الى هنا"
    change = WordChange("الى", "إلى", 13, 16, 20, 23)
    return Quote(
        anchor(words),
        words,
        QuoteKind.SPEECH,
        Speaker("ليلى", "explicit", Mention("ليلى", anchor("ليلى"))),
        Mention("قالت", anchor("قالت")),
        Channel.CALL,
        relayed_by=Mention("ليلى", anchor("ليلى")),
        verdict=Verdict.ORTHOGRAPHIC,
        comparison=Comparison(Verdict.ORTHOGRAPHIC, "e1", 3, 24, (change,)),
    )


def test_every_span_is_where_the_words_stand_in_the_file() -> None:
    report = Found(
        findings=(finding("الى"),),
        quotes=(quote(),),
        sources=(Source("ليلى", SourceKind.PERSON, mentions=(anchor("ليلى"),)),),
        dates=(DateMention(anchor("أمس"), "أمس", date(2026, 11, 25)),),
        reported=(Reported(anchor("أمس"), "أمس", cue=Mention("قالت", anchor("قالت"))),),
    )
    data = report_data(report, places(), document_data(document(), Details()), "ar")  # type: ignore[arg-type]
    data = json.loads(json.dumps(data))
    assert data["schema"] == 1
    (said,) = data["quotes"]
    told = data["reported"][0]
    spans = [data["findings"][0], said, data["dates"][0], told, told["cue"]]
    assert (told["direct"], told["speaker"], told["channel"]) == (False, None, None)
    assert [FILE[s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]
    assert FILE[said["speaker"]["start"] : said["speaker"]["end"]] == "ليلى"
    assert FILE[said["cue"]["start"] : said["cue"]["end"]] == "قالت"
    mention = data["sources"][0]["mentions"][0]
    assert FILE[mention["start"] : mention["end"]] == "ليلى"
    assert (said["kind"], said["channel"], said["relayed_by"]) == ("speech", "call", "ليلى")
    assert said["verdict"] == "orthographic"
    assert said["evidence"]["changes"][0]["quoted"] == "الى"
    assert data["dates"][0]["resolved"] == "2026-11-25"


def test_what_is_not_known_is_null() -> None:
    words = "وصل 25 قاربا الى هنا"
    nobody = Quote(anchor(words), words, QuoteKind.SPEECH)
    inferred = Quote(anchor(words), words, QuoteKind.SPEECH, Speaker("ليلى", "inferred"))
    why = Bilingual("لا تاريخ نشر", "no publish date")
    report = Found(
        quotes=(nobody, inferred), dates=(DateMention(anchor("أمس"), "أمس", reason=why),)
    )
    data = report_data(report, places(), {}, "en")  # type: ignore[arg-type]
    first, second = data["quotes"]
    assert [first[key] for key in ("speaker", "cue", "channel", "relayed_by", "evidence")] == [
        None
    ] * 5
    assert (second["speaker"]["start"], second["speaker"]["basis"]) == (None, "inferred")
    assert data["dates"][0]["resolved"] is None
    assert data["dates"][0]["reason"] == "no publish date"


def test_the_message_is_in_the_language_asked_for() -> None:
    report = Found(findings=(finding("الى"),))
    messages = [
        report_data(report, places(), {}, language)["findings"][0]["message"]  # type: ignore[arg-type]
        for language in ("ar", "en")
    ]
    assert messages == ["همزة ناقصة", "hamza missing"]


def test_the_document_counts_its_body() -> None:
    details = Details(masthead=("الترويسة 😀",), stamp=PublishStamp("نشر"))
    data = document_data(document(), details)
    assert data["headline"] == "عنوانٌ من Reuters"
    assert data["words"] == 8
    assert data["characters"] == len(BODY)
    assert data["masthead"] == ["الترويسة 😀"]
    assert data["stamp"] == {"label": "نشر", "text": ""}
    assert data["published_on"] is None
    assert data["figures"][0]["title"] == "The quay"


def test_only_errors_and_blocks_are_grave() -> None:
    assert not is_grave([finding("الى", Severity.CHECK), finding("الى", Severity.HINT)])
    assert is_grave([finding("الى", Severity.BLOCK)])
    assert by_category([finding("الى"), finding("هنا")]) == {"spelling": 2}


def test_lines_and_columns_count_from_one() -> None:
    assert line_and_column(FILE, 0) == (1, 1)
    assert line_and_column(FILE, FILE.index("قالت")) == (4, 1)
    assert line_and_column(FILE, FILE.index("ليلى")) == (4, 6)
