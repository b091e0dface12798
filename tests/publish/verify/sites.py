"""A site to damage, and the output of the command."""

import shutil
from pathlib import Path
from typing import NamedTuple, Protocol

TODAY = "2569-11-22"
"""The day of the site."""
PAGE = "oit/2569/o7/"


class Outcome(NamedTuple):
    """The output of the command."""

    status: int
    kinds: list[tuple[str, str]]
    """The address and the kind of each fault."""
    out: str
    err: str


class Verify(Protocol):
    """Runs the command."""

    def __call__(self, site: str | Path, data: Path, *more: str) -> Outcome: ...


class Site(NamedTuple):
    """A built site beside its data, for a test to damage."""

    folder: Path
    sound: Path
    run: Verify

    def verify(self, *more: str) -> Outcome:
        """Verify it: by its own data where a test has changed that."""
        own = (self.folder / "data").is_dir()
        return self.run(self.out, (self.folder if own else self.sound) / "data", *more)

    def take_data(self) -> None:
        """Take a copy of the data, for a test to change."""
        for name in ("data", "docs"):
            shutil.copytree(self.sound / name, self.folder / name)
        shutil.copy(self.sound / "mkdocs.yml", self.folder)

    @property
    def out(self) -> Path:
        """The built site."""
        return self.folder / "site"

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def page(self, old: str, new: str, page: str = PAGE) -> None:
        """Change a page."""
        self.replace(f"site/{page}index.html", old, new)
