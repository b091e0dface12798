"""Amounts in baht written in words, as contracts and quotations repeat them."""

import re
from decimal import Decimal

from oit.thai.writing import fold

_DIGITS = {
    fold(word): value
    for value, words in enumerate(
        ["ศูนย์", "หนึ่ง เอ็ด", "สอง ยี่", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
    )
    for word in words.split()
}
_POWERS = {fold(word): 10**power for power, word in enumerate("สิบ ร้อย พัน หมื่น แสน".split(), 1)}
_MILLION = fold("ล้าน")
_WORDS = "|".join([*_DIGITS, *_POWERS, _MILLION])
_WORD = re.compile(_WORDS)
_LONGEST = 200
_AMOUNT = re.compile(
    rf"(?:(?P<baht>(?:{_WORDS})++)บาท)?+(?:(?P<satang>(?:{_WORDS})++)สตางค์)?+(?:ถ้วน)?+"
)


def parse_words(text: str) -> Decimal:
    """Read ``เก้าหมื่นเก้าพันบาทถ้วน`` or ``ห้าร้อยบาทห้าสิบสตางค์``.

    Raises:
        ValueError: the text is not an amount in words.
    """
    plain = fold(text[:_LONGEST]).replace(" ", "").strip("()=-.")
    match = _AMOUNT.fullmatch(plain)
    if match is None or not (match["baht"] or match["satang"]):
        raise ValueError(f"not an amount in words: {text}")
    satang = _number(match["satang"] or "")
    if satang >= 100:
        raise ValueError(f"a baht has a hundred satang: {text}")
    return Decimal(_number(match["baht"] or "")) + (Decimal(satang) / 100 if satang else 0)


def _number(words: str) -> int:
    """Return the value of number words; each power of ten comes once, the highest first."""
    millions, group, digit, lowest = 0, 0, 0, 10**6
    for word in _WORD.findall(words):
        if word in _DIGITS:
            if digit:
                raise ValueError(f"two digits in a row: {words}")
            digit = _DIGITS[word]
        elif word == _MILLION:
            millions = (millions + group + digit or 1) * 10**6
            group, digit, lowest = 0, 0, 10**6
        else:
            power = _POWERS[word]
            if power >= lowest:
                raise ValueError(f"powers of ten out of order: {words}")
            group += (digit or 1) * power
            digit, lowest = 0, power
    return millions + group + digit
