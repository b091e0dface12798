"""The template engine of pages, papers and settings files: what it is given, it escapes."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined


def environment(
    folder: Path,
    *,
    autoescape: bool | Callable[[str | None], bool] = True,
    trim: bool = True,
    keep_trailing_newline: bool = False,
    compiled: bool = False,
) -> Environment:
    """Make the engine of a folder of templates; a name that it does not know is an error.

    Args:
        folder: the templates.
        autoescape: which templates escape what they are given, where that is not all of them.
        trim: whether a line that has nothing but a statement leaves no line behind.
        keep_trailing_newline: whether the last end of line stays.
        compiled: whether the compiled templates are kept for the next process, because compiling
            them takes a large part of a small site's build time.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=autoescape,  # noqa: S701 - on, unless the caller names the templates that need it
        undefined=StrictUndefined,
        trim_blocks=trim,
        lstrip_blocks=trim,
        keep_trailing_newline=keep_trailing_newline,
        # Finding constants takes longer than it saves.
        optimized=False,
        bytecode_cache=FileSystemBytecodeCache() if compiled else None,
    )
