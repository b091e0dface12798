"""Headings that are months, and the years that they are of."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.imports.tables import read_table, told, values
from oit.thai import calendar, dates
from oit.thai.calendar import MONTHS, MONTHS_SHORT, Month
from oit.thai.writing import thai_digits

WRITTEN = {
    "ตุลาคม 2568": lambda m: f"{MONTHS[m.month - 1]} {m.year + 543}",
    "ต.ค. 68": lambda m: f"{MONTHS_SHORT[m.month - 1]} {m.year % 100 + 43}",
    "ต.ค.68": lambda m: f"{MONTHS_SHORT[m.month - 1]}{m.year % 100 + 43}",
    "ต.ค.-68": lambda m: f"{MONTHS_SHORT[m.month - 1]}-{m.year % 100 + 43}",
    "ต.ค. ๒๕๖๘": lambda m: thai_digits(f"{MONTHS_SHORT[m.month - 1]} {m.year + 543}"),
    "ตค 2568": lambda m: f"{MONTHS_SHORT[m.month - 1].replace('.', '')} {m.year + 543}",
    "เดือน ต.ค. 2568": lambda m: f"เดือน {MONTHS_SHORT[m.month - 1]} {m.year + 543}",
    "2568-10": lambda m: f"{m.year + 543}-{m.month:02}",
    "2025-10": lambda m: f"{m.year}-{m.month:02}",
    "2025-10-01": lambda m: f"{m.year}-{m.month:02}-01",
    "10/2568": lambda m: f"{m.month}/{m.year + 543}",
    "Oct 2025": lambda m: (
        f"{'JanFebMarAprMayJunJulAugSepOctNovDec'[3 * m.month - 3 : 3 * m.month]} {m.year}"
    ),
}
ALL_MONTHS = [Month(year, month) for year in (2024, 2025, 2026) for month in range(1, 13)]


@given(st.sampled_from(sorted(WRITTEN)), st.sampled_from(ALL_MONTHS), st.sampled_from([2568, 2569]))
def test_a_month_of_the_year_is_read_and_any_other_told(
    notation: str, month: Month, year: int
) -> None:
    heading = WRITTEN[notation](month)
    reading = read_table("services", f"ที่|งาน|{heading}\n1|ภาษี|5", year=year)
    if calendar.in_fiscal_year(month, year):
        assert values(reading, "month", "count") == [(dates.write_month(month), "5")]
        assert not told(reading)
    else:
        assert not reading.entries
        (line,) = told(reading)
        assert line.startswith(f"a.xlsx [ต.ค. 68] row 1 column C: {dates.format_month(month)}")
        assert f'is not in fiscal year {year}; 1 cell(s) below "{heading}" not imported' in line


@pytest.mark.parametrize("name", [MONTHS, MONTHS_SHORT])
def test_a_month_without_a_year_is_of_the_fiscal_year(name: list[str]) -> None:
    fiscal = [*name[9:], *name[:9]]
    reading = read_table("services", f"งาน|{'|'.join(fiscal)}\nภาษี|{'|'.join('123456789012')}")
    assert sorted(month for (month,) in values(reading, "month")) == [
        dates.write_month(month) for month in calendar.fiscal_months(2569)
    ]


@pytest.mark.parametrize("name", [MONTHS, MONTHS_SHORT])
def test_months_without_a_year_in_the_order_of_the_calendar_are_refused(name: list[str]) -> None:
    reading = read_table("services", f"งาน|{'|'.join(name)}\nภาษี|{'|'.join('123456789012')}")
    assert not reading.entries
    assert len(told(reading)) == 12
    assert "its year may be the calendar's or the fiscal one" in told(reading)[0]


def test_numbers_from_october_on_are_months() -> None:
    numbers = "|".join(map(str, calendar.FISCAL_MONTHS))
    reading = read_table("services", f"ที่|งาน|{numbers}\n1|ภาษี|{numbers}")
    assert values(reading, "month", "count")[:4] == [
        ("2568-10", "10"),
        ("2568-11", "11"),
        ("2568-12", "12"),
        ("2569-01", "1"),
    ]


def test_numbers_from_one_to_twelve_may_begin_in_either_month() -> None:
    numbers = "|".join(map(str, range(1, 13)))
    reading = read_table("services", f"ที่|งาน|{numbers}\n1|ภาษี|{numbers}")
    assert not reading.entries
    assert len(told(reading)) == 12
    assert "the calendar's or the fiscal one" in told(reading)[0]


def test_numbers_of_columns_are_no_months() -> None:
    reading = read_table(
        "services", "ที่|งาน|ต.ค. 68|พ.ย. 68|ธ.ค. 68|รวม\n1|2|3|4|5|6\n1|ภาษี|1|2|3|6"
    )
    assert values(reading, "count") == [("1",), ("2",), ("3",)]


@pytest.mark.parametrize(
    ("above", "months", "expected"),
    [
        ("ปีงบประมาณ 2568|ปีงบประมาณ 2569", "ต.ค.|ต.ค.", ["", "2568-10"]),
        ("พ.ศ. 2568|พ.ศ. 2569", "ธ.ค.|ม.ค.", ["2568-12", "2569-01"]),
        ("2568|2568|2569|2569", "พ.ย.|ธ.ค.|ม.ค.|ต.ค.", ["2568-11", "2568-12", "2569-01", ""]),
        ("2025|2026", "ธ.ค.|ม.ค.", ["2568-12", "2569-01"]),
        # ธ.ค. and ม.ค. below the same number: it is a fiscal year.
        ("2568|2568|2569|2569", "ธ.ค.|ม.ค.|ธ.ค.|ม.ค.", ["", "", "2568-12", "2569-01"]),
        # From January to September both years are the same.
        ("2569|2569", "ม.ค.|ก.พ.", ["2569-01", "2569-02"]),
        ("2568|2569", "ม.ค.|ม.ค.", ["", "2569-01"]),
        # October may be of either.
        ("2568|2569", "ต.ค.|ต.ค.", ["", ""]),
    ],
)
def test_years_above_months(above: str, months: str, expected: list[str]) -> None:
    columns = months.count("|") + 1
    counts = "|".join(str(number) for number in range(columns))
    reading = read_table("services", f"งาน|{above}\n|{months}\nภาษี|{counts}")
    found = {count: month for month, count in values(reading, "month", "count")}
    assert [found.get(str(number), "") for number in range(columns)] == expected
    assert len(told(reading)) == expected.count("")


def test_totals_beside_months_are_checked_and_not_imported() -> None:
    reading = read_table(
        "services",
        "ที่|งาน|ต.ค.|พ.ย.|ธ.ค.|รวมไตรมาส 1|ม.ค.|รวม\n1|ก|1|2|4|7|5|12\n2|ข|1|2|4|8|5|12\n"
        "รวม||2|4|8|15|10|24",
    )
    assert len(reading.entries) == 8
    assert not told(reading)
    wrong = [
        (total.title, total.stated, total.computed) for total in reading.totals if not total.agrees
    ]
    assert wrong == [
        ("รวมไตรมาส 1", Decimal(8), Decimal(7)),
        ("รวมไตรมาส 1", Decimal(15), Decimal(14)),
    ]


def test_two_years_side_by_side() -> None:
    reading = read_table(
        "services",
        "ที่|งาน|ต.ค. 67|พ.ย. 67|รวม|ต.ค. 68|พ.ย. 68|รวม|รวมทั้งสิ้น\n1|ก|1|2|3|4|5|9|12\n"
        "รวม||1|2|3|4|5|9|12",
    )
    assert values(reading, "month", "count") == [("2568-10", "4"), ("2568-11", "5")]
    assert len(told(reading)) == 2
    # A total of the other year, or of both, cannot be checked.
    assert [int(total.stated) for total in reading.totals if total.agrees] == [9, 4, 5, 9]
    assert all(total.agrees for total in reading.totals)


def test_months_down_the_rows() -> None:
    reading = read_table("services", "เดือน|จำนวน\nต.ค. 68|5\nพ.ย. 67|6\nธ.ค.|7\nรวม|12")
    assert values(reading, "month", "count") == [("2568-10", "5"), ("2568-12", "7")]
    assert "2567-11 is not in fiscal year 2569" in told(reading)[0]
    assert [total.agrees for total in reading.totals] == [True]


def test_marks_below_months_of_another_year_are_told() -> None:
    reading = read_table("plan", "ที่|โครงการ|งบประมาณ|ก.ย. 68|ต.ค. 68|พ.ย. 68\n1|ก|100|x|x|x")
    assert values(reading, "period") == [("ต.ค. 2568 – พ.ย. 2568",)]
    assert "กันยายน 2568 is not in fiscal year 2569" in told(reading)[0]


def test_a_month_twice_is_told() -> None:
    reading = read_table("services", "ที่|งาน|ต.ค. 68|ตุลาคม 2568\n1|ก|1|2")
    assert values(reading, "count") == [("1",)]
    assert "but the cells differ" in told(reading)[0]
