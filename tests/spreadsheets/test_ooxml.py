"""Excel workbooks made of odd parts: what their sheets contain beside their values."""

import pytest

from oit.spreadsheets import limits
from oit.spreadsheets.details import NOT_COMPUTED, Details
from oit.spreadsheets.formats import EPOCH_1904
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.ooxml import Package
from spreadsheets.office_files import MAIN, excel_parts, relations

Parts = dict[str, str | bytes]


def package(parts: Parts) -> Package:
    encoded = {
        name.lower(): part.encode() if isinstance(part, str) else part
        for name, part in parts.items()
    }
    return Package(encoded)


def details(cells: str, before: str = "", **options: str) -> Details:
    return package(excel_parts(cells, before=before, **options)).details["เดือน"]


def refusal(parts: Parts) -> str:
    with pytest.raises(RefusedError) as caught:
        package(parts)
    assert caught.value.reason.th
    return caught.value.reason.en


def test_cells_without_a_value() -> None:
    cells = (
        '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1"><f t="shared" si="0"/><v/></c><c r="F1"><f t="array" ref="F1">A1</f></c>'
        '<c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="str"><f>A1</f></c></row>'
    )
    assert details(cells).lost == [
        ((0, 0), "#DIV/0!"),
        ((0, 1), NOT_COMPUTED),
        ((0, 4), NOT_COMPUTED),
        ((0, 5), NOT_COMPUTED),
        ((0, 6), "#N/A"),
        ((0, 7), NOT_COMPUTED),
    ]


def test_a_zero_in_a_workbook_that_was_never_computed() -> None:
    cells = (
        '<row><c r="A1"><f>1+1</f><v>0</v></c><c r="B1"><v>0</v></c>'
        '<c r="C1" t="str"><f>A1</f><v></v></c></row>'
    )
    assert details(cells).lost == []
    lost = details(cells, book='<calcPr fullCalcOnLoad="1"/>').lost
    assert lost == [((0, 0), NOT_COMPUTED), ((0, 2), NOT_COMPUTED)]


def test_cells_without_references_follow_one_another() -> None:
    error = '<c t="e"><v>#REF!</v></c>'
    cells = f"<row><c/>{error}</row><row>{error}<c r='D2'/>{error}</row><row r='9'>{error}</row>"
    places = [(0, 1), (1, 0), (1, 4), (8, 0)]
    assert details(cells).lost == [(place, "#REF!") for place in places]
    assert details('<c r="a1" t="e"><v>#N/A</v></c>').lost == [((0, 0), "#N/A")]


def test_hidden_rows() -> None:
    rows = (
        '<row r="1"/><row r="2" hidden="1"/><row r="3" hidden="0" ht="15"/>'
        '<row r="4" hidden="true" outlineLevel="1"/><row ht="0" customHeight="1"/>'
        '<row r="x" ht="?"/>'
    )
    assert details(rows).hidden_rows == [range(1, 2), range(3, 4), range(4, 5)]


def test_hidden_columns() -> None:
    columns = (
        '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/>'
        '<col min="5" max="5" width="0"/><col min="6" max="16384" hidden="true"/>'
        '<col min="nan" max="-4" hidden="1"/></cols>'
    )
    assert details("", columns).hidden_columns == [
        range(1, 3),
        range(4, 5),
        range(5, 16_384),
        range(1),
    ]
    narrow = '<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="3" width="9"/></cols>'
    assert details("", narrow).hidden_columns == [range(1), range(3, 16_384)]


def test_formats_of_cells() -> None:
    cells = (
        '<row><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="0"><v>0.5</v></c><c r="C1" s="1"/>'
        '<c r="D1" s="9"><v>1</v></c><c r="E1" s="x"><v>1</v></c><c r="F1" s="2"><v>1</v></c></row>'
    )
    found = package(excel_parts(cells, codes=["0%", "#,##0"])).details["เดือน"].formats
    assert {place: form.code for place, form in found.items()} == {(0, 0): "0%"}


def test_days_since_1904() -> None:
    assert package(excel_parts("", book='<workbookPr date1904="1"/>')).epoch == EPOCH_1904


def test_parts_with_other_names_are_found_or_refused() -> None:
    plain = excel_parts('<c r="A1" t="e"><v>#N/A</v></c>')
    sheet = plain.pop("xl/worksheets/sheet1.xml")
    rels = "xl/_rels/workbook.xml.rels"
    for target in (
        "/xl/other/page.xml",
        "other/page.xml",
        "../xl/other/page.xml",
        "OTHER/Page.xml",
    ):
        found = package(
            {**plain, rels: relations(("worksheet", target)), "xl/other/page.xml": sheet}
        )
        assert len(found.details["เดือน"].lost) == 1
    moved = {**excel_parts(""), "xl/texts.xml": "<sst/>"}
    moved[rels] = relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "texts.xml"))
    assert "not named or encoded as Excel" in refusal(moved)
    book = excel_parts("")
    book["_rels/.rels"] = relations(("officeDocument", "/xl/book.xml"))
    book["xl/book.xml"] = book.pop("xl/workbook.xml")
    book["xl/_rels/book.xml.rels"] = book.pop(rels)
    assert "not named or encoded as Excel" in refusal(book)


def test_a_strict_workbook() -> None:
    base = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = excel_parts('<c r="A1" t="e"><v>#N/A</v></c>')
    parts["_rels/.rels"] = relations(("officeDocument", "xl/workbook.xml"), base=base)
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("worksheet", "worksheets/sheet1.xml"), base=base
    )
    assert len(package(parts).details["เดือน"].lost) == 1


def test_elements_with_prefixes_and_parts_with_marks() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )
    for part in (sheet, "\ufeff" + sheet):
        parts = excel_parts("") | {"xl/worksheets/sheet1.xml": part}
        assert package(parts).details["เดือน"].lost == [((0, 0), "#N/A")]


def test_parts_in_utf_16() -> None:
    part = f'<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{MAIN}"/>'
    for encoded in (part.encode("utf-16"), ("\ufeff" + part).encode("utf-16-be")):
        parts = excel_parts("") | {"xl/worksheets/sheet1.xml": encoded}
        assert "not named or encoded as Excel" in refusal(parts)


def test_sheets_of_old_macros() -> None:
    parts = excel_parts("")
    rels = relations(("xlMacrosheet", "worksheets/sheet1.xml"))
    assert "old macros" in refusal(parts | {"xl/_rels/workbook.xml.rels": rels})


def test_incomplete_workbooks_are_refused() -> None:
    whole = excel_parts("")
    for name in (
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
    ):
        assert "damaged" in refusal({key: part for key, part in whole.items() if key != name})
    for broken in (
        "<worksheet><b></worksheet>",
        "<!-- none -->",
        '<?xml version="1.0" encoding="no"?><a/>',
    ):
        assert "damaged" in refusal({**whole, "xl/worksheets/sheet1.xml": broken})
    del whole["xl/styles.xml"], whole["xl/sharedStrings.xml"]
    assert list(package(whole).details) == ["เดือน"]


def test_other_parts_are_left_alone() -> None:
    others: Parts = {
        "xl/media/image1.jpeg": b"\xff\xd8\xff\xe0 a picture",
        "docProps/thumbnail.emf": b"\x01\x00\x00\x00<",
        "xl/printerSettings/printerSettings1.bin": b"<\x00P\x00",
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        "docProps/custom.xml": b"<not closed",
    }
    assert package({**excel_parts(""), **others}).details["เดือน"] == Details()


def test_a_doctype() -> None:
    entities = '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
    assert "DOCTYPE" in refusal({**excel_parts(""), "xl/worksheets/sheet1.xml": entities})


def test_a_cell_at_the_far_end_of_a_sheet() -> None:
    for far in ("XFD1048576", "xfd1048576"):
        cells = f'<row><c r="A1"><v>1</v></c><c r="{far}"><v>1</v></c></row>'
        assert "row 1,048,576" in refusal(excel_parts(cells))


def test_texts_that_many_cells_point_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT", 100_000)
    cells = '<c t="s"><v>0</v></c>' * 10
    assert "too much text" in refusal(excel_parts(cells, strings=[f"<t>{'ก' * 20_000}</t>"]))


def test_a_cell_that_is_too_long() -> None:
    long = f"<t>{'ก' * 1_000_000}</t>"
    inline = f'<c r="B2" t="inlineStr"><is>{long}</is></c>'
    assert "the cell B2 has 1,000,000" in refusal(excel_parts(inline))
    shared = excel_parts('<c r="B2" t="s"><v>0</v></c>', strings=[long])
    assert "the cell B2 has 1,000,000" in refusal(shared)
