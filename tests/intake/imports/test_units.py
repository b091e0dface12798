"""The units of amounts: applied exactly, or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.imports.tables import read_table, told, values
from oit.intake.imports.units import find_unit, states_only_a_unit, unit_of_heading, without_unit

MILLION, THOUSAND = 10**6, 1000


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("หน่วย : ล้านบาท", MILLION),
        ("หน่วย:ล้านบาท", MILLION),
        ("หน่วย ล้านบาท", MILLION),
        ("หน่วย=พันบาท", THOUSAND),
        ("หน่วย - พันบาท", THOUSAND),
        ("(หน่วย : พันบาท)", THOUSAND),
        ("(พันบาท)", THOUSAND),
        ("[ล้านบาท]", MILLION),
        ("ล้านบาท", MILLION),
        ("(ล้าน)", MILLION),
        ("หน่วยนับ : พันล้านบาท", 10**9),
        ("หน่วยเงิน : แสนบาท", 10**5),
        ("หน่วย\u200b : ล้าน\u200bบาท", MILLION),
        ("*หน่วย : ล้านบาท", MILLION),
        ("แผน ประจำปีงบประมาณ พ.ศ. 2569 (หน่วย:พันบาท)", THOUSAND),
        ("หมายเหตุ หน่วย: ล้านบาท", MILLION),
        ("Unit: million baht", MILLION),
        ("UNIT : Thousand Baht", THOUSAND),
        ("(Million Baht)", MILLION),
        ("หน่วย : 1,000 บาท", THOUSAND),
        ("หน่วย: '000 บาท", THOUSAND),
        ("หน่วย : บาท", 1),
        ("(หน่วย:บาท)", 1),
    ],
)
def test_units(text: str, factor: int) -> None:
    unit = find_unit(text)
    assert unit is not None
    assert unit.factor == factor
    assert unit.is_money


@pytest.mark.parametrize("text", ["หน่วย : MB", "หน่วย : พ.บ.", "หน่วย: ลบ.", "หน่วย : บาท/ล้านบาท"])
def test_units_that_are_unknown(text: str) -> None:
    unit = find_unit(text)
    assert unit is not None
    assert unit.factor is None


@pytest.mark.parametrize(
    "text",
    ["หน่วยงาน : กองช่าง", "หน่วยงานรับผิดชอบ", "หน่วยบริการ : ประชาชน", "งบประมาณ 3.5 ล้านบาท", "เทศบาล"],
)
def test_texts_without_a_unit(text: str) -> None:
    assert find_unit(text) is None
    assert not states_only_a_unit(text)


def test_units_of_counts() -> None:
    unit = find_unit("หน่วย : พันคน")
    assert unit is not None
    assert unit.factor == THOUSAND
    assert not unit.is_money
    assert not states_only_a_unit("(คน)")


def test_headings_are_compared_without_their_unit() -> None:
    for heading in (
        "งบประมาณ (ล้านบาท)",
        "งบประมาณ ล้านบาท",
        "งบประมาณล้านบาท",
        "งบประมาณ (หน่วย : ล้านบาท)",
    ):
        unit = unit_of_heading(heading)
        assert unit is not None
        assert unit.factor == MILLION
        assert without_unit(heading).strip() == "งบประมาณ"
    assert without_unit("จำนวน (พันคน)") == "จำนวน (คน)"


STATED = {
    "หน่วย : ล้านบาท": MILLION, "(ล้านบาท)": MILLION, "ล้านบาท": MILLION, "หน่วย: พันบาท": THOUSAND,
    "Unit: million baht": MILLION, "(หน่วย:บาท)": 1, "หน่วย : MB": None, "หน่วย : พ.บ.": None,
}  # fmt: skip
ABOVE = "แผน ปีงบประมาณ 2569|||\n|||{unit}\nที่|โครงการ|งบประมาณ|เบิกจ่าย\n{rows}"
BESIDE = "ที่|โครงการ|งบประมาณ|เบิกจ่าย||{unit}\n{rows}"
IN_HEAD = "ที่|โครงการ|งบประมาณ ({bare})|เบิกจ่าย ({bare})\n{rows}"
BELOW_HEAD = "ที่|โครงการ|งบประมาณ|เบิกจ่าย\n||{unit}|{unit}\n{rows}"
BELOW_NUMBERING = "ที่|โครงการ|งบประมาณ|เบิกจ่าย\n(1)|(2)|(3)|(4)\n||{unit}|{unit}\n{rows}"
OVER_BOTH = "ที่|โครงการ|งบประมาณ ({bare})|\n||ตั้งไว้|เบิกจ่าย\n{rows}"
BELOW_TABLE = "ที่|โครงการ|งบประมาณ|เบิกจ่าย\n{rows}\n{unit}|||"
NOTE = "ที่|โครงการ|งบประมาณ|เบิกจ่าย\n{rows}\nหมายเหตุ {unit}|||"


@given(
    st.sampled_from([ABOVE, BESIDE, IN_HEAD, BELOW_HEAD, BELOW_NUMBERING, OVER_BOTH, BELOW_TABLE]),
    st.sampled_from(sorted(STATED)),
    st.decimals(1, 999, places=2),
    st.decimals(1, 999, places=1),
)
def test_amounts_are_multiplied_exactly_or_told(
    drawn: str, unit: str, budget: Decimal, spent: Decimal
) -> None:
    bare = unit.strip("()").removeprefix("หน่วย").removeprefix("Unit").lstrip(" :")
    rows = f"1|ประปา|{budget}|{spent}"
    reading = read_table("plan", drawn.format(unit=unit, bare=bare, rows=rows))
    factor = STATED[unit]
    if factor is None:
        assert values(reading, "name", "budget", "spent") == [("ประปา", "", "")]
        assert any("unit" in line or "header" in line for line in told(reading))
        return
    found = values(reading, "budget", "spent")
    assert [tuple(map(Decimal, pair)) for pair in found] == [(budget * factor, spent * factor)]
    assert not told(reading)


def test_a_note_states_the_unit() -> None:
    reading = read_table("plan", NOTE.format(unit="หน่วย : ล้านบาท", rows="1|ประปา|3.5|1.25"))
    assert values(reading, "budget", "spent") == [("3500000", "1250000")]


def test_three_decimal_places_are_read_in_a_unit_only() -> None:
    rows = "1|ประปา|1.255|0.9"
    reading = read_table("plan", ABOVE.format(unit="ล้านบาท", rows=rows))
    assert values(reading, "budget", "spent") == [("1255000", "900000")]
    reading = read_table("plan", ABOVE.format(unit="หน่วย : บาท", rows=rows))
    assert values(reading, "budget", "spent") == [("", "0.9")]
    assert "the dot may separate thousands" in told(reading)[0]


def test_a_column_may_have_its_own_unit() -> None:
    reading = read_table(
        "plan", "หน่วย: ล้านบาท|||\nที่|โครงการ|งบประมาณ|เบิกจ่าย (บาท)\n1|ประปา|3.5|1,250,000.50"
    )
    assert values(reading, "budget", "spent") == [("3500000", "1250000.50")]
    reading = read_table(
        "plan", "ที่|โครงการ|งบประมาณ (ล้านบาท)|เบิกจ่าย\n1|ประปา|3.5|1,250,000.50\n2|ถนน|1|0"
    )
    assert values(reading, "budget", "spent") == [("3500000", "1250000.50"), ("1000000", "0")]


def test_a_column_without_a_unit_beside_one_with_it_is_told_if_it_is_too_small() -> None:
    reading = read_table("plan", "ที่|โครงการ|งบประมาณ (ล้านบาท)|เบิกจ่าย\n1|ประปา|3.5|1.25")
    assert values(reading, "budget", "spent") == [("3500000", "")]
    (line,) = told(reading)
    assert line.startswith("a.xlsx [ต.ค. 68] row 1 column D: no unit")


def test_two_units_above_a_table_are_told() -> None:
    reading = read_table(
        "plan", "แผน (หน่วย:พันบาท)||\n||หน่วย : ล้านบาท\nที่|โครงการ|งบประมาณ\n1|ประปา|3.5"
    )
    assert values(reading, "budget") == [("",)]
    assert "unknown" in told(reading)[0]


def test_the_unit_of_a_cell_comes_before_that_of_its_table() -> None:
    reading = read_table(
        "plan", "ที่|โครงการ|งบประมาณ|เบิกจ่าย\n1|ก|3.5 ล้านบาท|5 แสนบาท\n2|ข|1.2 ล้าน|500 พันบาท"
    )
    assert values(reading, "budget", "spent") == [("3500000", "500000"), ("1200000", "500000")]


def test_amounts_that_contradict_the_unit_are_told() -> None:
    reading = read_table(
        "plan", "ที่|โครงการ|งบประมาณ (ล้านบาท)\n1|ก|3,500,000\n2|ข|3,500,000 บาท\n3|ค|3.5 ล้านบาท"
    )
    assert values(reading, "budget") == [("",), ("",), ("3500000",)]
    assert "more than any agency has" in told(reading)[0]
    assert "its unit differs" in told(reading)[1]


def test_totals_are_in_the_unit_of_their_column() -> None:
    rows = "1|ก|3.5|1.25\n2|ข|1.2|0.9\nรวม||4.7|2.15"
    reading = read_table("plan", ABOVE.format(unit="หน่วย : ล้านบาท", rows=rows))
    assert [int(total.stated) for total in reading.totals] == [4_700_000, 2_150_000]
    assert all(total.agrees for total in reading.totals)


def test_purchases_in_thousands() -> None:
    reading = read_table(
        "procurement",
        "หน่วย : พันบาท||||\nที่|รายการ|วงเงินที่จะซื้อหรือจ้าง|ผู้เสนอราคาและราคาที่เสนอ|ผู้ได้รับการคัดเลือกและราคา\n"
        "1|ซื้อ|12.5|ร้าน ก 11.9|ร้าน ก 11.9",
    )
    assert values(reading, "budget", "bidders", "agreed_price") == [
        ("12500", "ร้าน ก = 11900", "11900")
    ]


def test_the_next_page_keeps_the_unit() -> None:
    reading = read_table(
        "plan",
        "หน่วย : ล้านบาท||\nที่|โครงการ|งบประมาณ\n1|ก|3.5\nที่|โครงการ|งบประมาณ\n2|ข|1.2",
    )
    assert values(reading, "budget") == [("3500000",), ("1200000",)]


def test_counts_in_thousands_and_money_in_a_table_of_counts() -> None:
    reading = read_table("services", "หน่วย : พันคน||\nที่|งาน|ต.ค.\n1|ภาษี|1.2")
    assert values(reading, "month", "count") == [("2568-10", "1200")]
    for drawn in (
        "รับชำระภาษี (หน่วย : บาท)||\nที่|งาน|ต.ค.\n1|ภาษี|12000",
        "ที่|งาน|จำนวน (บาท)|ประจำเดือน\n1|ภาษี|12000|ต.ค. 68",
    ):
        reading = read_table("services", drawn)
        assert not reading.entries
        assert "amounts of money, not counts" in told(reading)[0]


@pytest.mark.parametrize(
    "row",
    [
        "||ตั้งไว้ (ล้านบาท)|เบิกจ่าย (ล้านบาท)",
        "||(ล้านบาท)|(ล้านบาท)",
        "||จำนวนเงิน (หน่วย : ล้านบาท)|",
    ],
)
def test_units_in_headings_below_that_nobody_knows(row: str) -> None:
    table = f"ลำดับ|โครงการ|งบประมาณ|\n{row}\n1|ก่อสร้างถนน|3.5|1.25"
    assert values(read_table("procurement", table), "budget") == [("3500000",)]
