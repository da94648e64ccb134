"""captions.short: a caption too short to say who, what, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured
from deskeditor.checks.captions.told import reads_told, told_in
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words a caption has at least, and questions it may leave open: a landscape needs no who.
_WORDS, _OPEN = 5, 2
_ASKED = {
    "who": Bilingual("من", "who"), "what": Bilingual("ماذا", "what"),
    "where": Bilingual("أين", "where"), "when": Bilingual("متى", "when"),
}  # fmt: skip


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions under the publication's length or five words, or that tell next to nothing."""
    shortest = context.publication.limits.caption_short
    missing = {one.figure: one.missing for one in told_in(context)}
    for each in context.figures:
        words = each.caption.text.strip()
        lacks = missing.get(each.id, ())
        short = len(words) < shortest or len(words.split()) < _WORDS
        if words and (short or len(lacks) > _OPEN):
            anchor = Anchor(at(each, "caption"), 0, len(each.caption.text))
            yield RULE.finding(anchor, words, message=_said(lacks))


def _said(lacks: tuple[str, ...]) -> Bilingual | None:
    """The sentence that names what is missing; None where nothing is, but room."""
    if not lacks:
        return None
    asked = [_ASKED[name] for name in lacks]
    return Bilingual(
        f"التعليق لا يقول: {'، '.join(one.ar for one in asked)}. أكمله",
        f"The caption does not say: {', '.join(one.en for one in asked)}. Complete it",
    )


RULE = DocumentRule(
    id="captions.short",
    category=Category.CAPTIONS,
    severity=Severity.HINT,
    title=Bilingual("تعليق قصير", "Caption too short"),
    message=Bilingual(
        "التعليق أقصر من أن يقول من وماذا وأين: أكمله",
        "The caption is too short to say who, what and where: complete it",
    ),
    run=find,
    reads=reads_told,
    must_match=(
        pictured(figure(caption="مركز المدينة 🏙")),
        pictured(figure(caption="مجموعة كبيرة متنوعة من الأشياء القديمة الجميلة")),
    ),
    must_not_match=(
        pictured(figure()),
        pictured(figure(caption="")),
        pictured(figure(caption="رافعات متوقفة عن العمل عند الرصيف القديم في الميناء")),
    ),
)
