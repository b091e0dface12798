"""One table, written in every way that offices send: read as it is, or refused with the reason."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.workbook import read_workbook
from spreadsheets.office_files import (
    MAIN,
    STRICT,
    OldSheet,
    archive,
    excel_parts,
    old_workbook,
    open_cell,
    open_document,
    open_row,
    relations,
)

TABLE = [
    ["ลำดับที่", "งานที่จัดซื้อ", "วงเงิน", "ร้อยละ"],
    ["1", "ซื้อวัสดุ “สำนักงาน”\nและหมึก", "12000.5", "87.5%"],
    ["2", "จ้างเหมา, ซ่อม; ล้าง", "500000", "100%"],
]
FRACTIONS = {"87.5%": 0.875, "100%": 1.0}
SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


def of_xlsxwriter() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    percent = book.add_format({"num_format": "0.00%"})
    for row, cells in enumerate(TABLE):
        for column, text in enumerate(cells):
            if text in FRACTIONS:
                sheet.write_formula(row, column, "=A2/A3", percent, FRACTIONS[text])
            else:
                sheet.write(row, column, text if row == 0 or column == 1 else float(text))
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Sheet1!$C$2:$C$3"})
    sheet.insert_chart("H1", chart)
    sheet.write_comment("A1", "ตรวจแล้ว")
    sheet.set_header("&Cเทศบาล")
    sheet.data_validation("D2", {"validate": "list", "source": ["ก", "ข"]})
    book.close()
    return out.getvalue()


def of_openpyxl() -> bytes:
    out, book = io.BytesIO(), openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, cells in enumerate(TABLE, start=1):
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(row, column)
            cell.value = FRACTIONS.get(text, text)
            cell.number_format = "0.0%" if text in FRACTIONS else "General"
    book.save(out)
    return out.getvalue()


def rows_of_excel(*, with_references: bool = True) -> str:
    rows = ""
    for row, cells in enumerate(TABLE, start=1):
        rows += f'<row r="{row}">' if with_references else "<row>"
        for letter, text in zip("ABCD", cells, strict=True):
            place = f' r="{letter}{row}"' if with_references else ""
            if text in FRACTIONS:
                rows += f'<c{place} s="1"><v>{FRACTIONS[text]}</v></c>'
            else:
                rows += f'<c{place} t="inlineStr"><is><t>{text}</t></is></c>'
        rows += "</row>"
    return rows


def variants_of_excel() -> Iterator[tuple[str, bytes]]:
    plain = excel_parts(rows_of_excel(), codes=["0.00%"])
    text = str(plain[SHEET])
    yield "plain", archive(plain)
    yield (
        "no references",
        archive(
            plain | {SHEET: text.replace(rows_of_excel(), rows_of_excel(with_references=False))}
        ),
    )
    yield "a byte order mark", archive({name: "\ufeff" + str(part) for name, part in plain.items()})
    yield (
        "prefixes",
        archive(
            plain
            | {
                SHEET: text.replace("<", "<x:")
                .replace("<x:/", "</x:")
                .replace("xmlns=", "xmlns:x=")
            }
        ),
    )
    yield "backslashes", archive({name.replace("/", "\\"): part for name, part in plain.items()})
    yield (
        "capitals",
        archive({name.replace("sheet1", "Sheet1"): part for name, part in plain.items()}),
    )
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    yield (
        "strict",
        archive(
            {name: str(part).replace(MAIN, STRICT) for name, part in plain.items()}
            | {
                "_rels/.rels": relations(("officeDocument", "xl/workbook.xml"), base=strict),
                RELATIONS: relations(
                    ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), base=strict
                ),
            }
        ),
    )
    for target in (
        "/xl/worksheets/sheet1.xml",
        "./worksheets/sheet1.xml",
        "../xl/worksheets/sheet1.xml",
    ):
        rels = relations(("worksheet", target), ("styles", "styles.xml"))
        yield f"target {target}", archive(plain | {RELATIONS: rels})


def old_sheet(encoding: str = "") -> OldSheet:
    def value(text: str) -> object:
        if text in FRACTIONS:
            return FRACTIONS[text], 1
        return text.encode(encoding, "replace") if encoding else text

    return OldSheet([[value(text) for text in cells] for cells in TABLE])  # type: ignore[misc]


def texts() -> Iterator[tuple[str, bytes]]:
    def line(cells: list[str], delimiter: str) -> str:
        return delimiter.join(f'"{text}"' for text in cells)

    for delimiter in (",", ";", "\t", "|"):
        text = "\r\n".join(line(cells, delimiter) for cells in TABLE)
        for encoding in ("utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be"):
            yield f"{delimiter!r} in {encoding}", text.encode(encoding)
        yield f"sep={delimiter!r}", f"sep={delimiter}\r\n{text}".encode()


def corpus() -> Iterator[tuple[str, bytes]]:
    yield "xlsxwriter", of_xlsxwriter()
    yield "openpyxl", of_openpyxl()
    for name, data in variants_of_excel():
        yield f"xlsx: {name}", data
    for page in (874, 1200, 1252):
        yield f"xls: {page}", old_workbook(old_sheet(), codes=["0.00%"], page=page)
    yield "xls of 1995", old_workbook(old_sheet("cp874"), codes=["0%"], page=874, version=0x500)
    rows = [
        open_row(
            *(
                open_cell("percentage", text, f'office:value="{FRACTIONS[text]}"')
                if text in FRACTIONS
                else open_cell("string", text.replace("\n", "</text:p><text:p>"))
                for text in cells
            )
        )
        for cells in TABLE
    ]
    yield "ods", open_document("".join(rows))
    yield from texts()


def test_every_way_is_read_alike_or_refused_with_the_reason(tmp_path: Path) -> None:
    read, refused = [], {}
    for name, data in corpus():
        path = tmp_path / "a.xls"  # whatever its contents are
        path.write_bytes(data)
        try:
            sheet = read_workbook(path)[0]
        except RefusedError as error:
            refused[name] = error.reason.en
            continue
        rows = [[cell.replace("\r\n", "\n") for cell in row[:4]] for row in sheet.rows]
        assert (name, rows, sheet.remarks) == (name, TABLE, [])
        read.append(name)
    assert set(refused) == {
        "xlsx: target ./worksheets/sheet1.xml",
        "xlsx: target ../xl/worksheets/sheet1.xml",
    }
    assert all("damaged" in reason for reason in refused.values())
    assert len(read) == 43


@pytest.mark.parametrize("name", ["xlsxwriter", "xlsx: plain", "xls: 874", "ods"])
def test_a_cut_file_is_refused(tmp_path: Path, name: str) -> None:
    data = dict(corpus())[name]
    for part in range(1, 8):
        path = tmp_path / "a"
        path.write_bytes(data[: len(data) * part // 8])
        with pytest.raises(RefusedError, match="damaged"):
            read_workbook(path)
