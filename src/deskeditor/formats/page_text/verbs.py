"""Whether a word is a finite verb, as far as its letters tell.

A closed list of the verbs Arabic headlines are made of, and the prefixes of the present tense. Errs
towards yes: a subhead with a verb taken for a caption would leave the story. Words are compared
bare: without tashkeel, hamza on alif folded.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What follows ي, ت or ن in the present tense of these verbs.
_PRESENT_STEMS = _words(
    """
    علن ؤكد وقف نقل فتتح ختتم باشر وزع بحث دعو نفي رفض طالب ستعد
    واصل بدا قرر دين حذر وقع توقع كشف ستقبل شهد صل نطلق عود
    ستعيد سيطر قتل عتقل قصف ستهدف وافق نفذ درس تهم طلق فتح غلق منع فرض قول تقدم تراجع رتفع نخفض
    زيد هدد عقد جري ناقش لتقي زور غادر سحب نسحب ستضيف فوز خسر تعادل تاهل حقق كلف عين قيل ستقيل
    صوت نتخب شكل ترك عثر نقذ ضبط حاكم سجن فرج صادق قر لغي مدد وجل ؤجل ستمر توقف عاني صبح كون
    تحول دخل خرج قترب تجاوز بلغ سجل عتزم ريد سعي حاول مكن جب نبغي حتاج خشي امل تامل رد نتقد شيد
    رحب عرب شارك نشر كتب روي حكي وجه رسل ستدعي طرد قطع عيد ساعد دعم مول شتري بيع نتج صدر ستورد
    ضرب هز جتاح هاجم شن حسم نهي
    """
)
_PRESENT = re.compile(
    rf"(?:و|ف)?س?[يتن](?:{'|'.join(sorted(_PRESENT_STEMS, key=len, reverse=True))})"
    r"(?:ون|ان|ن|وا|ه|ها|هم)?[يىا]?"
)
#: Words in ي that are no verbs; every other long word in ي is taken for one.
_NOT_VERBS = _words(
    """
    يوم يومي يومية يوميا يومان يومين يد يدوي يدوية يمين يميني يمينية يسار يساري يسارية يناير
    يونيو يوليو يمن يمني يمنية يمنيون يهود يهودي يهودية ياسر ياسين يوسف يحيى يحيي يعقوب يونس
    يزيد يونان يوناني يونانية يابان ياباني يابانية يورو ينبوع يتيم يقين يخت يافا يثرب يونيسف
    يونسكو يوتيوب ياهو يوغا يوغسلافيا يرموك يازجي ياسمين ياقوت يسوع يلدز يلدريم ينبع يلينا يوهان
    يورانيوم
    """
)
#: Beginnings of nouns in سي, which else reads as a future.
_NOUNS_IN_SI = ("سيا", "سيد", "سين", "سيف", "سير", "سيو", "سيب", "سيس", "سيط")
_PAST = _words(
    """
    قال قالت قالوا اعلن اعلنت اكد اكدت نفى نفت رفض رفضت طالب طالبت دعا دعت كشف كشفت حذر حذرت
    ادان ادانت وصل وصلت بدا بدات انتهى انتهت قتل قتلت اصيب اصيبت اعتقل اعتقلت وقع وقعت شن شنت
    هاجم هاجمت استهدف استهدفت انسحب انسحبت عاد عادت غادر غادرت زار زارت التقى التقت بحث بحثت
    ناقش ناقشت اتفق اتفقت وافق وافقت قرر قررت فاز فازت خسر خسرت تعادل تاهل سجل سجلت ارتفع ارتفعت
    انخفض انخفضت تراجع تراجعت بلغ بلغت ادى ادت كان كانت ليس ليست اصبح اصبحت صار صارت ظل بات باتت
    تم تمت جرى جرت شهد شهدت اجرى اجرت عقد عقدت اتهم اتهمت انتقد انتقدت رحب رحبت اشاد اشادت وجه
    وجهت اصدر اصدرت نشر نشرت كتب كتبت ذكر ذكرت اضاف اضافت اشار اشارت اوضح اوضحت شدد شددت لقي
    لقيت توفي توفيت انطلق انطلقت افتتح افتتحت اغلق اغلقت اطلق اطلقت اوقف اوقفت منع منعت سيطر
    سيطرت استعاد استعادت حقق حققت حمل حملت كلف كلفت تلقى تلقت استقبل استقبلت صوت صوتت انتخب
    انتخبت حكم حكمت برا برات سقط سقطت انفجر انفجرت تحطم تحطمت غرق غرقت نجا نجت نجح نجحت فشل فشلت
    تمكن تمكنت واصل واصلت تحول تحولت ياتي تاتي يمكن لن لم قد سوف لا
    """
)


def is_verb(word: str) -> bool:
    """Whether a bare Arabic word reads as a finite verb."""
    joined = word[:1] in ("و", "ف") and len(word) >= 4
    bare = word[1:] if joined else word
    if word in _PAST or bare in _PAST or _PRESENT.fullmatch(word):
        return True
    if bare in _NOT_VERBS or bare.endswith(("ة", "ي", "يا")) or bare.startswith(_NOUNS_IN_SI):
        return False
    stem = bare.removeprefix("س") if bare.startswith("سي") else bare
    return stem.startswith("ي") and len(stem) >= 4
