"""Old Excel workbooks, record by record, and the containers that they are in."""

from struct import pack, pack_into

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.spreadsheets import limits
from oit.spreadsheets.biff import OldWorkbook
from oit.spreadsheets.compound import CompoundFile
from oit.spreadsheets.details import NOT_COMPUTED
from oit.spreadsheets.formats import EPOCH_1904
from oit.spreadsheets.limits import RefusedError
from spreadsheets.office_files import (
    Error,
    Formula,
    OldSheet,
    compound,
    old_stream,
    old_workbook,
    record,
)

ZERO = Formula(b"\0" * 8)
EMPTY = Formula(b"\3\0\0\0\0\0\xff\xff")
TEXT = Formula(b"\0\0\0\0\0\0\xff\xff")
WRONG = Formula(b"\2\0\x0f\0\0\0\xff\xff")


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        OldWorkbook(data)
    assert caught.value.reason.th
    return caught.value.reason.en


@pytest.mark.parametrize("version", [0x600, 0x500])
def test_the_details_of_sheets(version: int) -> None:
    first = OldSheet([[1, (0.5, 1), Error(0x2A)], [WRONG, TEXT, EMPTY]], [1], [2, 3])
    second = OldSheet([[(0.25, 1)]], extra=record(0xBD, pack("<HHHIHIH", 4, 1, 1, 0, 0, 0, 2)))
    book = OldWorkbook(old_workbook(first, second, codes=["0%"], version=version))
    one, two = book.details
    assert {place: form.code for place, form in one.formats.items()} == {(0, 1): "0%"}
    assert one.lost == [((0, 2), "#N/A"), ((1, 0), "#VALUE!")]
    assert (one.hidden_rows, one.hidden_columns) == ([range(1, 2)], [range(2, 3), range(3, 4)])
    assert list(two.formats) == [(0, 0), (4, 1)]


def test_formulas_of_programs_that_do_not_compute() -> None:
    sheet = OldSheet([[ZERO, EMPTY, TEXT, Formula(pack("<d", 2.0))]])
    book = OldWorkbook(old_workbook(sheet, made_by_excel=False))
    assert book.details[0].lost == [((0, 0), NOT_COMPUTED), ((0, 1), NOT_COMPUTED)]
    assert OldWorkbook(old_workbook(sheet)).details[0].lost == []


def test_unknown_errors_and_styles() -> None:
    unknown = Formula(b"\2\0\x63\0\0\0\xff\xff")
    book = OldWorkbook(old_workbook(OldSheet([[Error(0x63), unknown, (1, 99)]])))
    assert book.details[0].lost == [((0, 0), "#"), ((0, 1), "#")]
    assert book.details[0].formats == {}
    truth = OldSheet([[]], extra=record(0x205, pack("<HHHBB", 0, 0, 0, 1, 0)))
    assert OldWorkbook(old_workbook(truth)).details[0].lost == []


def test_rows_and_columns_without_height_or_width() -> None:
    flat = record(0x208, pack("<HHHHHHI", 3, 0, 1, 0, 0, 0, 0x100))
    narrow = record(0x7D, pack("<HHHHHH", 4, 300, 0, 0, 0, 0))
    book = OldWorkbook(old_workbook(OldSheet([[1]], extra=flat + narrow)))
    assert book.details[0].hidden_rows == [range(3, 4)]
    assert book.details[0].hidden_columns == [range(4, 256)]


def test_days_since_1904() -> None:
    assert OldWorkbook(old_workbook(OldSheet([]), extra=record(0x22, b"\1\0"))).epoch == EPOCH_1904


def test_charts_within_sheets_are_left_alone() -> None:
    error = record(0x205, pack("<HHHBB", 0, 0, 0, 0x17, 1))
    chart = record(0x809, pack("<HHHHII", 0x600, 0x20, 0, 0, 0, 0)) + error + record(0x0A)
    book = OldWorkbook(old_workbook(OldSheet([[1]], extra=chart + error)))
    assert len(book.details[0].lost) == 1


@pytest.mark.parametrize("padding", [0, 5000], ids=["small sectors", "sectors"])
def test_the_code_page_is_corrected_in_place(padding: int) -> None:
    data = old_workbook(OldSheet([["ก"]]), page=874, extra=record(0x1C0, b"x" * padding))
    changed = OldWorkbook(data).data
    at = data.index(record(0x42, pack("<H", 874)))
    assert changed[at : at + 6] == record(0x42, pack("<H", 1200))
    assert len(changed) == len(data)
    before_97 = old_workbook(OldSheet([[b"\xa1"]]), page=874, version=0x500)
    assert OldWorkbook(before_97).data == before_97


def test_other_versions_and_contents() -> None:
    assert "before Excel 95" in refusal(old_workbook(OldSheet([[1]]), version=0x400))
    assert "password" in refusal(old_workbook(OldSheet([[1]]), extra=record(0x2F, b"\1\0")))
    assert "password" in refusal(compound({"EncryptedPackage": b"x"}))
    assert "Word" in refusal(compound({"WordDocument": b"x"}))
    assert "damaged" in refusal(compound({"Contents": b"x"}))


def test_sizes_for_which_a_reader_would_ask_for_too_much_memory() -> None:
    for sizes in ((0, 4_000_000_000, 0, 256), (9, 1, 0, 1), (0, 1, 0, 60_000)):
        extra = record(0x200, pack("<IIHHH", *sizes, 0))
        assert "damaged" in refusal(old_workbook(OldSheet([[1]], extra=extra)))
    far = record(0x203, pack("<HHHd", 65_535, 255, 0, 1.0))
    assert "too many cells" in refusal(old_workbook(OldSheet([[1]], extra=far)))


def test_broken_containers() -> None:
    data = old_workbook(OldSheet([["ก" * 5000]]))
    assert "damaged" in refusal(data[:100])
    assert "damaged" in refusal(data[:700])
    for at, value in ((30, 3), (48, 9_999_999), (60, 9_999_999), (68, 1)):
        broken = bytearray(data)
        pack_into("<I", broken, at, value)
        assert "damaged" in refusal(bytes(broken))
    endless = bytearray(data)
    for number in range(2, 128):
        pack_into("<I", endless, 512 + 4 * number, 2)  # every sector is followed by the same one
    assert "damaged" in refusal(bytes(endless))


def test_a_chain_of_lists_of_sectors() -> None:
    data = bytearray(old_workbook(OldSheet([["ก" * 5000]])))
    more = len(data) // 512 - 1
    data += pack("<I", 0xFFFFFFFF) * 127 + pack("<I", 0xFFFFFFFE)
    pack_into("<I", data, 68, more)
    assert "Workbook" in CompoundFile(bytes(data))


def test_sheets_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 3)
    assert "too many cells" in refusal(old_workbook(OldSheet([[1, 1], [1, 1]])))


WHOLE = compound({"Workbook": old_stream([OldSheet([["ก", (0.5, 1), EMPTY]])], codes=["0%"])})


@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4)), max_size=6
    )
)
def test_no_damage_ends_in_anything_but_a_refusal(changes: list[tuple[int, bytes]]) -> None:
    damaged = bytearray(WHOLE)
    for at, new in changes:
        damaged[at : at + len(new)] = new
    try:
        OldWorkbook(bytes(damaged))
    except RefusedError as error:
        assert error.reason.th  # noqa: PT017
