from __future__ import annotations

import pytest

from deskeditor.domain.publication import BadProfile, QuoteGlyphs, read_publication

GOOD = {"id": "rafid", "name": "صحيفة الرافد"}


def test_a_profile_says_only_what_differs() -> None:
    made = read_publication(
        {**GOOD, "house": {"quotes": "curly", "spellings": {"أمريكا": "أميركا"}}}
    )
    assert made.house.quotes.pair == ("“", "”")
    assert made.house.spellings["أمريكا"] == "أميركا"
    assert made.limits.headline == 64
    assert read_publication(GOOD).house.quotes is QuoteGlyphs.GUILLEMETS


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"name": ""}, "name"),
        ({"colour": "red"}, "colour"),
        ({"house": {"quotes": "straight"}}, "house.quotes"),
        ({"house": {"commas": "latin"}}, "house.commas"),
        ({"limits": {"headline": "64"}}, "limits.headline"),
        ({"limits": {"headline": True}}, "limits.headline"),
        ({"export": {"image_formats": ["bmp"]}}, "export.image_formats"),
        ({"export": {"image_shapes": []}}, "export.image_shapes"),
        ({"quorum": 0}, "quorum"),
        ({"masthead": "سطر"}, "masthead"),
        ({"severities": {"style.tatweel": "loud"}}, "severities.style.tatweel"),
    ],
)
def test_a_wrong_profile_is_refused_by_the_name_of_its_key(
    wrong: dict[str, object], key: str
) -> None:
    with pytest.raises(BadProfile) as caught:
        read_publication({**GOOD, **wrong})
    assert caught.value.values["key"] == key
