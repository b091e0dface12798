"""Decimals of amounts."""

from decimal import Decimal

from oit.thai.decimals import decimals


def test_the_most_decimals_of_a_column_count() -> None:
    assert decimals([None, "ไม่มี", 3, Decimal("1.5"), Decimal("2.25"), Decimal("NaN")]) == 2
    assert decimals([]) == 0
