"""Read a data folder into one value, each file once.

Nothing is checked here beyond what reading needs: ``oit.checks`` and ``oit.assess`` look at what
was loaded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from oit.bilingual import Bilingual
from oit.data.checklist import DEFAULT_CHECKLIST, Checklist, empty
from oit.data.checklists import ChecklistFile, Checklists
from oit.data.documents import check_file
from oit.data.folder import DataFolder
from oit.data.form_file import FormFile, form_file_of, read_optional
from oit.data.pictures import Pictures, check_logo, unusable, without_pictures
from oit.data.year import YearData, YearReader
from oit.findings.codes import link, no_data, not_https
from oit.findings.finding import Finding, Place
from oit.forms.agency import Agency
from oit.forms.allowed import AllowList
from oit.forms.submitted import FILE as SUBMITTED
from oit.forms.submitted import Submitted
from oit.source import SourceFile, read

ALLOW_LIST = "allowed.yml"


@dataclass(frozen=True)
class Loaded:
    """What a data folder says about its agency and about some of its years."""

    folder: DataFolder
    agency_file: FormFile[Agency]
    allow_list: FormFile[AllowList]
    known_years: tuple[int, ...] = ()
    """The years that the folder has, the newest first, loaded or not."""
    current_year: int | None = None
    """The year that the agency prepares; ``None`` if the folder has no year."""
    checklists: Mapping[int, ChecklistFile] = field(default_factory=dict)
    """What each loaded year is assessed against."""
    years: Mapping[int, YearData] = field(default_factory=dict)
    """The loaded years whose checklist is usable."""
    submitted: Mapping[int, FormFile[Submitted]] = field(default_factory=dict)
    """The addresses submitted to the assessors, by year."""
    findings: tuple[Finding, ...] = ()
    """Faults that belong to no year."""
    reader: YearReader | None = None
    """What the years were read by; ``None`` if agency.yml cannot be read."""

    @property
    def agency(self) -> Agency | None:
        """The agency; ``None`` if agency.yml cannot be read."""
        return self.agency_file.form

    def findings_of(self, year: int) -> tuple[Finding, ...]:
        """Return the faults of a loaded year that belong to no item."""
        of_checklist = self.checklists[year].findings if year in self.checklists else ()
        return (*of_checklist, *(self.years[year].findings if year in self.years else ()))


def load(folder: DataFolder, years: Iterable[int] | None = None) -> Loaded:
    """Read the agency, the allow list and some years; without ``years``, the current year.

    Years that the folder does not have are skipped.
    """
    agency_file = _agency_file(folder)
    allow_list = read_allow_list(folder)
    agency, known = agency_file.form, tuple(folder.years())
    checklists = Checklists(folder, agency)
    current = _current_year(folder, known, checklists)
    loaded = Loaded(folder, agency_file, allow_list, known, current, findings=agency_file.findings)
    if agency is None:
        return loaded
    asked = [current] if years is None else years
    return _with_years(loaded, agency, [year for year in known if year in asked], checklists)


def _with_years(
    loaded: Loaded, agency: Agency, years: Iterable[int], checklists: Checklists
) -> Loaded:
    folder, reader = loaded.folder, YearReader(loaded.folder, agency, checklists)
    lists = {year: _checklist_of(year, loaded, checklists) for year in years}
    usable = {year: checklist.usable for year, checklist in lists.items()}
    data = {year: reader.read(year, checklist) for year, checklist in usable.items() if checklist}
    submitted = {
        year: read_optional(Submitted, folder.path / str(year) / SUBMITTED, folder, year)
        for year in data
    }
    return replace(loaded, checklists=lists, years=data, submitted=submitted, reader=reader)


def _checklist_of(year: int, loaded: Loaded, checklists: Checklists) -> ChecklistFile:
    """Return what a year is assessed against.

    A past year with only a turn of the ITA cycle is assessed against no checklist, and the
    current year with nothing else may have none yet.
    """
    is_optional = year != loaded.current_year or not checklists.has(year)
    if is_optional and loaded.folder.is_history(year):
        name = (loaded.agency.checklist if loaded.agency else None) or DEFAULT_CHECKLIST
        return ChecklistFile(empty(name, year), SourceFile(name))
    return checklists.of(year)


def read_agency(folder: DataFolder) -> tuple[Agency | None, list[Finding]]:
    """Read ``agency.yml`` alone."""
    file = _agency_file(folder)
    return file.form, list(file.findings)


def _agency_file(folder: DataFolder) -> FormFile[Agency]:
    path = folder.path / "agency.yml"
    shown = folder.shown(path)
    if not path.is_file():
        finding = no_data.CODE.at(Place(shown), folder=folder.shown(folder.path))
        return FormFile(SourceFile(shown), None, (finding,))
    return agency_file_of(read(path, folder.path, shown), folder)


def agency_file_of(document: SourceFile, folder: DataFolder) -> FormFile[Agency]:
    """Read a document as agency.yml."""
    file = form_file_of(Agency, document)
    if file.form is None:
        return file
    findings = [*_logo_faults(file.form, folder, file.place(("logo",)))]
    form = without_pictures(file.form, unusable(findings))
    findings += _check_address(file, file.form)
    return replace(file, form=form, findings=(*file.findings, *findings))


def _logo_faults(agency: Agency, folder: DataFolder, place: Place) -> Iterator[Finding]:
    """Check the logo, the only file that agency.yml names."""
    if agency.logo is None:
        return
    pictures = Pictures(folder)
    faults = [*check_file(agency.logo, folder.docs, place, pictures)]
    yield from faults
    size = None if faults else pictures.size(folder.docs / agency.logo)
    if size and not isinstance(size, Bilingual):
        yield from check_logo(agency.logo, size, place)
    pictures.save()


def _check_address(file: FormFile[Agency], agency: Agency) -> Iterator[Finding]:
    """Check the site's own address: pages can be below it, and it keeps the promise of HTTPS."""
    if set(agency.site_url or "") & {"?", "#"}:
        yield link.SITE.at(file.place(("site_url",)), text=agency.site_url)
    if agency.https_only and not agency.is_https_only:
        yield not_https.CODE.at(file.place(("site_url",)), address=agency.site_url)


def read_allow_list(folder: DataFolder) -> FormFile[AllowList]:
    """Read the numbers that the agency publishes on purpose."""
    return read_optional(AllowList, folder.path / ALLOW_LIST, folder)


def read_checklist(
    folder: DataFolder, agency: Agency, year: int
) -> tuple[Checklist | None, list[Finding]]:
    """Read the checklist of a year alone."""
    file = Checklists(folder, agency).of(year)
    return file.checklist, list(file.findings)


def current_year(folder: DataFolder, agency: Agency | None) -> int | None:
    """Return the year that the agency prepares: the newest with a checklist or an item's file.

    A new year may begin with its turn of the ITA cycle, before it has a checklist.
    """
    return _current_year(folder, folder.years(), Checklists(folder, agency))


def _current_year(folder: DataFolder, years: Sequence[int], checklists: Checklists) -> int | None:
    ready = (year for year in years if checklists.has(year) or not folder.is_history(year))
    return next(ready, next(iter(years), None))
