"""One article with every block, every mark and every trouble an export must carry or leave out."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import (
    CommentMark,
    Direction,
    Document,
    Emphasis,
    Fact,
    Figure,
    Header,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Quotation,
    QuoteMark,
    Separator,
    Span,
    Strong,
    Suggestion,
    Table,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Export, Publication
from deskeditor.formats.pictures import Picture

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
MEDIA = "ab" * 32

#: Words that must never leave the desk; a test looks for each in every export.
SECRETS = ("سِرّي-للتحرير", "تعليق-داخلي", "إدراج-مقترح", "canary-7f3a")


def marked(text: str, *marks: tuple[str, Mark]) -> Inline:
    """`text` with each mark on the first place its words stand."""
    spans = [Span(text.index(w), text.index(w) + len(w), mark) for w, mark in marks]
    return Inline(text, tuple(spans))


def picture(width: int = 64, height: int = 40) -> Picture:
    """A small plain picture with a credit of its own."""
    from PIL import Image

    raw = io.BytesIO()
    Image.new("RGB", (width, height), (120, 30, 40)).save(raw, "PNG")
    record = ImageRecord(
        MEDIA, "image/png", width, height, len(raw.getvalue()), name="سدّ.png",
        creator="زينب كريم", credit="زينب كريم / أرشيف الجريدة", alt="جدار السد من الضفة الشرقية",
    )  # fmt: skip
    return Picture(record, raw.getvalue(), "image/png", width, height)


PUBLICATION = Publication(
    id="rafidain",
    name="صحيفة الرافدين",
    masthead=("مجلس التحرير: صحفيات وصحفيون مستقلون", "معتمدة لدى نقابة الصحفيين (118)"),
    export=Export(licence="المشاع الإبداعي: نسب المُصنَّف 4.0 دولي"),
)

_BODY = marked(
    "فاز الفريق 2-1 على مضيفه، وقال المدرب عبر الهاتف +964 770-123-4567 إن نسبة الاستحواذ بلغت "
    "87.5% من زمن المباراة، وفق تقرير كُتب بلغة C++ ونشره موقع WHO في 23/11/2026 عند 10:30.",
    ("87.5%", Strong()),
    ("تقرير كُتب", Link("https://example.org/تقرير?a=1&b=2", "التقرير الكامل")),
    ("كُتب", Strong()),
    ("WHO", Isolate()),
    ("زمن", Emphasis()),
    ("المدرب", QuoteMark("q1")),
    ("الاستحواذ", Fact("flagged", "huda", AT)),
)
_SUGGESTED = marked(
    "يبقى هذا النص المحذوف اقتراحًا إدراج-مقترح حتى يقرر المحرر.",
    ("المحذوف ", Suggestion("delete", "s1", "huda", AT)),
    ("إدراج-مقترح ", Suggestion("insert", "s2", "huda", AT)),
    ("المحرر", CommentMark("t1")),
)
_HOSTILE = marked(
    "نص فيه <script>alert('x')</script> و &amp; و \"علامات\" ورابط خبيث وآخر صالح.",
    ("رابط خبيث", Link("javascript:alert(1)")),
    ("آخر صالح", Link("mailto:desk@example.org")),
)
_LONG = "ولنستخدمنّها" * 12 + " 🌊🇮🇶 𞸀"

DOCUMENT = Document(
    header=Header(
        kicker=Inline("ملاعب"),
        headline=Inline("منتخب الناشئين يفوز 2-1 ويبلغ نهائيّ البطولة 🏆"),
        deck=marked("هدفان في الشوط الثاني يقلبان النتيجة على ملعب C++", ("هدفان", Strong())),
        byline=Inline("هدى الساعدي"),
        dateline=Inline("البصرة – واع"),
    ),
    blocks=(
        Figure(
            "hero", MEDIA, marked("لاعبو المنتخب بعد صافرة النهاية", ("المنتخب", Strong())),
            hero=True, title="IMG_0042",
        ),
        Paragraph("p1", _BODY),
        Note("n1", Inline("سِرّي-للتحرير: لا تُنشر قبل الاتصال بالمدرب"), "huda"),
        Heading("h1", Inline("شوط أول بلا أهداف"), 2),
        Paragraph("p2", _SUGGESTED),
        Quotation(
            "q1", Inline("لم نكن الأفضل في الشوط الأول،\nلكننا عدنا."), Inline("المدرب سلام جابر")
        ),
        Heading("h2", Inline("ترتيب المجموعة"), 3),
        Table(
            "t1",
            (
                (Inline("الفريق"), Inline("النقاط"), Inline("الأهداف")),
                (Inline("العراق"), Inline("9"), Inline("7-2")),
                (Inline("WHO XI"), Inline("٦"), Inline("60%")),
            ),
            caption=Inline("بعد ثلاث جولات"),
        ),
        ListBlock(
            "l1",
            (
                ListItem("i1", Inline("التشكيلة:")),
                ListItem("i2", Inline("حارس: علي كاظم"), 1),
                ListItem("i3", Inline("دفاع: حسن عبد الله"), 1),
                ListItem("i4", Inline("الحكم: John Smith")),
            ),
        ),
        ListBlock("l2", (ListItem("i5", Inline("أولًا")), ListItem("i6", Inline("ثانيًا"))), True),
        Separator("s1"),
        Paragraph("p3", _HOSTILE),
        Paragraph("p4", Inline("The coach said “we came back” – عدنا – after 90 minutes."),
                  Direction.LTR),
        Paragraph("p5", Inline(_LONG)),
        Figure("inner", MEDIA, Inline("الجدار"), alt="جدار قديم", credit="رويترز"),
        Figure("ghost", None, Inline("صورة لم تصل")),
        Paragraph("p6", Inline(" ")),
    ),
    threads=(Thread("t1", (ThreadMessage("huda", AT, "تعليق-داخلي canary-7f3a"),)),),
)  # fmt: skip

ARTICLE = Article(
    "art-1", "huda", DOCUMENT,
    Details(publication="rafidain", desk="رياضة", published_on=date(2026, 11, 23)),
)  # fmt: skip
