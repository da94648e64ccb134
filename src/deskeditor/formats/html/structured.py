"""The piece told to machines: schema.org's NewsArticle as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document
from deskeditor.domain.publication import Publication

#: Characters that could end the element the data stands in, or a line of it.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def news_article(
    article: Article, document: Document, publication: Publication, pictures: Sequence[str] = ()
) -> Markup:
    """JSON-LD, safe inside a script element. Only what is known: no date is made up.

    `pictures` are the addresses of the main picture's crops.
    """
    header, details = document.header, article.details
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": header.headline.text or article.title,
        "inLanguage": document.language,
        "publisher": {"@type": "NewsMediaOrganization", "name": publication.name},
    }
    known = {
        "alternativeHeadline": header.kicker.text,
        "description": header.deck.text,
        "dateline": header.dateline.text,
        "articleSection": details.desk,
        "contentLocation": details.place,
        "license": publication.export.licence,
        "datePublished": details.published_on.isoformat() if details.published_on else "",
    }
    data |= {key: value for key, value in known.items() if value}
    if pictures:
        data["image"] = list(pictures)
    if header.byline.text:
        data["author"] = {"@type": "Person", "name": header.byline.text}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - escaped for its element above
