"""Intervals as officers write them."""

from datetime import date

import pytest

from oit.thai.intervals import Interval, parse_interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("3 เดือน", Interval(3)),
        ("๓ เดือน", Interval(3)),
        ("ทุก 6 เดือน", Interval(6)),
        ("6", Interval(6)),
        ("90 วัน", Interval(0, 90)),
        ("2 สัปดาห์", Interval(0, 14)),
        ("1 ปี", Interval(12)),
        ("ทุกปี", Interval(12)),
        ("รายปี", Interval(12)),
        ("ทุกไตรมาส", Interval(3)),
        ("รายเดือน", Interval(1)),
        ("เดือนละครั้ง", Interval(1)),
        ("ปีละ 1 ครั้ง", Interval(12)),
        ("ปีละ 2 ครั้ง", Interval(6)),
        ("ทุกครึ่งปี", Interval(6)),
        ("ทุกสัปดาห์", Interval(0, 7)),
    ],
)
def test_intervals_as_they_are_written(text: str, interval: Interval) -> None:
    assert parse_interval(text) == interval


@pytest.mark.parametrize("text", ["", "เสมอ", "0 เดือน", "11 ปี", "9999 วัน", "ทุก", "ปีละ 5 ครั้ง", "-3"])
def test_texts_that_are_not_intervals(text: str) -> None:
    with pytest.raises(ValueError, match="not an interval"):
        parse_interval(text)


@pytest.mark.parametrize(
    ("interval", "day"),
    [
        (Interval(1), date(2026, 2, 28)),  # February is too short
        (Interval(3), date(2026, 4, 30)),
        (Interval(12), date(2027, 1, 31)),
        (Interval(0, 30), date(2026, 3, 2)),
    ],
)
def test_the_day_after_an_interval(interval: Interval, day: date) -> None:
    assert interval.after(date(2026, 1, 31)) == day


@pytest.mark.parametrize(
    ("interval", "thai", "english"),
    [
        (Interval(18), "18 เดือน", "18 month(s)"),
        (Interval(24), "2 ปี", "2 year(s)"),
        (Interval(0, 90), "90 วัน", "90 day(s)"),
    ],
)
def test_an_interval_in_words(interval: Interval, thai: str, english: str) -> None:
    assert (interval.words.th, interval.words.en) == (thai, english)
