"""The rule ``covers``: it is of the year that it must be of."""

import pytest

from given import Place, an_element, gaps, places


@pytest.mark.parametrize(
    ("year", "text", "expected"),
    [
        ("previous", "year: 2568", []),
        ("previous", "year: พ.ศ. ๒๕๖๘", []),
        ("previous", "problems: ไม่มี\nyear: 2569", [("OIT204", 2, 1)]),
        ("previous", "year: 2567", [("OIT204", 1, 1)]),
        ("this", "year: 2569", []),
        ("this", "year: 2568", [("OIT204", 1, 1)]),
        ("this", "problems: ไม่มี\nyear: '-'", [("OIT204", 2, 1)]),
        ("this", "# O7\nproblems: ไม่มี", [("OIT204", 2, 1)]),
    ],
)
def test_a_fiscal_year(year: str, text: str, expected: list[Place]) -> None:
    element = an_element(rule="covers", field="year", year=year)
    assert places(gaps(element, "annual_report", text)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2568-09-30", [("OIT204", 2, 3)]),
        ("2568-10-01", []),
        ("2569-09-30", []),
        ("2569-10-01", [("OIT204", 2, 3)]),
    ],
)
def test_a_day_counts_for_the_fiscal_year_that_holds_it(day: str, expected: list[Place]) -> None:
    element = an_element(rule="covers", field="declaration.date", year="this")
    text = f"declaration:\n  date: {day}\n"
    assert places(gaps(element, "no_gift_policy", text)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2568-11-05"], []),
        (["2566-11-05", "2568-11-05", "2571-01-01"], []),
        # None is inside: the finding stands at the first of them and names the newest.
        (["2567-11-05", "2568-09-30"], [("OIT204", 2, 16)]),
        (["", ""], [("OIT204", 1, 1)]),
        ([], [("OIT204", 1, 1)]),
    ],
)
def test_of_several_days_one_inside_the_year_is_enough(
    days: list[str], expected: list[Place]
) -> None:
    element = an_element(rule="covers", field="news.date", year="this")
    text = "news:\n" + "".join(f"  - {{title: ก, date: {day}}}\n" for day in days)
    assert places(gaps(element, "news", text)) == expected


def test_of_several_days_the_newest_is_named() -> None:
    element = an_element(rule="covers", field="news.date", year="this")
    text = "news: [{title: ก, date: 2567-11-05}, {title: ข, date: 2566-11-05}]"
    (gap,) = gaps(element, "news", text)
    assert gap.message("en").endswith("must be of fiscal year 2569, found 2568")


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("from_year: 2566\nto_year: 2570", []),
        ("from_year: 2569\nto_year: 2570", []),
        ("from_year: 2568\nto_year: 2569", []),
        ("from_year: 2561\nto_year: 2568", [("OIT204", 1, 1)]),
        ("from_year: 2570\nto_year: 2574", [("OIT204", 1, 1)]),
        ("from_year: 2570\nto_year: 2566", [("OIT204", 1, 1)]),
        # It covers the year but is too short a plan; without a last year it ends in its first.
        ("from_year: 2569\nto_year: 2569", [("OIT204", 1, 1)]),
        ("from_year: 2569", [("OIT204", 1, 1)]),
        ("name: แผนพัฒนา\nto_year: 2570", [("OIT204", 1, 1)]),
    ],
)
def test_a_plan_of_several_years_has_the_year_inside(years: str, expected: list[Place]) -> None:
    element = an_element(rule="covers", field="from_year", to="to_year", count="2", year="this")
    assert places(gaps(element, "strategic_plan", years)) == expected


def test_a_plan_need_run_but_one_year_where_no_number_is_given() -> None:
    element = an_element(rule="covers", field="from_year", to="to_year", year="this")
    assert places(gaps(element, "strategic_plan", "from_year: 2569\nto_year: 2569")) == []
    assert places(gaps(element, "strategic_plan", "from_year: 2569")) == []


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ("from_year: 2561\nto_year: 2565", "must be of fiscal year 2569, found 2561–2565"),
        ("from_year: 2569\nto_year: 2569", "runs 1 year(s), at least 2 are needed"),
        ("name: แผนพัฒนา", "no year is given, from_year is empty"),
    ],
)
def test_the_message_says_what_was_found(years: str, said: str) -> None:
    element = an_element(rule="covers", field="from_year", to="to_year", count="2", year="this")
    (gap,) = gaps(element, "strategic_plan", years)
    assert said in gap.message("en")


def test_the_year_is_that_of_the_checklist_not_of_the_day() -> None:
    element = an_element(rule="covers", field="year", year="previous")
    assert places(gaps(element, "annual_report", "year: 2566", year=2567)) == []
