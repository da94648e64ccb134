"""Names behind a title: what the body and a caption are held against each other by."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.quotes.phrases import Phrase, is_title, read_phrase
from deskeditor.checks.quotes.scan import Line


def titled(line: Line) -> Iterator[Phrase]:
    """Names behind a title, at most two words of each."""
    behind = 0
    for index, word in enumerate(line.words):
        if index < behind or not is_title(word.bare):
            continue
        phrase = read_phrase(line, index, len(line.text))
        if phrase is None or not phrase.title:
            continue
        first = line.word_at(phrase.start)
        last = min(first + 1, len(line.words) - 1)
        end = min(line.words[last].end, phrase.end)
        yield Phrase(line.text[phrase.start : end], phrase.start, end, phrase.title)
        behind = first + 2
