"""What the source of an agency is, by the way it is written."""

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from oit.bilingual import Bilingual
from oit.characters import UNPRINTABLE
from oit.publish.hosts import host_of

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_SHORT_SSH = re.compile(r"(?P<user>[\w.-]+)@(?P<host>[\w.-]+):(?P<path>[^:]+)")
_HELPER = re.compile(r"[A-Za-z0-9+-]+::")
"""What git takes for the name of a program to run, as in ``ext::``."""
_REPOSITORY = ".git"
_FRONT = "index.html"
_HIDDEN = Bilingual("มีอักขระที่มองไม่เห็น", "it contains hidden characters")
_OPTION = Bilingual("ขึ้นต้นด้วยขีด", "it begins with a hyphen")
_UNKNOWN = Bilingual("ไม่รู้จักที่อยู่แบบนี้", "addresses of this kind are not supported")
_NO_HOST = Bilingual("ไม่มีชื่อเครื่อง หรือพอร์ตผิด", "it has no host, or a wrong port")
_SECRET = Bilingual(
    "มีชื่อผู้ใช้หรือรหัสผ่านในที่อยู่ ให้ตั้งสิทธิ์ใน git ของเครื่องนี้แทน",
    "it contains a user name or password; configure git on this machine instead",
)
_PLAIN_GIT = Bilingual(
    "git ต้องใช้ https หรือ ssh", "a git repository must be reached by https or ssh"
)


class Kind(StrEnum):
    """What a source is."""

    FOLDER = "folder"
    REPOSITORY = "git"
    SITE = "site"


class Source(NamedTuple):
    """The source of an agency."""

    kind: Kind
    where: str
    """An absolute path, or an address."""

    @property
    def host(self) -> str:
        """The host that is asked; empty for what is on this machine."""
        return host_of(parts_of(self.where).geturl())

    @property
    def identity(self) -> str:
        """The same text for all ways to write a source."""
        if self.kind is Kind.FOLDER:
            return os.path.realpath(data_in(Path(self.where)))
        parts = parts_of(self.where)
        if parts.scheme == "file":
            return os.path.realpath(parts.path)
        port = parts.port if parts.port not in {None, 22, 80, 443} else ""
        # The same host by http and https is the same site.
        scheme = "ssh" if parts.scheme == "ssh" else ""
        path = unquote(parts.path).lstrip("/")
        return _bare(f"{scheme}:{self.host}{port}/{path}")


def source_of(text: str, folder: Path) -> Source | Bilingual:
    """Return what a source is, or why it cannot be used.

    Args:
        text: the source as the list has it.
        folder: the fleet's folder, from which paths are counted.
    """
    if UNPRINTABLE.search(text):
        return _HIDDEN
    if text.startswith("-"):
        return _OPTION
    if scheme := _SCHEME.match(text):
        return _of_address(scheme[1].lower(), text)
    if _HELPER.match(text):
        return _UNKNOWN
    if short := _SHORT_SSH.fullmatch(text):
        return _OPTION if short["host"].startswith("-") else Source(Kind.REPOSITORY, text)
    path = os.path.abspath(folder / text)  # noqa: PTH100 - resolve() would follow links
    kind = Kind.REPOSITORY if text.endswith(_REPOSITORY) else Kind.FOLDER
    return Source(kind, path)


def parts_of(address: str) -> SplitResult:
    """Return the parts of a repository's address, however it is written."""
    if _SCHEME.match(address):
        return urlsplit(address)
    if short := _SHORT_SSH.fullmatch(address):
        return urlsplit(f"ssh://{short['user']}@{short['host']}/{short['path']}")
    return SplitResult("file", "", address, "", "")


def data_in(folder: Path) -> Path:
    """Return the data folder: this one, or ``data`` in an agency's folder."""
    inner = folder / "data"
    return inner if inner.is_dir() and not (folder / "agency.yml").exists() else folder


def _of_address(scheme: str, text: str) -> Source | Bilingual:
    try:
        parts = urlsplit(text)
        is_odd = parts.port == 0
    except ValueError:
        return _NO_HOST
    is_repository = parts.path.endswith(_REPOSITORY)
    if scheme == "file":
        return Source(Kind.REPOSITORY, text) if is_repository and not parts.netloc else _UNKNOWN
    if fault := _NO_HOST if is_odd else _fault(scheme, parts, is_repository=is_repository):
        return fault
    if scheme == "ssh" or is_repository:
        return Source(Kind.REPOSITORY, text)
    # As copied from a browser; the other files of the site are beside this one.
    front = parts._replace(path=parts.path.removesuffix(_FRONT), query="", fragment="")
    return Source(Kind.SITE, front.geturl())


def _fault(scheme: str, parts: SplitResult, *, is_repository: bool) -> Bilingual | None:
    host, user = parts.hostname or "", parts.username
    faults = {
        _UNKNOWN: scheme not in {"http", "https", "ssh"},
        _NO_HOST: not host,
        _OPTION: host.startswith("-") or (user or "").startswith("-"),
        _SECRET: parts.password is not None or (user is not None and scheme != "ssh"),
        _PLAIN_GIT: is_repository and scheme == "http",
    }
    return next((fault for fault, is_there in faults.items() if is_there), None)


def _bare(text: str) -> str:
    return text.rstrip("/").removesuffix(_REPOSITORY).rstrip("/")
