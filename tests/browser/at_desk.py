"""The desk in a process of its own, and what its officers do in a browser."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from playwright.sync_api import FilePayload, Locator, Page, expect

import commands
from intake.imports.office import HEADER
from oit.data.folder import DataFolder
from oit.desk import officer
from oit.desk.accounts import passwords
from oit.desk.accounts.accounts import Account, Accounts
from oit.desk.desk import Desk

TODAY = "2569-01-20"
"""Three months of the fiscal year have ended."""
KINDS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PASSWORD = "ข้าวเหนียวมะม่วง สามจาน"  # noqa: S105 - of nobody
MONTHS = ("ตุลาคม 2568", "พฤศจิกายน 2568", "ธันวาคม 2568")


def new_agency(folder: Path) -> Path:
    """Begin an agency, as whoever looks after the computers does once."""
    given = {"name": "เทศบาลตำบลดอนทราย", "kind": "municipality", "province": "ขอนแก่น"}
    answers = [f"--{name}={value}" for name, value in given.items()]
    made = commands.oit("init", folder, *answers, "--year=2569")
    assert made.returncode == 0, made.stderr
    return folder


@contextmanager
def desk(folder: Path, *words: str) -> Iterator[str]:
    """Run the desk; yields the address that opens it, once if nobody signs in."""
    process = subprocess.Popen(
        [sys.executable, "-m", "oit", "desk", "--no-browser", "--today", TODAY, *words],
        cwd=folder,
        env=commands.clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        yield found[0]
    finally:
        process.terminate()
        said = process.communicate(timeout=60)[1]
    assert "Traceback" not in said


def monthly_summaries() -> bytes:
    """A workbook of the monthly summary (สขร.1): a sheet a month."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for number, month in enumerate(MONTHS, start=1):
        sheet = book.add_worksheet(month.split()[0])
        sheet.write(0, 0, f"แบบสรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {month}")
        sheet.write_row(2, 0, HEADER)
        sheet.write_row(
            3,
            0,
            [
                "1",
                f"ซื้อวัสดุสำนักงาน ครั้งที่ {number}",
                "12,000.00",
                "12,000.00",
                "เฉพาะเจาะจง",
                "ร้านดอนทรายการค้า 11,860.00 บาท",
                "ร้านดอนทรายการค้า 11,860.00 บาท",
                "ราคาต่ำสุดและคุณสมบัติครบ",
                f"{number}/2569 ลงวันที่ 9 {month}",
            ],
        )
    book.close()
    return stream.getvalue()


def a_file(name: str, content: bytes) -> FilePayload:
    """A file of the officer's computer."""
    return {"name": name, "mimeType": KINDS[name.rpartition(".")[2]], "buffer": content}


def with_accounts(folder: Path, *names: str) -> Path:
    """Give people accounts, all with the same password."""
    accounts = Accounts(Desk(DataFolder(folder / "data", folder)).state)
    kept = passwords.hashed(PASSWORD)
    for name in names:
        accounts.put(Account(officer.Officer(name, officer.Role.EDITOR), kept))
    return folder


def sign_in(page: Page, address: str, name: str) -> None:
    """Sign in, as everybody does in the morning."""
    page.goto(address)
    page.get_by_label("ชื่อบัญชี").fill(name)
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation")).to_contain_text(name)


class Officer:
    """Somebody who reads titles, clicks and types."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, item: str) -> None:
        """Go to an item from wherever she is."""
        self.page.get_by_role("link", name="หน้าแรก", exact=True).click()
        title = re.compile(rf"^{item} ")
        with self.page.expect_navigation():
            self.page.get_by_role("heading", level=3).get_by_role("link", name=title).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def field(self, title: str) -> Locator:
        """Return the field with a title; of several, the last: that of the newest entry."""
        return self.page.get_by_label(re.compile(rf"^{re.escape(title)}( \(.*\))?\s*$")).last

    def type(self, title: str, text: str) -> None:
        """Click a field, and type."""
        self.field(title).click()
        self.page.keyboard.insert_text(text)

    def write(self, *texts: str) -> None:
        """Type where the desk has put her, then in the fields that follow."""
        for number, text in enumerate(texts):
            if number:
                self.page.keyboard.press("Tab")
            self.page.keyboard.insert_text(text)

    def choose(self, title: str, choice: str) -> None:
        """Choose from a list."""
        self.field(title).select_option(label=choice)

    def press(self, name: str) -> None:
        """Click a button, and wait for the page that follows."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).last.click()

    def add(self, what: str) -> None:
        """Add an entry: she can type at once."""
        self.press(f"เพิ่มรายการ ({what})")
        expect(self.page.locator("#form :focus")).to_have_attribute("type", "text")

    def hand_in(self, document: FilePayload, title: str) -> None:
        """Hand in a document."""
        self.page.get_by_label("เลือกไฟล์ หรือลากมาวางในกรอบนี้").set_input_files(document)
        self.page.get_by_label("ชื่อเอกสาร", exact=True).last.fill(title)
        self.page.get_by_role("button", name="ส่งเอกสาร").click()
        expect(self.page.get_by_text(f"เก็บ “{title}” แล้ว")).to_be_visible()

    def save(self) -> None:
        """Save, and read that it is saved."""
        self.press("บันทึก")
        expect(self.page.get_by_role("status").filter(has_text="บันทึกแล้ว")).to_be_visible()

    def is_complete(self, item: str) -> None:
        """Read that nothing is lacking any more."""
        expect(self.page.locator("#status h2").filter(has_text=item)).to_contain_text("ครบถ้วน")
