"""Which fiscal year a page, or a part of it, says that its list is of."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote

from oit.adopt.outline import Text
from oit.thai.calendar import ERA
from oit.thai.writing import fold

_YEAR = re.compile(r"(?<!\d)(25[5-9]\d)(?!\d)")
_COMMON = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
_SHORT = re.compile(r"(?:m?oit|ita)[\s\-_']*(?:ปี|พ\.?ศ\.?)?\s*'?([67]\d)(?!\d)")
_OF_THE_ASSESSMENT = re.compile(
    r"(?<![a-z])(?:ita|m?oit)(?![a-z])|คุณธรรมและความโปร่งใส|เปิดเผยข้อมูลสาธารณะ|แบบวัดการเปิดเผย"
)
_ONLY_A_YEAR = re.compile(
    r"[\W_]*(?:ข้อมูล)?(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25[5-9]\d[\W_]*"
)
_IN_ADDRESS = re.compile(r"(?:ita|oit)[-_ /]?(?:ปี)?[-_ ]?(?:25)?([67]\d)(?!\d)|/(25[5-9]\d)(?=/|$)")
_LONGEST = 200
_CENTURY = 2500


def is_of_the_assessment(text: str) -> bool:
    """Tell whether a text speaks of the assessment, ITA, or of its list, OIT."""
    return bool(_OF_THE_ASSESSMENT.search(fold(text[:_LONGEST])))


def only_year(text: str) -> int | None:
    """Return the year if a text says nothing else, as the head of a column."""
    folded = fold(text[:_LONGEST])
    return int(_YEAR.findall(folded)[0]) if _ONLY_A_YEAR.fullmatch(folded) else None


def year_of_heading(text: Text) -> int | None:
    """Return the fiscal year if a text can be a heading of the list of a year."""
    if text.href or text.in_navigation or len(text.text) > _LONGEST:
        return None
    folded = fold(text.text)
    if year := only_year(text.text):
        return year
    if not _OF_THE_ASSESSMENT.search(folded):
        return None
    years = {int(year) for year in _YEAR.findall(folded)}
    years |= {int(year) + ERA for year in _COMMON.findall(folded)} if not years else set()
    years |= {_CENTURY + int(year) for year in _SHORT.findall(folded)} if not years else set()
    return years.pop() if len(years) == 1 else None


def weight(text: Text) -> int:
    """Return how much a heading of a year counts against others."""
    return 3 if text.is_heading else 2 if text.is_toggle else 1


def year_of_addresses(addresses: Sequence[str]) -> int | None:
    """Return the year that most addresses name: ``ita2569/O5.pdf``, ``ita68/o1``."""
    years: Counter[int] = Counter()
    for address in addresses:
        for short, long in set(_IN_ADDRESS.findall(fold(unquote(address, errors="replace")))):
            years[int(long) if long else _CENTURY + int(short)] += 1
    if not years:
        return None
    year, count = years.most_common(1)[0]
    return year if count * 2 > len(addresses) else None
