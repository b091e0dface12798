"""What a guide calls ``oit`` with, compared with the command's own table without running it."""

import re
import shlex
from collections.abc import Iterator

import click

from manual.guides import blocks, inline
from oit.cli.main import oit

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
    """Yield the commands, options and choices of a call that do not exist."""
    context = click.Context(oit, info_name="oit")
    arguments: list[click.Parameter] = []
    option: click.Parameter | None = None
    for word in words:
        command, path = context.command, context.command_path
        if word.startswith("-") and word != "-":
            name, _, value = word.partition("=")
            option = next(
                (parameter for parameter in command.params if name in parameter.opts), None
            )
            if option is None:
                yield f"{path}: {name}"
            elif value:
                yield from _not_of(_choices(option), value, path)
            if value or getattr(option, "is_flag", False):
                option = None
        elif option is not None:
            yield from _not_of(_choices(option), word, path)
            option = None
        elif isinstance(command, click.Group):
            yield from _not_of(command.list_commands(context), word, path)
            name = word.split("|")[0]
            if found := command.get_command(context, name):
                context = click.Context(found, parent=context, info_name=name)
                arguments = [
                    parameter for parameter in found.params if isinstance(parameter, click.Argument)
                ]
        elif arguments:
            yield from _not_of(_choices(arguments.pop(0)), word, path)


def _choices(parameter: click.Parameter) -> list[str]:
    return list(getattr(parameter.type, "choices", ()))


def _not_of(choices: list[str], word: str, path: str) -> Iterator[str]:
    for choice in word.split("|"):
        if choices and choice and choice.isascii() and choice not in choices:
            yield f"{path}: {choice}"
