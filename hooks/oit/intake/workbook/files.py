"""The files that have a sheet in a workbook: a year's items, agency.yml, a review.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from oit.assess.assessment import Assessment, ItemResult
from oit.data.folder import DataFolder
from oit.data.template import RequiredItem
from oit.forms import FORMS, ita, review
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.forms.review import AssessorReview
from oit.source import Mapping as Values
from oit.source import SourceFile, read

_NAMES = {
    ita.Ita: ("ITA", "วงรอบการประเมิน ITA"),
    Agency: ("agency", "ข้อมูลหน่วยงาน"),
    AssessorReview: ("review", "คะแนนและข้อสังเกตของผู้ประเมิน (ไม่เผยแพร่)"),
}
"""Files that belong to no item: the name of the sheet, and its title."""


@dataclass(frozen=True)
class ItemFile:
    """A file, and the items that it belongs to."""

    path: Path
    name: str
    """Its path in the data folder: ``2569/o07.yml``."""
    form: type[Form]
    items: tuple[ItemResult, ...]
    document: SourceFile
    digest: str
    """SHA-256 of its bytes; empty if the file does not exist."""
    asked: tuple[RequiredItem, ...]
    """What the year's checklist requires of it."""
    agency: str
    """The name of the agency."""

    @property
    def owner(self) -> str:
        """Who is responsible for it; empty if nobody is named."""
        if self.items:
            return self.items[0].owner
        # The agency itself is responsible for what belongs to no item.
        owner = self.root.get("owner", "") if "owner" in self.form.model_fields else self.agency
        return owner if isinstance(owner, str) else ""

    @property
    def year(self) -> int | None:
        """The fiscal year of its folder; ``None`` if it belongs to no year."""
        return int(self.path.parent.name) if self.path.parent.name.isdecimal() else None

    @property
    def ids(self) -> str:
        """The ids of its items: ``O25 O26``; without items, a name."""
        return " ".join(result.item.id for result in self.items) or _NAMES[self.form][0]

    @property
    def title(self) -> str:
        """The title of its first item; without items, of the file."""
        title = self.items[0].item.title if self.items else _NAMES[self.form][1]
        return " ".join(title.split())

    @property
    def root(self) -> Any:
        """Its values."""
        return self.document.root

    @property
    def readable(self) -> bool:
        """Whether it could be read; a missing file counts as empty."""
        return bool(self.root) or not self.document.findings


def files_of(
    folder: DataFolder,
    assessment: Assessment,
    name: str = "",
    *,
    known: Mapping[Path, ItemFile] | None = None,
) -> list[ItemFile]:
    """Return agency.yml and the files of a year, in order; with a name, only that file.

    Files that are known to be as they were are not read again.
    """
    found: dict[Path, list[ItemResult]] = {}
    forms: dict[Path, type[Form]] = {}
    for result in assessment.items:
        year = assessment.year - (result.item.file_year == "previous")
        path = folder.path / str(year) / result.item.file_name
        found.setdefault(path, []).append(result)
        forms.setdefault(path, FORMS[result.item.form])
    if assessment.cycle:
        forms.setdefault(folder.path / str(assessment.year) / ita.FILE, ita.Ita)
    reviewed = folder.path / str(assessment.year) / review.FILE
    if reviewed.is_file():
        forms.setdefault(reviewed, AssessorReview)
    if found:
        forms = {folder.path / "agency.yml": Agency, **forms}
    return [
        file_of(
            path,
            form,
            folder,
            assessment,
            tuple(found.get(path, ())),
            known=(known or {}).get(path),
        )
        for path, form in forms.items()
        if name in ("", path.relative_to(folder.path).as_posix())
    ]


def file_of(  # noqa: PLR0913 - the last one is for who has read it before
    path: Path,
    form: type[Form],
    folder: DataFolder,
    assessment: Assessment,
    items: tuple[ItemResult, ...] = (),
    *,
    known: ItemFile | None = None,
) -> ItemFile:
    """Return a file of a year and its items; it need not exist."""
    document, digest = (known.document, known.digest) if known else _read(path, folder)
    return ItemFile(
        path,
        path.relative_to(folder.path).as_posix(),
        form,
        items,
        document,
        digest,
        tuple(
            RequiredItem(result.item, assessment.year, assessment.agency.kind) for result in items
        ),
        assessment.agency.name,
    )


def _read(path: Path, folder: DataFolder) -> tuple[SourceFile, str]:
    """Return what a file says, and its digest; a missing file says nothing."""
    shown = folder.shown(path)
    if not path.is_file():
        return SourceFile(shown, Values()), ""
    return read(path, folder.path, shown), sha256(path.read_bytes()).hexdigest()
