"""A git repository: only what a check reads is fetched, of the newest commit alone."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from oit.atomic import folder_beside, replace_folder
from oit.bilingual import Bilingual
from oit.fleet.sources import git
from oit.fleet.sources.address import parts_of
from oit.fleet.unread import UnreadError, no_data, too_large
from oit.publish.build import SETTINGS
from oit.publish.hosts import in_ascii, is_inside, is_public, look_up
from oit.publish.proxy import of_machine

_WANTED = ("data", "docs", SETTINGS)
_REF = "refs/heads/fleet"
_COMMIT = "commit"
MOST_FILES = 20_000
_PIECE = 1 << 16
_TRIES = 2
_PORTS = {"http": 80, "https": 443, "ssh": 22}
_LONGEST_SAID = 300
_HASH = re.compile(r"[0-9a-f]{40,64}")
_ASK = Bilingual(
    "ลองอีกครั้งภายหลัง ถ้ายังไม่ได้ให้ตรวจที่อยู่กับหน่วยงาน",
    "try again later; if it fails again, check the address with the agency",
)


class _Reason(NamedTuple):
    code: str
    pattern: "re.Pattern[str]"
    th: str
    en: str
    mend: Bilingual


_REASONS = (
    _Reason(
        "no-access",
        re.compile(
            r"terminal prompts disabled|could not read (?:Username|Password)|Authentication failed"
            r"|Permission denied|Host key verification failed|error: 40[13]|dubious ownership",
            re.IGNORECASE,
        ),
        "เครื่องนี้ไม่มีสิทธิ์อ่านที่เก็บ git",
        "this machine may not read the repository",
        Bilingual(
            "ขอสิทธิ์อ่าน หรือตั้งกุญแจของเครื่องนี้ แล้วลอง git ls-remote กับที่อยู่นั้น",
            "get permission to read it, or configure this machine's key, and try git ls-remote",
        ),
    ),
    _Reason(
        "moved",
        re.compile(r"redirect|error: 30[0-9]", re.IGNORECASE),
        "ที่เก็บ git ย้ายไปที่อยู่อื่น",
        "the repository moved to another address",
        Bilingual("เขียนที่อยู่ใหม่ในรายชื่อ", "write the new address in the list"),
    ),
    _Reason(
        "not-found",
        re.compile(
            r"does not appear to be a git repository|not found|does not exist|error: 404"
            r"|no such file|not valid: is this a git repository|invalid gitfile",
            re.IGNORECASE,
        ),
        "ไม่พบที่เก็บ git",
        "there is no such repository",
        Bilingual("ตรวจที่อยู่ในรายชื่อกับหน่วยงาน", "check the address with the agency"),
    ),
)


def head(address: str) -> str:
    """Return the newest commit of a repository without fetching anything.

    Raises:
        UnreadError: it cannot be asked, or has no commit.
    """
    for left in reversed(range(_TRIES)):
        done = _over_network(address, Path.cwd(), "ls-remote", "--quiet", "--", address, "HEAD")
        if done.is_good:
            break
        if not left or _known(done):
            raise _failure(done)
    name = done.out.split(b"\t")[0].decode("ascii", "replace")
    if not _HASH.fullmatch(name):
        raise UnreadError(
            "no-commit",
            Bilingual("ที่เก็บ git ยังว่าง", "the repository is empty"),
            Bilingual("ให้หน่วยงานส่งข้อมูลขึ้นไปก่อน", "let the agency push its data first"),
        )
    return name


class Fetched(NamedTuple):
    """The files of a commit."""

    tree: Path
    """The agency's folder."""
    commit: str


def fetched(address: str, commit: str, work: Path) -> Fetched:
    """Return the agency's folder as it is in a commit, which may be there already.

    If somebody has just added another commit, it is that one.

    Args:
        address: the repository.
        commit: its newest commit.
        work: a folder for what is fetched.

    Raises:
        UnreadError: it cannot be fetched, or contains no data.
        OSError: it cannot be written.
    """
    tree = work / "tree"
    if _commit_in(tree) == commit:
        return Fetched(tree, commit)
    repository = work / "repository"
    newest = _fetch(address, repository)
    with folder_beside(tree) as beside:
        new = beside / "new"
        new.mkdir()
        _extract(repository, newest, new)
        (new / _COMMIT).write_text(newest, encoding="ascii")
        replace_folder(new, tree, beside)
    return Fetched(tree, newest)


def _commit_in(tree: Path) -> str:
    try:
        return (tree / _COMMIT).read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def _fetch(address: str, repository: Path) -> str:
    """Fetch the newest commit, and return it.

    A repository that a killed run left broken is fetched anew.
    """
    had = repository.is_dir()
    repository.mkdir(parents=True, exist_ok=True)
    _call(repository, "init", "--quiet", "--bare", "--template=")
    how = ("--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--force")
    what = ("--", address, f"HEAD:{_REF}")
    done = _over_network(address, repository, "fetch", *how, *what, watched=repository)
    if done.is_good:
        done = _call(repository, "rev-parse", "--verify", f"{_REF}^{{commit}}")
    if done.is_good:
        return done.out.decode("ascii").strip()
    if not had or done.is_late or _is_of_other_side(done):
        raise _failure(done)
    shutil.rmtree(repository)
    return _fetch(address, repository)


def _is_of_other_side(done: git.Done) -> bool:
    reason = _known(done)
    # Git also says "not found" of what is missing on this side.
    return reason is not None and reason.code != "not-found"


class _Blob(NamedTuple):
    path: str
    hash: str
    size: int


def _extract(repository: Path, commit: str, out: Path) -> None:
    """Write the wanted files of a commit.

    Not by a checkout, which would run filters and make links that lead out of the folder.
    """
    done = _call(repository, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *_WANTED)
    if not done.is_good:
        raise _failure(done)
    blobs = [*_blobs(done.out)]
    if not any(blob.path.startswith("data/") for blob in blobs):
        raise no_data()
    if len(blobs) > MOST_FILES or sum(blob.size for blob in blobs) > git.LARGEST:
        raise too_large()
    contents = git.contents(repository, [blob.hash for blob in blobs])
    for blob, (size, stream) in zip(blobs, contents, strict=True):
        path = out / blob.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            _copy(stream, file, size)


def _blobs(listed: bytes) -> Iterator[_Blob]:
    """Yield the files, without links and the repositories of others."""
    for entry in listed.split(b"\0")[:-1]:
        attributes, _, path = os.fsdecode(entry).partition("\t")
        mode, _, name, size = attributes.split()
        parts = {*PurePosixPath(path).parts}
        if mode.startswith("100") and not parts & {"..", ".", ".git"} and "\\" not in path:
            yield _Blob(path, name, int(size))


def _copy(stream: IO[bytes], file: IO[bytes], size: int) -> None:
    while size:
        piece = stream.read(min(size, _PIECE))
        if not piece:
            raise _failure(git.Done(is_good=False, out=b"", words="the object is incomplete"))
        file.write(piece)
        size -= len(piece)


def _call(folder: Path, *arguments: str) -> git.Done:
    """Call git without any network."""
    return _over_network("", folder, *arguments)


def _over_network(
    address: str, folder: Path, *arguments: str, watched: Path | None = None
) -> git.Done:
    protocol = parts_of(address).scheme if address else ""
    pin = _pin(address) if address else ()
    try:
        return git.call(folder, *pin, *arguments, protocol=protocol, watched=watched)
    except FileNotFoundError:
        raise _no_git() from None


def _pin(address: str) -> tuple[str, ...]:
    """Make sure that a repository is not in a private network; a proxy checks it itself.

    Returns:
        The settings by which git connects to nothing but what was looked up here.
    """
    parts = parts_of(address)
    host = in_ascii(parts.hostname or "")
    if parts.scheme == "file":
        return ()
    if is_inside(f"//{host}"):
        raise _private()
    if of_machine(parts.scheme, host):
        return ()
    port = parts.port or _PORTS[parts.scheme]
    try:
        found = look_up(host, port)
    except (OSError, UnicodeError):
        raise UnreadError(
            "unreachable",
            Bilingual(f"ไม่พบเครื่องชื่อ {host}", f"there is no host {host}"),
            _ASK,
        ) from None
    if not all(map(is_public, found)):
        raise _private()
    return ("-c", f"http.curloptResolve={host}:{port}:{','.join(found)}")


def _known(done: git.Done) -> _Reason | None:
    return next((reason for reason in _REASONS if reason.pattern.search(done.words)), None)


def _failure(done: git.Done) -> UnreadError:
    if done.is_late:
        return UnreadError(
            "too-slow",
            Bilingual("ที่เก็บ git ไม่ตอบภายในเวลา", "the repository did not answer in time"),
            _ASK,
        )
    if reason := _known(done):
        return UnreadError(reason.code, Bilingual(reason.th, reason.en), reason.mend)
    said = " ".join(done.words.split())[:_LONGEST_SAID]
    return UnreadError(
        "unreachable",
        Bilingual(f"อ่านที่เก็บ git ไม่ได้: {said}", f"the repository cannot be read: {said}"),
        _ASK,
    )


def _private() -> UnreadError:
    return UnreadError(
        "private-network",
        Bilingual("ที่อยู่นี้อยู่ในเครือข่ายภายใน จึงไม่ได้ติดต่อ", "the address is in a private network"),
        Bilingual(
            "ใช้ที่อยู่ที่เปิดจากอินเทอร์เน็ตได้ หรือดึงมาเป็นโฟลเดอร์แล้วใส่โฟลเดอร์นั้นในรายชื่อ",
            "use an address that the internet can reach, or clone it and list the folder instead",
        ),
    )


def _no_git() -> UnreadError:
    return UnreadError(
        "no-git",
        Bilingual("เครื่องนี้ไม่มีคำสั่ง git", "git is not installed"),
        Bilingual("ติดตั้ง git แล้วสั่งใหม่", "install git and run this again"),
    )
