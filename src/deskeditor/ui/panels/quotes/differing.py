"""A quotation beside its evidence, cut into pieces: what agrees, what differs, what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from deskeditor.domain.quotes import Comparison, Evidence, Quote, Verdict, WordChange
from deskeditor.ui.panels.quotes.passage import Piece

#: Code points of the evidence shown before and behind the place.
AROUND = 400


def quoted_pieces(quote: Quote, missing: str) -> tuple[Piece, ...]:
    """The quotation, what differs as errors; `missing` stands where it left words out."""
    changes = quote.comparison.changes if quote.comparison else ()
    pieces: list[Piece] = [Piece("«", "soft")]
    at = 0
    for change in sorted(changes, key=lambda c: (c.quote_start, c.quote_end)):
        pieces.append(Piece(quote.text[at : change.quote_start]))
        if change.quoted:
            pieces.append(Piece(quote.text[change.quote_start : change.quote_end], "error"))
            at = change.quote_end
        else:
            at = change.quote_start
            space = "" if not at or quote.text[at - 1].isspace() else " "
            pieces += [Piece(space), Piece(missing, "missing"), Piece(" ")]
    pieces += [Piece(quote.text[at:].rstrip()), Piece("»", "soft")]
    return tuple(piece for piece in pieces if piece.text)


def evidence_pieces(held: Comparison, evidence: Evidence) -> tuple[Piece, ...]:
    """The place in the evidence with what stands around it; the words that differ as good."""
    text = evidence.text or ""
    start, end = held.start or 0, held.end or 0
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    pieces = [Piece(("…" if low else "") + text[low:start].lstrip(), "soft")]
    at = start
    agreed = "place"
    for change in sorted(held.changes, key=lambda c: (c.evidence_start, c.evidence_end)):
        if not change.evidenced or change.evidence_start < at:
            continue
        pieces.append(Piece(text[at : change.evidence_start], agreed))
        pieces.append(Piece(text[change.evidence_start : change.evidence_end], "ok"))
        at = change.evidence_end
    pieces.append(Piece(text[at:end], agreed))
    pieces.append(Piece(text[end:high] + ("…" if high < len(text) else ""), "soft"))
    return tuple(piece for piece in pieces if piece.text)


def whole_pieces(evidence: Evidence) -> tuple[Piece, ...]:
    """The beginning of evidence in which the quotation was not found."""
    text = evidence.text or ""
    most = 20_000
    return (Piece(text[:most]), Piece("…" if len(text) > most else "", "soft"))


def effect_of(change: WordChange) -> str:
    """What a difference does to the meaning, as the catalogue names it."""
    from deskeditor.language.alignment import negates  # not before the window has painted

    words = f"{change.quoted} {change.evidenced}".split()
    if change.loud:
        from deskeditor.language.alignment import negates  # not before the window has painted

        return "effect_negation" if any(negates(word) for word in words) else "effect_number"
    if not change.quoted:
        return "effect_cut"
    return "effect_added" if not change.evidenced else "effect_word"


def loud_first(changes: Iterable[WordChange]) -> tuple[WordChange, ...]:
    """Differences, the loudest before the others, each group in reading order."""
    return tuple(sorted(changes, key=lambda change: (not change.loud, change.quote_start)))


def replacement(quote: Quote, evidence: Evidence | None) -> str | None:
    """The evidence's own words for the quotation's place; None where they cannot be put there."""
    held = quote.comparison
    if evidence is None or evidence.text is None or held is None or quote.continued:
        return None
    if held.verdict not in (Verdict.ALTERED, Verdict.ORTHOGRAPHIC) or quote.insertions:
        return None
    found = " ".join(evidence.text[held.start : held.end].split())
    return found if found and found != quote.text else None
