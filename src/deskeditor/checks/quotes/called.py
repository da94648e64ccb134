"""Whether somebody or something is said to be called as the quotation glyphs hold it."""

from __future__ import annotations

from itertools import pairwise

from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.phrases import is_title
from deskeditor.checks.quotes.scan import Line
from deskeditor.language.glyphs import Pair

#: Words between «تسمية» and «بـ"…"».
_CALLED_BY = 5
#: «يطلقون على أنفسهم "…"», «أطلقت عليها "…"»: a name is given.
_GIVEN = frozenset("يطلق تطلق يطلقون اطلق اطلقت اطلقوا ويطلق".split())


def called_so(line: Line, pair: Pair, joined: str) -> bool:
    """«إعادة تسمية الحزب بـ"…"», «المعروفة إعلاميا بـ"…"»: somebody or something is called so."""
    before = line.word_at(pair.open)
    near = [word.bare for word in line.words[max(0, before - 3) : before]]
    if any(a in _GIVEN and b == "على" for a, b in pairwise(near)) or (
        len(near) > 1 and near[-2] in _GIVEN and near[-1] in ("عليه", "عليها", "عليهم")
    ):
        return True
    if joined != "ب" or before - 1 <= 0:
        return False
    ahead = {word.bare for word in line.words[max(0, before - 1 - _CALLED_BY) : before - 1]}
    return bool(ahead & words_of("calling"))


def bears_office(word: str) -> bool:
    """«الصحافية "…"», «المذيعة "…"»: an office whose holder's name may follow."""
    return word.startswith("ال") and is_title(word)
