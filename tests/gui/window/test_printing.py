"""What is drawn for paper can be searched for, letter by letter."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from deskeditor.formats.evidence import pdf
from deskeditor.ui.printing import pdf_of

WORDS = "لا الاقتصاد والإسلام لأن إلا لآخر مثلا WHO ٢٥"


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_every_lam_alef_can_be_searched_for(qtbot: QtBot, weight: str) -> None:
    assert qtbot is not None
    style = f"p {{ font-weight: {weight}; }}"
    raw = pdf_of(f'<p dir="rtl">{WORDS}</p>', style, rtl=True, title="ورقة")
    drawn = pypdfium2.PdfDocument(raw)[0].get_textpage().get_text_range()
    told = unicodedata.normalize("NFKC", drawn)
    for word in WORDS.split()[:6]:
        assert word in told
        assert word in pdf.read(raw)
