"""Forms of one word counted over a document, for the rules that ask for one form throughout.

Owns how often each form stands where, which one the piece (or the house) prefers, and the findings
on the others. Which words are forms of one another, each rule says itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, replacement
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Finding


class Use(NamedTuple):
    """One use of one form: `form` names the form, `new` is the word in the others, by form.

    `bare` is the word without what is written onto its front, as a sentence elsewhere names it;
    empty where it is the whole word.
    """

    anchor: Anchor
    text: str
    form: str
    new: Mapping[str, str]
    bare: str = ""


Uses = tuple[Use, ...]
Reader = Callable[[CheckContext, Slot], tuple[Use, ...]]


def uses(context: CheckContext, key: str, read: Reader) -> Uses:
    """Every use in the document, read slot by slot and remembered."""
    return context.flat(key, lambda slot: read(context, slot))


def preferred(found: Sequence[Use], house: str | None) -> str:
    """The form to keep: the house's where it has one, else the commonest, else the first."""
    if house is not None:
        return house
    times: dict[str, int] = {}
    for use in found:
        times[use.form] = times.get(use.form, 0) + 1
    return max(times, key=lambda form: times[form])


def mixed(rule: DocumentRule, found: Sequence[Use], house: str | None = None) -> Iterator[Finding]:
    """A finding on each use of another form than the preferred one, where forms are mixed."""
    if len({use.form for use in found}) < 2:
        return
    keep = preferred(found, house)
    first = next((use for use in found if use.form == keep), None)
    for use in found:
        if use.form != keep:
            new = use.new.get(keep)
            yield rule.finding(
                use.anchor,
                use.text,
                suggestions=() if new is None else (new,),
                fixes=() if new is None else (replacement(use.anchor, new),),
                related=() if first is None else (first.anchor,),
                other="" if first is None else first.bare or first.text,
            )
