"""What stands in an element and around it: pictures, blocks, who is quoted."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from lxml import etree

from deskeditor.formats.incoming.inline import UNSEEN, name_of


def has(element: etree._Element, names: Container[str]) -> bool:
    """Whether an element of one of these names stands inside."""
    return any(name_of(one) in names for one in element.iter() if one is not element)


def is_picture(element: etree._Element) -> bool:
    """Whether an element holds a picture and no word."""
    return has(element, ("img",)) and not "".join(map(str, element.itertext())).strip()


def nearest(element: etree._Element, name: str) -> etree._Element | None:
    """The next element of this name around one."""
    return next((one for one in element.iterancestors() if name_of(one) == name), None)


def images_in(
    element: etree._Element, left: Callable[[etree._Element], bool]
) -> Iterator[etree._Element]:
    """The pictures an element holds or is, less those in what is left out."""
    name = name_of(element)
    if not name or name in UNSEEN or left(element):
        return
    if name == "img":
        yield element
    for child in element:
        yield from images_in(child, left)


def cited(quotation: etree._Element) -> etree._Element | None:
    """The element that says who is quoted: a footer, or a `cite` that stands alone or last."""
    for one in quotation.iter():
        if name_of(one) in ("cite", "footer") and nearest(one, "blockquote") is quotation:
            alone = one.getparent() is quotation and not (one.tail or "").strip()
            if name_of(one) == "footer" or alone or _is_last(one, quotation):
                return one
    return None


def _is_last(element: etree._Element, around: etree._Element) -> bool:
    """Whether no word follows an element in the one around it."""
    one: etree._Element | None = element
    while one is not None and one is not around:
        behind = [one.tail or "", *("".join(map(str, s.itertext())) for s in one.itersiblings())]
        behind += [s.tail or "" for s in one.itersiblings()]
        if "".join(behind).strip():
            return False
        one = one.getparent()
    return True
