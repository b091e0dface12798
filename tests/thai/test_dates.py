"""Days and months as offices write them."""

from datetime import date

import pytest

from oit.thai.dates import find_months, is_of, read_day, read_month
from oit.thai.writing import Month, write_day, write_month


@pytest.mark.parametrize(
    "text",
    [
        "2568-01-05", "2025-01-05", "2025-01-05T00:00:00", "2025-01-05 00:00:00+07:00",
        "5/1/2568", "05/01/2025", "5-1-2568", "5.1.68", "5/1/68",
        "5 ม.ค. 2568", "5 ม.ค. 68", "5ม.ค.68", "๕ มกราคม ๒๕๖๘", "5 มกราคม พ.ศ. 2568",
        "5 เดือนมกราคม พ.ศ. 2568", "5-ม.ค.-68", "5 Jan 2025", "5-January-2025", "5 มค 68", "45662",
    ],
)  # fmt: skip
def test_a_day(text: str) -> None:
    assert read_day(text, 2568) == (date(2025, 1, 5), "")


@pytest.mark.parametrize(
    "text", ["-", "5", "31/2/2568", "5 กุมภา 2568", "5/1/1850", "12/2568", "99999", "5 xxx 2568"]
)
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_day(text, 2568)


def test_excel_takes_a_short_buddhist_year_for_the_last_century() -> None:
    assert read_day("1968-01-05", 2568) == (date(2025, 1, 5), "1968")
    # A year that makes none near the fiscal year stays what it says.
    assert read_day("1950-01-05", 2568) == (date(1950, 1, 5), "")


def test_days_and_months_are_written_as_the_data_folder_does() -> None:
    assert write_day(date(2025, 1, 5)) == "2568-01-05"
    assert write_month(Month(2024, 10)) == "2567-10"


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


def test_a_cell_that_is_a_month() -> None:
    assert read_month("ต.ค. 67", 2568) == Month(2024, 10)
    assert read_month("2024-10-01", 2568) == Month(2024, 10)
    with pytest.raises(ValueError, match="not a month"):
        read_month("ต.ค.–ธ.ค. 67", 2568)


def test_months_of_a_fiscal_year() -> None:
    assert is_of(Month(2024, 10), 2568)
    assert not is_of(Month(2025, 10), 2568)
