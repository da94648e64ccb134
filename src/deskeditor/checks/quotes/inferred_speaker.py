"""quotes.inferred-speaker: who speaks follows from an earlier sentence; a person should confirm."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.shared import by_quote, reads_speech
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.quotes import Quote
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Speech whose speaker was inferred, with the place he was inferred from."""
    return by_quote(context, RULE.id, _in_quote)


def _in_quote(quote: Quote) -> Iterator[Finding]:
    speaker = quote.speaker
    if speaker is not None and speaker.basis == "inferred":
        related = (speaker.mention.anchor,) if speaker.mention else ()
        yield RULE.finding(quote.anchor, quote.text, related=related, name=speaker.name)


RULE = DocumentRule(
    id="quotes.inferred-speaker",
    category=Category.QUOTES,
    severity=Severity.HINT,
    title=Bilingual("قائل مستنتج", "Inferred speaker"),
    message=Bilingual(
        "القائل مستنتج من السياق: «{name}». أكّده أو صحّحه",
        "The speaker is inferred from the context: “{name}”. Confirm or correct it",
    ),
    run=find,
    reads=reads_speech,
    must_match=(
        "قالت وزيرة الصحة سلمى الكناني: «اللقاح متوفر».\n\nوأضافت: «التطعيم مجاني للجميع».",
    ),
    must_not_match=("قالت وزيرة الصحة سلمى الكناني: «اللقاح متوفر في 12 محافظة».",),
)
