"""Which tables a site gives out, and what stands in them."""

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
from oit.thai.mask import MASK
from oit.thai.writing import Month
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
    """Write an agency's data, given by the names under ``data/``, and return its tables."""
    wanted = years or (2569,)
    lists = {f"data/checklists/small-{year}.yml": checklist(year) for year in wanted}
    named = {f"data/{name}": text for name, text in files.items()}
    written(folder, {**AGENCY, **lists, **named})
    return published(examine_all(DataFolder(folder / "data", folder), TODAY))


def dataset(folder: Path, **files: str) -> Dataset:
    """Return the one table of an agency."""
    (table,) = tables(folder, **files)
    return table.dataset


def known(found: list[Published]) -> list[tuple[str, list[str]]]:
    """Shorten tables: the path of each, and the items that show it."""
    return [(one.dataset.path, [result.item.id for result in one.results]) for one in found]


def test_a_table_is_given_out_with_typed_columns(tmp_path: Path) -> None:
    rows = {"2569/o12.yml": "rows: procurement.csv\n", "2569/procurement.csv": PURCHASES}
    made = dataset(tmp_path, **rows)
    assert (made.path, made.covers) == ("data/2569/procurement", 2569)
    assert made.title == "รายการจัดซื้อจัดจ้าง ปีงบประมาณ 2569"
    assert made.description == "รายการจัดซื้อจัดจ้างของปีงบประมาณ 2569 ตามแบบ OIT ข้อ O12"
    # In the order of the form; a column in which nothing stands is left out.
    assert [(field.name, field.type, field.required) for field in made.fields] == [
        ("month", "yearmonth", False),
        ("name", "string", True),
        ("budget", "number", False),
        ("bidders", "string", False),
        ("winner_tax_id", "string", False),
        ("contract_date", "date", False),
    ]
    assert made.fields[0] == Field("month", "yearmonth", "เดือน", "เดือนของแบบ สขร.1 ที่รายการนี้อยู่")
    assert made.rows == [
        (Month(2025, 10), "ก", Decimal("46730.00"), "ร้าน ก = 5 | ร้าน ข", MASK, date(2025, 10, 20)),
        (Month(2025, 11), "ข", None, None, "0994000000000", None),
        (None, "ค", Decimal(5), None, None, None),
    ]


def test_the_id_of_a_person_is_left_out_and_counted(tmp_path: Path) -> None:
    rows = {"2569/o12.yml": "rows: procurement.csv\n", "2569/procurement.csv": PURCHASES}
    made = dataset(tmp_path, **rows)
    assert made.masked == 1
    assert not any("1111" in str(cell) for row in made.rows for cell in row)
    listed = "purchases: [{name: ก, winner_tax_id: '1111111111119'}, {name: ข}]\n"
    inline = dataset(tmp_path / "inline", **{"2569/o12.yml": listed})
    assert inline.masked == 1
    assert inline.rows == [("ก", MASK), ("ข", None)]


def test_entries_of_the_file_are_given_out_as_a_table_too(tmp_path: Path) -> None:
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
    assert made.rows == [("ก", Decimal("46730.00"), "ร้าน\\=ก = 5 | ร้าน ข"), ("ข", None, None)]


def test_purchases_listed_by_month_have_that_month(tmp_path: Path) -> None:
    text = """\
months:
  - {month: 2568-10, purchases: [{name: ก}, {name: ข, month: 2568-12}]}
  - {month: 2568-11, nothing: ไม่มี}
  - {purchases: [{name: ค}]}
"""
    made = dataset(tmp_path, **{"2569/o11.yml": text})
    assert made.rows == [(Month(2025, 10), "ก"), (Month(2025, 10), "ข"), (None, "ค")]
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
def test_each_kind_has_its_name(tmp_path: Path, item: str, text: str, paths: list[str]) -> None:
    found = tables(tmp_path, **{f"2569/{item}.yml": text})
    assert [one.dataset.path for one in found] == [f"data/2569/{path}" for path in paths]
    assert [one.kind for one in found] == paths


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
def test_a_file_is_given_out_under_its_own_name(
    tmp_path: Path, item: str, table: str, kind: str
) -> None:
    files = {f"2569/{item}.yml": "rows: my-table.csv\n", "2569/my-table.csv": table}
    (made,) = tables(tmp_path, **files)
    assert (made.dataset.path, made.kind) == ("data/2569/my-table", kind)
    assert made.dataset.title.startswith(TITLES[kind])
    # Just what stands in the file: nothing that was added up.
    assert [field.name for field in made.dataset.fields] == [
        name for name in made.rows[0].__class__.model_fields if name in table
    ]


def test_a_table_that_several_items_show_is_given_out_once(tmp_path: Path) -> None:
    rows = {f"2569/o{number}.yml": "rows: procurement.csv\n" for number in (11, 12, 13)}
    found = tables(tmp_path, **rows, **{"2569/procurement.csv": PURCHASES})
    assert known(found) == [("data/2569/procurement", ["O11", "O12", "O13"])]


def test_a_table_of_another_year_is_that_years(tmp_path: Path) -> None:
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
    assert known(found) == [("data/2568/procurement", ["O12", "O11"])]
    assert found[0].dataset.covers == 2568


def test_the_newest_tables_come_first_and_each_year_in_one_order(tmp_path: Path) -> None:
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
    assert [one.dataset.path for one in found] == [
        "data/2569/procurement",
        "data/2569/plan",
        "data/2569/complaints",
        "data/2568/plan",
    ]


def test_two_tables_of_one_name_are_told_apart(tmp_path: Path) -> None:
    found = tables(
        tmp_path,
        **{
            "2569/o11.yml": "months: [{month: 2568-10, purchases: [{name: ก}]}]\n",
            "2569/o12.yml": "purchases: [{name: ข}]\n",
        },
    )
    assert known(found) == [
        ("data/2569/procurement", ["O11"]),
        ("data/2569/procurement-o12", ["O12"]),
    ]
    assert [one.kind for one in found] == ["procurement", "procurement"]


def test_what_cannot_be_read_or_says_nothing_is_not_given_out(tmp_path: Path) -> None:
    files = {
        "2569/o12.yml": "rows: procurement.csv\n",
        "2569/procurement.csv": "name,vendor\nก,ข\n",
        "2569/o06.yml": "rows: plan.csv\n",
        "2569/plan.csv": "name\n",
        "2569/o20.yml": "counts: []\n",
    }
    assert tables(tmp_path, **files) == []


def test_it_matters_not_from_where_files_are_named(tmp_path: Path) -> None:
    tables(tmp_path, **{"2569/o12.yml": "purchases: [{name: ก}]\n"})
    folder = DataFolder(tmp_path / "data", tmp_path / "data/2569")
    (made,) = published([examine(folder, TODAY)])
    assert made.dataset.path == "data/2569/procurement"


def test_the_cells_of_a_column_are_at_hand(tmp_path: Path) -> None:
    files = {"2569/o12.yml": "rows: procurement.csv\n", "2569/procurement.csv": PURCHASES}
    (made,) = tables(tmp_path, **files)
    assert list(made.columns["budget"]) == [Decimal("46730.00"), None, Decimal(5)]
    assert len(made.rows) == len(made.dataset.rows) == 3


def test_every_kind_of_table_has_a_title() -> None:
    for name, form in FORMS.items():
        if issubclass(form, TableForm):
            assert {form.TABLE, *form.DATASETS} <= set(TITLES), name
