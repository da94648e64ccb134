"""Which rules of the checks ask what a rule of the checklist asks too.

Their findings stay where the text is and get no second line on the checklist.
"""

from __future__ import annotations

from collections.abc import Mapping

SPEAKS_FOR: Mapping[str, tuple[str, ...]] = {
    "submit.headline": ("structure.headline-missing",),
    "submit.headline-long": ("structure.headline-long",),
    "submit.deck-long": ("structure.deck-long",),
    "submit.byline": ("structure.byline-missing",),
    "submit.dateline": ("structure.dateline-missing",),
    "submit.body": ("structure.body-empty",),
    "submit.suggestions": ("structure.open-suggestion",),
    "submit.comments": ("structure.open-comment",),
    "submit.fact-flags": ("structure.open-fact",),
    "submit.placeholders": ("structure.placeholder",),
    "submit.heading-order": ("structure.heading-order",),
    "submit.empty-paragraphs": ("structure.empty-paragraph",),
    "submit.published-on": ("structure.publish-date-missing",),
    "submit.quote-altered": ("quotes.altered",),
    "submit.quote-unattributed": ("quotes.unattributed",),
    "submit.quote-unchecked": ("quotes.not-checked", "quotes.not-found"),
    "submit.quote-glyphs": ("quotes.unbalanced",),
    "submit.source-anonymous": ("sources.anonymous",),
    "submit.sources-few": ("sources.single-source",),
    "submit.image-credit": ("captions.credit-missing",),
    "submit.image-caption": ("captions.missing",),
    "submit.image-alt": ("captions.alt-missing",),
    "submit.image-alt-copied": ("captions.alt-equals",),
    "submit.image-caption-short": ("captions.short",),
    "submit.image-missing": ("captions.picture-missing",),
}
SPOKEN_FOR = frozenset(name for names in SPEAKS_FOR.values() for name in names)
