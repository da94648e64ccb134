"""Quotations as newsrooms write them: kind, speaker, basis, cue, channel, relay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.checks.quotes.following import extract_quotes
from deskeditor.domain.document import Document, Inline, Quotation
from deskeditor.domain.quotes import Channel, Quote, QuoteKind
from helpers.pieces import piece


def one(*paragraphs: str, at: int = -1) -> Quote:
    return extract_quotes(piece(*paragraphs))[at]


def named(quote: Quote) -> tuple[str, str] | None:
    return (quote.speaker.name, quote.speaker.basis) if quote.speaker else None


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("قالت وزيرة الصحة سلمى الكناني: «اللقاح مجاني 💉».", "سلمى الكناني", "قالت"),
        ("وصرّح المتحدث باسم البلدية، كريم الجبوري، أن «الجسر آمن».", "كريم الجبوري", "وصرّح"),
        ('وأكدت الشرطة أن "الطريق مفتوح أمام الجميع".', "الشرطة", "وأكدت"),
        ("«الطريق مفتوح أمام الجميع»، تقول صحيفة المدينة.", "صحيفة المدينة", "تقول"),
        ("وكان المدرب نزار الصفار قد قال إن “الفريق جاهز للفوز”.", "نزار الصفار", "قال"),
        ("كريم الجبوري، مدير المرفأ، رأى أن «السفن الـ3 ستصل».", "كريم الجبوري", "رأى"),
        ("ووصف النائب سعد الكناني القرار بأنه «خطوة متأخرة».", "سعد الكناني", "ووصف"),
        ("وأقر مدير «ألفا نت» بأن «الخدمة توقفت ساعتين».", "مدير ألفا نت", "وأقر"),
        ("نقلت وكالة الخبر عن كريم الجبوري قوله إن «السفن وصلت».", "كريم الجبوري", None),
        (
            "وقال أحمد بن سالم، وهو بحار في الـ60 من عمره، «عدنا سالمين بحمد الله».",
            "أحمد بن سالم",
            "وقال",
        ),
        ("وكان وزير النفط حيدر الساعدي قد صرّح بأن «الإنتاج سيرتفع».", "حيدر الساعدي", "صرّح"),
        (
            "قال الأمين العام للرابطة الدولية أنطون فيريرا إن «الوضع خطير».",
            "أنطون فيريرا", "قال",
        ),
        ("أكد المدير العام لمنظمة البحار نادر عقل أن «الشاطئ نظيف».", "نادر عقل", "أكد"),
        ("وقال مصدر مطلع، طالبا عدم كشف هويته، إن «الاتفاق قريب».", "مصدر مطلع", "وقال"),
        ("«لن نتراجع عن القرار»، هكذا علق رئيس النقابة.", "رئيس النقابة", "علق"),
        ("وقالت شركة المياه إنها طلبت «مهلة أسبوعين آخرين».", "شركة المياه", "وقالت"),
        ("وصف الرئيس رامي سعد خولي القرار بأنه «خطأ فادح».", "رامي سعد خولي", "وصف"),
        ("اتهم المرصد البيئي شركات النفط بـ«تلويث النهر».", "المرصد البيئي", "اتهم"),
        ("وقال رئيس شركة نورلاين سامي كرم إن «السفن جاهزة».", "سامي كرم", "وقال"),
        ("وقال مدرب المنتخب نزار الصفار عقب المباراة: «لعبنا جيدا».", "نزار الصفار", "وقال"),
        ("وجاء في بيان صادر عن وزارة النقل أن «الجسر آمن تماما».", "وزارة النقل", "وجاء"),
        ("وفقا لصحيفة «المدينة»، فإن «الجسر مغلق منذ شهر كامل».", "صحيفة المدينة", "وفقا"),
        ("وبيّن وكيل الوزارة للشؤون الفنية عادل كريم، أن «العمل مستمر».", "عادل كريم", "وبيّن"),
        ("وأكد نائب الأمين العام لحزب النهر نعيم صابر أن «الرد قريب».", "نعيم صابر", "وأكد"),
        ("وقال مدرب ريال سانتو الإيطالي كارلو فيري: «لعبنا جيدا».", "كارلو فيري", "وقال"),
        ("«نريد السلام»، قال الخياط خلال مؤتمر صحفي.", "الخياط", "قال"),
        ("ووصف الخياط، الذي كان يتحدث في منتدى، القرار بأنه «خطأ فادح».", "الخياط", "ووصف"),
        ("وقالت أم محمد، وهي أم لخمسة: «لم نجد خبزا».", "أم محمد", "وقالت"),
        (
            "صدر عن مديرية الدفاع المدني البيان الآتي: «وصلت فرقنا وأخمدت النار».",
            "مديرية الدفاع المدني", "صدر",
        ),
        ("وجاء في بيان لوزارة النقل أن «الجسر آمن تماما».", "وزارة النقل", "وجاء"),
        ("نسبت مواقع إلى الوزير سعد الكناني القول إن «الجسر آمن».", "سعد الكناني", None),
        (
            ("وردّت سلمى الكناني على سؤال لأحد الحاضرين عن الأخبار التي يتداولها بعض الناس في"
            " الأحياء القريبة من النهر منذ الليلة التي سبقت الاجتماع: «لا أتابع ما يقال»."),
            "سلمى الكناني", "وردّت",
        ),
        ("وأضافت الوزارة «أسفر الحادث عن ثلاثة جرحى».", "الوزارة", "وأضافت"),
        ("وقال مدرب «النوارس» نزار الصفار: «لعبنا جيدا».", "نزار الصفار", "وقال"),
        ("وطالب الاتحاد في بيانه بـ«الإفراج الفوري» عنهم.", "الاتحاد", "وطالب"),
        ("قال د. سامي عبد العزيز إن «الوضع صعب جدا».", "سامي عبد العزيز", "قال"),
        ("ومضى عادل كريم في بيان يقول: «العمل مستمر ليلا».", "عادل كريم", None),
        (
            "قال وزير النقل عادل كريم إنه سيغادر الاجتماع الذي تحدث عنه، إن «لم يكن مجديا».",
            "عادل كريم", None,
        ),
        ("لكن رئيس الهيئة المثير للجدل أكمل: «سنعود غدا إلى العمل».",
         "رئيس الهيئة المثير للجدل", "أكمل"),
        (
            "وأتت بعد أقوال وزير النقل، عادل كريم، والذي قال إن «الجسر آمن تماما».",
            "عادل كريم", "قال",
        ),
        ("وقال الرئيس التنفيذي لدى ريف الماء آلان بركات: «نحن فخورون».", "آلان بركات", "وقال"),
        ("وكان عادل كريم، الذي تولى الوزارة قبل عام، أعلن أن «الجسر آمن».", "عادل كريم", "أعلن"),
        ("وقالت، هناء بركات، التي تدير المرصد، إن «الهواء نقي اليوم».", "هناء بركات", "وقالت"),
        ("وأكد محامي خولي، سامي بركات، أن «الحكم نهائي وقطعي».", "سامي بركات", "وأكد"),
        ("وكتب عادل كريم، الذي انتقد القرار قبل شهر: «الجسر آمن».", "عادل كريم", "وكتب"),
        ("ونقلت وكالة الساحل أن الجيش أخرج «عشرات المدنيين».", "وكالة الساحل", "ونقلت"),
    ],
)  # fmt: skip
def test_explicit_speakers(text: str, name: str, cue: str | None) -> None:
    quote = one(text)
    assert quote.kind is QuoteKind.SPEECH
    assert named(quote) == (name, "explicit")
    if cue is not None:
        assert quote.cue is not None
        assert quote.cue.text == cue


def test_the_speaker_is_inferred_from_the_last_voice_of_that_gender() -> None:
    quote = one(
        "قالت وزيرة الصحة سلمى الكناني: «اللقاح متوفر».",
        "ورد مدير المرفأ كريم الجبوري: «السفن جاهزة».",
        "وأضافت: «التطعيم مجاني».",
    )
    assert named(quote) == ("سلمى الكناني", "inferred")
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    assert quote.speaker.mention.anchor.address.block == "b0"


def test_a_participle_takes_the_speaker_and_the_way_of_its_sentence() -> None:
    text = "وذكر الجبوري في بيان تلقته وكالة أنباء الخبر أنه «عاد العمل»، مشيرا إلى «وصول 3 سفن»."
    quote = one("قال مدير المرفأ كريم الجبوري إن العمل سيعود.", text)
    assert named(quote) == ("كريم الجبوري", "inferred")
    assert quote.cue is not None
    assert quote.cue.text == "مشيرا إلى"
    assert quote.channel is Channel.STATEMENT
    assert quote.relayed_by is not None
    assert quote.relayed_by.text == "وكالة أنباء الخبر"


def test_the_statement_is_whose_it_was() -> None:
    quote = one(
        "قالت بلدية الكرخ في بيان نشرته صحيفة المدينة إن “الجسر آمن ومفتوح”.",
        "وأضاف البيان أن “الصيانة ستبدأ في 5 أيار”.",
    )
    assert named(quote) == ("بيان بلدية الكرخ", "explicit")
    assert quote.channel is Channel.STATEMENT
    assert [relay.text for relay in quote.relays] == ["صحيفة المدينة"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The noun behind the verb is what is judged, or told, not who tells.
        ("قال النائب سعد الكناني إن الخطة فاشلة. ووصف النواب الذين أيدوها بأنهم «غافلون تماما».",
         "سعد الكناني"),
        ("يفيد التقرير أن إيطاليا ترفض الخطة لكنها أبلغت اللجنة بأنها «ستدرس البدائل».",
         "إيطاليا"),
        ("وكان اللاعب نادر عقل نشر تغريدة، إذ قال فيها: «لم ينته الأمر بعد».", "نادر عقل"),
        ("وأعرب المدرب نادر عقل عن ثقته بالفريق، حيث قال: «سنفوز غدا».", "نادر عقل"),
        ("خرجت الممثلة من القاعة، وكتبت تعليقا عليها «لن ننسى هذا اليوم».", "الممثلة"),
        ("خرج المدرب من الملعب. وكتب تعليقا على ذلك «لن أغادر قبل الصيف».", "المدرب"),
        ("وزارت جمعية «نهر دجلة» التي نشرت صورا، وكتبت تعليقا عليها «لن نتركه يموت».",
         "جمعية نهر دجلة"),
        ("انسحبت 4 كتل من المجلس، متهمة إياه «بهدر أموال الجسور».", "كتل"),
        ("أقالت الشركة مديرها، متهمة إياه «بهدر أموال الطرق والجسور».", "الشركة"),
        (
            "قال الوزير عادل كريم إن الجسر آمن. وشن كريم هجوما على نقابة ووصف قولها بأنه «خطأ».",
            "عادل كريم",
        ),
        (
            "قال الجنرال سامي بركات إنه آمن مشيرا إلى الممر الذي أعلن الجيش فتحه، وقال «نعم، هو».",
            "سامي بركات",
        ),
        (
            "قال عادل كريم إن الجسر آمن.\n\nجاء ذلك في مقابلة مع إذاعة المدينة، حيث قال: «سنكمل».",
            "عادل كريم",
        ),
    ],
)  # fmt: skip
def test_inferred_speakers(text: str, name: str) -> None:
    assert named(one(text)) == (name, "inferred")


def test_the_way_of_the_words_may_stand_behind_them_or_with_the_first_verb() -> None:
    behind = one("قال رئيس البلدية: «الجسر آمن تماما»، وذلك في كلمة أمام الأهالي.")
    assert behind.channel is Channel.SPEECH
    before = one("هنأ الرئيس رامي الخولي الفريق في تغريدات، قائلا: «مبارك للجميع».")
    assert before.channel is Channel.POST
    platform = one("كتب النائب سعد الكناني عبر منصة إكس: «هذا كلام مردود».")
    assert platform.channel is Channel.POST


def test_an_outlet_that_speaks_for_itself_passes_nothing_on() -> None:
    assert one("ذكرت صحيفة «المدينة» أن «الجسر مغلق منذ شهر كامل».").relays == ()
    carried = one("نقلت وكالة الخبر «خبر» الرسمية عن كريم الجبوري قوله إن «السفن وصلت».")
    assert [relay.text for relay in carried.relays] == ["وكالة الخبر «خبر»"]


def test_a_second_saying_of_one_carried_over_has_its_own_cue() -> None:
    text = 'نقلت وكالة الخبر عن المتحدث قوله "عادت القوات" وقوله أيضا "لن تبقى".'
    quote = one(text)
    assert quote.cue is not None
    assert (quote.cue.text, named(quote)) == ("وقوله", ("المتحدث", "explicit"))


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("قال الوزير كريم الجبوري خلال مؤتمر صحفي: «نعم».", Channel.PRESS_CONFERENCE),
        ("قال الوزير كريم الجبوري في تغريدة عبر تويتر: «نعم».", Channel.POST),
        ("قال الوزير كريم الجبوري في مقابلة تلفزيونية: «نعم».", Channel.INTERVIEW),
        ("قال الوزير كريم الجبوري في اتصال هاتفي: «نعم».", Channel.CALL),
        ("قال الوزير كريم الجبوري في كلمة أمام الحضور: «نعم».", Channel.SPEECH),
        ("قال الوزير كريم الجبوري في رسالة مكتوبة: «نعم».", Channel.DOCUMENT),
    ],
)
def test_channels(text: str, channel: Channel) -> None:
    assert one(text).channel is channel


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ذكرت صحيفة «المدينة» المحلية خبر الافتتاح.", QuoteKind.NAME),
        ("أصدر ديوانا بعنوان «ظلال النهر القديم 🌊».", QuoteKind.NAME),
        ("قال لـ”المدينة نت” إن العمل عاد.", QuoteKind.NAME),
        ("انتقد ما سماه «الإصلاح» في البلاد.", QuoteKind.SCARE),
        ("غيّر المجلس أسماء شوارع منها «النخيل» و«الفرات».", QuoteKind.NAME),
        ("تحمل الجائزة رسميا اسم «جائزة المدينة للعلوم والآداب في ذكرى مؤسسها».", QuoteKind.NAME),
        ("أصدرت الهيئة في آذار «القوائم الوطنية للتراث».", QuoteKind.NAME),
        ("أعرب الاتحاد عن «قلقه البالغ».", QuoteKind.SPEECH),
        ("قال العامل في المحطة القديمة «سنرى ما سيحدث».", QuoteKind.SPEECH),
        ("حل الفريق ضيفا «ثقيلا» على منافسه 3-0.", QuoteKind.SCARE),
        ("قررت الجمعية إعادة تسمية الحزب بـ «التجمع الأخضر».", QuoteKind.NAME),
        ("غادرت مجموعة من «هيئة حماية الساحل» المدينة.", QuoteKind.NAME),
        ("وقال كريم إن بلاده تسعى إلى اتفاق «تكميلي».", QuoteKind.SCARE),
        ("وتصفها البلدية بأنها مجموعة «انفصالية» جدا.", QuoteKind.SCARE),
        ("وقال نائب إن اللجنة «فقدت مصداقيتها».", QuoteKind.SPEECH),
        ("يعد هذا الأمر «تهجيرا».", QuoteKind.SCARE),
    ],
)
def test_names_and_scare_quotes(text: str, kind: QuoteKind) -> None:
    assert extract_quotes(piece(text))[0].kind is kind


def test_a_name_once_is_a_name_everywhere() -> None:
    quotes = extract_quotes(piece("اشترت شركة «نورلاين» السفن.", "وعادت «نورلاين» إلى الربح."))
    assert [quote.kind for quote in quotes] == [QuoteKind.NAME, QuoteKind.NAME]


def test_a_short_span_of_words_the_news_hardly_knows_is_a_name() -> None:
    known = {"بارك", "كبير", "وصف", "الحادث"}
    quotes = extract_quotes(
        piece(
            "وصل الوفد إلى «مونتريفا بارك» مساء.", "وكان الحادث «كبيرا» 🎭.", "قال: «مونتريفا!»."
        ),
        rare=lambda word: word.removesuffix("ا") not in known,
    )
    assert [quote.kind.value for quote in quotes] == ["name", "scare", "speech"]


def test_editors_insertions_are_found_and_abbreviations_are_not() -> None:
    text = "قال الوزير: «التقينا (رئيس الوفد) وشكرنا (WHO) و(20) غيرهم [من الحضور]»."
    quote = one(text)
    assert [text[a.start : a.end] for a in quote.insertions] == ["(رئيس الوفد)", "[من الحضور]"]


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    quotes = extract_quotes(piece("قال الوزير: “نعمل للجميع.", "“ولن نتوقف عند هذا”."))
    assert len(quotes) == 1
    assert quotes[0].balanced
    assert quotes[0].text == "نعمل للجميع\nولن نتوقف عند هذا"
    assert quotes[0].continued[0].address.block == "b1"


def test_a_block_quotation_speaks_by_its_attribution() -> None:
    block = Quotation("q", Inline("البحر لا ينسى أحدا"), Inline("— كريم الجبوري، بحار"))
    quote = extract_quotes(Document(blocks=(block,)))[0]
    assert named(quote) == ("كريم الجبوري، بحار", "explicit")


def test_traps() -> None:
    assert one("قال موظف رفض ذكر اسمه إن «الراتب تأخر كثيرا».").speaker is not None
    text = "عبر الوفد الجسر. «لم يكن أحد منا يعرف الطريق إلى المدينة القديمة»."
    assert one(text).speaker is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            'قال الوزير فلان أن « » " “ ” : ، . ( ) في بيان تلقته وكالة 😀 َ 12 X'.split()
        ),
        max_size=40,
    )
)
def test_any_words_in_any_order(words: list[str]) -> None:
    text = " ".join(words)
    for quote in extract_quotes(piece(text)):
        assert quote.text == text[quote.anchor.start : quote.anchor.end]


@pytest.mark.parametrize(
    "unit", ['"', "قال ", 'قال الوزير اليوم: "نعم نعمل" ', "‘’", "َ", "نقل عن "]
)
def test_hostile_input_is_read_to_its_end(unit: str) -> None:
    # What grows with the square of the length would outlast the test's own time limit by hours.
    text = (unit * (300_000 // len(unit) + 1))[:300_000]
    for quote in extract_quotes(piece(text)):
        assert text[quote.anchor.start : quote.anchor.end] == quote.text


@pytest.mark.parametrize(
    ("said", "name", "title"),
    [
        ("قال محافظ مرسى الطيب سامر الخياط: «بدأنا 😀 العمل».", "سامر الخياط", "محافظ مرسى الطيب"),
        ("قال محافظ سرمدا خالد العلي: «بدأنا العمل 24/7».", "خالد العلي", "محافظ سرمدا"),
        (
            "قالت رئيسة بلدية تل السنابل منى العبد: «بدأنا العمل مع WHO».",
            "منى العبد", "رئيسة بلدية تل السنابل",
        ),
        ("قال المحافظ سامر كاظم الخياط: «بدأنا العمل».", "سامر كاظم الخياط", "المحافظ"),
        ("قال محافظ المدينة سامر الخياط: «بدأنا العمل».", "سامر الخياط", "محافظ المدينة"),
    ],
)  # fmt: skip
def test_the_place_of_a_title_is_no_part_of_the_name(said: str, name: str, title: str) -> None:
    (quote,) = extract_quotes(piece(said))
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.title) == (name, title)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقال المدير ردا على سؤال ل «المدينة» عن الجسر إنه آمن.", QuoteKind.NAME),
        ("فازت بالجائزة الصحافية «سلمى الكناني» أمس.", QuoteKind.NAME),
        ("وهم شبان يطلقون على أنفسهم «حراس النهر» منذ عام.", QuoteKind.NAME),
        ("وتحدث عن قضية المرفأ الشهيرة بـ«أحداث الرصيف» أمام القاضي.", QuoteKind.NAME),
        ("محاكمة 14 متهما في «أحداث الرصيف» غدا", QuoteKind.SCARE),
    ],
)
def test_a_name_that_is_given_is_a_name(text: str, kind: QuoteKind) -> None:
    assert one(text).kind is kind


def test_what_is_denied_to_be_said_is_nobody_s_word() -> None:
    quote = one(
        "نفى نائب رئيس الاتحاد حسن الكناني أن يكون الاتحاد قد دعا إلى إضراب.",
        "وقال: «ما يقال غير صحيح».",
    )
    assert named(quote) == ("حسن الكناني", "inferred")


def test_an_outlet_in_brackets_passes_a_statement_on() -> None:
    relay = one("وذكرت الوزارة في بيان تلقته (الخبر الآن) أن «الجسر آمن».").relayed_by
    assert relay is not None
    assert relay.text == "الخبر الآن"


def test_the_conference_may_be_definite() -> None:
    assert one("وقال كريم خلال المؤتمر الصحفي: «الجسر آمن».").channel is Channel.PRESS_CONFERENCE
