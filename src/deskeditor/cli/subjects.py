"""What a command is about: an article of the desk, or a file read as one without keeping it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from deskeditor.cli.context import Call, UnknownArticle
from deskeditor.cli.places import Places
from deskeditor.domain.article import Article
from deskeditor.domain.publication import Publication
from deskeditor.domain.rows import ArticleRow

_ID = re.compile(r"[0-9a-f]{4,32}")
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """An article and where its words lie in what the command was given.

    `notes` is what the reader of a file was unsure of, in the language of the run.
    """

    article: Article
    places: Places
    notes: tuple[str, ...] = ()
    kept: bool = False


def names(given: str, article: str) -> bool:
    """Whether `given` is the article's id or the beginning of it: four hex digits at least."""
    return bool(_ID.fullmatch(given)) and article.startswith(given)


def article_id(call: Call, given: str) -> str:
    """The id of the article that `given` names: its id, or the beginning of exactly one.

    Raises:
        UnknownArticle: none, or more than one.
    """
    if not _ID.fullmatch(given):
        raise UnknownArticle("article-unknown", article=given)
    found: list[ArticleRow] = []
    before = None
    while rows := call.desk.drafts.rows(before=before, limit=_PAGE):
        found += [row for row in rows if names(given, row.id)]
        before = (rows[-1].updated, rows[-1].id)
        if len(rows) < _PAGE:
            break
    exact = [row for row in found if row.id == given] or found
    if len(exact) > 1:
        raise UnknownArticle("article-ambiguous", article=given, count=len(exact))
    if not exact:
        raise UnknownArticle("article-unknown", article=given)
    return exact[0].id


def open_article(call: Call, given: str) -> Article:
    """The newest text of the article that `given` names."""
    return call.desk.drafts.open(article_id(call, given))


def is_article(given: str) -> bool:
    """Whether `given` names an article rather than a file: hex digits, and no such file here."""
    return bool(_ID.fullmatch(given)) and not Path(given).exists()


def subject(call: Call, given: str, format_: str | None = None) -> Subject:
    """What FILE|ARTICLE on the command line names."""
    if is_article(given):
        article = open_article(call, given)
        return Subject(article, Places.of(article.document), kept=True)
    read = call.desk.importing.read(Path(given), format_)
    article = Article("0" * 32, call.args.login or "", read.document, read.details)
    notes = tuple(note.pick(call.say.language) for note in read.notes)
    return Subject(article, Places.of(read.document, read.text, read.origins), notes)


def publication_for(call: Call, article: Article, name: str | None = None) -> Publication:
    """The publication asked for, or the article's own, or the desk's first."""
    publications = call.desk.publications
    wanted = name or article.details.publication
    return publications.get(wanted) if wanted else publications.default()


def with_publication(article: Article, publication: Publication) -> Article:
    """The article as one of this publication."""
    return replace(article, details=replace(article.details, publication=publication.id))
