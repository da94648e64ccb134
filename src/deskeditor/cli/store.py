"""`store`: is everything whole, a copy, a copy back, what can be saved, all as plain files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deskeditor.cli.context import DONE, FOUND, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.wording import sentence
from deskeditor.domain.errors import StoreError
from deskeditor.domain.ports import Damage
from deskeditor.domain.rescued import Rescued


def add(grammar: Grammar) -> None:
    """Add the family."""
    store = grammar.family("store")
    store.command("verify", run_verify)
    store.command("backup", run_backup)
    parser = store.command("restore", run_restore)
    option(parser, "backup", help="help-backup", metavar="BACKUP", type=Path, nargs="?")
    for name, run in (("rescue", run_rescue), ("export", run_export)):
        parser = store.command(name, run)
        option(parser, "--out", help="help-new-folder", required=True, type=Path, metavar="DIR")


def run_verify(call: Call) -> int:
    """Every fault of the store, the pictures and the board, one a line; 1 where there is any."""
    damage = call.desk.upkeep.verify()
    if call.json:
        call.out.json({"schema": 1, "damage": _data(damage)})
    else:
        _tell_damage(call, damage)
        if not damage:
            call.tell("cli.store-whole")
    return FOUND if damage else DONE


def _data(damage: Sequence[Damage]) -> list[dict[str, str]]:
    return [{"code": d.code, "table": d.table, "row": d.row} for d in damage]


def _tell_damage(call: Call, damage: Sequence[Damage]) -> None:
    for fault in damage:
        where = f"{fault.table} {fault.row}".strip()
        call.out.line(f"{where}: {sentence(call.say, StoreError(fault.code))}")


def run_rescue(call: Call) -> int:
    """Save what is whole to a new home and say what was lost; 1 where anything was."""
    return _tell_saved(call, call.root.rescue(call.args.home).save(call.args.out))


def run_export(call: Call) -> int:
    """Write everything as plain files; 1 where something could not be read."""
    return _tell_saved(call, call.desk.plain_files.write(call.args.out))


def _tell_saved(call: Call, answer: Rescued) -> int:
    if call.json:
        told = {"schema": 1, "path": str(call.args.out), "saved": dict(answer.saved)}
        call.out.json({**told, "lost": _data(answer.lost)})
    else:
        _tell_damage(call, answer.lost)
        numbers = (answer.saved.get(table, 0) for table in ("article", "revision", "image"))
        articles, revisions, images = numbers
        call.tell("cli.store-saved", articles=articles, revisions=revisions, images=images,
                  lost=len(answer.lost), path=str(call.args.out))  # fmt: skip
    return FOUND if answer.lost else DONE


def run_backup(call: Call) -> int:
    """Copy the store as it is now and say where the copy lies."""
    path = call.root.keeper(call.args.home).backup()
    _tell_path(call, path)
    return DONE


def _tell_path(call: Call, path: Path) -> None:
    if call.json:
        call.out.json({"schema": 1, "path": str(path)})
    else:
        call.out.line(str(path))


def run_restore(call: Call) -> int:
    """Put a copy in the store's place (the newest where none is named); the present one is kept."""
    keeper = call.root.keeper(call.args.home)
    backup = call.args.backup
    if backup is None:
        kept = keeper.backups()
        if not kept:
            raise StoreError("backup-missing")
        backup = kept[0]
    _tell_path(call, keeper.restore(backup))
    return DONE
