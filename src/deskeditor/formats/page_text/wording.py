"""What the page reader tells the journalist: notes in both languages, and comments in the text.

Sentences travel with the document (a comment is part of it), so they stand here and not in the
catalogues.
"""

from __future__ import annotations

from deskeditor.domain.words import Bilingual
from deskeditor.formats.page_text.anatomy import Doubt

DOUBTS: dict[Doubt, Bilingual] = {
    Doubt.SUBHEAD_OR_CAPTION: Bilingual(
        "قُرئ هذا السطر عنوانًا فرعيًا، وقد يكون تعليقًا على صورة.",
        "This line was read as a subhead; it may be the caption of a picture.",
    ),
    Doubt.CAPTION_OR_SUBHEAD: Bilingual(
        "قُرئ هذا السطر تعليقًا على صورة لم تصل مع النص، وقد يكون عنوانًا فرعيًا.",
        "This line was read as the caption of a picture that did not come with the text; it may be "
        "a subhead.",
    ),
    Doubt.DECK_OR_CAPTION: Bilingual(
        "قُرئ هذا السطر مقدمةً تحت العنوان، وقد يكون تعليقًا على الصورة الرئيسية أو فقرة أولى.",
        "This line was read as the deck; it may be the main picture's caption or a "
        "first paragraph.",
    ),
    Doubt.KICKER_OR_HEADLINE: Bilingual(
        "قُرئ هذا السطر عنوانًا تمهيديًا فوق العنوان، وقد يكون هو العنوان.",
        "This line was read as the kicker above the headline; it may be the headline itself.",
    ),
    Doubt.HERO_LINES: Bilingual(
        "بين تاريخ النشر والمتن أكثر من سطرين، فقُرئ آخرها تعليقًا على "
        "الصورة الرئيسية وما قبله اسمًا لها.",
        "More than two lines stand between the stamp and the story: the last was read as the main "
        "picture's caption, the ones before as its name.",
    ),
    Doubt.FURNITURE: Bilingual(
        "يبدو هذا السطر زرًا أو وسمًا من أزرار الموقع، فحُفظ ملاحظةً داخلية لا تُصدَّر.",
        "This line looks like a button or a label of the site; it is kept as a note to the desk.",
    ),
    Doubt.RELATED: Bilingual(
        "يبدو هذا السطر إحالةً إلى مادة أخرى لا جزءًا من المتن.",
        "This line looks like a pointer to another piece, not part of the story.",
    ),
}

AT_LINE = Bilingual("السطر {line}: {said}", "Line {line}: {said}")
NO_DAY = Bilingual(
    "في الصفحة كلمة «{label}» بلا تاريخ، فلا يُعرف يوم النشر: أدخِله لتُحسب التواريخ النسبية.",
    "The page says “{label}” with no date, so the day of publication is unknown: enter it so that "
    "relative dates can be counted.",
)
VAGUE_DAY = Bilingual(
    "وقت النشر في الصفحة «{text}» لا يحدد يومًا: أدخِل تاريخ النشر.",
    "The page's time of publication, “{text}”, names no day: enter the date of publication.",
)
NO_STAMP = Bilingual(
    "لا تذكر الصفحة تاريخ نشر.",
    "The page names no date of publication.",
)
NO_HEADLINE = Bilingual("لم يُعثر على عنوان في النص.", "No headline was found in the text.")
SPACES_ONLY = Bilingual(
    "تُركت أسطر ليس فيها إلا مسافات (غير قابلة للكسر أو عادية): {lines}.",
    "Lines of nothing but spaces (no-break or plain) were left out: {lines}.",
)
RULES = Bilingual(
    "قُرئ السطر {line} («{text}») فاصلًا.",
    "Line {line} (“{text}”) was read as a separator.",
)
PICTURES = Bilingual(
    "تذكر الصفحة صورًا لم تصل مع النص (تعليقاتها محفوظة في مواضعها): {count}.",
    "The page names pictures that did not come with the text (their captions are kept in place): "
    "{count}.",
)
ENCODING = Bilingual("قُرئ الملف بترميز {encoding}.", "The file was read as {encoding}.")
LOST = Bilingual(
    "في الملف محارف تعذّرت قراءتها، وضعت مكانها العلامة �: {count}.",
    "Characters that could not be read stand as �: {count}.",
)
ENCODING_NAMES = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO 8859-6",
}
