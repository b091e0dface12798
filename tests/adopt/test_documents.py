"""The ending that a file gets by its contents, and what its name says otherwise."""

from dataclasses import replace
from pathlib import Path

import pytest

from adopt.adopting import DOCUMENTS, Adopting, index, of_item
from oit.adopt.adoption import Outcome
from oit.adopt.documents import Why, suffix_of
from oit.adopt.fetched import Fetched

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "kind", "contents", "suffix"),
    [
        ("a.php", "pdf", b"", ".pdf"),
        ("a.pdf", "jpg", b"", ".jpg"),
        ("a.csv", "text", b"", ".csv"),
        ("a.php", "text", b"", ""),
        ("a.xls", "office", OLE + "Workbook".encode("utf-16-le"), ".xls"),
        ("a", "office", OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        ("a.xls", "office", OLE + b"Thumbs", ""),
        ("a.mp4", "mp4", b"", ""),
    ],
)
def test_the_ending_follows_the_contents(
    name: str, kind: str, contents: bytes, suffix: str, tmp_path: Path
) -> None:
    file = tmp_path / "contents"
    file.write_bytes(contents)
    fetched = Fetched(f"https://a.go.th/{name}", file, kind, len(contents), "0")
    assert suffix_of(fetched) == suffix
    assert suffix_of(replace(fetched, address=f"https://a.go.th/{name}?x=1")) == suffix


def test_a_spreadsheet_called_a_pdf_is_stored_as_what_it_is(adopting: Adopting) -> None:
    items = {"O7 รายงานผลการดำเนินงานประจำปี": [("รายงาน พ.ศ. 2568", "report.pdf")]}
    adopting.save(index(items), report_pdf=DOCUMENTS / "o12-procurement-2568.xlsx")
    [row] = of_item(adopting.adopt(), "O7").rows
    assert (row.outcome, row.file) == (Outcome.LIVE, "files/2569/o07-1.xlsx")
    assert [doubt.why for doubt in row.doubts] == [Why.NAME]
    assert "## ชื่อเดิมลงท้าย .pdf" in adopting.newcomer.read("2569/o07.yml")
