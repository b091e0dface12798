"""Somebody who starts a site of their own, and an editor that uncomments lines."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.cli.main import main
from oit.data.folder import DataFolder

TODAY = date(2026, 4, 1)


class Result(NamedTuple):
    """The exit status of a command and its output."""

    status: int
    out: str
    err: str


@dataclass
class Newcomer:
    """A folder to start in, and the commands."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def site(self) -> Path:
        """The repository."""
        return self.folder / "site-of-ours"

    @property
    def data(self) -> Path:
        """Its data folder."""
        return self.site / "data"

    def call(self, *arguments: str, lang: str = "th") -> Result:
        """Call one of the commands."""
        status = main([*arguments, "--lang", lang])
        return Result(status, *self.capsys.readouterr())

    def init(self, lang: str = "th", **given: str) -> Result:
        """Make the repository, of a municipality unless given otherwise."""
        usual = {"name": "เทศบาลตำบลใหม่", "kind": "municipality", "province": "ตัวอย่าง"}
        options = {**usual, "year": "2569", **given}
        pairs = [f"--{name}={value}" for name, value in options.items() if value]
        return self.call("init", str(self.site), *pairs, lang=lang)

    def on_data(self, *arguments: str, lang: str = "th") -> Result:
        """Call a command on the repository's data."""
        return self.call(*arguments, "--data", str(self.data), lang=lang)

    def write(self, path: str, text: str) -> None:
        """Write a file of the data folder, with the line endings of the text."""
        file = self.data / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")

    def read(self, path: str) -> str:
        """Read a file of the data folder."""
        return (self.data / path).read_bytes().decode()

    def check(self, year: int | None = None) -> Assessment:
        """Assess the data."""
        return examine(DataFolder(self.data, self.site), TODAY, year)


def uncommented(text: str) -> str:
    """Remove one comment sign from each line, as editors do when the whole file is selected."""
    modeline, *lines = text.split("\n")
    return "\n".join([modeline, *(re.sub("^#(?:#| |$)", _one_less, line) for line in lines)])


def _one_less(match: re.Match[str]) -> str:
    return "#" if match[0] == "##" else ""
