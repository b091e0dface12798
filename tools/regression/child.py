"""Runs calls of the program, each in a fork of this process, which is warm.

Starting Python, loading the modules and reading the checklists takes longer than most calls do. So
this process loads every module and checks the data folders that it is called with. Then each line
of its standard input is a call as JSON, and the answer is a line with the exit status.
"""

import gc
import io
import json
import os
import pkgutil
import runpy
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from typing import Any


def main() -> None:
    """Serve calls until standard input ends."""
    _load()
    _check(sys.argv[1:])
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        sys.stdout.write(f"{_run(json.loads(line))}\n")
        sys.stdout.flush()


def _load() -> None:
    """Load every module of the program, wherever this version has it."""
    package = import_module("oit")
    for module in pkgutil.walk_packages(package.__path__, "oit.", onerror=lambda _: None):
        if module.name != "oit.__main__":
            try:
                import_module(module.name)
            except ImportError:
                continue  # the call that needs this module will fail, and that is recorded


def _check(folders: list[str]) -> None:
    """Check data folders, which no call will use, so that the program remembers the checklists."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for folder in folders:
            _status(["check", "--data", folder])


def _run(call: dict[str, Any]) -> int:
    process = os.fork()
    if process == 0:
        status = 1
        try:
            _redirect(call)
            status = _status(call["arguments"])
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(status & 0xFF)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _redirect(call: dict[str, Any]) -> None:
    os.chdir(call["folder"])
    os.environ.update(call["environment"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(call[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - descriptors that stay open
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _status(arguments: list[str]) -> int:
    """Run ``python -m oit`` in this process; return its exit status."""
    sys.argv = ["oit", *arguments]
    try:
        runpy.run_module("oit", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        sys.stderr.write(f"{end.code}\n")
        return 1
    except BaseException:  # noqa: BLE001 - Python prints every exception and exits with 1
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()
