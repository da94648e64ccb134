"""The register of sources by command."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from helpers.commands import Desk

ONE = "قال مدير السد كريم الجبوري في بيان: «بدأت أعمال التوسعة هذا العام 😀 WHO»."
TWO = "وأعلن مدير السد كريم الجبوري: «لن نتوقف قبل 25 نيسان»."


def test_a_source_across_articles_with_terms_and_dated_notes(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    for number, text in enumerate((ONE, TWO)):
        page = tmp_path / f"{number}.txt"
        page.write_text(f"عنوان {number}\n\n{text}", "utf-8")
        desk.done("import", page)
    found = json.loads(desk.done("sources", "list", "--json"))["sources"]
    karim = next(one for one in found if one["name"] == "كريم الجبوري")
    assert (karim["articles"], karim["terms"]) == (2, None)

    desk.done("sources", "set", "كريم الجبوري", "--terms", "on_record", "--affiliation", "السدود")
    desk.done("sources", "note", "كريم الجبوري", "صحّ رقمه", "--day", "2026-11-20")
    asked = subprocess.run(
        desk.argv("sources", "contact", "كريم الجبوري"), input="+964 770 123 4567\n",
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    shown = desk.done("sources", "show", "كريم الجبوري", "--json")
    source = json.loads(shown)["source"]
    assert (source["terms"], source["affiliation"]) == ("on_record", "السدود")
    assert [note["day"] for note in source["notes"]] == ["2026-11-20"]
    assert len(source["appearances"]) == 2
    assert "770 123" not in shown

    for arguments, code in (
        (("sources", "show", "لا أحد"), 3),
        (("sources", "note", "كريم الجبوري", " "), 3),
        (("sources", "set", "كريم الجبوري", "--terms", "secret"), 2),
        (("sources", "set", "كريم الجبوري", "--terms", "background"), 3),
    ):
        finished = desk.run(*arguments)
        assert finished.returncode == code, finished.stderr
        assert len(finished.stderr.strip().splitlines()) == 1

    desk.done("sources", "forget-notes", "كريم الجبوري")
    left = json.loads(desk.done("sources", "show", "كريم الجبوري", "--json"))["source"]
    assert left["notes"] == []
