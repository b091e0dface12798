"""Days and months: strictly read in data files, leniently in office tables, and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import dates, writing
from oit.thai.calendar import MONTHS, MONTHS_SHORT, Month
from oit.thai.dates import find_months, read_day, read_month, write_day, write_month
from thai.notations import BUDDHIST_DATES, COMMON_ERA_DATES, STRICT_MONTHS

# The Buddhist years that are read: 2400 to 2700.
DAYS = st.dates(date(1857, 1, 1), date(2157, 12, 31))


# Strictly, which is also read leniently


@pytest.mark.parametrize(("text", "day"), BUDDHIST_DATES)
def test_buddhist_dates(text: str, day: date) -> None:
    assert dates.parse_date(text) == (day, False)
    assert dates.read_day(text, 2569) == (day, "")


@pytest.mark.parametrize(("text", "day"), COMMON_ERA_DATES)
def test_common_era_dates_are_known_by_their_year(text: str, day: date) -> None:
    assert dates.parse_date(text) == (day, True)
    assert dates.read_day(text, 2569) == (day, "")


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
        dates.parse_date(text)


@given(DAYS)
def test_every_day_reads_back_in_every_spelling(day: date) -> None:
    year = day.year + 543
    month, short = MONTHS[day.month - 1], MONTHS_SHORT[day.month - 1]
    for spelling in (
        dates.format_date(day),
        dates.write_day(day),
        f"{day.day}/{day.month}/{year}",
        f"{day.day} {short} {year}",
        f"{day.day}{short}{year}",
        f"{day.day} {month} พ.ศ. {year}",
        f"{day.day} {short} พ.ศ. {year}",
    ):
        assert dates.parse_date(spelling) == (day, False)
        assert dates.read_day(spelling, 2569) == (day, "")
        assert dates.parse_date(writing.thai_digits(spelling)) == (day, False)


@given(st.dates(date(1900, 1, 1), date(2157, 12, 31)))
def test_every_common_era_day_reads_back(day: date) -> None:
    assert dates.parse_date(day.isoformat()) == (day, True)


@pytest.mark.parametrize(("text", "month"), STRICT_MONTHS)
def test_months_with_a_year(text: str, month: Month) -> None:
    assert dates.parse_month(text) == month


@pytest.mark.parametrize("text", ["", "ตุลาคม", "2568", "2568-13", "2568-00", "ตลาคม 2568", "68-10"])
def test_no_months(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|year|day|month"):
        dates.parse_month(text)


@given(DAYS)
def test_every_month_reads_back(day: date) -> None:
    month = Month(day.year, day.month)
    short = MONTHS_SHORT[day.month - 1]
    for spelling in (
        dates.format_month(month),
        dates.write_month(month),
        f"{short} {day.year + 543}",
    ):
        assert dates.parse_month(spelling) == month
        if 2500 <= day.year + 543 < 2600:  # other years are too rare in titles to be one
            assert dates.read_month(spelling, 2569) == month
        assert dates.parse_month(writing.thai_digits(spelling)) == month


def test_days_and_months_are_written_as_the_data_folder_does() -> None:
    assert write_day(date(2025, 1, 5)) == "2568-01-05"
    assert write_month(Month(2024, 10)) == "2567-10"


def test_days_and_months_are_written_in_full() -> None:
    assert dates.format_date(date(2026, 1, 5)) == "5 มกราคม 2569"
    assert dates.format_month(Month(2025, 10)) == "ตุลาคม 2568"


# Leniently


@pytest.mark.parametrize(
    "text",
    [
        "2568-01-05", "2025-01-05", "2025-01-05T00:00:00", "2025-01-05 00:00:00+07:00",
        "5/1/2568", "05/01/2025", "5-1-2568", "5.1.68", "5/1/68",
        "5 ม.ค. 2568", "5 ม.ค. 68", "5ม.ค.68", "๕ มกราคม ๒๕๖๘", "5 มกราคม พ.ศ. 2568",
        "5 เดือนมกราคม พ.ศ. 2568", "5-ม.ค.-68", "5 Jan 2025", "5-January-2025", "5 มค 68", "45662",
    ],
)  # fmt: skip
def test_days_as_offices_write_them(text: str) -> None:
    assert read_day(text, 2568) == (date(2025, 1, 5), "")


@pytest.mark.parametrize(
    "text", ["-", "5", "31/2/2568", "5 กุมภา 2568", "5/1/1850", "12/2568", "99999", "5 xxx 2568"]
)
def test_not_a_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_day(text, 2568)


def test_a_short_buddhist_year_that_excel_moved_to_the_last_century_is_corrected() -> None:
    assert read_day("1968-01-05", 2568) == (date(2025, 1, 5), "1968")
    # A year that is not near the fiscal year stays as it is.
    assert read_day("1950-01-05", 2568) == (date(1950, 1, 5), "")


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค.67", "ต.ค. 67", "ตค67", "ตุลาคม 2567", "ตุลาคม", "สขร.1 ต.ค.67", "10-67", "10.2567",
        "2567-10",
        "ประจำเดือนตุลาคม พ.ศ. 2567", "ในรอบเดือนตุลาคม 2567", "รอบเดือนต.ค. 2567", "Oct 67", "October",
        "วันที่ 31 เดือน ตุลาคม พ.ศ. 2567", "เดือนตุลาคม ปีงบประมาณ พ.ศ. 2568", "o11-ต.ค.67",
        "สขร1_ตุลาคม_2567",
    ],
)  # fmt: skip
def test_a_month_in_a_text(text: str) -> None:
    assert find_months(text, 2568) == (Month(2024, 10),)


def test_texts_that_name_no_month_or_several() -> None:
    assert find_months("Sheet1", 2568) == ()
    assert find_months("o11", 2568) == ()
    assert find_months("ตุลาคม 1850", 2568) == (Month(2024, 10),)
    assert find_months("ต.ค.67 - ธ.ค.67", 2568) == (Month(2024, 10), Month(2024, 12))


def test_a_cell_that_contains_a_month() -> None:
    assert read_month("ต.ค. 67", 2568) == Month(2024, 10)
    assert read_month("2024-10-01", 2568) == Month(2024, 10)
    with pytest.raises(ValueError, match="not a month"):
        read_month("ต.ค.–ธ.ค. 67", 2568)
