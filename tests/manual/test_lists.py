"""The page that compares the checklists counts what their files have."""

import re

import pytest
import yaml

from manual.generated import GENERATED
from oit.data.checklist import BASES, available

ROWS = {
    match[1]: [int(cell) for cell in match[2].split("|") if cell.strip()]
    for match in re.finditer(
        r"(?m)^\| \d+ \| .* `([a-z-]+-\d+)` \|(.*)\|$", GENERATED["lists/index.md"]
    )
}


def test_every_list_of_the_program_has_a_row() -> None:
    assert set(ROWS) == {f"{name}-{year}" for name, year in available()}


@pytest.mark.parametrize(("name", "year"), sorted(available()))
def test_a_row_counts_items_and_elements_by_basis(name: str, year: int) -> None:
    text = available()[name, year].read_text(encoding="utf-8")
    items = yaml.safe_load(text)["items"]
    # What an element does not say, its item says.
    bases = [
        element.get("basis", item.get("basis", "inferred"))
        for item in items
        for element in item["elements"]
    ]
    counts = [bases.count(basis) for basis in BASES]
    assert ROWS[f"{name}-{year}"] == [len(items), len(bases), *counts]
    assert sum(counts) == len(bases)
