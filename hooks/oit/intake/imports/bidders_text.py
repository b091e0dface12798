"""Read names and prices from one cell, in the many layouts that offices use.

``ร้าน ก 46,730.00 บาท``, a name on one line and its price on the next, several on lines of their
own, ``1. ร้าน ก เสนอ 500 บาท 2. ร้าน ข เสนอ 600 บาท``, ``ร้าน ก/500 / ร้าน ข/600``, or our own
``ร้าน ก = 500 | ร้าน ข``.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.forms.bidders import split_bidders
from oit.spreadsheets.sheet import folded
from oit.thai import money, writing
from oit.thai.amounts import BAHT, UnclearAmountError, plain_text
from oit.thai.prices import (
    KEYWORDS,
    Found,
    find_amounts,
    hide_numbers,
    is_remark,
)

Bid = tuple[str, Decimal | None]

_OURS = re.compile(r"(?<!\\)\||\\[|=\\]")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?([1-9]\d?)[.)]\s*(?=[^\d\s=–—-])")
_LETTERS = "กขคงจฉชซ"
_FIRST_LETTER = re.compile(r"\(?ก\)\s")
_LETTERED = re.compile(rf"(?:^|(?<=\s))\(?([{_LETTERS}])\)\s*")
_NUMBER_BEFORE = re.compile(r"^\(?[1-9]\d?[.)]\s*(?=[^\d\s=–—-])")
_NUMBERED_PRICE = re.compile(r"(?:^|(?<=\s))\(?[1-9]\d?[.)]\s+(?=\d)")
_WORDS_AT_END = re.compile(rf"\s*{KEYWORDS}[\s:=]*$")
_LONGEST_WORDS = 80
_BEGINS_A_NAME = re.compile(
    r"ร้าน|บริษัท|บจก|บมจ|บ\.|หจก|ห้าง|หสน|หสม|นาย|นาง|น\.ส\.|ว่าที่|สหกรณ์|กิจการ|วิสาหกิจ|โรง|อู่|คุณ|กลุ่ม|องค์การ"
)
_BETWEEN = " \t,;/|-–—•*)"
_AND = "และ"
_AROUND = " \t:=/(,;|-–—•*"
_MAY_BE_A_YEAR = re.compile(r"(?:19|20|25)\d\d")
_MONEY_WORD = re.compile(r"(?:บาท|สตางค์)(?:ถ้วน)?$")

_NO_NAME = Bilingual("มีราคาแต่ไม่มีชื่อ", "a price without a name")
_NO_PRICE = Bilingual("ไม่ใช่ราคา", "not a price")
_MORE_AFTER = Bilingual(
    "มีข้อความต่อจากราคา แยกชื่อกับราคาไม่ได้ ให้แยกคนละช่อง",
    "there is text after the price; put the name and the price in cells of their own",
)
_UNPAIRED = Bilingual(
    "จำนวนชื่อกับจำนวนราคาไม่เท่ากัน", "the number of names differs from the number of prices"
)
_NUMBER_BETWEEN = Bilingual(
    "ตัวเลขท้ายบรรทัดอาจเป็นราคาหรือส่วนของชื่อ",
    "the number at the end of a line may be a price or of the name",
)
_WORDY = Bilingual("ราคาเป็นตัวหนังสือ อ่านไม่ได้", "a price in words that cannot be read")


class _Part(NamedTuple):
    """A part of a line: a name, its price, or both."""

    begins: bool
    """Whether a number or a price before marks it as the beginning of an entry."""
    name: str
    price: Decimal | None


def read_bids(text: str, unit: Decimal = BAHT, *, whole_numbers: bool = True) -> list[Bid]:
    """Read the names of a cell and their prices; ``unit`` is that of prices without their own.

    ``whole_numbers`` tells whether the whole number at the end of ``ร้าน ก 500`` is a price, or a
    part of the name because prices have their own column.

    Raises:
        ValueError: a price is unreadable, has no name, or is followed by something else.
    """
    if _OURS.search(text):
        return [bid for part in split_bidders(text) for bid in _own(part, unit, whole_numbers)]
    lines = list(_lines(text))
    has_prices = any(_is_price(line, unit) for _, line in lines)
    parts = [
        part
        for begins, line in lines
        for part in _parts(line, unit, begins, whole_numbers and not has_prices)
    ]
    return _paired(parts)


def read_own_bidders(text: str) -> list[Bid]:
    """Read bidders as the data folder writes them.

    Raises:
        ValueError: a price is unreadable.
    """
    bids: list[Bid] = []
    for part in split_bidders(text):
        price = part.get("price", "")
        bids.append((folded(part["name"]), money.read_money(price) if price else None))
    return bids


def read_prices(text: str, unit: Decimal = BAHT) -> list[Decimal]:
    """Read the prices of a cell that contains nothing else, one a line.

    Raises:
        ValueError: the cell contains something else.
    """
    prices = []
    for line in map(folded, _NUMBERED_PRICE.sub("\n", plain_text(text)).splitlines()):
        if writing.is_blank(line) or line == "บาท":
            continue
        found = find_amounts(line, unit)
        if not _covers(found, line):
            raise UnclearAmountError(_NO_PRICE)
        prices.append(found[0].baht(unit))
    return prices


def has_number(name: str) -> bool:
    """Tell whether a name has digits that may be a price, not an id, a branch or a telephone."""
    return any(character in "0123456789" for character in hide_numbers(plain_text(name)))


def _own(part: dict[str, str], unit: Decimal, whole_numbers: bool) -> list[Bid]:
    if price := part.get("price"):
        return [(folded(part["name"]), money.read_money(price, unit))]
    return read_bids(part["name"].replace("|", "/"), unit, whole_numbers=whole_numbers)


def _lines(text: str) -> Iterator[tuple[bool, str]]:
    """Split a text into lines, and numbered lines at each number.

    Each line comes with whether a number marks it as the beginning of an entry.
    """
    for line in map(_with_numbers, _joined_lines(text)):
        starts = list(_NUMBERED.finditer(line))
        if not starts or starts[0].start() != 0:
            pieces = [(False, line)]
        else:
            starts = starts[:1] + [
                start for number, start in enumerate(starts[1:], start=2) if int(start[1]) == number
            ]
            ends = [*(start.start() for start in starts[1:]), len(line)]
            pieces = [
                (True, line[start.end() : end].strip())
                for start, end in zip(starts, ends, strict=True)
            ]
        yield from (
            piece for piece in pieces if not writing.is_blank(piece[1]) and piece[1] != "บาท"
        )


def _with_numbers(line: str) -> str:
    """Return a line whose parts are counted by letters, ``ก) … ข) …``, with numbers instead."""
    if not _FIRST_LETTER.match(line):
        return line
    return _LETTERED.sub(lambda match: f"{_LETTERS.index(match[1]) + 1}) ", line)


def _joined_lines(text: str) -> list[str]:
    """Return the lines of a cell; a remark on a price belongs to the line of the price."""
    lines: list[str] = []
    for raw_line in plain_text(text).splitlines():
        line = folded(raw_line).lstrip("-–—•* ")
        if lines and is_remark(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def _is_price(line: str, unit: Decimal) -> bool:
    return _covers(find_amounts(line, unit), line)


def _covers(found: tuple[Found, ...], line: str) -> bool:
    if len(found) != 1:
        return False
    return not (line[: found[0].start].strip(_AROUND) or line[found[0].end :].strip(" )"))


def _parts(line: str, unit: Decimal, begins: bool, whole_numbers: bool) -> Iterator[_Part]:
    """Split a line at its prices."""
    found = find_amounts(line, unit)
    if _covers(found, line):
        yield _Part(begins, "", found[0].baht(unit))
        return
    start = 0
    for number, amount in enumerate(found):
        rest = line[amount.end :].strip(" )")
        if not _is_price_of_a_name(amount, line, rest, whole_numbers and number == len(found) - 1):
            continue
        name = _name(line[start : amount.start])
        if start and name and not _BEGINS_A_NAME.match(name):
            raise UnclearAmountError(_MORE_AFTER)
        yield _Part(begins or start > 0, name, amount.baht(unit))
        start = amount.end
    rest = line[start:]
    if start:
        rest = _without_lead(rest)
        if rest and not _BEGINS_A_NAME.match(rest):
            raise UnclearAmountError(_MORE_AFTER)
    if rest:
        if _MONEY_WORD.search(rest):
            raise UnclearAmountError(_WORDY)
        yield _Part(begins or start > 0, rest, None)


def _is_price_of_a_name(amount: Found, line: str, rest: str, whole_numbers: bool) -> bool:
    """Tell whether an amount is a price and no part of a name, such as ``ร้าน 108``."""
    if amount.certainty == "bare":
        before = line[amount.start - 1 : amount.start]
        is_apart = not before or before in " :=/(–-"
        if rest or not (whole_numbers and is_apart) or len(amount.digits) < 3:
            return False
        return not (_MAY_BE_A_YEAR.fullmatch(amount.digits) or amount.digits.startswith("0"))
    if amount.certainty == "sure" or not rest:
        return True
    return bool(_BEGINS_A_NAME.match(_without_lead(rest)))


def _without_lead(text: str) -> str:
    """Return a text without the marks, the "and" or the number that lead to a name."""
    plain = text.lstrip(_BETWEEN)
    following = plain.removeprefix(_AND).lstrip(_BETWEEN)
    if _BEGINS_A_NAME.match(following):
        return following
    return _NUMBER_BEFORE.sub("", plain, count=1)


def _name(text: str) -> str:
    """Return a name without the words and marks around it."""
    plain = _without_lead(text)
    start = max(0, len(plain) - _LONGEST_WORDS)
    plain = plain[:start] + _WORDS_AT_END.sub("", plain[start:])
    return plain.rstrip(_AROUND)


def _paired(parts: list[_Part]) -> list[Bid]:
    """Put together the names and prices that stand on lines of their own."""
    bids: list[Bid] = []
    waiting: list[Decimal] = []
    for part in parts:
        if not part.name and part.price is not None:
            waiting.append(part.price)
            continue
        bids = _with_prices(bids, waiting)
        waiting = []
        continues = bids and bids[-1][1] is None and not part.begins
        if continues and not _BEGINS_A_NAME.match(part.name):
            if bids[-1][0][-1].isdigit():
                raise UnclearAmountError(_NUMBER_BETWEEN)
            bids[-1] = (_clean(f"{bids[-1][0]} {part.name}", part.price), part.price)
        else:
            bids.append((part.name, part.price))
    return _with_prices(bids, waiting)


def _with_prices(bids: list[Bid], prices: list[Decimal]) -> list[Bid]:
    """Give the last names their prices, in the same order."""
    if not prices:
        return bids
    names = 0
    while names < len(bids) and bids[-1 - names][1] is None:
        names += 1
    if not names:
        raise UnclearAmountError(_NO_NAME)
    if names != len(prices) and len(prices) > 1:
        raise UnclearAmountError(_UNPAIRED)
    last = bids[-len(prices) :]
    return bids[: -len(prices)] + [
        (_clean(name, price), price) for (name, _), price in zip(last, prices, strict=True)
    ]


def _clean(name: str, price: Decimal | None) -> str:
    return (_name(name) or name) if price is not None else name
