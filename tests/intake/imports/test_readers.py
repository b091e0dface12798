"""Reading cells into the texts that the data folder keeps."""

import pytest

from oit.intake.imports.readers import Cells
from oit.thai.amounts import UnclearAmountError
from oit.thai.identity import mask_tax_id
from oit.thai.money import NO_MONEY
from oit.thai.unreadable import UnreadableError

PERSON = "1234567890121"
"""A national id with the right check digit."""


def read(reads: str, text: str) -> tuple[str, ...]:
    return Cells(2568).read(reads, text).texts


@pytest.mark.parametrize(
    ("reads", "text", "expected"),
    [
        ("text", " ซื้อ\nวัสดุ\u00a0 สำนักงาน\x00 ", "ซื้อ วัสดุ สำนักงาน"),
        ("number", "๖๗๑๐๙๐๐๐๐๐๑", "67109000001"),
        ("money", "1,500,000.50", "1500000.50"),
        ("money", "๑,๕๐๐", "1500"),
        ("money", "1500000.5 บาท", "1500000.5"),
        ("money", "46,730.-", "46730"),
        ("money", "500 บาทถ้วน", "500"),
        *(("money", words, "0") for words in sorted(NO_MONEY)),
        ("count", "๑,๒๐๐ คน", "1200"),
        ("count", "ไม่มี", "0"),
        ("percent", "ร้อยละ 87.5", "87.5"),
        ("percent", "87.5 %", "87.5"),
        ("date", "5 ม.ค. 68", "2568-01-05"),
        ("month", "ต.ค. 67", "2567-10"),
        ("tax_id", "0 1055 36000 31 5", "0105536000315"),
        ("tax_id", "105536000315", "0105536000315"),
        ("tax_id", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx"),
        ("bidders", "ร้าน ก 500 บาท\nร้าน ข 600 บาท", "ร้าน ก = 500 | ร้าน ข = 600"),
        ("own_bidders", "ร้าน 1. ก = 500", "ร้าน 1. ก = 500"),
        ("prices", "500\n600.50 บาท", "500\n600.50"),
    ],
)
def test_cells(reads: str, text: str, expected: str) -> None:
    assert read(reads, text) == (expected,)


@pytest.mark.parametrize(
    ("reads", "text"),
    [
        ("money", "ประมาณห้าพัน"), ("money", "15,00"), ("count", "1.5"), ("count", "-1"),
        ("percent", "120"), ("date", "เมื่อวาน"), ("month", "ไตรมาส 1"), ("number", "6.71E+10"),
        ("bidders", "500"), ("prices", "ร้าน ก"), ("date", "0/0/2568"), ("money", "9" * 99),
    ],
)  # fmt: skip
def test_cells_that_do_not_fit_their_column(reads: str, text: str) -> None:
    cells = Cells(2568)
    for _ in range(2):
        with pytest.raises(ValueError, match=r"."):
            cells.read(reads, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เลขที่ 12/2568 ลว. 5 ม.ค. 2568", ("12/2568", "2568-01-05")),
        ("12/2568 ลงวันที่ ๕ มกราคม ๒๕๖๘", ("12/2568", "2568-01-05")),
        ("12/2568\n5 ม.ค. 68", ("12/2568", "2568-01-05")),
        ("12/2568 (5/1/68)", ("12/2568", "2568-01-05")),
        ("ใบสั่งจ้างเลขที่ 12/2568 วันที่ 5 ม.ค. 2568", ("ใบสั่งจ้างเลขที่ 12/2568", "2568-01-05")),
        ("CNTR-00123/68, 2025-01-05", ("CNTR-00123/68", "2568-01-05")),
        ("๑๒/๒๕๖๘", ("12/2568", "")),
        ("5 ม.ค. 2568", ("", "2568-01-05")),
        ("จ.12/2568-5 ม.ค.68", ("จ.12/2568", "2568-01-05")),
        ("ลงนามวันที่ 5 ม.ค. 68", ("", "2568-01-05")),
    ],
)
def test_the_number_and_the_date_of_a_contract(text: str, expected: tuple[str, str]) -> None:
    assert read("contract", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12/2568 ลว. 31 ก.พ. 2568",
        "12/2568 ลงวันที่ 5 ม.ค.",
        "12/2568 5 มกราคม",
        "12/2568 ลว. 5 มกรคม 68",
        "12/2568 ลว. 5 1 68",
        "12/2568 ลว. 45662",
        "12/2568 วันที่ 5-9 ม.ค. 68",
    ],
)
def test_a_contract_whose_day_cannot_be_read_is_reported(text: str) -> None:
    cell = Cells(2568).read("contract", text)
    assert cell.texts == (text, "")
    assert cell.unsplit


def test_a_cell_that_cannot_be_split_is_kept_in_the_first_field() -> None:
    two = "12/2568 ลว. 5 ม.ค. 2568 13/2568 ลว. 6 ม.ค. 2568"
    assert Cells(2568).read("contract", two) == Cells(2568).read("contract", f"เลขที่ {two}")
    assert read("contract", two) == (two, "")
    cell = Cells(2568).read("name_and_price", "ร้าน ก\nร้าน ข")
    assert cell.texts == ("ร้าน ก ร้าน ข", "")
    assert cell.unsplit


def test_of_several_names_with_prices_the_selected_one_is_unknown() -> None:
    with pytest.raises(UnclearAmountError, match="which one was selected"):
        read("name_and_price", "ร้าน ก 500\nร้าน ข 600")


def test_the_selected_and_the_price() -> None:
    assert read("name_and_price", "ร้าน ก\n500 บาท") == ("ร้าน ก", "500")
    assert read("name_and_price", "ร้าน ก") == ("ร้าน ก", "")


def test_a_persons_id_is_never_kept() -> None:
    cell = Cells(2568).read("tax_id", "1-2345-67890-12-1")
    assert (cell.texts, cell.masked) == (("xxxxxxxxxxxxx",), 1)
    for reads in ("text", "bidders", "own_bidders"):
        cell = Cells(2568).read(reads, f"นาย ก ({PERSON})")
        assert PERSON not in "".join(cell.texts)
        assert cell.masked == 1
    # Thirteen digits that are no id stay.
    assert read("text", "รหัส 1234567890123") == ("รหัส 1234567890123",)
    assert read("text", "12345678901234") == ("12345678901234",)


@pytest.mark.parametrize(
    ("text", "kept", "masked"),
    [
        ("1-2345-67890-12-1", "xxxxxxxxxxxxx", 1),
        ("๑๒๓๔๕๖๗๘๙๐๑๒๓", "xxxxxxxxxxxxx", 1),
        # Persons in no civil register have ids that begin with 0 like a company's.
        ("0012345678901", "xxxxxxxxxxxxx", 1),
        ("0-1234-89678-90-1", "xxxxxxxxxxxxx", 1),
        ("123489678901", "xxxxxxxxxxxxx", 1),  # Excel has dropped the 0
        ("1111111111119, 0105536000315", "xxxxxxxxxxxxx, 0105536000315", 1),
        ("xxxxxxxxxxxxx", "xxxxxxxxxxxxx", 0),
        ("0105536000315", "0105536000315", 0),
    ],
)
def test_tax_ids_of_persons_are_masked_as_in_publications(
    text: str, kept: str, masked: int
) -> None:
    cell = Cells(2568).read("tax_id", text)
    assert (cell.texts, cell.masked) == ((kept,), masked)
    assert mask_tax_id(kept) == kept


def test_an_id_beside_contracts_that_cannot_be_split_is_masked() -> None:
    text = f"12/2568 ลว. 5 ม.ค. 2568 13/2568 {PERSON} ลว. 6 ม.ค. 2568"
    cell = Cells(2568).read("contract", text)
    assert cell.texts == (text.replace(PERSON, "xxxxxxxxxxxxx"), "")
    assert cell.masked == 1


def test_an_unreadable_text_keeps_no_frames_of_those_who_asked_for_it() -> None:
    cells = Cells(2568)
    for _ in range(3):
        with pytest.raises(UnreadableError) as caught:
            cells.read("money", "แพง")
    assert len(caught.traceback) == 2  # of this test and of ``read``, not of earlier calls
