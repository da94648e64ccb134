"""The publication: one newsroom's name, house style, rules and limits, read from a TOML profile.

Nothing of one publication is in the code. A profile says only what differs from these defaults.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, tzinfo
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from deskeditor.domain.errors import BadInput


class BadProfile(BadInput):
    """A publication profile that cannot be used, and where it goes wrong."""


class QuoteGlyphs(StrEnum):
    """The quotation glyphs of the house: outer pair; the other one serves inside."""

    CURLY = "curly"  # “…”
    GUILLEMETS = "guillemets"  # «…»

    @property
    def pair(self) -> tuple[str, str]:
        """Opening and closing glyph in reading order."""
        return ("“", "”") if self is QuoteGlyphs.CURLY else ("«", "»")


class Digits(StrEnum):
    """The digits of the house."""

    LATIN = "latin"
    ARABIC = "arabic"


class Months(StrEnum):
    """The month names of the house."""

    LEVANT = "levant"
    EGYPT = "egypt"
    MAGHREB = "maghreb"
    DUAL = "dual"


class Tanwin(StrEnum):
    """Where the house writes tanwin fath: on the alif, before it, or nowhere."""

    ON_ALIF = "on_alif"
    BEFORE_ALIF = "before_alif"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """House choices. `spellings` maps a form to the preferred one: {"أمريكا": "أميركا"}."""

    quotes: QuoteGlyphs = QuoteGlyphs.GUILLEMETS
    digits: Digits = Digits.LATIN
    months: Months = Months.LEVANT
    tanwin: Tanwin = Tanwin.ON_ALIF
    spellings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths that highlight, never cut. Graphemes unless said otherwise.

    Defaults: headline 64 and deck 160 (Superdesk's validators), alt 1000, caption 600 and credit
    250 and both sides of an image 460 pixels (Guardian Grid), 50 words off the commissioned length.
    """

    headline: int = 64
    deck: int = 160
    caption_warn: int = 600
    caption_short: int = 30
    alt: int = 1000
    credit: int = 250
    image_side: int = 460
    words_off: int = 50
    independent_sources: int = 2


@dataclass(frozen=True, slots=True)
class Export:
    """What stands on an exported page beside the article, and how heavy its pictures may be.

    `address` is where the page's folder will stand on the web, for whoever must be told whole
    addresses. `image_widths` are the sizes made for the web, in pixels of the longer side;
    `image_formats` in what, the lighter first and what every reader knows last; `image_quality`
    that of JPEG and WebP; `image_shapes` the crops of the main picture for networks and search
    engines, `image_card` the longer side of each; `image_budget` the kilobytes that all pictures
    of one article may have at their widest: it is shown, never enforced.
    """

    licence: str = ""
    template: str = "default"
    show_masthead: bool = True
    address: str = ""
    image_widths: tuple[int, ...] = (1600, 960, 480)
    image_formats: tuple[str, ...] = ("webp", "jpeg")
    image_shapes: tuple[str, ...] = ("wide", "square", "portrait")
    image_card: int = 1200
    image_quality: int = 82
    image_budget: int = 1500


#: What a rule may be told by a house: a number, a word, a switch, or several words.
Parameter = int | float | str | bool | tuple[str, ...]
Parameters = Mapping[str, Mapping[str, Parameter]]


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication.

    Attributes:
        masthead: lines printed above every page: the board, its accreditation.
        quorum: how many distinct board members must approve one text.
        severities: rule id → severity name, or "off"; overrides the rule's own.
        parameters: rule id → name → value; what each rule knows, its file says.
    """

    id: str
    name: str
    language: str = "ar"
    locale: str = "ar-IQ"
    timezone: str = "Asia/Baghdad"
    masthead: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    quorum: int = 1
    house: HouseStyle = field(default_factory=HouseStyle)
    limits: Limits = field(default_factory=Limits)
    export: Export = field(default_factory=Export)
    severities: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    parameters: Parameters = field(default_factory=lambda: MappingProxyType({}))
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def zone(self) -> tzinfo:
        """The newsroom's time zone; UTC where this machine does not know it."""
        try:
            return ZoneInfo(self.timezone)
        except (ValueError, OSError, KeyError):
            return UTC


#: What a list of words may hold, by its key.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "image_formats": ("webp", "jpeg"), "image_shapes": ("wide", "square", "portrait"),
}  # fmt: skip
_SEVERITIES = {"block", "error", "check", "hint", "off"}


def _check(ok: bool, key: str) -> None:
    if not ok:
        raise BadProfile("profile-wrong", key=key)


def _part(kind: type[Any], data: Mapping[str, Any], where: str) -> Any:
    known = {f.name: f for f in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in data.items():
        _check(key in known, f"{where}.{key}")
        default = getattr(kind(), key)
        if isinstance(default, StrEnum):
            _check(value in list(type(default)), f"{where}.{key}")
            values[key] = type(default)(value)
        elif isinstance(default, Mapping):
            _check(isinstance(value, dict), f"{where}.{key}")
            values[key] = MappingProxyType(dict(value))
        elif key in _CHOICES:
            _check(isinstance(value, list) and bool(value), f"{where}.{key}")
            _check(all(one in _CHOICES[key] for one in value), f"{where}.{key}")
            values[key] = tuple(dict.fromkeys(value))
        elif isinstance(default, tuple):
            _check(isinstance(value, list) and bool(value), f"{where}.{key}")
            _check(all(type(one) is int and one > 0 for one in value), f"{where}.{key}")
            values[key] = tuple(sorted(set(value), reverse=True))
        else:
            _check(type(value) is type(default), f"{where}.{key}")
            values[key] = value
    return kind(**values)


def _parameters(data: Any) -> Parameters:
    """The parameters of rules; a list becomes a tuple of words."""
    _check(isinstance(data, dict), "parameters")
    found: dict[str, Mapping[str, Parameter]] = {}
    for rule, told in data.items():
        _check(isinstance(told, dict), f"parameters.{rule}")
        values: dict[str, Parameter] = {}
        for name, value in told.items():
            listed = isinstance(value, list) and all(isinstance(one, str) for one in value)
            plain = isinstance(value, (bool, int, float, str))
            _check(listed or plain, f"parameters.{rule}.{name}")
            values[name] = tuple(value) if listed else value
        found[rule] = MappingProxyType(values)
    return MappingProxyType(found)


def read_publication(data: Mapping[str, Any]) -> Publication:
    """A publication from a profile's parsed TOML.

    Raises:
        BadProfile: an unknown key or a value of the wrong kind; `key` names it.
    """
    plain = dict(data)
    for needed in ("id", "name"):
        _check(isinstance(plain.get(needed), str) and bool(plain[needed]), needed)
    house = _part(HouseStyle, plain.pop("house", {}), "house")
    limits = _part(Limits, plain.pop("limits", {}), "limits")
    export = _part(Export, plain.pop("export", {}), "export")
    severities = dict(plain.pop("severities", {}))
    for rule, severity in severities.items():
        _check(severity in _SEVERITIES, f"severities.{rule}")
    parameters = _parameters(plain.pop("parameters", {}))
    quorum = plain.pop("quorum", 1)
    _check(isinstance(quorum, int) and quorum >= 1, "quorum")
    values: dict[str, Any] = {}
    for key, value in plain.items():
        if key in ("masthead", "desks", "words", "names"):
            _check(isinstance(value, list) and all(isinstance(line, str) for line in value), key)
            values[key] = frozenset(value) if key in ("words", "names") else tuple(value)
        else:
            _check(key in ("id", "name", "language", "locale", "timezone"), key)
            _check(isinstance(value, str), key)
            values[key] = value
    return Publication(
        **values, quorum=quorum, house=house, limits=limits, export=export,
        severities=MappingProxyType(severities), parameters=parameters,
    )  # fmt: skip
