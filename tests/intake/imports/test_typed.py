"""Cells as a person typed them, whatever program wrote the file."""

import pytest

from intake.imports.office import Office
from oit.intake.imports.readers import Cells
from oit.intake.imports.typed import typed, typed_sheet, whole_number
from oit.spreadsheets.sheet import Worksheet
from thai.spellings import SPELLINGS

PERSON = "1234567890121"
"""A national id with the right check digit."""
HEADER = "เลขที่โครงการ,ชื่อโครงการ,ผู้ได้รับการคัดเลือก,เลขประจำตัวผู้เสียภาษี,เลขที่สัญญา,วันที่ทำสัญญา"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="0345536000315"', "0345536000315"),
        ('= "1/2569"', "1/2569"),
        ('="ร้าน ""ก"""', 'ร้าน "ก"'),
        ('=T("0345536000315")', "0345536000315"),
        ("=0345536000315", "0345536000315"),
        ("'68109000002", "68109000002"),
        ("``68109000002", "68109000002"),
        ("６８109000002", "68109000002"),
        ("’๖๘๑๐๙๐๐๐๐๐๒", "๖๘๑๐๙๐๐๐๐๐๒"),
        ("68109000001.0", "68109000001"),
        ("๖๘๑๐๙๐๐๐๐๐๑.๐๐", "68109000001"),
        ("6.8109000001E+10", "68109000001"),
        ("1.234567890121e12", PERSON),
        ("1,234567890121 E+12", PERSON),
        ("1,234,567,890,121.00", PERSON),
        (f"นาย ก {PERSON}.0", f"นาย ก {PERSON}"),
        ("345536000315.0, 1234567890121.0", "345536000315, 1234567890121"),
        ("ซ\u0e49\u0e37อน\u0e49\u0e4dาดื่ม\u200b", "ซื้อน้ำดื่ม"),
    ],
)
def test_what_programs_add_is_taken_away(cell: str, text: str) -> None:
    assert typed(cell) == text


@pytest.mark.parametrize(
    "cell",
    [
        "", "12000.0", "11,860.00", "1,500,000.00", "6.8109E+10", "=SUM(A1:A2)", '=T("1"', "=1+1",
        "'ร้าน'", "2.0", "1.2345678901E+15", "ร้าน “ก” – ๑๒", "เวลา 8.00",
        "12,345,678,901 บาท", "1.234567890121.0",
    ],
)  # fmt: skip
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert typed(cell) == cell


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="0345536000315"', "0345536000315"),
        ('\n ="0345536000315"', "0345536000315"),
        ("'68109000002", "68109000002"),
        ("６8109000002", "68109000002"),
        ("๖๘๑๐๙๐๐๐๐๐๑.๐", "68109000001"),
        ("1.234567890121e12", PERSON),
        ("1,234,567,890,121", PERSON),
        ("น้\u0e4dา", "น้ำ"),
    ],
)
@pytest.mark.parametrize("at", range(3))
def test_one_odd_cell_of_a_row_is_enough(cell: str, text: str, at: int) -> None:
    plain = ["", "ร้าน ก = 1,500.00", ""]
    odd, right = plain[:], plain[:]
    odd[at], right[at] = cell, text
    sheet = Worksheet("a.csv", "", [plain, odd, plain])
    assert typed_sheet(sheet).rows == [plain, right, plain]


@pytest.mark.parametrize(("text", "same"), SPELLINGS)
def test_the_usual_spelling_stays(text: str, same: str) -> None:
    assert typed(text) == text
    assert typed(typed(same)) == typed(same)


@pytest.mark.parametrize(
    ("kind", "text", "number"),
    [
        ("project_number", "68109000001", "68109000001"),
        ("project_number", "681 0900 0001", "68109000001"),
        ("project_number", "6810-9000001", "68109000001"),
        ("project_number", "68,109,000,001", "68109000001"),
        ("project_number", "๖๘๑๐๙๐๐๐๐๐๑", "68109000001"),
        ("project_number", "อบต. 12-2569", "อบต. 12-2569"),
        ("number", "2.0", "2"),
        ("number", "12-2569", "12-2569"),
        ("contract", "2.0", "2"),
        ("tax_id", "345536000315", "0345536000315"),
        ("tax_id", "345,536,000,315.00", "0345536000315"),
        ("tax_id", "0 3455 36000 31 5", "0345536000315"),
        ("tax_id", "0\u22123455\u221236000\u221231\u22125", "0345536000315"),
        ("tax_id", f"{PERSON}.0", "xxxxxxxxxxxxx"),
        ("tax_id", "1,234,567,890,121.00", "xxxxxxxxxxxxx"),
    ],
)
def test_numbers(kind: str, text: str, number: str) -> None:
    assert Cells(2569).read(kind, text).texts[0] == number


@pytest.mark.parametrize(
    "text",
    ["6.8109E+10", "6.8109e10", "6,81E+10", "6E+10", "12345678901234500000", "1" * 15 + "0.0"],
)
@pytest.mark.parametrize("kind", ["number", "project_number", "tax_id", "contract"])
def test_numbers_whose_digits_are_lost_are_refused(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Cells(2569).read(kind, text)


@pytest.mark.parametrize(
    "text", ["12000000000000012", "1/2569", "E10", "2568", "", "1500000000000000"[:15]]
)
def test_other_numbers_have_lost_none(text: str) -> None:
    assert whole_number(text) == text


def test_a_zero_without_proof_is_reported() -> None:
    # 0105551234567 has the right check digit; that of 0345536000315 is wrong.
    right = Cells(2569).read("tax_id", "105551234567")
    assert (right.texts, right.doubt) == (("0105551234567",), None)
    doubtful = Cells(2569).read("tax_id", "345536000315")
    assert doubtful.texts == ("0345536000315",)
    assert doubtful.doubt
    assert Cells(2569).read("tax_id", "0345536000315").doubt is None


def test_a_file_of_a_program_is_read_as_if_typed(office: Office) -> None:
    rows = [
        '"=""68109000001""",ซื้อวัสดุ,ร้าน ก,"=""0345536000315""","=""1/2569""",9/10/2568',
        "'68109000002,ซื้อหมึก,นาย ข,1234567890122.0,'2/2569,9/10/2568",
        "68109000003.0,จ้างเหมา,นาย ค 1234567890121.0,1.234567890121E+12,3.0,9/10/2568",
        f'68109000004,จ้างทำป้าย,"=""นาย ง {PERSON}""","0345536000315/{PERSON}",4.0,9/10/2568',
        "6.8109E+10,จ้างซ่อม,ร้าน จ,345536000315.0,5,9/10/2568",
    ]
    result = office.run("procurement", office.text("a.csv", "\n".join([HEADER, *rows])), year=2569)
    assert result.status == 1
    assert 'a.csv แถว 6 คอลัมน์ A: ช่อง "เลขที่โครงการ" อ่านไม่ได้: "6.8109E+10"' in result.out
    assert "a.csv แถว 6 คอลัมน์ D: เติม 0 หน้า" in result.out
    assert office.table(year=2569)[1:] == [
        "2568-10,68109000001,ซื้อวัสดุ,ร้าน ก,0345536000315,1/2569,2568-10-09",
        "2568-10,68109000002,ซื้อหมึก,นาย ข,xxxxxxxxxxxxx,2/2569,2568-10-09",
        "2568-10,68109000003,จ้างเหมา,นาย ค xxxxxxxxxxxxx,xxxxxxxxxxxxx,3,2568-10-09",
        "2568-10,68109000004,จ้างทำป้าย,นาย ง xxxxxxxxxxxxx,0345536000315/xxxxxxxxxxxxx,4,2568-10-09",
        "2568-10,,จ้างซ่อม,ร้าน จ,0345536000315,5,2568-10-09",
    ]
    assert "ไม่มีอะไรต้องเปลี่ยน" in office.run("procurement", office.folder / "a.csv", year=2569).out
