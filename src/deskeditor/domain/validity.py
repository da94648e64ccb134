"""Whether an image may be shown, in the manner of the Guardian's Grid: every failure on its own,
with who may set it aside. A missing credit or caption nobody can.

Pure: the record, its use in an article where there is one, the day it is to be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from deskeditor.domain.document import Figure
from deskeditor.domain.media import Consent, ImageRecord, Medium, Rights
from deskeditor.domain.people import Role
from deskeditor.domain.publication import Limits


class Grade(StrEnum):
    """How much a failure weighs."""

    INVALID = "invalid"
    REASON = "reason"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing wrong with an image.

    Attributes:
        code: its sentence is `images.failure_<code>` of the catalogues.
        field: the field of the record or of the use that mends it.
        grade: `invalid` keeps a piece from being submitted.
        by: the roles of whom one may set it aside; empty where nobody can.
        overridden: somebody who may has done so.
    """

    code: str
    field: str
    grade: Grade = Grade.INVALID
    by: frozenset[Role] = frozenset()
    overridden: bool = False

    @property
    def stands(self) -> bool:
        """Whether it keeps the image from being shown."""
        return self.grade is Grade.INVALID and not self.overridden


NOBODY: frozenset[Role] = frozenset()
EDITORS = frozenset({Role.PICTURE, Role.EDITOR, Role.CHIEF})
CHIEF = frozenset({Role.CHIEF})

#: What each category demands: fields that must say something, besides credit and caption.
DEMANDS: Mapping[Rights, tuple[str, ...]] = {
    Rights.STAFF: ("creator",),
    Rights.AGENCY: ("copyright",),
    Rights.HANDOUT: ("notes",),  # who handed it out, and for what
    Rights.SCREENGRAB: ("notes",),  # of what, and when
    Rights.SOCIAL: ("creator", "consent", "notes"),  # whose, that they agreed, where it stood
    Rights.COMMISSIONED: ("creator", "copyright"),
    Rights.PUBLIC_DOMAIN: ("notes",),  # on what ground
    Rights.AI_GENERATED: ("source_type",),
    Rights.UNKNOWN: (),
}
_AGREED = frozenset({Consent.GIVEN, Consent.NOT_NEEDED})
#: Digital source types that readers must be told of (IPTC's vocabulary).
_DECLARED = ("trainedalgorithmicmedia", "composite", "algorithmicmedia", "virtualrecording")


def demands(rights: Rights) -> tuple[str, ...]:
    """The fields a category asks for, besides credit and caption."""
    return DEMANDS[rights]


def validity(
    record: ImageRecord,
    day: date,
    limits: Limits,
    use: Figure | None = None,
) -> tuple[Failure, ...]:
    """Everything wrong with showing the image on `day`, gravest first.

    With `use`, credit, caption and alternative text are those of the article; without, the
    record's own.
    """
    found = [
        *_words(record, use),
        *_rights(record, day),
        *_consent(record),
        *_truth(record),
        *_size(record, limits),
    ]
    aside = {(override.failure, override.about) for override in record.overrides}
    settled = [
        replace(f, overridden=bool(f.by) and (f.code, answered(record, f)) in aside) for f in found
    ]
    order = {Grade.INVALID: 0, Grade.REASON: 1, Grade.HINT: 2}
    return tuple(sorted(settled, key=lambda failure: (failure.overridden, order[failure.grade])))


def answered(record: ImageRecord, failure: Failure) -> str:
    """A name for what a failure is about: the category and the fields that gave it.

    Whoever sets a failure aside answers for these leases, this hidden part, this restriction; with
    others, nobody has said anything.
    """
    fields = _ABOUT.get(failure.field, (failure.field,))
    said = repr((record.rights, *(getattr(record, name, None) for name in fields)))
    return sha256(said.encode()).hexdigest()[:16]


#: Fields that a failure of another field is about as well.
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "consent": ("consent", "regions"),
    "medium": ("medium", "source_type"),
}


def is_valid(failures: Iterable[Failure]) -> bool:
    """Whether nothing stands that keeps the image from being shown."""
    return not any(failure.stands for failure in failures)


def may_override(failure: Failure, roles: Iterable[Role]) -> bool:
    """Whether somebody of these roles may set the failure aside."""
    return not failure.by.isdisjoint(roles)


def _words(record: ImageRecord, use: Figure | None) -> Iterator[Failure]:
    credit = record.credit or record.creator if use is None else use.credit
    caption = record.caption if use is None else use.caption.text
    alt = record.alt if use is None else use.alt
    for code, text in (("credit", credit), ("caption", caption), ("alt", alt)):
        if not text.strip():
            yield Failure(f"no_{code}", code)


def _rights(record: ImageRecord, day: date) -> Iterator[Failure]:
    if record.rights is Rights.UNKNOWN:
        yield Failure("rights_unknown", "rights", by=EDITORS)
    for name in demands(record.rights):
        if not _SAID[name](record):
            yield Failure(f"demands_{name}", name, by=EDITORS)
    yield from _leases(record, day)
    if record.restrictions.strip():
        yield Failure("restricted", "restrictions", Grade.REASON, by=EDITORS)


#: Whether a record answers what a category demands.
_SAID: Mapping[str, Callable[[ImageRecord], bool]] = {
    "creator": lambda r: bool(r.creator.strip()),
    "copyright": lambda r: bool(r.copyright.strip()),
    "notes": lambda r: bool(r.notes.strip()),
    "source_type": lambda r: bool(r.source_type.strip()),
    "consent": lambda r: r.consent in _AGREED,
}


def _leases(record: ImageRecord, day: date) -> Iterator[Failure]:
    """A ban that holds; or permissions of which none holds."""
    if any(not lease.allow and lease.covers(day) for lease in record.leases):
        yield Failure("denied", "leases", by=CHIEF)
    allowed = [lease for lease in record.leases if lease.allow]
    if allowed and not any(lease.covers(day) for lease in allowed):
        over = any(lease.end is not None and lease.end < day for lease in allowed)
        yield Failure("lease_lapsed" if over else "lease_not_begun", "leases", by=CHIEF)


def _consent(record: ImageRecord) -> Iterator[Failure]:
    """Without consent nothing is shown; a hidden part helps once somebody says that it is theirs.

    That a part is hidden says nothing of whose it is: a number plate hides no face.
    """
    if record.consent in (Consent.REFUSED, Consent.NEEDED) and record.regions:
        yield Failure("consent_hidden", "consent", by=EDITORS)
    elif record.consent is Consent.REFUSED:
        yield Failure("consent_refused", "consent")
    elif record.consent is Consent.NEEDED:
        yield Failure("consent_needed", "consent", by=EDITORS)


def _truth(record: ImageRecord) -> Iterator[Failure]:
    if record.taken is None and not record.undated:
        yield Failure("undated", "taken", Grade.HINT)
    kind = record.source_type.lower()
    made = any(kind.endswith(name) or name in kind for name in _DECLARED)
    if made and record.rights is not Rights.AI_GENERATED and record.medium is Medium.PHOTOGRAPH:
        yield Failure("undeclared", "medium", Grade.REASON, by=EDITORS)
    if record.rights is Rights.AI_GENERATED:
        yield Failure("generated", "rights", Grade.REASON, by=EDITORS)


def _size(record: ImageRecord, limits: Limits) -> Iterator[Failure]:
    if min(record.width, record.height) < limits.image_side:
        yield Failure("small", "size", Grade.HINT)
