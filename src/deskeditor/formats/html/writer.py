"""Writes an article as one self-contained HTML page: text, pictures, style; no script.

The page's form is a Jinja2 template in `resources/templates/html`, chosen by the publication and
run in a sandbox; every value it prints is escaped. Nothing in the page points outside but links.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from deskeditor.domain.article import Article
from deskeditor.domain.document import Block, Direction, Document, Inline, ListBlock, ListItem
from deskeditor.domain.errors import BadInput
from deskeditor.domain.publication import Digits, Publication
from deskeditor.formats.dating import day_in_words
from deskeditor.formats.html.inline import inline_html
from deskeditor.formats.html.structured import news_article
from deskeditor.formats.pictures import (
    Picture,
    PictureFile,
    main_figure,
    picture_key,
    shown_alt,
    shown_credit,
)
from deskeditor.formats.published import published

#: What a search engine or a messenger shows under the headline; code points.
_DESCRIPTION = 160
#: What search engines and tabs show of a page's title; code points.
_TAB = 70
#: Where the pictures of a page of many files lie.
FOLDER = "images"
_TEMPLATE_NAME = re.compile("[a-z0-9][a-z0-9-]{0,40}")

#: Words the page itself needs, by language of the article.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "ar": {"picture": "الصورة", "licence": "الترخيص"},
    "en": {"picture": "Picture", "licence": "Licence"},
}


class HtmlWriter:
    """Writes pages with the templates and styles of one resources folder."""

    def __init__(self, resources: Path) -> None:
        """Read nothing yet."""
        self._resources = resources

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The page in UTF-8. `pictures` holds a rendition for the media of every figure.

        Raises:
            BadInput: the publication names a template that is not there.
        """
        document = published(article.document)
        page = _Page(article, document, publication, pictures)
        template = self._template(publication.export.template)
        text = str(template.render(page=page, style=self._style))
        return (text.rstrip() + "\n").encode("utf-8", "replace")

    def fragment(
        self,
        article: Article,
        publication: Publication,
        pictures: Mapping[str, Picture],
        *,
        named: bool = False,
        header: bool = True,
    ) -> str:
        """The article without a page around it, every block with its direction.

        Args:
            article: whose text it is.
            publication: whose house style it is in.
            pictures: a rendition for the media of every figure.
            named: pictures are named `#picture-N` in their order, and lie elsewhere.
            header: the headline and the other fields stand above the body.
        """
        page = _Page(article, published(article.document), publication, pictures)
        page.alone, page.named, page.with_header = True, named, header
        return str(self._template("fragment").render(page=page)).strip() + "\n"

    @cached_property
    def _style(self) -> Markup:
        css = (self._resources / "styles" / "article.css").read_text("utf-8")
        return Markup(css.strip())  # noqa: S704 - our own style sheet

    @cached_property
    def _environment(self) -> Any:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self._resources / "templates" / "html"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def _template(self, name: str) -> Any:
        from jinja2 import TemplateNotFound

        if not _TEMPLATE_NAME.fullmatch(name):
            raise BadInput("template-missing", name=name)
        try:
            return self._environment.get_template(f"{name}.html.j2")
        except TemplateNotFound as error:
            raise BadInput("template-missing", name=name) from error


class _Page:
    """What a template may ask of a page. Texts come as Markup, ready to stand in it."""

    def __init__(
        self,
        article: Article,
        document: Document,
        publication: Publication,
        pictures: Mapping[str, Picture],
    ) -> None:
        self.document = document
        self.publication = publication
        self.details = article.details
        self.title = document.header.headline.text or article.title
        self.identity = article.id if article.id.strip("0") else ""  # a file has none
        self.words = _WORDS["ar" if document.language.startswith("ar") else "en"]
        self.alone, self.named, self.with_header = False, False, True
        self._pictures = pictures
        addresses = [self._address(card) for card in self._cards]
        self.structured = news_article(article, document, publication, addresses)

    @property
    def _cards(self) -> tuple[PictureFile, ...]:
        """The crops of the main picture; none where the page's pictures stand in it."""
        main = main_figure(self.document.figures())
        return () if main is None else self._pictures[picture_key(main, self._pictures)].cards

    def _address(self, file: PictureFile) -> str:
        """Where a crawler finds a file: whole where the publication says where the page stands."""
        base = self.publication.export.address
        return f"{base.rstrip('/')}/{FOLDER}/{file.name}" if base else f"{FOLDER}/{file.name}"

    @property
    def card(self) -> dict[str, object] | None:
        """What networks show beside a link: the main picture's wide crop, or the first there is."""
        cards, main = self._cards, main_figure(self.document.figures())
        if not cards or main is None:
            return None
        shown = next((one for one in cards if one.shape == "wide"), cards[0])
        picture = self._pictures[picture_key(main, self._pictures)]
        return {
            "address": self._address(shown), "mime": shown.mime, "width": shown.width,
            "height": shown.height, "alt": shown_alt(main, picture),
        }  # fmt: skip

    @property
    def masthead(self) -> tuple[str, ...]:
        """Lines of the board and its accreditation: the publication's, or those that came along."""
        if not self.publication.export.show_masthead:
            return ()
        return self.publication.masthead or self.details.masthead

    @property
    def tab(self) -> str:
        """The headline with the publication's name, where a browser's tab has room for both."""
        both = f"{self.title} – {self.publication.name}" if self.title else self.publication.name
        return both if len(both) <= _TAB else self.title

    @property
    def locale(self) -> str:
        """The Open Graph name of the publication's locale."""
        return self.publication.locale.replace("-", "_")

    @property
    def description(self) -> str:
        """The deck, or the beginning of the first paragraph, cut at a word."""
        text = self.document.header.deck.text
        for block in self.document.blocks:
            text = text or (block.text.text if block_kind(block) == "paragraph" else "")  # type: ignore[union-attr]
        text = " ".join(text.split())
        if len(text) <= _DESCRIPTION:
            return text
        return text[:_DESCRIPTION].rsplit(" ", 1)[0].rstrip("،,؛:. ") + "…"

    @property
    def day(self) -> str:
        """The day of publication in the house's words; empty where it is not known."""
        day, house = self.details.published_on, self.publication.house
        return "" if day is None else day_in_words(day, self.document.language, house)

    @property
    def arabic_digits(self) -> bool:
        """Whether the numbers of lists are Arabic-Indic digits: as the house writes Arabic."""
        house = self.publication.house
        return house.digits is Digits.ARABIC and self.document.language.startswith("ar")

    def text(self, inline: Inline, direction: Direction | None = None) -> Markup:
        """Inline text as Markup, in a paragraph of this direction."""
        return inline_html(inline, direction or self.document.direction)

    def kind(self, block: Block) -> str:
        """The block's kind, as templates name it."""
        return block_kind(block)

    def direction(self, block: Any) -> str:
        """The block's own direction where it differs from the page's; else empty.

        A fragment says it of every block: the page around it may be left-to-right.
        """
        own = getattr(block, "direction", None)
        if self.alone:
            return str(own or self.document.direction)
        return "" if own in (None, self.document.direction) else str(own)

    def picture(self, figure: Any) -> dict[str, object]:
        """The figure's rendition with size, alternative text and credit.

        One file stands in the page itself, as a data URI; of many, `sets` and `set` name them all.
        """
        picture = self._pictures[picture_key(figure, self._pictures)]
        return {
            **(self._name_of(figure) if self.named else _source(picture)),
            "width": picture.width,
            "height": picture.height,
            "alt": shown_alt(figure, picture),
            "credit": self.text(Inline(shown_credit(figure, picture, self.words["picture"]))),
        }

    def _name_of(self, figure: Any) -> dict[str, object]:
        number = [one.id for one in self.document.figures()].index(figure.id) + 1
        return {"source": f"#picture-{number}", "set": "", "sets": []}

    def tree(self, block: ListBlock) -> list[dict[str, Any]]:
        """The list's items nested by level: `item` and its `children`."""
        top: list[dict[str, Any]] = []
        path: list[tuple[int, list[dict[str, Any]]]] = [(-1, top)]
        for item in block.items:
            _hang(item, path)
        return top


def _source(picture: Picture) -> dict[str, object]:
    if not picture.files:
        coded = base64.b64encode(picture.data).decode("ascii")
        return {"source": f"data:{picture.mime};base64,{coded}", "set": "", "sets": []}
    by_kind: dict[str, list[str]] = {}
    for file in picture.files:
        by_kind.setdefault(file.mime, []).append(f"{FOLDER}/{file.name} {file.width}w")
    *modern, plain = by_kind  # the fallback that every reader knows comes last
    last = next(file for file in picture.files if file.mime == plain)
    sets = [{"mime": mime, "set": ", ".join(by_kind[mime])} for mime in modern]
    return {"source": f"{FOLDER}/{last.name}", "set": ", ".join(by_kind[plain]), "sets": sets}


def _hang(item: ListItem, path: list[tuple[int, list[dict[str, Any]]]]) -> None:
    while len(path) > 1 and path[-1][0] >= item.level:
        path.pop()
    node: dict[str, Any] = {"item": item, "children": []}
    path[-1][1].append(node)
    path.append((item.level, node["children"]))


def block_kind(block: Block) -> str:
    """`paragraph`, `heading`, `quotation`, `listblock`, `figure`, `table`, `separator`."""
    return type(block).__name__.lower()
