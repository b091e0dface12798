"""An entry that cannot be shown is not forgotten: the others are not all that there is."""

from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.assessment import ElementStatus, ItemStatus
from oit.assess.examine import examine

AGENCY = "name: เทศบาลตำบลบ้านใหม่\nkind: municipality\n"
GOOD = "{name: ถนน, budget: 1, period: ต.ค. 2568, owner: ช่าง, result: แล้วเสร็จ, spent: 1}"


@pytest.mark.parametrize(
    "entry",
    [
        GOOD.replace("name: ถนน, ", ""),
        GOOD.replace("name: ถนน", "name: ''"),
        GOOD.replace("name: ถนน", "name: [a]"),
        "ถนน",
        "~",
    ],
)
def test_a_list_with_a_dropped_entry_is_there_in_part(tmp_path: Path, entry: str) -> None:
    text = f"year: 2569\nas_of: 2569-03-31\nprojects:\n  - {GOOD}\n  - {entry}\n  - {GOOD}\n"
    folder = a_folder(tmp_path, {"data/agency.yml": AGENCY, "data/2569/o06.yml": text})
    result = next(r for r in examine(folder, TODAY, 2569).items if r.item.id == "O6")
    assert result.status is ItemStatus.PARTIAL
    spent = next(element for element in result.elements if element.element.id == "spent")
    assert spent.status is ElementStatus.PARTIAL
    assert spent.amount is not None
    assert (spent.amount.have, spent.amount.needed) == (2, 3)
    # The fault of the entry is reported; that it is missing is the same.
    assert [f.code.id for f in result.findings if f.place.line == 5] in [["OIT207"], ["OIT206"]]


def test_a_misspelt_field_is_not_missing_contents_too(tmp_path: Path) -> None:
    files = {"data/agency.yml": AGENCY, "data/2565/o01.yml": "unit: [{name: กองคลัง}]\n"}
    result = next(
        r for r in examine(a_folder(tmp_path, files), TODAY, 2565).items if r.item.id == "O1"
    )
    assert result.status is ItemStatus.MISSING
    assert [finding.code.id for finding in result.findings] == ["OIT205"]
