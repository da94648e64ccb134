"""Whose an office is, where that stands between title and name: a place, a club, a firm."""

from __future__ import annotations

from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.scan import Word

#: Titles and bodies that are of a place, in their bare forms.
_OF_A_PLACE = frozenset(
    "محافظ محافظة عمدة قائمقام حاكم والي بلدية قضاء ناحية بلدة مدينة قرية ميناء مطار".split()
)
_OF_A_CLUB = frozenset("مدرب لاعب مهاجم مدافع حارس نجم هداف قائد".split())


def place_words(words: list[Word], cut: int) -> int:
    """How many of the words before the name are the place the title is of: «محافظ … فلان الفلاني».

    An indefinite «محافظ» or «بلدية» must be followed by its place: where more words stand behind
    it than a name has, the first is the place, with a definite one behind it («مرسى الطيب»).
    """
    before, rest = words[cut - 1].bare.removeprefix("و"), words[cut:]
    if before in words_of("orgs") and before not in _OF_A_PLACE:
        return _own_name(rest)
    if before in _OF_A_CLUB:
        return _club(rest)
    if before not in _OF_A_PLACE:
        return 0
    if len(rest) >= 4 and rest[1].text.startswith("ال"):
        return 2
    return 1 if len(rest) >= 3 else 0


def _club(rest: list[Word]) -> int:
    """How many words are the club's name: «مدرب … الإيطالي فلان الفلاني», «لاعب … فلان الفلاني»."""
    for index, word in enumerate(rest[:-1]):
        if index and word.text.startswith("ال") and word.bare.endswith("ي"):
            return index + 1 if len(rest) - index > 2 else 0
    return max(0, len(rest) - 2) if len(rest) <= 4 else 0


def _own_name(rest: list[Word]) -> int:
    """How many words are the name of the firm or party the title is of: «رئيس شركة … فلان»."""
    if len(rest) < 3:
        return 0
    count = 1
    while count < len(rest) - 1 and rest[count].text.startswith("ال"):
        count += 1
    return count if len(rest) - count >= 2 else 0
