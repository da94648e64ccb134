"""`language names`: the register of people, places and organisations, and names across articles."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.cli.context import DONE, Call
from deskeditor.cli.parser import Grammar, option
from deskeditor.domain.errors import BadInput
from deskeditor.domain.lexicon import NameKind

if TYPE_CHECKING:
    from deskeditor.domain.lexicon import NameEntry, Register
    from deskeditor.domain.publication import Publication

#: A file of names holds no more bytes.
_MOST = 8_000_000


def add(language: Grammar) -> None:
    """Add the command to the language family."""
    parser = language.command("names", run)
    option(parser, "--add", help="help-name-add", metavar="NAME")
    option(
        parser, "--kind", help="help-name-kind", choices=[kind.value for kind in NameKind],
        default=NameKind.PERSON.value,
    )  # fmt: skip
    option(parser, "--title", help="help-name-title", default="", metavar="TITLE")
    option(parser, "--latin", help="help-name-latin", default="", metavar="LATIN")
    option(parser, "--variant", help="help-name-variant", action="append", default=[],
           metavar="FORM")  # fmt: skip
    option(parser, "--remove", help="help-name-remove", metavar="NAME")
    option(parser, "--across", help="help-name-across", action="store_true")
    option(parser, "--read", help="help-name-read", type=Path, metavar="FILE")
    option(parser, "--write", help="help-name-write", type=Path, metavar="FILE")
    option(parser, "--mine", help="help-mine", action="store_true")
    option(parser, "--publication", help="help-publication", metavar="NAME")


def run(call: Call) -> int:
    """Change the register where that is asked for, then tell it; or read every article."""
    from deskeditor.domain.lexicon import NameEntry, Scope

    args, book = call.args, call.desk.lexicon
    publication = _publication(call)
    scope, owner = (Scope.MINE, "") if args.mine else (Scope.PUBLICATION, publication.id)
    if args.across:
        return _tell_across(call, publication)
    if args.add:
        entry = NameEntry(
            args.add, NameKind(args.kind), args.title, args.latin, tuple(args.variant)
        )
        book.set_name(entry, scope, owner)
    if args.remove:
        book.remove_name(args.remove, scope, owner)
    if args.read is not None:
        read = _read(args.read)
        book.change(scope, owner, names=read.names.values(), words=read.words)
    if args.write is not None:
        _write(args.write, book.register(scope, owner))
    return _tell(call, book.names(scope, owner), book.words(scope, owner))


def _publication(call: Call) -> Publication:
    wanted, publications = call.args.publication, call.desk.publications
    return publications.get(wanted) if wanted else publications.default()


def _tell(call: Call, names: tuple[NameEntry, ...], words: tuple[str, ...]) -> int:
    if call.json:
        told = [asdict(one) | {"kind": one.kind.value} for one in names]
        call.out.json({"schema": 1, "names": told, "words": list(words)})
        return DONE
    for one in names:
        kind = call.say(f"cli.name-{one.kind}")
        parts = [one.name, kind, one.title, one.latin, call.say("cli.comma").join(one.variants)]
        call.out.line("  ".join(part for part in parts if part))
    call.tell("cli.named", n=len(names), count=len(names))
    return DONE


def _tell_across(call: Call, publication: Publication) -> int:
    from deskeditor.services.names import NamesAcross, unknown_in

    desk = call.desk
    across = NamesAcross(
        desk.drafts, desk.lexicon,
        lambda document, listed: unknown_in(document, desk.checking.speller, listed),
    )  # fmt: skip
    found = across.read(publication)
    if call.json:
        call.out.json({"schema": 1, **asdict(found)})
        return DONE
    for stray in found.strays:
        call.tell(
            "cli.name-stray", written=stray.written, wanted=stray.wanted, count=stray.count,
            title=stray.title,
        )  # fmt: skip
    for pair in found.pairs:
        call.tell(
            "cli.name-pair", name=pair.name, count=pair.count, other=pair.other,
            other_count=pair.other_count,
        )  # fmt: skip
    many = len(found.strays) + len(found.pairs)
    call.tell("cli.names-across", n=many, count=many, pieces=found.pieces)
    return DONE


def _read(path: Path) -> Register:
    """The names of a file that `--write` wrote.

    Raises:
        BadInput: there is none, it is too large, or it is no such file.
    """
    from deskeditor.domain.lexicon import register_from_data
    from deskeditor.formats.guard import display_name, read_bytes

    name = display_name(path)
    try:
        data = json.loads(read_bytes(path, _MOST).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadInput("file-unreadable", name=name) from error
    if not isinstance(data, dict) or not {"names", "words"} & data.keys():
        raise BadInput("file-unreadable", name=name)
    return register_from_data(data)


def _write(path: Path, register: Register) -> None:
    """One JSON file with every name and word; the one before stays whole until it is written.

    Raises:
        StoreError: it cannot be written.
    """
    from deskeditor.domain.lexicon import register_to_data
    from deskeditor.media.files import write_atomically

    text = json.dumps(register_to_data(register), ensure_ascii=False, indent=1) + "\n"
    write_atomically(path, text.encode())
