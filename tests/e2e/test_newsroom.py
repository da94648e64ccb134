"""The newsroom by commands alone: import, check, submit, review by somebody else, export."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from helpers.commands import Desk, refused
from helpers.repository import RESOURCES

PAGE = RESOURCES / "sample" / "page.txt"
PEOPLE = ("salma:سلمى البدري:reporter,editor", "noor:نور العطار:editor,chief,publisher")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home with a board of two, the reporter at the desk."""
    desk = Desk(tmp_path / "home")
    desk.done("board", "init", *(part for person in PEOPLE for part in ("--person", person)))
    return desk.at("salma")


@pytest.fixture
def article(desk: Desk) -> str:
    return desk.done("import", PAGE).strip()


def submit(desk: Desk, article: str) -> None:
    """Submit with a reason for everything that asks for one."""
    told = desk.run("submit", article).stdout
    rules = re.findall(r"\[([\w.-]+)\]", told)
    reasons = [part for rule in rules for part in ("--override", f"{rule}=روجع وبقي كما هو 😀")]
    desk.done("submit", article, "--note", "للمراجعة", *reasons)


def test_the_whole_way(desk: Desk, article: str, tmp_path: Path) -> None:
    submit(desk, article)
    editor = desk.at("noor")
    (case,) = editor.json("board", "queue")["cases"]
    assert (case["article"], case["state"], case["owner"]) == (article, "submitted", "salma")

    assert editor.json("board", "claim", article)["state"] == "in_review"
    assert "القرار لغيرك" in refused(desk.run("board", "approve", article))
    editor.done("board", "comment", article, "من صور الرصيف؟ 25% من Reuters 😀")
    refused(editor.run("board", "request-changes", article, "  "))
    editor.done("board", "request-changes", article, "أضيفي مصدر الصورة")

    submit(desk, article)
    editor.done("board", "claim", article)
    assert editor.json("board", "approve", article)["state"] == "approved"
    shown = editor.json("board", "show", article)
    acts = [event["act"] for event in shown["events"]]
    assert acts == ["submit", "claim", "comment", "request_changes", "submit", "claim", "approve"]
    assert [row["id"] for row in desk.json("list", "--state", "approved")["articles"]] == [article]

    out = tmp_path / "page.html"
    assert desk.done("export", article[:8], "--to", "html", "--out", out).strip() == str(out)
    assert 'dir="rtl"' in out.read_text("utf-8")
    assert desk.json("store", "verify")["damage"] == []


def test_check_of_an_article_counts_in_its_own_text(desk: Desk, article: str) -> None:
    data = desk.json("check", article, code=1)
    assert data["document"]["headline"].startswith("وزارة النقل")
    assert len(data["quotes"]) == 11


def test_history_diff_and_restore(desk: Desk, article: str) -> None:
    (row,) = desk.json("history", article)["revisions"]
    assert (row["why"], row["author"]) == ("imported", "salma")
    assert desk.json("diff", article)["differences"] == []
    back = desk.json("restore", article, row["name"][:8])
    assert (back["revision"], back["changed"]) == (row["name"], False)
    named = ("--call", row["name"][:8], "--title", "قبل المقابلة", "--pin")
    told = desk.json("history", article, *named)["revisions"][-1]
    assert (told["name"], told["title"], told["pinned"]) == (row["name"], "قبل المقابلة", True)
    refused(desk.run("history", article, "--call", row["name"][:8], "--title", "ط" * 81))
    refused(desk.run("restore", article, "ffffffff"))
    refused(desk.run("history", "0123456789"))


def test_pictures_by_command(desk: Desk) -> None:
    (added,) = desk.json("images", "add", RESOURCES / "sample" / "market.jpg")["images"]
    assert (added["width"], added["height"]) == (1600, 1000)
    caption = "قوارب أمام رصيف Basra 😀"
    changed = ("images", "caption", added["media"][:8], "--caption", caption)
    assert desk.json(*changed)["images"][0]["caption"] == caption
    (listed,) = desk.json("images", "list")["images"]
    assert (listed["caption"], listed["media"]) == (caption, added["media"])
    refused(desk.run("images", "add", PAGE))
    refused(desk.run("images", "caption", "ffff", "--alt", "لا شيء"))


def test_a_stranger_is_turned_away(desk: Desk, article: str) -> None:
    stranger = desk.at("majhul")
    assert "majhul" in refused(stranger.run("import", PAGE))
    refused(stranger.run("board", "claim", article))


def test_a_case_is_named_by_what_names_it_alone(desk: Desk, article: str) -> None:
    """An empty variable in a script must not decide on the only case before the board."""
    submit(desk, article)
    editor = desk.at("noor")
    for nothing in ("", article[:3], "ffff"):
        refused(editor.run("board", "claim", nothing))
    assert editor.json("board", "claim", article[:8])["state"] == "in_review"
    editor.done("board", "decline", article, "ليست لنا")
    refused(desk.at("salma").run("board", "reopen", article, "بل لنا"))
    editor = desk.at("noor")
    assert editor.json("board", "reopen", article, "لنا في Basra 25%")["state"] == "submitted"
    editor.done("board", "claim", article)
    editor.done("board", "approve", article)
    assert editor.json("board", "publish", article[:8])["state"] == "published"
    assert editor.json("board", "retract", article, "نعتذر: الرقم خطأ")["state"] == "retracted"


def test_nothing_to_sync_is_no_fault(desk: Desk) -> None:
    assert desk.json("sync") == {
        "schema": 1, "sent": [], "refused": [], "unreachable": None, "waiting": 0,
    }  # fmt: skip


def test_a_copy_of_the_store_comes_back(desk: Desk, article: str) -> None:
    copy = Path(desk.done("store", "backup").strip())
    desk.done("import", PAGE)
    aside = Path(desk.done("store", "restore", copy).strip())
    assert aside.exists()
    assert [row["id"] for row in desk.json("list")["articles"]] == [article]


def test_a_damaged_desk_is_saved_to_another_and_written_out_as_plain_files(
    desk: Desk, article: str, tmp_path: Path
) -> None:
    with (desk.home / "store.db").open("r+b") as file:
        file.write(b"rubbish")
    assert desk.run("list").returncode == 3
    saved = desk.json("store", "rescue", "--out", tmp_path / "saved")
    assert (saved["saved"]["article"], saved["lost"]) == (1, [])
    other = Desk(tmp_path / "saved")
    assert other.json("store", "export", "--out", tmp_path / "plain")["lost"] == []
    (folder,) = (tmp_path / "plain" / "articles").iterdir()
    assert folder.name.startswith(article[:8])
    words = (folder / "article.txt").read_text("utf-8")
    assert len(words) > 100
    texts = [(folder / f"article.{ending}").read_text("utf-8") for ending in ("md", "html")]
    longest = max(words.split(), key=len)
    assert all(longest in text for text in texts)
    for one in (folder / "revisions").iterdir():
        name = hashlib.sha256(one.read_bytes()).hexdigest()
        assert one.name.endswith(f"-{name}.json")
    assert desk.run("store", "rescue", "--out", tmp_path / "saved").returncode == 3
