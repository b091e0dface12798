"""One heading above two columns: the name and the price, or the number and the day, below it."""

import pytest

from intake.imports.tables import read_table, told, values

PURCHASE = ("name", "bidders", "winner", "agreed_price", "contract_number", "contract_date")
WINNER = "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง"
BIDDERS = "รายชื่อผู้เสนอราคาและราคาที่เสนอ"
CONTRACT = "เลขที่และวันที่ของสัญญาหรือข้อตกลง"


@pytest.mark.parametrize("merged", [[(0, 3, 0, 4), (0, 5, 0, 6), (0, 7, 0, 8)], []])
@pytest.mark.parametrize("title", ["", "สรุปผลการจัดซื้อจัดจ้าง||||||||\n"])
def test_the_second_column_below_a_heading_for_two(
    merged: list[tuple[int, int, int, int]], title: str
) -> None:
    lines = title.count("\n")
    merged = [(top + lines, left, bottom + lines, right) for top, left, bottom, right in merged]
    reading = read_table(
        "procurement",
        f"{title}ที่|รายการ|วงเงิน|{BIDDERS}||{WINNER}||{CONTRACT}|\n"
        "1|ซื้อ|500|ร้าน ก|490|ร้าน ก|480|1/2569|9 ต.ค. 68\n"
        "2|จ้าง|600|ร้าน ข|590|ร้าน ข|580|2/2569|10 ต.ค. 68\n"
        "รวม||1,100||||1,060||",
        # A title may be merged even if the headings are not.
        [*merged, (0, 0, 0, 8)] if title else merged,
    )
    assert values(reading, *PURCHASE) == [
        ("ซื้อ", "ร้าน ก = 490", "ร้าน ก", "480", "1/2569", "2568-10-09"),
        ("จ้าง", "ร้าน ข = 590", "ร้าน ข", "580", "2/2569", "2568-10-10"),
    ]
    assert not told(reading)
    assert not reading.not_kept
    assert all(total.agrees for total in reading.totals)


def test_the_price_or_the_day_may_come_first() -> None:
    reading = read_table(
        "procurement",
        f"ที่|รายการ|{WINNER}||{CONTRACT}|\n1|ซื้อ|480|ร้าน ก|9 ต.ค. 68|1/2569",
        [(0, 2, 0, 3), (0, 4, 0, 5)],
    )
    assert values(reading, *PURCHASE) == [("ซื้อ", "", "ร้าน ก", "480", "1/2569", "2568-10-09")]


@pytest.mark.parametrize("merged", [[(0, 3, 0, 6), (1, 3, 1, 4), (1, 5, 1, 6)], []])
def test_headings_of_three_rows(merged: list[tuple[int, int, int, int]]) -> None:
    reading = read_table(
        "procurement",
        f"ที่|รายการ|วงเงิน|ผลการพิจารณา|||\n|||{WINNER}||{CONTRACT}|\n|||ชื่อ|ราคา|เลขที่|วันที่\n"
        "1|ซื้อ|500|ร้าน ก|480|1/2569|9 ต.ค. 68",
        merged,
    )
    assert values(reading, *PURCHASE) == [("ซื้อ", "", "ร้าน ก", "480", "1/2569", "2568-10-09")]
    assert not told(reading)


def test_a_tax_id_between_the_name_and_the_price() -> None:
    reading = read_table(
        "procurement",
        f"ที่|รายการ|{WINNER}||\n1|ซื้อ|ร้าน ก|0105536000315|480\n2|จ้าง|ร้าน ก|105536000315|490",
        [(0, 2, 0, 4)],
    )
    assert values(reading, "winner", "winner_tax_id", "agreed_price") == [
        ("ร้าน ก", "0105536000315", "480"),
        ("ร้าน ก", "0105536000315", "490"),
    ]


def test_several_bidders_with_their_prices_in_the_cell_beside() -> None:
    reading = read_table(
        "procurement",
        f"ที่|รายการ|{BIDDERS}|\n1|ซื้อ|ร้าน ก⏎ร้าน ข|480⏎490\n2|จ้าง|1. ร้าน ก 2. ร้าน 99|1. 500 2. 600",
        [(0, 2, 0, 3)],
    )
    assert values(reading, "bidders") == [
        ("ร้าน ก = 480 | ร้าน ข = 490",),
        ("ร้าน ก = 500 | ร้าน 99 = 600",),
    ]


def test_columns_are_repeated_only_if_their_cells_are_equal() -> None:
    head = f"ที่|รายการ|{WINNER}|\n"
    equal = read_table("procurement", f"{head}1|ซื้อ|ร้าน ก 480 บาท|ร้าน ก 480 บาท", [(0, 2, 0, 3)])
    assert list(equal.not_kept) == [WINNER]
    assert not told(equal)
    other = read_table("procurement", f"{head}1|ซื้อ|ร้าน ก 480 บาท|ผ่าน", [(0, 2, 0, 3)])
    assert "is that of column C, but the cells differ; 1 cell(s) not imported" in told(other)[0]
    merged = read_table("procurement", f"{head}1|ซื้อ|ร้าน ก 480 บาท|", [(0, 2, 0, 3), (1, 2, 1, 3)])
    assert not told(merged)
    for reading in (equal, other, merged):
        assert values(reading, "winner", "agreed_price") == [("ร้าน ก", "480")]


def test_two_tables_side_by_side_are_told() -> None:
    reading = read_table("procurement", "ที่|รายการ|วงเงิน||ที่|รายการ|วงเงิน\n1|ซื้อ|500||1|จ้าง|600")
    assert values(reading, "name") == [("ซื้อ",)]
    assert len(told(reading)) == 2


def test_a_heading_on_each_page_with_numbered_columns() -> None:
    page = f"ที่|รายการ|วงเงิน|{CONTRACT}|\n(1)|(2)|(3)|(4)|(5)\n"
    reading = read_table(
        "procurement",
        f"{page}1|ซื้อ|500|1/2569|9 ต.ค. 68\n{page}2|จ้าง|600|2/2569|10 ต.ค. 68",
        [(0, 3, 0, 4), (3, 3, 3, 4)],
    )
    assert values(reading, "name", "contract_date") == [
        ("ซื้อ", "2568-10-09"),
        ("จ้าง", "2568-10-10"),
    ]
    assert not told(reading)


def test_another_heading_on_the_next_page_reports_its_own_columns() -> None:
    reading = read_table(
        "procurement",
        "ที่|รายการ|วงเงิน|วิธี\n1|ซื้อ|500|เจาะจง\nที่|รายการ|วงเงิน|สีของปก\n2|จ้าง|600|ฟ้า",
    )
    assert values(reading, "name", "method") == [("ซื้อ", "เจาะจง"), ("จ้าง", "")]
    (line,) = told(reading)
    assert line.startswith('a.xlsx [ต.ค. 68] row 4 column D: unknown header "สีของปก"')


def test_running_numbers_need_no_heading() -> None:
    reading = read_table("procurement", "|รายการ|วงเงิน\n1|ซื้อ|500\n2|จ้าง|600\n|รวม|1,100")
    assert values(reading, "name") == [("ซื้อ",), ("จ้าง",)]
    assert not told(reading)
    other = read_table("procurement", "|รายการ|วงเงิน\n7|ซื้อ|500\n9|จ้าง|600")
    assert "a column without a header" in told(other)[0]


def test_a_price_in_the_cell_of_the_winners_name() -> None:
    reading = read_table(
        "procurement", "ที่|รายการ|ผู้ได้รับการคัดเลือก\n1|ซื้อ|ร้าน ก 480 บาท\n2|จ้าง|บริษัท 2000 จำกัด"
    )
    assert values(reading, "winner", "agreed_price") == [
        ("ร้าน ก", "480"),
        ("บริษัท 2000 จำกัด", ""),
    ]
    reading = read_table(
        "procurement",
        "ที่|รายการ|ผู้ได้รับการคัดเลือก|ราคาที่ตกลง\n1|ซื้อ|ร้าน ก 480 บาท|480\n2|จ้าง|ร้าน ข 480 บาท|590\n"
        "3|จ้าง|ร้านรุ่งเรือง 2000|590",
    )
    assert values(reading, "winner", "agreed_price") == [
        ("ร้าน ก", "480"),
        ("ร้าน ข", "590"),
        ("ร้านรุ่งเรือง 2000", "590"),
    ]
    (line,) = told(reading)
    assert line.startswith('a.xlsx [ต.ค. 68] row 3 column C: the price beside "ร้าน ข" is 480')


def test_prices_beside_names_that_contradict_their_column() -> None:
    reading = read_table(
        "procurement",
        "ที่|รายการ|ผู้เสนอราคา|ราคาที่เสนอ\n1|ซื้อ|ร้านรุ่งเรือง 2000|480.-\n2|จ้าง|ร้าน ก 500 บาท|480",
    )
    assert values(reading, "bidders") == [("ร้านรุ่งเรือง 2000 = 480",), ("ร้าน ก = 480",)]
    assert "the price beside" in told(reading)[0]


def test_digits_in_a_name_without_a_price_are_told_with_their_cell() -> None:
    reading = read_table(
        "procurement", f"ที่|รายการ|{BIDDERS}|{WINNER}\n1|ซื้อ|ร้าน 99 วัสดุ|ร้าน 99 วัสดุ\n2|จ้าง|ร้าน ก|ร้าน ก"
    )
    assert values(reading, "bidders", "winner", "agreed_price") == [
        ("ร้าน 99 วัสดุ", "ร้าน 99 วัสดุ", ""),
        ("ร้าน ก", "ร้าน ก", ""),
    ]
    assert [line.split(":")[0] for line in told(reading)] == [
        "a.xlsx [ต.ค. 68] row 2 column C",
        "a.xlsx [ต.ค. 68] row 2 column D",
    ]
