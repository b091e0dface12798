"""Eras, months and fiscal years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import calendar
from oit.thai.calendar import Month, in_fiscal_year

# The Buddhist years that are read: 2400 to 2700.
DAYS = st.dates(date(1857, 1, 1), date(2157, 12, 31))
YEARS = st.integers(2401, 2700)


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
    assert calendar.fiscal_year(day) == year


@given(DAYS)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    year = calendar.fiscal_year(day)
    assert calendar.first_day(year) <= day <= calendar.last_day(year)
    assert Month(day.year, day.month) in calendar.fiscal_months(year)


@given(YEARS)
def test_fiscal_years_follow_each_other(year: int) -> None:
    assert (
        calendar.fiscal_year(calendar.first_day(year))
        == calendar.fiscal_year(calendar.last_day(year))
        == year
    )
    assert calendar.last_day(year - 1) + timedelta(days=1) == calendar.first_day(year)
    months = calendar.fiscal_months(year)
    assert months == sorted(months)
    assert len(set(months)) == 12
    assert months[0][:2] == (calendar.first_day(year).year, 10)
    assert months[-1].last_day == calendar.last_day(year)


def test_months_of_a_fiscal_year() -> None:
    assert in_fiscal_year(Month(2024, 10), 2568)
    assert not in_fiscal_year(Month(2025, 10), 2568)
