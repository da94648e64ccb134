"""One run of the command line: understand it, do it, and turn every failure into one sentence.

Exit codes: 0 done, 1 `check` found something grave, 2 usage, 3 a known error, 70 a bug of ours,
130 interrupted. Everything is settled here: no command prints an error or leaves by itself.
"""

from __future__ import annotations

import logging
from argparse import Namespace
from collections.abc import Callable, Sequence

from deskeditor.cli.context import BUG, DONE, KNOWN, USAGE, Call, Root
from deskeditor.cli.log import install, remove
from deskeditor.cli.output import Output, complain, prepare
from deskeditor.cli.wording import language_of, sentence
from deskeditor.domain.errors import KnownError
from deskeditor.language.messages import Catalogue

_log = logging.getLogger(__name__)

INTERRUPTED = 130


def run(argv: Sequence[str], root: Root) -> int:
    """Carry out one command line; answers the exit code and never raises on a known error."""
    prepare()
    say = root.catalogue(language_of(argv))
    out = Output()
    try:
        code = _parse_and_do(argv, root, say, out) if argv else _open(root, say, out)
        return _finish(out, code, say)
    except KnownError as error:  # before a command was reached: no home to log in
        complain(sentence(say, error))
        return KNOWN
    except KeyboardInterrupt:
        complain(say("cli.interrupted"))
        return INTERRUPTED


def _open(root: Root, say: Catalogue, out: Output) -> int:
    """The workstation, without the grammar of commands: the window must paint first."""
    args = Namespace(home=None, login=None, json=False, lang=say.language)
    return _do(Call(args, say, out, root))


def _parse_and_do(argv: Sequence[str], root: Root, say: Catalogue, out: Output) -> int:
    from deskeditor.cli.families import FAMILIES
    from deskeditor.cli.parser import Usage, build_parser

    try:
        args = build_parser(say, FAMILIES).parse_args(argv)
    except Usage as usage:
        complain(f"{usage.sentence} {say('cli.usage-see-help')}")
        return USAGE
    except SystemExit as leaving:  # --help and --version
        return DONE if not leaving.code else USAGE
    return _do(Call(args, say, out, root))


def _do(call: Call) -> int:
    handler = install(call.root.logs(call.args.home))
    try:
        return guarded(call, lambda: _answer(call), str(handler.path))
    finally:
        remove(handler)


def _answer(call: Call) -> int:
    args = call.args
    if not hasattr(args, "run"):
        return call.root.window(args.home, args.login, call.say.language)
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
        complain(sentence(call.say, error, call.newsroom_zone()))
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
