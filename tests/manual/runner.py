"""Follow a guide in a scratch folder: write its files, run its commands."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from commands import ROOT, clean_environment
from manual.guides import Block

PROGRAM = ("hooks", "data", "docs", "tests", "tools", "manual", "mkdocs.yml", "pyproject.toml")
"""The parts of the project that are copied for a page that changes the program."""

unix = pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a Unix shell")

_GIT = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "tester"), ("EMAIL", "tester@example.com"))
}
_PATIENCE = 60
"""The seconds that a server may take to answer on a busy machine."""


class DifferentError(AssertionError):
    """A guide does not do what it says."""


@dataclass
class Reader:
    """A reader who follows one page in a scratch folder."""

    folder: Path
    given: Path
    """The folders that pages may start from."""
    output: str = ""
    """The output of the last command."""

    def follow(self, block: Block) -> None:
        """Follow one block."""
        if "not" in block.directives or "elsewhere" in block.directives:
            return
        if "gives" in block.directives:
            self._compare(block)
        elif block.title:
            self._write(block)
        elif block.language == "sh":
            self._prepare(block)
            self._run(block)

    def _prepare(self, block: Block) -> None:
        if given := block.directives.get("given"):
            shutil.copytree(self.given / given, self.folder, dirs_exist_ok=True)
        if "the" in block.directives:
            for name in PROGRAM:
                _copy(ROOT / name, self.folder / name)

    def _write(self, block: Block) -> None:
        self._prepare(block)
        path = self._inside(block) / block.title
        path.parent.mkdir(parents=True, exist_ok=True)
        if block.language == "diff":
            old = path.read_text(encoding="utf-8")
            path.write_text(changed(old, block), encoding="utf-8", newline="\n")
        else:
            path.write_text(block.text, encoding="utf-8", newline="\n")

    def _run(self, block: Block) -> None:
        if address := block.directives.get("serve"):
            self._serve(block, address)
            return
        done = subprocess.run(
            ["bash", "-ec", block.text],
            cwd=self._inside(block),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.output = done.stdout
        expected = int(block.directives.get("exit", "0"))
        if done.returncode != expected:
            raise DifferentError(
                f"line {block.line}: exit status {done.returncode}, not {expected}\n{self.output}"
            )

    def _serve(self, block: Block, address: str) -> None:
        command, address = _at_free_port(block.text.strip(), address)
        with subprocess.Popen(
            ["bash", "-c", f"exec {command}"],
            cwd=self._inside(block),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as server:
            try:
                if not _answers(address, server):
                    raise DifferentError(f"line {block.line}: {address} does not answer")
            finally:
                server.terminate()

    def _compare(self, block: Block) -> None:
        printed = [line.rstrip() for line in self.output.splitlines()]
        for line in filter(None, map(str.rstrip, block.lines)):
            if line.strip() != "…" and line not in printed:
                raise DifferentError(f"line {block.line}: {line!r} is not in\n{self.output}")

    def _inside(self, block: Block) -> Path:
        return self.folder / block.directives.get("in", "")

    def _environment(self) -> dict[str, str]:
        # Coverage must not measure a copy of the program.
        known = {k: v for k, v in clean_environment().items() if not k.startswith("COVERAGE_")}
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return {
            **known,
            **_GIT,
            "HOME": str(self.folder),
            # What the program keeps is not made again for each page.
            "XDG_CACHE_HOME": known.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
            "PATH": path,
            "PYTHONPATH": str(self.folder / "hooks"),
        }


def changed(old: str, block: Block) -> str:
    """Apply a change to a text: lines with ``-`` are removed, lines with ``+`` are added."""
    before = "".join(f"{line[1:]}\n" for line in block.lines if line[:1] != "+")
    after = "".join(f"{line[1:]}\n" for line in block.lines if line[:1] != "-")
    sought = re.compile(f"^{re.escape(before)}", re.MULTILINE)
    if len(sought.findall(old)) != 1:
        raise DifferentError(f"line {block.line}: not once in {block.title}:\n{before}")
    return sought.sub(lambda _: after, old)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        # Bytecode stays valid, since copies keep their dates; temporary bytecode files may vanish.
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.pyc.*"))
    else:
        shutil.copy(source, target)


def _at_free_port(command: str, address: str) -> tuple[str, str]:
    """Change a command and its address to a free port: the usual one may be in use."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        free = str(taken.getsockname()[1])
    port = str(urlsplit(address).port)
    moved = command.replace(port, free)
    if moved == command:
        moved += f" --port {free}"
    return moved, address.replace(port, free)


def _answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - an address of this machine
                return True
        except OSError:  # also if a busy server takes too long
            time.sleep(0.2)
    return False
