from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.sqlite.driver import connect
from deskeditor.sqlite.files import check_file, file_system, put_in_place, refuse_network

_MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:40 / /mnt/desk rw,relatime shared:9 - nfs4 server:/desk rw
41 22 0:41 / /mnt/my\\040drive rw - fuse.sshfs me@host:/ rw
garbage
"""


def _database(path: Path) -> Path:
    connection = connect(path, "create")
    connection.execute("CREATE TABLE t(a)").fetchall()
    connection.execute("INSERT INTO t VALUES (randomblob(50000))").fetchall()
    connection.close()
    return path


def test_a_sound_file_passes(tmp_path: Path) -> None:
    check_file(_database(tmp_path / "a.db"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "store-empty"),
        ("ليست قاعدة بيانات 😀".encode() * 500, "store-not-database"),
        (b"SQLite format 3\x00short", "store-truncated"),
    ],
)
def test_bad_files_are_told_apart(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.db").write_bytes(content)
    with pytest.raises(StoreError) as told:
        check_file(tmp_path / "a.db")
    assert told.value.code == code


def test_a_file_cut_short_is_seen_before_it_is_opened(tmp_path: Path) -> None:
    path = _database(tmp_path / "a.db")
    whole = path.read_bytes()
    for length in (4096, 20000, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(StoreError, match="store-truncated"):
            check_file(path)


def test_a_file_whose_log_is_not_folded_in_is_not_called_short(tmp_path: Path) -> None:
    path = _database(tmp_path / "a.db")
    path.write_bytes(path.read_bytes()[:-4096])
    (tmp_path / "a.db-wal").write_bytes(b"pages")
    check_file(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store-is-folder"):
        check_file(tmp_path)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/srv", "ext4"), ("/mnt/desk/salma", "nfs4"), ("/mnt/my drive/x", "fuse.sshfs")],
)
def test_the_file_system_is_the_nearest_mount(folder: str, kind: str) -> None:
    assert file_system(Path(folder), _MOUNTS) == kind


def test_network_drives_are_refused() -> None:
    refuse_network(Path("/srv"), _MOUNTS)
    with pytest.raises(StoreError, match="store-on-network"):
        refuse_network(Path("/mnt/desk/salma"), _MOUNTS)


def test_this_machine_can_name_a_file_system(tmp_path: Path) -> None:
    assert file_system(tmp_path, "") == ""
    refuse_network(tmp_path)


def test_a_finished_file_takes_its_name(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    put_in_place(tmp_path / "new", tmp_path / "old")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("old", b"new")]
