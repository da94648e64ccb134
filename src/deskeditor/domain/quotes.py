"""Quotations: the words, who said them, on what basis we say so, and how they stand to evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from deskeditor.domain.findings import Anchor


class QuoteKind(StrEnum):
    """What the quotation glyphs mean: someone's words, a name or title, or doubt."""

    SPEECH = "speech"
    NAME = "name"
    SCARE = "scare"


class Channel(StrEnum):
    """How the words reached us."""

    STATEMENT = "statement"
    PRESS_CONFERENCE = "press_conference"
    POST = "post"
    INTERVIEW = "interview"
    CALL = "call"
    SPEECH = "speech"
    DOCUMENT = "document"
    AGENCY = "agency"


class Verdict(StrEnum):
    """How a quotation stands to its evidence. A machine proposes; a person confirms."""

    VERBATIM = "verbatim"
    ORTHOGRAPHIC = "orthographic"
    ALTERED = "altered"
    CUT = "cut"
    TRANSLATED = "translated"
    NOT_FOUND = "not_found"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in the text that name something: a cue, a channel, a relaying outlet."""

    text: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have spoken.

    `basis` is explicit where the sentence names the speaker, inferred where it follows from an
    earlier one; then `mention` is the place it was inferred from.
    """

    name: str
    basis: Literal["explicit", "inferred"]
    mention: Mention | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that differs: in the quotation and in the evidence (either may be empty).

    `quote_start`, `quote_end` are code points in the quotation's content, `evidence_*` in the
    evidence's text. `loud` marks a changed negation or number.
    """

    quoted: str
    evidenced: str
    quote_start: int
    quote_end: int
    evidence_start: int
    evidence_end: int
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quotation held against one text of evidence; `start`, `end` are its place there."""

    verdict: Verdict
    evidence: str
    start: int | None = None
    end: int | None = None
    changes: tuple[WordChange, ...] = ()


class Fact(StrEnum):
    """What a person stands behind, each by itself: who spoke, of what kind, by which channel."""

    SPEAKER = "speaker"
    KIND = "kind"
    CHANNEL = "channel"
    CUE = "cue"
    RELAY = "relay"


class Standing(StrEnum):
    """Whether a person stands behind what is said of a quotation, or behind one fact of it.

    `partly`: behind some facts and not behind others yet; `again`: the words changed since.
    """

    PROPOSED = "proposed"
    PARTLY = "partly"
    CONFIRMED = "confirmed"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict a person stands behind: on which evidence (its id), who, when (UTC), and why.

    It holds for the words and the evidence it was given on, and for no others.
    """

    verdict: Verdict
    evidence: str
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """One fact a person stands behind: who, when (UTC), and the words it was said of."""

    fact: Fact
    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What people confirmed or mended of one quotation, and on which words.

    `anchor` and `text` are the quotation's content when it was confirmed last; where other words
    stand there now, everything in here must be confirmed again. `at` is UTC. `signed` says who
    stands behind each fact; it is empty where `by` stands behind all of them at once. `cue` (the
    word of saying) and `relay` (who passed the words on) are empty where there is none, and None
    where nobody was asked: entries from before these were facts hold neither.
    """

    id: str
    anchor: Anchor
    text: str
    kind: QuoteKind
    speaker: str
    channel: Channel | None
    by: str
    at: datetime
    ruling: Ruling | None = None
    signed: tuple[Signed, ...] = ()
    cue: str | None = None
    relay: str | None = None

    @property
    def signatures(self) -> tuple[Signed, ...]:
        """Who stands behind which fact, one for each that anybody stands behind."""
        if self.signed:
            return self.signed
        unasked = {Fact.CUE: self.cue is None, Fact.RELAY: self.relay is None}
        asked = (fact for fact in Fact if not unasked.get(fact, False))
        return tuple(Signed(fact, self.by, self.at, self.text) for fact in asked)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted span; `anchor` is its content without the glyphs.

    A quotation that runs over paragraphs has further content in `continued`. `relays` names
    everyone who passed it on, `relayed_by` the first of them. `confirmation` is what a person
    confirmed of it, `standing` whether that still holds; `ruled` says the verdict is a person's.
    `mark` is the id of the mark a person set on the words by hand; without one it is empty.
    """

    anchor: Anchor
    text: str
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Mention | None = None
    channel: Channel | None = None
    channel_mention: Mention | None = None
    relayed_by: Mention | None = None
    relays: tuple[Mention, ...] = ()
    insertions: tuple[Anchor, ...] = ()
    continued: tuple[Anchor, ...] = ()
    balanced: bool = True
    verdict: Verdict = Verdict.NOT_CHECKED
    comparison: Comparison | None = None
    standing: Standing = Standing.PROPOSED
    confirmation: Confirmation | None = None
    ruled: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """Another wording of what a quotation says, of the same voice, here or in another article.

    `quote` is where the quotation stands. `article` and `title` name the other article; both are
    empty, and `anchor` says where, when the other wording stands in this one. `comparison` is the
    quotation held against the other wording: in what they differ.
    """

    quote: Anchor
    text: str
    speaker: str
    channel: Channel | None
    comparison: Comparison
    article: str = ""
    title: str = ""
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """Somebody's words without quotation glyphs: a clause behind أن, or, `direct`, a colon."""

    anchor: Anchor
    text: str
    direct: bool = False
    speaker: Speaker | None = None
    cue: Mention | None = None
    channel: Channel | None = None
    relays: tuple[Mention, ...] = ()


class EvidenceKind(StrEnum):
    """What was kept, told from its bytes, never from its name."""

    PASTED = "pasted"
    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    IMAGE = "image"
    AUDIO = "audio"
    LINK = "link"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something kept to hold a quotation against: `blob` is the sha256 of the file as it came.

    `text` is what was read from it; where nothing could be, `unreadable` says why (a code of the
    panels' catalogue, such as `scanned`) and it proves nothing either way. `seen_on` is the day a
    link was seen, `timecode` the place in a recording as a person wrote it (`04:12`).
    """

    id: str
    blob: str
    name: str
    added_by: str
    added_at: datetime
    origin: str = ""
    text: str | None = None
    kind: EvidenceKind = EvidenceKind.TEXT
    unreadable: str = ""
    seen_on: date | None = None
    timecode: str = ""
    article: str = ""
