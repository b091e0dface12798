"""Digits, the Buddhist era, fiscal years and money."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import writing
from oit.thai.writing import Month

# The Buddhist years that are read: 2400 to 2700.
DAYS = st.dates(date(1857, 1, 1), date(2157, 12, 31))
YEARS = st.integers(2401, 2700)
AMOUNTS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2569-01-15", date(2026, 1, 15)),
        ("2569-1-5", date(2026, 1, 5)),
        ("15/1/2569", date(2026, 1, 15)),
        ("15/01/2569", date(2026, 1, 15)),
        ("15 มกราคม 2569", date(2026, 1, 15)),
        ("15 ม.ค. 2569", date(2026, 1, 15)),
        ("15 มค 2569", date(2026, 1, 15)),
        ("15ม.ค.2569", date(2026, 1, 15)),
        ("15 ม.ค. พ.ศ. 2569", date(2026, 1, 15)),
        ("15 พฤษภาคม พ.ศ. 2569", date(2026, 5, 15)),
        ("15 พ.ค. พศ 2569", date(2026, 5, 15)),
        ("๑๕ มกราคม พ.ศ. ๒๕๖๙", date(2026, 1, 15)),
        ("๒๕๖๙-๐๑-๑๕", date(2026, 1, 15)),
        ("๑๕/๑/๒๕๖๙", date(2026, 1, 15)),
        ("15\u00a0ม.ค.\u00a02569", date(2026, 1, 15)),
        ("  2569-01-15  ", date(2026, 1, 15)),
        ("2567-02-29", date(2024, 2, 29)),
        ("29 กุมภาพันธ์ 2567", date(2024, 2, 29)),
        ("2400-01-01", date(1857, 1, 1)),
        ("2700-12-31", date(2157, 12, 31)),
    ],
)
def test_buddhist_dates(text: str, day: date) -> None:
    assert writing.parse_date(text) == (day, False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-15", date(2026, 1, 15)),
        ("15/1/2026", date(2026, 1, 15)),
        ("15 ม.ค. ๒๐๒๖", date(2026, 1, 15)),
        ("2024-02-29", date(2024, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2157-12-31", date(2157, 12, 31)),
    ],
)
def test_common_era_dates_are_told_by_their_year(text: str, day: date) -> None:
    assert writing.parse_date(text) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15",
        "2569",
        "2569-13-01",
        "2569-00-01",
        "2569-01-32",
        "2566-02-29",  # 2023 is no leap year
        "2024-02-30",
        "31 ก.พ. 2569",
        "15 มกรา 2569",
        "15 พ.ศ. 2569",
        "15/1/69",
        "69-01-15",
        "2399-01-01",
        "2701-01-01",
        "1899-12-31",
        "2158-01-01",
        "15 January 2569",
        "2569-01-15T08:30",
        "2569/01/15",
        "2569-01-15 2569-01-16",
    ],
)
def test_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|year|day|month"):
        writing.parse_date(text)


@given(DAYS)
def test_every_day_reads_back_in_every_spelling(day: date) -> None:
    year = day.year + 543
    month, short = writing.MONTHS[day.month - 1], writing.MONTHS_SHORT[day.month - 1]
    for spelling in (
        writing.format_date(day),
        f"{year}-{day.month:02}-{day.day:02}",
        f"{day.day}/{day.month}/{year}",
        f"{day.day} {short} {year}",
        f"{day.day}{short}{year}",
        f"{day.day} {month} พ.ศ. {year}",
        f"{day.day} {short} พ.ศ. {year}",
    ):
        assert writing.parse_date(spelling) == (day, False)
        assert writing.parse_date(writing.thai_digits(spelling)) == (day, False)


@given(st.dates(date(1900, 1, 1), date(2157, 12, 31)))
def test_every_common_era_day_reads_back(day: date) -> None:
    assert writing.parse_date(day.isoformat()) == (day, True)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2568-10", Month(2025, 10)),
        ("2568-1", Month(2025, 1)),
        ("ต.ค. 2568", Month(2025, 10)),
        ("ตค 2568", Month(2025, 10)),
        ("ตุลาคม ๒๕๖๘", Month(2025, 10)),
        ("ตุลาคม พ.ศ. 2568", Month(2025, 10)),
        ("2025-10", Month(2025, 10)),
        ("ต.ค. 2025", Month(2025, 10)),
    ],
)
def test_months(text: str, month: Month) -> None:
    assert writing.parse_month(text) == month


@pytest.mark.parametrize("text", ["", "ตุลาคม", "2568", "2568-13", "2568-00", "ตลาคม 2568", "68-10"])
def test_no_months(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|year|day|month"):
        writing.parse_month(text)


@given(DAYS)
def test_every_month_reads_back(day: date) -> None:
    month = Month(day.year, day.month)
    short = writing.MONTHS_SHORT[day.month - 1]
    for spelling in (
        writing.format_month(month),
        f"{day.year + 543}-{day.month:02}",
        f"{short} {day.year + 543}",
    ):
        assert writing.parse_month(spelling) == month
        assert writing.parse_month(writing.thai_digits(spelling)) == month


@given(DAYS)
def test_last_day_of_a_month(day: date) -> None:
    last = Month(day.year, day.month).last_day
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 9, 30), 2568),
        (date(2025, 10, 1), 2569),
        (date(2025, 12, 31), 2569),
        (date(2026, 1, 1), 2569),
        (date(2026, 9, 30), 2569),
        (date(2026, 10, 1), 2570),
    ],
)
def test_fiscal_year_begins_in_october(day: date, year: int) -> None:
    assert writing.fiscal_year(day) == year


@given(DAYS)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    year = writing.fiscal_year(day)
    assert writing.first_day(year) <= day <= writing.last_day(year)
    assert Month(day.year, day.month) in writing.fiscal_months(year)


@given(YEARS)
def test_fiscal_years_follow_each_other(year: int) -> None:
    assert (
        writing.fiscal_year(writing.first_day(year))
        == writing.fiscal_year(writing.last_day(year))
        == year
    )
    assert writing.last_day(year - 1) + timedelta(days=1) == writing.first_day(year)
    months = writing.fiscal_months(year)
    assert months == sorted(months)
    assert len(set(months)) == 12
    assert months[0][:2] == (writing.first_day(year).year, 10)
    assert months[-1].last_day == writing.last_day(year)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,500,000.50", "1500000.50"),
        ("๑,๕๐๐,๐๐๐.๕๐", "1500000.50"),
        ("1500000.5 บาท", "1500000.5"),
        ("1500000.5บาท", "1500000.5"),
        ("1,500 ฿", "1500"),
        ("๑๒ บาท", "12"),
        ("0", "0"),
        ("007", "7"),
        ("-250.75", "-250.75"),
        ("16.30", "16.30"),
        (" 12 ", "12"),
        ("9" * 30, "9" * 30),
    ],
)
def test_money(text: str, amount: str) -> None:
    read = writing.parse_money(text)
    assert read == Decimal(amount)
    assert str(read) == str(Decimal(amount))  # as many places as were written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "บาท",
        "1,50,000",
        "1,5000",
        "1500,000",
        ",500",
        "1,500,",
        "1.500.000",
        "1.",
        ".5",
        "1e5",
        "NaN",
        "Infinity",
        "1_000",
        "+5",
        "--5",
        "12 ล้านบาท",
        "12 บาท 50 สตางค์",
        "ประมาณ 12",
        "1 2",
        "9" * 41,  # Python itself refuses to print numbers of more than 4,300 digits
        "9" * 5000,
    ],
)
def test_no_money(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        writing.parse_money(text)


@given(AMOUNTS)
def test_every_amount_reads_back(amount: Decimal) -> None:
    written = writing.format_number(amount)
    for spelling in (written, written.replace(",", ""), f"{written} บาท"):
        assert writing.parse_money(spelling) == amount
        assert writing.parse_money(writing.thai_digits(spelling)) == amount


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (Decimal("1482300.50"), "1,482,300.50"),
        (Decimal("0.00000001"), "0.00000001"),
        (Decimal(-1500), "-1,500"),
    ],
)
def test_numbers_are_written_with_commas_and_as_many_places_as_given(
    number: Decimal | int, written: str
) -> None:
    assert writing.format_number(number) == written


def test_days_and_months_are_written_in_full() -> None:
    assert writing.format_date(date(2026, 1, 5)) == "5 มกราคม 2569"
    assert writing.format_month(Month(2025, 10)) == "ตุลาคม 2568"


@given(st.text())
def test_thai_digits_there_and_back(text: str) -> None:
    assert writing.arabic(writing.thai_digits(text)) == writing.arabic(text)
    assert writing.thai_digits(writing.arabic(text)) == writing.thai_digits(text)


def test_only_digits_are_changed() -> None:
    assert writing.arabic("หมู่ ๓ ถนน 5") == "หมู่ 3 ถนน 5"
    assert writing.thai_digits("หมู่ ๓ ถนน 5") == "หมู่ ๓ ถนน ๕"


@pytest.mark.parametrize(
    "text", ["", " ", "-", "--", "–", "—", "...", "…", " - ", "\u00a0", "\u200b", "\ufeff", ". . ."]
)
def test_blank(text: str) -> None:
    assert writing.is_blank(text)


@pytest.mark.parametrize("text", ["0", "ไม่มี", "-1", "*", "null", "~", "no"])
def test_not_blank(text: str) -> None:
    assert not writing.is_blank(text)
