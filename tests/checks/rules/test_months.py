"""The rule ``months``: every month that has ended is shown or stated to have no entries."""

from datetime import date
from pathlib import Path

import pytest

from data.tables.reading import an_item
from given import Place, an_element, checked, gaps, places
from oit.checks.rules import months
from oit.checks.rules.rule import Context
from oit.thai import dates

MONTHS = [f"2568-{n}" for n in (10, 11, 12)] + [f"2569-{n:02}" for n in range(1, 10)]
AFTER_THE_YEAR = date(2026, 12, 1)


def shown(*months: str) -> str:
    return "months:\n" + "".join(f"  - {{month: {m}, nothing: ไม่มี}}\n" for m in months)


def missing(text: str, today: date, until: str = "today", year: str = "this") -> list[str]:
    """Return the missing months as the messages name them."""
    element = an_element(
        rule="months", field="months", each=["purchases", "nothing"], until=until, year=year
    )
    amount, found = checked(element, "procurement_monthly", text, today=today)
    assert [gap.code.id for gap in found] == (["OIT221"] if amount.lacking else [])
    assert amount.needed - amount.have == len(amount.lacking)
    return [part.name.th for part in amount.lacking]


@pytest.mark.parametrize(
    ("today", "number_due"),
    [
        (date(2025, 10, 31), 0),  # the last day of October: it has not ended
        (date(2025, 11, 1), 1),
        (date(2026, 2, 28), 4),
        (date(2026, 3, 1), 5),
        (date(2026, 3, 31), 5),
        (date(2026, 4, 1), 6),
        (date(2026, 9, 30), 11),
        (date(2026, 10, 1), 12),
        (date(2027, 10, 1), 12),
        (date(2025, 1, 1), 0),
    ],
)
def test_a_month_is_due_on_the_day_after_it_ends(today: date, number_due: int) -> None:
    assert missing(shown(*MONTHS[:number_due]), today) == []
    if number_due:
        name = dates.format_month_short(dates.read_month(MONTHS[number_due - 1]))
        assert missing(shown(*MONTHS[: number_due - 1], "2567-01"), today) == [name]


@pytest.mark.parametrize(
    ("until", "today", "number_due"),
    [
        ("half", date(2026, 3, 31), 5),
        ("half", date(2026, 4, 1), 6),
        ("half", AFTER_THE_YEAR, 6),
        ("end", date(2025, 10, 1), 12),
        ("end", AFTER_THE_YEAR, 12),
    ],
)
def test_a_checklist_may_require_the_first_half_or_the_full_year(
    until: str, today: date, number_due: int
) -> None:
    assert missing(shown(*MONTHS[:number_due]), today, until) == []
    assert len(missing(shown(*MONTHS[: number_due - 1]), today, until)) == 1


def test_every_month_of_the_previous_year_is_due() -> None:
    of_2568 = [f"2567-{n}" for n in (10, 11, 12)] + [f"2568-{n:02}" for n in range(1, 10)]
    assert missing(shown(*of_2568), date(2025, 12, 1), year="previous") == []
    assert missing(shown(*of_2568[1:]), date(2025, 12, 1), year="previous") == ["ต.ค. 2567"]


def test_one_finding_lists_all_missing_months() -> None:
    months = shown("2568-10", "2568-12", "2569-03")
    assert missing(months, date(2026, 4, 1)) == ["พ.ย. 2568", "ม.ค. 2569", "ก.พ. 2569"]


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (MONTHS[:5], "มี 5 จาก 6 เดือน ขาด มี.ค. 2569"),
        (MONTHS[2:4], "มี 2 จาก 6 เดือน ขาด ต.ค. 2568, พ.ย. 2568, ก.พ. 2569, มี.ค. 2569"),
        (["2567-01"], "ยังไม่มี (0 จาก 6 เดือน ต.ค. 2568–มี.ค. 2569)"),
    ],
)
def test_the_message_says_how_many_months_there_are_and_names_the_others(
    months: list[str], words: str
) -> None:
    element = an_element(
        rule="months", field="months", each=["purchases", "nothing"], until="half", year="this"
    )
    amount, (gap,) = checked(element, "procurement_monthly", shown(*months), today=date(2026, 9, 1))
    assert amount.words.th == words
    assert gap.message() == f"สิ่งที่ขอ: {words}"


def test_a_month_that_is_due_alone_is_named() -> None:
    element = an_element(
        rule="months", field="months", each=["nothing"], until="today", year="this"
    )
    amount, _ = checked(element, "procurement_monthly", "", today=date(2025, 11, 1))
    assert amount.words == ("ยังไม่มี (ต.ค. 2568)", "not there yet (2568-10)")


def test_a_month_without_entries_or_a_statement_is_not_there() -> None:
    element = an_element(rule="months", field="months", each=["nothing"], until="half", year="this")
    text = shown(*MONTHS[:5]) + f"\n  - {{month: {MONTHS[5]}}}"
    amount, (gap,) = checked(element, "procurement_monthly", text, today=date(2026, 9, 1))
    assert (amount.have, [part.key for part in amount.lacking]) == (5, ["2569-03"])
    assert "ไม่ได้บอกว่าไม่มี" in gap.message()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A total of several months does not count for the months in it.
        ("months: [{month: 2568-11, purchases: [{name: ต.ค.–พ.ย.}]}]", [("OIT221", 1, 1)]),
        ("summary: รายเดือน\nmonths:\n", [("OIT221", 2, 1)]),
        ("summary: รายเดือน", [("OIT221", 1, 1)]),
        # A month without purchases must state that there were none.
        (
            """\
            months:
              - {month: 2568-10}
              - {month: 2568-11, nothing: '-', purchases: []}
              - {month: 2568-12}
            """,
            [("OIT221", 2, 5), ("OIT221", 3, 5)],
        ),
        ("months: [{month: 2568-10, purchases: [{name: ก}]}, {month: 2568-11, nothing: ไม่มี}]", []),
        # An entry without a month counts for none.
        (
            "months: [{month: 2568-10, nothing: ไม่มี}, {purchases: [{name: ก}]}]",
            [("OIT221", 1, 1)],
        ),
    ],
)
def test_places(text: str, expected: list[Place]) -> None:
    element = an_element(
        rule="months", field="months", each=["purchases", "nothing"], until="today", year="this"
    )
    found = gaps(element, "procurement_monthly", text, today=date(2025, 12, 1))
    assert places(found) == expected


def test_the_statement_in_the_hint_fixes_a_month_missing_from_the_table(
    tmp_path: Path,
) -> None:
    element = an_element(
        rule="months", field="months", each=["purchases", "nothing"], until="today", year="this"
    )
    context, table = Context(2569, date(2025, 12, 1)), "month,name\n2568-10,ก\n"
    record = an_item(tmp_path, "procurement_monthly", table)
    (gap,) = months.check(element, record, context).findings
    remedy = "เพิ่มใน สรุปรายเดือน (months) ของ data/2569/o11.yml: "
    statement = "- {month: 2568-11, nothing: ไม่มีการจัดซื้อจัดจ้าง}"
    assert gap.hint().endswith(remedy + statement)
    fixed = f"rows: procurement.csv\nmonths:\n{statement}\n"
    record = an_item(tmp_path, "procurement_monthly", table, fixed)
    assert record.findings == ()
    assert list(months.check(element, record, context).findings) == []
