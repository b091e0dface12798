"""What survives of Thai words in the text of a PDF: consonants, digits and Latin letters.

Programs that write PDFs tear words apart: vowels and tone marks come in any order, some are lost,
and white space and line ends lie within words. The consonants keep their order. So words are looked
for among consonants only, where short words look alike: ``ระบบ`` and ``รับ`` are the same there.
"""

import re

from oit.thai.writing import fold_together

FEWEST = 4
"""How many letters of a word make it unlikely that others are taken for it."""
TOO_FEW = 2
"""So few letters of a word are on every page, as parts of other words."""

_CONSONANT = "ก-ฮ"
_NO_LETTER = re.compile(f"[^{_CONSONANT}0-9a-z]+")
# Bold text is drawn twice, and its letters come twice; repeated digits are part of a number.
_REPEATED = re.compile(rf"([{_CONSONANT}a-z])\1+")
# The name of the year is no amount of money. "สรุปงบประมาณ" has the same consonants.
_FISCAL_YEAR = re.compile("(?<!สร)ปงบปรมณ")
_BETWEEN_NUMBERS = re.compile(f"[^{_CONSONANT}0-9a-z/-]+")
_NOT_BETWEEN_NUMBERS = re.compile("(?<![0-9]) | (?![0-9])")
_THAI = re.compile(f"[{_CONSONANT}]")


def consonants(text: str) -> str:
    """Return the consonants, digits and Latin letters of a text, in which words are looked for.

    A letter that is repeated counts once, and ``ปีงบประมาณ`` does not contain ``งบประมาณ``.
    """
    letters = _REPEATED.sub(r"\1", _NO_LETTER.sub("", fold_together([text])))
    return _FISCAL_YEAR.sub("fiscalyear", letters)


def consonants_and_numbers(text: str) -> str:
    """Return the consonants of a text in which numbers can be told from one another.

    It keeps dashes, slashes, and a space between two numbers.
    """
    return _NOT_BETWEEN_NUMBERS.sub("", _BETWEEN_NUMBERS.sub(" ", fold_together([text])))


def thai_letters(text: str) -> int:
    """Count the consonants of a text."""
    return len(_THAI.findall(text))
