"""The checklists that an agency is assessed against, one a year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from oit.data.checklist import DEFAULT_CHECKLIST, Checklist, available, load
from oit.data.folder import DataFolder
from oit.findings.codes import no_checklist, provisional_list
from oit.findings.finding import Finding, Place, Severity
from oit.forms.agency import Agency
from oit.forms.reading import place_of
from oit.source import SourceFile


@dataclass(frozen=True)
class ChecklistFile:
    """The checklist of a year as its file has it."""

    checklist: Checklist | None
    """``None`` if there is no such file, or if it cannot be read."""
    document: SourceFile
    findings: tuple[Finding, ...] = ()
    is_own: bool = False
    """Whether the file is the agency's own, not the program's."""

    @property
    def is_replaced(self) -> bool:
        """Whether this is a provisional list, and the program has the real one."""
        checklist = self.checklist
        return (
            self.is_own
            and checklist is not None
            and bool(checklist.provisional)
            and (checklist.checklist, checklist.year) in available()
        )

    @property
    def usable(self) -> Checklist | None:
        """The checklist, if nothing is wrong with it."""
        is_faulty = any(finding.severity is Severity.ERROR for finding in self.findings)
        return None if is_faulty else self.checklist


class Checklists:
    """The checklists of an agency's sector; each file is read once."""

    def __init__(self, folder: DataFolder, agency: Agency | None) -> None:
        self._folder = folder
        self._name = (agency.checklist if agency else None) or DEFAULT_CHECKLIST
        self._known = available(folder.path)
        self._files: dict[int, ChecklistFile] = {}

    def has(self, year: int) -> bool:
        """Tell whether there is a checklist for a year."""
        return (self._name, year) in self._known

    def of(self, year: int) -> ChecklistFile:
        """Return the checklist of a year: the agency's own if it has one."""
        if year not in self._files:
            path = self._known.get((self._name, year))
            self._files[year] = read_list(self._folder, path) if path else self._missing(year)
        return self._files[year]

    def _missing(self, year: int) -> ChecklistFile:
        document = SourceFile(self._folder.shown(self._folder.path / str(year)))
        listed = ", ".join(f"{name}-{of_year}" for name, of_year in sorted(self._known))
        place = Place(document.file)
        finding = no_checklist.CODE.at(place, checklist=self._name, year=year, known=listed)
        return ChecklistFile(None, document, (finding,))


def read_list(folder: DataFolder, path: Path) -> ChecklistFile:
    """Read one of the checklists that a data folder can use."""
    is_own = path.is_relative_to(folder.path)
    checklist, document, findings = load(path, folder.shown(path) if is_own else path.name)
    file = ChecklistFile(checklist, document, tuple(findings), is_own)
    return replace(file, findings=(*findings, *_provisional(file)))


def _provisional(file: ChecklistFile) -> Iterator[Finding]:
    """Say that a list is provisional, or that the program has the real one."""
    caution = file.checklist.caution if file.checklist else None
    if file.checklist is None or caution is None:
        return
    place = place_of(("provisional",), file.document)
    if file.is_replaced:
        yield provisional_list.REPLACED.at(place, year=file.checklist.year)
    else:
        yield provisional_list.CODE.at(place, sentence=caution)
