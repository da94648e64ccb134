"""Tashkeel, tatweel and digits of the selection, or of the whole page, as one undo step."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.domain.document import Address, Role
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.language.rewriting import Manner, rewritings
from deskeditor.ui.editor.positions import points_in
from deskeditor.ui.editor.structure import end_of, start_of
from deskeditor.ui.editor.view import ArticleEditor

#: A text and the part of it that is chosen, in code points.
_Part = tuple[Address, str, int, int]


def rewrite(editor: ArticleEditor, manner: Manner) -> int:
    """Write what is selected (all, where nothing is) in this manner; how many words changed."""
    edits = [
        Edit(Anchor(address, start + first, end + first), new)
        for address, text, first, last in _chosen(editor)
        for start, end, new in rewritings(text[first:last], manner)
    ]
    return len(edits) if edits and editor.apply(edits) else 0


def _chosen(editor: ArticleEditor) -> Iterator[_Part]:
    cursor, page = editor.surface.textCursor(), editor.surface.page
    texts = {s.address: s.text.text for s in editor.document().slots() if s.role is not Role.ALT}
    if not cursor.hasSelection():
        yield from ((address, text, 0, len(text)) for address, text in texts.items())
        return
    block, last = page.findBlock(cursor.selectionStart()), cursor.selectionEnd()
    while block.isValid() and start_of(block) <= last:
        address = page.address(block)
        if address in texts:
            begin = max(cursor.selectionStart(), start_of(block)) - start_of(block)
            end = min(last, end_of(block)) - start_of(block)
            yield address, texts[address], points_in(block, begin), points_in(block, end)
        block = block.next()
