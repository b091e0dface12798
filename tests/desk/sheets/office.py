"""A new agency at its desk: its data folder, and what an officer does in a browser."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.desk import Desk

TODAY = date(2026, 2, 1)
HEAD = (
    "ลำดับที่,งานที่จัดซื้อหรือจัดจ้าง,วงเงินที่จะซื้อหรือจ้าง,ราคากลาง,วิธีซื้อหรือจ้าง,รายชื่อผู้เสนอราคาและราคาที่เสนอ,"
    "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง,เหตุผลที่คัดเลือกโดยสรุป,เลขที่และวันที่ของสัญญาหรือข้อตกลง\n"
)
"""The nine columns of the monthly summary, สขร.1."""

TABLE = (
    "month,name,budget,bidders,winner,agreed_price,contract_number,contract_date\r\n"
    '2568-10,"ซื้อกระดาษ, ดินสอ",12000,ร้าน ก = 11860 | ร้าน ข,ร้าน ก,11860,1/2569,2568-10-09\r\n'
    '2568-12,ซื้อเก้าอี้,"8000",,ร้าน ค,7900,2/2569,2568-12-01\r\n'
)
"""A table as Excel writes it: with its line ends, and quotes where nobody needs them."""


@dataclass
class Page:
    """What the desk answers."""

    status: int
    text: str
    address: str

    @property
    def words(self) -> str:
        """What a person reads."""
        return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", self.text).split()))

    @property
    def sent(self) -> dict[str, str]:
        """The inputs of the page's forms, as a browser sends them."""
        found: dict[str, str] = {}
        for tag in re.findall(r"<input[^>]*>", self.text):
            parts = dict(re.findall(r'([\w/-]+)="([^"]*)"', tag))
            is_chosen = parts.get("type") not in {"radio", "checkbox"} or " checked" in tag
            if "name" in parts and is_chosen:
                found[html.unescape(parts["name"])] = html.unescape(parts.get("value", ""))
        for name, text in re.findall(
            r'<textarea[^>]* name="([^"]*)"[^>]*>\n(.*?)</textarea>', self.text, re.DOTALL
        ):
            found[html.unescape(name)] = html.unescape(text).replace("\n", "\r\n")
        return found


@dataclass
class Office:
    """A data folder and a browser."""

    folder: Path
    client: TestClient
    desk: Desk

    @classmethod
    @contextmanager
    def open(cls, folder: Path) -> "Iterator[Office]":
        """Found an agency without any data."""
        (folder / "data" / "2569").mkdir(parents=True)
        (folder / "docs").mkdir()
        (folder / "data" / "agency.yml").write_text(
            "name: เทศบาลตำบลตัวอย่าง\nkind: municipality\n", encoding="utf-8"
        )
        desk = Desk(DataFolder(folder / "data", folder), TODAY)
        with TestClient(make_app(desk)) as client:
            yield cls(folder, client, desk)

    def get(self, address: str) -> Page:
        """Open a page."""
        response = self.client.get(address)
        return Page(response.status_code, response.text, str(response.url.raw_path, "ascii"))

    def post(self, address: str, sent: Mapping[str, Any]) -> Page:
        """Press a button."""
        response = self.client.post(address, data=sent)
        return Page(response.status_code, response.text, str(response.url.raw_path, "ascii"))

    def drop(self, *files: tuple[str, bytes], item: str = "o11") -> Page:
        """Drop files."""
        response = self.client.post(
            f"/2569/{item}/table/",
            data={"do": "receive"},
            files=[("u/table", (name, data)) for name, data in files],
        )
        return Page(response.status_code, response.text, str(response.url.raw_path, "ascii"))

    def accept(self, shown: Page, item: str = "o11") -> Page:
        """Accept what a page shows."""
        return self.post(f"/2569/{item}/table/", {**shown.sent, "do": "accept"})

    def change(self, page: Page, values: Mapping[str, str], do: str = "save") -> Page:
        """Type values into the form of a row, and press a button."""
        return self.post(page.address, {**page.sent, **values, "do": do})

    def has_table(self, text: str | bytes = TABLE) -> Path:
        """Give the item a table."""
        path = self.folder / "data" / "2569" / "procurement.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        (path.parent / "o11.yml").write_text("# O11\nrows: procurement.csv\n", encoding="utf-8")
        return path

    @property
    def files(self) -> dict[str, bytes]:
        """The files of the data folder."""
        data = self.folder / "data"
        return {
            p.relative_to(data).as_posix(): p.read_bytes() for p in data.rglob("*") if p.is_file()
        }

    @property
    def record(self) -> list[dict[str, Any]]:
        """What the record of saves says."""
        lines = (self.desk.state / "saves.log").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]


def summary(title: str, *rows: str) -> bytes:
    """Make a monthly summary as CSV."""
    return f"{title},,,,,,,,\n{HEAD}{''.join(f'{row}{chr(10)}' for row in rows)}".encode()


def purchase(number: int, name: str = "ซื้อวัสดุ", day: str = "9 ต.ค. 68", price: str = "11860") -> str:
    """Make a row of a monthly summary."""
    of_shop = f"ร้าน ก {price} บาท"
    return (
        f'{number},{name},12000,12000,เฉพาะเจาะจง,"{of_shop}","{of_shop}",ราคาต่ำสุด,'
        f"{number}/2569 ลว. {day}"
    )
