"""Days and months: as people, programs and Excel write them, and as this program does."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.clock import BANGKOK
from oit.thai import dates, writing
from oit.thai.calendar import MONTHS, MONTHS_SHORT, Month
from oit.thai.dates import find_months, read_day, read_month, write_day, write_month
from oit.thai.unreadable import UnreadableError
from thai.notations import BUDDHIST_DATES, COMMON_ERA_DATES, INSTANTS, SHORT_DATES, STRICT_MONTHS

# The Buddhist years that are read: 2400 to 2700.
DAYS = st.dates(date(1857, 1, 1), date(2157, 12, 31))


def why(text: str, fiscal_year: int | None = 2569) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as raised:
        read_day(text, fiscal_year)
    return raised.value.why or ("", "")


# Days


@pytest.mark.parametrize(("text", "day"), BUDDHIST_DATES)
def test_buddhist_dates(text: str, day: date) -> None:
    assert read_day(text) == read_day(text, 2569) == (day, False, "")


@pytest.mark.parametrize(("text", "day"), COMMON_ERA_DATES)
def test_common_era_dates_are_known_by_their_year(text: str, day: date) -> None:
    assert read_day(text) == read_day(text, 2569) == (day, True, "")


@pytest.mark.parametrize(("text", "day"), INSTANTS)
def test_an_instant_with_a_time_zone_is_the_day_in_bangkok(text: str, day: date) -> None:
    assert read_day(text).date == day


@given(
    st.datetimes(datetime(1901, 1, 1), datetime(2150, 1, 1)),  # noqa: DTZ001 - the zone follows
    st.integers(-12 * 60, 14 * 60),
)
def test_every_instant_is_read_as_the_day_in_bangkok(at: datetime, minutes: int) -> None:
    instant = at.replace(tzinfo=timezone(timedelta(minutes=minutes)), microsecond=0)
    assert read_day(instant.isoformat()).date == instant.astimezone(BANGKOK).date()


@pytest.mark.parametrize(("text", "day"), SHORT_DATES)
def test_a_year_of_two_digits_is_the_one_near_the_fiscal_year(text: str, day: date) -> None:
    assert read_day(text, 2569).date == day
    with pytest.raises(UnreadableError):
        read_day(text)  # the fiscal year is not known


@pytest.mark.parametrize("text", ["9/10/56", "9/10/82", "9/10/13", "9/10/39", "9-Oct-00"])
def test_a_year_of_two_digits_that_is_near_in_neither_era_is_not_guessed(text: str) -> None:
    assert "ไม่ใกล้ปีงบประมาณ 2569" in why(text)[0]


def test_a_year_may_be_of_the_last_century_or_the_next() -> None:
    assert read_day("1/1/99", 2590).date == date(2056, 1, 1)
    assert read_day("1/1/05", 2595).date == date(2062, 1, 1)
    assert read_day("1/1/99", 2550).date == date(1999, 1, 1)


def test_what_may_begin_with_the_year_is_not_guessed() -> None:
    assert "หลายแบบ" in why("25-10-15")[0]  # 2025-10-15, or 25 October 2015
    assert read_day("15-10-25", 2569).date == date(2025, 10, 15)
    assert "ไม่มีเดือนที่ 25" in why("10/25/25")[0]


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        ("31 เมษายน 2569", "วันนี้ไม่มีในปฏิทิน: เมษายน 2569 มี 30 วัน", "April 2026 has 30 days"),
        ("31/4/69", "เมษายน 2569 มี 30 วัน", "April 2026 has 30 days"),
        ("29 ก.พ. 68", "กุมภาพันธ์ 2568 มี 28 วัน", "February 2025 has 28 days"),
        ("30 พฤษจิกายน 2569", 'หมายถึง "พฤศจิกายน"', 'did you mean "พฤศจิกายน"?'),
        ("30 พฤศจิกา 2569", 'หมายถึง "พฤศจิกายน"', 'did you mean "พฤศจิกายน"?'),
        ("15 มกรา 2569", 'หมายถึง "มกราคม"', 'did you mean "มกราคม"?'),
        ("15 กุมพาพันธ์ 69", 'หมายถึง "กุมภาพันธ์"', 'did you mean "กุมภาพันธ์"?'),
        ("15 Febuary 2026", 'หมายถึง "February"', 'did you mean "February"?'),
        ("10/25/2025", "ไม่มีเดือนที่ 25 ถ้าเขียนเดือนไว้ก่อนวัน", "there is no month 25; if the month"),
        ("2569-13-01", "ไม่มีเดือนที่ 13", "there is no month 13"),
        ("2569-00-01", "ไม่มีเดือนที่ 0", "there is no month 0"),
        ("15/1/1850", "ปี 1850 ไม่ใช่ปี พ.ศ. หรือ ค.ศ.", "not of the Buddhist or the common era"),
        ("15 ม.ค. พ.ศ. 2026", "ปี 2026 ไม่ใช่ปีของศักราช พ.ศ.", "not of the era พ.ศ."),
        ("15 ม.ค. ค.ศ. 2569", "ปี 2569 ไม่ใช่ปีของศักราช ค.ศ.", "not of the era ค.ศ."),
    ],
)
def test_what_is_wrong_with_a_day_is_said(text: str, th: str, en: str) -> None:
    found = why(text)
    assert th in found[0]
    assert en in found[1]


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "5", "15", "2569", "เร็ว ๆ นี้", "2569-01-32", "2566-02-29", "2024-02-30"),
        *("31 ก.พ. 2569", "15 พ.ศ. 2569", "69-01-15", "2399-01-01", "2701-01-01", "1899-12-31"),
        *("2158-01-01", "2569-01-15 2569-01-16", "12/2568", "99999", "5 xxx 2568", "พ.ย. 30"),
        *("2569-01-15T25:00", "2569-01-15T10:60", "2569-01-15T10:00+99:00", "15" * 60),
        # Thirteen digits may be a person's number.
        "1760000000000",
    ],
)
def test_no_dates(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_day(text, 2569)


@given(DAYS)
def test_every_day_that_is_written_reads_back(day: date) -> None:
    month, short = MONTHS[day.month - 1], MONTHS_SHORT[day.month - 1]
    year = day.year + 543
    for spelling in (
        dates.format_date(day),
        dates.write_day(day),
        f"{day.day}/{day.month}/{year}",
        f"{day.day} {short} {year}",
        f"{day.day}{short}{year}",
        f"{day.day} {month} พ.ศ. {year}",
    ):
        assert read_day(spelling) == read_day(spelling, 2569) == (day, False, "")
        assert read_day(writing.thai_digits(spelling)) == (day, False, "")


@given(st.dates(date(1900, 1, 1), date(2157, 12, 31)))
def test_every_common_era_day_reads_back(day: date) -> None:
    assert read_day(day.isoformat()) == (day, True, "")


def test_days_as_excel_stores_them() -> None:
    assert read_day("45662", 2568) == (date(2025, 1, 5), False, "")


def test_a_short_buddhist_year_that_excel_moved_to_the_last_century_is_corrected() -> None:
    assert read_day("1968-01-05", 2568) == (date(2025, 1, 5), False, "1968")
    # A year that is not near the fiscal year stays as it is.
    assert read_day("1950-01-05", 2568) == (date(1950, 1, 5), True, "")


# Months


@pytest.mark.parametrize(("text", "month"), STRICT_MONTHS)
def test_months_with_a_year(text: str, month: Month) -> None:
    assert read_month(text) == read_month(text, 2569) == month


@pytest.mark.parametrize(
    "text", ["ตุลาคม", "ต.ค.68", "ต.ค. '68", "Oct-25", "ต.ค.25", "10/68", "9/10/68", "October"]
)
def test_months_that_need_the_fiscal_year(text: str) -> None:
    assert read_month(text, 2569) == Month(2025, 10)
    with pytest.raises(UnreadableError):
        read_month(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "2568", "2568-13", "2568-00", "68-10", "ตุลาคม 1850", "Oct-50", "ต.ค.–ธ.ค. 67"),
        "ตุลาคม " * 20,
    ],
)
def test_no_months(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_month(text, 2569)


def test_a_misspelt_month_gets_its_nearest() -> None:
    with pytest.raises(UnreadableError) as raised:
        read_month("ตลาคม 2568")
    assert raised.value.why
    assert raised.value.why.th == 'ไม่รู้จักเดือน "ตลาคม" หมายถึง "ตุลาคม" ใช่หรือไม่'


@given(DAYS)
def test_every_month_that_is_written_reads_back(day: date) -> None:
    month = Month(day.year, day.month)
    short = MONTHS_SHORT[day.month - 1]
    for spelling in (
        dates.format_month(month),
        dates.write_month(month),
        f"{short} {day.year + 543}",
    ):
        assert read_month(spelling) == read_month(spelling, 2569) == month
        assert read_month(writing.thai_digits(spelling)) == month


def test_days_and_months_are_written_as_the_data_folder_does() -> None:
    assert write_day(date(2025, 1, 5)) == "2568-01-05"
    assert write_month(Month(2024, 10)) == "2567-10"


def test_days_and_months_are_written_in_full() -> None:
    assert dates.format_date(date(2026, 1, 5)) == "5 มกราคม 2569"
    assert dates.format_month(Month(2025, 10)) == "ตุลาคม 2568"


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค.67", "ต.ค. 67", "ตค67", "ตุลาคม 2567", "ตุลาคม", "สขร.1 ต.ค.67", "10-67", "10.2567",
        "2567-10", "Oct-24", "ต.ค.24", "สขร.1 Oct-24", "ต.ค. '67",
        "ประจำเดือนตุลาคม พ.ศ. 2567", "ในรอบเดือนตุลาคม 2567", "รอบเดือนต.ค. 2567", "Oct 67", "October",
        "วันที่ 31 เดือน ตุลาคม พ.ศ. 2567", "เดือนตุลาคม ปีงบประมาณ พ.ศ. 2568", "o11-ต.ค.67",
        "สขร1_ตุลาคม_2567", "ตุลาคม ค.ศ. 2024",
    ],
)  # fmt: skip
def test_a_month_in_a_text(text: str) -> None:
    assert find_months(text, 2568) == (Month(2024, 10),)


def test_texts_that_name_no_month_or_several() -> None:
    assert find_months("Sheet1", 2568) == ()
    assert find_months("o11", 2568) == ()
    assert find_months("ต.ค.67 - ธ.ค.67", 2568) == (Month(2024, 10), Month(2024, 12))


@pytest.mark.parametrize("text", ["ตุลาคม 1850", "Oct-50", "ต.ค.40", "10-50"])
def test_a_month_whose_year_cannot_be_read_is_not_guessed(text: str) -> None:
    assert find_months(text, 2568) == ()


def test_messages_have_days_and_months_of_both_calendars() -> None:
    assert dates.day_in_both(date(2026, 1, 5)) == ("5 มกราคม 2569", "2026-01-05")
    assert dates.month_in_both(Month(2025, 9)) == ("กันยายน 2568", "2025-09")
