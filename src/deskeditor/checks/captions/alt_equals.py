"""captions.alt-equals: an alternative text that repeats the caption or names the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, plain, reads_figures, record_of
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_FILE = re.compile(r"(?i)\.(?:jpe?g|png|webp|gif|tiff?|heic|avif)$|^(?:img|dsc|image)[_-]?\d+$")


def find(context: CheckContext) -> Iterator[Finding]:
    """Alternative texts equal to the caption or to the picture's own name, or a file's name."""
    for each in context.figures:
        alt = plain(each.alt)
        record = record_of(context, each)
        name = record.name.rpartition(".")[0] if record is not None else ""
        same = alt in (plain(each.caption.text), plain(each.title), plain(name))
        if alt and (same or _FILE.search(each.alt.strip())):
            yield RULE.finding(Anchor(at(each, "alt"), 0, len(each.alt)), each.alt)


RULE = DocumentRule(
    id="captions.alt-equals",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("نص بديل منسوخ", "Alternative text says nothing of its own"),
    message=Bilingual(
        "النص البديل ينسخ التعليق أو اسم الملف: صف ما يُرى",
        "The alternative text repeats the caption or the file's name: describe what is seen",
    ),
    run=find,
    reads=reads_figures,
    must_match=(
        pictured(figure(alt="الوزيرة سلمى الكناني تفتتح مركز المدينة في بغداد، 3 أيار")),
        pictured(figure(alt="IMG_2031.jpg")),
        pictured(figure(alt="افتتاح المركز 3"), name="افتتاح-المركز-3.jpg"),
    ),
    must_not_match=(
        pictured(figure()),
        pictured(figure(alt="", caption="")),
    ),
)
