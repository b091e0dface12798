"""The files of a year's items: what a workbook has a sheet for each of."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from oit.assessment import Assessment, ItemResult
from oit.folder import DataFolder
from oit.forms import FORMS, ita
from oit.forms.base import ItemForm
from oit.source import Document, Mapping, read


@dataclass(frozen=True)
class ItemFile:
    """A file, and the items that read it."""

    path: Path
    name: str
    """The file as the data folder has it: ``2569/o07.yml``."""
    form: type[ItemForm]
    items: tuple[ItemResult, ...]
    document: Document
    digest: str
    """SHA-256 of its bytes; empty where there is no such file."""

    @property
    def owner(self) -> str:
        """Who is responsible for it; empty where nobody is named."""
        owner = self.root.get("owner", "")
        return self.items[0].owner if self.items else owner if isinstance(owner, str) else ""

    @property
    def ids(self) -> str:
        """The numbers of its items: ``O25 O26``; the ITA cycle's file may have none."""
        return " ".join(result.item.id for result in self.items) or "ITA"

    @property
    def title(self) -> str:
        """The name of its first item."""
        title = self.items[0].item.title if self.items else "วงรอบการประเมิน ITA"
        return " ".join(title.split())

    @property
    def root(self) -> Any:
        """What it says."""
        return self.document.root

    @property
    def readable(self) -> bool:
        """Tell whether it could be read, or is not there yet."""
        return bool(self.root) or not self.document.findings


def files_of(folder: DataFolder, assessment: Assessment, name: str = "") -> list[ItemFile]:
    """Return the files of a year's items, or the one of a name, in the order of the checklist."""
    found: dict[Path, list[ItemResult]] = {}
    for result in assessment.items:
        year = assessment.year - (result.item.file_year == "previous")
        found.setdefault(folder.path / str(year) / result.item.file_name, []).append(result)
    if assessment.cycle:
        found.setdefault(folder.path / str(assessment.year) / ita.FILE, [])
    return [
        _file(path, tuple(items), folder)
        for path, items in found.items()
        if name in ("", path.relative_to(folder.path).as_posix())
    ]


def _file(path: Path, items: tuple[ItemResult, ...], folder: DataFolder) -> ItemFile:
    there = path.is_file()
    shown = folder.shown(path)
    return ItemFile(
        path,
        path.relative_to(folder.path).as_posix(),
        FORMS[items[0].item.form] if items else ita.Ita,
        items,
        read(path, folder.path, shown) if there else Document(shown, Mapping()),
        sha256(path.read_bytes()).hexdigest() if there else "",
    )
