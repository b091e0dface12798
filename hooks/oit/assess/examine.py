"""From a data folder to assessments: load, check, assess."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from oit.assess import freshness, submitted
from oit.assess.assess import Before, OneFile, assess
from oit.assess.assessment import Assessment, errors_in, in_order
from oit.checks.attested.check import attested_in, check_attested
from oit.checks.attested.word_pages import WordPages
from oit.checks.evidence.check import check_evidence, evidence_in
from oit.checks.personal.allowed import Allowance
from oit.checks.personal.check import PersonalData, check_personal_data
from oit.checks.personal.files import PublishedFiles
from oit.checks.possible import coordinates
from oit.checks.published.check import check_published
from oit.checks.rules.lint import linted
from oit.data.checklist import DEFAULT_CHECKLIST, empty
from oit.data.folder import DataFolder
from oit.data.load import Loaded, agency_file_of, load
from oit.findings.codes import no_data, odd_name
from oit.findings.finding import Finding, Place
from oit.forms.agency import Agency
from oit.source import SourceFile

_ABOUT_NAMES = (odd_name.CODE, odd_name.TWIN)


@dataclass(frozen=True)
class Examined:
    """A year as it was examined, with what it takes to examine one of its files again."""

    loaded: Loaded
    assessed: Assessment
    """Before the checks that look at every item."""
    assessment: Assessment
    published: PublishedFiles
    word_pages: WordPages


def examine(folder: DataFolder, day: date, year: int | None = None) -> Assessment:
    """Assess one year, by default the current one.

    Data that cannot be read gives an assessment without items, whose findings say why.
    """
    return examined(folder, day, year).assessment


def examined(
    folder: DataFolder, day: date, year: int | None = None, before: Examined | None = None
) -> Examined:
    """Assess one year as ``examine`` does, and keep what ``with_document`` needs.

    All files are read; what has not changed since it was examined before is not assessed again.
    """
    published, word_pages, loaded = _checked(folder, None if year is None else [year])
    chosen = (loaded.current_year or 0) if year is None else year
    findings = [*loaded.findings, *_no_year(loaded, year)]
    assessed = _assessed(loaded, chosen, day, findings, before=_before(before, chosen))
    return Examined(loaded, assessed, _finished(assessed, loaded), published, word_pages)


def _before(known: Examined | None, year: int) -> Before | None:
    data = known.loaded.years.get(year) if known else None
    return Before(data, known.assessed) if known and data else None


def with_document(known: Examined, path: Path, document: SourceFile) -> Assessment:
    """Return a year's assessment as it would be if one of its files were a document.

    What it says of that file and its items is what ``examine`` would say. What it says of other
    files may be incomplete or out of date: they are not read again.

    Args:
        known: the year.
        path: the file of an item, agency.yml, or the ita.yml or review.yml of the year.
        document: its new contents; its name is that of the file in findings.
    """
    loaded, before = known.loaded, known.assessed
    personal = PersonalData(loaded.folder, Allowance(loaded.allow_list), known.published)
    if path == loaded.folder.path / "agency.yml":
        file = agency_file_of(document, loaded.folder)
        kept = [f for f in known.assessment.general_findings if not _is_said_in(document, f)]
        new = (*file.findings, *personal.in_agency_file(file), *coordinates.of_agency(file))
        return replace(known.assessment, general_findings=tuple(in_order([*kept, *new])))
    data = loaded.years.get(before.year)
    if data is None or loaded.reader is None:
        return known.assessment
    data = loaded.reader.with_document(data, path, document)
    data = personal.in_one_file(data, document.file)
    data = evidence_in(data, {document.file}, loaded.folder.docs, known.published)
    data = attested_in(data, {document.file}, loaded.folder.docs, known.word_pages)
    others = [
        result
        for result in before.items
        if result.item.id not in data.records
        or data.records[result.item.id].document.file != document.file
    ]
    loaded = replace(loaded, years={**loaded.years, before.year: data})
    only = OneFile(document.file, others)
    assessed = _assessed(loaded, before.year, before.today, [*loaded.findings], only)
    return _finished(assessed, loaded)


def _is_said_in(document: SourceFile, finding: Finding) -> bool:
    """Tell whether a finding is about the contents of a file, not about its name."""
    return finding.place.file == document.file and finding.code not in _ABOUT_NAMES


def examine_all(folder: DataFolder, day: date) -> list[Assessment]:
    """Assess every year of the folder, the current one first; never an empty list.

    If the current year cannot be assessed, the other years are left out.
    """
    loaded = load_checked(folder, folder.years())
    current = loaded.current_year or 0
    findings = [*loaded.findings, *_no_year(loaded, None)]
    first = _finished(_assessed(loaded, current, day, findings), loaded)
    if errors_in([first]) and not first.items:
        return [first]
    others = (year for year in loaded.known_years if year != current)
    return [first, *(_finished(_assessed(loaded, year, day, []), loaded) for year in others)]


def load_checked(folder: DataFolder, years: Iterable[int] | None = None) -> Loaded:
    """Load some years, with the findings of all checks that need no assessment.

    Without ``years``, the current year is loaded.
    """
    return _checked(folder, years)[2]


def _checked(
    folder: DataFolder, years: Iterable[int] | None
) -> tuple[PublishedFiles, WordPages, Loaded]:
    loaded = _check_checklists(load(folder, years))
    allowance = Allowance(loaded.allow_list)
    published = PublishedFiles(folder, allowance.in_full)
    loaded = check_personal_data(loaded, allowance, published)
    loaded = check_published(check_evidence(loaded, published))
    published.save()
    word_pages = WordPages(folder)
    loaded = check_attested(loaded, word_pages)
    word_pages.save()
    odd = coordinates.of_agency(loaded.agency_file)
    return published, word_pages, replace(loaded, findings=(*loaded.findings, *odd))


def _check_checklists(loaded: Loaded) -> Loaded:
    """Lint the agency's own checklists, and drop the years whose checklist has faults.

    The program's checklists are linted by its tests.
    """
    lists = {year: linted(file) for year, file in loaded.checklists.items()}
    years = {year: data for year, data in loaded.years.items() if lists[year].usable}
    return replace(loaded, checklists=lists, years=years)


def _assessed(  # noqa: PLR0913 - a year again, or only what has changed of it
    loaded: Loaded,
    year: int,
    day: date,
    findings: list[Finding],
    only: OneFile | None = None,
    *,
    before: Before | None = None,
) -> Assessment:
    """Assess a year, or one of its files again; ``findings`` belong to no year."""
    if year in loaded.checklists:
        findings = [*findings, *loaded.checklists[year].findings]
    data = loaded.years.get(year)
    if data is None:
        return _nothing(loaded.agency, year, day, findings)
    assessment = assess(data, day, tuple(findings), only, before=before)
    return replace(assessment, submitted=loaded.submitted[year])


def _finished(assessment: Assessment, loaded: Loaded) -> Assessment:
    """Add what follows from every item of a year."""
    if assessment.year not in loaded.years:
        return assessment
    if assessment.year == loaded.current_year:
        # Nobody reviews the items of a past year.
        assessment = freshness.reviewed(assessment)
    general = [*assessment.general_findings, *submitted.broken_addresses(loaded.folder, assessment)]
    return replace(assessment, general_findings=tuple(in_order(general)))


def _nothing(agency: Agency | None, year: int, day: date, findings: list[Finding]) -> Assessment:
    unknown = agency or Agency(name="?", kind="other")
    # The year 0 means no year.
    checklist = empty(unknown.checklist or DEFAULT_CHECKLIST, year)
    return Assessment(unknown, checklist, day, (), tuple(in_order(findings)))


def _no_year(loaded: Loaded, year: int | None) -> list[Finding]:
    """Report that the folder has no year, or not the given one."""
    folder, known = loaded.folder, loaded.known_years
    shown = folder.shown(folder.path)
    # A missing folder is already reported, for its agency.yml.
    if not folder.path.is_dir() or (known if year is None else year in known):
        return []
    if year is None:
        return [no_data.NO_YEAR.at(Place(shown), folder=shown)]
    listed = ", ".join(map(str, known))
    return [no_data.UNKNOWN_YEAR.at(Place(shown), year=year, known=listed)]
