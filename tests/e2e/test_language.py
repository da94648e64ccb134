"""The language family by the real command: train, mark, rules, evaluate."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.commands import Desk

ARCHIVE = "وصل الوزير غازمالوف إلى بغداد 😀. وقال غازمالوف إن 25 من WHO وصلوا.\n"
TEXT = "التقى غازمالوف كوتشيلوفا في بغداد 😀، وفق WHO، عند الساعة ٣."


def alarms(desk: Desk, text: Path) -> set[str]:
    found = desk.json("check", str(text), "--only", "spelling")
    return {finding["text"] for finding in found["findings"]}


def test_an_archive_and_a_mark_take_effect(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "بيت الدار", language="en")
    corpus = tmp_path / "أرشيف"
    corpus.mkdir()
    for number in range(4):
        (corpus / f"{number}.txt").write_text(ARCHIVE * 3, "utf-8")
    text = tmp_path / "نص.txt"
    text.write_text(TEXT, "utf-8")
    assert alarms(desk, text) == {"غازمالوف", "كوتشيلوفا"}
    learned = desk.json("language", "train", str(corpus))
    assert learned["names"] == [["غازمالوف", 24]]
    assert alarms(desk, text) == {"كوتشيلوفا"}
    desk.done("language", "mark", "كوتشيلوفا")
    assert alarms(desk, text) == set()
    assert alarms(desk.at("salma"), text) == set(), "whoever sits at this desk sees it green"
    desk.done("language", "mark", "--remove", "كوتشيلوفا")
    assert alarms(desk, text) == {"كوتشيلوفا"}
    finished = desk.run("language", "mark", "😀")
    assert finished.returncode == 3
    assert "cannot be kept" in finished.stderr


def test_rules_are_listed_and_counted(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", language="ar")
    page = tmp_path / "page.txt"
    page.write_text("عنوان الخبر 😀\n\nوصل  الوفد الى بغداد في 2 مايو 2024.\n", "utf-8")
    article = desk.done("import", str(page)).split()[0]
    desk.run("check", article)
    rules = desk.json("language", "rules", "--stats")
    assert rules["texts"] == 1
    fired = {row["rule"]: row["found"] for row in rules["rules"]}
    assert fired["spelling.misspelled"] == 1
    assert "الوفد" not in str(rules)
    assert len(desk.json("language", "rules")["rules"]) == len(rules["rules"])


def test_names_are_registered_carried_and_read_across_articles(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", language="ar")
    page = tmp_path / "page.txt"
    page.write_text(
        "عنوان الخبر 😀\n\nعاد ترمب إلى المدينة، وقال ترمب إن 25 من WHO وصلوا.\n", "utf-8"
    )
    desk.done("import", str(page))
    carried = tmp_path / "أسماء.json"
    desk.done("language", "names", "--add", "ترامب", "--variant", "ترمب", "--write", str(carried))
    across = desk.json("language", "names", "--across")
    assert [(s["written"], s["wanted"], s["count"]) for s in across["strays"]] == [
        ("ترمب", "ترامب", 2)
    ]
    other = Desk(tmp_path / "other", language="ar")
    told = other.json("language", "names", "--read", str(carried))
    assert [(one["name"], one["variants"]) for one in told["names"]] == [("ترامب", ["ترمب"])]
    refused = other.run("language", "names", "--read", str(page))
    assert refused.returncode == 3
    assert "page.txt" in refused.stderr


def test_rates_of_rules_are_measured_on_any_folder(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", language="en")
    (tmp_path / "a.txt").write_text("قال الوزير , إن 60% من WHO وصلوا 😀.\n", "utf-8")
    found = desk.json("language", "evaluate", str(tmp_path / "a.txt"), "--rules")
    rates = {rate["rule"]: rate["texts_percent"] for rate in found["rules"]}
    assert rates["style.latin-comma"] == 100
    assert rates["style.latin-semicolon"] == 0
    assert found["texts"] == 1
    assert desk.run("language", "evaluate", str(tmp_path / "no"), "--rules").returncode == 3


def test_the_speller_is_measured_on_any_texts(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", language="en")
    (tmp_path / "a.txt").write_text("ذهب الوزير الى بغداد 😀 في 2 مايو، وفق WHO.\n", "utf-8")
    annotated = {
        "text": "عاد الوفد إلى بغداد أمس، ويجتمع السبت المقبل.", "time": "2022-01-07",
        "dates": [{"text": "أمس", "means": "2022-01-06"}, {"text": "السبت", "means": "2022-01-09"}],
    }  # fmt: skip
    (tmp_path / "b.jsonl").write_text(json.dumps(annotated) + "\n", "utf-8")
    told = desk.done("language", "evaluate", str(tmp_path), "--alarms", "--no-speed")
    assert "Texts: 2" in told
    assert "1  الى → إلى" in told
    assert "Dates: 3 found, 2 of them resolved" in told
    assert "cannot be resolved: no publication date" in told
    assert "Of 2 annotated dates 2 were found and 1 rightly read: 50.0 %" in told
    assert "السبت: 2022-01-09 ≠ 2022-01-08" in told
    found = desk.json("language", "evaluate", str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl"))
    assert found["dates"]["annotated_right"] == 1
    assert found["speed"]["recheck_worst_ms"] >= found["speed"]["recheck_before_ms"] > 0
    strange = annotated | {"dates": [{"text": "رمضان", "means": None}]}
    (tmp_path / "b.jsonl").write_text(json.dumps(strange) + "\n", "utf-8")
    assert desk.run("language", "evaluate", str(tmp_path / "b.jsonl")).returncode == 3
    assert found["alarms"]["error"] == [{"text": "الى", "suggestion": "إلى"}]
    assert found["recall"]["swap"]["put"] == 16
    assert found["recall"]["swap"]["found"] > 10
