"""How a repository gets the program that builds its site.

What came from a package index is asked for by its version, what came from another address by that
address. A program that was installed from a folder or a file is nowhere that the repository's other
machines could ask for it: it comes along in the repository, as a wheel.
"""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlparse
from urllib.request import url2pathname

from packaging.requirements import Requirement

from oit import __version__
from oit.bilingual import Bilingual

NAME = "oit-site"
EXTRA = "desk"
"""What a repository installs besides: officers fill it in at the desk."""
WHEEL = f".oit/oit_site-{__version__}-py3-none-any.whl"
"""The path of the program in a repository that contains it."""

LOST = Bilingual(
    "สร้างแพ็กเกจจากต้นทางของโปรแกรมไม่ได้ (ย้ายแล้ว เป็นรุ่นอื่น หรือไม่มี setuptools) requirements.txt"
    f" จึงอ้างรุ่น {__version__} จากคลังแพ็กเกจ"
    " ถ้าคลังไม่มีรุ่นนี้ ให้ติดตั้งโปรแกรมจากโฟลเดอร์ต้นฉบับอีกครั้งแล้วสั่ง oit upgrade",
    "no package can be built from the source of this program (moved, another version by now, or no"
    f" setuptools), so requirements.txt asks the package index for {__version__};"
    " if the index does not have it, install the program from its folder and run oit upgrade",
)

_SOURCES = ("hooks", "pyproject.toml", "README.md", "LICENSE")
_LOCK = Path(__file__).parent / "files" / "lock.txt"
"""The lock in a wheel that comes along in a repository; see ``_made``."""
_HOOKS = Path(__file__).parents[2]
_EPOCH = "315532800"
"""The first day that a ZIP file knows, so that the same program makes the same wheel."""


def requirement() -> str:
    """Return the line of requirements.txt that names the program."""
    if (content := wheel()) is not None:
        digest = f" --hash=sha256:{sha256(content).hexdigest()}" if lock() else ""
        return f"./{WHEEL}[{EXTRA}]{digest}"
    origin = _origin()
    url = origin.get("url", "")
    if version_control := origin.get("vcs_info"):
        return f"{NAME}[{EXTRA}] @ {version_control['vcs']}+{url}@{version_control['commit_id']}"
    if urlparse(url).scheme in {"http", "https"}:
        return f"{NAME}[{EXTRA}] @ {url}"
    return f"{NAME}[{EXTRA}]=={__version__}"


@cache
def lock() -> str:
    """Return the program's own lock, with the hash of each package, if it is known.

    Only what comes along as a wheel can be locked: pip takes hashes of all packages or of none,
    and the hash of a program from an index or of a commit is not known here.
    """
    if wheel() is None:
        return ""
    source = _local_source()
    found = [_LOCK, *([source / "requirements.txt"] if source and source.is_dir() else [])]
    text = next((path.read_text(encoding="utf-8") for path in found if path.is_file()), "")
    # The comments are for those who make the lock.
    return "".join(line for line in text.splitlines(True) if not line.lstrip().startswith("#"))


def versions() -> str:
    """Return the versions of what the program needs: its lock, else those that it runs with."""
    if locked := lock():
        return locked
    found: dict[str, str] = {}
    _gather(NAME, found, EXTRA)
    del found[NAME]
    return "".join(f"{name}=={version}\n" for name, version in sorted(found.items()))


def is_lost() -> bool:
    """Tell whether the program was installed from a folder or file that is no more."""
    return _local_source() is not None and wheel() is None


@cache
def wheel() -> bytes | None:
    """Return the program as a wheel, where it came from a folder or a file of this machine."""
    source = _local_source()
    if source is None:
        return None
    if source.suffix == ".whl" and source.is_file():
        return source.read_bytes()
    with TemporaryDirectory() as work:
        if source.is_file():
            return _built(source, Path(work))
        if (source / "pyproject.toml").is_file():
            return _made(source, Path(work))
    return None


def holds(folder: Path) -> bool:
    """Tell whether a folder is inside that of the program, which its next version takes away."""
    source = _local_source()
    return source is not None and folder.resolve().is_relative_to(source.resolve())


def is_newer_than(repository: Path) -> bool:
    """Return whether a repository should contain this program but has another version or none."""
    path, content = repository / WHEEL, wheel()
    return content is not None and not (path.is_file() and path.read_bytes() == content)


def bring(repository: Path) -> None:
    """Copy the wheel, if there is one, into a repository that the program created."""
    path, content = repository / WHEEL, wheel()
    if content is not None and path.parent.is_dir():
        for older in path.parent.glob("oit_site-*.whl"):
            older.unlink()
        path.write_bytes(content)


def _made(source: Path, work: Path) -> bytes | None:
    """Build the wheel from a copy, because files left by an earlier build would get into it."""
    copy = work / "source"
    for name in _SOURCES:
        if (source / name).is_dir():
            left_out = shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules")
            shutil.copytree(source / name, copy / name, ignore=left_out)
        else:
            shutil.copy(source / name, copy / name)
    if (source / "requirements.txt").is_file():
        # So that the repository can be upgraded where there is only the wheel.
        shutil.copy(source / "requirements.txt", copy / "hooks" / _LOCK.relative_to(_HOOKS))
    return _built(copy, work)


def _built(source: Path, work: Path) -> bytes | None:
    """Build the wheel; return nothing if the source is another version by now."""
    command = [sys.executable, "-P", "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    command += ["--no-deps", "--wheel-dir", str(work), str(source)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH}
    # A new venv of Python 3.12 has no setuptools and that of 3.11 an old version: pip fetches one.
    for how in (["--no-index", "--no-build-isolation"], ["--retries", "0"]):
        subprocess.run([*command, *how], env=environment, check=False, capture_output=True)  # noqa: S603 - no shell, our own words
        if (wheel_file := work / Path(WHEEL).name).is_file():
            return wheel_file.read_bytes()
    return None


def _origin() -> dict[str, Any]:
    """Return what pip recorded of the program's source (PEP 610); nothing if it was an index."""
    noted = metadata.distribution(NAME).read_text("direct_url.json")
    origin: dict[str, Any] = json.loads(noted) if noted else {}
    return origin


def _local_source() -> Path | None:
    url = urlparse(_origin().get("url", ""))
    return Path(url2pathname(url.path)) if url.scheme == "file" else None


def _gather(name: str, found: dict[str, str], extra: str = "") -> None:
    """Add the versions of a package and of its dependencies, as far as this machine has them."""
    if name in found:
        return
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        # The desk's packages: whoever begins a repository may not have them.
        return
    found[name] = package.version
    for line in package.requires or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": extra}):
            _gather(needed.name.lower().replace("_", "-"), found)
