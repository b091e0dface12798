"""The base class of forms with a table."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data.tables.reading import a_table
from oit.forms.annual_plan import AnnualPlan
from oit.forms.parts import PlannedProject
from oit.forms.tabular import positions_by, total


def test_the_rows_of_the_table_replace_the_list(tmp_path: Path) -> None:
    entries = a_table(tmp_path, "name,budget\nปรับปรุงถนน,500\n", PlannedProject).rows()
    plan = AnnualPlan.model_validate({"year": "2569", "rows": "plan.csv"})
    filled = plan.with_entries(entries, [])
    assert getattr(filled, filled.ENTRIES) is entries
    assert filled.year == 2569
    assert plan.projects == []


@pytest.mark.parametrize(
    ("cells", "groups"),
    [
        ([], {}),
        (["ก", "ข", "ก"], {"ก": [0, 2], "ข": [1]}),
        ([None, "ก", None], {None: [0, 2], "ก": [1]}),
    ],
)
def test_positions_are_grouped_in_order(cells: list[Any], groups: dict[Any, list[int]]) -> None:
    assert list(positions_by(cells).items()) == list(groups.items())


@pytest.mark.parametrize(
    ("cells", "positions", "expected"),
    [
        ([Decimal("0.10"), None, Decimal("0.20")], None, Decimal("0.30")),
        ([1, 2, 3], [0, 2], 4),
        ([0, None], None, 0),  # zero is a value
        ([None, None], None, None),
        ([1, None], [1], None),
        ([], None, None),
    ],
)
def test_a_total_ignores_empty_cells(
    cells: list[Any], positions: list[int] | None, expected: Any
) -> None:
    assert total(cells, positions) == expected
