"""The calls of ``oit`` in a guide, checked against the command's own parser without running it."""

import argparse
import re
import shlex
from collections.abc import Iterator

from manual.guides import blocks, inline
from oit.cli.main import _parser

_PARSER: argparse.ArgumentParser = _parser()

# In sentences an argument may be left out or stand for another: [--owner O], FILE…, Y|Z.
_AROUND = "[]()…,.;:"


def calls(text: str) -> Iterator[list[str]]:
    """Yield the words of every call of ``oit`` in a page."""
    lines = [line for block in blocks(text) if not block.title for line in block.lines]
    for line in (*inline(text), *lines):
        found = re.match(r"(?:\$ |!)?(?:\.venv[/\\](?:bin|Scripts)[/\\])?oit (\S.*)", line.strip())
        if found:
            yield _words(found[1])


def _words(line: str) -> list[str]:
    try:
        words = shlex.split(line, comments=True)
    except ValueError:
        words = line.split()
    ends = [words.index(sign) for sign in ("|", "||", "&&", ">", "<") if sign in words]
    return [word.strip(_AROUND) for word in words[: min(ends, default=None)]]


def faults(words: list[str]) -> Iterator[str]:
    """Yield the commands, options and choices of a call that the parser does not know."""
    parser = _PARSER
    option: argparse.Action | None = None
    for word in words:
        commands = next((a for a in parser._actions if isinstance(a.choices, dict)), None)
        if word.startswith("--"):
            name, _, value = word.partition("=")
            option = next((a for a in parser._actions if name in a.option_strings), None)
            if option is None:
                yield f"{parser.prog}: {name}"
            elif value:
                yield from _unknown_choices(option, value, parser)
                option = None
        elif option is not None and option.nargs != 0:
            yield from _unknown_choices(option, word, parser)
            option = None
        elif commands is not None:
            names = word.split("|")
            yield from _unknown_choices(commands, word, parser)
            parser = commands.choices.get(names[0], parser)  # type: ignore[union-attr]


def _unknown_choices(
    action: argparse.Action, word: str, parser: argparse.ArgumentParser
) -> Iterator[str]:
    for choice in word.split("|"):
        if action.choices is not None and choice.isascii() and choice not in action.choices:
            yield f"{parser.prog}: {choice}"
