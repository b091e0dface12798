"""Run MkDocs in a process that ends with ours, and say what it says without its log's levels."""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# 1 is PR_SET_PDEATHSIG, 9 is SIGKILL: if our process is killed, Linux ends MkDocs, which would
# go on writing into a folder that the next build clears.
_PROGRAM = """\
import runpy, sys
if sys.platform == "linux":
    import ctypes
    ctypes.CDLL(None).prctl(1, 9)
runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
"""
_LEVEL = re.compile(r"(?:(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +-|Error:) +")


def start(
    command: str, settings: Path, data: Path, *options: str, **environment: str
) -> "subprocess.Popen[str]":
    """Start a command of MkDocs; what it says can be read from its standard error."""
    # -P: a file such as mkdocs.py in the current folder is not code of ours.
    call = [sys.executable, "-P", "-c", _PROGRAM, command, "--quiet"]
    known = {
        "OIT_DATA": str(data.absolute()),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.Popen(  # noqa: S603 - no shell, and only our own arguments
        [*call, "--config-file", str(settings), *options],
        env={**os.environ, **known, **environment},
        # Its last words, "Aborted with a BuildError!".
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="backslashreplace",
    )


def plain(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of MkDocs' log without levels.

    A message of ours begins on the line after a level; MkDocs' own begin beside it.
    """
    for line in lines:
        level = _LEVEL.match(line)
        if level is None:
            yield line
        elif said := line[level.end() :].strip():
            yield f"MkDocs: {said}\n"


def accept_dirty_builds() -> None:
    """Leave out MkDocs' warning about --dirty, which ``strict`` in the settings obeys.

    What our pages are made of is compared by ``oit.publish.written``, so nothing is inaccurate.
    """
    logger = logging.getLogger("mkdocs.commands.build")
    logger.addFilter(lambda record: "'dirty' build" not in str(record.msg))
