"""A page with a large table in the sample site: theme, policy and scripts are the real ones."""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from oit.forms.base import title_of
from oit.forms.purchase import Purchase
from oit.thai import calendar
from oit.views.datasets.dataset import Cell, Dataset, Field, FieldType
from oit.views.pages.environment import environment, relative

YEAR = 2569
URL = f"data/{YEAR}/procurement/"
FIRST = 50

_TYPES: dict[str, FieldType] = {
    "month": "yearmonth",
    "budget": "number",
    "reference_price": "number",
    "agreed_price": "number",
    "contract_date": "date",
    "contract_end": "date",
    "announced": "date",
}
FIELDS = tuple(
    Field(name, _TYPES.get(name, "string"), title_of(Purchase, name))
    for name in Purchase.model_fields
)

_WORKS = (
    "จ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านเหนือ หมู่ที่ {}",
    "ซื้อวัสดุสำนักงาน กองคลัง ครั้งที่ {}",
    "จ้างเหมาบริการดูแลสวนสาธารณะ จุดที่ {}",
    "ซื้อครุภัณฑ์คอมพิวเตอร์ (All In One) ชุดที่ {}",
    "จ้างซ่อมแซมท่อระบายน้ำและบ่อพัก ซอย {}",
)
_METHODS = ("วิธีเฉพาะเจาะจง", "วิธีคัดเลือก", "วิธีประกาศเชิญชวนทั่วไป (e-bidding)")
_STATUSES = ("จัดทำสัญญาแล้ว", "อยู่ระหว่างดำเนินการ", "สิ้นสุดสัญญา", "ยกเลิก")
_SHOPS = ("ร้านขยันการค้า", "บริษัท รุ่งเรืองการโยธา จำกัด", "ห้างหุ้นส่วนจำกัด ตัวอย่างก่อสร้าง")

_TEMPLATE = '{% from "data_table.html" import data_table %}{{ data_table(table, link) }}'
_MENU = re.compile(r'<nav class="md-nav md-nav--secondary".*?</nav>', re.DOTALL)
"""The list of the page's own contents, which are replaced."""
_CONTENTS = re.compile(r"(<article[^>]*>).*(</article>)", re.DOTALL)


@dataclass(frozen=True)
class Table:
    """The argument of the macro."""

    dataset: Dataset
    first: Sequence[tuple[Cell, ...]]
    numerals: str | None = None
    hidden: tuple[str, ...] = ()


def purchase(number: int, **others: Cell) -> tuple[Cell, ...]:
    """Make a unique row; every 37th has no price yet."""
    price = Decimal(number * 7919 % 1_999_983) + Decimal("1000.00")
    day = date.fromordinal(date(2025, 10, 1).toordinal() + number * 11 % 360)
    shop = f"{_SHOPS[number % 3]} (สาขาที่ {number % 89})"
    cells: dict[str, Cell] = {
        "month": calendar.Month(day.year, day.month),
        "project_number": str(69_010_000_000 + number),
        "name": _WORKS[number % 5].format(number),
        "kind": "จ้างก่อสร้าง" if number % 5 == 0 else "ซื้อ",
        "budget": price + 500,
        "source": "เงินงบประมาณตามเทศบัญญัติ",
        "reference_price": price + Decimal("120.5"),
        "method": _METHODS[number % 3],
        "bidders": f"{shop} = {price} | ร้านคู่แข่งการค้า = {price + 300}",
        "winner": shop,
        "winner_tax_id": "0105500000000",
        "agreed_price": None if number % 37 == 0 else price,
        "reason": "เป็นผู้เสนอราคาต่ำสุดและมีคุณสมบัติถูกต้องครบถ้วนตามเงื่อนไข",
        "contract_number": f"{number}/{YEAR}",
        "contract_date": day,
        "contract_end": date.fromordinal(day.toordinal() + 90),
        "announced": day,
        "status": _STATUSES[number % 4],
        "place": "ตำบลตัวอย่าง อำเภอเมือง",
    }
    return tuple({**cells, **others}.values())


def procurement(rows: Sequence[tuple[Cell, ...]], name: str = "procurement") -> Dataset:
    """Return the year's purchases as a dataset."""
    return Dataset(
        YEAR, name, "การจัดซื้อจัดจ้าง ปีงบประมาณ 2569", "", FIELDS, [*zip(*rows, strict=True)]
    )


def write(
    site: Path, dataset: Dataset, numerals: str | None = None, hidden: tuple[str, ...] = ()
) -> None:
    """Put the table into a page of a site, and its rows beside it."""
    table = Table(dataset, [*dataset.rows(FIRST)], numerals, hidden)
    made = environment(numerals).from_string(_TEMPLATE)
    contents = made.render(table=table, link=lambda target: relative(target, URL))
    shell = (site / "data" / str(YEAR) / "plan" / "index.html").read_text(encoding="utf-8")
    heading = f'<h1 id="content">{dataset.title}</h1>'
    page = _CONTENTS.sub(lambda match: f"{match[1]}{heading}{contents}{match[2]}", shell)
    page = _MENU.sub("", page)
    folder = site / dataset.path
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (site / f"{dataset.path}.json").write_text(as_json(dataset), encoding="utf-8")


def as_json(dataset: Dataset) -> str:
    """Render the rows like the download: objects, exact numbers, days as ISO 8601."""
    names = [json.dumps(field.name) for field in dataset.fields]
    objects = (
        ",".join(f"{name}:{_cell(cell)}" for name, cell in zip(names, row, strict=True))
        for row in dataset.rows()
    )
    return "[" + ",\n".join(f"{{{fields}}}" for fields in objects) + "]"


def _cell(cell: Cell) -> str:
    match cell:
        case int() | Decimal():
            return str(cell)
        case date():
            return f'"{cell.isoformat()}"'
        case calendar.Month():
            return f'"{cell.year}-{cell.month:02}"'
        case _:
            return json.dumps(cell, ensure_ascii=False)


def copy(site: Path, folder: Path) -> Path:
    """Copy a site, so that pages can be added."""
    return Path(shutil.copytree(site, folder))
