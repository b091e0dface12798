"""The rule ``at_least``: a list has enough entries, all or those with certain values."""

import pytest

from given import Place, an_element, gaps, places

PEOPLE = """\
owner: สำนักปลัด
people:
  - {name: หนึ่ง, rank: head, side: political}
  - {name: สอง, rank: deputy, side: political}
  - {name: สาม, rank: head, side: permanent}
  - {name: สี่}
"""
TOO_FEW = [("OIT203", 2, 1)]


@pytest.mark.parametrize(
    ("count", "expected"), [(None, []), ("1", []), ("4", []), ("5", TOO_FEW), ("๕", TOO_FEW)]
)
def test_all_entries_are_counted(count: str | None, expected: list[Place]) -> None:
    element = an_element(rule="at_least", field="people", count=count)
    assert places(gaps(element, "executives", PEOPLE)) == expected


@pytest.mark.parametrize(
    ("where", "count", "expected"),
    [
        ({"rank": "head"}, "2", []),
        ({"rank": "head"}, "3", TOO_FEW),
        ({"rank": "head", "side": "political"}, "1", []),
        ({"rank": "head", "side": "political"}, "2", TOO_FEW),
        ({"rank": "other"}, None, TOO_FEW),
        ({"rank": ""}, None, TOO_FEW),
        # One of two values.
        ({"rank": "head|deputy"}, "2", []),
        ({"rank": "other|head"}, "2", []),
        ({"rank": "other|none"}, None, TOO_FEW),
    ],
)
def test_only_entries_with_these_values_are_counted(
    where: dict[str, str], count: str | None, expected: list[Place]
) -> None:
    element = an_element(rule="at_least", field="people", count=count, where=where)
    assert places(gaps(element, "executives", PEOPLE)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("summary: ผู้บริหาร", [("OIT203", 1, 1)]),
        ("summary: ผู้บริหาร\npeople: []", [("OIT203", 2, 1)]),
        ("", [("OIT203", 1, 1)]),
    ],
)
def test_an_empty_list_has_too_few(text: str, expected: list[Place]) -> None:
    element = an_element(rule="at_least", field="people", where={"rank": "head"})
    assert places(gaps(element, "executives", text)) == expected


def test_where_may_name_fields_inside_an_entry() -> None:
    element = an_element(
        rule="at_least", field="units", count="2", where={"units.side": "permanent"}
    )
    text = "units: [{name: ก, units: [{name: ข, side: permanent}]}, {name: ค, side: permanent}]"
    assert places(gaps(element, "structure", text)) == [("OIT203", 1, 1)]


def test_entries_of_text_match_no_condition() -> None:
    text = "duties: [จัดบริการสาธารณะ]"
    with_condition = an_element(rule="at_least", field="duties", where={"side": "political"})
    assert places(gaps(an_element(rule="at_least", field="duties"), "structure", text)) == []
    assert places(gaps(with_condition, "structure", text)) == [("OIT203", 1, 1)]


def test_the_message_gives_the_condition_and_the_counts() -> None:
    element = an_element(rule="at_least", field="people", count="3", where={"rank": "head"})
    (gap,) = gaps(element, "executives", PEOPLE)
    assert "ต้องมีอย่างน้อย 3 รายการ ที่ ระดับ (rank) เป็น head (ผู้บริหารสูงสุด) พบ 2" in gap.message()
    assert "at least 3 entries with rank: head, found 2" in gap.message("en")
    (gap,) = gaps(an_element(rule="at_least", field="people", count="9"), "executives", PEOPLE)
    assert "at least 9 entries, found 4" in gap.message("en")


def test_the_condition_may_be_one_of_two_values() -> None:
    element = an_element(rule="at_least", field="people", where={"rank": "other|deputy"})
    (gap,) = gaps(element, "executives", "people: [{name: ก, rank: head}]")
    assert "เป็น other (ผู้บริหารอื่น) หรือ deputy (รองผู้บริหาร)" in gap.message()
    assert "with rank: other or deputy" in gap.message("en")


# A minimum amount in every entry, or all there are.

LEARNERS = an_element(rule="at_least", field="learners.count", count="100", all_of="total")


@pytest.mark.parametrize(
    ("learners", "expected"),
    [
        ("[{name: ปวช., count: 100}]", []),
        ("[{name: ปวช., count: 148, total: 612}, {name: ปวส., count: 88, total: 88}]", []),
        ("[{name: ปวช., count: 99, total: 612}]", [("OIT203", 1, 12)]),
        ("[{name: ปวช., count: 99}]", [("OIT203", 1, 12)]),
        ("[{name: ปวช., total: 612}]", [("OIT203", 1, 12)]),
        ("[{name: ปวช.}]", [("OIT203", 1, 12)]),
        ("[]", [("OIT203", 1, 1)]),
    ],
)
def test_every_entry_has_enough_or_all_there_are(learners: str, expected: list[Place]) -> None:
    assert places(gaps(LEARNERS, "integrity_culture", f"learners: {learners}")) == expected


def test_the_message_gives_the_amounts() -> None:
    (gap,) = gaps(LEARNERS, "integrity_culture", "learners: [{name: ปวส., count: 64, total: 88}]")
    assert "รายการที่ 1 (ปวส.) มี 64 ต้องมีอย่างน้อย 100 หรือเท่ากับ" in gap.message()
    assert "has 64; at least 100 are required, or as many as learners.total" in gap.message("en")
