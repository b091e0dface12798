"""All checks together: each runs, in order, and unreadable values are reported once."""

import pkgutil
from dataclasses import replace

import pytest

import oit.checks.ita
from given import TODAY, a_cycle, places
from oit.checks.ita import OF_MEASURES, OF_RESULTS, check_cycle
from oit.ita.cycle import Cycle

RESULTS = """\
results:
  total: 95
  level: ผ่านดี
  instruments: [{id: IIT, score: 80}, {id: EIT, score: 85}, {id: OIT, score: 80}]
  indicators: [{id: 9, score: 70}, {id: 10, score: 88}]
  questions: [{id: i99, score: 100}, {id: i1, score: 50}]
"""
MEASURES = """\
measures:
  - {name: อบรม, period: ไตรมาสที่ 1}
  - {name: ตรวจ}
"""


def codes(cycle: Cycle) -> list[str]:
    return [code for code, _, _ in places(check_cycle(cycle, TODAY))]


def test_every_check_of_the_folder_runs() -> None:
    modules = {module.__name__ for module in (*OF_RESULTS, *OF_MEASURES)}
    package = oit.checks.ita
    assert modules == {
        module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    }


def test_findings_are_in_the_order_of_the_lines() -> None:
    assert places(check_cycle(a_cycle(RESULTS + MEASURES), TODAY)) == [
        ("OIT513", 2, 3),  # the level of an impossible total is not checked
        ("OIT511", 4, 71),
        ("OIT514", 6, 15),
        ("OIT503", 6, 38),
        ("OIT501", 8, 5),
        ("OIT504", 8, 5),
        ("OIT502", 8, 5),
        ("OIT501", 9, 5),
        ("OIT501", 9, 5),
        ("OIT504", 9, 5),
        ("OIT505", 9, 5),
    ]


def test_an_empty_cycle_has_no_fault() -> None:
    assert codes(a_cycle("")) == []


@pytest.mark.parametrize(
    ("unreadable", "expected"),
    [
        ({"measures"}, {"OIT511", "OIT513", "OIT514"}),
        # The unreadable part may be the year of the questions.
        ({"results"}, {"OIT501", "OIT502", "OIT503", "OIT504", "OIT505", "OIT511", "OIT513"}),
    ],
)
def test_unreadable_measures_are_not_reported_as_missing(
    unreadable: set[str], expected: set[str] | None
) -> None:
    cycle = a_cycle(RESULTS + MEASURES)
    everything = codes(cycle)
    record = replace(cycle.record, unreadable=frozenset(unreadable))
    assert set(codes(replace(cycle, record=record))) == (expected or set(everything))
