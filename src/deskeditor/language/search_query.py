"""A search as a person types it, read: words, "phrases", -exclusions and fields.

    قطع المياه -محطة "لا نستطيع" state:draft date:2026-11 speaker:المتحدثة
    القسم:محليات موعد:متأخرة في:الأرشيف متابعة:الجسر

Field names are Arabic or English; every quotation glyph opens a phrase. The last word goes on while
it is typed; a star lets any word go on. Owns no wording: what the states are called is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from deskeditor.domain.errors import BadInput
from deskeditor.domain.review import State
from deskeditor.domain.rows import Shelf
from deskeditor.domain.search import Field, Term, Wanted
from deskeditor.language.folding import fold
from deskeditor.language.search_words import index_words

#: The longest query, in code points, and the most terms in one.
LONGEST, MOST = 500, 30
_FIELDS: Mapping[str, Field] = {
    fold(name): field
    for field, names in {
        Field.TITLE: "title headline عنوان العنوان",
        Field.TEXT: "text body متن نص",
        Field.CAPTION: "caption تعليق",
        Field.QUOTE: "quote اقتباس",
        Field.SPEAKER: "speaker قائل القائل متحدث",
        Field.COMMENT: "comment ملاحظة ملاحظات",
        Field.AUTHOR: "author byline كاتب الكاتب",
    }.items()
    for name in names.split()
}
_STATE = frozenset(fold(name) for name in "state حالة الحالة".split())
_DATE = frozenset(fold(name) for name in "date تاريخ التاريخ".split())
_IN = frozenset(fold(name) for name in "in في".split())
_HISTORY = frozenset(fold(name) for name in "history السجل".split())
_TRASH = frozenset(fold(name) for name in "trash المهملات".split())
_OPENS = '"“”„«»'
_DESK = frozenset(fold(name) for name in "desk قسم القسم".split())
_DUE = frozenset(fold(name) for name in "due موعد الموعد تسليم التسليم".split())
_LATE = frozenset(fold(name) for name in "late overdue متأخر متأخرة المتأخرة".split())
_FOLLOWS = frozenset(fold(name) for name in "follows followup تتمة متابعة".split())
#: Fields that choose and cannot be left out with a minus.
_WITHOUT_MINUS = _STATE | _DATE | _IN | _DESK | _DUE | _FOLLOWS
_SHELVES: Mapping[str, Shelf] = {
    fold(name): shelf
    for shelf, names in {
        Shelf.ARCHIVE: "archive أرشيف الأرشيف",
        Shelf.TEMPLATE: "templates template قوالب القوالب",
        Shelf.WORK: "work العمل",
    }.items()
    for name in names.split()
}
_PIECE = re.compile(
    rf"(?P<minus>-?)(?:(?P<name>[^\s:{_OPENS}]+):)?"
    rf"(?:[{_OPENS}](?P<phrase>[^{_OPENS}]*)[{_OPENS}]?|(?P<word>[^\s{_OPENS}]+))"
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z")


def read_query(text: str, states: Mapping[str, State], zone: tzinfo = UTC) -> Wanted:
    """The query of a text; `states` maps what states are called to them, `zone` is the desk's.

    Raises:
        BadInput: it is too long, or names a state or a day that there is not.
    """
    if len(text) > LONGEST:
        raise BadInput("search-too-long", limit=LONGEST)
    called = {"_".join(fold(name).split()): state for name, state in states.items()}
    called |= {state.value: state for state in State}
    wanted = Wanted()
    terms: list[Term] = []
    chosen: set[State] = set()
    for piece in _PIECE.finditer(text):
        name, value = fold(piece["name"] or ""), piece["phrase"] or piece["word"] or ""
        if piece["minus"] and name in _WITHOUT_MINUS:
            raise BadInput("search-minus", field=piece["name"])
        if name in _STATE:
            chosen.add(_state(value, called))
        elif name in _DATE:
            wanted = _dated(wanted, value, zone)
        elif name in _IN and fold(value) in _HISTORY | _TRASH | _SHELVES.keys():
            wanted = _inside(wanted, fold(value))
        elif name in _DESK:
            wanted = replace(wanted, desk=(*wanted.desk, *fold(value.replace("_", " ")).split()))
        elif name in _DUE:
            wanted = _due(wanted, value, zone)
        elif name in _FOLLOWS:
            wanted = _following(wanted, value)
        else:
            last = piece.end() == len(text) and piece["phrase"] is None
            terms.extend(_terms(piece, name, last=last))
    if len(terms) > MOST:
        raise BadInput("search-too-long", limit=LONGEST)
    return replace(wanted, terms=tuple(terms), states=frozenset(chosen))


def _terms(piece: re.Match[str], name: str, *, last: bool) -> Iterator[Term]:
    """The terms of one piece; an unknown field's name is a word like any other."""
    field = _FIELDS.get(name)
    value = piece["phrase"] if piece["phrase"] is not None else piece["word"]
    if name and field is None:
        value = f"{piece['name']} {value}"
    words = tuple(index_words(value))
    excluded = bool(piece["minus"])
    prefix = piece["phrase"] is None and (value.endswith("*") or last) and not excluded
    if words:
        yield Term(words, field, prefix, excluded)


def _state(value: str, called: Mapping[str, State]) -> State:
    asked = "_".join(fold(value.replace("_", " ")).split())
    found = called.get(asked)
    if found is None:
        raise BadInput("search-state", state=value)
    return found


def _inside(wanted: Wanted, inside: str) -> Wanted:
    return replace(
        wanted,
        history=wanted.history or inside in _HISTORY,
        trashed=wanted.trashed or inside in _TRASH,
        shelf=_SHELVES.get(inside, wanted.shelf),
    )


def _due(wanted: Wanted, value: str, zone: tzinfo) -> Wanted:
    if fold(value) in _LATE:
        return replace(wanted, late=True)
    since, until = _bounds(value, zone)
    return replace(wanted, due_since=since, due_until=until)


def _following(wanted: Wanted, value: str) -> Wanted:
    """Follow-ups of pieces that hold the words; a star asks for all follow-ups."""
    words = tuple(index_words(value))
    terms = tuple(Term((word,)) for word in words)
    return replace(wanted, followed=True, follows=(*wanted.follows, *terms))


def _dated(wanted: Wanted, value: str, zone: tzinfo) -> Wanted:
    """The query bounded by a day, a month, a year, or a span `2026-11-01..2026-11-20`."""
    since, until = _bounds(value, zone)
    return replace(wanted, since=since, until=until)


def _bounds(value: str, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    first, _, last = value.partition("..")
    since = _span(first, zone)[0] if first else None
    until = _span(last or first, zone)[1] if last or ".." not in value else None
    return since, until


def _span(value: str, zone: tzinfo) -> tuple[datetime, datetime]:
    """The first moment of a day, month or year, and the first behind it."""
    found = _DAY.match(fold(value))
    if found is None:
        raise BadInput("search-date", date=value)
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        if day:
            after = first + timedelta(days=1)
        elif month:
            after = date(year + month // 12, month % 12 + 1, 1)
        else:
            after = date(year + 1, 1, 1)
        begin, end = (datetime.combine(one, time(), zone).astimezone(UTC) for one in (first, after))
    except (ValueError, OverflowError) as error:
        raise BadInput("search-date", date=value) from error
    return begin, end
