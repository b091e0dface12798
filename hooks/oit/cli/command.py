"""How commands are declared: with help in two languages, and imported when they are called."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from oit.bilingual import Bilingual
from oit.cli import usage
from oit.cli.help import command_help, group_help
from oit.cli.output import ExitStatus, Output
from oit.cli.usage import MissingCommandError, WrongCallError, unknown

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])

UNUSABLE = Bilingual("ข้อมูลหรือคำสั่งไม่ถูกต้อง", "the data or the call is wrong")
"""How most commands fail."""


class Option(click.Option):
    """An option, explained in two languages."""

    def __init__(self, names: Sequence[str], *, about: Bilingual, **settings: Any) -> None:
        super().__init__(names, **settings)
        self.about = about


class Argument(click.Argument):
    """An argument, explained in two languages."""

    def __init__(self, names: Sequence[str], *, about: Bilingual, **settings: Any) -> None:
        super().__init__(names, **settings)
        self.about = about


class Choice(click.Choice[str]):
    """One of a few words; a misspelt one gets a suggestion."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word.

        Raises:
            WrongCallError: it is not one of the choices.
        """
        if value in self.choices:
            return str(value)
        name = f"{param.opts[-1]}: " if isinstance(param, click.Option) else ""
        kind = Bilingual(f"{name}ไม่มี", f"{name}there is no")
        raise WrongCallError(unknown(kind, value, self.choices), ctx)


def option(*names: str, about: Bilingual, **settings: Any) -> Callable[[F], F]:
    """Give a command an option."""
    return click.option(*names, cls=Option, about=about, **settings)


def argument(name: str, *, about: Bilingual, **settings: Any) -> Callable[[F], F]:
    """Give a command an argument."""
    return click.argument(name, cls=Argument, about=about, **settings)


class Command(click.Command):
    """A command with its documentation.

    Its function takes an ``Output`` and the parameters, and returns an ``ExitStatus``.
    """

    def __init__(
        self,
        name: str,
        *,
        about: Bilingual,
        example: str,
        statuses: Mapping[ExitStatus, Bilingual],
        params: list[click.Parameter],
        **settings: Any,
    ) -> None:
        # Extra arguments are refused below, in the user's language.
        super().__init__(
            name,
            params=[*params, *_shared()],
            add_help_option=False,
            context_settings={"allow_extra_args": True},
            **settings,
        )
        self.about, self.example, self.statuses = about, example, statuses

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises:
            WrongCallError: there are more arguments than the command takes.
        """
        with usage.located(ctx):
            extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            words = " ".join(extra)
            raise WrongCallError(Bilingual(f"ไม่รู้จัก {words}", f"unexpected: {words}"), ctx)
        return extra

    def get_help(self, ctx: click.Context) -> str:
        """Return the help."""
        return command_help(
            ctx,
            ctx.ensure_object(Output).language,
            about=self.about,
            example=self.example,
            statuses=self.statuses,
        )


def command(
    name: str,
    about: Bilingual,
    *,
    example: str,
    statuses: Mapping[ExitStatus, Bilingual],
) -> Callable[[Callable[..., ExitStatus]], Command]:
    """Make a command of a function; it is given the ``Output`` first."""

    def decorate(function: Callable[..., ExitStatus]) -> Command:
        return click.command(name, cls=Command, about=about, example=example, statuses=statuses)(
            click.pass_obj(function)
        )

    return decorate


class Entry(NamedTuple):
    """A command in a table, to be imported when it is called."""

    module: str
    """The module of ``oit.cli.commands`` whose ``run`` it is."""
    about: Bilingual
    """What it does, in one line."""


class Group(click.Group):
    """A table of commands."""

    def __init__(
        self,
        name: str,
        *,
        about: Bilingual,
        sections: Mapping[Bilingual, Mapping[str, Entry]],
        options: Sequence[Option] = (),
        callback: Callable[..., ExitStatus | None] | None = None,
    ) -> None:
        """Make a table; ``callback`` is what it does by itself, otherwise a command must follow."""
        super().__init__(
            name,
            params=[*options, *_shared()],
            add_help_option=False,
            invoke_without_command=True,
            callback=click.pass_context(callback or _require_command),
        )
        self.about, self.sections = about, sections
        self.table = {key: entry for entries in sections.values() for key, entry in entries.items()}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options before the name of a command."""
        with usage.located(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in self.table:
            return None
        name = f"oit.cli.commands.{self.table[cmd_name].module}"
        module = sys.modules.get(name) or _load(name)
        found: click.Command = module.run
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called.

        Raises:
            WrongCallError: there is no such command.
        """
        if args[0] not in self.table and not ctx.resilient_parsing:
            kind = Bilingual("ไม่มีคำสั่ง", "there is no command")
            raise WrongCallError(unknown(kind, args[0], list(self.table)), ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help."""
        sections = {
            title: {name: entry.about for name, entry in entries.items()}
            for title, entries in self.sections.items()
        }
        language = ctx.ensure_object(Output).language
        return group_help(ctx, language, about=self.about, sections=sections)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem"]:
        """Complete the name of a command without importing any."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - for shells only

        language = ctx.ensure_object(Output).language
        names = [
            CompletionItem(name, help=entry.about.text(language))
            for name, entry in self.table.items()
            if name.startswith(incomplete)
        ]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]


def _require_command(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        raise MissingCommandError(context)


def _shared() -> list[click.Parameter]:
    """Return the options that every command and group takes."""
    return [
        Option(
            ["--lang"],
            type=Choice(["th", "en"]),
            # ``language_of`` has read it already: a wrong call is explained in it too.
            expose_value=False,
            about=Bilingual(
                "ภาษาของข้อความ (OIT_LANG หรือภาษาของเครื่อง)",
                "language of messages (OIT_LANG, or the locale's)",
            ),
        ),
        Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_quiet,
            about=Bilingual("พิมพ์เฉพาะข้อผิดพลาด", "print errors only"),
        ),
        Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_help,
            about=Bilingual("แสดงวิธีใช้นี้", "show this help"),
        ),
    ]


def _quiet(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value:
        context.ensure_object(Output).quiet = True


def _help(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value and not context.resilient_parsing:
        context.ensure_object(Output).write(context.command.get_help(context))
        context.exit()


def _load(name: str) -> ModuleType:
    """Import a module without garbage collection: modules stay until the process ends.

    Collections would go through all of their objects again and again, a sixth of a check's time.
    """
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        gc.enable()
