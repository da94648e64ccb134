"""A check after an edit says what a check of the same text by somebody who never saw it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskeditor.checks.context import CheckContext
from deskeditor.checks.memory import Memory
from deskeditor.checks.registry import ALL_RULES, run
from deskeditor.checks.rule import DocumentRule, SlotRule
from deskeditor.checks.spelling.speller import Speller
from deskeditor.checks.style.measuring import reading_of
from deskeditor.domain.article import Details
from deskeditor.domain.document import (
    Block,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    Paragraph,
    Quotation,
)
from deskeditor.domain.document.codec import dumps, loads
from deskeditor.domain.publication import Publication
from deskeditor.services.checking import READERS

#: Sentences of every kind the rules look at: who speaks, names, dates, figures, spans over texts.
SAID = (
    "قال وزير النقل هاشم الزبيدي في مؤتمر صحفي: «لن نغلق الجسر قبل العيد».",
    "وأضاف الزبيدي أن الأشغال كلفت 12 مليون دينار، وأن الحوادث تراجعت بنسبة 60%.",
    "وأوضحت: «سنعود إلى العمل مساء الخميس».",
    "وقالت صحيفة «الضفاف» المحلية إن الوزير هاشم الزبيدى استقال.",
    "وذكرت الصحيفة أن «نورلاين» انسحبت من العقد في 12 مارس/آذار 2024.",
    "اشترت شركة «نورلاين» ثلاث سفن بقيمة 5 ملايين دولار.",
    "وقالت وزارة الصحة في بيان إن 25 شخصا أصيبوا.",
    "وأشار البيان إلى أن «الوضع تحت السيطرة».",
    "قال شاهد عيان: “رأيت الدخان من بعيد.",
    "“ثم سمعنا انفجارا قويا” قرب السوق.",
    "وبحسب وكالة رويترز، أكد مصدر رفض ذكر اسمه أن المفاوضات توقفت يوم الأحد.",
    "وصل الوفد يوم الجمعة 3 مايو 2024 إلى أربيل 😀.",
    "التقى هاشم الزيبدي مدير المرفأ كريم الجبوري، البالغ من العمر 45 عاما.",
    "وتابع الجبوري قائلا: «المرفأ يعمل». ثم غادر  القاعة .",
    "يعتقد مراقبون أن الأمر أيضاً مرتبط بالانتخابات أيضا.",
    "أعلنت الوزارة أن أعمال الصيانة في الجسر القديم شمال المدينة ستنتهي قبل نهاية الشهر المقبل.",
    "",
)
HEADS = ("الزيبدي يعلن إغلاق الجسر", "وزارة الصحة: إصابة 30 شخصا", "الجسر القديم لن يغلق", "")
HOUSE = Publication("p", "p", names=frozenset({"كريم الجبوري"}), words=frozenset({"أربيل"}))
said = st.lists(st.sampled_from(SAID), min_size=1, max_size=3).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks: list[Block] = []
    for number, text in enumerate(draw(st.lists(said, min_size=1, max_size=5))):
        blocks.append(Paragraph(f"b{number}", Inline(text)))
    kind = draw(st.sampled_from(("none", "heading", "quotation", "figure")))
    beside = Inline(draw(said))
    match kind:
        case "heading":
            blocks.insert(1, Heading("x", beside))
        case "quotation":
            blocks.append(Quotation("x", beside, Inline("— هاشم الزبيدي")))
        case "figure":
            blocks.append(Figure("x", caption=beside, alt="جسر", credit="رويترز"))
    return Document(Header(headline=Inline(draw(st.sampled_from(HEADS)))), tuple(blocks))


def new_id(document: Document) -> str:
    """An id that no block of the document has."""
    taken = set(document.ids())
    return next(name for name in (f"n{number}" for number in range(99)) if name not in taken)


@st.composite
def edited(draw: st.DrawFn, before: Document) -> Document:
    """The document after one act of an editor; what stays is shared, as in the window."""
    blocks = list(before.blocks)
    at = draw(st.integers(0, len(blocks) - 1))
    acts = ("word", "word", "word", "cut", "new", "gone", "moved", "head", "anew", "split")
    act = draw(st.sampled_from(acts))
    if act == "head":
        headline = Inline(draw(st.sampled_from(HEADS)))
        return replace(before, header=replace(before.header, headline=headline))
    block = blocks[at]
    if act in ("word", "cut") and isinstance(block, Paragraph):
        words = block.text.text.split(" ")
        place = draw(st.integers(0, len(words)))
        new = draw(st.sampled_from(("كلمة", "الزبيدي", "«نورلاين»", "”", "“", "أمس", "12%", "قال")))
        words[place : place + (act == "cut")] = [] if act == "cut" else [new]
        blocks[at] = replace(block, text=Inline(" ".join(words)))
    elif act == "new":
        blocks.insert(at, Paragraph(new_id(before), Inline(draw(said))))
    elif act == "gone" and len(blocks) > 1:
        del blocks[at]
    elif act == "anew":  # as from a file or another process: equal, and no object the same
        return loads(dumps(before))
    elif act == "split" and isinstance(block, Paragraph):
        cut = draw(st.integers(0, len(block.text)))
        blocks[at] = replace(block, text=block.text.slice(0, cut))
        rest = Paragraph(new_id(before), block.text.slice(cut, len(block.text)))
        blocks.insert(at + 1, rest)
    else:
        blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(at))
    return replace(before, blocks=tuple(blocks))


def report(
    document: Document, memory: Memory, speller: Speller, rules: tuple[SlotRule | DocumentRule, ...]
) -> dict[str, object]:
    context = CheckContext(
        document, Details(), HOUSE, dictionary=speller.dictionary, counts=speller.table,
        speller=speller, readers=READERS, memory=memory,
    )  # fmt: skip
    outcome = run(context, rules=rules)
    return {
        "findings": outcome.findings, "failed": outcome.failed, "quotes": context.quotes,
        "sources": context.sources, "dates": context.dates, "reported": context.reported,
        "reading": reading_of(context),
    }  # fmt: skip


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_check_after_edits_is_a_fresh_check(speller: Speller, data: st.DataObject) -> None:
    document = data.draw(documents())
    memory = Memory()
    for _ in range(4):
        again = report(document, memory, speller, ALL_RULES)
        fresh = report(document, Memory(), speller, ALL_RULES)
        assert again == fresh
        document = data.draw(edited(document))


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_every_rule_alone_says_the_same_again(
    rule: SlotRule | DocumentRule, speller: Speller
) -> None:
    """No rule leans on what another asked for before it; none forgets or keeps too much."""
    blocks = tuple(Paragraph(f"b{n}", Inline(text)) for n, text in enumerate(SAID))
    document = Document(Header(headline=Inline(HEADS[0])), blocks)
    memory = Memory()
    report(document, memory, speller, (rule,))
    for number in (0, 4, 9, 12):
        text = f"{SAID[number]} وقال وزير النقل سالم الزبيدي: «نورلاين» 30%."
        changed = (*blocks[:number], Paragraph(f"b{number}", Inline(text)), *blocks[number + 1 :])
        document = replace(document, blocks=changed)
        assert report(document, memory, speller, (rule,)) == report(
            document, Memory(), speller, (rule,)
        )
