"""The words of a saved web page; nothing of it is fetched, run or drawn."""

from __future__ import annotations

from io import StringIO

from lxml import etree

from deskeditor.formats.decoding import decode

#: What no reader of the page ever saw.
_UNSEEN = frozenset(
    "script style noscript template iframe object embed svg math canvas form select".split()
)
#: What begins and ends a line.
_LINES = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5"
    " h6 header hr li main nav ol p pre section table td th title tr ul".split()
)


def read(raw: bytes) -> str:
    """The page's text, a line a block.

    Raises:
        BadInput: the bytes are no text.
        ValueError: there is no page in it.
    """
    text = decode(raw, "").text.replace("\x00", "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(text.encode("utf-8"), parser)
    if root is None:
        raise ValueError("no page")
    out = StringIO()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        _write(out, walk, event, element)
    lines = (" ".join(line.split()) for line in out.getvalue().splitlines())
    return "\n".join(line for line in lines if line)


def _write(
    out: StringIO,
    walk: etree.iterwalk[tuple[str, etree._Element]],
    event: str,
    element: etree._Element,
) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if event == "end":
        out.write("\n" if tag in _LINES else "")
        out.write(element.tail or "")
    elif tag in _UNSEEN or "hidden" in element.attrib:
        walk.skip_subtree()
    else:
        out.write("\n" if tag in _LINES else "")
        out.write(element.text or "")
