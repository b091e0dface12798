"""A git repository for tests."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Repository:
    """A folder under version control; each commit is dated a day after the last."""

    folder: Path
    day: int = field(default=0)

    @classmethod
    def make(cls, folder: Path) -> "Repository":
        """Make an empty repository."""
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder)
        made.git("init", "--quiet", "--initial-branch=main")
        return made

    def commit(self, subject: str) -> str:
        """Commit everything; return the hash."""
        self.day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "-m", subject)
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *arguments: str) -> str:
        """Call git without anybody's settings."""
        moment = f"2026-03-{max(self.day, 1):02}T09:00:00+0700"
        known = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "ผู้แก้",
            "GIT_AUTHOR_EMAIL": "someone@lek.example",
            "GIT_COMMITTER_NAME": "ผู้แก้",
            "GIT_COMMITTER_EMAIL": "someone@lek.example",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        }
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            env={**os.environ, **known},
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout
