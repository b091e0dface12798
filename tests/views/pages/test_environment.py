"""What templates can do: format values, add up, link."""

from datetime import date
from decimal import Decimal

import pytest
from jinja2 import UndefinedError

from oit.forms.base import Form
from oit.forms.news import Story
from oit.forms.parts import ReportedProject
from oit.thai.calendar import Month
from oit.thai.writing import thai_digits
from oit.views.pages import chart
from oit.views.pages.environment import (
    display,
    environment,
    newest_first,
    pairs,
    percent_of,
    relative,
    share_of,
    sums,
)

PROJECTS: list[Form] = [
    ReportedProject.model_validate({"name": "ก", "budget": "1,500,000", "spent": "0"}),
    ReportedProject.model_validate({"name": "ข", "budget": "0.50", "result": "เสร็จ"}),
]


@pytest.mark.parametrize(
    ("value", "arabic", "thai"),
    [
        (date(2026, 1, 15), "15 มกราคม 2569", "๑๕ มกราคม ๒๕๖๙"),
        (Month(2025, 10), "ตุลาคม 2568", "ตุลาคม ๒๕๖๘"),
        (1482300, "1,482,300", "๑,๔๘๒,๓๐๐"),
        (Decimal("1482300.50"), "1,482,300.50", "๑,๔๘๒,๓๐๐.๕๐"),
        (0, "0", "๐"),
        ("โทร 1111", "โทร 1111", "โทร 1111"),
        (None, "", ""),
        (True, "", ""),
    ],
    ids=str,
)
def test_values_are_formatted_for_readers_and_texts_are_unchanged(
    value: object, arabic: str, thai: str
) -> None:
    assert display(value) == arabic
    assert display(value, thai_digits) == thai


def test_templates_escape_and_refuse_unknown_names() -> None:
    engine = environment()
    assert engine.from_string("{{ a }}").render(a="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        engine.from_string("{{ a.b }}").render(a={})


def test_templates_write_numbers_as_the_agency_chooses() -> None:
    text = "{{ 1500 | display }} {{ '2569' | digits }}"
    assert environment("thai").from_string(text).render() == "๑,๕๐๐ ๒๕๖๙"
    for numerals in ("arabic", None):
        assert environment(numerals).from_string(text).render() == "1,500 2569"


@pytest.mark.parametrize(
    ("part", "total", "percentage"),
    [
        (Decimal(1), Decimal(3), Decimal("33.3")),
        (Decimal(0), Decimal(3), Decimal("0.0")),
        (Decimal(4), Decimal(3), Decimal("133.3")),
        (None, Decimal(3), None),
        (Decimal(1), Decimal(0), None),
        (Decimal(1), None, None),
    ],
)
def test_percentage(part: Decimal | None, total: Decimal | None, percentage: object) -> None:
    assert percent_of(part, total) == percentage


def test_sum_is_exact_and_skips_missing_values() -> None:
    assert sums(PROJECTS, "budget") == Decimal("1500000.50")
    assert sums(PROJECTS, "spent") == 0
    assert sums(PROJECTS[1:], "spent") is None
    assert sums([], "spent") is None


def test_a_share_needs_a_whole_beside_each_part() -> None:
    def rows(*pairs: tuple[str | None, str | None]) -> list[Form]:
        names = ("spent", "budget")
        values = [{k: v for k, v in zip(names, p, strict=True) if v} for p in pairs]
        return [ReportedProject.model_validate({"name": "ก", **value}) for value in values]

    assert share_of(rows(("50", "100"), (None, "100")), "spent", "budget") == 25
    assert share_of(rows(("50", "100"), ("0", None)), "spent", "budget") == 50
    assert share_of(rows(("50", "100"), ("50", None)), "spent", "budget") is None
    assert share_of([], "spent", "budget") is None


def test_pairs_are_for_charts() -> None:
    assert pairs(PROJECTS, "name", "spent") == [("ก", Decimal(0)), ("ข", None)]
    assert pairs(PROJECTS, "budget", "spent", thai_digits)[0] == ("๑,๕๐๐,๐๐๐", Decimal(0))


def test_news_is_sorted_by_day_and_undated_news_comes_last() -> None:
    stories = [
        Story.model_validate({"title": title, "date": day})
        for title, day in [("a", None), ("b", "2569-01-01"), ("c", "2569-02-01"), ("d", None)]
    ]
    assert [(number, story.title) for number, story in newest_first(stories)] == [
        (3, "c"),
        (2, "b"),
        (1, "a"),
        (4, "d"),
    ]


@pytest.mark.parametrize(
    ("target", "url", "expected"),
    [
        ("oit/2569/", "", "oit/2569/"),
        ("oit/2569/", "oit/2569/o7/", "../../../oit/2569/"),
        ("", "", "./"),
        ("", "oit/", "../"),
        ("files/2569/ก ข.pdf", "", "files/2569/%E0%B8%81%20%E0%B8%82.pdf"),
        ("files/2569/a#b?c%20&d.pdf", "", "files/2569/a%23b%3Fc%2520%26d.pdf"),
        ('files/"><b>.pdf', "oit/", "../files/%22%3E%3Cb%3E.pdf"),
    ],
)
def test_addresses_are_relative_to_the_page(target: str, url: str, expected: str) -> None:
    assert relative(target, url) == expected


# Charts


def test_bars_are_as_long_as_their_values() -> None:
    bars = chart.bars([("ก", 50), ("ข", Decimal("200.5")), ("ค", 0)])
    assert bars == [
        chart.Bar("ก", 50, 74.8),
        chart.Bar("ข", Decimal("200.5"), chart.BAR_WIDTH),
        chart.Bar("ค", 0, 0.0),
    ]


def test_row_without_a_value_has_a_bar_without_length() -> None:
    rows = [("ก", 1), ("ข", None), ("ค", -1)]
    assert [(bar.value, bar.width) for bar in chart.bars(rows)] == [(1, 300), (None, 0), (-1, 0)]


def test_chart_of_zeroes_has_bars_without_length() -> None:
    assert [bar.width for bar in chart.bars([("ก", 0), ("ข", Decimal(0))])] == [0, 0]


def test_bars_of_scores_are_relative_to_the_maximum() -> None:
    widths = [bar.width for bar in chart.bars([("ก", Decimal("88.42")), ("ข", 0)], most=100)]
    assert widths == [265.3, 0]
