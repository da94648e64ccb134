"""Writes an article as a Word file: truly right-to-left, with the styles Word users expect.

The rules are those measured with Microsoft's own validator and on rendered pages; they are said
where they are kept (`styles`, `runs`, `body`). The same article always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.domain.article import Article
from deskeditor.domain.document import Direction, Document, Inline
from deskeditor.domain.publication import Publication
from deskeditor.formats.dating import day_in_words
from deskeditor.formats.docx.body import Body
from deskeditor.formats.docx.numbering import numbering_xml
from deskeditor.formats.docx.package import content_types, packed, relationships
from deskeditor.formats.docx.styles import styles_xml
from deskeditor.formats.docx.xml import HEAD, R, W, escape
from deskeditor.formats.pictures import Picture
from deskeditor.formats.published import published

_CREDIT = {"ar": "الصورة", "en": "Picture"}
_LICENCE = {"ar": "الترخيص", "en": "Licence"}
_SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_CORE_SPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


class DocxWriter:
    """Writes Word files; holds nothing between two of them."""

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The file. `pictures` holds a JPEG or PNG rendition for the media of every figure."""
        document = published(article.document)
        language = "ar" if document.language.startswith("ar") else "en"
        locale = _locale(document, publication)
        rtl = document.direction is Direction.RTL
        body = Body(document.direction, locale, _CREDIT[language], pictures)
        _above(body, article, document, publication)
        for block in document.blocks:
            body.add(block)
        if publication.export.licence:
            licence = f"{_LICENCE[language]}: {publication.export.licence}"
            body.paragraph(Inline(licence), "Colophon")
        return packed(_parts(body, article, document, locale, rtl=rtl))


def _locale(document: Document, publication: Publication) -> str:
    """The publication's locale where it speaks the document's language, else the language."""
    same = publication.locale.split("-")[0] == document.language.split("-")[0]
    return publication.locale if same else document.language


def _above(body: Body, article: Article, document: Document, publication: Publication) -> None:
    """The masthead, the header fields, and the day."""
    if publication.export.show_masthead:
        lines = publication.masthead or article.details.masthead
        body.paragraph(Inline(publication.name), "Publication")
        for line in lines:
            body.paragraph(Inline(line), "Masthead")
    header = document.header
    if header.kicker:
        body.paragraph(header.kicker, "Kicker")
    body.paragraph(header.headline or Inline(article.title), "Title")
    if header.deck:
        body.paragraph(header.deck, "Subtitle")
    day = article.details.published_on
    said = "" if day is None else day_in_words(day, document.language, publication.house)
    signed = [part for part in (header.byline, header.dateline, Inline(said)) if part]
    if signed:
        joined = signed[0]
        for part in signed[1:]:
            joined = joined + Inline(" · ") + part
        body.paragraph(joined, "Byline")


def _parts(
    body: Body, article: Article, document: Document, locale: str, *, rtl: bool
) -> dict[str, str | bytes]:
    media = {
        f"word/media/picture{number}.{body.pictures[name].mime.rpartition('/')[2]}": name
        for number, name in enumerate(body.media, 1)
    }
    rows = [("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml")]
    rows += [("rId3", "numbering", "numbering.xml"), ("rId4", "footer", "footer1.xml")]
    rows += [(body.media[n], "image", path.removeprefix("word/")) for path, n in media.items()]
    rows += [(key, "hyperlink", href) for href, key in body.links.items()]
    whole = [("rId1", "officeDocument", "word/document.xml"), ("rId2", "core", "docProps/core.xml")]
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(whole),
        "docProps/core.xml": _core(article, document, locale),
        "word/document.xml": _document_xml(body, rtl=rtl),
        "word/_rels/document.xml.rels": relationships(rows),
        "word/styles.xml": styles_xml(rtl=rtl, locale=locale),
        "word/settings.xml": _SETTINGS,
        "word/numbering.xml": numbering_xml(body.ordered),
        "word/footer1.xml": _footer(rtl=rtl),
        **{path: body.pictures[name].data for path, name in media.items()},
    }


def _document_xml(body: Body, *, rtl: bool) -> str:
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
        'w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'
        f"{'<w:bidi/>' if rtl else ''}</w:sectPr>"
    )
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body.parts)}{section}'
        "</w:body></w:document>"
    )


def _footer(*, rtl: bool) -> str:
    """The page's number."""
    bidi = "<w:bidi/>" if rtl else ""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{bidi}</w:pPr>{field}'
        "</w:p></w:ftr>"
    )


def _core(article: Article, document: Document, locale: str) -> str:
    """Title, author and language; a time only where the day of publication is known."""
    day = article.details.published_on
    fields = {
        "dc:title": document.header.headline.text or article.title,
        "dc:subject": document.header.kicker.text,
        "dc:creator": document.header.byline.text,
        "dc:language": locale,
        "cp:category": article.details.desk,
    }
    written = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items() if text)
    if day is not None:
        stamp = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
        written += f"<dcterms:created {stamp}</dcterms:created>"
        written += f"<dcterms:modified {stamp}</dcterms:modified>"
    return f"{HEAD}<cp:coreProperties {_CORE_SPACES}>{written}</cp:coreProperties>"
