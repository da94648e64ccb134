"""Reads a saved web page: its article found, what stands around it left, nothing fetched or run."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime

from lxml import etree

from deskeditor.domain.article import Details
from deskeditor.domain.document import Block, Direction, Document, Header, Inline, clean_text
from deskeditor.formats.decoding import decode
from deskeditor.formats.incoming.blocks import Blocks
from deskeditor.formats.incoming.draft import Draft, Reading, Unreadable
from deskeditor.formats.incoming.inline import inline_of, is_hidden, name_of
from deskeditor.formats.isolation import without_automatic

#: Elements a page may have: an article has some hundreds.
ELEMENTS = 200_000
_PROGRAMS = frozenset("script iframe object embed".split())
#: What is never the article, and what is none unless most of the text stands in it.
_MENUS, _AROUND = frozenset(("nav", "menu")), frozenset(("aside", "dialog", "form"))
_ROLES = frozenset(("navigation", "complementary", "banner"))
#: What a class that sounds like something around the article says of the article's own frame.
_ROOMS = frozenset("html body article main figure img".split())
_NOISE = re.compile(
    r"(?:^|[-_\s])(?:share|sharing|social|related|recommend\w*|comments?|promo\w*|advert\w*|ads?|"
    r"newsletter|breadcrumbs?|cookie\w*|sidebar|tags|toolbar|pagination|subscribe|most-read)"
    r"(?:$|[-_\s])",
    re.IGNORECASE,
)
#: `no-sidebar`, `content-with-sidebar`: says how the article stands, not that this is none.
_FRAME = re.compile(r"(?:^|[-_])(?:no|non|not|has|have|with|without)[-_]", re.IGNORECASE)
_ARTICLE = re.compile(r"\barticle-?body\b|\bentry-content\b|\bpost-content\b", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LATIN, _ARABIC = re.compile("[A-Za-z]"), re.compile("[\u0621-\u064a]")


def read(raw: bytes, at: datetime) -> Draft:
    """The article of the page.

    Raises:
        BadInput: the bytes are no text.
        Unreadable: there is no page, or no article in it.
    """
    root = parsed(decode(raw, "").text)
    reading = Reading(at)
    found = _article(root, reading)
    page_language = (root.get("lang") or found.get("lang") or "").partition("-")[0].lower()
    words = "".join(str(part) for part in found.itertext())
    language = page_language or language_of(words)
    direction = direction_of(found, language)
    header, taken = _header(root, found, reading)
    blocks = _blocks(found, taken, reading, direction)
    if not blocks and not header.headline:
        raise Unreadable("file-no-article")
    masthead = [one for one in root.iter("p") if (one.get("class") or "") == "board"]
    told = _told_to_machines(root)
    section = told.get("articleSection")
    details = Details(
        desk=clean_text(section) if isinstance(section, str) else "",
        published_on=_published(root, found) or day_in(str(told.get("datePublished") or "")),
        masthead=tuple(text for one in masthead if (text := inline_of(one, reading).text)),
    )
    document = Document(header, tuple(blocks), tuple(reading.threads), language, direction)
    return reading.draft(without_automatic(document), details)


def _blocks(
    found: etree._Element, taken: set[etree._Element], reading: Reading, direction: Direction
) -> list[Block]:
    """The article's blocks; where all of it sounds like something around it, all but the menus."""
    around, counted = _Around(found, reading), reading.counted.copy()
    blocks = Blocks(reading, direction, passed=around, taken=taken)
    blocks.walk(found)
    if not blocks.blocks:
        reading.counted = counted
        around.names_only = True
        blocks.walk(found)
    return blocks.blocks


def parsed(text: str) -> etree._Element:
    """The page's root. Nothing outside is read; what no text can hold is gone.

    Raises:
        Unreadable: there is no page, or it has too many elements.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    if root is None:
        raise Unreadable
    if sum(1 for _one in root.iter()) > ELEMENTS:
        raise Unreadable("file-too-heavy")
    return root


def language_of(text: str) -> str:
    """`ar` or `en`, by which letters there are more of."""
    return "ar" if len(_ARABIC.findall(text)) >= len(_LATIN.findall(text)) else "en"


def direction_of(element: etree._Element, language: str) -> Direction:
    """What the element or one around it says, else the language's own."""
    for one in (element, *element.iterancestors()):
        said = (one.get("dir") or "").lower()
        if said in ("rtl", "ltr"):
            return Direction(said)
    rtl = language.partition("-")[0] in ("ar", "fa", "he", "ur", "ku", "ckb")
    return Direction.RTL if rtl else Direction.LTR


def _words(element: etree._Element) -> int:
    """The characters of running text in an element."""
    return sum(len("".join(map(str, one.itertext()))) for one in element.iter("p"))


def _article(root: etree._Element, reading: Reading) -> etree._Element:
    """The element that holds the article: as the page says it, else where most text stands."""
    said = list(root.iter("article"))
    said += [one for one in root.iter() if one.get("itemprop") == "articleBody"]
    said = [one for one in said if _words(one)] or [
        one for one in root.iter() if _ARTICLE.search(one.get("class") or "") and _words(one)
    ]
    said = said or [one for one in root.iter("main") if _words(one)]
    if said:
        weights = [_words(one) for one in said]
        return said[weights.index(max(weights))]
    reading.tell("whole_page")
    share: Counter[etree._Element] = Counter()
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and not _stands_around(paragraph):
            share[parent] += len("".join(map(str, paragraph.itertext())))
    body = root.find("body")
    whole = root if body is None else body
    if not share:
        return whole
    best, most = share.most_common(1)[0]
    return best if most * 2 >= sum(share.values()) else whole


def _is_noise(element: etree._Element) -> bool:
    """Whether the element's class or id sounds like something around an article."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(_NOISE.search(one) and not _FRAME.search(one) for one in said)


class _Around:
    """Says of an element whether it is no part of the article; counts those that are none.

    What holds most of the article's text is the article, whatever it is called.
    """

    def __init__(self, found: etree._Element, reading: Reading) -> None:
        self._reading, self._found = reading, found
        self._most = _words(found)
        self.names_only = False

    def __call__(self, element: etree._Element) -> bool:
        name = name_of(element)
        out = name in _MENUS
        if not out and not self.names_only and name not in _ROOMS:
            role = element.get("role") in _ROLES
            out = name in _AROUND or role or _is_noise(element)
            out = out and not self._holds_most(element)
        if out:
            self._reading.tell("around")
        return out

    def _holds_most(self, element: etree._Element) -> bool:
        if self._most:
            return _words(element) * 2 > self._most
        whole = len("".join(map(str, self._found.itertext())))
        return len("".join(map(str, element.itertext()))) * 2 > whole


def _stands_around(element: etree._Element) -> bool:
    """Whether an element around this one is no part of an article."""
    return any(
        name_of(one) in _MENUS | _AROUND or _is_noise(one)
        for one in element.iterancestors()
        if name_of(one) not in _ROOMS
    )


def _header(
    root: etree._Element, found: etree._Element, reading: Reading
) -> tuple[Header, set[etree._Element]]:
    """The fields above the body, and the elements they were taken from."""
    left = [one for one in root.iter() if name_of(one) in _PROGRAMS]
    programs = sum(one.get("type") != "application/ld+json" for one in left)
    if programs:
        reading.tell("programs", programs)
    taken: set[etree._Element] = set()
    fields: dict[str, Inline] = {}

    def take(name: str, elements: list[etree._Element]) -> None:
        for one in elements:
            if any(is_hidden(part) for part in (one, *one.iterancestors())):
                continue
            text = inline_of(one, reading)
            if text.text.strip():
                fields[name] = text
                taken.add(one)
                return

    take("headline", [*found.iter("h1"), *root.iter("h1")])
    for name in ("kicker", "deck", "byline", "dateline"):
        take(name, [one for one in found.iter() if name in (one.get("class") or "").split()])
    for one in found.iter():
        if "signature" in (one.get("class") or "").split():
            taken.update(one.iter("time"))  # the day stands with the details
    if "headline" not in fields:
        title = _meta(root, "og:title") or (root.findtext(".//title") or "")
        fields["headline"] = Inline(" ".join(clean_text(title).split()))
    return Header(**fields), taken


def _meta(root: etree._Element, name: str) -> str:
    for one in root.iter("meta"):
        if name in (one.get("property"), one.get("name"), one.get("itemprop")):
            return one.get("content") or ""
    return ""


def _told_to_machines(root: etree._Element) -> dict[str, object]:
    """What the page's JSON-LD says of the article; nothing where it says none."""
    for one in root.iter("script"):
        if one.get("type") != "application/ld+json":
            continue
        try:
            said = json.loads(one.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in said if isinstance(said, list) else [said]:
            if isinstance(thing, dict) and "Article" in str(thing.get("@type")):
                return thing
    return {}


def _published(root: etree._Element, found: etree._Element) -> date | None:
    """The day the page says it was published; None where it says none."""
    said = [_meta(root, "article:published_time"), _meta(root, "datePublished")]
    said += [one.get("datetime") or "" for one in found.iter("time")]
    for one in said:
        day = day_in(one)
        if day is not None:
            return day
    return None


def day_in(said: str) -> date | None:
    """The day an ISO moment begins with; None where it is none."""
    match = _DAY.match(said.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
