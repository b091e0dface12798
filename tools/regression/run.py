"""Runs the calls of one version and records their outputs."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Any

from tools.regression import child
from tools.regression.calls import ADDRESS, Call, Chain, chains
from tools.regression.inputs import PROJECT
from tools.regression.server import serve
from tools.regression.versions import SETTINGS

LARGEST_TEXT = 200_000
"""Bytes. Only the digest is kept of a larger output, and of one that is not text."""

_LEFT_OUT = {".cache", ".git", "hooks", "__pycache__"}
"""Folders that contain caches, or the program itself."""
_REMOVED = ("GITHUB_", "OIT_", "GIT_", "PYTHON", "COV")
"""How the names of variables begin that would change what the program does."""
_FIXED = {
    "COLUMNS": "100",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "1775044800",  # noon of 2569-04-01
    "TZ": "Asia/Bangkok",
}

Outputs = dict[str, str]
"""The digest of each output, by its name."""


@dataclass(frozen=True)
class Folders:
    """The folders of a run."""

    program: Path
    inputs: Path
    work: Path
    """Where the chains run; empty before the run."""
    texts: Path
    """Where the texts of outputs are kept, by their digests."""


def run_version(folders: Folders) -> Outputs:
    """Run every call of a version."""
    with serve(folders.work) as address, _children(folders) as children:
        run = _Run(folders, address, children)
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            all_chains = _with_cold_calls(chains(folders.inputs))
            for done in [threads.submit(run.chain, *chain) for chain in all_chains]:
                done.result()
    return dict(sorted(run.outputs.items()))


def _environment(folders: Folders) -> dict[str, str]:
    """Return the same environment on every machine, as far as the program can tell."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_REMOVED)
        and not name.lower().endswith("_proxy")
        and name not in {"NO_COLOR", "FORCE_COLOR"}
    }
    kept |= _FIXED
    kept["PYTHONPATH"] = str(folders.program / "hooks")
    kept["TMPDIR"] = str(folders.work / "tmp")
    kept["GIT_CEILING_DIRECTORIES"] = str(folders.work)
    return kept


def _with_cold_calls(all_chains: Iterator[Chain]) -> Iterator[tuple[Chain, frozenset[str]]]:
    """Yield each chain with the names of its calls that get a process of their own.

    These are the first call of each command. In a process that has already loaded every module,
    a module that cannot be loaded first would go unnoticed.
    """
    seen: set[str] = set()
    for chain in all_chains:
        cold = set()
        for call in chain.steps:
            if isinstance(call, Call) and call.arguments and call.arguments[0] not in seen:
                seen.add(call.arguments[0])
                cold.add(call.name)
        yield chain, frozenset(cold)


class _Child:
    """A process that runs calls of this version, one at a time."""

    def __init__(self, folders: Folders, data: list[Path]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, child.__file__, *map(str, data)],
            env=_environment(folders),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def status(self, call: Mapping[str, Any]) -> int:
        """Run a call; return its exit status."""
        if not (self._process.stdin and self._process.stdout):
            raise BrokenPipeError
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> None:
        """End the process."""
        self._process.communicate()


@contextmanager
def _children(folders: Folders) -> Iterator["SimpleQueue[_Child]"]:
    """Start a child for each processor."""
    (folders.work / "tmp").mkdir()
    warm = folders.work / "warm"
    shutil.copytree(folders.inputs / PROJECT, warm)
    data = [warm / "data", *sorted(warm.glob("examples/*/data"))]
    started = [_Child(folders, data) for _ in range(os.cpu_count() or 1)]
    children: SimpleQueue[_Child] = SimpleQueue()
    for process in started:
        children.put(process)
    try:
        yield children
    finally:
        for process in started:
            process.end()


class _Run:
    """The run of one version."""

    def __init__(self, folders: Folders, address: str, children: "SimpleQueue[_Child]") -> None:
        self.outputs: Outputs = {}
        self._folders = folders
        self._address = address
        self._children = children
        self._lock = Lock()

    def chain(self, chain: Chain, cold: frozenset[str]) -> None:
        """Run the calls of a chain in a folder of its own."""
        folder = self._folders.work / chain.name
        if chain.inputs:
            shutil.copytree(self._folders.inputs / chain.inputs, folder)
        else:
            folder.mkdir()
        if chain.is_project:
            shutil.copy(self._folders.program / SETTINGS, folder)
            (folder / "hooks").symlink_to(self._folders.program / "hooks", target_is_directory=True)
        for step in chain.steps:
            if isinstance(step, Call):
                self._call(step, folder / step.folder, is_cold=step.name in cold)
            else:
                step(folder)

    def _call(self, call: Call, folder: Path, *, is_cold: bool) -> None:
        arguments = [argument.replace(ADDRESS, self._address) for argument in call.arguments]
        more = {n: value.replace(ADDRESS, self._address) for n, value in call.environment.items()}
        folder.mkdir(exist_ok=True)
        run = self._in_own_process if is_cold else self._in_child
        status, out, err = run(arguments, folder, more)
        text = f"exit status {status}\n--- stdout\n".encode() + out + b"--- stderr\n" + err
        self._record(call.name, text)
        for made in call.made:
            for path in _files(folder / made):
                name = f"{call.name}/{path.relative_to(folder).as_posix()}"
                self._record(name, path.read_bytes())

    def _in_own_process(
        self, arguments: list[str], folder: Path, more: Mapping[str, str]
    ) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [sys.executable, "-m", "oit", *arguments],
            cwd=folder,
            env={**_environment(self._folders), **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def _in_child(
        self, arguments: list[str], folder: Path, more: Mapping[str, str]
    ) -> tuple[int, bytes, bytes]:
        with tempfile.TemporaryDirectory(dir=self._folders.work / "tmp") as streams:
            out, err = Path(streams, "out"), Path(streams, "err")
            call = {"arguments": arguments, "folder": str(folder), "environment": dict(more)}
            process = self._children.get()
            try:
                status = process.status({**call, "out": str(out), "err": str(err)})
            finally:
                self._children.put(process)
            return status, out.read_bytes(), err.read_bytes()

    def _record(self, name: str, content: bytes) -> None:
        """Record an output; replace paths and addresses that differ from run to run."""
        for varying, placeholder in (
            (str(self._folders.program), "{program}"),
            (str(self._folders.work), "{work}"),
            (self._address, "{address}"),
            (self._address.removeprefix("http://"), "{host}"),
        ):
            content = content.replace(varying.encode(), placeholder.encode())
        digest = sha256(content).hexdigest()
        with self._lock:
            self.outputs[name] = digest
            if len(content) <= LARGEST_TEXT and _is_text(content):
                (self._folders.texts / digest).write_bytes(content)


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or all files of a folder that the program may have written."""
    if path.is_file():
        yield path
    elif path.is_dir() and path.name not in _LEFT_OUT and not path.is_symlink():
        for inner in sorted(path.iterdir()):
            yield from _files(inner)


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False
