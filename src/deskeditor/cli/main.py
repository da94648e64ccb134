"""One run of the command line: understand it, do it, and turn every failure into one sentence.

Exit codes: 0 done, 1 `check` found something grave, 2 usage, 3 a known error, 70 a bug of ours,
130 interrupted. Everything is settled here: no command prints an error or leaves by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from deskeditor.cli import (
    articles,
    board,
    check,
    export,
    history,
    images,
    store,
    submit,
    sync,
    tour,
)
from deskeditor.cli.context import BUG, DONE, KNOWN, USAGE, Call, Root
from deskeditor.cli.log import install, remove
from deskeditor.cli.output import Output, complain, prepare
from deskeditor.cli.parser import Parser, Usage, build_parser
from deskeditor.cli.wording import language_of, sentence
from deskeditor.domain.errors import KnownError
from deskeditor.language.messages import Catalogue

_log = logging.getLogger(__name__)

#: The command families in the order of the help.
FAMILIES = (
    articles.add,
    check.add,
    export.add,
    history.add,
    images.add,
    submit.add,
    board.add,
    sync.add,
    store.add,
    tour.add,
)
INTERRUPTED = 130


def run(argv: Sequence[str], root: Root) -> int:
    """Carry out one command line; answers the exit code and never raises on a known error."""
    prepare()
    say = root.catalogue(language_of(argv))
    parser = build_parser(say, FAMILIES)
    out = Output()
    try:
        return _finish(out, _parse_and_do(parser, argv, root, out), say)
    except KeyboardInterrupt:
        complain(say("cli.interrupted"))
        return INTERRUPTED


def _parse_and_do(parser: Parser, argv: Sequence[str], root: Root, out: Output) -> int:
    try:
        args = parser.parse_args(argv)
    except Usage as usage:
        complain(f"{usage.sentence} {parser.say('cli.usage-see-help')}")
        return USAGE
    except SystemExit as leaving:  # --help and --version
        return DONE if not leaving.code else USAGE
    logs = root.logs(args.home)
    handler = install(logs)
    call = Call(args, parser.say, out, root)
    try:
        return guarded(call, lambda: _do(call, root), str(handler.path))
    finally:
        remove(handler)


def _do(call: Call, root: Root) -> int:
    args = call.args
    if not hasattr(args, "run"):
        return root.window(args.home, args.login, call.say.language)
    try:
        code: int = args.run(call)
    finally:
        call.close()
    return code


def guarded(call: Call, do: Callable[[], int], log: str) -> int:
    """`do`, with a known error told in one line (3) and any other logged and told (70)."""
    try:
        return do()
    except KnownError as error:
        complain(sentence(call.say, error))
        return KNOWN
    except MemoryError:
        complain(call.say("cli.memory"))
        return KNOWN
    except Exception:  # noqa: BLE001 - the last door: whatever it is, no traceback reaches a person
        _log.exception("a command failed")
        complain(call.say("cli.bug", log=log))
        return BUG


def _finish(out: Output, code: int, say: Catalogue) -> int:
    try:
        out.finish()
    except KnownError as error:
        complain(sentence(say, error))
        return KNOWN
    return code
