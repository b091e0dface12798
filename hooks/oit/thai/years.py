"""Years in writing: of either era, in four digits or in two."""

import re
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.thai.calendar import ERA, read_era
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import fold

_NEAR = 12
"""How many years from the fiscal year a year of two digits may lie.

The eras differ by 43 years in their last two digits, so at most one of them is so near.
"""

BUDDHIST = r"พ\.?\s?ศ\.?|b\.?e\.?"
COMMON = r"ค\.?\s?ศ\.?|c\.?e\.?|a\.?d\.?"
_FISCAL_YEAR = re.compile(
    rf"(?:(?:ประจำ)?ปี ?)?(?:งบประมาณ ?|งบฯ ?)?(?P<era>{BUDDHIST}|{COMMON})? ?"
    r"(?P<year>\d{4}|\d{2})"
    r"|fy ?(?P<short>\d{4}|\d{2})"
)
_LONGEST = 60


class Year(NamedTuple):
    """A year that was read."""

    year: int
    """The year of the common era."""
    common_era: bool
    """True if it was written in the common era (2026), not the Buddhist (2569)."""
    corrected: str = ""
    """The year as written, if Excel has put it into another century."""


def year_of(digits: str, fiscal_year: int | None, era: str = "") -> Year:
    """Return the year that digits mean, in four digits or two.

    Two digits mean the year near the fiscal year, of either era: in fiscal year 2569, 68 is 2568
    and 25 is 2025. Excel takes the 68 of ``5/1/68`` for 1968: a year of the 1900s is read as a
    Buddhist one if that lies near the fiscal year.

    Args:
        digits: the two or four digits.
        fiscal_year: the fiscal year of the data; without it, two digits are not read.
        era: the era, if it is written beside the digits.

    Raises:
        UnreadableError: it is not a year, not of the era, or not near the fiscal year.
    """
    if len(digits) == 2:
        found = _near(int(digits), fiscal_year)
        if found is None:
            raise UnreadableError(digits, _far(digits, fiscal_year))
    else:
        # Excel writes no era: with one, the year is what it says.
        found = _long(digits, None if era else fiscal_year)
    if era and bool(re.fullmatch(COMMON, era)) != found.common_era:
        raise UnreadableError(
            digits,
            Bilingual(
                f"ปี {digits} ไม่ใช่ปีของศักราช {era} ที่เขียนไว้",
                f"the year {digits} is not of the era {era}",
            ),
        )
    return found


def read_fiscal_year(text: str, fiscal_year: int | None = None) -> tuple[int, bool]:
    """Read ``2569``, ``ปีงบประมาณ พ.ศ. ๒๕๖๙``, ``69``, ``2026`` or ``FY2026`` as a Buddhist year.

    Returns:
        The year, and whether it was written in the common era.

    Raises:
        UnreadableError: the text is not a year.
    """
    match = _FISCAL_YEAR.fullmatch(fold(text)) if len(text) <= _LONGEST else None
    if match is None:
        raise UnreadableError(text)
    found = year_of(match["year"] or match["short"], fiscal_year, match["era"] or "")
    if found.corrected:
        raise UnreadableError(text, _no_year(found.corrected))
    return found.year + ERA, found.common_era


def is_near(year: int, fiscal_year: int) -> bool:
    """Tell whether a year of the common era lies near a fiscal year."""
    return abs(year + ERA - fiscal_year) <= _NEAR


def _near(digits: int, fiscal_year: int | None) -> Year | None:
    """Return the year with these last two digits that is near the fiscal year."""
    if fiscal_year is None:
        return None
    buddhist = _nearest(digits, fiscal_year) - ERA
    common = _nearest(digits, fiscal_year - ERA)
    if is_near(buddhist, fiscal_year):
        return Year(buddhist, common_era=False)
    return Year(common, common_era=True) if is_near(common, fiscal_year) else None


def _nearest(digits: int, around: int) -> int:
    """Return the year with these last two digits that is nearest to another."""
    return around + (digits - around + 50) % 100 - 50


def _long(digits: str, fiscal_year: int | None) -> Year:
    year = int(digits)
    if fiscal_year is not None and 1900 <= year < 2000:
        slip = _nearest(year % 100, fiscal_year) - ERA
        if is_near(slip, fiscal_year):
            return Year(slip, common_era=False, corrected=digits)
    try:
        return Year(*read_era(year))
    except ValueError:
        raise UnreadableError(digits, _no_year(digits)) from None


def _no_year(digits: str) -> Bilingual:
    return Bilingual(
        f"ปี {digits} ไม่ใช่ปี พ.ศ. หรือ ค.ศ. ที่เป็นไปได้",
        f"the year {digits} is not of the Buddhist or the common era",
    )


def _far(digits: str, fiscal_year: int | None) -> Bilingual:
    if fiscal_year is None:
        return Bilingual(
            f'ปีสองหลัก "{digits}" ไม่ชัดเจน ให้เขียนปี พ.ศ. สี่หลัก',
            f'the year "{digits}" is unclear; write the Buddhist year in four digits',
        )
    return Bilingual(
        f'ปีสองหลัก "{digits}" ไม่ใกล้ปีงบประมาณ {fiscal_year} ทั้ง พ.ศ. และ ค.ศ. ให้เขียนปี พ.ศ. สี่หลัก',
        f'the year "{digits}" is not near fiscal year {fiscal_year} in either era; '
        "write the Buddhist year in four digits",
    )
