"""What somebody is said to have said without quotation glyphs: the clause behind أن, or a colon.

Each word of saying with a speaker gives at most one clause: from behind its أن (or its colon, or
its object: «أعلن انتهاء المهام») to the end of the sentence or the next word of saying. What stands
in glyphs is a quotation and is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.following import Followed, Heard
from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.origins import Attributed
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.shared import followed_in
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Reported
from deskeditor.language.glyphs import Pair

#: Words between the word of saying and its أن, and words a clause has at least.
_FAR, _SHORTEST = 24, 2
#: Verbs whose object is what was said: «أعلن العراق انتهاء المهام».
_ANNOUNCES = frozenset({"اعلن", "اكد", "نفي", "نفى"})
_TIMES = frozenset(
    "الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت امس اليوم مساء صباح فجر الماضي الحالي"
    " الجاري المقبل على عن".split()
)
_EDGES = " ،,؛.:؟!\u200f\u200e\u00a0\n"


def reported_in(context: CheckContext) -> tuple[Reported, ...]:
    """Everything reported in the piece, in reading order, read once a run."""
    return context.once("quotes.reported", _read)


def _read(context: CheckContext) -> tuple[Reported, ...]:
    return reported_of(followed_in(context), context.memory)


def reported_of(followed: Followed, memory: Memory) -> tuple[Reported, ...]:
    """Everything reported in a document that has been read and followed already."""
    rows = memory.rows("quotes.reported", followed.lines, lambda heard: tuple(_of_line(heard)))
    return memory.flat("quotes.reported", rows)


def _of_line(heard: Heard) -> Iterator[Reported]:
    line, pairs = heard.text.line, heard.text.paired.pairs
    row, origins = heard.text.utterances, heard.origins
    told = 0
    for place, utterance in enumerate(row):
        if utterance.start < told or not _heard(line, utterance):
            continue
        following = row[place + 1] if place + 1 < len(row) else None
        said = origins.get(utterance.start)
        if said is None or said.speaker is None:
            continue
        found = _clause(line, pairs, utterance, following)
        if found is not None and found[0] >= told:
            told = found[1]
            yield _told(line, *found, said=said)


def _heard(line: Line, utterance: Utterance) -> bool:
    """Whether somebody surely speaks: named, or going on with what he said."""
    if utterance.phrase is not None or utterance.cue.kind != "verb":
        return True
    return utterance.joined or line.word_at(utterance.sentence[0]) == line.word_at(utterance.start)


def _told(line: Line, start: int, end: int, direct: bool, *, said: Attributed) -> Reported:
    return Reported(
        Anchor(line.address, start, end),
        line.text[start:end],
        direct=direct,
        speaker=said.speaker,
        cue=said.cue,
        channel=said.channel,
        relays=said.relays,
    )


def _clause(
    line: Line, pairs: tuple[Pair, ...], utterance: Utterance, following: Utterance | None
) -> tuple[int, int, bool] | None:
    """Where the clause stands and whether it is direct; None where a quotation takes its place."""
    limit = utterance.sentence[1]
    if following is not None and following.cue.kind != "verb":
        limit = min(limit, following.start)
    begin = _begins(line, utterance, limit)
    if begin is None:
        return None
    index, direct = begin
    if index >= len(line.words) or line.words[index].start >= limit:
        return None
    start = line.words[index].start
    end = start + len(line.text[start:limit].rstrip(_EDGES))
    opening = next((p for p in pairs if p.open >= utterance.end), None)
    if opening is not None and opening.open <= start <= opening.end:
        return None
    if any(p.start <= start < p.end for p in pairs):
        return None
    return (start, end, direct) if line.word_at(end) - index >= _SHORTEST else None


def _begins(line: Line, utterance: Utterance, limit: int) -> tuple[int, bool] | None:
    """The first word of the clause, and whether a colon brings it."""
    first = line.word_at(utterance.end)
    for index in range(first, min(first + _FAR, len(line.words))):
        word = line.words[index]
        if word.start >= limit:
            break
        if ":" in line.gap(index):
            return index, True
        if word.bare in words_of("complements"):
            return index + 1, False
    if utterance.cue.kind == "verb" and utterance.cue.lemma in _ANNOUNCES:
        return _object_of(line, utterance, limit)
    return None


def _object_of(line: Line, utterance: Utterance, limit: int) -> tuple[int, bool] | None:
    """The object behind the subject and the time: «أعلن فلان، الخميس الماضي، انتهاء المهام»."""
    phrase = utterance.phrase
    if phrase is None or phrase.start < utterance.start:
        return None
    index = line.word_at(max(phrase.end, phrase.reach) if phrase.title else phrase.end)
    while index < len(line.words) and line.words[index].bare in _TIMES:
        index += 1
    if index >= len(line.words) or line.words[index].start >= limit:
        return None
    return None if line.words[index].bare in words_of("stops") else (index, False)
