"""Days told from today: «أمس», «بعد غد», «الليلة», «هذا المساء», and what only looks like one."""

from __future__ import annotations

from deskeditor.language import date_lexicon as lexicon
from deskeditor.language.calendars import weekdays
from deskeditor.language.date_words import Words


def near_day(words: Words, index: int) -> tuple[int, int] | None:
    """Days from today of «أول أمس», and the index behind."""
    bare = words.bare(index)
    if bare in ("اول", "قبل") and words.is_word(index + 1, "امس"):
        return -2, index + 2
    if bare in ("امس", "البارحة") and words.is_word(index + 1, "الاول"):
        return -2, index + 2
    if bare == "اول" and words.is_word(index + 1, "من") and words.is_word(index + 2, "امس"):
        return -2, index + 3
    if bare == "بعد" and words.bare(index + 1) in ("غد", "الغد"):
        return 2, index + 2
    if bare not in lexicon.NEAR or (bare == "غد" and not _behind_part(words, index)):
        return None
    if bare == "اليوم" and not _today(words, index):
        return None
    if bare == "الليلة":
        return _tonight(words, index)
    return lexicon.NEAR[bare], index + 1


def _behind_part(words: Words, index: int) -> bool:
    """Whether «غد» stands behind «يوم» or a part of the day: «صباح غد»."""
    before = words.bare(index - 1)
    return before == "يوم" or before in lexicon.PARTS.split()


def _tonight(words: Words, index: int) -> tuple[int, int] | None:
    """«الليلة», «الليلة الماضية»; no night that is counted or named («الليلة الثالثة»)."""
    behind = index + 1
    if words.when(behind) == -1:
        return -1, behind + 1
    following = words.all[behind].text if behind < len(words.all) and words.joined(behind) else ""
    before = words.all[index - 1].text if index and words.joined(index) else ""
    named = following in lexicon.NOT_TONIGHT or before in lexicon.BEFORE_TODAY
    told = before in lexicon.BEFORE_TOLD_NIGHT or _one_of_many(words, behind)
    return None if named or told or words.all[index].cut else (0, behind)


def this_part_of_day(words: Words, index: int) -> int | None:
    """The index behind «هذا المساء», «هذه الليلة»."""
    this = words.bare(index) in ("هذا", "هذه") and index + 1 < len(words.all)
    named = this and words.joined(index + 1) and words.all[index + 1].text in lexicon.THIS_PART
    if not named or _one_of_many(words, index + 2):
        return None
    following = words.all[index + 2].text if index + 2 < len(words.all) else ""
    return None if following in lexicon.NOT_TONIGHT and words.joined(index + 2) else index + 2


def _one_of_many(words: Words, behind: int) -> bool:
    """Whether «من ليالي الحرب», «من عام 1991» follows: a day of another time."""
    if not words.is_word(behind, "من") or not words.joined(behind):
        return False
    return words.bare(behind + 1) in lexicon.ONE_OF or words.month(behind + 1) is not None


def _today(words: Words, index: int) -> bool:
    if index + 1 < len(words.all) and words.joined(index + 1):
        following = words.all[index + 1].text
        if following in lexicon.NOT_TODAY:
            return following in weekdays()
    before = words.all[index - 1].text if index and words.joined(index) else ""
    return before not in lexicon.BEFORE_TODAY and words.all[index].cut == 0
