"""`search` by the real command: found as Arabic is written, refused in one sentence."""

from __future__ import annotations

from pathlib import Path

from helpers.commands import Desk


def test_an_article_is_found_by_a_word_behind_its_clitics(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "بيت البحث", language="ar")
    page = tmp_path / "page.txt"
    page.write_text(
        "عودة المياه إلى الحي 😀\n\nوقال المدير إن العمل يجري وبالمَدرسةِ ٢٥ طالبا.\n", "utf-8"
    )
    article = desk.done("import", str(page)).split()[0]
    found = desk.json("search", "مدرسه", "state:draft")
    (hit,) = found["articles"]
    assert hit["article"].startswith(article)
    (mark,) = hit["marks"]
    assert hit["snippet"][mark["start"] : mark["end"]] == "وبالمَدرسةِ"
    assert "[وبالمَدرسةِ]" in desk.done("search", "المدرسة")
    assert desk.json("search", "طائرة ")["articles"] == []
    refused = desk.run("search", "حالة:نائمة")
    assert refused.returncode == 3
    assert refused.stderr.count("\n") == 1
    assert "نائمة" in refused.stderr
