"""What a typed character becomes, in the house's style; and what is left alone."""

from __future__ import annotations

import pytest

from deskeditor.domain.publication import Digits, HouseStyle, QuoteGlyphs
from deskeditor.language.typography import AFTER, TRIGGERS, smart

HOUSE = HouseStyle()
CURLY = HouseStyle(quotes=QuoteGlyphs.CURLY)
ARABIC = HouseStyle(digits=Digits.ARABIC)


def written(keys: str, house: HouseStyle = HOUSE) -> str:
    """What stands after these keys were pressed one by one."""
    text = ""
    for key in keys:
        found = smart(text, key, house)
        if found is None:
            text += key
        else:
            text = text[: len(text) - found.drop] + found.text
    return text


@pytest.mark.parametrize(
    ("keys", "becomes"),
    [
        ('قالَ "نعم" 😀', "قالَ «نعم» 😀"),
        ('قال: "شعار "النهر" لنا"', "قال: «شعار “النهر” لنا»"),
        ('شركة "Google" قالت', "شركة «Google» قالت"),
        ('وصف لـ"الرافد"', "وصف لـ«الرافد»"),
        ("هل وصل? نعم, وصل; غادر", "هل وصل؟ نعم، وصل؛ غادر"),
        ("قالت WHO, ثم", "قالت WHO، ثم"),
        ("بلغ 1,000 في 2026, وزاد", "بلغ 1,000 في 2026، وزاد"),
        ("وصل ، وغادر .", "وصل، وغادر."),
        ("وصل،وغادر", "وصل، وغادر"),
        ("وصل الوفد.غادر", "وصل الوفد. غادر"),
        ("زار د.أحمد و أ.م.د.علي", "زار د.أحمد و أ.م.د.علي"),
        ("وصل،  وغادر", "وصل، وغادر"),
        ("النهيرة - الاثنين", "النهيرة – الاثنين"),
        ("النهيرة--الاثنين", "النهيرة–الاثنين"),
        ("فاز 2-1", "فاز 2-1"),
        ("نسبة 60 %", "نسبة 60%"),
        ("نسبة ٦٠٪", "نسبة 60%"),
        ("عند 10:30 و ٢٥", "عند 10:30 و 25"),
        ("( نعم )", "( نعم)"),
    ],
)
def test_keys_become_the_house_style(keys: str, becomes: str) -> None:
    assert written(keys) == becomes


def test_the_other_house_has_its_own_glyphs_and_digits() -> None:
    assert written('قال "شعار "النهر" لنا"', CURLY) == "قال “شعار «النهر» لنا”"
    assert written("نسبة 60 % 😀", ARABIC) == "نسبة ٦٠٪ 😀"
    assert written("طراز HP-42", ARABIC) == "طراز HP-42"


@pytest.mark.parametrize(
    "keys",
    [
        'قال Hello there, "world" now?',
        "WHO said: yes, no",
        "الموقع https://example.org/?a=1,2;b",
        "البريد desk@example.org?",
        "C++ 2-1 😀",
        "قيمة 1,000.5",
        "نص 'مفرد' ـ",
    ],
)
def test_latin_runs_and_addresses_are_left_alone(keys: str) -> None:
    assert written(keys) == keys


def test_whatever_changes_is_a_trigger_or_follows_one() -> None:
    for before in ("", "قال", "قال ", "قال،", "قال.", "قال «نعم»", "نسبة 60 ", "قال -", "وصل -"):
        for code in (*range(0x20, 0x7F), *range(0x60C, 0x670), 0xAB, 0xBB, 0x201D, 0xA0):
            if smart(before, chr(code), HOUSE) is not None:
                assert chr(code) in TRIGGERS or before[-1:] in AFTER
