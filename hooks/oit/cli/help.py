"""The help of a command: what it does, its options, an example, how it ends."""

from collections.abc import Iterable, Iterator, Mapping

import click

from oit.bilingual import Bilingual, Language
from oit.cli.output import ExitStatus

_OPTIONS = Bilingual("ตัวเลือก", "Options")
_ARGUMENTS = Bilingual("สิ่งที่ต้องระบุ", "Arguments")
_EXAMPLE = Bilingual("ตัวอย่าง", "Example")
_FAILED = Bilingual("โปรแกรมผิดพลาดเอง", "the program itself failed")
_STATUSES = Bilingual("สถานะเมื่อจบ (exit status)", "Exit status")
_MORE = Bilingual("วิธีใช้ของแต่ละคำสั่ง: {} COMMAND --help", "Help on a command: {} COMMAND --help")
_WIDEST = 26
"""The widest name that its explanation is written beside."""


def usage_line(context: click.Context) -> str:
    """Return how a command is called, on one line."""
    words = [f"usage: {context.command_path}", "[OPTIONS]"]
    for parameter in context.command.get_params(context):
        if isinstance(parameter, click.Argument):
            name = name_of(parameter) + ("..." if parameter.nargs == -1 else "")
            words.append(name if parameter.required else f"[{name}]")
        elif parameter.required:
            words.append(_with_value(parameter, parameter.opts[0]))
    if isinstance(context.command, click.Group):
        words.append("COMMAND")
    return " ".join(words)


def name_of(parameter: click.Parameter) -> str:
    """Return what a parameter is called in help and messages."""
    if isinstance(parameter, click.Argument):
        return _value_of(parameter)
    return parameter.opts[-1]


def command_help(
    context: click.Context,
    language: Language,
    *,
    about: Bilingual,
    example: str,
    statuses: Mapping[ExitStatus, Bilingual],
) -> str:
    """Write the help of a command."""
    command = context.command
    sections = [usage_line(context), about.text(language)]
    arguments = [found for found in command.params if isinstance(found, click.Argument)]
    if arguments:
        rows = [(name_of(argument), _about(argument).text(language)) for argument in arguments]
        sections.append(_table(_ARGUMENTS.text(language), rows))
    sections.append(_options(command, language))
    sections.append(f"{_EXAMPLE.text(language)}:\n  {example}")
    every = {**statuses, ExitStatus.FAILED: _FAILED}
    rows = [(str(int(status)), why.text(language)) for status, why in every.items()]
    sections.append(_table(_STATUSES.text(language), rows))
    return "\n\n".join(sections) + "\n"


def group_help(
    context: click.Context,
    language: Language,
    *,
    about: Bilingual,
    sections: Mapping[Bilingual, Mapping[str, Bilingual]],
) -> str:
    """Write the help of a group: its commands by purpose, each with a line of its own."""
    parts = [usage_line(context), about.text(language)]
    width = max(len(name) for commands in sections.values() for name in commands)
    for title, commands in sections.items():
        rows = [(name, line.text(language)) for name, line in commands.items()]
        parts.append(_table(title.text(language), rows, width))
    parts.append(_options(context.command, language))
    parts.append(_MORE.text(language).format(context.command_path))
    return "\n\n".join(parts) + "\n"


def _options(command: click.Command, language: Language) -> str:
    options = [found for found in command.params if isinstance(found, click.Option)]
    rows = [
        (_with_value(option, ", ".join(option.opts)), _about(option).text(language))
        for option in options
    ]
    return _table(_OPTIONS.text(language), rows)


def _with_value(parameter: click.Parameter, names: str) -> str:
    return names if getattr(parameter, "is_flag", False) else f"{names} {_value_of(parameter)}"


def _value_of(parameter: click.Parameter) -> str:
    if parameter.metavar:
        return parameter.metavar
    if isinstance(parameter.type, click.Choice):
        return "|".join(parameter.type.choices)
    return str(parameter.name).upper()


def _about(parameter: click.Parameter) -> Bilingual:
    about: Bilingual = parameter.about  # type: ignore[attr-defined]
    return about


def _table(title: str, rows: Iterable[tuple[str, str]], width: int = 0) -> str:
    pairs = list(rows)
    width = width or max(len(name) for name, _ in pairs if len(name) <= _WIDEST)
    return "\n".join([f"{title}:", *_lines(pairs, width)])


def _lines(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for name, about in rows:
        if len(name) <= width:
            yield f"  {name:{width}}  {about}"
        else:
            yield f"  {name}"
            yield f"  {'':{width}}  {about}"
