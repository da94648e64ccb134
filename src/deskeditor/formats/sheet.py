"""The verification sheet as one self-contained HTML page, to be read by the board and printed.

Owns the sheet's form: what it says is handed in worded already. Everything is escaped; nothing in
the page points outside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from deskeditor.domain.quotes import Confirmation, WordChange
from deskeditor.language.bidi import direction

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class SheetTwin:
    """Another wording of a quotation, and where it stands."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One quotation; empty strings are not known. `verdict` is the class of its looks."""

    text: str
    speaker: str
    basis: str
    kind: str
    is_speech: bool
    channel: str
    relayed_by: str
    verdict: str
    verdict_words: str
    ruled: str
    evidence: str
    hash: str
    standing: str
    changes: tuple[WordChange, ...] = ()
    twins: tuple[SheetTwin, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetEvidence:
    """One piece of evidence; `hash` is the whole sha256 of the file as it came."""

    name: str
    kind: str
    note: str
    by: str
    at: str
    hash: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet; `fingerprint` names the text it is about."""

    language: str
    title: str
    publication: str
    article: str
    fingerprint: str
    by: str
    at: str
    sum: str
    rows: tuple[SheetRow, ...]
    evidence: tuple[SheetEvidence, ...]
    gone: tuple[Confirmation, ...] = ()


def sheet_page(sheet: Sheet, say: Say, resources: Path) -> bytes:
    """The page in UTF-8."""
    style = (resources / "styles" / "sheet.css").read_text("utf-8").strip()
    return _filled("verification.html.j2", sheet, say, resources, style).encode("utf-8", "replace")


def sheet_paper(sheet: Sheet, say: Say, resources: Path) -> tuple[str, str]:
    """The page to be drawn on paper, and its style."""
    style = (resources / "styles" / "sheet-paper.css").read_text("utf-8")
    return _filled("verification-paper.html.j2", sheet, say, resources, ""), style


def _filled(name: str, sheet: Sheet, say: Say, resources: Path, style: str) -> str:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(resources / "templates" / "sheet"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["direction"] = lambda text: direction(text) or "rtl"
    template = environment.get_template(name)
    text = template.render(sheet=sheet, say=say, style=Markup(style))  # noqa: S704 - ours
    return text.rstrip() + "\n"
