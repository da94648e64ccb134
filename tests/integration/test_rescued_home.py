"""A whole home saved to another by the program's own parts: what is wrong in it then is told."""

from __future__ import annotations

from pathlib import Path

from deskeditor.bootstrap import rescue
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Damage
from helpers.newsroom import new_store


def test_a_missing_original_and_a_broken_board_are_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store = new_store(home)
    store.add_image(ImageRecord("ab" * 32, "image/png", 9, 9, 9, caption="رصيف الميناء 😀"))
    store.close()
    missing = Damage("damage-media", "media", "ab" * 32)
    assert rescue(home).save(tmp_path / "one").lost == (missing,)
    (home / "board.db").write_bytes(b"rubbish" * 2000)
    assert rescue(home).save(tmp_path / "two").lost == (missing, Damage("damage-unread", "board"))
