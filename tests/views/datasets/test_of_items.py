"""The tables that a site publishes, and their contents."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.tables.reading import written
from given import TODAY
from oit.assess.examine import examine, examine_all
from oit.data.folder import DataFolder
from oit.forms import FORMS
from oit.forms.tabular import TableForm
from oit.thai.calendar import Month
from oit.thai.identity import MASK
from oit.views.datasets.dataset import Dataset, Field
from oit.views.datasets.of_items import TITLES, Published, published

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\nchecklist: small\n"}
CHECKLIST = """\
checklist: small
year: {year}
title: แบบวัดย่อ
indicators: [{{id: "9", title: การเปิดเผยข้อมูล}}]
items:
"""
ITEM = """\
  - id: {id}
    title: ข้อ {id}
    indicator: "9"
    form: {form}
    elements:
      - {{id: owner, text: ผู้รับผิดชอบ, rule: present, field: owner}}
"""
FORMS_OF_ITEMS = {
    "O1": "contact",
    "O6": "annual_plan",
    "O7": "annual_report",
    "O8": "service_statistics",
    "O11": "procurement_monthly",
    "O12": "procurement_list",
    "O13": "procurement_report",
    "O20": "complaint_statistics",
}
PURCHASES = """\
winner_tax_id,name,month,budget,method,bidders,contract_date
1-1111-11111-11-9,ก,2568-10,46730.00,,ร้าน ก = 5 | ร้าน ข,2568-10-20
0994000000000,ข,2568-11,,,,
,ค,,5,,,
"""


def checklist(year: int) -> str:
    items = "".join(ITEM.format(id=id_, form=form) for id_, form in FORMS_OF_ITEMS.items())
    return CHECKLIST.format(year=year) + items


def tables(folder: Path, *years: int, **files: str) -> list[Published]:
    """Write an agency's data files, named relative to ``data/``, and return its tables."""
    years = years or (2569,)
    lists = {f"data/checklists/small-{year}.yml": checklist(year) for year in years}
    named = {f"data/{name}": text for name, text in files.items()}
    written(folder, {**AGENCY, **lists, **named})
    return published(examine_all(DataFolder(folder / "data", folder), TODAY))


def dataset(folder: Path, **files: str) -> Dataset:
    """Return the only table of an agency."""
    (table,) = tables(folder, **files)
    return table.dataset


def paths_and_items(found: list[Published]) -> list[tuple[str, list[str]]]:
    """Return the path of each table, and the items that show it."""
    return [(table.dataset.path, [result.item.id for result in table.results]) for table in found]


def test_table_has_typed_columns(tmp_path: Path) -> None:
    rows = {"2569/o12.yml": "rows: procurement.csv\n", "2569/procurement.csv": PURCHASES}
    made = dataset(tmp_path, **rows)
    assert (made.path, made.covers) == ("data/2569/procurement", 2569)
    assert made.title == "รายการจัดซื้อจัดจ้าง ปีงบประมาณ 2569"
    assert made.description == "รายการจัดซื้อจัดจ้างของปีงบประมาณ 2569 ตามแบบ OIT ข้อ O12"
    # In the order of the form, without empty columns.
    assert [(field.name, field.type, field.required) for field in made.fields] == [
        ("month", "yearmonth", False),
        ("name", "string", True),
        ("budget", "number", False),
        ("bidders", "string", False),
        ("winner_tax_id", "string", False),
        ("contract_date", "date", False),
    ]
    assert made.fields[0] == Field("month", "yearmonth", "เดือน", "เดือนของแบบ สขร.1 ที่รายการนี้อยู่")
    assert [*made.rows()] == [
        (Month(2025, 10), "ก", Decimal("46730.00"), "ร้าน ก = 5 | ร้าน ข", MASK, date(2025, 10, 20)),
        (Month(2025, 11), "ข", None, None, "0994000000000", None),
        (None, "ค", Decimal(5), None, None, None),
    ]


def test_national_ids_are_masked_and_counted(tmp_path: Path) -> None:
    rows = {"2569/o12.yml": "rows: procurement.csv\n", "2569/procurement.csv": PURCHASES}
    made = dataset(tmp_path, **rows)
    assert made.masked == 1
    assert not any("1111" in str(cell) for row in made.rows() for cell in row)
    listed = "purchases: [{name: ก, winner_tax_id: '1111111111119'}, {name: ข}]\n"
    inline = dataset(tmp_path / "inline", **{"2569/o12.yml": listed})
    assert inline.masked == 1
    assert [*inline.rows()] == [("ก", MASK), ("ข", None)]


def test_entries_in_the_items_file_are_a_table_too(tmp_path: Path) -> None:
    text = """\
year: 2568
purchases:
  - {name: ก, budget: 46730.00, bidders: [{name: "ร้าน=ก", price: 5}, {name: ร้าน ข}]}
  - {name: ข}
"""
    made = dataset(tmp_path, **{"2569/o12.yml": text})
    assert (made.path, made.covers) == ("data/2569/procurement", 2568)
    assert made.title == "รายการจัดซื้อจัดจ้าง ปีงบประมาณ 2568"
    assert [field.name for field in made.fields] == ["name", "budget", "bidders"]
    assert [*made.rows()] == [("ก", Decimal("46730.00"), "ร้าน\\=ก = 5 | ร้าน ข"), ("ข", None, None)]


def test_purchases_listed_under_a_month_have_that_month(tmp_path: Path) -> None:
    text = """\
months:
  - {month: 2568-10, purchases: [{name: ก}, {name: ข, month: 2568-12}]}
  - {month: 2568-11, nothing: ไม่มี}
  - {purchases: [{name: ค}]}
"""
    made = dataset(tmp_path, **{"2569/o11.yml": text})
    assert [*made.rows()] == [(Month(2025, 10), "ก"), (Month(2025, 10), "ข"), (None, "ค")]
    assert made.fields[0].name == "month"


@pytest.mark.parametrize(
    ("item", "text", "paths"),
    [
        ("o06", "projects: [{name: ก}]", ["plan"]),
        ("o07", "projects: [{name: ก}]", ["annual-report"]),
        (
            "o08",
            "services: [{name: ก}]\nmonths: [{month: 2568-10}]",
            ["services", "service-months"],
        ),
        ("o08", "months: [{month: 2568-10, count: 5}]", ["service-months"]),
        ("o11", "months: [{month: 2568-10, nothing: ไม่มี}]", []),
        ("o13", "methods: [{name: e-bidding}]", ["procurement-report"]),
        ("o20", "counts: [{name: ก}]", ["complaints"]),
        ("o20", "total: 5", []),
        ("o01", "phone: 0 4500 0000", []),
    ],
)
def test_each_kind_of_table_has_its_name(
    tmp_path: Path, item: str, text: str, paths: list[str]
) -> None:
    found = tables(tmp_path, **{f"2569/{item}.yml": text})
    assert [table.dataset.path for table in found] == [f"data/2569/{path}" for path in paths]
    assert [table.kind for table in found] == paths


@pytest.mark.parametrize(
    ("item", "table", "kind"),
    [
        ("o06", "name\nก\n", "plan"),
        ("o07", "name\nก\n", "plan"),
        ("o08", "name,count\nก,5\n", "services"),
        ("o11", "name,month\nก,2568-10\n", "procurement"),
        ("o13", "name\nก\n", "procurement"),
        ("o20", "name,total\nก,5\n", "complaints"),
    ],
)
def test_table_file_keeps_its_name(tmp_path: Path, item: str, table: str, kind: str) -> None:
    files = {f"2569/{item}.yml": "rows: my-table.csv\n", "2569/my-table.csv": table}
    (made,) = tables(tmp_path, **files)
    assert (made.dataset.path, made.kind) == ("data/2569/my-table", kind)
    assert made.dataset.title.startswith(TITLES[kind])
    # Only the columns of the file, no sums.
    assert [field.name for field in made.dataset.fields] == [
        name for name in made.rows[0].__class__.model_fields if name in table
    ]


def test_table_shared_by_items_is_published_once(tmp_path: Path) -> None:
    rows = {f"2569/o{number}.yml": "rows: procurement.csv\n" for number in (11, 12, 13)}
    found = tables(tmp_path, **rows, **{"2569/procurement.csv": PURCHASES})
    assert paths_and_items(found) == [("data/2569/procurement", ["O11", "O12", "O13"])]


def test_table_belongs_to_the_year_of_its_folder(tmp_path: Path) -> None:
    found = tables(
        tmp_path,
        2568,
        2569,
        **{
            "2569/o12.yml": "rows: 2568/procurement.csv\n",
            "2568/o11.yml": "rows: procurement.csv\n",
            "2568/procurement.csv": "name,month\nก,2567-10\n",
        },
    )
    assert paths_and_items(found) == [("data/2568/procurement", ["O12", "O11"])]
    assert found[0].dataset.covers == 2568


def test_newest_tables_come_first_and_every_year_has_the_same_order(tmp_path: Path) -> None:
    found = tables(
        tmp_path,
        2568,
        2569,
        **{
            "2568/o06.yml": "projects: [{name: ก}]\n",
            "2569/o20.yml": "counts: [{name: ก}]\n",
            "2569/o06.yml": "projects: [{name: ก}]\n",
            "2569/o12.yml": "purchases: [{name: ก}]\n",
        },
    )
    assert [table.dataset.path for table in found] == [
        "data/2569/procurement",
        "data/2569/plan",
        "data/2569/complaints",
        "data/2568/plan",
    ]


def test_second_table_with_the_same_name_is_renamed(tmp_path: Path) -> None:
    found = tables(
        tmp_path,
        **{
            "2569/o11.yml": "months: [{month: 2568-10, purchases: [{name: ก}]}]\n",
            "2569/o12.yml": "purchases: [{name: ข}]\n",
        },
    )
    assert paths_and_items(found) == [
        ("data/2569/procurement", ["O11"]),
        ("data/2569/procurement-o12", ["O12"]),
    ]
    assert [table.kind for table in found] == ["procurement", "procurement"]


def test_unreadable_and_empty_tables_are_not_published(tmp_path: Path) -> None:
    files = {
        "2569/o12.yml": "rows: procurement.csv\n",
        "2569/procurement.csv": "name,vendor\nก,ข\n",
        "2569/o06.yml": "rows: plan.csv\n",
        "2569/plan.csv": "name\n",
        "2569/o20.yml": "counts: []\n",
    }
    assert tables(tmp_path, **files) == []


def test_paths_do_not_depend_on_the_base_folder(tmp_path: Path) -> None:
    tables(tmp_path, **{"2569/o12.yml": "purchases: [{name: ก}]\n"})
    folder = DataFolder(tmp_path / "data", tmp_path / "data/2569")
    (made,) = published([examine(folder, TODAY)])
    assert made.dataset.path == "data/2569/procurement"


def test_columns_give_typed_cells(tmp_path: Path) -> None:
    files = {"2569/o12.yml": "rows: procurement.csv\n", "2569/procurement.csv": PURCHASES}
    (made,) = tables(tmp_path, **files)
    assert list(made.columns["budget"]) == [Decimal("46730.00"), None, Decimal(5)]
    assert len(made.rows) == made.dataset.count == 3


def test_every_kind_of_table_has_a_title() -> None:
    for name, form in FORMS.items():
        if issubclass(form, TableForm):
            assert {form.TABLE, *form.DATASETS} <= set(TITLES), name
