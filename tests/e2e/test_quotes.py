"""The ledger by command: evidence in, verdicts, a confirmation, the sheet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.commands import Desk, refused

PAGE = (
    "ميناء الشرق يعود إلى العمل\n\n"
    "قالت مديرة الميناء سلمى الكناني في بيان: «لن نغلق الميناء قبل 12 أيلول».\n\n"
    "وأضافت: «نشكر العمال جميعا على صبرهم 😀»."
)
STATEMENT = "بيان WHO: لم نغلق الميناء قبل ١٢ أيلول. نشكر العمال جميعا على صبرهم."


@pytest.fixture
def piece(tmp_path: Path) -> tuple[Desk, str]:
    desk = Desk(tmp_path / "home")
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    (article,) = desk.done("import", page).split()
    return desk, article


def ledger(desk: Desk, article: str) -> list[dict[str, object]]:
    quotes: list[dict[str, object]] = json.loads(desk.done("quotes", article, "--json"))["quotes"]
    return quotes


@pytest.mark.timeout(300)  # some twenty commands, each a process of its own
def test_evidence_verdict_confirmation_and_sheet(piece: tuple[Desk, str], tmp_path: Path) -> None:
    desk, article = piece
    assert [q["verdict"] for q in ledger(desk, article)] == ["not_checked", "not_checked"]
    statement = tmp_path / "بيان.txt"
    statement.write_text(STATEMENT, "utf-8")
    desk.done("evidence", "add", article, statement, "--origin", "مكتب الميناء")
    assert [q["verdict"] for q in ledger(desk, article)] == ["altered", "verbatim"]

    desk.done("quotes", "confirm", article, 1, "--speaker", "مديرة الميناء")
    first = ledger(desk, article)[0]
    assert (first["standing"], first["speaker"]["name"]) == ("confirmed", "مديرة الميناء")  # type: ignore[index]

    sheet = tmp_path / "sheet.html"
    desk.done("quotes", "sheet", article, "--out", sheet)
    text = sheet.read_text("utf-8")
    assert "مديرة الميناء" in text
    assert "مكتب الميناء" in text
    paper = tmp_path / "sheet.pdf"
    desk.done("quotes", "sheet", article, "--out", paper)
    assert paper.read_bytes().startswith(b"%PDF-")
    steps = json.loads(desk.done("quotes", "history", article, 1, "--json"))["steps"]
    assert [step["event"] for step in steps] == ["written", "confirmed"]
    kept = json.loads(desk.done("evidence", "list", article, "--json"))["evidence"]
    assert [each["origin"] for each in kept] == ["مكتب الميناء"]


def test_check_of_an_article_uses_its_evidence(piece: tuple[Desk, str], tmp_path: Path) -> None:
    desk, article = piece
    statement = tmp_path / "s.txt"
    statement.write_text(STATEMENT, "utf-8")
    desk.done("evidence", "add", article, statement)
    report = json.loads(desk.run("check", article, "--json").stdout)
    assert "quotes.altered" in {finding["rule"] for finding in report["findings"]}


def test_faults_are_one_sentence(piece: tuple[Desk, str], tmp_path: Path) -> None:
    desk, article = piece
    program = tmp_path / "statement.pdf"
    program.write_bytes(b"MZ\x90\x00" + b"\x00" * 99)
    for arguments, code in (
        (("evidence", "add", article, program), 3),
        (("evidence", "link", article, "file:///etc/passwd"), 3),
        (("quotes", "confirm", article, 99), 3),
        (("quotes", "sheet", article), 2),
        (("quotes",), 2),
    ):
        finished = desk.run(*arguments)
        assert finished.returncode == code, finished.stderr
        assert len(finished.stderr.strip().splitlines()) == 1
        assert "Traceback" not in finished.stderr


def test_the_reading_is_measured_on_annotated_articles(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    text = PAGE.split("\n\n", 1)[1]
    start = PAGE.index("لن نغلق")
    end = PAGE.index("»")
    speaker = PAGE.index("سلمى الكناني")
    gold = {
        "id": "a",
        "quotes": [
            {"start": start, "end": end, "kind": "speech", "basis": "explicit",
             "speaker": [[speaker, speaker + 12]], "channel": "statement"},
        ],
    }  # fmt: skip
    articles, annotation = tmp_path / "مواد.jsonl", tmp_path / "gold.jsonl"
    title = PAGE.split("\n\n", 1)[0]
    articles.write_text(json.dumps({"id": "a", "title": title, "text": text}), "utf-8")
    annotation.write_text(json.dumps(gold), "utf-8")
    found = json.loads(desk.done("quotes", "evaluate", annotation, articles, "--json"))
    assert found["rates"]["spans_found"] == {"right": 1, "of": 1, "percent": 100.0}
    assert found["rates"]["spans_precise"]["of"] == 2
    assert found["rates"]["explicit_found"]["percent"] == 100
    assert found["verifying"]["own"]["percent"] == 100
    assert [each["measure"] for each in found["wrong"]] == ["spans_precise"]
    assert "spans_precise" in desk.done("quotes", "evaluate", annotation, articles, "--wrong")
    annotation.write_text("[]", "utf-8")
    assert "gold.jsonl" in refused(desk.run("quotes", "evaluate", annotation, articles))
