from __future__ import annotations

from datetime import date
from pathlib import Path

from deskeditor.domain.quotes import Evidence, EvidenceKind
from deskeditor.store.engine import engine
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.migrating import migrate
from helpers.newsroom import MovingClock, article, new_store, revision

CLOCK = MovingClock()
TEXT = "لن نُغلقَ الميناء قبل ٢٥ أيلول 𞸀 WHO"


def record(piece: str, number: int = 1) -> Evidence:
    return Evidence(
        f"e{number}", "a" * 64, "بيان 😀.pdf", "salma", CLOCK.now(), "موقع WHO", TEXT,
        EvidenceKind.PDF, "", date(2026, 11, 22), "04:12", piece,
    )  # fmt: skip


def test_a_record_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    one = article()
    store.create(one, revision(one, "salma", CLOCK.now()))
    kept = [record(one.id, 1), record(one.id, 2)]
    for each in kept:
        store.add_evidence(each)
    assert store.evidence(one.id) == kept
    assert store.evidence("0" * 32) == []
    store.close()
    store = new_store(tmp_path)
    assert store.evidence(one.id) == kept
    store.close()
    assert SqliteKeeper(tmp_path / "store.db", CLOCK).verify() == []


def test_an_older_store_takes_evidence_once_it_is_brought_up(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    one = article()
    name = store.create(one, revision(one, "salma", CLOCK.now()))
    store.add_evidence(record(one.id))
    store.close()
    made = engine(tmp_path / "store.db", "write")
    migrate(made, 2)
    made.dispose()
    store = new_store(tmp_path)
    assert store.evidence(one.id) == []
    assert store.revision(name).article == one
    store.add_evidence(record(one.id))
    assert store.evidence(one.id)[0].text == TEXT
    store.close()
