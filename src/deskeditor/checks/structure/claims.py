"""What a headline claims and what sentences of the body say of the same: shared words, denials.

Owns how a word of the headline is known again in the body: without what is joined to it, without
weak letters, so that «تقر» «أقرت» «إقرار» are one. That is coarse; the rules that use it ask for
several words in common and only ever hint. Each text is read once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES
from deskeditor.checks.style.reading import sentences, stem
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor
from deskeditor.language.folding import Fold, fold
from deskeditor.language.tokens import Token, TokenKind

#: Code points of a body sentence shown in a message.
SHOWN = 70
#: Longer texts in the headline's place are no headlines, in words.
LONGEST = 80
_FOLD = Fold.HAMZA | Fold.MAQSURA
#: Words whose keys are remembered.
_KEPT = 65_536
_WEAK = str.maketrans("", "", "اأإآءؤئىوي")
_BACK = re.compile(r"(?:ات|ون|ين|ان|هما|هم|ها|نا|ه|ة|ت|ا)\Z")
_EMPTY = frozenset(
    "في من الى على عن مع ان انه انها او ثم بعد قبل خلال بين حول منذ حتى ضد اي غير عام التي الذي "
    "هذا هذه ذلك تلك كل بعض كما حيث عند اليوم امس قال قالت اكد اعلن كان كانت هو هي هم ما لم لن لا "
    "ليس قد سوف بعدما عندما لدى اكثر اقل نحو عبر".split()
)
_ABOVE = frozenset({Role.HEADLINE, Role.DECK})
#: Words that deny what follows them.
DENYING = frozenset("لم لن لا ليس ليست لست لسنا غير عدم دون بدون".split())
#: Words by which a sentence as a whole denies.
REFUSING = frozenset(
    "نفى نفت ينفي تنفي نفي نافيا نافية استبعد استبعدت يستبعد تستبعد رفض رفضت يرفض ترفض رفضه رفضها "
    "كذب كذبت يكذب تكذب فند فندت يفند تفند".split()
)


class Said(NamedTuple):
    """One word of a sentence: its token, its plain form and the key it is known again by."""

    token: Token
    plain: str
    key: str


class Claim(NamedTuple):
    """One sentence: where it stands and its words; `keys` are those of words that say something."""

    anchor: Anchor
    words: tuple[Said, ...]
    keys: frozenset[str]

    @property
    def denied(self) -> frozenset[str]:
        """Keys of words that stand right behind a word that denies."""
        return frozenset(
            behind.key
            for place, word in enumerate(self.words[:-1])
            if word.plain.removeprefix("و").removeprefix("ف") in DENYING
            for behind in self.words[place + 1 : place + 2]
        )

    @property
    def denies(self) -> bool:
        """Whether any word of it denies or refuses."""
        plain = {word.plain for word in self.words}
        plain |= {word.removeprefix("و").removeprefix("ف") for word in plain}
        return bool(plain & (DENYING | REFUSING))


@lru_cache(maxsize=_KEPT)
def plain_of(word: str) -> str:
    """A word with plain alifs and ya."""
    return fold(word, _FOLD)


@lru_cache(maxsize=_KEPT)
def key_of(word: str) -> str:
    """The key of a word; empty for words that carry no meaning of their own."""
    plain = plain_of(word)
    if plain in _EMPTY or len(plain) < 2:
        return ""
    rest = stem(word)
    cut = _BACK.sub("", rest)
    rest = cut if len(cut) >= 2 else rest
    if len(rest) > 2 and rest[0] in "يتنأسم":
        rest = rest[1:]
    bones = rest.translate(_WEAK)
    return re.sub(r"(.)\1", r"\1", bones) or rest


def claims_in(context: CheckContext, slot: Slot) -> tuple[Claim, ...]:
    """The sentences of one text as claims."""
    return context.per_slot("claims", slot, lambda given: _claims(context, given))


def _claims(context: CheckContext, slot: Slot) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for sentence in sentences(context, slot):
        words = tuple(
            Said(token, plain_of(token.word), key_of(token.word))
            for token in sentence.words
            if token.kind is TokenKind.WORD
        )
        keys = frozenset(word.key for word in words if len(word.key) > 1)
        found.append(Claim(Anchor(slot.address, sentence.start, sentence.end), words, keys))
    return tuple(found)


Heads = tuple[tuple[Slot, Claim], ...]


def headlines(context: CheckContext) -> Heads:
    """What the headline and the deck claim, text by text (all their sentences as one)."""
    above = context.picked("claims.heads", context.slots, lambda slot: slot.role in _ABOVE)
    return context.memory.made("claims.above", (above,), lambda: tuple(_headlines(context, above)))


def _headlines(context: CheckContext, above: tuple[Slot, ...]) -> Iterator[tuple[Slot, Claim]]:
    for slot in above:
        read = claims_in(context, slot)
        words = tuple(word for claim in read for word in claim.words)
        if len(words) > LONGEST:
            continue
        keys = frozenset().union(*(claim.keys for claim in read))
        anchor = Anchor(slot.address, 0, len(slot.text))
        yield slot, Claim(anchor, words, keys)


def near_claims(context: CheckContext, shared: int) -> list[list[tuple[Slot, Claim]]]:
    """For each of `headlines`, the sentences of the body with so many of its words."""
    found: list[list[tuple[Slot, Claim]]] = [[] for _ in headlines(context)]
    for slot, near in _near(context, shared):
        for place, claim in near:
            found[place].append((slot, claim))
    return found


def reads_claims(context: CheckContext, shared: int) -> tuple[object, ...]:
    """What rules read that hold the headline against the sentences near it."""
    return headlines(context), _near(context, shared)


def _near(
    context: CheckContext, shared: int
) -> tuple[tuple[Slot, tuple[tuple[int, Claim], ...]], ...]:
    """Each text of the body with its sentences near a headline, and which headline that is."""
    heads = tuple(head.keys for _, head in headlines(context))
    if not any(len(keys) >= shared for keys in heads):
        return ()
    return context.gathered(
        ("claims.near", shared), lambda slot: _in_body(context, slot, heads, shared), given=heads
    )


def _in_body(
    context: CheckContext, slot: Slot, heads: tuple[frozenset[str], ...], shared: int
) -> tuple[tuple[int, Claim], ...]:
    if slot.role not in BODY_ROLES or slot.role is Role.HEADING:
        return ()
    return tuple(
        (place, claim)
        for claim in claims_in(context, slot)
        for place, keys in enumerate(heads)
        if len(keys & claim.keys) >= shared
    )


def shown(slot: Slot, anchor: Anchor) -> str:
    """A sentence as a message shows it: whole, or its beginning."""
    said = " ".join(slot.text.text[anchor.start : anchor.end].split())
    return said if len(said) <= SHOWN else said[: SHOWN - 1].rsplit(" ", 1)[0] + "…"
