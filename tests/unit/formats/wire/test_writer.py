from __future__ import annotations

import re

from deskeditor.formats.html import HtmlWriter
from deskeditor.formats.wire import WireWriter
from helpers import stress
from helpers.repository import RESOURCES

PICTURES = {stress.MEDIA: stress.picture()}


def test_a_wire_says_all_that_readers_see_in_plain_words() -> None:
    text = WireWriter().write(stress.ARTICLE, stress.PUBLICATION, PICTURES).decode()
    parts = text.split("\n\n")
    assert parts[:2] == ["ملاعب", "منتخب الناشئين يفوز 2-1 ويبلغ نهائيّ البطولة 🏆"]
    assert "هدى الساعدي · البصرة – واع · 23 تشرين الثاني 2026" in parts
    assert "لكننا عدنا.\n— المدرب سلام جابر" in text
    assert "تقرير كُتب (https://example.org/تقرير?a=1&b=2) بلغة" in text
    assert "- التشكيلة:\n  - حارس: علي كاظم" in text
    assert "بعد ثلاث جولات\nالفريق | النقاط | الأهداف" in text
    assert "[الجدار — الصورة: رويترز]" in parts
    assert not [word for word in (*stress.SECRETS, "javascript:", "صورة لم تصل") if word in text]


def test_a_fragment_says_its_direction_on_every_block_and_has_no_page() -> None:
    html = HtmlWriter(RESOURCES).fragment(stress.ARTICLE, stress.PUBLICATION, PICTURES)
    assert html.startswith('<div lang="ar" dir="rtl">')
    blocks = re.findall(r"<(?:p|h\d|li|blockquote)(?= |>)[^>]*>(?!\n<p>)", html)
    assert len(blocks) > 12
    assert [tag for tag in blocks if " dir=" not in tag] == ["<p>"], "the words of the quotation"
    assert not [tag for tag in ("<html", "<head", "<style", "<script", "<main") if tag in html]
    assert not [word for word in (*stress.SECRETS, "javascript:") if word in html]
