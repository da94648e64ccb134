"""Fixing all of a kind: previews, clashes, and the document afterwards."""

from __future__ import annotations

import pytest

from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph
from deskeditor.domain.findings import Anchor, Finding
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.services.checking import Checking
from deskeditor.services.fixing import edits_of, fixed, previews, same_kind
from helpers.repository import RESOURCES

PIECE = Document(
    Header(headline=Inline("الوزير , يعلن 😀 خطة")),
    (
        Paragraph("b0", Inline("قال الوزير , إن 60% من WHO , وأضاف.")),
        Paragraph("b1", Inline("ثم غادر , وعاد")),
    ),
)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    checking = Checking(RESOURCES / "language", tmp_path_factory.mktemp("d"))
    return checking.check(PIECE, Details(), Publication("p", "p")).findings


def test_all_of_a_kind_are_previewed_and_fixed(findings: tuple[Finding, ...]) -> None:
    one = next(f for f in findings if f.rule == "style.latin-comma")
    kind = same_kind(one, findings)
    shown = previews(kind, PIECE)
    assert len(kind) == len(shown) == 3
    assert all(each.old in each.before and each.new in each.after for each in shown)
    assert any("😀" in each.before for each in shown)
    mended = fixed(PIECE, edits_of(shown))
    assert mended.text_at(Address("b0")) == Inline("قال الوزير، إن 60% من WHO , وأضاف.")
    assert mended.text_at(Address("b1")) == Inline("ثم غادر، وعاد")


def test_only_what_a_person_left_ticked_changes(findings: tuple[Finding, ...]) -> None:
    shown = previews([f for f in findings if f.rule == "style.latin-comma"], PIECE)
    mended = fixed(PIECE, edits_of(shown[:1]))
    assert sum(slot.text.text.count(",") for slot in mended.slots()) == 3


def test_fixes_that_clash_or_lie_outside_are_left_out(findings: tuple[Finding, ...]) -> None:
    one = next(f for f in findings if f.rule == "style.latin-comma")
    assert len(previews([one, one], PIECE)) == 1
    assert previews([one], Document()) == ()
    bare = Finding(
        one.rule, one.category, one.severity, Anchor(Address("b0"), 0, 1), "", one.message
    )
    assert previews([bare], PIECE) == ()


def test_what_changes_words_of_a_quotation_is_marked(findings: tuple[Finding, ...]) -> None:
    kind = [f for f in findings if f.rule == "style.latin-comma"]
    quote = Quote(Anchor(Address("b1"), 0, 12), "ثم غادر ، وعاد", QuoteKind.SPEECH)
    shown = previews(kind, PIECE, [quote])
    assert [one.quoted for one in shown] == [
        one.finding.anchor.address == Address("b1") for one in shown
    ]
    assert sum(one.quoted for one in shown) == 1
