"""What this program asks of git; it never changes anything in a repository."""

import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from oit.bilingual import Bilingual

# The oldest that knows all that is asked here is 2.30 (of December 2020).
# What a partial clone has left with others is not fetched: nothing here goes out.
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
# Git sets these for its own hooks; here the folder says which repository is meant.
_OF_HOOKS = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


class NoCommitError(Exception):
    """A commit cannot be looked at, and why."""

    def __init__(self, th: str, en: str) -> None:
        self.told = Bilingual(th, en)
        super().__init__(en)


def git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """Return what git says of a folder; ``None`` where it cannot: no git, no repository.

    Args:
        folder: where it is called.
        arguments: the command.
        asked: what it reads from its input.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, our own words
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - wherever git is installed
            env={**kept, **_ENVIRONMENT},
            input=asked,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def blobs(folder: Path, hashes: Sequence[str]) -> dict[str, bytes]:
    """Return the contents of files by the names that git gives them; of those it has."""
    asked = "".join(f"{name}\n" for name in hashes).encode()
    said = io.BytesIO(git(folder, "cat-file", "--batch", asked=asked) or b"")
    found = {}
    while line := said.readline():
        name, *known = line.decode().split()
        # "<name> blob <size>" and then the contents, or "<name> missing".
        if len(known) > 1:
            found[name] = said.read(int(known[1]))
            said.readline()
    return found


def commit_of(folder: Path, name: str) -> str:
    """Return the hash of a commit by whatever it is called.

    Raises:
        NoCommitError: the folder is in no repository, or there is no such commit.
    """
    if git(folder, "rev-parse", "--git-dir") is None:
        raise NoCommitError(
            f"โฟลเดอร์ {folder} ไม่ได้อยู่ใน git หรือเครื่องนี้ไม่มีคำสั่ง git จึงเทียบคอมมิตไม่ได้ "
            "เทียบสองปีได้ด้วย --other-year",
            f"{folder} is in no git repository, or git is not installed: commits cannot be "
            "compared; years can, with --other-year",
        )
    wanted = f"{name}^{{commit}}"
    found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if found is None:
        raise NoCommitError(
            f"ไม่มีคอมมิต {name} ใน git ของโฟลเดอร์นี้ ถ้าเป็นสำเนาแบบตื้น ให้ดึงประวัติทั้งหมดก่อน "
            "(git fetch --unshallow)",
            f"the repository has no commit {name}; fetch the whole history first where the clone "
            "is shallow (git fetch --unshallow)",
        )
    return found.decode().strip()


def take_out(folder: Path, commit: str, out: Path) -> Path:
    """Write the data folder of a commit, and the ``docs/`` beside it, into an empty folder.

    Returns:
        The data folder as it was.

    Raises:
        NoCommitError: the commit has no such folder.
    """
    top = git(folder, "rev-parse", "--show-toplevel")
    prefix = git(folder, "rev-parse", "--show-prefix")
    if top is None or prefix is None:
        raise _no_folder(folder, commit)
    data = PurePosixPath(os.fsdecode(prefix).rstrip("\n"))
    wanted = [str(path) for path in (data, data.parent / "docs")]
    root = Path(os.fsdecode(top).rstrip("\n"))
    # Not `git archive`: it leaves out and converts as .gitattributes say, and runs their filters.
    files = dict(_files(root, commit, wanted))
    if not any(PurePosixPath(path).is_relative_to(data) for path in files):
        raise _no_folder(folder, commit)
    contents = blobs(root, [*files.values()])
    for path, name in files.items():
        if name in contents:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(contents[name])
    return out / data


def _files(root: Path, commit: str, folders: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a commit; not links, which might lead out of the folder."""
    said = git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders) or b""
    for entry in said.split(b"\0")[:-1]:
        known, _, path = os.fsdecode(entry).partition("\t")
        mode, _, name = known.split(" ")
        if mode.startswith("100") and ".." not in PurePosixPath(path).parts:
            yield path, name


def _no_folder(folder: Path, commit: str) -> NoCommitError:
    return NoCommitError(
        f"คอมมิต {commit[:10]} ไม่มีโฟลเดอร์ {folder}", f"commit {commit[:10]} has no folder {folder}"
    )
