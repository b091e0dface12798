"""Every reader against a table of notations: it reads the value or refuses it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai import dates, intervals, money, numbers, pages, periods, years
from oit.thai.calendar import ERA, Month
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import thai_digits
from thai import notations
from thai.notations import writers

FISCAL_YEARS = st.integers(2540, 2620)
SPACES = st.sampled_from(["", " ", "\u00a0", "\u200b", "\n", "  ", "\ufeff"])


@given(
    day=st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    write=st.sampled_from(writers(notations.DAY_FORMS)),
    around=st.tuples(SPACES, SPACES),
    in_thai=st.booleans(),
    year=FISCAL_YEARS | st.none(),
)
def test_a_day_with_its_year_is_read_in_every_notation(
    day: date,
    write: Callable[[date], str],
    around: tuple[str, str],
    in_thai: bool,
    year: int | None,
) -> None:
    text = around[0] + write(day) + around[1]
    found = dates.read_day(thai_digits(text) if in_thai else text, year)
    if not found.corrected:  # the 1990s are those of Excel in the 2590s
        assert found.date == day


def test_a_year_whose_era_is_written_is_not_taken_for_one_that_excel_moved() -> None:
    found = dates.read_day("1 January ค.ศ. 1997", 2585)

    assert found.date == date(1997, 1, 1)
    assert not found.corrected


@given(
    day=st.dates(date(1985, 1, 1), date(2090, 12, 31)),
    write=st.sampled_from(writers(notations.SHORT_DAY_FORMS)),
    year=FISCAL_YEARS,
)
def test_a_day_near_the_fiscal_year_is_read_with_two_digits_or_reported(
    day: date, write: Callable[[date], str], year: int
) -> None:
    text, is_near = write(day), abs(day.year + ERA - year) <= 12
    try:
        found = dates.read_day(text, year).date
    except UnreadableError as error:
        is_unclear = error.why is not None and "หลายแบบ" in error.why.th
        assert not is_near or is_unclear
    else:
        assert (found == day) == is_near
        assert abs(found.year + ERA - year) <= 12


@given(
    day=st.dates(date(2000, 1, 1), date(2056, 12, 31)),
    write=st.sampled_from(writers(notations.MONTH_FORMS)),
    year=FISCAL_YEARS | st.none(),
)
def test_a_month_with_its_year_is_read_in_every_notation(
    day: date, write: Callable[[date], str], year: int | None
) -> None:
    assert dates.read_month(write(day), year) == Month(day.year, day.month)


@given(
    day=st.dates(date(2000, 1, 1), date(2056, 12, 31)),
    write=st.sampled_from(writers(notations.SHORT_MONTH_FORMS)),
    year=FISCAL_YEARS,
)
def test_a_month_near_the_fiscal_year_is_read_with_two_digits_or_reported(
    day: date, write: Callable[[date], str], year: int
) -> None:
    text, is_near = write(day), abs(day.year + ERA - year) <= 12
    try:
        found = dates.read_month(text, year)
    except UnreadableError:
        assert not is_near
    else:
        assert (found == Month(day.year, day.month)) == is_near
    found_in_text = dates.find_months(text, year)
    assert found_in_text == ((Month(day.year, day.month),) if is_near else found_in_text)


@given(
    satang=st.integers(0, 10**13),
    form=st.sampled_from(notations.MONEY_FORMS),
    in_thai=st.booleans(),
)
def test_an_amount_is_read_in_every_notation(satang: int, form: str, in_thai: bool) -> None:
    amount = Decimal(satang) / 100
    text = form.format(amount)
    assert money.read_money(thai_digits(text) if in_thai else text) == amount


@given(
    st.integers(0, 10**10),
    st.sampled_from(["{:,}.-", "{:,} .-", "{:,}.-บาท", "{:,} บาท.-", "{:,}.–", "{:,}-", "฿{:,}.-"]),
)
def test_a_whole_amount_may_end_with_a_dash(amount: int, form: str) -> None:
    assert money.read_money(form.format(amount)) == amount


@given(st.integers(0, 10**7 - 1), st.sampled_from(["พัน", "หมื่น", "แสน", "ล้าน"]))
def test_an_amount_may_have_a_unit(number: int, unit: str) -> None:
    times = {"พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000}[unit]
    amount = Decimal(number) / 100
    assert money.read_money(f"{amount} {unit}บาท") == amount * times


@given(st.lists(st.tuples(st.integers(1, 999), st.integers(0, 99)), min_size=1, max_size=5))
def test_pages_are_read_back(ranges: list[tuple[int, int]]) -> None:
    shown = pages.Pages(tuple((first, first + more) for first, more in ranges))
    for text in (str(shown), f"หน้า {shown}", thai_digits(str(shown)), str(shown).replace("–", "-")):
        assert pages.read_pages(text) == shown


TABLES: list[tuple[Callable[[str], Any], list[tuple[str, Any]]]] = [
    (money.read_money, [*notations.amounts()]),
    (pages.read_pages, [*notations.PAGES]),
    (numbers.read_count, [*notations.COUNTS]),
    (numbers.read_percent, [(text, Decimal(value)) for text, value in notations.PERCENTS]),
    (numbers.read_coordinate, [(text, Decimal(value)) for text, value in notations.COORDINATES]),
    (
        lambda text: years.read_fiscal_year(text, 2569)[0],
        [(text, 2569) for text in notations.YEARS],
    ),
]


def test_every_kind_has_at_least_fifteen_notations() -> None:
    forms = (notations.DAY_FORMS, notations.SHORT_DAY_FORMS, notations.MONTH_FORMS)
    more = (notations.SHORT_MONTH_FORMS, notations.MONEY_FORMS)
    sizes = [*map(len, forms), *map(len, more), *(len(table) for _, table in TABLES)]
    assert min(sizes) >= 15


def test_every_notation_is_read() -> None:
    for read, table in TABLES:
        for text, value in table:
            assert read(text) == value, text


@pytest.mark.parametrize("text", ["40", "2399", "2701", "พ.ศ. 2026", "2569-2570", "1968", "ปี", ""])
def test_no_fiscal_years(text: str) -> None:
    with pytest.raises(UnreadableError):
        years.read_fiscal_year(text, 2569)


def test_a_fiscal_year_of_two_digits_needs_a_year_beside_it() -> None:
    with pytest.raises(UnreadableError):
        years.read_fiscal_year("69")


@pytest.mark.parametrize("text", ["", "5-3", "a", "3--5", "3,", "ท้ายเล่ม", "1" * 6, "1," * 200])
def test_no_pages(text: str) -> None:
    with pytest.raises(UnreadableError):
        pages.read_pages(text)


def test_the_pages_that_a_document_does_not_have() -> None:
    shown = pages.read_pages("3, 5-9")
    assert (shown.first, shown.outside(9), shown.outside(8)) == (3, None, 9)
    assert pages.read_pages("0").outside(5) == 0


@pytest.mark.parametrize("text", ["", "-1", "1.5", "12 บาท", "1,20", "ราว 12", "9" * 5000])
def test_no_counts(text: str) -> None:
    with pytest.raises(UnreadableError):
        numbers.read_count(text)


@pytest.mark.parametrize("text", ["", "%", "-1", "101", "87.5 บาท", "ร้อยละ", "ประมาณ 80"])
def test_no_percentages(text: str) -> None:
    with pytest.raises(UnreadableError):
        numbers.read_percent(text)


@pytest.mark.parametrize(
    "text", ["", "181", "15.5°30'", "15°60'", "N 15 S", "-15 N", "15.2, 104.8", "ไม่มี", "๑๕°๙๐'"]
)
def test_no_coordinates(text: str) -> None:
    with pytest.raises(UnreadableError):
        numbers.read_coordinate(text)


PIECES = st.sampled_from(
    "0 1 5 12 25 31 68 69 1968 2025 2569 ๑๒ ๒๕๖๙ . , - – / : ' ° % ( ) T Z + น. ต.ค. ตุลาคม Oct May "
    "พ.ศ. ค.ศ. วันที่ เดือน ปีงบประมาณ บาท ถ้วน ล้าน สตางค์ หน้า ถึง และ ร้อยละ คน ทุก ไตรมาส N E".split()
)
TEXTS = st.lists(PIECES, max_size=8).map("".join) | st.lists(PIECES, max_size=8).map(" ".join)
READERS: list[Callable[[str, int], object]] = [
    dates.read_day,
    dates.read_month,
    dates.find_months,
    years.read_fiscal_year,
    periods.parse_period,
    lambda text, _: money.read_money(text),
    lambda text, _: numbers.read_count(text),
    lambda text, _: numbers.read_percent(text),
    lambda text, _: numbers.read_score(text),
    lambda text, _: numbers.read_coordinate(text),
    lambda text, _: pages.read_pages(text),
    lambda text, _: intervals.parse_interval(text),
]


@given(TEXTS | st.text(max_size=50), FISCAL_YEARS)
def test_any_text_is_read_or_reported(text: str, year: int) -> None:
    for read in READERS:
        try:
            read(text, year)
        except ValueError:
            continue


@pytest.mark.parametrize(
    "text", [" " * 40_000, "1" * 40_000, "1," * 20_000, "1 " * 20_000, "(" * 40_000, "ต.ค." * 9_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    for read in READERS:
        try:
            read(text, 2569)
        except ValueError:
            continue


@given(st.sets(st.integers(1, 300), min_size=1, max_size=30))
def test_pages_that_were_written_are_read_again(numbers: set[int]) -> None:
    assert pages.read_pages(pages.write_pages(numbers)).numbers == numbers


def test_pages_are_written_in_ranges() -> None:
    assert pages.write_pages([7, 3, 4, 5, 3]) == "3-5, 7"
    assert pages.write_pages([]) == ""
