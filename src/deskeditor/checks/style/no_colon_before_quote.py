"""No colon before a quotation: A colon comes before a quotation that is a sentence."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.no-colon-before-quote",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("لا نقطتين قبل الاقتباس", "No colon before a quotation"),
    message=Bilingual(
        "قبل الاقتباس المستقل نقطتان.",
        "A colon comes before a quotation that is a sentence.",
    ),
    needs=(*'"“«',),
    pattern=(
        r"(?<![ء-ي])[وف]?(?:قال|قالت|أضاف|أضافت|صرح|صرحت|كتب|كتبت)(?: [ء-ي]++){0,4}?"
        r"(?<! [إأ]ن)(?<! [إأ]نه)(?<! [إأ]نها) "
        # what an outlet or a book is called is no utterance, nor is what a colon follows
        r"(?<!موقع )(?<!صحيفة )(?<!قناة )(?<!وكالة )(?<!مجلة )(?<!إذاعة )(?<!شبكة )"
        r'(?=["“«][ء-ي]++ [ء-ي]++ [ء-ي]++ [ء-ي]++)(?!["“«][^"“”«»\n]{0,80}+["”»] ?:)'
    ),
    new=lambda match: f"{match[0].rstrip()}: ",
    must_match=("وأضاف «نحن نعمل على حل سريع» 😀",),
    must_not_match=(
        "وقال موقع «أخبار المرفأ والمدينة القديمة» إن السفينة وصلت 😀",
        "وكتب سالم في «أوراق من دفتر المدينة»: عدت 😀",
        "وأضاف: «نحن نعمل على حل سريع» 😀",
        "قال إن «نحن نعمل على حل سريع»",
    ),
)
