"""The check ``wrong_classes``: are the thresholds in the right order?"""

import pytest

from given import Place, asked_of_cycle, places
from oit.checks.ita import wrong_classes


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("", []),
        ("classes: {}", []),
        ("classes: {keep_from: 95, raise_from: 95}", []),
        ("classes: {keep_from: 50, raise_from: 90}", [("OIT515", 1, 1)]),
        ("classes: {keep_from: 80}", [("OIT515", 1, 1)]),
        ("classes: {raise_from: 99}", [("OIT515", 1, 1)]),
    ],
)
def test_raise_from_must_not_exceed_keep_from(classes: str, expected: list[Place]) -> None:
    assert places(asked_of_cycle(wrong_classes, classes)) == expected
