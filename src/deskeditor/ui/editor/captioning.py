"""A caption told anew as a whole, such as from a field beside the page: the little that changed."""

from __future__ import annotations

from deskeditor.domain.document import Inline, Suggestion
from deskeditor.domain.document.proposals import live


def changed(old: Inline, new: str) -> tuple[int, int, str] | None:
    """The code points of `old` to replace, and by what, that it may read `new`; None for none.

    What is proposed away of `old` is not read.
    """
    gone = [s for s in old.spans if isinstance(s.mark, Suggestion) and s.mark.kind == "delete"]
    read = [n for n in range(len(old)) if not any(s.start <= n < s.end for s in gone)]
    before = "".join(old.text[n] for n in read)
    if before == new:
        return None
    first, most = 0, min(len(before), len(new))
    while first < most and before[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == new[-1 - last]:
        last += 1
    start, end = first, len(before) - last
    place = read[start] if start < len(read) else len(old)
    return place, read[end - 1] + 1 if end > start else place, new[start : len(new) - last]


def captioned(old: Inline, new: str) -> Inline:
    """A caption as it reads when every proposal is taken, made to say `new`."""
    text = live(old)
    change = changed(text, new)
    return text if change is None else text.replace(*change)
