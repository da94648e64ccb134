"""sources.single-source: fewer independent sources than the house asks for."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.sources.shared import sources_in
from deskeditor.domain.document import HEADER, Address, Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.sources import Source, SourceKind
from deskeditor.domain.words import Bilingual

_PASSED_ON = frozenset({SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.DOCUMENT})
#: Shorter bodies are briefs: one source is what they have.
_BRIEF = 120


def find(context: CheckContext) -> Iterator[Finding]:
    """One finding on the headline, or on the first mention, where sources are too few."""
    if _is_brief(context):
        return
    voices = _independent(sources_in(context))
    needed = context.publication.limits.independent_sources
    if 0 < len(voices) < needed:
        only = voices[0]
        where = only.mentions[0] if only.mentions else Anchor(Address(HEADER, "headline"), 0, 0)
        yield RULE.finding(where, only.name, name=only.name, needed=needed, count=len(voices))


def _is_brief(context: CheckContext) -> bool:
    return sum(context.rows(RULE.id, _spaces)) < _BRIEF


def _spaces(slot: Slot) -> int:
    return slot.text.text.count(" ") if slot.role is Role.PARAGRAPH else 0


def _independent(sources: tuple[Source, ...]) -> list[Source]:
    """Sources that speak for themselves: who passes words on adds no voice."""
    own = [source for source in sources if source.kind not in _PASSED_ON]
    return own or list(sources[:1])


_ONE = "قالت دائرة الصحة إن المركز سيفتح. " + "ويقع المركز قرب النهر ويخدم ثلاثة أحياء قديمة. " * 20

RULE = DocumentRule(
    id="sources.single-source",
    category=Category.SOURCES,
    severity=Severity.CHECK,
    title=Bilingual("مادة بمصدر واحد", "Single-source piece"),
    message=Bilingual(
        "عدد المصادر المستقلة في المادة {count} والدار تطلب {needed}: {name}",
        "The piece leans on fewer than {needed} independent sources ({count}: {name})",
    ),
    run=find,
    reads=lambda context: (_is_brief(context), sources_in(context)),
    must_match=(_ONE,),
    must_not_match=(
        _ONE + "وقال النائب سعد الكناني إن 2 من المراكز تكفي 🙂.",
        "قالت دائرة الصحة إن المركز سيفتح.",
    ),
)
