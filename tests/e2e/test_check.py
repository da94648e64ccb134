"""`check --json` on a page: the contract's object, with offsets into the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.commands import Desk, refused
from helpers.repository import RESOURCES, ROOT

PAGE = RESOURCES / "sample" / "page.txt"
#: A page published elsewhere, beside this checkout on some machines.
SEED = ROOT.parent / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def spans(data: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Every span of the answer with the words it says stand there."""
    found = [(f["text"], f["start"], f["end"]) for f in data["findings"]]
    found += [(q["text"], q["start"], q["end"]) for q in data["quotes"]]
    found += [(d["text"], d["start"], d["end"]) for d in data["dates"]]
    cues = [q["cue"] for q in data["quotes"] if q["cue"]]
    found += [(c["text"], c["start"], c["end"]) for c in cues]
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_every_span_is_where_the_words_stand_in_the_file(
    desk: Desk, tmp_path: Path, encoding: str
) -> None:
    text = PAGE.read_text("utf-8").replace("\n", "\r\n")
    page = tmp_path / "page.txt"
    page.write_bytes(text.encode(encoding))
    data = desk.json("check", page, code=1)
    assert [(said, text[start:end]) for said, start, end in spans(data)] == [
        (said, said) for said, _, _ in spans(data)
    ]
    for source in data["sources"]:
        assert all(0 <= m["start"] < m["end"] <= len(text) for m in source["mentions"])


def test_the_sample_page_is_understood(desk: Desk) -> None:
    data = desk.json("check", PAGE, code=1)
    document = data["document"]
    assert document["headline"].startswith("وزارة النقل تعلن سبب انهيار")
    assert len(document["masthead"]) == 3
    assert document["stamp"] == {"label": "نشر", "text": ""}
    assert document["published_on"] is None
    assert len(data["quotes"]) == 11
    assert {quote["kind"] for quote in data["quotes"]} == {"speech", "name"}
    assert {"الى", "السباق"} <= {finding["text"] for finding in data["findings"]}
    assert data["failed"] == []


def test_a_day_of_publication_resolves_the_relative_dates(desk: Desk) -> None:
    def resolved(*more: str) -> dict[str, str | None]:
        data = desk.json("check", PAGE, *more, code=1)
        return {date["text"]: date["resolved"] for date in data["dates"]}

    assert resolved()["الأربعاء الماضي"] is None
    assert resolved("--published-at", "2026-11-26")["الأربعاء الماضي"] == "2026-11-25"


def test_only_the_categories_asked_for_are_told(desk: Desk) -> None:
    data = desk.json("check", PAGE, "--only", "spelling", code=1)
    assert {finding["category"] for finding in data["findings"]} == {"spelling"}


def test_the_answer_for_people_is_lines_with_places(desk: Desk) -> None:
    finished = desk.run("check", PAGE)
    assert finished.returncode == 1
    lines = finished.stdout.splitlines()
    assert any(line.split(" ")[0].count(":") == 1 and "«الى»" in line for line in lines)


def test_a_page_without_faults_ends_with_zero(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("وصلت القوارب إلى الميناء\n\nقالت الوزارة إن القوارب وصلت.\n", "utf-8")
    finished = desk.run("check", page, "--only", "spelling")
    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.skipif(not SEED.exists(), reason="the page published elsewhere is not here")
def test_a_page_published_elsewhere_is_understood_too(desk: Desk) -> None:
    data = desk.json("check", SEED, code=1)
    text = SEED.read_text("utf-8")
    assert len(data["quotes"]) == 11
    assert all(text[start:end] == said for said, start, end in spans(data))
    found = {finding["text"] for finding in data["findings"]}
    assert "الى" in found
    assert found & {"لفليق", "السباق"}


def test_quotations_are_held_against_evidence(desk: Desk, tmp_path: Path) -> None:
    evidence = tmp_path / "بيان.txt"
    evidence.write_text(
        "بيان الوزارة 😀\n\nالمرحلة الثانية ستقتصر على الإنارة والعلامات البحرية\n", "utf-8"
    )
    data = desk.json("check", PAGE, "--evidence", evidence, code=1)
    verdicts = {quote["text"]: quote["verdict"] for quote in data["quotes"]}
    assert verdicts["المرحلة الثانية ستقتصر على الإنارة والعلامات البحرية"] == "verbatim"
    assert "not_found" in verdicts.values()
    refused(desk.run("check", PAGE, "--evidence", tmp_path / "missing.txt"))


def test_the_speller_is_measured_on_texts(desk: Desk, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    text = PAGE.read_text("utf-8")
    (corpus / "one.txt").write_text(text, "utf-8")
    (corpus / "more.jsonl").write_text(json.dumps({"text": text}) + "\n", "utf-8")
    data = desk.json("language", "evaluate", corpus, "--no-speed")
    assert data["speed"] is None
    assert data["texts"] == 2
    assert data["words"] > 500
    assert all(0 <= one["percent"] <= 100 for one in data["recall"].values())
    (corpus / "more.jsonl").write_text("لا شيء هنا\n", "utf-8")
    refused(desk.run("language", "evaluate", corpus))
    refused(desk.run("language", "evaluate", tmp_path / "missing"))
