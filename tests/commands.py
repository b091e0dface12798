"""Runs commands as their users do: in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

LANGUAGE = ("OIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""The variables by which our program chooses its language."""

HEEDED = {
    *LANGUAGE,
    *("FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PYTHONIOENCODING", "SOURCE_DATE_EPOCH"),
    *("OIT_ADMIN", "OIT_DATA", "OIT_STAFF"),
}
"""The variables that our program reads."""


def oit(*arguments: str | Path, **options: str | Path) -> subprocess.CompletedProcess[str]:
    """Run ``oit``; ``options`` are those of ``python``."""
    return python("oit", *arguments, **options)


def python(
    module: str, *arguments: str | Path, cwd: str | Path = ROOT, **environment: str | Path
) -> subprocess.CompletedProcess[str]:
    """Run a module in a folder, with more set in its environment."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env={**clean_environment(), **{k: str(v) for k, v in environment.items()}},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def script(code: str) -> subprocess.CompletedProcess[str]:
    """Run lines of Python."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """Return the environment without the variables that our program reads."""
    kept = {name: value for name, value in os.environ.items() if name not in HEEDED}
    return {**kept, "LANG": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
