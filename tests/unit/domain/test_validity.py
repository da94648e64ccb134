"""Whether an image may be shown: each rule alone, who may set it aside, and what nobody can."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from deskeditor.domain.document import Figure, Inline
from deskeditor.domain.media import (
    Consent,
    ImageRecord,
    Lease,
    Medium,
    Override,
    Region,
    Rights,
    distance,
)
from deskeditor.domain.people import Role
from deskeditor.domain.publication import Limits
from deskeditor.domain.validity import (
    DEMANDS,
    Failure,
    Grade,
    answered,
    is_valid,
    may_override,
    validity,
)

DAY = date(2026, 11, 23)
GOOD = ImageRecord(
    "a" * 64, "image/jpeg", 1600, 900, 1, creator="هادي الراوي", credit="تصوير: هادي الراوي",
    caption="عمال يصلحون مضخة المحطة الثالثة صباح الاثنين 😀", alt="رجلان أمام مضخة زرقاء",
    rights=Rights.STAFF, taken=DAY,
)  # fmt: skip
USE = Figure("f", "a" * 64, Inline("تعليق هذا الاستعمال"), alt="وصف", credit="تصوير: هادي")


def codes(record: ImageRecord, use: Figure | None = None, day: date = DAY) -> list[str]:
    return [failure.code for failure in validity(record, day, Limits(), use)]


def aside(record: ImageRecord, code: str) -> ImageRecord:
    """The record with one of its failures set aside as it stands."""
    (failure,) = (one for one in validity(record, DAY, Limits()) if one.code == code)
    when = datetime(2026, 11, 23, tzinfo=UTC)
    said = Override(code, "noor", when, "اتصلنا بصاحبها", answered(record, failure))
    return replace(record, overrides=(*record.overrides, said))


def test_a_whole_record_may_be_shown() -> None:
    assert codes(GOOD) == []
    assert codes(GOOD, USE) == []


HANDOUT = replace(GOOD, creator="", rights=Rights.HANDOUT, notes="وزعته المديرية")


@pytest.mark.parametrize(
    ("name", "blank"),
    [
        ("credit", replace(HANDOUT, credit=" ")),
        ("caption", replace(HANDOUT, caption=" ")),
        ("alt", replace(HANDOUT, alt=" ")),
    ],
)
def test_missing_words_can_never_be_set_aside(name: str, blank: ImageRecord) -> None:
    override = Override(f"no_{name}", "zayd", datetime(2026, 11, 23, tzinfo=UTC), "عجلة")
    (failure,) = validity(replace(blank, overrides=(override,)), DAY, Limits())
    assert (failure.code, failure.by, failure.stands) == (f"no_{name}", frozenset(), True)
    assert not may_override(failure, Role)


def test_a_use_answers_for_its_own_words() -> None:
    bare = replace(GOOD, caption="", alt="", credit="")
    assert codes(bare, USE) == []
    assert codes(GOOD, replace(USE, alt="", caption=Inline(""))) == ["no_caption", "no_alt"]


def test_every_category_says_what_it_demands() -> None:
    assert set(DEMANDS) == set(Rights)
    bare = replace(GOOD, creator="", consent=Consent.UNASKED)
    for rights, fields in DEMANDS.items():
        found = codes(replace(bare, rights=rights))
        assert [c for c in found if c.startswith("demands_")] == [f"demands_{f}" for f in fields]
    whole = replace(
        GOOD, copyright="© الرافد", notes="من صفحته", consent=Consent.GIVEN, source_type="digital"
    )
    for rights in Rights:
        assert not [c for c in codes(replace(whole, rights=rights)) if c.startswith("demands_")]


def test_unknown_rights_stand_until_an_editor_says_otherwise() -> None:
    unknown = replace(GOOD, rights=Rights.UNKNOWN)
    (failure,) = validity(unknown, DAY, Limits())
    assert failure.stands
    assert may_override(failure, {Role.EDITOR})
    assert not may_override(failure, {Role.REPORTER})
    (failure,) = validity(aside(unknown, "rights_unknown"), DAY, Limits())
    assert not failure.stands


@pytest.mark.parametrize(
    ("leases", "expected"),
    [
        ((), []),
        ((Lease(True, DAY, DAY),), []),
        ((Lease(True, None, date(2026, 11, 22)),), ["lease_lapsed"]),
        ((Lease(True, date(2026, 11, 24)),), ["lease_not_begun"]),
        ((Lease(True, None, date(2026, 11, 22)), Lease(True, DAY)), []),
        ((Lease(True), Lease(False, DAY, DAY)), ["denied"]),
        ((Lease(False, None, date(2026, 11, 22)),), []),
    ],
)
def test_leases_hold_on_their_days_and_a_ban_wins(
    leases: tuple[Lease, ...], expected: list[str]
) -> None:
    failures = validity(replace(GOOD, leases=leases), DAY, Limits())
    assert [f.code for f in failures] == expected
    assert all(f.by == {Role.CHIEF} for f in failures)


@pytest.mark.parametrize("consent", [Consent.REFUSED, Consent.NEEDED])
def test_a_hidden_part_helps_once_an_editor_says_whose_it_is(consent: Consent) -> None:
    hidden = replace(GOOD, consent=consent, regions=(Region(0.1, 0.1, 0.2, 0.2),))
    assert codes(hidden) == ["consent_hidden"]
    assert not is_valid(validity(hidden, DAY, Limits()))
    (failure,) = validity(hidden, DAY, Limits())
    assert may_override(failure, {Role.PICTURE})
    assert not may_override(failure, {Role.REPORTER})
    said = aside(hidden, "consent_hidden")
    assert is_valid(validity(said, DAY, Limits()))
    elsewhere = replace(said, regions=(Region(0.7, 0.7, 0.1, 0.1),))
    assert not is_valid(validity(elsewhere, DAY, Limits()))
    assert not is_valid(validity(replace(said, regions=()), DAY, Limits()))


def test_what_was_set_aside_holds_for_what_was_looked_at_only() -> None:
    lapsed = replace(GOOD, leases=(Lease(True, None, date(2026, 11, 22)),))
    said = aside(lapsed, "lease_lapsed")
    assert is_valid(validity(said, DAY, Limits()))
    other = replace(said, leases=(*said.leases, Lease(True, None, date(2026, 11, 21), "وكالة")))
    assert not is_valid(validity(other, DAY, Limits()))
    banned = replace(said, leases=(Lease(False),))
    assert not is_valid(validity(banned, DAY, Limits()))
    assert not is_valid(validity(replace(said, rights=Rights.UNKNOWN), DAY, Limits()))


def test_refused_consent_stands() -> None:
    refused = replace(GOOD, consent=Consent.REFUSED)
    assert codes(refused) == ["consent_refused"]
    assert not may_override(validity(refused, DAY, Limits())[0], Role)
    assert codes(replace(GOOD, consent=Consent.NEEDED)) == ["consent_needed"]


def test_what_a_machine_made_is_declared() -> None:
    made = replace(GOOD, source_type="http://cv.iptc.org/newscodes/digitalsourcetype/compositeWith")
    assert codes(made) == ["undeclared"]
    assert codes(replace(made, medium=Medium.COMPOSITE)) == []
    assert codes(replace(made, rights=Rights.AI_GENERATED)) == ["generated"]


def test_hints_come_last_and_keep_nobody() -> None:
    failures = validity(replace(GOOD, taken=None, height=459, restrictions="لا تُقص"), DAY, Limits())
    assert [f.code for f in failures] == ["restricted", "undated", "small"]
    assert [f.grade for f in failures] == [Grade.REASON, Grade.HINT, Grade.HINT]
    assert is_valid(failures)
    assert "undated" not in codes(replace(GOOD, taken=None, undated=True))


def test_failures_that_stand_make_it_invalid() -> None:
    assert not is_valid([Failure("no_credit", "credit")])
    assert is_valid([Failure("denied", "leases", overridden=True)])


def test_likeness_counts_bits() -> None:
    assert distance("00", "03") == 2
    assert distance("f" * 16, "f" * 16) == 0
    assert distance("", "f" * 16) == 64
