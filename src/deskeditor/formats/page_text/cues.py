"""Words that tell what a line of a page is. Compared with `lines.plain`: bare, hamza folded.

The lists are closed classes of newsroom Arabic (verbs of headlines, labels of publishing systems,
words of picture credits), written down here by the desk; no list is taken from elsewhere.
"""

from __future__ import annotations

import re

from deskeditor.formats.page_text.lines import Line
from deskeditor.formats.page_text.verbs import is_verb

#: Lines a newsroom prints above every page: who edits it and by whose leave.
_MASTHEAD = re.compile(
    r"مجلس التحرير|هيئ[ةه] التحرير|رئيس(?:ة)? التحرير|مدير(?:ة)? التحرير"
    r"|اوراق اعتماد|نقاب[ةه] الصحف|اتحاد الصحف|رقم الاعتماد|رقم الايداع|رقم الترخيص"
    r"|ترخيص رقم|مرخص[ةه]? من|معتمد[ةه]? لدى"
    r"|معتمد[ةه]? من|(?:ت|ي)صدر عن|جميع الحقوق محفوظ|هيئ[ةه] الاعلام والاتصالات|صاحب الامتياز"
    r"|editorial board|editor.in.chief|accredited|all rights reserved|\bISSN\b",
    re.IGNORECASE,
)
#: Labels and buttons of a page that are no part of what it says.
_LABELS = """
شارك | مشاركة | شارك الخبر | شارك المقال | فيسبوك | تويتر | واتساب | واتس اب | تيليغرام |
تلغرام | لينكدان | نسخ الرابط | طباعة | اطبع | حفظ | استمع | تابعنا | تعليقات | اضف تعليقا
| التعليقات | الرئيسية | اعلان | share | tweet | print | facebook | twitter | whatsapp |
telegram | linkedin | copy link | advertisement
"""
FURNITURE = frozenset(label.strip() for label in _LABELS.split("|"))
_RELATED = re.compile(
    r"^(?:اقر[اأ]\w* ايضا|اقرا المزيد|للمزيد|لمزيد من|طالع ايضا|شاهد ايضا|انظر ايضا|قد يهمك"
    r"|مواضيع ذات صلة|اخبار ذات صلة|لمتابعة|كلمات مفتاحية|الوسوم|وسوم|read more|related|tags)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:كتب(?:ت)?|بقلم|تقرير|تحرير|اعداد|ترجمة|متابعة|حاوره(?:ا)?|اجرى الحوار|by)"
    r"\s*[:/\-–—|]?\s*\S",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:واع|رويترز|ا ?\.? ?ف ?\.? ?ب|فرانس برس|الاناضول|سبوتنيك|"
    r"د ?\.? ?ب ?\.? ?ا|شينخوا|قنا|واس|وام|بترا|سانا|معا"
    r"|وكالات|متابعات|خاص|AFP|AP|Reuters|dpa|Xinhua|INA)"
)
_DATELINE = re.compile(
    rf"^[^\d,،.؛:]{{2,30}}\s*[-–—/|،,(]\s*{_AGENCY}(?:\s*[-–—/,،]\s*{_AGENCY})*\s*\)?$",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?<!\w)(?:صورة|صور|الصورة|تصوير|عدسة|ارشيف|ارشيفية|الارشيف|لقطة|كاريكاتير|انفوغراف\w*|getty"
    r"|gettyimages|shutterstock|photo|file photo|image|picture)(?!\w)",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"(?:^|[(/\-–]\s*){_AGENCY}\s*\)?$", re.IGNORECASE)
_NAMES_APART = re.compile(r"\S\s+[-–—|]\s+\S|\S\s*\|\s*\S")
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0621-\u064a]")
_SENTENCE_END = re.compile(r"[.!؟?…][^\w]*$")
_OPENING_QUESTION = re.compile(
    r"^(?:هل|ماذا|لماذا|كيف|متى|اين|كم|ما هو|ما هي|من هو|من هي)(?!\w)"
    r"|[؟?]$"
)
_RULE = re.compile(r"^(?:[-_=*~—–•.]\s?){3,}$")

_ENGLISH_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|says?|said|announced?|announces|kills?|killed|"
    r"calls?|warns?|wins?)\b",
    re.IGNORECASE,
)

#: Words by which a text goes on with the speaker before: no subhead stands above them. Verbs of
#: adding do by themselves, verbs of saying where no new speaker follows.
_GOES_ON = re.compile(
    r"^(?:و|ف)?(?:اضاف|تابع|اردف|استطرد|زاد|ختم)(?:ت|وا|ا)?(?!\w)"
    r"|^(?:و|ف)?(?:اشار|اوضح|بين|لفت|نوه|شدد|قال|ذكر|اكد)(?:ت|وا|ا)?"
    r"\s*(?:[:،,]|(?:ان|انه|انها|الى|على)(?!\w))"
)
#: Words by which a new part of a story begins.
_OPENS = re.compile(
    r"^(?:و?(?:يذكر|يشار|تجدر|جدير|الجدير|في (?:سياق|غضون|المقابل|موازاة|شان|ملف)|على صعيد|من جهة"
    r"|من جانب|من ناحية|كما|تعود|يعود|بدا)|(?:و)?بحسب)(?!\w)"
)


def has_verb(line: Line) -> bool:
    """Whether the line holds a finite verb."""
    if _ARABIC.search(line.text):
        return any(is_verb(word) for word in line.words)
    return bool(_ENGLISH_VERB.search(line.text))


def is_masthead(line: Line) -> bool:
    """Whether the line speaks of the board, its accreditation or its rights."""
    return len(line.words) <= 20 and bool(_MASTHEAD.search(line.plain))


def is_furniture(line: Line) -> bool:
    """Whether the whole line is a label or a button of the page."""
    return line.plain.strip(" :|،.").casefold() in FURNITURE


def is_related(line: Line) -> bool:
    """Whether the line leads elsewhere: read also, tags."""
    return bool(_RELATED.search(line.plain))


def is_byline(line: Line) -> bool:
    """Whether the line says who wrote the piece."""
    return len(line.words) <= 7 and not ends_sentence(line) and bool(_BYLINE.search(line.plain))


def is_dateline(line: Line) -> bool:
    """Whether the line is a place with an agency: «بغداد - واع»."""
    return len(line.words) <= 8 and bool(_DATELINE.search(line.plain))


def is_rule(line: Line) -> bool:
    """Whether the line is drawn, not written: dashes or stars."""
    return bool(_RULE.match(line.text))


def speaks_of_picture(line: Line) -> bool:
    """Whether the line names a picture, a photographer or an archive."""
    return bool(_PICTURE.search(line.plain))


def ends_with_agency(line: Line) -> bool:
    """Whether the line ends with an agency's name, as credits and sources do."""
    return bool(_SIGNED.search(line.plain))


def sets_names_apart(line: Line) -> bool:
    """Whether the line sets two names side by side: «البصرة - محمد شياع»."""
    return bool(_NAMES_APART.search(line.text))


def is_foreign(line: Line, language: str) -> bool:
    """Whether the line is written in the other script than the article's."""
    if language == "ar":
        return bool(_LATIN.search(line.text)) and not _ARABIC.search(line.text)
    return bool(_ARABIC.search(line.text)) and not _LATIN.search(line.text)


def ends_sentence(line: Line) -> bool:
    """Whether the line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line.text))


def asks(line: Line) -> bool:
    """Whether the line is a question."""
    return bool(_OPENING_QUESTION.search(line.plain))


def goes_on(line: Line) -> bool:
    """Whether the line carries on with the speaker before it."""
    return bool(_GOES_ON.match(line.plain))


def opens_part(line: Line) -> bool:
    """Whether the line opens a new part of the story."""
    return bool(_OPENS.match(line.plain))


def is_body(line: Line) -> bool:
    """Whether the line can only be running text: long, or a whole sentence of some length."""
    count = len(line.words)
    return count >= 22 or (count >= 8 and ends_sentence(line) and not asks(line))


def language_of(text: str) -> str:
    """`ar` or `en`, by which letters the text has more of."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    return "ar" if arabic >= latin else "en"
