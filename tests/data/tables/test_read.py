"""A CSV file read as a table: what it says, and every fault with its place."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from data.tables.reading import TABLE, a_table, reported
from oit.data.tables.read import read_table
from oit.data.tables.table import Statement
from oit.forms.base import Form
from oit.forms.complaint_statistics import ComplaintCount
from oit.forms.parts import PlannedProject
from oit.forms.service_statistics import ServiceMonth
from oit.thai.calendar import Month


def faults(folder: Path, contents: str | bytes) -> list[str]:
    """Return what is wrong with a table, without its name."""
    found = reported(a_table(folder, contents).findings)
    assert all(finding.startswith(f"{TABLE}:") for finding in found)
    return [finding.removeprefix(f"{TABLE}:") for finding in found]


# The header.


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("month,name", []),
        ("name,month", []),  # in any order
        ("name,nothing,month", []),
        ("name,vendor", ["1:2 OIT602"]),
        ("name,Month,month", ["1:2 OIT602"]),
        ("name,", ["1:2 OIT602"]),
        ("name,month,name,name", ["1:3 OIT602", "1:4 OIT602"]),
        ("month,budget", ["1:1 OIT602"]),  # there is no name
        ("month,nam", ["1:2 OIT602"]),  # a misspelt name is reported once
        ("month;name", ["1:1 OIT602", "1:1 OIT602"]),
        ("ชื่อรายการ", ["1:1 OIT602", "1:1 OIT602"]),
    ],
)
def test_the_header_names_columns_that_the_table_has(
    tmp_path: Path, header: str, expected: list[str]
) -> None:
    assert faults(tmp_path, header + "\n") == expected


@pytest.mark.parametrize(
    ("header", "printed"),
    [
        ("name,budgte", 'unknown column "budgte" (did you mean "budget"?)'),
        ("name,ราคา", 'unknown column "ราคา" (known columns: month, project_number, name,'),
        ("name,month,name", 'duplicate column "name"; it is already column 1'),
        ("month", 'the column "name" (งานที่จัดซื้อหรือจัดจ้าง) is missing from the table'),
        ("", "the table file is empty; the header line is missing"),
    ],
)
def test_the_message_about_a_header(tmp_path: Path, header: str, printed: str) -> None:
    (finding,) = a_table(tmp_path, header + "\n").findings
    assert finding.message("en").startswith(printed)


def test_columns_are_listed_by_name(tmp_path: Path) -> None:
    (finding,) = a_table(tmp_path, "name,ราคา\n", PlannedProject).findings
    for language in ("th", "en"):
        assert ": name, budget, source, " in finding.message(language)


def test_the_header_is_where_it_stands(tmp_path: Path) -> None:
    assert faults(tmp_path, "\n\nname,vendor\nก,ข\n") == ["3:2 OIT602"]
    assert faults(tmp_path, "\n\nmonth\n2568-10\n") == ["3:1 OIT602"]


def test_an_empty_file_is_reported_with_the_columns_that_it_may_have(tmp_path: Path) -> None:
    (finding,) = a_table(tmp_path, "\n").findings
    assert finding.hint("en").endswith("such as month,project_number,name")


@pytest.mark.parametrize("form", [PlannedProject, ComplaintCount])
def test_only_a_table_with_months_may_say_that_there_was_nothing(
    tmp_path: Path, form: type[Form]
) -> None:
    assert reported(a_table(tmp_path, "name,nothing\n", form).findings) == [f"{TABLE}:1:2 OIT602"]


# The rows.


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("ก,1,ร้าน\n", []),
        ("ก,1,ร้าน\nข,2\nค,3,ร้าน,x\n", ["3:1 OIT603", "4:1 OIT603"]),
        ('"ก\nข",1,ร้าน\nค,1,500,ร้าน\n', ["4:1 OIT603"]),
        ("ก\n", ["2:1 OIT603"]),
        # Cells of a row with the wrong width are not reported.
        ("ก,ห้า\nข,หก,ร้าน\n", ["2:1 OIT603"]),
    ],
)
def test_every_row_is_as_wide_as_the_header(tmp_path: Path, rows: str, expected: list[str]) -> None:
    assert faults(tmp_path, f"name,budget,winner\n{rows}") == expected


def test_rows_that_are_out_of_step_alike_are_reported_once(tmp_path: Path) -> None:
    contents = "name,budget\nก,1\nข,2,\nค,3\nง,4,\n"
    assert faults(tmp_path, contents) == ["3:1 OIT603"]
    (finding,) = a_table(tmp_path, contents).findings
    assert finding.message("en") == "the row has 3 cells, but the header has 2 (also in line 5)"


def test_of_many_rows_that_are_out_of_step_the_first_are_named(tmp_path: Path) -> None:
    (finding,) = a_table(tmp_path, "name\n" + "ก,\n" * 13).findings
    assert finding.message("en").endswith(
        "(also in line 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more)"
    )
    assert finding.message().endswith("(และบรรทัด 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 และอีก 2 บรรทัด)")


def test_faults_of_header_and_rows_are_reported_together(tmp_path: Path) -> None:
    assert faults(tmp_path, "name,vendor\nก\n") == ["1:2 OIT602", "2:1 OIT603"]


# The cells.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('name,budget\nก,46730.00\nข,"1,500"\nค,๑๕๐\nง,-\nจ,ไม่มี\n', []),
        ("name,budget\nก,ราวห้าบาท\nข,5\nค,ราวห้าบาท\n", ["2:2 OIT210", "4:2 OIT210"]),
        ("budget,name\n'=5,ก\n", ["2:1 OIT210"]),
        ("name,budget\n,5\n-,6\nก,7\n", ["2:1 OIT207", "3:1 OIT207"]),
        ('name,month\n"ก\nข",2568-13\nค,ต.ค. 2568\nง,ตลาคม 2568\n', ["2:2 OIT208", "5:2 OIT208"]),
        ("name,contract_date\nก,30 ก.พ. 2569\n", ["2:2 OIT208"]),
        ("name,bidders\nก,ร้าน = ห้า\nข,= 5\n", ["2:2 OIT210", "3:2 OIT207"]),
        # Faults of two columns come in the order of the rows.
        (
            "name,budget,agreed_price\nก,x,y\nข,1,y\nค,x,1\n",
            ["2:2 OIT210", "2:3 OIT210", "3:3 OIT210", "4:2 OIT210"],
        ),
        # A common-era year is read, with a word.
        (
            "name,month,announced\nก,2025-10,2025-10-08\nข,2568-10,08/10/2025\n",
            ["2:2 OIT209", "2:3 OIT209", "3:3 OIT209"],
        ),
        ("name,announced\nก,2025-10-08\nข,ก\n", ["2:2 OIT209", "3:2 OIT208"]),
    ],
)
def test_a_cell_that_cannot_be_read_is_reported_once_where_it_stands(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert faults(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        ("ก,ห้า,", 'the field "budget" must be an amount in baht, found "ห้า"'),
        ("ก,,ร้าน = ห้า", 'the field "bidders.price" must be an amount in baht, found "ห้า"'),
        ("ก,, = 5", 'the field "bidders.name" is missing here in "data/2569/procurement.csv"'),
        (",5,", 'the field "name" is missing here in "data/2569/procurement.csv"'),
    ],
)
def test_the_message_about_a_cell(tmp_path: Path, cells: str, printed: str) -> None:
    (finding,) = a_table(tmp_path, f"name,budget,bidders\n{cells}\n").findings
    assert finding.message("en").startswith(printed)


def test_cells_are_typed(tmp_path: Path) -> None:
    table = a_table(tmp_path, 'name,month,count\nก,2568-10,๑๒\nข,,"1,500"\n', ServiceMonth)
    assert table.findings == []
    assert table.columns == {
        "name": ["ก", "ข"],
        "month": [Month(2025, 10), None],
        "count": [12, 1500],
    }


def test_columns_are_in_the_order_of_the_form_and_know_their_numbers(tmp_path: Path) -> None:
    table = a_table(tmp_path, "budget,name\n5,ก\n")
    assert list(table.columns) == ["name", "budget"]
    assert table.numbers == {"budget": 1, "name": 2}


def test_a_file_that_cannot_be_read_is_a_table_without_rows(tmp_path: Path) -> None:
    table = a_table(tmp_path, "name\nก\x00\n")
    assert reported(table.findings) == [f"{TABLE}:2:2 OIT109"]
    assert len(table.rows()) == 0


# Months without entries.


def test_a_month_may_say_that_there_was_nothing(tmp_path: Path) -> None:
    table = a_table(
        tmp_path,
        "month,name,budget,nothing\n"
        "2568-10,ก,5,\n"
        'ก.ย. 2569,,," ไม่มีการจัดซื้อจัดจ้าง "\n'
        "2568-11,ข,6,-\n"  # a dash says nothing
        "2568-12,-,,'- ไม่มี -\n",
    )
    assert table.findings == []
    assert table.statements == [
        Statement(Month(2026, 9), "ไม่มีการจัดซื้อจัดจ้าง", 3),
        Statement(Month(2025, 12), "- ไม่มี -", 5),
    ]
    assert [
        (row.model_dump()["name"], table.place(i).line) for i, row in enumerate(table.rows())
    ] == [
        ("ก", 2),
        ("ข", 4),
    ]
    assert table.columns["budget"] == [Decimal(5), Decimal(6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("month,name,nothing\n2568-10,ก,ไม่มี\n", ["2:3 OIT603"]),
        ("name,nothing,month,budget\nก,ไม่มี,2568-13,5\n", ["2:2 OIT603"]),
        ("name,nothing,month\n,ไม่มี,2568-13\n", ["2:3 OIT208"]),
        ("name,nothing,month\n,ไม่มี,\n", ["2:3 OIT208"]),
        ("name,nothing\n,ไม่มี\n", ["2:1 OIT208"]),
        ("name,nothing,month\n,ไม่มี,2025-10\n", ["2:3 OIT209"]),
        ('name,nothing,month\n"ก\nข",,2568-10\n,ไม่มี,ต\n', ["4:3 OIT208"]),
    ],
)
def test_the_row_of_a_month_without_entries_has_a_month_and_the_statement(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert faults(tmp_path, text) == expected


def test_what_else_is_in_such_a_row_is_named(tmp_path: Path) -> None:
    (finding,) = a_table(tmp_path, "month,name,budget,nothing\n2568-10,ก,5,ไม่มี\n").findings
    assert finding.message("en").endswith("but also has values in name, budget")


# A file is read again when it changes, and only then.


def test_a_table_is_read_once(tmp_path: Path) -> None:
    table = a_table(tmp_path, "name\nก\n")
    assert read_table(tmp_path / TABLE, tmp_path / "data", TABLE, table.form) is table


def test_a_changed_table_is_read_anew(tmp_path: Path) -> None:
    assert a_table(tmp_path, "name\nก\n").columns == {"name": ["ก"]}
    assert a_table(tmp_path, "name\nก\nข\n").columns == {"name": ["ก", "ข"]}
    os.utime(tmp_path / TABLE, ns=(0, 1))
    later = read_table(tmp_path / TABLE, tmp_path / "data", TABLE, PlannedProject)
    assert later.form is PlannedProject


@pytest.mark.parametrize("target", ["nowhere.csv", "procurement.csv"])
def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path, target: str) -> None:
    (tmp_path / TABLE).parent.mkdir(parents=True)
    (tmp_path / TABLE).symlink_to(target)
    table = read_table(tmp_path / TABLE, tmp_path / "data", TABLE, PlannedProject)
    assert reported(table.findings) == [f"{TABLE}:1:1 OIT107"]


def test_a_month_has_entries_or_the_statement_that_it_had_none(tmp_path: Path) -> None:
    contents = "month,name,nothing\n2568-10,ก,\n2568-11,,ไม่มี\n2568-10,,ไม่มีการจัดซื้อจัดจ้าง\n"
    assert faults(tmp_path, contents) == ["4:3 OIT603"]


def test_a_month_states_once_that_it_had_none(tmp_path: Path) -> None:
    contents = "month,name,nothing\n2568-11,,ไม่มี\n2568-12,,ไม่มี\n2568-11,,ไม่มีเลย\n"
    assert faults(tmp_path, contents) == ["4:3 OIT603"]
