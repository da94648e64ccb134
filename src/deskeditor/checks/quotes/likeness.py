"""How alike two quotations are: the share of the shorter one's words that the other has too."""

from __future__ import annotations

import re
from functools import lru_cache

from deskeditor.language.folding import Fold, fold

_WORD = re.compile(r"\w{2,}")
_PARTICLES = frozenset(
    "في من علي الي عن مع ان التي الذي قد هذا هذه ذلك او ثم لا لم لن ما كان كانت بعد قبل بين".split()
)
#: Quotations further apart than this are not compared.
WINDOW = 60


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, without joined particles and endings."""
    found = set()
    for match in _WORD.finditer(fold(text, Fold.SEARCH)):
        word = match.group()
        if word in _PARTICLES:
            continue
        for prefix in ("وال", "بال", "فال", "لل", "ال", "و", "ب", "ل", "س"):
            if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                word = word[len(prefix) :]
                break
        found.add(word[:5])
    return frozenset(found)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """A text's words folded, nothing between them but a space."""
    return " ".join(_WORD.findall(fold(text, Fold.SEARCH)))
