"""The checks of a year's review.yml."""

import pkgutil
from pathlib import Path

import pytest

import oit.checks.review
from given import TODAY, Place, a_folder, places
from oit.assess.examine import examine
from oit.checks.review import CHECKS
from oit.findings.finding import Finding

AGENCY = "name: เทศบาลเล็ก\nkind: municipality\n"
FILE = "data/2569/review.yml"


def found(path: Path, text: str, year: int = 2569) -> list[Finding]:
    """Return what is found in the file of a year; the agency has no items."""
    name = f"data/{year}/review.yml"
    items = {f"data/{year}/o01.yml": ""}
    folder = a_folder(path, {"data/agency.yml": AGENCY, **items, name: text})
    return [f for f in examine(folder, TODAY, year).findings if f.place.file == name]


def test_every_check_of_the_folder_runs() -> None:
    package = oit.checks.review
    assert {module.__name__ for module in CHECKS} == {
        module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    }


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("[{item: O7, score: 50}, {item: O26, score: 100}]", []),
        ("[{item: o07}, {item: O๘, score: ๕๐}, {item: o 9}]", [("OIT517", 1, 46)]),
        ("[{item: O77, score: 50}]", [("OIT517", 1, 10)]),
        ("[{item: MOIT12, score: 50}]", [("OIT517", 1, 10)]),
        ("[{item: O7, score: 50}, {item: O8}, {item: o๐๗, final: 100}]", [("OIT517", 1, 45)]),
    ],
)
def test_an_item_is_one_of_the_year_and_has_one_entry(
    tmp_path: Path, items: str, expected: list[Place]
) -> None:
    assert places(found(tmp_path, f"items: {items}\n")) == expected


def test_an_unknown_item_gets_a_suggestion(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "items: [{item: O77}]\n")
    assert finding.message() == 'ไม่มีข้อ "O77" ในแบบวัดปี 2569 หมายถึง "O7" ใช่หรือไม่'


def test_a_duplicate_names_the_first_line(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "items:\n  - item: O7\n  - item: O7\n")
    assert finding.message("en") == "duplicate item O7; it is already on line 2"


@pytest.mark.parametrize(
    ("year", "score", "reported"),
    [
        (2569, "100", False),
        (2569, "50.00", False),
        (2569, "0", False),
        (2569, "55", True),
        (2567, "100", False),
        (2567, "50", True),  # the framework of 2567 gives all or nothing
    ],
)
@pytest.mark.parametrize("field", ["score", "final"])
def test_a_score_is_one_that_the_framework_of_the_year_gives(
    tmp_path: Path, year: int, score: str, field: str, reported: bool
) -> None:
    findings = found(tmp_path, f"items: [{{item: O7, {field}: {score}}}]\n", year)
    assert [finding.code.id for finding in findings] == ["OIT518"] * reported


@pytest.mark.parametrize("score", ["101", "-1", "ห้าสิบ"])
def test_what_is_no_score_is_refused(tmp_path: Path, score: str) -> None:
    (finding,) = found(tmp_path, f"items: [{{item: O7, score: {score}}}]\n")
    assert finding.code.id == "OIT210"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("opens: 2569-06-01\ncloses: 2569-06-15\n", []),
        ("opens: 2569-06-15\ncloses: 2569-06-15\n", []),
        ("closes: 15 มิ.ย. 69\n", []),
        ("opens: 2569-06-15\ncloses: 2569-06-01\n", [("OIT520", 2, 1)]),
        ("opens: 2568-06-01\ncloses: 2569-06-15\n", [("OIT520", 1, 1)]),
        ("closes: 2569-10-01\n", [("OIT520", 1, 1)]),
    ],
)
def test_the_round_lies_in_the_year_and_ends_after_it_begins(
    tmp_path: Path, text: str, expected: list[Place]
) -> None:
    assert places(found(tmp_path, text)) == expected


def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "items: [{item: O7, remarks: ก}]\n")
    assert finding.code.id == "OIT205"
    assert '"remark"' in finding.message()


def test_a_file_that_cannot_be_read_is_reported_once(tmp_path: Path) -> None:
    findings = found(tmp_path, "items: [\n")
    assert len(findings) == 1


def test_a_year_without_items_checks_its_review_too(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": AGENCY,
            "data/2569/o01.yml": "",
            "data/2568/review.yml": "items: [{item: O99, score: 50}]\n",
        },
    )
    assert folder.is_history(2568)
    findings = examine(folder, TODAY, 2568).findings
    assert [finding.code.id for finding in findings] == ["OIT517"]
