"""Two texts that grew from one, brought together block by block.

What only one side changed is taken as that side has it; what both changed alike is taken once.
Where both changed one text, `weave` may bring the words together; what it cannot is a conflict,
which a person decides: the left, the right, or both one behind the other. Nothing of either side is
dropped without one: a block that one side changed and the other took out is a conflict too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from deskeditor.domain.document.blocks import Block, ListBlock
from deskeditor.domain.document.document import (
    HEADER,
    Address,
    Document,
    Thread,
    block_slots,
)
from deskeditor.domain.document.inline import Inline

#: Brings three wordings of one text (the common one, left, right) together; None where it cannot.
Weave = Callable[[Inline, Inline, Inline], Inline | None]
_RIGHT = "right-"


class Side(StrEnum):
    """Whose text is taken."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One text both sides changed, each in its own way.

    `key` is the block's id, or the part of a header field. `left` and `right` are what stands on
    either side, None where that side took it out; `base` is what both grew from.
    """

    key: str
    header: bool
    base: Block | Inline | None
    left: Block | Inline | None
    right: Block | Inline | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What both sides make together, and what is left to decide: there it has the left's."""

    document: Document
    conflicts: tuple[Conflict, ...]
    _plan: tuple[tuple[str, Block | None, Conflict | None], ...] = ()

    def settled(self, chosen: Mapping[str, Side]) -> Document:
        """The document with each conflict decided; one that is not named takes the left.

        Both: the right's block stands behind the left's, under an id of its own; of a header field,
        the right's words behind the left's.
        """
        document = self.document
        for conflict in self.conflicts:
            if conflict.header:
                side = chosen.get(conflict.key, Side.LEFT)
                words = [
                    text
                    for text, sides in ((conflict.left, (Side.LEFT, Side.BOTH)),
                                        (conflict.right, (Side.RIGHT, Side.BOTH)))
                    if side in sides and isinstance(text, Inline)
                ]  # fmt: skip
                made = words[0] if words else Inline()
                for more in words[1:]:
                    made = made + Inline(" ") + more if made and more else made + more
                document = document.with_text(Address(HEADER, conflict.key), made)
        taken = {block.id for _, block, conflict in self._plan if block and not conflict}
        blocks: list[Block] = []
        for key, block, torn in self._plan:
            if torn is None:
                blocks += [block] if block is not None else []
                continue
            side = chosen.get(key, Side.LEFT)
            if side is not Side.RIGHT and _is_block(torn.left):
                blocks.append(torn.left)  # type: ignore[arg-type]
            if side is not Side.LEFT and _is_block(torn.right):
                right = torn.right
                there = taken | {one.id for one in blocks}
                blocks.append(_named_apart(right, there))  # type: ignore[arg-type]
        return replace(document, blocks=tuple(_apart(blocks)))


def merge(base: Document, left: Document, right: Document, weave: Weave) -> Merged:
    """Bring two texts together that both grew from `base`."""
    conflicts: list[Conflict] = []
    document = left
    for slot in left.slots():
        if slot.address.block != HEADER:
            break
        was, theirs = base.text_at(slot.address), right.text_at(slot.address)
        found = _three(was, slot.text, theirs, weave)
        if isinstance(found, Inline):
            document = document.with_text(slot.address, found)
        else:
            conflicts.append(Conflict(slot.address.part, True, was, slot.text, theirs))
    plan = tuple(_plan(base, left, right, weave))
    conflicts += [conflict for _, _, conflict in plan if conflict is not None]
    language = right.language if left.language == base.language else left.language
    direction = right.direction if left.direction == base.direction else left.direction
    document = replace(
        document, threads=_threads(left, right), language=language, direction=direction
    )
    made = Merged(document, tuple(conflicts), plan)
    return replace(made, document=made.settled({}))


def _is_block(value: Block | Inline | None) -> bool:
    return value is not None and not isinstance(value, Inline)


def _three(
    base: Inline | None, left: Inline | None, right: Inline | None, weave: Weave
) -> Inline | None:
    """One text of three; None where a person must decide."""
    if right in (left, base):
        return left
    if left == base:
        return right
    if base is None or left is None or right is None:
        return None
    return weave(base, left, right)


def _plan(
    base: Document, left: Document, right: Document, weave: Weave
) -> Iterator[tuple[str, Block | None, Conflict | None]]:
    """Every block's key with what becomes of it, in the order of both."""
    was, mine, theirs = ({block.id: block for block in d.blocks} for d in (base, left, right))
    for key in _order(base, left, right):
        old, ours, other = was.get(key), mine.get(key), theirs.get(key)
        if other in (ours, old):
            yield key, ours, None
        elif ours == old:
            yield key, other, None
        else:
            woven = _woven(old, ours, other, weave)
            told = None if woven is not None else Conflict(key, False, old, ours, other)
            yield key, woven or ours, told


def _woven(
    old: Block | None, left: Block | None, right: Block | None, weave: Weave
) -> Block | None:
    """A block whose texts can each be brought together."""
    if old is None or left is None or right is None or isinstance(old, ListBlock):
        return None
    if not type(old) is type(left) is type(right):
        return None
    slots = [{s.address: s.text for s in block_slots(one)} for one in (old, left, right)]
    if not slots[0].keys() == slots[1].keys() == slots[2].keys():
        return None
    frames = [_emptied(one) for one in (old, left, right)]
    if frames[1] == frames[2] or frames[2] == frames[0]:
        frame = left
    elif frames[1] == frames[0]:
        frame = right
    else:
        return None
    page = Document(blocks=(frame,))
    for address in slots[0]:
        found = _three(slots[0][address], slots[1][address], slots[2][address], weave)
        if found is None:
            return None
        page = page.with_text(address, found)
    return page.blocks[0]


def _emptied(block: Block) -> Block:
    """A block without its words: what else it is."""
    page = Document(blocks=(block,))
    for slot in block_slots(block):
        page = page.with_text(slot.address, Inline())
    return page.blocks[0]


def _order(base: Document, left: Document, right: Document) -> list[str]:
    """The keys of all blocks of both sides: the order of the side that moved blocks, if one did.

    A block only the other side has stands behind the one it follows there.
    """
    orders = [[block.id for block in document.blocks] for document in (base, left, right)]
    common = set.intersection(*map(set, orders))
    kept = [[key for key in order if key in common] for order in orders]
    first, second = (orders[2], orders[1]) if kept[1] == kept[0] != kept[2] else orders[1:]
    made = list(first)
    place = 0
    for key in second:
        if key in first:
            place = made.index(key) + 1
        else:
            made.insert(place, key)
            place += 1
    return made


def _named_apart(block: Block, taken: set[str]) -> Block:
    """A block under an id nobody has."""
    name = block.id
    while name in taken:
        name = _RIGHT + name
    return replace(block, id=name)


def _apart(blocks: list[Block]) -> Iterator[Block]:
    """Blocks and list items, each under an id of its own."""
    taken: set[str] = set()
    for block in blocks:
        made = _named_apart(block, taken)
        taken.add(made.id)
        if isinstance(made, ListBlock):
            items = []
            for item in made.items:
                name = item.id
                while name in taken:
                    name = _RIGHT + name
                taken.add(name)
                items.append(replace(item, id=name))
            made = replace(made, items=tuple(items))
        yield made


def _threads(left: Document, right: Document) -> tuple[Thread, ...]:
    """The comments of both: of one thread, every message once, in the order of time."""
    others = {thread.id: thread for thread in right.threads}
    made = []
    for thread in left.threads:
        other = others.pop(thread.id, thread)
        said = {*thread.messages, *other.messages}
        closed = thread if thread.resolved_by or not other.resolved_by else other
        made.append(replace(closed, messages=tuple(sorted(said, key=lambda m: (m.at, m.author)))))
    return (*made, *others.values())
