"""The assessment of one small agency under every checklist (see ``golden/README.md``)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from given import ROOT, a_folder
from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine
from oit.data.checklist import available, load
from oit.forms import FORMS
from oit.thai.calendar import ERA

GOLDEN = ROOT / "tests/golden"
CONTENTS: dict[str, str] = yaml.safe_load((GOLDEN / "agency.yml").read_text(encoding="utf-8"))


def assessment_of(name: str, year: int, folder: Path) -> Assessment:
    """Assess the agency on 15 April of the year."""
    path = available()[name, year]
    checklist, _, _ = load(path, path.name)
    assert checklist
    # The lists that name no kinds are for all; a municipality stands for them.
    kind = (*checklist.kinds, "municipality")[0]
    files = {"data/agency.yml": f"name: หน่วยงานทอง\nkind: {kind}\nchecklist: {name}\n"}
    for item in checklist.items:
        file_year = item.folder_year(year)
        text = CONTENTS.get(item.form, "").replace("THIS", f"{file_year}")
        # The file may be of the year before, and so is what it calls this year.
        files[f"data/{file_year}/{item.file_name}"] = text.replace("LAST", f"{file_year - 1}")
    filled = {file: text for file, text in files.items() if text}
    return examine(a_folder(folder, filled), date(year - ERA, 4, 15), year)


def lines_of(assessment: Assessment) -> Iterator[str]:
    """Yield a line for each item, ``O2 partial · missing deputies``."""
    for result in assessment.items:
        lacking = ", ".join(f"{each.status} {each.element.id}" for each in result.lacking)
        yield " · ".join(filter(None, [f"{result.item.id} {result.status}", lacking]))


@pytest.mark.parametrize(("name", "year"), sorted(available()))
def test_the_assessment_under_a_list(
    name: str, year: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assessment = assessment_of(name, year, tmp_path)
    assert errors_in([assessment]) == []
    text = "\n".join(lines_of(assessment)) + "\n"
    expected = GOLDEN / f"expected/{name}-{year}.txt"
    if request.config.getoption("--write-golden"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_there_is_no_golden_file_without_a_list() -> None:
    listed = {f"{name}-{year}" for name, year in available()}
    assert {path.stem for path in (GOLDEN / "expected").iterdir()} == listed


def test_the_agency_publishes_nothing_of_an_unknown_form() -> None:
    assert set(CONTENTS) <= set(FORMS)
