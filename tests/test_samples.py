"""The sample data and the examples are what the manual says of them."""

from pathlib import Path

import pytest

from given import ROOT, TODAY
from oit.assessment import Assessment, ElementStatus, ItemStatus, errors_in
from oit.examine import examine, examine_all
from oit.finding import Severity
from oit.folder import DataFolder
from oit.thai import last_day

EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/data/agency.yml"))
AFTER_2569 = last_day(2569)


@pytest.fixture(scope="module")
def newest() -> Assessment:
    """The sample municipality's fiscal year 2569, on its last day."""
    return examine(DataFolder(ROOT / "data", ROOT), AFTER_2569)


@pytest.fixture(scope="module")
def before() -> Assessment:
    """Its fiscal year 2568, once over."""
    return examine(DataFolder(ROOT / "data", ROOT), AFTER_2569, 2568)


def test_the_sample_shows_each_kind_of_gap_once_and_no_other(newest: Assessment) -> None:
    gaps = [f for f in newest.findings if f.severity is Severity.GAP]
    assert [(f.item, f.element, f.code.id) for f in gaps] == [
        ("O2", "deputies", "OIT203"),
        ("O7", "problems", "OIT201"),
        ("O9", "fee", "OIT202"),
        ("O11", "months", "OIT221"),
        ("O11", "formats", "OIT222"),
        ("O14", "year", "OIT204"),
        ("O24", "", "OIT200"),
    ]


def test_the_sample_shows_warnings_and_no_error(newest: Assessment) -> None:
    warnings = [f for f in newest.findings if f.severity is Severity.WARNING]
    assert [(f.item, f.code.id) for f in warnings] == [("O4", "OIT209"), ("O22", "OIT215")]
    assert errors_in([newest]) == []


def test_the_sample_shows_every_status(newest: Assessment) -> None:
    assert {status for status, count in newest.element_counts.items() if count} == set(
        ElementStatus
    )
    assert newest.item_counts == {
        ItemStatus.COMPLETE: 19,
        ItemStatus.PARTIAL: 4,
        ItemStatus.MISSING: 2,
        ItemStatus.NOT_APPLICABLE: 1,
    }


def test_the_year_before_is_complete(before: Assessment) -> None:
    assert before.findings == ()
    assert before.item_counts[ItemStatus.COMPLETE] == len(before.items) == 28


def test_every_item_of_the_sample_has_an_owner_and_a_date(
    newest: Assessment, before: Assessment
) -> None:
    for result in (*newest.items, *before.items):
        assert result.record is None or (result.owner and result.updated), result.item.id


def test_there_are_examples() -> None:
    assert ROOT / "examples/na-kham/data" in EXAMPLES


@pytest.mark.parametrize("data", EXAMPLES, ids=lambda data: data.parent.name)
def test_an_example_is_read_without_error(data: Path) -> None:
    for assessment in examine_all(DataFolder(data, ROOT), TODAY):
        assert assessment.items
        assert errors_in([assessment]) == []


def test_na_kham_shows_one_item_whole_and_nothing_else() -> None:
    assessment = examine(DataFolder(ROOT / "examples/na-kham/data", ROOT), TODAY)
    o25 = next(result for result in assessment.items if result.item.id == "O25")
    assert {element.status for element in o25.elements} == {ElementStatus.SHOWN}
    assert o25.findings == ()
    others = [result for result in assessment.items if result is not o25]
    assert [result.status for result in others] == [ItemStatus.MISSING] * 25
    assert [f.code.id for f in assessment.findings] == ["OIT200"] * 25
