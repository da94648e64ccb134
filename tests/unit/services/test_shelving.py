"""Templates, follow-ups and the archive: what goes on with a new piece, and what stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deskeditor.domain.document import (
    Address,
    CommentMark,
    Inline,
    Paragraph,
    Span,
    Suggestion,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.events import ArticleMoved, Bus
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.revision import Why
from deskeditor.domain.rows import Glance, Shelf
from deskeditor.domain.words import Bilingual
from deskeditor.services.drafts import Drafts
from deskeditor.services.shelving import Shelving
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, article, new_store, with_text

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def drafts(store: SqliteStore, bus: Bus) -> Drafts:
    return Drafts(store, MovingClock(), RandomIds(), bus)


@pytest.fixture
def shelving(store: SqliteStore, drafts: Drafts, bus: Bus) -> Shelving:
    return Shelving(store, drafts, RandomIds(), bus)


def test_a_template_is_a_copy_and_a_piece_from_it_is_a_draft_of_its_own(
    drafts: Drafts, shelving: Shelving
) -> None:
    model = drafts.add(
        article("عناصر الخبر: من وماذا ومتى", commissioned_words=300, due=AT, slug="slug",
                published_on=date(2026, 11, 20)),
        "salma", Why.CREATED,
    )  # fmt: skip
    template = shelving.make_template(model.id, "salma")
    assert [row.id for row in shelving.templates()] == [template.id]
    assert [row.id for row in drafts.rows()] == [model.id]

    made = shelving.from_template(template.id, "hadi")
    assert made.owner == "hadi"
    assert made.document == model.document
    assert (made.details.desk, made.details.commissioned_words) == ("محليات", 300)
    assert (made.details.due, made.details.slug, made.details.published_on) == (None, "", None)
    assert {row.id for row in drafts.rows()} == {model.id, made.id}
    assert drafts.history(made.id)[0].parents == ()


def test_nobodys_comments_and_open_suggestions_go_on(drafts: Drafts, shelving: Shelving) -> None:
    spans = (
        Span(0, 4, CommentMark("t1")),
        Span(4, 10, Suggestion("insert", "s1", "noor", AT)),
    )
    one = article()
    document = one.document
    block = Paragraph("b1", Inline("وصل الوفد إلى بغداد", spans))
    talk = Thread("t1", (ThreadMessage("noor", AT, "من أي مطار؟"),))
    kept = replace(one, document=replace(document, blocks=(block,), threads=(talk,)))
    drafts.add(kept, "salma", Why.CREATED)
    made = shelving.follow_up(one.id, "salma").document
    (text,) = [slot.text for slot in made.slots() if slot.address.block == "b1"]
    assert text == Inline("وصل إلى بغداد")
    assert made.threads == ()


def test_a_follow_up_and_what_it_follows_lead_to_each_other(
    drafts: Drafts, shelving: Shelving
) -> None:
    first = drafts.add(article(), "salma", Why.CREATED)
    second = shelving.follow_up(first.id, "salma")
    assert second.details.follows == first.id
    before = shelving.relatives(second.id).before
    assert before is not None
    assert (before.id, before.title) == (first.id, first.title)
    assert [row.id for row in shelving.relatives(first.id).after] == [second.id]
    drafts.trash(second.id)
    assert shelving.relatives(first.id).after == ()


def test_what_is_archived_leaves_the_lists_and_comes_back_as_it_was(
    drafts: Drafts, shelving: Shelving, bus: Bus
) -> None:
    moved: list[str] = []
    bus.subscribe(ArticleMoved, lambda event: moved.append(event.article))
    one = drafts.add(article(), "salma", Why.CREATED)
    shelving.move(one.id, Shelf.ARCHIVE)
    assert drafts.rows() == []
    assert [row.id for row in drafts.rows(shelf=Shelf.ARCHIVE)] == [one.id]
    assert [row.id for row in drafts.rows(shelf=None)] == [one.id]
    drafts.trash(one.id)
    drafts.untrash(one.id)
    assert [row.id for row in drafts.rows(shelf=Shelf.ARCHIVE)] == [one.id]
    shelving.move(one.id, Shelf.WORK)
    assert drafts.open(one.id) == one
    assert moved == [one.id, one.id]


def found(severity: Severity) -> Finding:
    where = Anchor(Address("b1"), 0, 2)
    return Finding("style.x", Category.STYLE, severity, where, "قد", Bilingual("قد", "may"))


def test_findings_count_for_the_text_they_were_found_in_and_no_other(
    drafts: Drafts, shelving: Shelving, store: SqliteStore
) -> None:
    one = drafts.add(article(), "salma", Why.CREATED)
    row = store.row(one.id)
    assert row is not None
    assert row.glance is None
    severities = (Severity.BLOCK, Severity.ERROR, Severity.CHECK, Severity.HINT)
    shelving.look_over(one.id, row.updated, [found(severity) for severity in severities])
    row = store.row(one.id)
    assert row is not None
    assert row.glance == Glance(2, 1)
    at = drafts.autosave(with_text(one, "نص آخر"), "salma")
    now = store.row(one.id)
    assert now is not None
    assert now.glance is None
    shelving.look_over(one.id, row.updated, ())  # an answer about the text before comes late
    now = store.row(one.id)
    assert now is not None
    assert (now.updated, now.glance) == (at, None)


def test_whoever_wrote_the_words_a_follow_up_begins_with_is_named_in_it(
    drafts: Drafts, shelving: Shelving
) -> None:
    first = drafts.add(article(), "salma", Why.CREATED)
    drafts.autosave(with_text(first, "كتبه هادي بعد ذلك"), "hadi")
    drafts.keep(with_text(first, "كتبه هادي بعد ذلك"), "hadi")
    second = shelving.follow_up(first.id, "noor")
    assert second.details.written_by == ("hadi", "salma")
    third = shelving.follow_up(second.id, "reem")
    assert third.details.written_by == ("hadi", "noor", "salma")
    template = shelving.make_template(first.id, "noor")
    assert shelving.from_template(template.id, "hadi").details.written_by == ()
