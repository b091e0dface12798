"""From a data folder to assessments: load, check, assess."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from oit.assess import freshness, submitted
from oit.assess.assess import assess
from oit.assess.assessment import Assessment, errors_in, in_order
from oit.checks.evidence.check import check_evidence
from oit.checks.personal.allowed import Allowance
from oit.checks.personal.check import check_personal_data
from oit.checks.personal.files import PublishedFiles
from oit.checks.possible import coordinates
from oit.checks.published.check import check_published
from oit.checks.rules.lint import linted
from oit.data.checklist import DEFAULT_CHECKLIST, empty
from oit.data.folder import DataFolder
from oit.data.load import Loaded, load
from oit.findings.codes import no_data
from oit.findings.finding import Finding, Place
from oit.forms.agency import Agency


def examine(folder: DataFolder, day: date, year: int | None = None) -> Assessment:
    """Assess one year, by default the current one.

    Data that cannot be read gives an assessment without items, whose findings say why.
    """
    loaded = load_checked(folder, None if year is None else [year])
    chosen = (loaded.current_year or 0) if year is None else year
    return _assessment(loaded, chosen, day, [*loaded.findings, *_no_year(loaded, year)])


def examine_all(folder: DataFolder, day: date) -> list[Assessment]:
    """Assess every year of the folder, the current one first; never an empty list.

    If the current year cannot be assessed, the other years are left out.
    """
    loaded = load_checked(folder, folder.years())
    current = loaded.current_year or 0
    first = _assessment(loaded, current, day, [*loaded.findings, *_no_year(loaded, None)])
    if errors_in([first]) and not first.items:
        return [first]
    others = (year for year in loaded.known_years if year != current)
    return [first, *(_assessment(loaded, year, day, []) for year in others)]


def load_checked(folder: DataFolder, years: Iterable[int] | None = None) -> Loaded:
    """Load some years, with the findings of all checks that need no assessment.

    Without ``years``, the current year is loaded.
    """
    loaded = _check_checklists(load(folder, years))
    allowance = Allowance(loaded.allow_list)
    published = PublishedFiles(folder, allowance.in_full)
    loaded = check_personal_data(loaded, allowance, published)
    loaded = check_published(check_evidence(loaded, published))
    published.save()
    odd = coordinates.of_agency(loaded.agency_file)
    return replace(loaded, findings=(*loaded.findings, *odd))


def _check_checklists(loaded: Loaded) -> Loaded:
    """Lint the agency's own checklists, and drop the years whose checklist has faults.

    The program's checklists are linted by its tests.
    """
    lists = {year: linted(file) for year, file in loaded.checklists.items()}
    years = {year: data for year, data in loaded.years.items() if lists[year].usable}
    return replace(loaded, checklists=lists, years=years)


def _assessment(loaded: Loaded, year: int, day: date, findings: list[Finding]) -> Assessment:
    """Assess a year; ``findings`` belong to no year."""
    if year in loaded.checklists:
        findings = [*findings, *loaded.checklists[year].findings]
    data = loaded.years.get(year)
    if data is None:
        return _nothing(loaded.agency, year, day, findings)
    assessment = assess(data, day, tuple(findings))
    if year == loaded.current_year:
        # Nobody reviews the items of a past year.
        assessment = freshness.reviewed(assessment)
    assessment = replace(assessment, submitted=loaded.submitted[year])
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
