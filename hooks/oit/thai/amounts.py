"""What all readers of amounts and counts share: units, and the spelling of digits."""

import re
from decimal import Context, Decimal

from oit.bilingual import Bilingual
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import arabic, normalize_spelling

BAHT = Decimal(1)

THREE_PLACES = re.compile(r"[1-9]\d{0,2}\.\d{3}(?!\d)")
"""A number whose dot may separate thousands or decimals."""

_EXACT = Context(prec=100)
_TOO_MUCH = 10**11


class UnclearAmountError(UnreadableError):
    """An amount that could be read in several ways, or contradicts itself."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en, why)


def times(amount: Decimal, unit: Decimal) -> Decimal:
    """Multiply exactly, without the decimal places that become superfluous.

    Raises:
        UnclearAmountError: the product is more than any agency has, so the unit must be wrong.
    """
    product = _EXACT.multiply(amount, unit)
    if abs(product) >= _TOO_MUCH:
        raise UnclearAmountError(
            Bilingual(
                f"คูณหน่วยแล้วได้ {product:,f} บาท ซึ่งมากเกินจริง ให้ตรวจหน่วยของตาราง",
                f"in its unit it is {product:,f} baht, more than any agency has; check the unit",
            )
        )
    whole = product.to_integral_value(context=_EXACT)
    return whole if whole == product else product.normalize(_EXACT)


def plain_text(text: str) -> str:
    """Return a text as amounts are found in it: Arabic digits, without invisible characters."""
    return normalize_spelling(arabic(text))


def has_ambiguous_dot(text: str) -> bool:
    """Tell whether a dot may separate thousands or decimals: ``12.000``."""
    return THREE_PLACES.match(text) is not None
