"""«صدر عن الوزارة البيان الآتي:», «أصدرت الوزارة بيانا جاء فيه:»: a document that brings words.

The verb alone says nothing; whose document it is and that it brings words stand behind it.
"""

from __future__ import annotations

from deskeditor.checks.quotes.channels import Route, mention_of
from deskeditor.checks.quotes.phrases import Phrase, read_phrase
from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.quotes import Channel

ISSUED = frozenset("صدر صدرت اصدر اصدرت وصدر وصدرت واصدر واصدرت".split())
_DOCUMENTS = frozenset("البيان بيان بيانا التوضيح توضيح توضيحا البلاغ بلاغ بلاغا".split())
#: Words between the verb and the document, and from the document to its colon.
_TO_DOCUMENT = 14
_TO_COLON = 5


def issued(line: Line, index: int, limit: int) -> tuple[Phrase, Route] | None:
    """Whose document the verb at word `index` brings, and its way; None where it brings none."""
    for ahead in range(index + 2, min(index + _TO_DOCUMENT, len(line.words))):
        word = line.words[ahead]
        if word.end > limit:
            return None
        if word.bare in _DOCUMENTS:
            break
    else:
        return None
    last = min(ahead + _TO_COLON, len(line.words))
    colon = any(":" in line.gap(place) for place in range(ahead + 1, last))
    if not (colon or ":" in line.text[word.end : limit + 1]):
        return None
    first = index + 2 if line.words[index + 1].bare == "عن" else index + 1
    phrase = read_phrase(line, first, word.start)
    if phrase is None:
        return None
    return phrase, Route(Channel.STATEMENT, mention_of(line, word.start, word.end))
