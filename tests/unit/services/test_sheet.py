from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address, Document, Header, Inline
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.findings import Anchor
from deskeditor.domain.ledger import merge, ruled
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import (
    Channel,
    Comparison,
    Evidence,
    EvidenceKind,
    Fact,
    Quote,
    QuoteKind,
    Speaker,
    Verdict,
    WordChange,
)
from deskeditor.domain.revision import Revision, Why, manifest
from deskeditor.language.messages import Catalogue
from deskeditor.services.ledger import Ledger
from deskeditor.services.sheet import Sheets, fingerprint
from helpers.fakes import CountingIds, StillClock
from helpers.repository import RESOURCES

CLOCK = StillClock()
WORDS = "لن نُغلقَ <b>WHO</b> قبل ٢٥ أيلول 𞸀"
KEPT = Evidence(
    "e1", "a" * 64, "بيان & <شكر>.pdf", "salma", CLOCK.moment, "الوزارة", "لم نغلق",
    EvidenceKind.PDF,
)  # fmt: skip
TAPE = Evidence(
    "e2", "b" * 64, "مؤتمر.m4a", "salma", CLOCK.moment, unreadable="recording",
    kind=EvidenceKind.AUDIO, timecode="04:12",
)  # fmt: skip
PUBLICATION = Publication("rafid", "الرافد")


def quote(text: str = WORDS, kind: QuoteKind = QuoteKind.SPEECH) -> Quote:
    change = WordChange("لن", "لم", 0, 2, 0, 2, loud=True)
    return Quote(
        Anchor(Address("b1"), 3, 3 + len(text)), text, kind, Speaker("الناطق", "inferred"),
        channel=Channel.STATEMENT, verdict=Verdict.ALTERED,
        comparison=Comparison(Verdict.ALTERED, "e1", 0, 7, (change,)),
    )  # fmt: skip


def article() -> Article:
    return Article("a1", "salma", Document(Header(headline=Inline("ميناء <الشرق> 2026 😀"))))


def page(tmp_path: Path, quotes: tuple[Quote, ...], piece: Article, language: str = "ar") -> str:
    sheets = Sheets(CLOCK, Catalogue(RESOURCES / "i18n", language), RESOURCES)
    people = {"salma": "سلمى البدري"}
    out = sheets.write(
        piece, PUBLICATION, quotes, (KEPT, TAPE), "salma", tmp_path / "sheet.html", people
    )
    return out.read_text("utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_says_who_what_how_we_know_and_who_stands_behind_it(
    tmp_path: Path, language: str
) -> None:
    ledger, piece = Ledger(CLOCK, CountingIds()), article()
    piece = ledger.rule(piece, quote(), Verdict.ALTERED, "salma", [KEPT], "بموافقته")

    (said,) = (ruled(one, ["e1", "e2"]) for one in merge([quote()], piece.ledger).quotes)
    text = page(tmp_path, (said, quote("المرفأ", QuoteKind.NAME)), piece, language)
    for wanted in ("الناطق", "سلمى البدري", "23/11/2026 17:02", "بموافقته", "a" * 64, "b" * 64,
                   "04:12", "لم"):  # fmt: skip
        assert wanted in text
    say = Catalogue(RESOURCES / "i18n", language)
    assert say("panels.verdict_altered") in text
    assert say("panels.unreadable_recording") in text


def test_nothing_of_a_text_becomes_markup_and_nothing_points_outside(tmp_path: Path) -> None:
    text = page(tmp_path, (quote(),), article())
    assert "<b>WHO" not in text
    assert "&lt;b&gt;WHO" in text
    assert not re.search(r"<(?:script|img|link|iframe)|https?://|url\(", text)
    assert etree.fromstring(text.encode(), etree.HTMLParser()) is not None


def test_what_nobody_confirmed_is_said_to_be_a_proposal(tmp_path: Path) -> None:
    assert "اقتراح الآلة، لم يُقرّ" in page(tmp_path, (quote(),), article())
    assert "لا اقتباسات" in page(tmp_path, (), article())


def test_it_says_of_each_fact_who_stands_behind_it(tmp_path: Path) -> None:
    ledger, one = Ledger(CLOCK, CountingIds()), quote("كلام أُقرّ بعضه 🚢 WHO")
    piece = ledger.confirm(article(), one, "salma", only=Fact.SPEAKER)
    text = page(tmp_path, merge([one], piece.ledger).quotes, piece)
    assert "القائل: " in text
    assert "القناة: لم يُقرّه أحد بعد" in text


def test_what_was_confirmed_and_is_gone_is_listed(tmp_path: Path) -> None:
    piece = Ledger(CLOCK, CountingIds()).confirm(article(), quote("كلام حُذف"), "salma")
    text = page(tmp_path, (), piece)
    assert "كلام حُذف" in text


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    sheets = Sheets(CLOCK, Catalogue(RESOURCES / "i18n", "ar"), RESOURCES)
    with pytest.raises(BadInput):
        sheets.write(article(), PUBLICATION, (), (), "salma", tmp_path)
    with pytest.raises(StoreError):
        sheets.write(article(), PUBLICATION, (), (), "salma", tmp_path / "no" / "sheet.html")
    with pytest.raises(BadInput) as unknown:
        sheets.write(article(), PUBLICATION, (), (), "salma", tmp_path / "sheet.xyz")
    assert unknown.value.code == "sheet-ending"
    assert not list(tmp_path.iterdir())


def test_its_fingerprint_is_that_of_any_kept_version_of_the_text(tmp_path: Path) -> None:
    piece = article()
    kept = json.loads(manifest(Revision(piece, "noor", CLOCK.moment, Why.SAVED, ("c" * 64,))))
    known = hashlib.sha256(canonical(kept["article"])).hexdigest()[:16]
    assert f"<bdi>{known}</bdi>" in page(tmp_path, (), piece)
    other = replace(piece, document=Document(Header(headline=Inline("ميناء الغرب 2026 😀"))))
    assert fingerprint(other) != known
