"""Read-only calls of git; nothing in a repository is ever changed."""

import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from shlex import quote

from oit.bilingual import Bilingual

# Needs git 2.30 (December 2020) or later.
# Objects missing from a partial clone are not fetched: nothing here uses the network.
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
# Git sets these for its own hooks; here the folder says which repository is meant.
_HOOK_VARIABLES = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


class NoCommitError(Exception):
    """A commit cannot be read; says why."""

    def __init__(self, th: str, en: str) -> None:
        self.reason = Bilingual(th, en)
        super().__init__(en)


NO_REPOSITORY = Bilingual("โฟลเดอร์นี้ไม่ได้เก็บใน git", "the folder is not in a git repository")
NO_GIT = Bilingual(
    "โฟลเดอร์นี้เก็บใน git แต่เครื่องนี้ไม่มีคำสั่ง git ให้ติดตั้ง git ก่อน",
    "the folder is in a git repository, but git is not installed",
)
SHALLOW = Bilingual(
    "โฟลเดอร์นี้เป็นสำเนา git แบบตื้น ประวัติจึงไม่ครบ ให้ดึงประวัติทั้งหมดด้วย git fetch --unshallow",
    "the folder is a shallow clone, whose history is incomplete; run git fetch --unshallow",
)
PARTIAL = Bilingual(
    "โฟลเดอร์นี้เป็นสำเนา git บางส่วน (partial clone) เนื้อหาของรุ่นก่อนจึงไม่ครบ ให้ clone ใหม่โดยไม่ใส่ --filter",
    "the folder is a partial clone without the contents of older versions; clone it again without"
    " --filter",
)


def fault_of(folder: Path) -> Bilingual | None:
    """Say why git does not know the whole history of a folder; ``None`` if it does."""
    places = (folder.absolute(), *folder.absolute().parents)
    top = next((place for place in places if (place / ".git").exists()), None)
    if top is None:
        return NO_REPOSITORY
    try:
        done = _run(folder, "rev-parse", "--is-shallow-repository")
    except OSError:
        return NO_GIT
    if done.returncode == 0:
        return SHALLOW if done.stdout == b"true\n" else None
    why = done.stderr.decode("utf-8", "replace").strip()
    if "safe.directory" in why:
        return Bilingual(
            f"git ไม่ยอมอ่านโฟลเดอร์นี้เพราะเจ้าของเป็นผู้ใช้อื่น ถ้าเชื่อถือได้ ให้สั่ง"
            f" git config --global --add safe.directory {quote(str(top.resolve()))}",
            f"git refuses to read the folder because another user owns it; if you trust it, run"
            f" git config --global --add safe.directory {quote(str(top.resolve()))}",
        )
    first = next(iter(why.splitlines()), "")
    return Bilingual(f"git อ่านโฟลเดอร์นี้ไม่ได้: {first}", f"git cannot read the folder: {first}")


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """Return the output of git; ``None`` if it fails: no git, no repository.

    Args:
        folder: where to run it.
        arguments: the command and its arguments.
        stdin: its standard input.
    """
    try:
        done = _run(folder, *arguments, stdin=stdin)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _run(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in _HOOK_VARIABLES}
    return subprocess.run(  # noqa: S603 - no shell, our own words
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - wherever git is installed
        env={**kept, **_ENVIRONMENT},
        input=stdin,
        capture_output=True,
        check=False,
    )


def blobs(folder: Path, hashes: Sequence[str]) -> dict[str, bytes]:
    """Return the contents of files by their hashes; unknown hashes are left out."""
    names = "".join(f"{name}\n" for name in hashes).encode()
    output = io.BytesIO(git(folder, "cat-file", "--batch", stdin=names) or b"")
    found = {}
    while line := output.readline():
        name, *known = line.decode().split()
        # "<name> blob <size>" followed by the contents, or "<name> missing".
        if len(known) > 1:
            found[name] = output.read(int(known[1]))
            output.readline()
    return found


def commit_of(folder: Path, name: str) -> str:
    """Return the hash of a commit given by any of its names.

    Raises:
        NoCommitError: the folder is in no repository, or the commit does not exist.
    """
    fault = fault_of(folder)
    if fault is not None and fault is not SHALLOW:
        raise NoCommitError(
            f"{fault.th} จึงเทียบคอมมิตไม่ได้ เทียบสองปีได้ด้วย --other-year",
            f"{fault.en}, so commits cannot be compared; compare years with --other-year instead",
        )
    revision = f"{name}^{{commit}}"
    found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    if found is None:
        raise NoCommitError(
            f"ไม่มีคอมมิต {name} ใน git ของโฟลเดอร์นี้ ถ้าเป็นสำเนาแบบตื้น ให้ดึงประวัติทั้งหมดก่อน "
            "(git fetch --unshallow)",
            f"the repository has no commit {name}; if the clone is shallow, fetch the full history "
            "first (git fetch --unshallow)",
        )
    return found.decode().strip()


def extract_commit(folder: Path, commit: str, out: Path) -> Path:
    """Extract the data folder of a commit, and the ``docs/`` beside it, into an empty folder.

    Returns:
        The extracted data folder.

    Raises:
        NoCommitError: the commit has no such folder, or a partial clone lacks some of its files.
    """
    top = git(folder, "rev-parse", "--show-toplevel")
    prefix = git(folder, "rev-parse", "--show-prefix")
    if top is None or prefix is None:
        raise _no_folder(folder, commit)
    data = PurePosixPath(os.fsdecode(prefix).rstrip("\n"))
    folders = [str(path) for path in (data, data.parent / "docs")]
    root = Path(os.fsdecode(top).rstrip("\n"))
    # Not `git archive`, which obeys .gitattributes: it omits and converts files and runs filters.
    files = dict(_files(root, commit, folders))
    if not any(PurePosixPath(path).is_relative_to(data) for path in files):
        raise _no_folder(folder, commit)
    contents = blobs(root, [*files.values()])
    if contents.keys() < {*files.values()}:
        # A missing file would look like one that was added since.
        raise NoCommitError(PARTIAL.th, PARTIAL.en)
    for path, name in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(contents[name])
    return out / data


def _files(root: Path, commit: str, folders: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a commit, without symbolic links, which might lead out of the folder."""
    output = git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders) or b""
    for entry in output.split(b"\0")[:-1]:
        attributes, _, path = os.fsdecode(entry).partition("\t")
        mode, _, name = attributes.split(" ")
        if mode.startswith("100") and ".." not in PurePosixPath(path).parts:
            yield path, name


def _no_folder(folder: Path, commit: str) -> NoCommitError:
    return NoCommitError(
        f"คอมมิต {commit[:10]} ไม่มีโฟลเดอร์ {folder}", f"commit {commit[:10]} has no folder {folder}"
    )
