"""Two-language wording that travels with a value: a rule's message, a label, an explanation.

Owns the pair and nothing else. Wording of the window and the command line lives in the catalogues
(`resources/i18n`), read by `deskeditor.language.messages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One sentence in Arabic and in English. Arabic is the first language, never a fallback."""

    ar: str
    en: str

    def pick(self, language: str) -> str:
        """The sentence in `language`; anything but `"en"` reads Arabic."""
        return self.en if language == "en" else self.ar

    def format(self, **values: object) -> Bilingual:
        """The same pair with `{names}` filled in both languages."""
        return Bilingual(self.ar.format(**values), self.en.format(**values))
