"""Read names and prices from one cell, in the many layouts that offices use.

``ร้าน ก 46,730.00 บาท``, a name on one line and its price on the next, several on lines of their
own, ``1. ร้าน ก เสนอ 500 บาท 2. ร้าน ข เสนอ 600 บาท``, or our own ``ร้าน ก = 500 | ร้าน ข``.
"""

import re
from decimal import Decimal

from oit.forms.bidders import split_bidders
from oit.spreadsheets.sheet import folded
from oit.thai import money, writing

Bid = tuple[str, Decimal | None]

_OURS = re.compile(r"(?<!\\)[|=]|\\[|=\\]")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?([1-9]\d?)[.)]\s*(?=[^\d\s])")
_UNIT = r"\s*(?:บาท(?:ถ้วน)?|฿|\.-|-)?\s*\.?"
# Words between a name and its price: ราคาที่ตกลงซื้อหรือจ้าง, ตกลงจ้างในราคา, เป็นเงิน.
_BUYING = r"(?:จัด)?(?:ซื้อ|จ้าง)(?:\s*(?:หรือ|/)\s*(?:จัด)?จ้าง)?"
_AGREED = rf"(?:เสนอ|ตกลง)(?:\s*{_BUYING})?"
_WORD = (
    rf"(?:(?:ใน)?ราคา(?:ที่)?(?:{_AGREED}|รวม|สุทธิ|ตามสัญญา)?|(?:{_AGREED})(?:ใน)?ราคา|เสนอ"
    # A shop may be called ร้านตกลง.
    rf"|(?<!\S)ตกลง(?:\s*{_BUYING})?|(?:รวม)?เป็น(?:จำนวน)?เงิน|(?:จำนวน|วง)เงิน|จำนวน)"
)
_KEYWORD = rf"(?:(?:โดย)?{_WORD}(?:\s*{_WORD}){{0,2}})"
# Tax ids and phone numbers are not prices.
_NUMBER = r"(?<!\d)(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d{0,9})(?:\.\d+)?(?!\d)"
_ALONE = re.compile(rf"[\s:=/(–-]*(?:{_KEYWORD})?\s*[:=]?\s*(?P<price>{_NUMBER}){_UNIT}\)?")
_AT_END = re.compile(
    rf"(?P<name>.*?\S)(?:\s*[:=/(–]\s*|\s+-\s*|\s+|(?={_KEYWORD}))(?:{_KEYWORD}\s*)?[:=]?\s*"
    rf"(?P<price>{_NUMBER}){_UNIT}\)?"
)
_WORDS_AT_END = re.compile(rf"\s*{_KEYWORD}[\s:=]*$")
_BEGINS_A_NAME = re.compile(
    r"ร้าน|บริษัท|บจก|บมจ|หจก|ห้าง|หสน|หสม|นาย|นาง|น\.ส\.|สหกรณ์|กิจการ|วิสาหกิจ|โรง|อู่|คุณ|กลุ่ม"
)


def read_bids(text: str) -> list[Bid]:
    """Read the names of a cell and their prices.

    Raises:
        ValueError: a price is unreadable, or has no name.
    """
    if _OURS.search(text):
        return [(_name(name, price), price) for name, price in read_own_bidders(text)]
    lines = _lines(text)
    has_prices = any(_ALONE.fullmatch(line) for _, line in lines)
    bids: list[Bid] = []
    for begins, line in lines:
        name, price = _split(line, take_last=not has_prices)
        if not name and bids and bids[-1][1] is None:
            bids[-1] = (_name(bids[-1][0], price), price)
        elif not name:
            raise ValueError(f"a price without a name: {line}")
        elif bids and bids[-1][1] is None and not begins and not _BEGINS_A_NAME.match(name):
            bids[-1] = (_name(f"{bids[-1][0]} {name}", price), price)
        else:
            bids.append((name, price))
    return bids


def read_own_bidders(text: str) -> list[Bid]:
    """Read bidders as the data folder writes them.

    Raises:
        ValueError: a price is unreadable.
    """
    bids: list[Bid] = []
    for part in split_bidders(text):
        price = part.get("price", "")
        bids.append((folded(part["name"]), money.parse_money(price) if price else None))
    return bids


def read_prices(text: str) -> list[Decimal]:
    """Read the prices of a cell that contains nothing else, one a line.

    Raises:
        ValueError: the cell contains something else.
    """
    prices = []
    for _, line in _lines(text):
        match = _ALONE.fullmatch(line)
        if match is None:
            raise ValueError(f"not a price: {line}")
        prices.append(Decimal(match["price"].replace(",", "")))
    return prices


def _lines(text: str) -> list[tuple[bool, str]]:
    """Split a text into lines, and numbered lines at each number.

    Each line comes with whether a number marks it as the beginning of an entry.
    """
    lines = []
    for raw_line in writing.arabic(text).splitlines():
        line = folded(raw_line)
        starts = list(_NUMBERED.finditer(line))
        if not starts or starts[0].start() != 0:
            lines.append((False, line))
            continue
        starts = starts[:1] + [
            start for number, start in enumerate(starts[1:], start=2) if int(start[1]) == number
        ]
        ends = [*(start.start() for start in starts[1:]), len(line)]
        lines += [
            (True, line[start.end() : end].strip()) for start, end in zip(starts, ends, strict=True)
        ]
    return [
        (begins, line) for begins, line in lines if not writing.is_blank(line) and line != "บาท"
    ]


def _split(line: str, *, take_last: bool) -> tuple[str, Decimal | None]:
    if match := _ALONE.fullmatch(line):
        return "", Decimal(match["price"].replace(",", ""))
    match = _AT_END.fullmatch(line)
    if match is None:
        return line, None
    price = match["price"]
    is_marked = len(match[0]) > match.end("price") or "," in price or "." in price
    # A bare number may be a part of the name: "ร้าน 108", "สาขา 2".
    if not is_marked and (not take_last or len(price) < 3):
        return line, None
    amount = Decimal(price.replace(",", ""))
    return _name(match["name"], amount), amount


def _name(text: str, price: Decimal | None) -> str:
    """Return a name without the words before its price, if it has one."""
    if price is None:
        return text
    return _WORDS_AT_END.sub("", text).rstrip(" :=/(–-") or text
