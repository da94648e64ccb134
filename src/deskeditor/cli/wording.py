"""The language of the command line, and the one sentence of a known error."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from enum import Enum

from deskeditor.domain.errors import KnownError
from deskeditor.domain.review import Act, State
from deskeditor.language.messages import Catalogue

_log = logging.getLogger(__name__)


def language_of(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """`ar` or `en`: `--lang`, else DESKEDITOR_LANG, else the locale; Arabic where nothing says."""
    for place, argument in enumerate(argv):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else "".join(argv[place + 1 : place + 2])
            if value in ("ar", "en"):
                return value
    for variable in ("DESKEDITOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        wish = environ.get(variable, "")[:2].lower()
        if wish in ("ar", "en"):
            return wish
    return "ar"


def _value(say: Catalogue, value: object) -> object:
    if isinstance(value, State):
        return say(f"review.state_{value}")
    if isinstance(value, Act):
        return say(f"cli.act-{value}")
    return value.value if isinstance(value, Enum) else value


def sentence(say: Catalogue, error: KnownError, zone: tzinfo | None = None) -> str:
    """What went wrong and what to do, in the reader's language; states and acts by their names,
    moments in `zone` (None: this machine's).

    A code without a sentence, or a sentence that wants other values, is our bug: it is logged and
    the general sentence with the code stands in for it.
    """
    key = f"errors.{error.code}"
    values = {name: _value(say, value) for name, value in say.worded(error.values, zone).items()}
    if key in say:
        try:
            return say(key, **values)
        except (KeyError, IndexError, ValueError):
            _log.exception("wording of %s does not fit its values", error.code)
    return say("cli.known-error", code=error.code)
