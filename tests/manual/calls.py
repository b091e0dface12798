"""What a guide calls ``oit`` with, held against the command's own parser without running it."""

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
    """Yield what the parser does not know of a call: commands, options, words to choose from."""
    parser = _PARSER
    wanted: argparse.Action | None = None
    for word in words:
        commands = next((a for a in parser._actions if isinstance(a.choices, dict)), None)
        if word.startswith("--"):
            name, _, value = word.partition("=")
            wanted = next((a for a in parser._actions if name in a.option_strings), None)
            if wanted is None:
                yield f"{parser.prog}: {name}"
            elif value:
                yield from _not_of(wanted, value, parser)
                wanted = None
        elif wanted is not None and wanted.nargs != 0:
            yield from _not_of(wanted, word, parser)
            wanted = None
        elif commands is not None:
            names = word.split("|")
            yield from _not_of(commands, word, parser)
            parser = commands.choices.get(names[0], parser)  # type: ignore[union-attr]


def _not_of(action: argparse.Action, word: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    for one in word.split("|"):
        if action.choices is not None and one.isascii() and one not in action.choices:
            yield f"{parser.prog}: {one}"
