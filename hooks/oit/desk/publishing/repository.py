"""The agency's git repository: what changed in it, commits, and sending them on.

Git is called without a shell, with none of the variables that would send it elsewhere, and it
never waits for a password. What it says is turned into words.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.desk.publishing.job import StoppedError
from oit.views.changes.git import NO_REPOSITORY, SHALLOW, fault_of

_SECONDS = 120
"""The time for one call of git, the repository's hooks included."""
_SECONDS_TO_SEND = 900
_LINES = 12
"""How many of the last lines that git says are shown."""
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GCM_INTERACTIVE": "never",
    "SSH_ASKPASS_REQUIRE": "never",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_MERGE_AUTOEDIT": "no",
}
_SLOW = ("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60")
_WITHOUT_QUESTIONS = "-o BatchMode=yes -o ConnectTimeout=20"
# What is being written, by us or by Office, beside what it will become.
_UNFINISHED = (":(exclude,glob)**/.new-*", ":(exclude,glob)**/~$*")

_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
"""What git keeps while something is not finished that no other commit may interrupt."""
_CRUD = re.compile(r"[\x00-\x1f\x7f<>]")


class Done(NamedTuple):
    """A finished call of git."""

    status: int | None
    """``None`` if it took too long and was ended."""
    out: bytes
    err: str

    @property
    def is_good(self) -> bool:
        """Whether it did what it was called for."""
        return self.status == 0

    @property
    def words(self) -> tuple[str, ...]:
        """The last lines of what it said."""
        text = f"{self.err}\n{self.out.decode('utf-8', 'replace')}"
        return tuple(line for line in text.splitlines() if line.strip())[-_LINES:]


class Entry(NamedTuple):
    """A file that differs from the last commit."""

    status: str
    """Two letters of ``git status``."""
    path: str
    """From the root of the repository."""

    @property
    def verb(self) -> Bilingual:
        """What was done to it."""
        if "D" in self.status:
            return Bilingual("ลบ", "removed")
        if self.status == "??" or "A" in self.status:
            return Bilingual("เพิ่ม", "added")
        return Bilingual("แก้", "changed")


class Author(NamedTuple):
    """In whose name a commit is made."""

    name: str
    email: str

    @classmethod
    def of(cls, name: str, email: str) -> "Author":
        """Make an author of any texts: git refuses some characters, and empty names."""
        name = " ".join(_CRUD.sub(" ", name).split()).strip(".,:;'\"\\ ")
        email = re.sub(r"\s", "", _CRUD.sub("", email))
        return cls(name or "oit desk", email or "desk@desk.invalid")


class Upstream(NamedTuple):
    """Where commits of the current branch are sent."""

    remote: str
    ref: str
    is_set: bool
    """Whether the branch names it itself."""


@dataclass(frozen=True)
class Repository:
    """A repository, and the folders in it that the desk may commit."""

    folder: Path
    """Where git is called; the folders are below it."""
    top: Path
    folders: tuple[str, ...]
    """From ``folder``."""

    def changed(self) -> list[Entry]:
        """Return the files of the folders that differ from the last commit.

        Raises:
            StoppedError: git cannot tell.
        """
        return self._status(*self._paths())

    def commit(self, author: Author, message: str) -> str:
        """Commit what changed in the folders, and nothing else that is staged; return its hash.

        Hooks of the repository run, as they do for everybody else.

        Raises:
            StoppedError: it cannot be committed.
        """
        self._check_ready()
        changed = self.changed()
        nested = next((entry.path for entry in changed if entry.path.endswith("/")), None)
        if nested:
            raise StoppedError(f"ในโฟลเดอร์ {nested} มีที่เก็บ git ซ้อนอยู่ ให้ผู้ดูแลระบบย้ายออกก่อน")
        # Git refuses the name of a folder in which nothing differs and nothing is known.
        own = [name for name in self.folders if any(self._is_in(name, e) for e in changed)]
        added = self._git("add", "--all", *self._paths(own))
        if not added.is_good:
            raise _stopped("เตรียมไฟล์เข้า git ไม่ได้", added)
        how = ("--only", "--quiet", f"--message={message}", *self._paths(own))
        done = self._git("commit", *how, environment=self._names(author))
        if not done.is_good:
            raise _stopped("เก็บรุ่น (commit) ไม่ได้ อาจเพราะเงื่อนไขที่ผู้ดูแลระบบตั้งไว้ (hook)", done)
        return self.head()

    def head(self) -> str:
        """Return the hash of the last commit; empty if there is none."""
        return self._text("rev-parse", "--verify", "--quiet", "HEAD")

    def identity(self) -> Author | None:
        """Return who git is configured for on this machine; ``None`` if for nobody."""
        name, email = self._text("config", "user.name"), self._text("config", "user.email")
        return Author.of(name, email) if name and email else None

    def contents(self, paths: Sequence[str]) -> dict[str, bytes]:
        """Return what files were in the last commit; those that were not are left out."""
        calls = ((path, self._git("cat-file", "blob", f"HEAD:{path}")) for path in paths)
        return {path: done.out for path, done in calls if done.is_good}

    def upstream(self) -> Upstream | None:
        """Return where commits are sent; ``None`` if nothing says it."""
        branch = self._text("symbolic-ref", "--quiet", "--short", "HEAD")
        if not branch:
            return None
        remote = self._text("config", f"branch.{branch}.remote")
        ref = self._text("config", f"branch.{branch}.merge")
        if remote and ref:
            return Upstream(remote, ref, is_set=True)
        remotes = self._text("remote").split("\n")
        only = remotes[0] if len(remotes) == 1 else ""
        return Upstream(only, f"refs/heads/{branch}", is_set=False) if only else None

    def unsent(self) -> int:
        """Return how many commits were not sent yet, as far as this machine knows."""
        count = self._text("rev-list", "--count", "@{upstream}..HEAD")
        return int(count) if count.isdecimal() else 0

    def send(self, upstream: Upstream) -> Done:
        """Send the commits of the current branch."""
        how = ["--porcelain", "--no-recurse-submodules"]
        how += [] if upstream.is_set else ["--set-upstream"]
        return self._over_network("push", *how, "--", upstream.remote, f"HEAD:{upstream.ref}")

    def merge(self, upstream: Upstream, author: Author) -> tuple[str, ...]:
        """Take over the commits that others have sent; return the files that they changed.

        It is done only if they changed other files than we did.

        Raises:
            StoppedError: somebody has to decide, or git cannot do it.
        """
        what = ("--no-tags", "--no-recurse-submodules", "--", upstream.remote, upstream.ref)
        fetched = self._over_network("fetch", *what)
        if not fetched.is_good:
            raise explained(fetched)
        head = self._text("rev-parse", "--verify", "--quiet", "FETCH_HEAD")
        base = self._text("merge-base", "HEAD", head)
        if not base:
            raise StoppedError("ที่เก็บปลายทางมีประวัติคนละชุดกับเครื่องนี้ ให้ผู้ดูแลระบบตรวจ")
        ours, theirs = self._between(base, "HEAD"), self._between(base, head)
        ours |= {entry.path for entry in self._status()}
        if both := sorted(theirs & ours):
            raise StoppedError(
                "มีผู้ส่งการแก้ไขไฟล์เดียวกันขึ้นไปก่อน โปรแกรมไม่รวมให้เองเพราะอาจทับงานกัน"
                " ให้ผู้ดูแลระบบรวม (git pull) แล้วกดเผยแพร่อีกครั้ง รุ่นของท่านเก็บไว้ในเครื่องนี้แล้ว",
                both[:_LINES],
            )
        names = self._names(author)
        how = ("--no-edit", "--quiet", "--message=รวมการแก้ไขที่ผู้อื่นส่งขึ้นไปก่อน")
        done = self._git("merge", *how, head, environment=names)
        if not done.is_good:
            self._git("merge", "--abort")
            raise _stopped("รวมการแก้ไขของผู้อื่นไม่ได้ ให้ผู้ดูแลระบบรวม (git pull)", done)
        return tuple(sorted(theirs))

    def _between(self, old: str, new: str) -> set[str]:
        done = self._git(
            "diff", "--name-only", "--no-relative", "--no-renames", "-z", old, new, "--"
        )
        if not done.is_good:
            raise _stopped("git เทียบรุ่นไม่ได้", done)
        return {*os.fsdecode(done.out).split("\0")[:-1]}

    def _status(self, *paths: str) -> list[Entry]:
        done = self._git("status", "--porcelain=v1", "-z", "-uall", "--no-renames", *paths)
        if not done.is_good:
            raise _stopped("git บอกไม่ได้ว่าอะไรเปลี่ยน", done)
        entries = os.fsdecode(done.out).split("\0")[:-1]
        return [Entry(entry[:2], entry[3:]) for entry in entries]

    def _check_ready(self) -> None:
        for name in (
            "MERGE_HEAD",
            "CHERRY_PICK_HEAD",
            "REVERT_HEAD",
            "rebase-merge",
            "rebase-apply",
        ):
            path = self._text("rev-parse", "--git-path", name)
            if path and (self.folder / path).exists():
                text = "ใน git มีการรวมงานค้างอยู่ ให้ผู้ดูแลระบบทำให้เสร็จหรือยกเลิกก่อน"
                raise StoppedError(text, [name])
        if not self._text("symbolic-ref", "--quiet", "HEAD"):
            text = "git ไม่ได้อยู่ที่กิ่งใด (detached HEAD) ให้ผู้ดูแลระบบเลือกกิ่งก่อน"
            raise StoppedError(text)

    def _is_in(self, name: str, entry: Entry) -> bool:
        return (self.top / entry.path).is_relative_to(self.folder / name)

    def _paths(self, folders: Sequence[str] | None = None) -> list[str]:
        """Return the arguments that limit a command to the folders."""
        names = self.folders if folders is None else folders
        return ["--", *(f":(literal){name}" for name in names), *_UNFINISHED]

    def _names(self, author: Author) -> dict[str, str]:
        """Return the variables that name an author; the committer is who is configured."""
        names = {"GIT_AUTHOR_NAME": author.name, "GIT_AUTHOR_EMAIL": author.email}
        if self.identity() is None:
            names |= {"GIT_COMMITTER_NAME": author.name, "GIT_COMMITTER_EMAIL": author.email}
        return names

    def _over_network(self, *arguments: str) -> Done:
        ssh = self._text("config", "core.sshCommand") or "ssh"
        # Other programs than OpenSSH have other options.
        is_known = Path(ssh.split()[0]).stem.lower() == "ssh"
        environment = {"GIT_SSH_COMMAND": f"{ssh} {_WITHOUT_QUESTIONS}"} if is_known else {}
        return self._git(*_SLOW, *arguments, seconds=_SECONDS_TO_SEND, environment=environment)

    def _text(self, *arguments: str) -> str:
        done = self._git(*arguments)
        return os.fsdecode(done.out).strip() if done.is_good else ""

    def _git(
        self, *arguments: str, seconds: int = 0, environment: Mapping[str, str] | None = None
    ) -> Done:
        return _run(self.folder, arguments, seconds or _SECONDS, environment or {})


def repository_of(data: Path, folders: Sequence[Path]) -> Repository | Bilingual:
    """Return the repository that holds the data, or say why there is none.

    Args:
        data: the data folder.
        folders: the folders that may be committed, below that of the data folder.
    """
    fault = fault_of(data)
    if fault is not None and fault is not SHALLOW:
        return fault
    folder = data.absolute().parent
    done = _run(folder, ("rev-parse", "--show-toplevel"), _SECONDS, {})
    if not done.is_good:
        return NO_REPOSITORY
    top = Path(os.fsdecode(done.out).rstrip("\r\n"))
    # Git names the root without links.
    names = [path.absolute().relative_to(folder).as_posix() for path in folders]
    return Repository(folder.resolve(), top.resolve(), tuple(names))


def explained(done: Done) -> StoppedError:
    """Say why commits were not sent or fetched, and what to do."""
    text = "\n".join(done.words)
    if done.status is None:
        words = "ปลายทางไม่ตอบภายในเวลา ลองใหม่ภายหลัง"
    else:
        found = (words for pattern, words in _REASONS if pattern.search(text))
        words = next(found, "ส่งไปยังปลายทางไม่ได้ ให้ผู้ดูแลระบบดูรายละเอียด")
    return StoppedError(words, done.words)


def is_behind(done: Done) -> bool:
    """Tell whether commits were refused because others have sent theirs first."""
    return bool(_BEHIND.search("\n".join(done.words)))


_BEHIND = re.compile(r"\((?:fetch first|non-fast-forward|stale info)\)|cannot lock ref")
_REASONS = (
    (
        re.compile(
            r"terminal prompts disabled|could not read (?:Username|Password)|Authentication failed"
            r"|Permission denied|Host key verification failed|Invalid username|error: 40[13]"
            r"|Repository not found",
            re.IGNORECASE,
        ),
        "ปลายทางไม่รับ: เครื่องนี้ยังไม่มีสิทธิ์ส่ง (รหัสผ่านหรือกุญแจ) ให้ผู้ดูแลระบบตั้งสิทธิ์ของเครื่องนี้ก่อน",
    ),
    (
        re.compile(
            r"Could not resolve|Network is unreachable|Connection (?:refused|timed out|reset)"
            r"|Failed to connect|Couldn't connect|No route to host|Operation timed out"
            r"|unable to access",
            re.IGNORECASE,
        ),
        "ต่อกับปลายทางไม่ได้ ตรวจอินเทอร์เน็ตแล้วลองใหม่ รุ่นที่เก็บแล้วอยู่ในเครื่องนี้ครบ",
    ),
    (
        re.compile(
            r"does not appear to be a git repository|No such remote|not found", re.IGNORECASE
        ),
        "ไม่พบที่เก็บปลายทาง ให้ผู้ดูแลระบบตรวจที่อยู่ (git remote -v)",
    ),
    (
        re.compile(r"hook declined|protected branch|GH\d{3}|\[remote rejected\]", re.IGNORECASE),
        "ปลายทางไม่รับตามเงื่อนไขที่ตั้งไว้ ให้ผู้ดูแลระบบดูรายละเอียด",
    ),
    (_BEHIND, "มีผู้ส่งการแก้ไขขึ้นไปก่อน กดเผยแพร่อีกครั้ง"),
)


def _stopped(text: str, done: Done) -> StoppedError:
    if done.status is None:
        text = f"{text}: ไม่เสร็จภายในเวลา"
    elif "index.lock" in done.err:
        text = f"{text}: โปรแกรม git อื่นกำลังทำงาน หรือค้างอยู่ ลองใหม่ภายหลัง"
    return StoppedError(text, done.words)


def _run(
    folder: Path, arguments: Sequence[str], seconds: int, environment: Mapping[str, str]
) -> Done:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, our own words
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - wherever git is installed
            env={**kept, **_ENVIRONMENT, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Without a terminal of its own, no program that git starts can ask there.
            start_new_session=True,
        )
    except OSError as error:
        return Done(127, b"", f"git: {error.strerror}")
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        out, err = process.communicate()
        return Done(None, out, err.decode("utf-8", "replace"))
    return Done(process.returncode, out, err.decode("utf-8", "replace"))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End git and the programs that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
