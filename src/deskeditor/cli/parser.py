"""The grammar of the command line, with its help and its complaints in the reader's language.

argparse words its complaints in English only; the few it can make are recognised by their form
(Python 3.11 to 3.13) and worded again from the catalogue.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from deskeditor import __version__
from deskeditor.cli.context import Call
from deskeditor.cli.output import Output
from deskeditor.language.messages import Catalogue

Run = Callable[[Call], int]

_COMPLAINTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("usage-required", re.compile(r"the following arguments are required: (?P<name>.+)")),
    ("usage-required", re.compile(r"one of the arguments (?P<name>.+) is required")),
    ("usage-unknown", re.compile(r"unrecognized arguments: (?P<name>.+)")),
    (
        "usage-choice",
        re.compile(
            r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? "
            r"\(choose from (?P<choices>.+)\)"
        ),
    ),
    ("usage-value-missing", re.compile(r"argument (?P<name>.+?): expected .+ argument")),
    ("usage-value", re.compile(r"argument (?P<name>.+?): invalid .+? value: '?(?P<value>.*?)'?$")),
    ("usage-no-value", re.compile(r"argument (?P<name>.+?): ignored explicit argument")),
    (
        "usage-choice",
        re.compile(r"argument (?P<name>.+?): (?P<value>.*) \(takes (?P<choices>.+)\)$", re.DOTALL),
    ),
)


#: What stands for a command in the usage line, and in argparse's complaints.
_COMMAND = "…"


class Unfit(argparse.ArgumentTypeError):
    """A value that an option does not take, with what it takes; raised by the option's type."""

    def __init__(self, value: str, takes: str) -> None:
        super().__init__(f"{value} (takes {takes})")


class Usage(Exception):
    """The command line was not understood; carries the sentence and the usage lines."""

    def __init__(self, sentence: str, usage: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the desk's language and never exits by itself on a mistake."""

    say: Catalogue
    #: What a family does where none of its commands is named; empty where one must be.
    default_command: str = ""

    def __init__(self, *, say: Catalogue, prog: str | None = None, description: str = "") -> None:
        self.say = say
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = say("cli.help-positionals")
        self._optionals.title = say("cli.help-options")
        self.add_argument("-h", "--help", action="help", help=say("cli.help-help"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Read `quotes ARTICLE` as `quotes list ARTICLE`."""
        given = list(args or ())
        if self.default_command and given and not {"-h", "--help", *self.commands} & set(given):
            given.insert(0, self.default_command)
        return super().parse_known_args(given if args is not None else None, namespace)

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands of a family, in the order of its help."""
        actions = (a for a in self._actions if isinstance(a.choices, dict))
        return tuple(name for action in actions for name in action.choices or ())

    def error(self, message: str) -> NoReturn:
        """Raise the complaint in the reader's language instead of printing and leaving."""
        raise Usage(self._worded(message), self.format_usage().strip())

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 - argparse's
        """Print the help or the version, whatever becomes of the reader."""
        out = Output()
        out.line(message.rstrip("\n"))
        out.finish()

    def _worded(self, message: str) -> str:
        for key, form in _COMPLAINTS:
            found = form.search(message)
            if found:
                values = {name: text.replace("'", "") for name, text in found.groupdict().items()}
                if values["name"] in (_COMMAND, self.say("cli.help-command")):
                    return self._which_command(values.get("value", ""))
                if key == "usage-required":
                    return self._lacking(values["name"])
                return self.say(f"cli.{key}", **values)
        return self.say("cli.usage-other", message=message)

    def _which_command(self, given: str) -> str:
        """The commands there are, where none was named or one that is none."""
        key = "cli.usage-command-unknown" if given else "cli.usage-command"
        named = self.say("cli.comma").join(self.commands)
        return self.say(key, family=self.prog, value=given, commands=named)

    def _lacking(self, name: str) -> str:
        """What is lacking, with where to find it, else with what it is."""
        where = self._where_to_find(name)
        told = next((a.help for a in self._actions if a.help and name in _names(a)), "")
        said = f"{name} ({told})" if told and not where else name
        return f"{self.say('cli.usage-required', name=said)}{where}"

    def _where_to_find(self, lacking: str) -> str:
        """Which command lists what is lacking, with a space before it; nothing where none does."""
        for name in lacking.split(", "):
            key = f"cli.find-{name.rpartition('|')[2].lower()}"
            if key in self.say:
                return f" {self.say(key)}"
        return ""

    def format_help(self) -> str:
        """The help, with the word before the usage line in the reader's language."""
        return super().format_help().replace("usage: ", self.say("cli.help-usage") + " ", 1)

    def format_usage(self) -> str:
        """The usage lines alone."""
        return super().format_usage().replace("usage: ", self.say("cli.help-usage") + " ", 1)


def _names(action: argparse.Action) -> tuple[str, ...]:
    """What argparse may call an option or argument in a complaint."""
    return ("/".join(action.option_strings), str(action.metavar), action.dest)


class Grammar:
    """Adds commands, each with its help from `cli.help-<name>` and the options all share."""

    def __init__(self, say: Catalogue, commands: Any, prefix: str = "") -> None:
        """`prefix` names the family in the catalogue, such as `board-`."""
        self.say = say
        self._commands = commands
        self._prefix = prefix

    def command(self, name: str, run: Run | None) -> Parser:
        """A command; `run` is None for a family, whose own commands are added by `family`."""
        text = self.say(f"cli.help-{self._prefix}{name}")
        parser: Parser = self._commands.add_parser(name, say=self.say, help=text, description=text)
        add_shared(parser, self.say, default=argparse.SUPPRESS)
        if run is not None:
            parser.set_defaults(run=run)
        return parser

    def family(self, name: str, *, default: str = "") -> Grammar:
        """A command that has commands of its own, such as `board`; `default` may go unsaid."""
        parser = self.command(name, None)
        parser.default_command = default
        commands = parser.add_subparsers(
            metavar=_COMMAND, required=True, dest=f"{name}_command", parser_class=Parser
        )
        return Grammar(self.say, commands, f"{self._prefix}{name}-")


def option(parser: Parser, *names: str, help: str, **kwargs: Any) -> None:  # noqa: A002
    """An option or argument whose help stands under `cli.<help>`."""
    parser.add_argument(*names, help=parser.say(f"cli.{help}"), **kwargs)


def add_shared(parser: Parser, say: Catalogue, *, default: Any = None) -> None:
    """The options that stand before or after any command."""

    def given(own: object) -> object:
        return default if default is argparse.SUPPRESS else own

    option(parser, "--home", help="help-home", type=Path, metavar="DIR", default=given(None))
    option(parser, "--as", help="help-as", dest="login", metavar="LOGIN", default=given(None))
    option(parser, "--json", help="help-json", action="store_true", default=given(False))
    option(parser, "--lang", help="help-lang", choices=("ar", "en"), default=given(say.language))


def build_parser(say: Catalogue, families: Iterable[Callable[[Grammar], None]]) -> Parser:
    """The whole grammar; each family adds its commands. No command at all opens the window."""
    parser = Parser(prog="deskeditor", say=say, description=say("cli.help-about"))
    add_shared(parser, say)
    version = f"deskeditor {__version__}"
    option(parser, "--version", help="help-version", action="version", version=version)
    commands = parser.add_subparsers(
        title=say("cli.help-commands"), metavar=say("cli.help-command"), parser_class=Parser
    )
    grammar = Grammar(say, commands)
    for add in families:
        add(grammar)
    return parser
