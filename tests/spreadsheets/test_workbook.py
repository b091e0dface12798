"""Files of every kind, and files that cannot be read."""

import os
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter

from oit.spreadsheets import archive, limits
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.workbook import read_workbook


def refusal(path: Path) -> str:
    with pytest.raises(RefusedError) as caught:
        read_workbook(path)
    return caught.value.reason.en


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_cells_are_formatted_as_a_sheet_displays_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("ต.ค.67")
    day = book.add_format({"num_format": "d mmm yyyy"})
    clock = book.add_format({"num_format": "d mmm yyyy hh:mm"})
    sheet.write_row(0, 0, [46730.0, 0.1 + 0.2, 67109000001, 1.5e15])
    sheet.write_datetime(1, 0, date(2025, 1, 5), day)
    sheet.write_datetime(1, 1, datetime(2025, 1, 5, 9, 30), clock)  # noqa: DTZ001 - Excel has none
    sheet.write_formula(1, 2, "=1+1", None, 2)
    sheet.write_string(1, 3, '=HYPERLINK("http://x")')
    sheet.write_boolean(1, 4, True)
    sheet.write_formula(2, 0, "=1/0", None, "#DIV/0!")
    sheet.merge_range("B4:C5", "ผสาน")
    hidden = book.add_worksheet("เก่า")
    hidden.write(0, 0, "x")
    hidden.hide()
    book.add_worksheet("ว่าง").hide()
    book.add_chartsheet("กราฟ")
    book.close()
    sheet_, old, empty = read_workbook(path)
    assert sheet_.title == "a.xlsx [ต.ค.67]"
    assert sheet_.rows[0][:4] == ["46730", "0.3", "67109000001", "1500000000000000"]
    assert sheet_.rows[1][:5] == [
        "2025-01-05", "2025-01-05 09:30:00", "2", '=HYPERLINK("http://x")', "True"
    ]  # fmt: skip
    assert sheet_.merged == [(3, 1, 4, 2)]
    assert sheet_.remarks[0][0].en == "a.xlsx [ต.ค.67] cell A3"
    assert "#DIV/0!" in sheet_.remarks[0][1].en
    assert old.rows == []
    assert "hidden" in old.remarks[0][1].en
    assert empty.remarks == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "web page"),
        (b"PK\x03\x04 not a zip", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (bytes(range(256)) * 20, "not a table"),
        (b"\x01\x02a" * 100, "not a table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "not a table"),
        (b'"never closed', "not closed"),
        (b"{broken", "JSON"),
        (b'name\n"' + b"x" * 1_000_000 + b'"\n', "not closed, or a cell has more"),
    ],
)
def test_a_file_without_a_table_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    assert reason in refusal(write(tmp_path / "a.xls", data))


def test_a_path_that_is_not_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "folder" in refusal(tmp_path)
    assert "no such file" in refusal(tmp_path / "none.csv")
    os.mkfifo(tmp_path / "pipe")
    assert "plain file" in refusal(tmp_path / "pipe")
    monkeypatch.setattr(limits, "MAX_FILE", 10)
    assert "12 bytes" in refusal(write(tmp_path / "a.csv", b"x" * 12))

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "Permission denied" in refusal(write(tmp_path / "b.csv", b"x"))


def test_other_packages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.bin", b"\0")
    assert ".xlsb" in refusal(path)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<document/>")
    assert "damaged" in refusal(path)


class PanicException(BaseException):
    """What calamine raises when it panics."""


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (PanicException, limits.broken()),
        (python_calamine.PasswordError, limits.has_password()),
    ],
)
def test_a_file_that_calamine_cannot_read_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
    refused: RefusedError,
) -> None:
    path = tmp_path / "a.xlsx"
    xlsxwriter.Workbook(path).close()

    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(python_calamine, "load_workbook", fail)
    assert refusal(path) == refused.reason.en


def test_errors_of_the_program_are_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    xlsxwriter.Workbook(path).close()

    def fail(_: object) -> None:
        raise IndexError

    monkeypatch.setattr(python_calamine, "load_workbook", fail)
    with pytest.raises(IndexError):
        read_workbook(path)


def test_a_sheet_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write(9, 9, date(2025, 1, 5).isoformat() + str(time(1)))
    book.close()
    # Old .xls files are not archives, so that only calamine can measure their sheets.
    monkeypatch.setattr(archive, "examine_archive", lambda _: archive.Archive())
    monkeypatch.setattr(limits, "MAX_CELLS", 99)
    assert "too many cells" in refusal(path)


def test_a_workbook_of_libreoffice(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="ต.ค.67"><table:table-row>'
        + cell.format("string", "", "รายการ")
        + cell.format("float", 'office:value="46730.5"', "46,730.50")
        + cell.format("date", 'office:date-value="2025-01-05"', "5 ม.ค. 68")
        + "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", "<manifest/>")
        file.writestr("content.xml", content)
    (sheet,) = read_workbook(path)
    assert (sheet.name, sheet.rows) == ("ต.ค.67", [["รายการ", "46730.5", "2025-01-05"]])


def test_a_part_that_is_not_a_sheet_of_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write(0, 0, "x")
    book.close()
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/stray.xml", '<worksheet><c r="A1" t="e"><v>#N/A</v></c></worksheet>')
    assert read_workbook(path)[0].remarks == []
