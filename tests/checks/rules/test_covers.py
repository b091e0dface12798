"""The rule ``covers``: the data is of the required year."""

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
def test_a_date_counts_for_its_fiscal_year(day: str, expected: list[Place]) -> None:
    element = an_element(rule="covers", field="declaration.date", year="this")
    text = f"declaration:\n  date: {day}\n"
    assert places(gaps(element, "no_gift_policy", text)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2568-11-05"], []),
        (["2566-11-05", "2568-11-05", "2571-01-01"], []),
        # None is in the year: the place is the first of them, the message gives the latest.
        (["2567-11-05", "2568-09-30"], [("OIT204", 2, 16)]),
        (["", ""], [("OIT204", 1, 1)]),
        ([], [("OIT204", 1, 1)]),
    ],
)
def test_one_of_several_dates_in_the_year_is_enough(days: list[str], expected: list[Place]) -> None:
    element = an_element(rule="covers", field="news.date", year="this")
    text = "news:\n" + "".join(f"  - {{title: ก, date: {day}}}\n" for day in days)
    assert places(gaps(element, "news", text)) == expected


def test_the_message_gives_the_latest_of_several_dates() -> None:
    element = an_element(rule="covers", field="news.date", year="this")
    text = "news: [{title: ก, date: 2567-11-05}, {title: ข, date: 2566-11-05}]"
    (gap,) = gaps(element, "news", text)
    assert gap.message("en").endswith("there for 2568, not there yet for 2569")


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("from_year: 2566\nto_year: 2570", []),
        ("from_year: 2569\nto_year: 2570", []),
        ("from_year: 2568\nto_year: 2569", []),
        ("from_year: 2561\nto_year: 2568", [("OIT204", 1, 1)]),
        ("from_year: 2570\nto_year: 2574", [("OIT204", 1, 1)]),
        ("from_year: 2570\nto_year: 2566", [("OIT204", 1, 1)]),
        # It includes the year but is too short; without a last year it ends in its first.
        ("from_year: 2569\nto_year: 2569", [("OIT204", 1, 1)]),
        ("from_year: 2569", [("OIT204", 1, 1)]),
        ("name: แผนพัฒนา\nto_year: 2570", [("OIT204", 1, 1)]),
    ],
)
def test_a_plan_for_several_years_must_include_the_year(years: str, expected: list[Place]) -> None:
    element = an_element(rule="covers", field="from_year", to="to_year", count="2", year="this")
    assert places(gaps(element, "strategic_plan", years)) == expected


def test_a_plan_may_cover_one_year_unless_a_count_is_given() -> None:
    element = an_element(rule="covers", field="from_year", to="to_year", year="this")
    assert places(gaps(element, "strategic_plan", "from_year: 2569\nto_year: 2569")) == []
    assert places(gaps(element, "strategic_plan", "from_year: 2569")) == []


@pytest.mark.parametrize(
    ("years", "message"),
    [
        ("from_year: 2561\nto_year: 2565", "there for 2561–2565, not there yet for 2569"),
        ("from_year: 2569\nto_year: 2569", "covers 1 year(s); at least 2 are required"),
        ("name: แผนพัฒนา", "the year is missing; the field from_year is empty"),
    ],
)
def test_the_message_gives_what_was_found(years: str, message: str) -> None:
    element = an_element(rule="covers", field="from_year", to="to_year", count="2", year="this")
    (gap,) = gaps(element, "strategic_plan", years)
    assert message in gap.message("en")


def test_the_year_is_that_of_the_checklist() -> None:
    element = an_element(rule="covers", field="year", year="previous")
    assert places(gaps(element, "annual_report", "year: 2566", year=2567)) == []
