"""How many decimals amounts have, which a column shows one under the other."""

from collections.abc import Iterable
from decimal import Decimal


def places_of(number: object) -> int:
    """Return how many decimals a number has."""
    if not isinstance(number, Decimal):
        return 0
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals(cells: Iterable[object]) -> int:
    """Return the most decimals of the numbers among the cells of a column."""
    most, last = 0, Decimal(0)
    for cell in cells:
        # The amounts of a table have as many as the one before, nearly always.
        if isinstance(cell, Decimal) and not cell.same_quantum(last):
            most, last = max(most, places_of(cell)), cell
    return most
