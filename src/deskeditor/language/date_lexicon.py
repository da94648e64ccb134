"""The closed lists that date expressions are read by: numbers, ordinals, units, directions.

Owns the words only; what is asked of a text stands in `date_words`. Everything is folded as
`calendars.PLAIN` folds, but for the lists that the functions below fold.
"""

from __future__ import annotations

from functools import cache

from deskeditor.language.calendars import PLAIN, months, weekdays
from deskeditor.language.folding import fold

CENTURIES = ("19", "20")
PREFIXES = ("لل", "و", "ف", "ب", "ل", "ك")
WHEN = {
    -1: "الماضي الماضية المنصرم المنصرمة الفائت الفائتة السالف المنقضي",
    0: "الجاري الجارية الحالي الحالية",
    1: "المقبل المقبلة القادم القادمة",
}
#: «الخميس قبل الماضي» is the one before the last; its two words are read as one.
BEFORE_LAST = frozenset("الماضي الماضية الفائت الفائتة المنصرم".split())
TWICE = "قبل الماضي"
PARTS = "صباح مساء ظهر فجر ليل ليلة عصر ضحى صبيحة عشية مساءيوم"
NEAR = {"اليوم": 0, "امس": -1, "البارحة": -1, "الليلة": 0, "غدا": 1, "الغد": 1, "غد": 1}
ORDINALS = """الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"""
ABOUT = frozenset("نحو حوالي قرابة زهاء".split())
COUNTS = """واحد|واحدة اثنين|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني
تسعة|تسع عشرة|عشر"""
TENS = "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين"
UNITS = {
    "day": "يوم ايام يوما", "week": "اسبوع اسابيع اسبوعا", "month": "شهر اشهر شهرا شهور",
    "year": "عام سنة اعوام سنوات عاما سنين",
}  # fmt: skip
DUALS = {"يومين": "day", "اسبوعين": "week", "شهرين": "month", "عامين": "year", "سنتين": "year"}
#: «الأيام الثلاثة الماضية», «الأسبوعين المقبلين»: the unit, and the count a dual carries.
SPANS: dict[str, tuple[str, int | None]] = {
    "الايام": ("day", None), "الاسابيع": ("week", None), "الاشهر": ("month", None),
    "الشهور": ("month", None), "الاعوام": ("year", None), "السنوات": ("year", None),
    "اليومين": ("day", 2), "الاسبوعين": ("week", 2), "الشهرين": ("month", 2),
    "العامين": ("year", 2), "السنتين": ("year", 2),
}  # fmt: skip
SPAN_WHEN = {"الماضيين": -1, "الاخيرين": -1, "المقبلين": 1, "القادمين": 1, "الاخيرة": -1}
#: Behind these a number is a year; behind the loose ones only where nothing is counted by it.
BEFORE_YEAR = frozenset("مطلع منتصف نهاية بداية اواخر اوائل صيف شتاء ربيع خريف عامي موسم".split())
LOOSE_YEAR = frozenset("منذ خلال حتى بحلول في".split())
#: «اعتبارا من 2023», «من 1940 الى 1957», «عامي 1996 و1999»: a year leads to the next.
SINCE = frozenset("اعتبارا ابتداء بدءا انطلاقا الفترة".split())
LINKS = frozenset("من الى و حتى".split())
#: What may follow a year that stands alone behind «في»; anything else may be counted by it.
BEHIND_YEAR = frozenset(
    "من على الى في بعد قبل عندما حين حيث لكن ثم او اذ كان كانت قد تم جرى مع عن ان الا بين خلال"
    " بسبب ضمن عقب اثر دون حتى الماضي المقبل فقط ايضا وحده وحدها".split()
)
#: Seasons, decades and centuries with a direction: they name no day.
LONG = frozenset("الصيف الشتاء الربيع الخريف القرن العقد الموسم العقود القرون".split())
FEW = frozenset("القليلة القليلتين".split())
NOT_TODAY = frozenset(
    "الاول الثاني الثالث الرابع الخامس السادس السابع الاخير التالي العالمي الدولي الوطني نفسه ذاته"
    " السابق الواحد الذي المذكور الموعود المشؤوم".split()
)
BEFORE_TODAY = frozenset("في ذلك تلك هذا هذه نفس ذات خلال طوال اول منذ".split())
#: «الليلة الثالثة», «الليلة الكبيرة»: a night that is counted or named.
NOT_TONIGHT = frozenset(
    "الاولى الثانية الثالثة الرابعة الخامسة الاخيرة التالية السابقة الواحدة نفسها ذاتها التي"
    " الكبيرة الظلماء".split()
)
#: «كانت الليلة باردة»: the night that is told of.
BEFORE_TOLD_NIGHT = frozenset("كان كانت وكانت فكانت تكون ليست".split())
#: Behind «هذا» or «هذه»: today. «هذا العصر» is an age.
THIS_PART = frozenset("الصباح المساء الليلة الظهيرة".split())
#: «هذه الليلة من ليالي الحرب»: one of many, not today's.
ONE_OF = frozenset("ليالي ليال ايام امسيات صباحات عام سنة شهر".split())
NOT_WEEKDAY = frozenset("صلاة خطبة كل ايام بين هذين كلا احد صحيفة جريدة شهداء ساحة ال يا".split())
LEADS = frozenset(
    "في منذ حتى خلال بحلول قبل بعد مطلع منتصف نهاية بداية اواخر اوائل اول اخر".split()
)
#: Beginnings of common nouns that look like a verb of the future (سيارة، ستة، سنوات).
NOUNS = ("سيا", "سيد", "سيط", "سين", "سيف", "ستة", "ستي", "ستر", "ستا", "ستو", "سنو", "سنة",
          "سنغ", "سنت", "ستين")  # fmt: skip
#: Names that look like one.
FIRST_NAMES = frozenset(
    "سيرغي سيرجي سيسيل سيمون سيمونا ستيفن ستيفان ستيف ستيفاني سيلفا سيلفيو سيلفان ستالين ستامب"
    " ستوكهولم سيول سيباستيان سيزار سيبيريا سيلان سيريلانكا ستراسبورغ ستاندرد سيهات".split()
)
FUTURE = frozenset(
    "مقرر مقررة المقررة المقرر المتوقع المرتقب المنتظر يعتزم تعتزم يعتزمون ينتظر سوف لن يخوض تخوض"
    " يواجه تواجه يستضيف تستضيف تنطلق ينطلق سيصل ستصل سيتم ستتم سيقع ستقع سيضم ستضم".split()
)
#: Verbs of the present that open a sentence about what is planned.
PLANS = frozenset(
    "يزور تزور يلتقي تلتقي يعقد تعقد يجتمع تجتمع يتوجه تتوجه يصل تصل يبدا تبدا يفتتح تفتتح يلعب"
    " تلعب يتراس تتراس يستقبل تستقبل يغادر تغادر يشارك تشارك ينعقد تنعقد".split()
)
RELATIVE = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي ممن مما".split())
#: What was said begins here; the tense of the saying does not reach it.
THAT = frozenset("ان انه انها انهم انهما بان بانه بانها".split())
MATCHING = frozenset("الموافق المصادف الموافقة".split())


@cache
def ordinals() -> dict[str, int]:
    """Ordinal → number; the tens too."""
    table = {fold(word, PLAIN): n for n, word in enumerate(ORDINALS.split(), start=1)}
    table |= {"الحادي": 1, "العشرين": 20, "الثلاثين": 30}
    return table


@cache
def directions() -> dict[str, int]:
    """الماضي → −1, الجاري → 0, المقبل → 1, and −2 for the one before the last."""
    table = {fold(w, PLAIN): sign for sign, words in WHEN.items() for w in words.split()}
    return {**table, TWICE: -2}


@cache
def counts() -> dict[str, int]:
    """Count in words → number."""
    table = {
        fold(form, PLAIN): number
        for number, forms in enumerate(COUNTS.split(), start=1)
        for form in forms.split("|")
    }
    return table | {fold(ten, PLAIN): 10 * n for n, ten in enumerate(TENS.split(), start=2)}


@cache
def units_by_word() -> dict[str, str]:
    """Noun of time → day, week, month or year."""
    return {word: unit for unit, words in UNITS.items() for word in words.split()}


@cache
def first_words() -> frozenset[str]:
    """Every word an expression may begin with."""
    firsts = {name.split()[0] for name in months()}
    return frozenset(
        firsts | set(weekdays()) | set(NEAR) | set(PARTS.split()) | set(ordinals())
        | {"يوم", "شهر", "هذا", "هذه", "العام", "السنة", "الشهر", "الاسبوع", "عام", "سنة", "قبل",
           "منذ", "في", "اول", "بعد", "شهري"} | set(SPANS) | BEFORE_YEAR | LOOSE_YEAR
    )  # fmt: skip
