"""A column read at once gives what each cell gives by itself."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from oit.bilingual import Bilingual
from oit.data.tables.column import Fault, is_list, read_column, reader
from oit.forms.base import Form
from oit.forms.bidders import Bidder
from oit.forms.complaint_statistics import ComplaintCount
from oit.forms.parts import PlannedProject
from oit.forms.purchase import Purchase
from oit.forms.service_statistics import ServiceMonth
from oit.spreadsheets.cells import original
from oit.thai.calendar import Month

COLUMNS = [
    (form, name)
    for form in (Purchase, PlannedProject, ServiceMonth, ComplaintCount)
    for name in form.model_fields
]
CELLS = st.sampled_from(
    """
    ก|ซื้อวัสดุ|46730.00|46,730|๔๖,๗๓๐|-5|1.5|ไม่มี|101|2569-01-15|15 ม.ค. 2569|2026-01-15|31 ก.พ. 2569
    2568-10|ต.ค. 2568|2025-10|2568-13|-|—|'-|'-5|'=1|''+ก|'ก|ห้า
    9-Oct-25|ต.ค.68|1968-01-05|5 แสนบาท|500.-|12 คน
    """.replace("\n", "|").split("|")
) | st.text(max_size=8)
BIDDERS = st.text(alphabet="ก5-= |\\_.\u200b'", max_size=14)


NO_MONTH = Bilingual(" (ไม่มีเดือนที่ 13)", " (there is no month 13)")
NO_DAY = Bilingual(
    " (วันนี้ไม่มีในปฏิทิน: กุมภาพันธ์ 2569 มี 28 วัน)", " (no such day: February 2026 has 28 days)"
)


def alone(form: type[Form], name: str, cell: str) -> tuple[Any, set[str], list[int]]:
    """Read one cell by its form: the value, the faults, and the years of another era."""
    noted: list[tuple[str, int]] = []
    try:
        (value,) = reader(form, name).validate_python(
            [original(cell)], context={"year": 2569, "other_era": noted}
        )
    except ValidationError as error:
        return None, {detail["type"] for detail in error.errors()}, []
    return value, set(), [year for _, year in noted]


def together(
    form: type[Form], name: str, cells: list[str]
) -> list[tuple[Any, set[str], list[int]]]:
    """Read a column, and tell of each of its cells the same."""
    column = read_column(form, name, cells, 2569)
    found = []
    values = column.cells
    if is_list(form, name):
        values = reader(form, name).validate_python([value or "" for value in values])
    for cell, value in zip(cells, values, strict=True):
        text = original(cell)
        years = [column.other_era[text]] if text in column.other_era else []
        kinds = {column.faults[text].kind} if text in column.faults else set()
        found.append((value if not kinds else None, kinds, years))
    return found


@pytest.mark.parametrize(("form", "name"), COLUMNS, ids=[f"{f.__name__}.{n}" for f, n in COLUMNS])
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_column_reads_as_its_cells_do(form: type[Form], name: str, data: st.DataObject) -> None:
    kind = BIDDERS if name == "bidders" else CELLS
    cells = data.draw(st.lists(kind, max_size=8))
    for cell, (value, kinds, years) in zip(cells, together(form, name, cells), strict=True):
        expected, faults, noted = alone(form, name, cell)
        assert (value, years) == (expected, noted)
        assert bool(kinds) == bool(faults)
        assert kinds <= faults


@pytest.mark.parametrize(
    ("cell", "bidders"),
    [
        ("", []),
        ("-", []),
        ("- | —", []),
        ("ร้าน ก", [Bidder(name="ร้าน ก", price=None)]),
        ("'+ก = 5", [Bidder.model_validate({"name": "+ก", "price": "5"})]),
    ],
)
def test_bidders_stay_a_text_until_they_are_read(cell: str, bidders: list[Bidder]) -> None:
    column = read_column(Purchase, "bidders", [cell], 2569)
    assert column.faults == {}
    assert column.cells == [original(cell) if bidders else None]
    assert together(Purchase, "bidders", [cell]) == [(bidders, set(), [])]


@pytest.mark.parametrize(
    ("name", "cell", "fault"),
    [
        ("budget", "ราวห้าบาท", Fault("money", "budget", "ราวห้าบาท", "")),
        ("month", "2568-13", Fault("month", "month", "2568-13", NO_MONTH)),
        ("announced", "31 ก.พ. 2569", Fault("date", "announced", "31 ก.พ. 2569", NO_DAY)),
        ("name", "-", Fault("required", "name", "-", "")),
        ("bidders", "ก = 5 | ข = ห้า", Fault("money", "bidders.price", "ห้า", "")),
        ("bidders", " = 5", Fault("required", "bidders.name", "", "")),
    ],
)
def test_a_fault_names_the_field_and_what_is_there(name: str, cell: str, fault: Fault) -> None:
    column = read_column(Purchase, name, [cell, "", cell], 2569)
    assert column.faults[cell] == fault
    assert column.cells[0] is None


def test_what_can_be_read_is_read_beside_what_cannot() -> None:
    column = read_column(Purchase, "month", ["2568-10", "ก", "2025-11", "", "2568-10", "ข"], 2569)
    assert column.cells == [
        Month(2025, 10),
        None,
        Month(2025, 11),
        None,
        Month(2025, 10),
        None,
    ]
    assert set(column.faults) == {"ก", "ข"}
    assert column.other_era == {"2025-11": 2568}


def test_a_column_may_be_empty() -> None:
    assert read_column(Purchase, "budget", [], 2569).cells == []
