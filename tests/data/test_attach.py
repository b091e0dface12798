"""An item and the table that it names: ``rows: procurement.csv``."""

from pathlib import Path

import pytest

from data.tables.reading import ITEM, TABLE, an_item, reported
from given import TODAY, a_folder
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.data.item_file import read_record
from oit.findings.finding import Finding
from oit.forms import FORMS
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.forms.procurement_report import ProcurementReport
from oit.forms.tabular import TableForm
from oit.thai.calendar import Month

PURCHASES = "month,name,method,agreed_price\n2568-11,ก,เฉพาะเจาะจง,500\n2568-10,ข,e-bidding,9000\n"
AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}


def test_an_item_that_names_no_table_is_as_it_was(tmp_path: Path) -> None:
    record = an_item(tmp_path, "procurement_list", text="purchases: [{name: ก}]\n")
    assert record.findings == ()
    assert record.table is None
    assert record.unreadable == frozenset()


def test_a_form_without_a_table_has_no_rows(tmp_path: Path) -> None:
    record = an_item(tmp_path, "news", PURCHASES)
    assert reported(record.findings) == [f"{ITEM}:1:1 OIT205"]
    assert record.table is None


def test_the_rows_of_the_table_are_the_items_entries(tmp_path: Path) -> None:
    record = an_item(tmp_path, "procurement_list", PURCHASES)
    assert record.findings == ()
    assert record.table
    assert record.table.file == TABLE
    assert [name for _, name in record.values("purchases.name")] == ["ก", "ข"]
    assert record.unreadable == frozenset()


def test_a_table_may_be_that_of_another_year(tmp_path: Path) -> None:
    record = an_item(
        tmp_path,
        "procurement_list",
        text="rows: 2568/procurement.csv\n",
        **{"data/2568/procurement.csv": "name\nของปีก่อน\n"},
    )
    assert record.findings == ()
    assert record.table
    assert (record.table.file, record.table.year) == ("data/2568/procurement.csv", 2568)
    assert [name for _, name in record.values("purchases.name")] == ["ของปีก่อน"]


# The name of the table.


@pytest.mark.parametrize(
    "name",
    [
        "../procurement.csv",
        "../../etc/passwd.csv",
        "/etc/procurement.csv",
        "2569/../procurement.csv",
        "sub/procurement.csv",
        "1999/procurement.csv",
        "2569/2569/procurement.csv",
        "procurement.CSV",
        "Procurement.csv",
        "procurement.xlsx",
        "procurement",
        ".csv",
        "-procurement.csv",
        "จัดซื้อ.csv",
        "a b.csv",
        "a\\b.csv",
        "c:/a.csv",
        "a" * 62 + ".csv",
        "https://example.go.th/procurement.csv",
    ],
)
def test_a_name_that_no_table_has_is_reported_and_nothing_is_opened(
    tmp_path: Path, name: str
) -> None:
    record = an_item(tmp_path, "procurement_list", PURCHASES, f"owner: กองคลัง\nrows: '{name}'\n")
    assert reported(record.findings) == [f"{ITEM}:2:1 OIT601"]
    assert f'"{name}"' in record.findings[0].message()
    assert record.table is None


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("procuremnt.csv", 'the table procuremnt.csv is missing (did you mean "procurement.csv"?)'),
        (
            "o11-unknown.csv",
            "the table o11-unknown.csv is missing (existing tables: plan.csv, procurement.csv)",
        ),
        ("2568/procurement.csv", "the table 2568/procurement.csv is missing"),
    ],
)
def test_a_table_that_is_not_there_is_reported_with_the_nearest_name(
    tmp_path: Path, name: str, printed: str
) -> None:
    others = {"data/2569/plan.csv": "name\nก\n", "data/2569/notes.txt": ""}
    record = an_item(tmp_path, "procurement_list", PURCHASES, f"rows: {name}\n", **others)
    assert reported(record.findings) == [f"{ITEM}:1:1 OIT601"]
    assert record.findings[0].message("en") == printed


@pytest.mark.parametrize("target", ["other.csv", "../../internal/secret.csv", "nowhere.csv"])
def test_a_link_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / TABLE).parent.mkdir(parents=True)
    (tmp_path / TABLE).symlink_to(target)
    others = {"data/2569/other.csv": "name\nก\n", "internal/secret.csv": "name\nลับ\n"}
    record = an_item(tmp_path, "procurement_list", **others)
    assert reported(record.findings) == [f"{TABLE}:1:1 OIT107"]
    assert list(record.values("purchases")) == []


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/2568").symlink_to(tmp_path / "internal")
    record = an_item(
        tmp_path,
        "procurement_list",
        text="rows: 2568/secret.csv\n",
        **{"internal/secret.csv": "name\nลับ\n"},
    )
    assert reported(record.findings) == ["data/2568/secret.csv:1:1 OIT107"]


# An unreadable table is reported as that, and not as missing too.


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        ("rows: x.csv", None, [f"{ITEM}:1:1 OIT601"]),
        ("rows: X.csv", None, [f"{ITEM}:1:1 OIT601"]),
        ("rows: [procurement.csv]", PURCHASES, [f"{ITEM}:1:1 OIT206"]),
        ("row: procurement.csv", PURCHASES, [f"{ITEM}:1:1 OIT205"]),
        ("rows: procurement.csv", "name,vendor\nก,ข\n", [f"{TABLE}:1:2 OIT602"]),
        ("rows: procurement.csv", "name,budget\nก,ห้า\nข,5\n", [f"{TABLE}:2:2 OIT210"]),
    ],
)
def test_of_a_table_that_cannot_be_read_nothing_is_stated_to_be_missing(
    tmp_path: Path, text: str, table: str | None, expected: list[str]
) -> None:
    tables = {} if table is None else {TABLE: table}
    folder = a_folder(tmp_path, {**AGENCY, ITEM: f"{text}\n", **tables})
    found = examine(folder, TODAY).only(item="o11").findings
    # The item really has no document.
    assert reported(finding for finding in found if finding.code.id != "OIT222") == expected


def test_a_warning_does_not_keep_a_table_from_being_read(tmp_path: Path) -> None:
    record = an_item(tmp_path, "procurement_list", "name,announced\nก,2025-10-08\n")
    assert reported(record.findings) == [f"{TABLE}:2:2 OIT209"]
    assert len(list(record.values("purchases"))) == 1


def test_a_table_that_two_items_read_is_reported_of_once(tmp_path: Path) -> None:
    names = {f"data/2569/o{number}.yml": "rows: procurement.csv\n" for number in (11, 12, 13)}
    table = "name,budget,announced\nก,ห้า,2025-10-08\n"
    assessment = examine(a_folder(tmp_path, {**AGENCY, **names, TABLE: table}), TODAY)

    def of_the_table(findings: tuple[Finding, ...]) -> list[str]:
        return reported(f for f in findings if f.place.file == TABLE)

    expected = [f"{TABLE}:2:2 OIT210", f"{TABLE}:2:3 OIT209"]
    assert of_the_table(assessment.findings) == expected
    assert [item.item.id for item in assessment.items if of_the_table(item.findings)] == [
        "O11",
        "O12",
    ]


# Entries in the table and beside it.


@pytest.mark.parametrize(
    ("form", "table", "text", "expected"),
    [
        ("procurement_list", PURCHASES, "purchases: [{name: ก}]", ["2:1"]),
        ("procurement_list", PURCHASES, "purchases: []", []),
        ("annual_plan", "name\nก\n", "projects: [{name: ก}]", ["2:1"]),
        ("annual_report", "name\nก\n", "year: 2568\nprojects: [{name: ก}]", ["3:1"]),
        ("service_statistics", "name,count\nก,5\n", "services: [{name: ก}]", ["2:1"]),
        # The table gives the months too.
        ("service_statistics", "name,count\nก,5\n", "months: [{month: 2568-10}]", ["2:1"]),
        ("complaint_statistics", "name,total\nก,5\n", "counts: [{name: ก}]", ["2:1"]),
        # Totals may be given beside a table.
        ("complaint_statistics", "name,total\nก,5\n", "total: 6", []),
        ("procurement_report", PURCHASES, "methods: [{name: เฉพาะเจาะจง, count: 1}]", []),
        # The file may state for some months that there was nothing.
        ("procurement_monthly", PURCHASES, "months: [{month: 2568-12, nothing: ไม่มี}]", []),
        (
            "procurement_monthly",
            PURCHASES,
            "months:\n  - {month: 2568-12, nothing: ไม่มี}\n  - {month: 2568-10, nothing: ไม่มี}",
            ["4:5"],
        ),
        (
            "procurement_monthly",
            "month,name,nothing\n2568-12,,ไม่มี\n",
            "months: [{month: 2568-12, nothing: ไม่มี}]",
            ["2:10"],
        ),
        (
            "procurement_monthly",
            PURCHASES,
            "months: [{month: 2568-12, purchases: [{name: ก}]}]",
            ["2:27"],
        ),
        # Neither names its month.
        ("procurement_monthly", "month,name\n,ก\n", "months: [{nothing: ไม่มี}]", []),
        ("procurement_monthly", "name\nก\n", "months: [{month: 2568-12, nothing: ไม่มี}]", []),
    ],
)
def test_entries_are_in_one_place(
    tmp_path: Path, form: str, table: str, text: str, expected: list[str]
) -> None:
    record = an_item(tmp_path, form, table, f"rows: procurement.csv\n{text}\n")
    assert reported(record.findings) == [f"{ITEM}:{place} OIT604" for place in expected]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "months: [{month: 2568-10, nothing: ไม่มี}]",
            "ตุลาคม 2568 is both in this file and in the table procurement.csv",
        ),
        (
            "months: [{month: 2568-12, purchases: [{name: ก}]}]",
            'found entries in "purchases", but the item already uses the table procurement.csv',
        ),
    ],
)
def test_what_is_stated_of_entries_in_two_places(tmp_path: Path, text: str, printed: str) -> None:
    record = an_item(tmp_path, "procurement_monthly", PURCHASES, f"rows: procurement.csv\n{text}\n")
    assert record.findings[0].message("en") == printed


# How each form uses its table; ``tests/forms`` covers how it adds up.


def test_months_are_made_of_the_table_and_of_the_file_in_the_order_of_time(tmp_path: Path) -> None:
    table = PURCHASES.replace("agreed_price", "nothing").replace("500", "").replace("9000", "")
    text = "rows: procurement.csv\nmonths: [{month: 2568-12, nothing: ไม่มี}]\n"
    record = an_item(tmp_path, "procurement_monthly", f"{table}2569-01,,,ไม่มีเลย\n", text)
    assert record.findings == ()
    form = record.form
    assert isinstance(form, ProcurementMonthly)
    assert [(month.month, month.nothing, len(month.purchases)) for month in form.months] == [
        (Month(2025, 10), None, 1),
        (Month(2025, 11), None, 1),
        (Month(2025, 12), "ไม่มี", 0),
        (Month(2026, 1), "ไม่มีเลย", 0),
    ]


def test_a_report_that_names_its_table_needs_no_totals(tmp_path: Path) -> None:
    form = an_item(tmp_path, "procurement_report", PURCHASES).form
    assert isinstance(form, ProcurementReport)
    assert [(method.name, method.count) for method in form.methods] == [
        ("e-bidding", 1),
        ("วิธีเฉพาะเจาะจง", 1),
    ]


def test_a_month_that_the_table_lacks_is_reported_where_the_table_is_named(tmp_path: Path) -> None:
    text = "owner: กองคลัง\nrows: procurement.csv\n"
    folder = a_folder(tmp_path, {**AGENCY, ITEM: text, TABLE: PURCHASES})
    (missing,) = [f for f in examine(folder, TODAY).findings if f.code.id == "OIT221"]
    assert reported([missing]) == [f"{ITEM}:2:1 OIT221"]
    assert "ธ.ค. 2568" in missing.message()


def test_what_a_table_fills_are_fields_of_the_form() -> None:
    for name, form in FORMS.items():
        if issubclass(form, TableForm):
            assert form.ENTRIES.partition(".")[0] in form.FILLS, name
            assert set(form.FILLS) <= set(form.model_fields), name
            assert {*form.DATASETS.values()} <= set(form.FILLS), name


def test_the_folder_may_be_given_in_any_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_item(tmp_path, "procurement_list", PURCHASES)
    monkeypatch.chdir(tmp_path / "data")
    folder = DataFolder(Path())
    record = read_record(Path("2569/o11.yml"), folder, FORMS["procurement_list"], None)
    assert record.findings == ()
    assert record.table
