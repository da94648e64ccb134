"""`images`: pictures come in, what there is, and what is written about one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deskeditor.cli.context import DONE, KNOWN, Call, UnknownArticle
from deskeditor.cli.output import complain
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.wording import sentence
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.services.bringing import bring

_SHORT = 12
#: Fields written as they are given.
_WRITTEN = ("caption", "alt", "credit", "creator", "copyright", "notes")


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
    option(parser, "--creator", help="help-creator", metavar="TEXT")
    option(parser, "--copyright", help="help-copyright", metavar="TEXT")
    option(parser, "--notes", help="help-image-notes", metavar="TEXT")
    option(parser, "--rights", help="help-rights", choices=[str(one) for one in Rights])


def image_data(record: ImageRecord) -> dict[str, object]:
    """One image as JSON; sizes in pixels and bytes."""
    return {
        "media": record.media, "name": record.name, "mime": record.mime, "width": record.width,
        "height": record.height, "size": record.size, "caption": record.caption,
        "alt": record.alt, "credit": record.credit, "rights": record.rights.value,
    }  # fmt: skip


def _show(call: Call, records: list[ImageRecord]) -> None:
    if call.json:
        call.out.json({"schema": 1, "images": [image_data(record) for record in records]})
        return
    for record in records:
        size = f"{record.width}×{record.height}"
        call.out.line(f"{record.media[:_SHORT]}  {size}  {record.name}  {record.caption}".rstrip())


def run_add(call: Call) -> int:
    """Keep each file, and each picture of a folder, by its hash; a bad one leaves the others."""
    call.desk.images.tidy()
    added: list[ImageRecord] = []
    code = DONE
    for brought in bring(call.desk.images, call.args.files):
        if brought.record is not None:
            added.append(brought.record)
        if brought.error is not None:
            complain(sentence(call.say, brought.error))
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
    """Write what is known of an image; what is not named stays."""
    given = call.args.image.lower()
    found = [r for r in call.desk.images.all() if given and r.media.startswith(given)]
    if len(found) != 1:
        raise UnknownArticle("image-unknown", image=call.args.image)
    wanted = {name: getattr(call.args, name) for name in _WRITTEN}
    record = replace(found[0], **{k: v for k, v in wanted.items() if v is not None})
    if call.args.rights is not None:
        record = replace(record, rights=Rights(call.args.rights))
    call.desk.images.update(record)
    _show(call, [record])
    return DONE
