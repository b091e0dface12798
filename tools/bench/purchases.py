"""Years of purchases as a municipality has them, with any number of rows."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml
from tools.bench.inputs import Sample
from tools.bench.measure import ROOT

NEWEST, YEARS = 2568, 10
"""The last year of the archive, and the number of years; all are over on the bench's day."""
TABLE = "procurement.csv"
COLUMNS = (
    *("month", "project_number", "name", "kind", "budget", "source", "reference_price", "method"),
    *("bidders", "winner", "winner_tax_id", "agreed_price", "reason", "contract_number"),
    *("contract_date", "contract_end", "announced", "status"),
)
_MODEL, _ITEM = ROOT / "hooks/oit/checklists/general-2569.yml", "O11"
_KINDS = ("ซื้อ", "จ้างก่อสร้าง", "จ้างทำของ/จ้างเหมาบริการ")
_SOURCES = ("งบประมาณรายจ่ายประจำปี", "เงินอุดหนุนเฉพาะกิจ", "เงินสะสม")
_METHODS = (
    *["วิธีเฉพาะเจาะจง"] * 8,
    *("วิธีประกาศเชิญชวนทั่วไป (e-bidding)", "วิธีคัดเลือก"),
)


def archive(rows: int, folder: Path, *, block: int = 1) -> Sample:
    """Write ten years of purchases, and a checklist that asks for nothing else.

    Args:
        rows: how many purchases a year has.
        folder: the folder of ``data/``.
        block: the number of rows in each month is a multiple of this.
    """
    data = folder / "data"
    years = tuple(range(NEWEST, NEWEST - YEARS, -1))
    (data / "checklists").mkdir(parents=True)
    agency = "name: เทศบาลตำบลตัวอย่าง\nkind: municipality\nchecklist: bench\n"
    (data / "agency.yml").write_text(agency, encoding="utf-8")
    for year in years:
        # JSON is YAML.
        checklist = json.dumps(_checklist(year), ensure_ascii=False)
        (data / f"checklists/bench-{year}.yml").write_text(checklist, encoding="utf-8")
        (data / str(year)).mkdir()
        item = f"owner: กองคลัง\nupdated: {year}-09-30\nrows: {TABLE}\n"
        (data / f"{year}/o11.yml").write_text(item, encoding="utf-8")
        with (data / f"{year}/{TABLE}").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(_purchases(year, rows, block))
    return Sample(data, years)


def _checklist(year: int) -> dict[str, Any]:
    """Return a checklist of one item, the monthly summary, with the elements about its rows."""
    text = _MODEL.read_text(encoding="utf-8")
    checklist: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - only texts
    item = next(item for item in checklist["items"] if item["id"] == _ITEM)
    # This archive has no documents, so the element about file formats is left out.
    elements = [element for element in item["elements"] if element["rule"] != "formats"]
    alone = item | {"elements": elements, "continues": [_ITEM]}
    used = [each for each in checklist["indicators"] if each["id"] == item["indicator"]]
    changed = {"checklist": "bench", "year": str(year), "indicators": used, "items": [alone]}
    return checklist | changed


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
