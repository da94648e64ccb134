"""`images`: pictures come in, what there is, and what is written about one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deskeditor.cli.context import DONE, KNOWN, Call, UnknownArticle
from deskeditor.cli.output import complain
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.wording import sentence
from deskeditor.domain.errors import KnownError
from deskeditor.domain.media import ImageRecord

_SHORT = 12


def add(grammar: Grammar) -> None:
    """Add the family."""
    images = grammar.family("images")
    parser = images.command("add", run_add)
    option(parser, "files", help="help-image-files", nargs="+", metavar="FILE", type=Path)
    images.command("list", run_list)
    parser = images.command("caption", run_caption)
    option(parser, "image", help="help-image", metavar="IMAGE")
    option(parser, "--caption", help="help-caption", metavar="TEXT")
    option(parser, "--alt", help="help-alt", metavar="TEXT")
    option(parser, "--credit", help="help-credit", metavar="TEXT")


def image_data(record: ImageRecord) -> dict[str, object]:
    """One image as JSON; sizes in pixels and bytes."""
    return {
        "media": record.media, "name": record.name, "mime": record.mime, "width": record.width,
        "height": record.height, "size": record.size, "caption": record.caption,
        "alt": record.alt, "credit": record.credit,
    }  # fmt: skip


def _show(call: Call, records: list[ImageRecord]) -> None:
    if call.json:
        call.out.json({"schema": 1, "images": [image_data(record) for record in records]})
        return
    for record in records:
        size = f"{record.width}×{record.height}"
        call.out.line(f"{record.media[:_SHORT]}  {size}  {record.name}  {record.caption}".rstrip())


def run_add(call: Call) -> int:
    """Keep each file by its hash; one that is no picture leaves the others alone."""
    added: list[ImageRecord] = []
    code = DONE
    for path in call.args.files:
        try:
            added.append(call.desk.images.add(path))
        except KnownError as error:
            complain(sentence(call.say, error))
            code = KNOWN
    _show(call, added)
    return code


def run_list(call: Call) -> int:
    """Every image, newest first."""
    records = list(call.desk.images.all())
    _show(call, records)
    if not records:
        call.tell("cli.images-empty")
    return DONE


def run_caption(call: Call) -> int:
    """Write an image's caption, alternative text or credit; what is not named stays."""
    given = call.args.image.lower()
    found = [r for r in call.desk.images.all() if given and r.media.startswith(given)]
    if len(found) != 1:
        raise UnknownArticle("image-unknown", image=call.args.image)
    wanted = {name: getattr(call.args, name) for name in ("caption", "alt", "credit")}
    record = replace(found[0], **{k: v for k, v in wanted.items() if v is not None})
    call.desk.images.update(record)
    _show(call, [record])
    return DONE
