from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from deskeditor.domain.article import Article, Details, PublishStamp
from deskeditor.domain.document import Address, Document, Figure
from deskeditor.domain.findings import Anchor, Dismissal
from deskeditor.domain.quotes import (
    Channel,
    Confirmation,
    Fact,
    QuoteKind,
    Ruling,
    Signed,
    Verdict,
)
from deskeditor.domain.revision import (
    DamagedRevision,
    NewerRevision,
    Revision,
    Why,
    manifest,
    name_of,
    read_manifest,
)
from helpers.documents import documents

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def revision(document: Document) -> Revision:
    details = Details(
        publication="rafid",
        published_on=date(2026, 11, 22),
        embargo=AT,
        masthead=("هيئة التحرير", "الاعتماد ٧"),
        stamp=PublishStamp("نشر", "أمس", None),
    )
    dismissal = Dismissal("style.tatweel", Address("b0"), "العـراق", "salma", AT, "اسم العمل")
    return Revision(
        Article("a1", "salma", document, details, (dismissal,)), "salma", AT, Why.SAVED, ("f" * 64,)
    )


@given(documents)
def test_a_manifest_reads_back_equal_under_its_name(document: Document) -> None:
    made = revision(document)
    raw = manifest(made)
    assert read_manifest(raw, name_of(raw)) == made


def test_due_times_and_follow_ups_are_written_where_they_are_set_and_nowhere_else() -> None:
    made = revision(Document())
    plain = json.loads(manifest(made))
    assert not {"due", "follows", "written_by"} & plain["article"]["details"].keys()
    assert plain["v"] == 1
    for set_ in ({"due": AT}, {"follows": "a0"}, {"written_by": ("hadi", "salma")}):
        about = replace(made.article.details, **set_)
        with_it = replace(made, article=replace(made.article, details=about))
        raw = manifest(with_it)
        assert json.loads(raw)["v"] == 4
        assert read_manifest(raw, name_of(raw)) == with_it


def test_other_bytes_than_the_name_promises_are_refused() -> None:
    raw = manifest(revision(Document()))
    with pytest.raises(DamagedRevision):
        read_manifest(raw.replace(b"salma", b"malsa", 1), name_of(raw))


def test_blobs_are_read_from_the_document_itself() -> None:
    made = revision(Document(blocks=(Figure("f1", media="a" * 64), Figure("f2", media="a" * 64))))
    assert made.blobs == ("a" * 64,)
    forged = json.loads(manifest(made))
    forged["blobs"] = []
    with pytest.raises(DamagedRevision):
        read_manifest(json.dumps(forged).encode())


def test_a_newer_manifest_is_refused_by_name() -> None:
    data = json.loads(manifest(revision(Document())))
    data["v"] = 99
    with pytest.raises(NewerRevision):
        read_manifest(json.dumps(data).encode())


@pytest.mark.parametrize("raw", [b"", b"null", b"[]", b'{"v":1}', b"[" * 50_000])
def test_what_is_no_manifest_is_refused(raw: bytes) -> None:
    with pytest.raises(DamagedRevision):
        read_manifest(raw)


def with_ledger(document: Document) -> Revision:
    words = "لن نُغلقَ WHO ٢٥ 𞸀"
    ruling = Ruling(Verdict.ALTERED, "e1", "noor", AT, "بموافقة القائل")
    item = Confirmation(
        "c1", Anchor(Address("b0"), 3, 3 + len(words)), words, QuoteKind.SPEECH, "مدير الميناء",
        Channel.PRESS_CONFERENCE, "salma", AT, ruling,
    )  # fmt: skip
    made = revision(document)
    return replace(made, article=replace(made.article, ledger=(item,)))


@given(documents)
def test_a_ledger_is_frozen_with_the_text_it_is_about(document: Document) -> None:
    made = with_ledger(document)
    raw = manifest(made)
    assert json.loads(raw)["v"] == 2
    assert read_manifest(raw, name_of(raw)) == made


def test_facts_signed_one_by_one_need_a_program_that_knows_them() -> None:
    made = with_ledger(Document())
    (item,) = made.article.ledger
    signed = (Signed(Fact.SPEAKER, "noor", AT, "كلمات WHO 𞸀"),)
    made = replace(made, article=replace(made.article, ledger=(replace(item, signed=signed),)))
    raw = manifest(made)
    assert json.loads(raw)["v"] == 3
    assert read_manifest(raw, name_of(raw)) == made


def test_words_of_saying_and_relays_need_a_program_that_knows_them() -> None:
    made = with_ledger(Document())
    (item,) = made.article.ledger
    signed = (Signed(Fact.CUE, "noor", AT, "كلمات WHO 𞸀"),)
    for one in (
        replace(item, signed=signed), replace(item, cue="وأضاف"), replace(item, relay=""),
    ):  # fmt: skip
        now = replace(made, article=replace(made.article, ledger=(one,)))
        raw = manifest(now)
        assert json.loads(raw)["v"] == 4
        assert read_manifest(raw, name_of(raw)) == now


def test_a_manifest_without_a_ledger_stays_as_older_programs_wrote_it() -> None:
    raw = manifest(revision(Document()))
    data = json.loads(raw)
    assert data["v"] == 1
    assert "ledger" not in data["article"]
    assert manifest(read_manifest(raw)) == raw


def test_a_ledger_in_a_version_that_knows_none_is_refused() -> None:
    data = json.loads(manifest(with_ledger(Document())))
    data["v"] = 1
    with pytest.raises(DamagedRevision):
        read_manifest(json.dumps(data).encode())


def test_a_damaged_ledger_is_refused() -> None:
    data = json.loads(manifest(with_ledger(Document())))
    data["article"]["ledger"][0]["kind"] = "shout"
    with pytest.raises(DamagedRevision):
        read_manifest(json.dumps(data).encode())
