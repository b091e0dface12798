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


# Up to when.


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2569-03-31", []),
        ("31 มี.ค. 69", []),
        ("2569-09-30", []),
        ("2569-03-30", [("OIT204", 1, 1)]),
        ("2568-12-31", [("OIT204", 1, 1)]),
        ("2568-03-31", [("OIT204", 1, 1)]),
        ("2569-10-01", [("OIT204", 1, 1)]),
        ("", [("OIT204", 1, 1)]),
    ],
)
def test_the_first_six_months_end_on_31_march(day: str, expected: list[Place]) -> None:
    element = an_element(rule="covers", field="as_of", year="this", until="half")
    assert places(gaps(element, "annual_plan", f"as_of: {day}\nyear: 2569")) == expected


@pytest.mark.parametrize(("day", "count"), [("2569-09-29", 1), ("2569-09-30", 0)])
def test_the_year_ends_on_30_september(day: str, count: int) -> None:
    element = an_element(rule="covers", field="as_of", year="this", until="end")
    assert len(gaps(element, "annual_plan", f"as_of: {day}")) == count


@pytest.mark.parametrize(
    ("period", "is_covered"),
    [
        ("ต.ค. 2568 – มี.ค. 2569", True),
        ("1 ตุลาคม 2568 ถึงวันที่ 31 มีนาคม 2569", True),
        ("6 เดือนแรก", True),
        ("ไตรมาสที่ 1-2", True),
        ("ตลอดปีงบประมาณ พ.ศ. 2569", True),
        ("ต.ค. 2568 – ก.พ. 2569", False),
        ("พ.ย. 2568 – มี.ค. 2569", False),
        ("ไตรมาสที่ 1", False),
        ("ต.ค. 2567 – มี.ค. 2568", False),
        ("6 เดือนหลัง", False),
        ("รายเดือน", False),
    ],
)
def test_a_period_must_cover_the_first_six_months(period: str, *, is_covered: bool) -> None:
    element = an_element(rule="covers", field="period", year="this", until="half")
    found = gaps(element, "complaint_statistics", f"period: {period}")
    assert places(found) == ([] if is_covered else [("OIT204", 1, 1)])


@pytest.mark.parametrize(
    ("form", "field", "text", "message"),
    [
        ("annual_plan", "as_of", "as_of: 2568-12-31", "ข้อมูลถึง 31 ธันวาคม 2568 ต้องถึง 31 มีนาคม 2569"),
        ("annual_plan", "as_of", "as_of: 2568-09-30", "มีของปี 2568 ยังไม่มีของปี 2569"),
        ("annual_plan", "as_of", "year: 2569", "ไม่ได้บอกว่าเป็นข้อมูลถึงเมื่อใด"),
        (
            "complaint_statistics",
            "period",
            "period: ไตรมาสที่ 1",
            "ช่วงเวลา “ไตรมาสที่ 1” ไม่ครอบคลุม ตุลาคม 2568 ถึง มีนาคม 2569",
        ),
    ],
)
def test_the_message_gives_up_to_when_it_must_be(
    form: str, field: str, text: str, message: str
) -> None:
    element = an_element(rule="covers", field=field, year="this", until="half")
    (gap,) = gaps(element, form, text)
    assert message in gap.message("th")


def test_the_previous_years_first_six_months() -> None:
    element = an_element(rule="covers", field="as_of", year="previous", until="half")
    assert gaps(element, "annual_plan", "as_of: 2568-03-31") == []
    assert len(gaps(element, "annual_plan", "as_of: 2569-03-31")) == 1
