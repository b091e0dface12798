"""The files of a year, and agency.yml: what a workbook has a sheet for each of."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from oit.assess.assessment import Assessment, ItemResult
from oit.data.folder import DataFolder
from oit.data.template import Asked
from oit.forms import FORMS, ita
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.source import Mapping, SourceFile, read

_CALLED = {ita.Ita: ("ITA", "วงรอบการประเมิน ITA"), Agency: ("agency", "ข้อมูลหน่วยงาน")}
"""Files that belong to no item: the name of the sheet, and what it is called above it."""


@dataclass(frozen=True)
class ItemFile:
    """A file, and the items that read it."""

    path: Path
    name: str
    """The file as the data folder has it: ``2569/o07.yml``."""
    form: type[Form]
    items: tuple[ItemResult, ...]
    document: SourceFile
    digest: str
    """SHA-256 of its bytes; empty where there is no such file."""
    asked: tuple[Asked, ...]
    """What the year's list asks for of it."""

    @property
    def owner(self) -> str:
        """Who is responsible for it; empty where nobody is named."""
        if self.items:
            return self.items[0].owner
        # What concerns the whole agency is everybody's.
        owner = self.root.get("name" if self.form is Agency else "owner", "")
        return owner if isinstance(owner, str) else ""

    @property
    def ids(self) -> str:
        """The numbers of its items: ``O25 O26``; a name where it has none."""
        return " ".join(result.item.id for result in self.items) or _CALLED[self.form][0]

    @property
    def title(self) -> str:
        """The name of its first item, or what it is about."""
        title = self.items[0].item.title if self.items else _CALLED[self.form][1]
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
    """Return the agency's file and those of a year's items, or the one of a name, in order."""
    found: dict[Path, list[ItemResult]] = {}
    forms: dict[Path, type[Form]] = {}
    for result in assessment.items:
        year = assessment.year - (result.item.file_year == "previous")
        path = folder.path / str(year) / result.item.file_name
        found.setdefault(path, []).append(result)
        forms.setdefault(path, FORMS[result.item.form])
    if assessment.cycle:
        forms.setdefault(folder.path / str(assessment.year) / ita.FILE, ita.Ita)
    if found:
        forms = {folder.path / "agency.yml": Agency, **forms}
    return [
        _file(path, form, tuple(found.get(path, ())), folder, assessment)
        for path, form in forms.items()
        if name in ("", path.relative_to(folder.path).as_posix())
    ]


def _file(
    path: Path,
    form: type[Form],
    items: tuple[ItemResult, ...],
    folder: DataFolder,
    assessment: Assessment,
) -> ItemFile:
    there = path.is_file()
    shown = folder.shown(path)
    return ItemFile(
        path,
        path.relative_to(folder.path).as_posix(),
        form,
        items,
        read(path, folder.path, shown) if there else SourceFile(shown, Mapping()),
        sha256(path.read_bytes()).hexdigest() if there else "",
        tuple(Asked(one.item, assessment.year, assessment.agency.kind) for one in items),
    )
