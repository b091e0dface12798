"""Files of every kind, and files that cannot be read."""

import os
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter

from oit.spreadsheets import limits
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.opener import Book
from oit.spreadsheets.workbook import read_workbook
from spreadsheets.office_files import (
    Error,
    Formula,
    OldSheet,
    archive,
    compound,
    excel_parts,
    old_workbook,
    open_cell,
    open_document,
    open_row,
)

MHTML = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
XML_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)
FLAT = (
    b'<?xml version="1.0"?><office:document'
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
)


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
        (b"\xff\xfe\r\0\n\0", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "web page"),
        (b"PK\x03\x04 not a zip", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}), "password"),
        (compound({"WordDocument": b"x"}), "Word"),
        (compound({"PowerPoint Document": b"x"}), "PowerPoint"),
        (compound({"Other": b"x"}), "damaged"),
        (b"\x09\x04\x06\x00" + b"\0" * 60, "before Excel 95"),
        (bytes(range(256)) * 20, "not a table"),
        (b"\x01\x02a" * 100, "not a table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(range(32)) * 20, "a picture"),
        (b"Rar!\x1a\x07", "an archive"),
        (b"PK\x05\x06" + b"\0" * 18, "an archive"),
        (b"{\\rtf1\\ansi", "RTF"),
        ("<html><table>".encode("utf-16"), "web page"),
        ("<table><tr><td>ก".encode("utf-16-le"), "web page"),
        (b"<?xml version='1.0'?><a/>", "contains XML"),
        (MHTML, "MHTML"),
        (b"\xef\xbb\xbf" + MHTML, "MHTML"),
        (b"From: <Saved by Excel>\r\nSubject: x\r\n" + MHTML, "MHTML"),
        (b"var a = 1;\n<table>\n<tr><td>1</td></tr></table>", "web page"),
        (XML_2003, "XML of Excel 2003"),
        (FLAT, "flat file of LibreOffice"),
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


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"xl/workbook.bin": "x"}, ".xlsb"),
        ({"word/document.xml": "<document/>"}, "a Word file"),
        ({"ppt/presentation.xml": "<p/>"}, "a PowerPoint file"),
        ({"Index/Document.iwa": "x"}, "Numbers"),
        ({"สขร1.csv": "1,2"}, "a ZIP archive"),
        ({"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"}, "text"),
        ({"mimetype": "x", "encrypted-package": "x"}, "password"),
        ({"_rels/.rels": "<Relationships/>"}, "damaged"),
        ({"_rels/.rels": "<a/>", "_RELS/.rels": "<a/>"}, "the same name"),
    ],
)
def test_other_packages_are_refused(tmp_path: Path, parts: dict[str, str], reason: str) -> None:
    assert reason in refusal(write(tmp_path / "a.xlsx", archive(parts)))


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
    path = write(tmp_path / "a.xls", old_workbook(OldSheet([[None] * 9, [1]])))
    book = Book(path.read_bytes())
    monkeypatch.setattr(limits, "MAX_CELLS", 1)
    with pytest.raises(RefusedError, match="too many cells"):
        book.read("Sheet")


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


PERCENT = (
    open_cell("percentage", "87.50%", 'office:value="0.875"'),
    open_cell("percentage", "100%", 'office:value="1"'),
)


def xlsx(cells: str, codes: tuple[str, ...] = (), **options: str) -> bytes:
    return archive(excel_parts(cells, codes=codes, **options))


@pytest.mark.parametrize(
    "data",
    [
        xlsx('<row><c r="A1" s="1"><v>0.875</v></c><c r="B1" s="1"><v>1</v></c></row>', ("0.00%",)),
        old_workbook(OldSheet([[(0.875, 1), (1, 1)]]), codes=["0.00%"]),
        old_workbook(OldSheet([[(0.875, 1), (1, 1)]]), codes=["0.00%"], version=0x500),
        open_document(open_row(*PERCENT)),
    ],
    ids=["xlsx", "xls", "xls of 1995", "ods"],
)
def test_percentages_are_read_as_they_look(tmp_path: Path, data: bytes) -> None:
    (sheet,) = read_workbook(write(tmp_path / "a", data))
    assert sheet.rows == [["87.5%", "100%"]]


HIDDEN_ROW = open_row(open_cell("string", "ซ่อน"), about='table:visibility="filter"')


@pytest.mark.parametrize(
    "data",
    [
        xlsx(
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
            '<row r="2" hidden="1"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
            '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><v>6</v></c></row>',
            before='<cols><col min="2" max="2" hidden="1"/></cols>',
        ),
        old_workbook(OldSheet([[1, 2], [3, 4], [5, 6]], hidden_rows=[1], hidden_columns=[1])),
        open_document(
            open_row(open_cell("float", "1", 'office:value="1"'), open_cell("string", "2"))
            + open_row(open_cell("string", "3"), about='table:visibility="filter"')
            + open_row(open_cell("string", "5"), open_cell("string", "6")),
            columns='<table:table-column/><table:table-column table:visibility="collapse"/>',
        ),
    ],
    ids=["xlsx", "xls", "ods"],
)
def test_hidden_rows_and_columns_are_left_out_and_reported(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "a", data)
    (sheet,) = read_workbook(path)
    assert sheet.rows == [["1", ""], ["", ""], ["5", ""]]
    rows, columns = sheet.remarks
    assert rows[0].th == sheet.title
    assert "hidden or filtered rows were not imported: 2;" in rows[1].en
    assert "hidden columns were not imported: B;" in columns[1].en
    (kept,) = read_workbook(path, keep_all=True)
    assert (kept.rows[1][0], kept.rows[2][1], kept.remarks) == ("3", "6", [])


def test_hidden_rows_are_named_in_ranges(tmp_path: Path) -> None:
    rows = [[number] for number in range(1, 90)]
    hidden = [1, 2, 3, 5, *range(10, 88, 2)]
    (sheet,) = read_workbook(
        write(tmp_path / "a", old_workbook(OldSheet(rows, hidden_rows=hidden)))
    )
    assert "imported: 2-4, 6, 11, 13," in sheet.remarks[0][1].en
    assert sheet.remarks[0][1].en.count(", ") == 19
    assert " …;" in sheet.remarks[0][1].en


def test_empty_hidden_rows_and_columns_are_not_reported(tmp_path: Path) -> None:
    book = old_workbook(OldSheet([[1, None], [None, None]], hidden_rows=[1], hidden_columns=[1, 7]))
    (sheet,) = read_workbook(write(tmp_path / "a", book))
    assert sheet.remarks == []


def test_a_fault_in_a_hidden_row_is_not_reported_twice(tmp_path: Path) -> None:
    book = old_workbook(OldSheet([[1, Error(0x17)]], hidden_rows=[0]))
    (sheet,) = read_workbook(write(tmp_path / "a", book))
    assert len(sheet.remarks) == 1


ERRORS = [
    open_cell("string", "#REF!", 'calcext:value-type="error" table:formula="of:=1"'),
    open_cell("float", "Err:502", 'office:value="0" table:formula="of:=1"'),
    open_cell("", "", 'table:formula="of:=1+1"'),
    open_cell("string", "#N/A"),
]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (
            xlsx(
                '<row><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><v>#NUM!</v></c>'
                '<c r="C1"><f>1</f></c><c r="D1" t="inlineStr"><is><t>#N/A</t></is></c></row>'
            ),
            "#NUM!",
        ),
        (
            old_workbook(
                OldSheet(
                    [[
                        Error(0x17),
                        Formula(b"\2\0\x24\0\0\0\xff\xff"),
                        Formula(b"\3\0\0\0\0\0\xff\xff"),
                        "#N/A",
                    ]]
                ),
                made_by_excel=False,
            ),
            "#NUM!",
        ),
        (open_document(open_row(*ERRORS)), "Err:502"),
        (b"#REF!,#NUM!,=,#N/A\n1,2,3,4\n", "#NUM!"),
    ],
    ids=["xlsx", "xls", "ods", "csv"],
)  # fmt: skip
def test_errors_and_uncomputed_formulas(tmp_path: Path, data: bytes, error: str) -> None:
    (sheet,) = read_workbook(write(tmp_path / "a", data))
    found = {place.en.rpartition(" ")[2][:1]: why.en for place, why in sheet.remarks}
    assert found["A"] == "a formula with an error: #REF!"
    assert found["B"] == f"a formula with an error: {error}"
    assert found["D"] == "a formula with an error: #N/A"
    if not data.startswith(b"#"):
        assert "result is not in the file" in found["C"]
        assert sheet.rows in ([], [["", "", "", ""]])
    places = [place.en for place, _ in sheet.remarks]
    assert all(place.endswith("1") or " row 1 column " in place for place in places)


def test_a_formula_with_an_empty_result_is_an_empty_cell(tmp_path: Path) -> None:
    empty = Formula(b"\3\0\0\0\0\0\xff\xff")
    (sheet,) = read_workbook(write(tmp_path / "a", old_workbook(OldSheet([[1, empty]]))))
    assert sheet.remarks == []


def test_cells_that_do_not_show_their_value(tmp_path: Path) -> None:
    cells = (
        '<row><c r="A1" s="1"><v>3500000</v></c><c r="B1" s="2"><v>7</v></c>'
        '<c r="C1" s="3"><v>345536000315</v></c><c r="D1" s="4"><v>45939</v></c>'
        '<c r="E1" s="5" t="inlineStr"><is><t>12</t></is></c></row>'
    )
    codes = ("#,##0,", ";;;", "0000000000000", "[$-D07041E]d mmm yy", '"เลขที่ "@')
    (sheet,) = read_workbook(write(tmp_path / "a", xlsx(cells, codes)))
    assert sheet.rows == [["", "", "0345536000315", "2025-10-09", "เลขที่ 12"]]
    assert [place.en for place, _ in sheet.remarks] == [
        "a [เดือน] cell A1", "a [เดือน] cell B1",
    ]  # fmt: skip


def test_spoiled_letters_are_reported(tmp_path: Path) -> None:
    garbage = "ซื้อวัสดุ".encode("cp874")
    book = old_workbook(OldSheet([[garbage, 1]]), version=0x500, page=1252)
    (sheet,) = read_workbook(write(tmp_path / "a", book))
    assert sheet.rows == [["", "1"]]
    assert "wrong encoding" in sheet.remarks[0][1].en
    (sheet,) = read_workbook(write(tmp_path / "a.csv", "ซื้อ,1\nซ่อม,2\n".encode() + b"\xe0\xb8,3\n"))
    assert sheet.rows == [["ซื้อ", "1"], ["ซ่อม", "2"], ["", "3"]]
    assert sheet.remarks[0][0].en == "a.csv row 3 column A"


@pytest.mark.parametrize("page", [874, 1252, 1200, 65001])
def test_old_workbooks_with_the_number_of_another_code_page(tmp_path: Path, page: int) -> None:
    book = old_workbook(OldSheet([["ซื้อวัสดุ", 1]]), page=page)
    (sheet,) = read_workbook(write(tmp_path / "a", book))
    assert sheet.rows == [["ซื้อวัสดุ", "1"]]


def test_workbooks_of_1995(tmp_path: Path) -> None:
    book = old_workbook(OldSheet([["ซื้อวัสดุ".encode("cp874"), 1]]), version=0x500, page=874)
    (sheet,) = read_workbook(write(tmp_path / "a", book))
    assert sheet.rows == [["ซื้อวัสดุ", "1"]]


def test_texts_of_excel_in_every_form(tmp_path: Path) -> None:
    strings = (
        "<r><t>ซื้อ</t></r><r><rPr><b/></rPr><t>วัสดุ</t></r>",
        "<t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh>",
        '<t xml:space="preserve"> ก </t>',
    )
    cells = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
        '<c r="D1" t="inlineStr"><is><r><t>ใน</t></r><r><t>ช่อง</t></r></is></c>'
        '<c r="E1" t="str"><f>A1</f><v>สูตร</v></c><c r="F1" t="b"><v>1</v></c>'
        '<c r="G1" t="d"><v>2025-10-09</v></c></row>'
    )
    (sheet,) = read_workbook(write(tmp_path / "a", archive(excel_parts(cells, strings=strings))))
    assert sheet.rows == [["ซื้อวัสดุ", "課", " ก ", "ในช่อง", "สูตร", "True", "2025-10-09"]]


def test_a_workbook_with_pictures(tmp_path: Path) -> None:
    parts = excel_parts('<row><c r="A1"><v>1</v></c></row>')
    parts |= {"xl/media/image1.jpeg": b"\xff\xd8\xff\xe0", "docProps/thumbnail.jpeg": b"\xff\xd8"}
    (sheet,) = read_workbook(write(tmp_path / "a", archive(parts)))
    assert sheet.rows == [["1"]]


def test_a_protected_sheet_is_not_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "x")
    sheet.protect("secret")
    book.close()
    assert read_workbook(path)[0].rows == [["x"]]


def test_passwords(tmp_path: Path) -> None:
    for kind in (0, 1):  # the two old ciphers, XOR and RC4
        filepass = b"\x2f\0\6\0" + kind.to_bytes(2, "little") + b"\0\0\0\0"
        book = old_workbook(OldSheet([[1]]), extra=filepass)
        assert "password" in refusal(write(tmp_path / "a.xls", book))
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    assert "password" in refusal(write(tmp_path / "a.ods", open_document("", manifest=manifest)))


def test_a_json_file_and_an_empty_table(tmp_path: Path) -> None:
    (sheet,) = read_workbook(write(tmp_path / "a.csv", b' [ {"a": "#REF!", "b": "1"}]'))
    assert sheet.rows == [["a", "b"], ["", "1"]]
    assert read_workbook(write(tmp_path / "a.ods", open_document("")))[0].rows == []
