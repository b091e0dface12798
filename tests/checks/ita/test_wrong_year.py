"""The check ``wrong_year``: are the years of the file consistent?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import wrong_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("year: 2569\nresults: {year: 2568}\nearlier: [{year: 2567}, {year: 2564}]\n", []),
        ("results: {year: 2565}\n", []),  # measures may respond to older results
        ("year: 2568\n", [("OIT516", 1, 1)]),
        ("results:\n  total: 80\n  year: 2569\n", [("OIT516", 3, 3)]),
        ("results: {year: 2570}\n", [("OIT516", 1, 11)]),
        (
            "earlier:\n  - {year: 2567}\n  - {year: 2567}\n  - {year: 2568}\n  - {total: 3}\n",
            [("OIT516", 3, 5), ("OIT516", 4, 5), ("OIT516", 5, 5)],
        ),
    ],
)
def test_results_must_be_of_earlier_years(text: str, expected: list[Place]) -> None:
    assert places(asked_of_cycle(wrong_year, text)) == expected
