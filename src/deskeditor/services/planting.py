"""Planting the sample desk: each article is walked to its state by the people who would do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from deskeditor.domain.article import Article
from deskeditor.domain.document import Figure
from deskeditor.domain.media import Consent, ImageRecord, Medium, Rights
from deskeditor.domain.ports import Clock, Ids
from deskeditor.domain.publication import Publication
from deskeditor.domain.review import Act, State
from deskeditor.domain.revision import Why
from deskeditor.services.sample import SampleArticle, read_sample, with_comment

if TYPE_CHECKING:
    from deskeditor.services.checker import Checker
    from deskeditor.services.delivery import Delivery
    from deskeditor.services.drafts import Drafts
    from deskeditor.services.images import Images
    from deskeditor.services.importing import Importing
    from deskeditor.services.review import Reviewing

_EDITOR = "noor"
_OWNER_OF_PAGE = "salma"
#: What the editor does after a submission, by the state the article should end in.
_DECISIONS: Mapping[State, tuple[Act, ...]] = {
    State.SUBMITTED: (),
    State.IN_REVIEW: (Act.CLAIM, Act.COMMENT),
    State.CHANGES_REQUESTED: (Act.CLAIM, Act.REQUEST_CHANGES),
    State.APPROVED: (Act.CLAIM, Act.APPROVE),
    State.PUBLISHED: (Act.CLAIM, Act.APPROVE, Act.PUBLISH),
}
#: Decisions that the sample's comment is said with.
_WITH_WORDS = frozenset({Act.COMMENT, Act.REQUEST_CHANGES})
_REASON = "مادة من المكتب النموذجي"


class SampleServices(Protocol):
    """The services planting needs, as a desk has them."""

    @property
    def drafts(self) -> Drafts:
        """Articles on this machine."""
        ...

    @property
    def images(self) -> Images:
        """Pictures."""
        ...

    @property
    def importing(self) -> Importing:
        """Files read in."""
        ...

    @property
    def checker(self) -> Checker:
        """The checks."""
        ...

    @property
    def reviewing(self) -> Reviewing:
        """Submission and decisions."""
        ...

    @property
    def delivery(self) -> Delivery:
        """The way to the board."""
        ...

    @property
    def clock(self) -> Clock:
        """The time."""
        ...

    @property
    def ids(self) -> Ids:
        """New names."""
        ...


def own_drawing(record: ImageRecord, credit: str) -> ImageRecord:
    """The record of a drawing the desk made itself: its rights are the desk's, it has no day."""
    maker = credit.rpartition(":")[2].strip()
    return replace(
        record, rights=Rights.STAFF, creator=record.creator or maker, credit=credit,
        medium=Medium.ILLUSTRATION, undated=True, consent=Consent.NOT_NEEDED,
    )  # fmt: skip


class Planter:
    """Fills an empty desk with the sample's articles, through the same services people use."""

    def __init__(self, desk: SampleServices) -> None:
        """Use the desk's own services."""
        self._desk = desk

    def plant(self, folder: Path, publication: Publication) -> list[str]:
        """Plant everything under `folder`; answers the articles' ids, the imported page last."""
        planted = [
            self._plant(folder, sample, publication)
            for sample in read_sample(folder, publication.id)
        ]
        page = self._desk.importing.import_file(folder / "page.txt", _OWNER_OF_PAGE, publication.id)
        return [*planted, page.id]

    def _plant(self, folder: Path, sample: SampleArticle, publication: Publication) -> str:
        document = sample.document
        for block_id, name in sample.pictures.items():
            figure = document.block(block_id)
            if isinstance(figure, Figure):
                record = self._desk.images.add(folder / name, name)
                self._desk.images.update(own_drawing(record, figure.credit))
                document = document.with_block(replace(figure, media=record.media))
        article = Article(self._desk.ids.new(), sample.owner, document, sample.details)
        self._desk.drafts.add(article, sample.owner, Why.CREATED)
        if sample.state is not State.DRAFT:
            self._walk(article, sample, publication)
        return article.id

    def _walk(self, article: Article, sample: SampleArticle, publication: Publication) -> None:
        report = self._desk.checker.check(article.document, article.details, publication)
        items = self._desk.reviewing.checklist(article, report, publication)
        reasons = {
            item.rule: _REASON for item in items if not item.passed and item.level == "reason"
        }
        self._desk.reviewing.submit(article, sample.owner, report, publication, "", reasons)
        self._desk.delivery.flush()
        for decision in _DECISIONS[sample.state]:
            said = sample.comment if decision in _WITH_WORDS else ""
            self._desk.reviewing.act(article.id, decision, _EDITOR, said)
        if sample.state is State.CHANGES_REQUESTED:
            now = self._desk.clock.now()
            marked = with_comment(article.document, sample.comment_on, sample.comment, _EDITOR, now)
            self._desk.drafts.autosave(replace(article, document=marked), sample.owner)


def make_ready(home: Path, mark: Path, clock: Clock) -> None:
    """An empty home with the `mark` of a planting in it; what was half planted lies aside.

    The store must be closed.

    Raises:
        StoreError: another program has this home open, or it cannot be written.
    """
    from deskeditor.sqlite.faults import told
    from deskeditor.store.lock import HomeLock
    from deskeditor.store.open import make_home

    make_home(home)
    held = HomeLock(home)
    held.acquire()
    try:
        with told(home):
            if mark.exists():
                _lay_aside(home, home / f"{mark.name}-{clock.now():%Y-%m-%dT%H-%M-%S-%fZ}")
            mark.touch()
    finally:
        held.release()


def _lay_aside(home: Path, aside: Path) -> None:
    aside.mkdir(mode=0o700)
    for pattern in ("store.db*", "board.db*", "media"):
        for path in home.glob(pattern):
            path.rename(aside / path.name)
