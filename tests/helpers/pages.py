"""Published pages as people paste them, written for the tests: (name, text, outline).

An outline names what each line must become, in reading order: `part: first words`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SamplePage:
    name: str
    text: str
    outline: tuple[str, ...]


LEAD = (
    "أعلنت إدارة السدود في محافظة نينوى، اليوم الأربعاء، أن منسوب المياه في سد الموصل "
    "ارتفع 2-1 متر خلال أسبوع واحد، وأن البوّابات الجنوبية ستُفتح تدريجيًا حتى نهاية الشهر 🌊."
)
SECOND = (
    "وقال مدير السد، رياض عز الدين، لوكالة Reuters عبر الهاتف ‎+964 770 123 4567 إن “الوضع "
    "تحت السيطرة، ولا خطر على القرى الواقعة أسفل السد”."
)
THIRD = "وأضاف أن فرق الطوارئ ستبقى في مواقعها حتى إشعار آخر."

FULL = SamplePage(
    "full anatomy with a dated stamp",
    f"""مجلس التحرير: صحفيات الرافدين
الموقع معتمد لدى نقابة الصحفيين

سد الموصل

إدارة السدود تفتح البوابات الجنوبية وتطمئن القرى

نشر: الأربعاء 4 شباط/فبراير 2026 - 10:30
The dam wall
The dam wall seen from the east bank on Wed

{LEAD}

{SECOND}

سد الموصل - رياض عز الدين

{THIRD}

ماذا بعد فتح البوابات؟

{LEAD}

السلطات تستعد لموسم الأمطار

{SECOND}
""",
    (
        "masthead: مجلس التحرير",
        "masthead: الموقع معتمد",
        "kicker: سد الموصل",
        "headline: إدارة السدود",
        "stamp: نشر:",
        "title: The dam wall",
        "caption: The dam wall seen",
        "paragraph: أعلنت إدارة",
        "paragraph: وقال مدير",
        "caption: سد الموصل - رياض",
        "paragraph: وأضاف أن",
        "heading: ماذا بعد",
        "paragraph: أعلنت إدارة",
        "heading: السلطات تستعد",
        "paragraph: وقال مدير",
    ),
)

TIGHT = SamplePage(
    "no empty lines at all, buttons of the site among them",
    f"""رئيسة التحرير: هند الساعدي
بلدية البصرة تبدأ تنظيف شط العرب
كتب: مصطفى العامري
نُشر في ٤ فبراير ٢٠٢٦
شارك
واتساب
عمّال البلدية على ضفة الشط (تصوير: زينب كريم)
{LEAD}
{SECOND}
رياض عز الدين - صورة أرشيفية
{THIRD}
اقرأ أيضًا: خطة الصيف في الموانئ
""",
    (
        "masthead: رئيسة التحرير",
        "headline: بلدية البصرة",
        "byline: كتب:",
        "stamp: نُشر في",
        "note: شارك",
        "note: واتساب",
        "caption: عمّال البلدية",
        "paragraph: أعلنت إدارة",
        "paragraph: وقال مدير",
        "caption: رياض عز الدين - صورة",
        "paragraph: وأضاف أن",
        "paragraph: اقرأ أيضًا",
    ),
)

PLAIN = SamplePage(
    "a headline and paragraphs",
    f"نقابة الصحفيين تدين احتجاز مصوّر في كركوك\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}\n",
    (
        "headline: نقابة الصحفيين",
        "paragraph: أعلنت إدارة",
        "paragraph: وقال مدير",
        "paragraph: وأضاف أن",
    ),
)

DECKED = SamplePage(
    "headline, deck, dateline",
    f"""سد الموصل يبلغ أعلى منسوب منذ عشر سنوات

إدارة السدود تقول إن البوابات ستُفتح تدريجيًا حتى نهاية الشهر

الموصل - رويترز

{LEAD}

{SECOND}
""",
    (
        "headline: سد الموصل يبلغ",
        "deck: إدارة السدود تقول",
        "dateline: الموصل - رويترز",
        "paragraph: أعلنت إدارة",
        "paragraph: وقال مدير",
    ),
)

BODY_ONLY = SamplePage(
    "paragraphs without a headline",
    f"{LEAD}\n\n{SECOND}\n",
    ("paragraph: أعلنت إدارة", "paragraph: وقال مدير"),
)

ONE_LINE = SamplePage("one line", "سد الموصل يفتح بواباته 🌊", ("headline: سد الموصل يفتح",))

RULED = SamplePage(
    "a drawn line and a subhead without a verb",
    f"خطة جديدة لمياه نينوى\n\n{LEAD}\n\nسياسة المياه\n\n{SECOND}\n\n-----------\n\n{THIRD}\n",
    (
        "headline: خطة جديدة",
        "paragraph: أعلنت إدارة",
        "heading: سياسة المياه",
        "paragraph: وقال مدير",
        "separator: ",
        "paragraph: وأضاف أن",
    ),
)

ASKING = SamplePage(
    "a question for a headline, pointers and the agency at the end",
    f"""هل تكفي مياه السدود حتى نهاية الصيف المقبل في نينوى؟

{LEAD}

قد يهمك: خطة الصيف في الموانئ

{SECOND}

واع / رويترز
""",
    (
        "headline: هل تكفي",
        "paragraph: أعلنت إدارة",
        "paragraph: قد يهمك",
        "paragraph: وقال مدير",
        "paragraph: واع / رويترز",
    ),
)

ENGLISH = SamplePage(
    "an English page",
    """Editorial board: Reporters of the Gulf

Mosul dam opens its southern gates

Published: 4 February 2026
سد الموصل من الجهة الشرقية

The dam administration said on Wednesday that the level rose by two metres within one week. 🌊

“There is no danger”, its director Riyadh Ezzedine – رياض – told reporters over the phone.
""",
    (
        "masthead: Editorial board",
        "headline: Mosul dam",
        "stamp: Published:",
        "caption: سد الموصل",
        "paragraph: The dam",
        "paragraph: “There is",
    ),
)

PAGES = (FULL, TIGHT, PLAIN, DECKED, BODY_ONLY, ONE_LINE, RULED, ASKING, ENGLISH)
