"""Reads a saved web page: its article found, what stands around it left, nothing fetched or run."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime

from lxml import etree

from deskeditor.domain.article import Details
from deskeditor.domain.document import Direction, Document, Header, Inline, clean_text
from deskeditor.formats.decoding import decode
from deskeditor.formats.incoming.blocks import Blocks
from deskeditor.formats.incoming.draft import Draft, Reading, Unreadable
from deskeditor.formats.incoming.inline import inline_of, name_of

#: Elements a page may have: an article has some hundreds.
ELEMENTS = 200_000
_PROGRAMS = frozenset("script iframe object embed form".split())
_AROUND = frozenset("nav aside menu dialog".split())
_NOISE = re.compile(
    r"(?:^|[-_\s])(?:share|sharing|social|related|recommend\w*|comments?|promo\w*|advert\w*|ads?|"
    r"newsletter|breadcrumbs?|cookie\w*|sidebar|tags|toolbar|pagination|subscribe|most-read)"
    r"(?:$|[-_\s])",
    re.IGNORECASE,
)
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
    blocks = Blocks(reading, direction, passed=lambda one: one in taken or _around(one, reading))
    blocks.walk(found)
    if not blocks.blocks and not header.headline:
        raise Unreadable("file-no-article")
    masthead = [one for one in root.iter("p") if (one.get("class") or "") == "board"]
    told = _told_to_machines(root)
    section = told.get("articleSection")
    details = Details(
        desk=clean_text(section) if isinstance(section, str) else "",
        published_on=_published(root, found) or day_in(str(told.get("datePublished") or "")),
        masthead=tuple(text for one in masthead if (text := inline_of(one, reading).text)),
    )
    document = Document(header, tuple(blocks.blocks), tuple(reading.threads), language, direction)
    return reading.draft(document, details)


def parsed(text: str) -> etree._Element:
    """The page's root. Nothing outside is read; what no text can hold is gone.

    Raises:
        Unreadable: there is no page, or it has too many elements.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(text.replace("\x00", "").encode("utf-8"), parser)
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
        if parent is not None and not _around_any(paragraph):
            share[parent] += len("".join(map(str, paragraph.itertext())))
    body = root.find("body")
    whole = root if body is None else body
    if not share:
        return whole
    best, most = share.most_common(1)[0]
    return best if most * 2 >= sum(share.values()) else whole


def _around(element: etree._Element, reading: Reading) -> bool:
    """Whether an element is no part of the article; counted where it held anything."""
    name = name_of(element)
    kind = f"{element.get('class') or ''} {element.get('id') or ''}"
    out = name in _AROUND or element.get("role") in ("navigation", "complementary", "banner")
    if not out and name not in ("html", "body", "article", "main", "figure", "img"):
        out = bool(_NOISE.search(kind))
    out = out or "hidden" in element.attrib
    if out:
        reading.tell("around")
    return out


def _around_any(element: etree._Element) -> bool:
    return any(
        name_of(one) in _AROUND or _NOISE.search(one.get("class") or "")
        for one in element.iterancestors()
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
            taken.add(one)
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
