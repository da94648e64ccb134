"""The page that lies in a folder already: whose it is, and which pictures beside it are its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from deskeditor.domain.article import Article

#: Bytes read of a page: a long article of ours has a tenth of it.
_MOST = 1 << 24
_IDENTITY = re.compile(r'<meta name="deskeditor:article" content="([0-9a-zA-Z-]+)">')
_OURS = re.compile(r"images/([0-9a-f]{16}-\d+\.(?:webp|jpg|png))")
_ABSENT = (FileNotFoundError, NotADirectoryError)


@dataclass(frozen=True, slots=True)
class Former:
    """`article` is the id the page carries, empty where it carries none; `there` whether a page
    lies there at all; `pictures` the names of pictures as we name them.
    """

    there: bool = False
    article: str = ""
    pictures: frozenset[str] = frozenset()

    @classmethod
    def read(cls, page: Path) -> Self:
        """What lies at `page`; what cannot be read is somebody else's."""
        try:
            with page.open("rb") as file:
                text = file.read(_MOST).decode("utf-8", "replace")
        except _ABSENT:
            return cls()
        except OSError:
            return cls(there=True)
        named = _IDENTITY.search(text)
        return cls(True, named[1] if named else "", frozenset(_OURS.findall(text)))

    def may_give_way_to(self, article: Article) -> bool:
        """Whether the article's page may replace it: nothing lies there, or its own earlier page.

        A file exported without being kept has no identity: its page carries none, and one that
        carries none gives way to it, as any file that is written again does.
        """
        return not self.there or self.article == _identity(article)

    def pictures_of(self, article: Article) -> frozenset[str]:
        """The pictures that belong to the article for certain, and to no other."""
        own = _identity(article)
        return self.pictures if own and self.article == own else frozenset()


def _identity(article: Article) -> str:
    return article.id if article.id.strip("0") else ""
