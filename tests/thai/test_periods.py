"""Periods of a fiscal year: which months do plans mean?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import calendar, dates, writing
from oit.thai.calendar import Month
from oit.thai.periods import Period, parse_period

YEARS = st.integers(2401, 2700)
OCTOBER, DECEMBER = Month(2025, 10), Month(2025, 12)
JANUARY, MARCH, APRIL, JUNE, SEPTEMBER = (Month(2026, number) for number in (1, 3, 4, 6, 9))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # Months, as municipal plans print them.
        ("ต.ค. 2568 – มี.ค. 2569", OCTOBER, MARCH),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๙ (ต.ค.๖๘ - ก.ย.๖๙)", OCTOBER, SEPTEMBER),
        ("ต.ค.๖๘ - ก.ย. ๖๙)", OCTOBER, SEPTEMBER),
        ("รอบ ๖ เดือน (เดือนตุลาคม ๒๕๖๘ - มีนาคม ๒๕๖๙)", OCTOBER, MARCH),
        ("ต.ค.- มี.ค.65", Month(2021, 10), Month(2022, 3)),
        ("ต.ค.- มี.ค.", OCTOBER, MARCH),
        ("ตุลาคม ถึง เดือนธันวาคม", OCTOBER, DECEMBER),
        ("ตุลาคม 2568 ถึงสิ้นเดือน มีนาคม พ.ศ. 2569", OCTOBER, MARCH),
        ("1 ตุลาคม 2568 – 30 กันยายน 2569", OCTOBER, SEPTEMBER),
        ("ตั้งแต่วันที่ ๑ ต.ค. ๖๘ ถึงวันที่ ๓๑ มี.ค. ๖๙", OCTOBER, MARCH),
        ("ต.ค. 2025 - มี.ค. 2026", OCTOBER, MARCH),
        ("มี.ค. 2569", MARCH, MARCH),
        ("ภายในเดือนมีนาคม", MARCH, MARCH),
        ("ต.ค.", OCTOBER, OCTOBER),
        ("ต.ค. 2568\u00a0–\n มี.ค. 2569", OCTOBER, MARCH),
        ("ต.ค., พ.ย. และ ธ.ค. 2568", OCTOBER, DECEMBER),
        ("ต.ค. - ธ.ค. 68 และ เม.ย. - มิ.ย. 69", OCTOBER, JUNE),
        ("ต.ค. 2567 – ก.ย. 2569", Month(2024, 10), SEPTEMBER),  # of several years
        # Quarters of the fiscal year.
        ("ไตรมาสที่ 1", OCTOBER, DECEMBER),
        ("ไตรมาส 2", JANUARY, MARCH),
        ("ไตรมาสที่ ๑-๒", OCTOBER, MARCH),
        ("ไตรมาสที่ 2 ถึง 3", JANUARY, JUNE),
        ("ไตรมาสที่ 1 และไตรมาสที่ 2", OCTOBER, MARCH),
        ("ไตรมาส 1, 2, 3 และ 4", OCTOBER, SEPTEMBER),
        ("ไตรมาส 1/2569", OCTOBER, DECEMBER),
        ("ไตรมาสที่ 1 - 2569", OCTOBER, DECEMBER),
        ("ปีงบประมาณ พ.ศ. 2569 ไตรมาสที่ 4", Month(2026, 7), SEPTEMBER),
        # A whole year.
        ("ตลอดปีงบประมาณ", OCTOBER, SEPTEMBER),
        ("ตลอดปี", OCTOBER, SEPTEMBER),
        ("ตลอดทั้งปี", OCTOBER, SEPTEMBER),
        ("ปีงบประมาณ พ.ศ. 2566", Month(2022, 10), Month(2023, 9)),
        ("ปีงบประมาณ 2026", OCTOBER, SEPTEMBER),
        ("ภายในปีงบประมาณ พ.ศ. ๒๕๖๙", OCTOBER, SEPTEMBER),
        # The month in the text is when it begins, not when it ends.
        ("ตลอดปีงบประมาณ 2569 โดยเริ่ม ต.ค. 2568", OCTOBER, SEPTEMBER),
        ("ต.ค. 2568 จนถึง ก.ย. 2569", OCTOBER, SEPTEMBER),
        ("ต.ค. 2568 ~ ก.ย. 2569", OCTOBER, SEPTEMBER),
        ("ต.ค. 2568 -- ก.ย. 2569", OCTOBER, SEPTEMBER),
        ("ต.ค. – ธ.ค. 2568 / ก.ค. – ก.ย. 2569", OCTOBER, SEPTEMBER),
        # Half of it.
        ("6 เดือนแรก", OCTOBER, MARCH),
        ("รอบ ๖ เดือน", OCTOBER, MARCH),
        ("๖ เดือน ภายใน ปีงบประมาณ", OCTOBER, MARCH),
        ("6 เดือนหลัง", APRIL, SEPTEMBER),
        ("6 เดือนสุดท้าย", APRIL, SEPTEMBER),
    ],
)
def test_periods_as_plans_write_them(text: str, first: Month, last: Month) -> None:
    assert parse_period(text, 2569) == Period(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "ต่อเนื่อง",
        "ทุกเดือน",
        "ทุก 6 เดือน",
        "ทุก ๆ ๖ เดือน",
        "ทุกรอบ 6 เดือน",
        "16 เดือน",
        "ไตรมาสละ ๑ ครั้ง",
        "มกราคม 2569 เป็นต้นไป",
        "ไตรมาสที่ 5",
        "ไตรมาสที่ 12",
        "2569",
        "ประจำปีงบประมาณ",
        "ตลาคม 2568",
        # The end is before the beginning, or lies in an impossible year.
        "มี.ค. 2569 – ต.ค. 2568",
        "ม.ค. - ธ.ค.",
        "ไตรมาสที่ 3-1",
        "ต.ค. 2300",
        "ต.ค. 2568 – มี.ค. 9999",
        "ตลอดปีงบประมาณ 0000",
        "ปีงบประมาณ 9999",
    ],
)
def test_a_text_without_months_is_not_a_period(text: str) -> None:
    assert parse_period(text, 2569) is None


WORDS_OF_PERIODS = st.sampled_from(
    [
        *calendar.MONTHS,
        *calendar.MONTHS_SHORT,
        *"ไตรมาส ไตรมาสที่ ตลอดปีงบประมาณ ปีงบประมาณ พ.ศ. เดือน แรก หลัง ทุก ถึง และ สิ้น วันที่ รอบ".split(),
        *"1 2 4 6 31 65 69 2568 2569 2026 0000 9999 ๖ ๒๕๖๙ – - , ( )".split(),
        *["", " ", "\n"],
    ]
)


@given(
    st.lists(WORDS_OF_PERIODS, max_size=9).map("".join)
    | st.lists(WORDS_OF_PERIODS, max_size=9).map(" ".join)
    | st.text(),
    st.integers(2400, 2699),
)
def test_every_period_ends_after_it_begins(text: str, year: int) -> None:
    period = parse_period(text, year)
    assert period is None or (
        period.first <= period.last and period.first.last_day <= period.last.last_day
    )


@given(YEARS, st.integers(0, 11), st.integers(0, 11))
def test_every_period_of_a_fiscal_year_reads_back(year: int, a: int, b: int) -> None:
    months = calendar.fiscal_months(year)
    first, last = months[min(a, b)], months[max(a, b)]
    begins, ends = (calendar.MONTHS_SHORT[month.month - 1] for month in (first, last))
    for spelling in (
        f"{dates.format_month(first)} – {dates.format_month(last)}",
        f"{begins} - {ends}",
        f"{begins} {first.year + 543} ถึง {ends} {last.year + 543}",
        f"{begins}-{ends}{last.year + 543}",
    ):
        assert parse_period(spelling, year) == (first, last)
        assert parse_period(writing.thai_digits(spelling), year) == (first, last)
