"""One spelling of a name throughout: أمريكا or أميركا, ترامب or ترمب."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Topic
from deskeditor.checks.style.counting import Use, mixed, uses
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.publication import HouseStyle
from deskeditor.domain.words import Bilingual

#: Spellings of one name; what follows in the word (endings) is kept.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("أمريك", "أميرك"), ("ترامب", "ترمب"), ("إسطنبول", "اسطنبول", "استنبول"),
    ("غوغل", "جوجل"), ("إنجليز", "إنكليز", "انجليز"), ("إنجلترا", "إنكلترا", "انجلترا"),
    ("تلفزيون", "تليفزيون"), ("بنغلاديش", "بنجلاديش"),
    ("هونغ كونغ", "هونج كونج"), ("أستراليا", "استراليا"), ("نتنياهو", "نتانياهو"),
    ("إستراتيج", "استراتيج"), ("بيونغ يانغ", "بيونج يانج"),
    ("أفغانستان", "افغانستان"), ("أرثوذكس", "أورثوذكس"),
)  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for group in GROUPS for stem in group if " " not in stem[-1:])
    return re.compile(rf"(?<![ء-ي])([وف]?[بكل]?(?:ال|ل)?)({stems})([ء-ي]*+)")


_GROUP_OF = {stem: place for place, group in enumerate(GROUPS) for stem in group}


def _read(_: CheckContext, slot: Slot) -> tuple[Use, ...]:
    found: list[Use] = []
    for match in _pattern().finditer(slot.text.text):
        front, stem, back = match.groups()
        new = {other: f"{front}{other}{back}" for other in GROUPS[_GROUP_OF[stem]]}
        article = "ال" if front.endswith(("ال", "لل")) else ""
        bare = f"{article}{stem}{back}"
        found.append(Use(Anchor(slot.address, *match.span()), match[0], stem, new, bare))
    return tuple(found)


def house_form(group: tuple[str, ...], house: HouseStyle) -> str | None:
    """The stem the house prefers in a group, read from its spellings."""
    for wanted in house.spellings.values():
        for stem in group:
            if wanted.removeprefix("ال").startswith(stem):
                return stem
    return None


def _run(context: CheckContext) -> Iterator[Finding]:
    by_group: dict[int, list[Use]] = {}
    for use in uses(context, "mixed-spelling", _read):
        by_group.setdefault(_GROUP_OF[use.form], []).append(use)
    for place, found in by_group.items():
        yield from mixed(RULE, found, house_form(GROUPS[place], context.publication.house))


RULE = DocumentRule(
    id="style.mixed-spelling",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.CONSISTENCY,
    title=Bilingual("اسم بصورتين", "A name spelled two ways"),
    message=Bilingual(
        "«{text}» هنا و«{other}» في موضع آخر: صورة واحدة في النص كله.",
        "“{text}” here and “{other}” elsewhere: one spelling throughout.",
    ),
    must_match=("القوات الأمريكية 😀\n\nأعلنت أميركا سحب 60%\n\nالإدارة الأمريكية",),
    must_not_match=("القوات الأمريكية 😀 والإدارة الأمريكية", "كيف وصل إلى كييف"),
    run=_run,
    reads=lambda context: (uses(context, "mixed-spelling", _read),),
)
