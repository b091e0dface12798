"""What is wrong with a call, in two languages; click itself speaks English only."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.cli.help import name_of, usage_line
from oit.cli.output import ExitStatus, Output

_KNOWN = Bilingual("ที่มีคือ", "known")


class WrongCallError(click.UsageError):
    """A call that cannot be understood."""

    def __init__(self, why: Bilingual, context: click.Context | None = None) -> None:
        super().__init__(why.en, context)
        self.why = why


class MissingCommandError(WrongCallError):
    """A call of a group without one of its commands."""

    def __init__(self, context: click.Context) -> None:
        super().__init__(Bilingual("ต้องระบุคำสั่ง", "name a command"), context)


def unknown(kind: Bilingual, name: str, known: Iterable[str]) -> Bilingual:
    """Say that there is no such command, option or choice, and suggest the nearest."""
    # Only a call that fails needs the findings' nearest match.
    from oit.findings.codes.unknown_field import did_you_mean  # noqa: PLC0415

    near = did_you_mean(name, known, _KNOWN)
    return Bilingual(f"{kind.th} {name}{near.th}", f"{kind.en} {name}{near.en}")


@contextmanager
def located(context: click.Context) -> Iterator[None]:
    """Note of which command a call is wrong: click's parser does not always know."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or context
        raise


def refuse(error: click.UsageError, output: Output) -> ExitStatus:
    """Say what is wrong with a call, and where to read how to call."""
    # Words of the call may be names of files, which shells fill in.
    why, context = Bilingual(*map(escaped, explained(error))), error.ctx
    path, usage = "oit", ""
    if context:
        path = context.command_path
        # Without a command, show which commands there are.
        is_bare = isinstance(error, MissingCommandError)
        usage = f"{context.get_help() if is_bare else usage_line(context)}\n"
    wrong = Bilingual(
        f"{usage}{path}: คำสั่งไม่ถูกต้อง: {why.th}\n    → ดูวิธีใช้: {path} --help",
        f"{usage}{path}: invalid call: {why.en}\n    → for help: {path} --help",
    )
    return output.refuse(wrong)


def explained(error: click.UsageError) -> Bilingual:
    """Return in words of ours what click found wrong."""
    if isinstance(error, WrongCallError):
        return error.why
    parameters = error.ctx.command.get_params(error.ctx) if error.ctx else []
    if isinstance(error, click.NoSuchOption):
        known = [name for parameter in parameters for name in parameter.opts if name[0] == "-"]
        return unknown(Bilingual("ไม่รู้จัก", "unknown option"), error.option_name, known)
    if isinstance(error, click.MissingParameter) and error.param:
        name = name_of(error.param)
        return Bilingual(f"ต้องระบุ {name}", f"{name} is required")
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if any(
            getattr(parameter, "is_flag", False) and name in parameter.opts
            for parameter in parameters
        ):
            return Bilingual(f"{name} ไม่รับค่า", f"{name} takes no value")
        return Bilingual(f"{name} ต้องมีค่าตามหลัง", f"{name} requires a value")
    return Bilingual(error.format_message(), error.format_message())
