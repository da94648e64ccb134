"""What a caption tells: who, what, where and when, by the words that usually say it.

A hint and no verdict: a name nobody knows may be missed, so nothing here stops anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from deskeditor.checks.captions.naming import titled
from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.lexicon import words_of
from deskeditor.checks.quotes.phrases import is_title
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.checks.quotes.shared import line_in, texts_in
from deskeditor.domain.captions import CaptionTold
from deskeditor.domain.document import Address, Figure
from deskeditor.domain.sources import SourceKind
from deskeditor.language.clitics import NAME_FRONTS, without_front

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _listed(words: str) -> frozenset[str]:
    return frozenset(bare(word) for word in words.split())


#: People as captions call them: trades, ages, crowds.
_PEOPLE = _listed("""
    رجل رجال امراة نساء طفل اطفال طفلة فتاة فتيات فتى فتية شاب شابة شبان شباب شابات سيدة سيدات
    ام اب جد جدة عائلة عائلات اسرة عامل عمال عاملة عاملات فلاح فلاحون مزارع مزارعون مزارعين صياد
    صيادون صيادين بائع باعة بائعة طالب طلاب طلبة طالبة طالبات تلميذ تلاميذ تلميذات معلم معلمون
    معلمة معلمات طبيب اطباء طبيبة ممرض ممرضة ممرضون مسعف مسعفون مسعفين جندي جنود شرطي شرطة ضابط
    ضباط مقاتل مقاتلون مهندس مهندسون مهندسين مهندسة سائق سائقون سائقين لاعب لاعبون لاعبين لاعبات
    مدرب مشجعون مشجعين متظاهر متظاهرون متظاهرين محتجون محتجين متطوع متطوعون متطوعين نازح نازحون
    نازحين لاجئ لاجئون لاجئين سكان اهالي مواطن مواطنون مواطنين مارة مشاة زوار زائر حضور جمهور
    مصلون مصلين ناخب ناخبون ناخبين ناخبة صحفي صحفيون صحفية فنان فنانة شاعر كاتب كاتبة وفد نواب
    نائب نائبة تاجر تجار بحارة بحار فريق حشد ناس man men woman women boy boys girl girls child
    children people crowd worker workers farmer farmers fisherman fishermen student students
    pupil pupils teacher teachers doctor doctors nurse nurses soldier soldiers police officer
    officers engineer engineers driver drivers player players coach fans protester protesters
    volunteer volunteers resident residents refugee refugees family families voter voters
    journalist journalists minister president governor mayor spokesman spokeswoman director mr
    mrs ms dr delegation team
""")
#: Behind these stands a place.
_AT = _listed("""
    في قرب عند امام داخل خارج وسط شرق غرب شمال جنوب شرقي غربي شمالي جنوبي فوق تحت قبالة بجوار
    جوار بمحاذاة قبالته بين على ضفة ساحل مدخل خلف in at near outside inside beside behind off
    above
""")
#: Places by what they are.
_SPOTS = _listed("""
    مدينة قرية بلدة محافظة ناحية قضاء حي شارع ساحة ميدان سوق جسر ميناء مرفا رصيف مطار محطة
    مستشفى مدرسة جامعة ملعب مبنى مقر قاعة متحف مسجد جامع كنيسة نهر ضفة شاطئ ساحل بحيرة جبل سد
    حديقة متنزه معبر حدود طريق حقل بستان مخيم مصنع معمل مركز قصر برلمان مجلس عاصمة city town
    village province district street square market bridge port quay airport station hospital
    school university stadium hall museum mosque church river bank beach coast lake mountain dam
    garden park border road field camp factory centre center palace parliament capital house بيت
    منزل
""")
#: When, where no day is named.
_TIMES = _listed("""
    صباح صباحا مساء ظهر ظهرا عصر فجر فجرا ليل ليلا ليلة نهار غروب شروق امس اليوم غدا البارحة
    خلال ارشيف ارشيفية سابقة morning evening noon afternoon night dawn sunset sunrise yesterday
    today archive monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december الاحد الاثنين الثلاثاء
    الاربعاء الخميس الجمعة السبت
""")
_LITTLE = words_of("stops") | _listed(
    "و او ثم قد ان التي الذي هذا هذه ذلك هو هي the a an of and or is are was were with to for as by"
)
#: Names of the piece are looked for by their words longer than so many letters.
_SHORT = 3
#: Words beside where and when from which one learns what is seen; beside somebody, one will do.
_ENOUGH = 2


def _forms(word: str) -> tuple[str, ...]:
    """A folded word, and it without article, joined preposition or و."""
    return (word, *(rest for _front, rest in without_front(word)))


def _placed(word: str) -> bool:
    known = words_of("places")
    return word in known or any(
        rest in known for front, rest in without_front(word) if front in NAME_FRONTS
    )


def told(words: str, *, named: frozenset[str] = frozenset()) -> CaptionTold:
    """What these words tell; `named` are folded words of the names of whom the piece names.

    A run of zeros stands for a day that was read. The answer's `figure` is empty.
    """
    who, where, when = _latin_name(words), False, _YEAR.search(words) is not None
    rest, behind_at, in_place = 0, False, False
    for match in _WORD.finditer(words):
        word = bare(match[0]).casefold()
        forms = _forms(word)
        time = word[0] == "0" or any(one in _TIMES for one in forms)
        known = word in named and not in_place  # «ميناء مرسى الطيب» is no man
        person = known or is_title(word) or any(one in _PEOPLE for one in forms)
        spot = _placed(word) or any(one in _SPOTS for one in forms)
        spot = spot or (behind_at and not (time or person or word.isdigit()))
        who, where, when = who or person, where or spot, when or time
        behind_at = word in _AT
        in_place = spot or behind_at or (in_place and word in named)
        seen = len(word) > 1 and word not in _LITTLE
        rest += seen and not (person or time or spot or behind_at or in_place)
    return CaptionTold("", who, rest >= (1 if who else _ENOUGH), where, when)


def _latin_name(words: str) -> bool:
    """Whether two capitalised words stand together that are no place and not where something is."""
    before, run = "", 0
    for match in _WORD.finditer(words):
        word = match[0]
        folded = word.casefold()
        titled = word.isascii() and word.istitle() and folded not in _SPOTS
        run = run + 1 if titled and (run or before not in _AT) and folded not in _LITTLE else 0
        if run == 2:  # a first and a last name
            return True
        before = folded
    return False


def reads_told(context: CheckContext) -> tuple[object, ...]:
    """What `told_in` reads: nothing but that there are no figures, else days and names, too."""
    if not context.figures:
        return ()
    return context.figures, context.publication.limits, context.dates, _named(context)


def told_in(context: CheckContext) -> tuple[CaptionTold, ...]:
    """What the caption of each figure tells that has one, in reading order."""
    captioned = tuple(each for each in context.figures if each.caption.text.strip())
    if not captioned:
        return ()
    of = (context.figures, context.dates, _named(context))
    return context.memory.made("captions.told", of, lambda: tuple(
        replace(told(_days_read(context, each), named=_named(context)), figure=each.id)
        for each in captioned
    ))  # fmt: skip


def _named(context: CheckContext) -> frozenset[str]:
    """Folded words of the names of those who speak in the piece or bear a title in it."""
    rows = context.rows(
        "captions.titled", lambda slot: _titled_words(line_in(context, slot)), texts_in(context)
    )
    speaking = (one.name for one in context.sources if one.kind is SourceKind.PERSON)
    voices = context.memory.made("captions.voices", (context.sources,), lambda: _words(speaking))
    return context.memory.made("captions.named", (rows, voices), lambda: voices.union(*rows))


def _titled_words(line: Line) -> frozenset[str]:
    return _words(phrase.name for phrase in titled(line))


def _words(names: Iterable[str]) -> frozenset[str]:
    words = (bare(word[0]).casefold() for name in names for word in _WORD.finditer(name))
    return frozenset(word for word in words if len(word) > _SHORT and not is_title(word))


def _days_read(context: CheckContext, figure: Figure) -> str:
    """The caption with zeros where days, months and years were read."""
    words, where = figure.caption.text, Address(figure.id, "caption")
    for mention in context.dates:
        start, end = mention.anchor.start, mention.anchor.end
        if mention.anchor.address == where:
            words = words[:start] + "0" * (end - start) + words[end:]
    return words
