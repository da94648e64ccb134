"""Words written another way: only those that change, nothing a reader would miss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.rewriting import Manner, rewritings


def written(text: str, manner: Manner) -> str:
    for start, end, new in reversed(rewritings(text, manner)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("manner", "text", "expected"),
    [
        (Manner.NO_TASHKEEL, "قالَ WHO إنّ ٢٥ «مستشفًى» 😀", "قال WHO إن ٢٥ «مستشفى» 😀"),
        (Manner.NO_TATWEEL, "الـــوزير 12 بـغداد 😀", "الوزير 12 بغداد 😀"),
        (Manner.NO_TATWEEL, "عام 1447 هـ، ولـ«هيئة» و لـWHO", "عام 1447 هـ، ولـ«هيئة» و لـWHO"),
        (Manner.ARABIC_DIGITS, "25 من 1,500 و3.5% 😀", "٢٥ من ١٬٥٠٠ و٣٫٥٪ 😀"),
        (Manner.ARABIC_DIGITS, "في 23.11.2026 عند 10:30", "في ٢٣.١١.٢٠٢٦ عند ١٠:٣٠"),
        (Manner.ARABIC_DIGITS, "طراز HP-42 وCOVID-19 وF16", "طراز HP-42 وCOVID-19 وF16"),
        (Manner.ARABIC_DIGITS, "https://who.int/2026 و5G", "https://who.int/2026 و5G"),
        (Manner.LATIN_DIGITS, "٢٥ من ١٬٥٠٠ و٣٫٥٪ و۷ 😀", "25 من 1,500 و3.5% و7 😀"),
    ],
)
def test_each_manner(manner: Manner, text: str, expected: str) -> None:
    assert written(text, manner) == expected


@given(st.text(alphabet="اأبـًّ٢2.,%٪ A-\n«»😀", max_size=40), st.sampled_from(Manner))
def test_what_is_written_anew_once_stays(text: str, manner: Manner) -> None:
    found = rewritings(text, manner)
    ends = [0, *(place for a, b, _ in found for place in (a, b)), len(text)]
    assert ends == sorted(ends)
    once = written(text, manner)
    if manner in (Manner.NO_TASHKEEL, Manner.NO_TATWEEL):
        assert written(once, manner) == once
