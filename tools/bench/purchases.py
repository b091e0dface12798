"""Years of purchases as a municipality has them, with any number of rows."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tools.bench.inputs import (
    Sample,
    checklist_of,
    write_agency,
    write_checklist,
    write_settings,
)
from tools.bench.measure import output_of
from tools.bench.trees import OURS, Tree

NEWEST, YEARS = 2568, 10
"""The last year of the archive, and the number of years; all are over on the bench's day."""
TABLE = "procurement.csv"
ROWS_A_PAGE = 50
COLUMNS = (
    *("month", "project_number", "name", "kind", "budget", "source", "reference_price", "method"),
    *("bidders", "winner", "winner_tax_id", "agreed_price", "reason", "contract_number"),
    *("contract_date", "contract_end", "announced", "status"),
)
_ITEM = "O11"
_KINDS = ("ซื้อ", "จ้างก่อสร้าง", "จ้างทำของ/จ้างเหมาบริการ")
_SOURCES = ("งบประมาณรายจ่ายประจำปี", "เงินอุดหนุนเฉพาะกิจ", "เงินสะสม")
_METHODS = (
    *["วิธีเฉพาะเจาะจง"] * 8,
    *("วิธีประกาศเชิญชวนทั่วไป (e-bidding)", "วิธีคัดเลือก"),
)


def archive(
    rows: int, folder: Path, tree: Tree = OURS, *, years: int = YEARS, block: int = 1
) -> Sample:
    """Write years of purchases, and a checklist that asks for nothing else.

    Args:
        rows: how many purchases a year has.
        folder: the repository.
        tree: the version of the program, whose checklists may have a form of their own.
        years: the number of years.
        block: the number of rows in each month is a multiple of this.
    """
    checklist = checklist_of(tree, _ITEM)
    item = checklist["items"][0]
    # This archive has no documents, so the element about file formats is left out.
    elements = [element for element in item["elements"] if element["rule"] != "formats"]
    checklist["items"] = [item | {"elements": elements, "continues": [_ITEM]}]
    written = tuple(range(NEWEST, NEWEST - years, -1))
    for year in written:
        write_checklist(folder, year, checklist)
        data = folder / f"data/{year}"
        data.mkdir()
        text = f"owner: กองคลัง\nupdated: {year}-09-30\nrows: {TABLE}\n"
        (data / "o11.yml").write_text(text, encoding="utf-8")
        with (data / TABLE).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(_purchases(year, rows, block))
    write_agency(folder)
    write_settings(folder, tree)
    return Sample(folder, written, tree)


def paged_archive(pages: int, folder: Path, tree: Tree = OURS) -> Sample:
    """Write an archive whose months fill pages of 50 rows."""
    return archive(pages // YEARS * ROWS_A_PAGE, folder, tree, block=ROWS_A_PAGE)


def write_tables(sample: Sample) -> Path:
    """Write the tables of a sample as the site publishes them; return the folder."""
    return _written("write_tables", sample)


def write_pages(sample: Sample) -> Path:
    """Write the pages of a sample's monthly summaries as JSON; return the file."""
    return _written("write_pages", sample) / "pages.json"


def _written(script: str, sample: Sample) -> Path:
    folder = sample.folder / script
    folder.mkdir()
    output_of(sample.tree.child(script, sample.data, folder), sample.environment)
    return folder


def _purchases(year: int, rows: int, block: int) -> Iterator[tuple[object, ...]]:
    chance = Random(year)  # noqa: S311 - the same rows in every run
    blocks = rows // block
    for number in range(rows):
        since_october = number // block * 12 // blocks
        month = (since_october + 9) % 12 + 1
        when = f"{year - (month > 9)}-{month:02d}"
        budget = chance.randint(5, 900) * 1000
        reference = budget - chance.randint(0, 900)
        agreed = f"{reference - chance.randint(0, 500)}.{chance.choice(('00', '00', '50', '75'))}"
        shop = chance.randint(1, 400)
        winner = f"ร้านตัวอย่าง {shop}"
        others = f"ห้างหุ้นส่วนจำกัด ตัวอย่าง {shop + 1} = {budget}.00"
        yield (
            when,
            f"{67_000_000_000 + year * 100_000 + number}",
            f"จ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก สายที่ {number} หมู่ที่ {number % 20 + 1} บ้านตัวอย่าง",
            chance.choice(_KINDS),
            f"{budget}.00",
            chance.choice(_SOURCES),
            f"{reference}.00",
            chance.choice(_METHODS),
            f"{winner} = {agreed} | {others}",
            winner,
            _tax_id(f"0{105_500_000 + shop:09d}00"),
            agreed,
            "ราคาต่ำสุดและคุณสมบัติถูกต้อง",
            f"{number + 1}/{year}",
            f"{when}-{chance.randint(15, 28):02d}",
            f"{year}-09-30",
            f"{when}-{chance.randint(1, 9):02d}",
            "สิ้นสุดสัญญา",
        )


def _tax_id(digits: str) -> str:
    """Add the last digit, which checks the other twelve."""
    weighed = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True)
    )
    return f"{digits}{(11 - weighed % 11) % 10}"
