"""`store`: whether everything is whole, a copy of it, and a copy back in its place."""

from __future__ import annotations

from pathlib import Path

from deskeditor.cli.context import DONE, FOUND, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.wording import sentence
from deskeditor.domain.errors import StoreError


def add(grammar: Grammar) -> None:
    """Add the family."""
    store = grammar.family("store")
    store.command("verify", run_verify)
    store.command("backup", run_backup)
    parser = store.command("restore", run_restore)
    option(parser, "backup", help="help-backup", metavar="BACKUP", type=Path, nargs="?")


def run_verify(call: Call) -> int:
    """Every fault of the store, the pictures and the board, one a line; 1 where there is any."""
    damage = call.desk.upkeep.verify()
    if call.json:
        found = [{"code": d.code, "table": d.table, "row": d.row} for d in damage]
        call.out.json({"schema": 1, "damage": found})
    else:
        for fault in damage:
            where = f"{fault.table} {fault.row}".strip()
            call.out.line(f"{where}: {sentence(call.say, StoreError(fault.code))}")
        if not damage:
            call.tell("cli.store-whole")
    return FOUND if damage else DONE


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
