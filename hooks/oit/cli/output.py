"""How the commands speak: results on standard output, remarks and refusals on standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TextIO, TypeAlias

import click

from oit.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from oit.findings.finding import Finding


class ExitStatus(IntEnum):
    """How a command ends."""

    OK = 0
    """Everything is complete, or done."""
    INCOMPLETE = 1
    """Something is missing, wrong in the result, or left to be done by hand."""
    UNUSABLE = 2
    """The data or the call is wrong; nothing was done."""
    FAILED = 70
    """The program itself failed (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """What shells report of a command stopped by Ctrl+C."""


Line: TypeAlias = "Bilingual | Finding | str"
"""What a command says on a line or two; the words of another program are a plain text."""

NOTHING_WRITTEN = Bilingual("ไม่ได้เขียนไฟล์ใด", "nothing was written")
"""The last line of a refusal by a command that writes data files."""

_SHORTEST_NUMBER = 10
"""The digits of a phone number."""


@dataclass
class Output:
    """Where a command writes, in which language, and how much."""

    language: Language
    quiet: bool = False
    """Whether to leave out all that is neither an error nor data that was asked for."""

    def write(self, text: str) -> None:
        """Write what was asked for, as long as somebody reads it."""
        _write(sys.stdout, text)

    def report(self, text: str) -> None:
        """Write a report for people, without the numbers of persons."""
        if not self.quiet:
            _write(sys.stdout, _masked(text))

    def result(self, text: str, *, is_data: bool) -> None:
        """Write a result: data if its format was named, else a report for people."""
        (self.write if is_data else self.report)(text)

    def tell(self, *lines: Line) -> None:
        """Say what was done."""
        self.report(self._joined(lines))

    def note(self, *lines: Line) -> None:
        """Remark on a result without mixing with it."""
        if not self.quiet:
            _warn(self._joined(lines))

    def refuse(self, *lines: Line) -> ExitStatus:
        """Say why nothing was done."""
        _warn(self._joined(lines))
        return ExitStatus.UNUSABLE

    @contextmanager
    def progress(
        self, label: Bilingual, steps: int, *, at_once: int = 500
    ) -> Iterator["Callable[[], None]"]:
        """Show a bar to people at a terminal; the function given counts one step.

        The bar is drawn again after every ``at_once`` steps.
        """
        hidden = self.quiet or not sys.stderr.isatty()
        bar = click.progressbar(
            length=steps,
            label=label.text(self.language),
            file=sys.stderr,
            hidden=hidden,
            update_min_steps=at_once,
        )
        with bar:
            yield lambda: bar.update(1)

    def _joined(self, lines: Iterable[Line]) -> str:
        texts = (line if isinstance(line, str) else line.text(self.language) for line in lines)
        return _safe(_masked("".join(f"{text}\n" for text in texts)))


def _safe(text: str) -> str:
    """Escape what a terminal would obey, such as in the name of a file; lines and tabs remain."""
    from oit.characters import escaped  # noqa: PLC0415 - some commands only write data

    return "\n".join("\t".join(map(escaped, line.split("\t"))) for line in text.split("\n"))


def colour() -> bool:
    """Return whether reports for people are coloured: NO_COLOR, FORCE_COLOR, or a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def open_closed_streams() -> None:
    """Give the standard streams that the caller closed a place to write to.

    Otherwise the next file that is opened gets the number of a stream, and what other programs
    print would be written into it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # ``pathlib`` would load with every command.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def use_utf8() -> None:
    """Write UTF-8 whatever the console prefers: a Windows code page may not have Thai."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A file name in another encoding has characters that UTF-8 cannot encode.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def fall_silent() -> None:
    """Write nothing more: ``| head`` has read enough, and Python flushes once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _masked(text: str) -> str:
    """Mask the numbers of persons: anybody may read a terminal's log."""
    if sum(map(str.isdecimal, text)) < _SHORTEST_NUMBER:
        return text
    # It loads slowly, and most lines have no long number.
    from oit.thai.identity_search import mask_for_message  # noqa: PLC0415

    return mask_for_message(text)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        fall_silent()


def _warn(text: str) -> None:
    # If standard error cannot be written to, there is nowhere left to say so.
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()
