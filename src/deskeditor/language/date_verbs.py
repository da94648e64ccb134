"""Verbs of the past that newsrooms write most, folded: what happened, and what was said.

Closed lists: a form that is a noun as well («عقد», «قصف», «تراجع») stands only with its feminine ت.
"""

from __future__ import annotations

from functools import cache

from deskeditor.language.calendars import PLAIN
from deskeditor.language.folding import fold

_HAPPENED = """
وقع اندلع انفجر سقط أصيب أصاب توفي مات لقي رحل غادر وصل عاد زار التقى اجتمع شهد هاجم استهدف اعتقل
فاز خسر أحرز افتتح انطلق بدأ انتهى اختتم استقال انتخب أقيل نفذ خرج هبط ارتفع انخفض بلغ حقق حصل
صدر أطلق أغلق تحطم احترق التهم أدى أسفر تسبب جرى أدين نال قاد أقام استضاف تعرض واجه انضم هرب
نزح احتل سيطر استعاد انسحب اغتيل اختطف عثر صادر دمر تضرر نجا هز أدلى شارك تم كان شن لم
"""
_ONLY_FEMININE = """
عقد قصف قتل ضرب نشر خطف هدم توقف تراجع تعادل تسلم سجل حدث غرق خلف نظم ولد ضبط تولى تصدر دخل
"""
_SAID = """
قال أعلن أكد أضاف كشف أوضح ذكر أفاد أشار صرح نقل أبلغ اعتبر رأى شدد لفت حذر نفى
"""


def has_happened(word: str) -> bool:
    """Whether the folded word is a known verb of what happened («وقع», «توفيت»)."""
    return word in _forms_of_what_happened()


def was_said(word: str) -> bool:
    """Whether the folded word is a known verb of saying («قال», «أعلنت»)."""
    return word in _forms_of_saying()


@cache
def _forms_of_what_happened() -> frozenset[str]:
    feminine = {form for word in _ONLY_FEMININE.split() for form in _endings(word)}
    return frozenset(feminine | _with_endings(_HAPPENED))


@cache
def _forms_of_saying() -> frozenset[str]:
    return frozenset(_with_endings(_SAID))


def _with_endings(verbs: str) -> set[str]:
    whole = {fold(verb, PLAIN) for verb in verbs.split()}
    return whole | {form for verb in verbs.split() for form in _endings(verb)}


def _endings(verb: str) -> tuple[str, ...]:
    """The forms of she, they and both: «أدت» of «أدى», «وصلت», «وصلوا», «وصلتا»."""
    weak = verb.endswith(("ى", "ا"))
    stem = verb[:-1] if weak else verb
    return tuple(fold(stem + ending, PLAIN) for ending in ("ت", "تا", "وا"))
