"""From a data folder to assessments, whatever state the folder is in."""

from dataclasses import replace
from datetime import date

from oit.assess import freshness, submitted
from oit.assess.assess import assess
from oit.assess.assessment import Assessment, errors_in
from oit.assess.year import read_year
from oit.checks.personal.check import PersonalData
from oit.data.checklist import empty
from oit.data.folder import DEFAULT_CHECKLIST, DataFolder, current_year, read_agency
from oit.findings.codes import no_data
from oit.findings.finding import Finding, Place
from oit.forms.agency import Agency


def examine(folder: DataFolder, day: date, year: int | None = None) -> Assessment:
    """Assess one year, the current one where none is given.

    Data that cannot be read gives an assessment without items, whose findings say why.
    """
    agency, findings = read_agency(folder)
    if agency:
        personal = PersonalData(folder)
        findings = [*findings, *personal.in_agency(agency), *personal.elsewhere()]
        findings += personal.of_allow_list()
        personal.save()
    years = folder.years()
    # Of a folder that is not there at all, ``read_agency`` has told.
    if folder.path.is_dir() and (not years or (year is not None and year not in years)):
        findings = [*findings, _no_year(folder, years, year)]
    chosen = (current_year(folder, agency) or 0) if year is None else year
    if agency is None or chosen not in years:
        return _nothing(agency, chosen, day, findings)
    return _examine_year(folder, agency, chosen, day, findings)


def examine_all(folder: DataFolder, day: date) -> list[Assessment]:
    """Assess every year that the folder has, the current one first; never an empty list."""
    current = examine(folder, day)
    if errors_in([current]) and not current.items:
        return [current]
    others = [year for year in folder.years() if year != current.year]
    return [current, *(_examine_year(folder, current.agency, year, day, []) for year in others)]


def _examine_year(
    folder: DataFolder, agency: Agency, year: int, day: date, findings: list[Finding]
) -> Assessment:
    # The current year is held against its list, whatever little it has.
    is_current = year == current_year(folder, agency)
    history = not is_current and folder.is_history(year)
    data, of_year = read_year(folder, agency, year, history=history)
    everything = (*findings, *of_year)
    if data is None:
        return _nothing(agency, year, day, everything)
    assessment = assess(data, day, everything)
    if is_current:
        # Nobody reviews what is of a year gone by.
        assessment = freshness.reviewed(assessment)
    lost = submitted.broken(folder, assessment)
    return replace(assessment, general_findings=(*assessment.general_findings, *lost))


def _nothing(
    agency: Agency | None, year: int, day: date, findings: list[Finding] | tuple[Finding, ...]
) -> Assessment:
    unknown = agency or Agency(name="?", kind="other")
    name = unknown.checklist or DEFAULT_CHECKLIST
    # A year of 0 means that there is none.
    return Assessment(unknown, empty(name, year), day, (), tuple(findings))


def _no_year(folder: DataFolder, years: list[int], year: int | None) -> Finding:
    shown = folder.shown(folder.path)
    place = Place(shown)
    if year is None:
        return no_data.NO_YEAR.at(place, folder=shown)
    return no_data.UNKNOWN_YEAR.at(place, year=year, known=", ".join(str(y) for y in years))
