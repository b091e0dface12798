"""OpenDocument spreadsheets: what their sheets contain beside their values."""

import io
import zipfile

import pytest

from oit.spreadsheets import limits
from oit.spreadsheets.details import NOT_COMPUTED, Details
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.open_document import examine, is_encrypted
from spreadsheets.office_files import open_cell, open_document, open_row


def content(rows: str, **options: str) -> bytes:
    data = open_document(rows, **options)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("content.xml")


def details(rows: str, **options: str) -> Details:
    return examine(content(rows, **options))["เดือน"]


def refusal(rows: str) -> str:
    with pytest.raises(RefusedError) as caught:
        examine(content(rows))
    assert caught.value.reason.th
    return caught.value.reason.en


def number(value: str, text: str, kind: str = "float") -> str:
    return open_cell(kind, text, f'office:value="{value}"')


@pytest.mark.parametrize(
    ("kind", "value", "text", "shown"),
    [
        ("percentage", "0.875", "87.50%", "87.5%"),
        ("percentage", "0.875", "88%", "87.5%"),
        ("percentage", "0.8751234", "87.5123%", "87.5123%"),
        ("percentage", "-0.05", "(5%)", "-5%"),
        ("float", "3.5", "3.5 ล้านบาท", "3.5 ล้านบาท"),
        ("float", "812345678", "081-234-5678", "081-234-5678"),
        ("float", "345536000315", "0345536000315", "0345536000315"),
        ("float", "1", "ผ่าน", "ผ่าน"),
        ("currency", "500", "$500.00", "$500.00"),
        ("time", "", "26:03", "26:03"),
    ],
)
def test_cells_that_show_something_else(kind: str, value: str, text: str, shown: str) -> None:
    assert details(open_row(number(value, text, kind))).texts == {(0, 0): shown}


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("float", "46730.5", "46,730.50"),
        ("float", "46730.456", "46,730"),
        ("float", "46730.5", "๔๖,๗๓๐.๕๐"),
        ("currency", "500", "฿500.00"),
        ("currency", "500", "500.- บาท"),
        ("float", "-500", "(500.00)"),
        ("float", "67109000001", "6.71E+10"),
        ("float", "0.5", "1/2"),
        ("float", "0", ""),
        ("float", "0", "-"),
        ("float", "0.5", ".5"),
        ("float", "0.5", "0,5"),
        ("float", "1234.5", "1.234,50"),
        ("float", "x", "1"),
    ],
)
def test_cells_that_show_their_value(kind: str, value: str, text: str) -> None:
    found = details(open_row(number(value, text, kind)))
    assert found in (Details(), Details(texts={(0, 0): "-"}))


def test_cells_that_mislead() -> None:
    found = details(open_row(number("3500000", "3,500"), number("5", "")))
    assert found.misleading == [(0, 0), (0, 1)]
    assert found.texts == {}


def test_errors_and_formulas_that_were_not_computed() -> None:
    formula = 'table:formula="of:=1"'
    row = open_row(
        open_cell(
            "string", "#REF!", f'office:string-value="" calcext:value-type="error" {formula}'
        ),
        open_cell("float", "Err:502", f'office:value="0" {formula}'),
        open_cell("", "", formula),
        open_cell("string", "", f'office:string-value="" {formula}'),
        open_cell("float", "2", f'office:value="2" {formula}'),
    )
    assert details(row).lost == [((0, 0), "#REF!"), ((0, 1), "Err:502"), ((0, 2), NOT_COMPUTED)]


def test_repeated_cells_and_rows() -> None:
    twice = 'table:number-columns-repeated="2" office:value="0.5"'
    rows = open_row(
        "<table:table-cell/>", open_cell("percentage", "50%", twice),
        about='table:number-rows-repeated="2"',
    )  # fmt: skip
    places = [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert details(rows).texts == dict.fromkeys(places, "50%")


def test_hidden_rows_and_columns() -> None:
    styles = (
        '<style:style style:name="none"><style:table-row-properties style:row-height="0cm"/>'
        '</style:style><style:style style:name="thin"><style:table-column-properties'
        ' style:column-width="0.001in"/></style:style><style:style style:name="wide">'
        '<style:table-column-properties style:column-width="2.26cm"/></style:style>'
    )
    columns = (
        '<table:table-column table:style-name="wide"/><table:table-column'
        ' table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-column table:style-name="thin"/>'
        '<table:table-column table:visibility="filter" table:number-columns-repeated="99999"/>'
    )
    rows = (
        open_row()
        + open_row(about='table:visibility="collapse"')
        + open_row(about='table:visibility="filter" table:number-rows-repeated="3"')
        + open_row(about='table:style-name="none"')
        + f'<table:table-row-group table:display="false">{open_row()}</table:table-row-group>'
        + open_row()
    )
    found = details(rows, styles=styles, columns=columns)
    assert found.hidden_rows == [range(1, 2), range(2, 5), range(5, 6), range(6, 7)]
    assert found.hidden_columns == [range(1, 3), range(3, 4), range(4, 16_384)]


def test_notes_and_spaces_are_no_part_of_a_number() -> None:
    note = "<office:annotation><text:p>ดูหมายเหตุ</text:p></office:annotation>"
    spaced = '<text:p>5<text:s text:c="2"/></text:p><text:p>คน</text:p>'
    cell = '<table:table-cell office:value-type="float" office:value="5">{}</table:table-cell>'
    assert details(open_row(cell.format(f"{note}<text:p>5</text:p>"))) == Details()
    assert details(open_row(cell.format(spaced))).texts == {(0, 0): "5  \nคน"}


def test_tables_within_cells_are_left_alone() -> None:
    inner = (
        f'<table:table table:name="ใน">{open_row(number("0.5", "50%", "percentage"))}</table:table>'
    )
    assert details(open_row(f"<table:table-cell>{inner}</table:table-cell>")) == Details()


def test_repeated_cells_that_are_too_many() -> None:
    cell = open_cell("string", "x")
    millions = 'table:number-rows-repeated="1048576"'
    assert "too many cells" in refusal(open_row(cell * 5, about=millions))
    wide = open_cell("string", "x", 'table:number-columns-repeated="99999999999"')
    assert "too many cells" in refusal(open_row(wide))
    assert "too long" in refusal(open_row(open_cell("string", "x" * 40_000)))
    spaces = '<text:p><text:s text:c="9999999999"/></text:p>'
    assert "too long" in refusal(open_row(f"<table:table-cell>{spaces}</table:table-cell>"))
    far = open_row("<table:table-cell/>", about='table:number-rows-repeated="1048575"')
    aside = '<table:table-cell table:number-columns-repeated="16000"/>'
    assert "reach to WQK1048576" in refusal(far + open_row(aside, cell))


def test_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT", 100_000)
    many = open_cell("string", "x" * 20_000, 'table:number-columns-repeated="10"')
    assert "too much text" in refusal(open_row(many))


def test_empty_cells_may_be_repeated() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    assert details(open_row(empty, about='table:number-rows-repeated="1048576"')) == Details()
    assert details(open_row('<table:table-cell table:number-columns-repeated="x"/>')) == Details()


def test_encryption() -> None:
    assert is_encrypted(b"<manifest><file-entry><encryption-data/></file-entry></manifest>")
    assert not is_encrypted(b"<manifest><file-entry/></manifest>")
