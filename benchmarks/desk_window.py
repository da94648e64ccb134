"""What the benchmarks of the open window share: an article of a given length, and a desk with it.

`python benchmarks/desk_window.py HOME` is the window as `deskeditor` opens it, with what was open
before open again.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from deskeditor.bootstrap import build
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.ui.session import Place, Session, write_session

LOGIN = "salma"
_WHO = ("وزير الموارد المائية", "مديرة المستشفى", "المتحدث باسم الدفاع المدني", "رئيس غرفة التجارة",
        "عضوة لجنة التربية", "نقيب المعلمين", "مدير محطة الكهرباء")  # fmt: skip
_SAID = ("قال", "أوضح", "أضاف", "أعلن", "ذكر")
_WHAT = (
    "إن فرق الصيانة أنهت إصلاح الخط الناقل بعد ثلاثة أيام من العمل المتواصل",
    "«لن ننتظر موسم الأمطار، والخطة جاهزة منذ عام كامل»",
    "إن كلفة المشروع بلغت 12.5 مليون دولار دفعت البلدية نصفها",
    "إن عدد المسجلين ارتفع الى 4300 طالب مقارنة بالعام الماضي",
    "إن اللجنه ستعلن نتائج التحقيق يوم الأحد في مؤتمر صحفي",
    "«الأرقام التي نشرت غير دقيقة، وسنرد عليها بالوثائق»",
    "إن شاحنات WHO وصلت صباحاً إلى المعبر ومعها 60 جهازاً للتنفس",
    "إن سكان الحي القديم عادوا تدريجياً إلى بيوتهم بعد عودة التيار",
    "إن الطريق الساحلي سيغلق أمام المركبات الثقيلة حتى إشعار آخر",
)
_WHERE = ("في مدينة الموصل", "خلال زيارة ميدانية", "مساء أمس", "في تصريح للصحفيين", "بعد اجتماع",
          "في بيان مكتوب", "أمام مجلس المحافظة")  # fmt: skip


def sentences() -> itertools.chain[str]:
    """Sentences without end; it is long before one comes again."""
    return itertools.chain.from_iterable(_round(turn) for turn in itertools.count())


def _round(turn: int) -> list[str]:
    return [
        f"{_SAID[(n + turn) % 5]} {_WHO[n % 7]} {_WHERE[(n * 3 + turn) % 7]} {_WHAT[n % 9]}."
        for n in range(turn, turn + 63)
    ]


def paragraphs(words: int, *, single: bool = False) -> list[str]:
    """About so many words in paragraphs of three sentences, or in one."""
    made: list[list[str]] = [[]]
    count = 0
    for sentence in sentences():
        if count >= words:
            break
        if len(made[-1]) == 3 and not single:
            made.append([])
        made[-1].append(sentence)
        count += len(sentence.split())
    return [" ".join(lines) for lines in made]


def page(words: int, *, single: bool = False, turn: int = 0) -> Document:
    """An article of so many words; each `turn` has paragraphs of its own."""
    texts = [f"{turn} {text}" if turn else text for text in paragraphs(words, single=single)]
    blocks = tuple(Paragraph(f"p{n}", Inline(text)) for n, text in enumerate(texts))
    return Document(Header(headline=Inline("الماء يعود إلى الحي القديم")), blocks)


def furnish(home: Path, words: int, *, single: bool = False) -> None:
    """A desk in `home` on which an article of so many words lies open, the caret in its middle."""
    from dataclasses import replace

    desk = build(home, LOGIN, "ar")
    try:
        desk.plant_sample()
        article = desk.drafts.new(LOGIN, desk.publications.all()[0].id)
        document = page(words, single=single)
        desk.drafts.autosave(replace(article, document=document), LOGIN)
        middle = document.blocks[len(document.blocks) // 2].id
        offset = sum(len(t) for t in paragraphs(words, single=True)) // 2 if single else 40
        place = Place(middle, "text", offset)
        write_session(home, LOGIN, Session(article.id, place, place, Place(middle, "text", -300)))
    finally:
        desk.close()


def main() -> int:
    """Open the window on a home made by `furnish`."""
    from deskeditor.ui.app import run

    return run(lambda: build(Path(sys.argv[1]), LOGIN, "ar"))


if __name__ == "__main__":
    sys.exit(main())
