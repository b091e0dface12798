"""Archives that would harm a program that trusts them."""

import io
import struct
import zipfile

import pytest

from oit.spreadsheets import limits
from oit.spreadsheets.archive import examine_archive
from oit.spreadsheets.limits import RefusedError

SHEET = '<worksheet xmlns="x"><sheetData>{}</sheetData></worksheet>'


def archive(members: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        examine_archive(data)
    assert caught.value.reason.th
    return caught.value.reason.en


def lying(data: bytes, size: int) -> bytes:
    """Change the size that the archive's directory declares of its only member."""
    at = data.rindex(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def test_an_honest_archive() -> None:
    cells = '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>ก</t></is></c></row>'
    texts = "<sst>x<si><t>ข้อความ</t></si></sst>"
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
        members = {"a.xml": SHEET.format(cells), "s.xml": texts, "b.png": "x"}
        assert examine_archive(archive(members, method)).lost == []


def test_sizes_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_INFLATED", 100_000)
    bomb = archive({"a.xml": "0" * 200_000})
    assert "unpacks to more" in refusal(bomb)
    # The directory says ten bytes: no further than the limit is inflated all the same.
    assert "unpacks to more" in refusal(lying(bomb, 10))
    monkeypatch.setattr(limits, "MAX_MEMBERS", 1)
    assert "unpacks to more" in refusal(archive({"a": "", "b": ""}))


def test_sizes_that_lie() -> None:
    assert "are wrong" in refusal(lying(archive({"a.xml": "0" * 2000}), 10))
    assert "are wrong" in refusal(lying(archive({"a.xml": "0" * 2000}), 4000))


def test_damage() -> None:
    good = archive({"a.xml": "<a>" + "x" * 2000 + "</a>"})
    assert "damaged" in refusal(good[:60])
    assert "damaged" in refusal(good.replace(good[35:45], b"\xff" * 10, 1))
    assert "damaged" in refusal(archive({"a.xml": "<worksheet><b></worksheet>"}))
    assert "damaged" in refusal(archive({"a.xml": "<!-- nothing -->"}))
    assert "damaged" in refusal(archive({"a.xml": '<?xml version="1.0" encoding="no"?><a/>'}))
    assert "damaged" in refusal(archive({"a.xml": "<a/>"}, zipfile.ZIP_BZIP2))


def test_a_locked_member() -> None:
    data = bytearray(archive({"a.xml": "<a/>"}))
    at = data.rindex(b"PK\x01\x02") + 8
    data[at] |= 1
    assert "password" in refusal(bytes(data))


def test_a_doctype() -> None:
    entities = '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
    assert "DOCTYPE" in refusal(archive({"a.xml": entities}))


def test_a_cell_at_the_far_end_of_a_sheet() -> None:
    far = '<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'
    assert "row 1,048,576" in refusal(archive({"a.xml": SHEET.format(far)}))


def test_texts_that_many_cells_point_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT", 100_000)
    texts = f"<sst><si><t>{'ก' * 20_000}</t></si></sst>"
    cells = '<c t="s"><v>0</v></c>' * 10
    assert "too much text" in refusal(archive({"s.xml": texts, "a.xml": SHEET.format(cells)}))


def test_a_cell_that_is_too_long() -> None:
    long = "ก" * 1_000_000
    inline = f'<c r="B2" t="inlineStr"><is><t>{long}</t></is></c>'
    assert "the cell B2 has 1,000,000" in refusal(archive({"a.xml": SHEET.format(inline)}))
    shared = {"s.xml": f"<sst><si><t>{long}</t></si></sst>"}
    cells = SHEET.format('<c r="B2" t="s"><v>0</v></c>')
    assert "the cell B2 has 1,000,000" in refusal(archive({**shared, "a.xml": cells}))


def test_cells_without_a_value_are_noted() -> None:
    cells = (
        '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
    )
    found = examine_archive(archive({"a.xml": SHEET.format(cells)}))
    assert found.lost == [("a.xml", "A1", "#DIV/0!"), ("a.xml", "B1", "=")]


def of_libreoffice(cells: str, rows: str = "1") -> bytes:
    row = f'<t:table-row t:number-rows-repeated="{rows}">{cells}</t:table-row>'
    root = f'<o:document-content xmlns:o="o" xmlns:t="t">{row}{row}</o:document-content>'
    return archive({"content.xml": root})


def test_repeated_cells_of_libreoffice() -> None:
    cell = "<t:table-cell><p>x</p></t:table-cell>"
    assert "too many cells" in refusal(of_libreoffice(cell * 5, "1048576"))
    wide = cell.replace("<t:table-cell>", '<t:table-cell t:number-columns-repeated="99999999">')
    assert "too many cells" in refusal(of_libreoffice(wide))
    assert "too long" in refusal(of_libreoffice(cell.replace("x", "x" * 40_000)))


def test_empty_cells_of_libreoffice_may_be_repeated() -> None:
    empty = '<t:table-cell t:number-columns-repeated="x"/>'
    assert examine_archive(of_libreoffice(empty, "1048576")).names == {"content.xml"}
