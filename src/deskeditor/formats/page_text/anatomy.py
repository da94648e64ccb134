"""What each line of a page is, and how sure that is.

A published page saved as text has lost every sign but order, gaps and wording. Three steps: the
stamp line splits the page into its top and its story; the top is masthead, kicker, headline, deck;
in the story, short lines between paragraphs are subheads or captions of pictures that did not come
along. A doubt is kept with the line, never settled in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from deskeditor.domain.article import PublishStamp
from deskeditor.formats.page_text import cues
from deskeditor.formats.page_text.lines import Line
from deskeditor.formats.page_text.stamp import read_stamp

#: The stamp and the top of a page stand within its first lines.
_TOP = 16
#: A subhead or caption of a picture is short; more words are running text.
_SHORT = 14


class Part(StrEnum):
    """What a line is to the page."""

    MASTHEAD = "masthead"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    STAMP = "stamp"
    HERO_TITLE = "hero_title"
    HERO_CAPTION = "hero_caption"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    FURNITURE = "furniture"
    RELATED = "related"
    RULE = "rule"


class Doubt(StrEnum):
    """Why the reader is unsure of a line; each has a sentence in `wording`."""

    SUBHEAD_OR_CAPTION = "subhead_or_caption"
    CAPTION_OR_SUBHEAD = "caption_or_subhead"
    DECK_OR_CAPTION = "deck_or_caption"
    KICKER_OR_HEADLINE = "kicker_or_headline"
    HERO_LINES = "hero_lines"
    FURNITURE = "furniture"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and its part; `doubt` says what the journalist should look at."""

    line: Line
    part: Part
    doubt: Doubt | None = None
    stamp: PublishStamp | None = None


def place(lines: Sequence[Line], language: str) -> list[Placed]:
    """Every line with its part, in order."""
    stamp_at = _stamp_place(lines)
    story = _story_start(lines, 0 if stamp_at is None else stamp_at + 1)
    if stamp_at is None:
        placed = _top(lines[:story], language)
    else:
        placed = _top(lines[:stamp_at], language)
        placed += _under_stamp(lines[stamp_at:story], language)
    return placed + _body(lines, story, language)


def _stamp_place(lines: Sequence[Line]) -> int | None:
    for place, line in enumerate(lines[:_TOP]):
        if cues.is_body(line):
            return None
        if place and read_stamp(line):
            return place
    return None


def _story_start(lines: Sequence[Line], start: int) -> int:
    """Where running text begins: at a body line; where none comes, after one line of headline."""
    for place in range(start, min(len(lines), start + _TOP)):
        if cues.is_body(lines[place]):
            return place
    for place in range(start, len(lines)):
        if cues.ends_sentence(lines[place]) and not cues.asks(lines[place]):
            return place
    return min(len(lines), start + 1) if start == 0 else start


def _masthead_length(lines: Sequence[Line]) -> int:
    """How many lines at the top are the masthead; a headline must be left below it."""
    if len(lines) < 2:
        return 0
    group = next((n for n, line in enumerate(lines, 1) if line.gap_after), len(lines))
    spoken = [n for n, line in enumerate(lines[: len(lines) - 1], 1) if cues.is_masthead(line)]
    if not spoken or any(not cues.is_masthead(line) for line in lines[: spoken[0] - 1]):
        return 0
    last = spoken[-1]
    return group if last <= group < len(lines) else last


def _top(lines: Sequence[Line], language: str) -> list[Placed]:
    """The lines above the stamp, or above the story: masthead, kicker, headline, deck."""
    count = _masthead_length(lines)
    placed = [Placed(line, Part.MASTHEAD) for line in lines[:count]]
    rest: list[Line] = []
    for line in lines[count:]:
        part = _label(line, first=not rest)
        if part is None:
            rest.append(line)
        else:
            placed.append(Placed(line, part, _label_doubt(part)))
    placed += _titles(rest, language)
    return sorted(placed, key=lambda item: item.line.start)


def _label(line: Line, *, first: bool) -> Part | None:
    """The part of a line of the top or the hero that its own wording tells."""
    if cues.is_furniture(line):
        return Part.FURNITURE
    if cues.is_rule(line):
        return Part.RULE
    if first:
        return None
    if cues.is_dateline(line):
        return Part.DATELINE
    return Part.BYLINE if cues.is_byline(line) else None


def _label_doubt(part: Part) -> Doubt | None:
    return Doubt.FURNITURE if part is Part.FURNITURE else None


def _titles(lines: Sequence[Line], language: str) -> list[Placed]:
    if not lines:
        return []
    at = _headline_place(lines)
    placed = [Placed(line, Part.KICKER, Doubt.KICKER_OR_HEADLINE) for line in lines[:at]]
    placed.append(Placed(lines[at], Part.HEADLINE))
    under = lines[at + 1 :]
    pictured = [line for line in under if _speaks_of_hero(line, language)]
    if pictured or len(under) > 1:
        return placed + _under_headline(under, language)
    return placed + [Placed(line, Part.DECK, Doubt.DECK_OR_CAPTION) for line in under]


def _headline_place(lines: Sequence[Line]) -> int:
    """The headline is the first line; the second where the first is a short label above it."""
    if len(lines) > 1 and len(lines[0].words) <= 4 and not cues.has_verb(lines[0]):
        second = lines[1]
        if len(second.words) >= 5 and not cues.speaks_of_picture(second):
            return 1
    return 0


def _under_headline(lines: Sequence[Line], language: str) -> list[Placed]:
    """Lines between headline and story: a deck is a sentence in the article's own language."""
    first, hero = lines[0], list(lines)
    placed = []
    if not _speaks_of_hero(first, language) and len(first.words) >= 6 and cues.has_verb(first):
        placed, hero = [Placed(first, Part.DECK)], hero[1:]
    return placed + _hero(hero)


def _speaks_of_hero(line: Line, language: str) -> bool:
    foreign = cues.is_foreign(line, language)
    return foreign or cues.speaks_of_picture(line) or cues.ends_with_agency(line)


def _under_stamp(lines: Sequence[Line], language: str) -> list[Placed]:
    """The stamp, what names author and place, and the hero's lines."""
    placed: list[Placed] = []
    hero: list[Line] = []
    for line in lines:
        stamp = read_stamp(line)
        part = _label(line, first=False)
        if stamp:
            placed.append(Placed(line, Part.STAMP, stamp=stamp))
        elif part:
            placed.append(Placed(line, part, _label_doubt(part)))
        else:
            hero.append(line)
    if hero:
        placed += _under_headline(hero, language)
    return sorted(placed, key=lambda item: item.line.start)


def _hero(lines: Sequence[Line]) -> list[Placed]:
    """The hero's name and its caption; the last of several lines is the caption."""
    if not lines:
        return []
    if len(lines) == 1:
        return [Placed(lines[0], Part.HERO_CAPTION)]
    doubt = Doubt.HERO_LINES if len(lines) > 2 else None
    titles = [Placed(line, Part.HERO_TITLE, doubt) for line in lines[:-1]]
    return [*titles, Placed(lines[-1], Part.HERO_CAPTION)]


def _body(lines: Sequence[Line], start: int, language: str) -> list[Placed]:
    spaced = sum(line.gap_after for line in lines[start:]) * 2 >= len(lines) - start
    placed = []
    for place in range(start, len(lines)):
        after = lines[place + 1] if place + 1 < len(lines) else None
        placed.append(_body_line(lines[place], after, language, spaced=spaced))
    return placed


def _body_line(line: Line, after: Line | None, language: str, *, spaced: bool) -> Placed:
    if cues.is_rule(line):
        return Placed(line, Part.RULE)
    if cues.is_furniture(line):
        return Placed(line, Part.FURNITURE, Doubt.FURNITURE)
    if cues.is_related(line):
        return Placed(line, Part.RELATED, Doubt.RELATED)
    alone = (line.gap_before and line.gap_after) or not spaced
    ends = cues.ends_sentence(line) and not cues.asks(line)
    if not alone or ends or len(line.words) > _SHORT or line.text.endswith((":", "،", "؛", ",")):
        return Placed(line, Part.PARAGRAPH)
    return _short_line(line, after, language)


def _short_line(line: Line, after: Line | None, language: str) -> Placed:
    """A short line alone: caption or subhead, weighed by wording and by what comes after."""
    if not line.words:
        return Placed(line, Part.PARAGRAPH)
    if cues.is_foreign(line, language) or cues.speaks_of_picture(line):
        return Placed(line, Part.CAPTION)
    if after is None:
        return Placed(line, Part.PARAGRAPH)
    if cues.ends_with_agency(line):
        return Placed(line, Part.CAPTION)
    if cues.asks(line) or cues.has_verb(line):
        return Placed(line, Part.SUBHEAD)
    if cues.sets_names_apart(line):
        return Placed(line, Part.CAPTION)
    caption = 2 * cues.goes_on(after) + _looks_like_name(line)
    subhead = cues.opens_part(after) + (not _looks_like_name(line)) + (not cues.goes_on(after))
    if caption > subhead:
        return Placed(line, Part.CAPTION, Doubt.CAPTION_OR_SUBHEAD)
    return Placed(line, Part.SUBHEAD, Doubt.SUBHEAD_OR_CAPTION)


def _looks_like_name(line: Line) -> bool:
    """A definite phrase of few words, as names of people and institutions are."""
    words = line.words
    return (
        len(words) <= 5 and words[0].startswith("ال") and (len(words) == 1 or "ال" in words[1][:3])
    )
