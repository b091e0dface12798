"""What a chart says, in one sentence computed from its figures.

A sentence is true for every set of figures: ties, zeros, a single value, values that are missing.
It is empty if there is nothing to say.
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from oit.thai.money import format_number

Rows = Sequence[tuple[str, Decimal | int | None]]
Known = list[tuple[str, Decimal | int]]

_NAMED = 3
"""Of more rows than this, only the number is given."""
_TENTH = Decimal("0.1")
_DONE = 100
_TREND = 3
"""From this many years on, a change in one direction is called a trend."""


def greatest(rows: Rows, subject: str, each: str, unit: str) -> str:
    """Say which row has the most, and its share of all.

    Args:
        rows: the labels and their values.
        subject: what a row is and has: ``เดือนที่ตกลงซื้อหรือจ้าง``.
        each: what a row is called in a count: ``เดือน``.
        unit: the unit of the values.
    """
    known = _known(rows)
    if not known:
        return ""
    most = max(value for _, value in known)
    first = [label for label, value in known if value == most]
    if len(known) == 1:
        words = f"มีข้อมูลของ{each}เดียว คือ {first[0]} รวม {_amount(most, unit)}"
    elif len(first) == len(known):
        every = (
            f"ทั้ง {len(known)} {each}" if len(known) == len(rows) else f"{len(known)} {each}ที่มีข้อมูล"
        )
        words = f"{every}เท่ากัน {each}ละ {_amount(most, unit)}"
    else:
        share = _share(most, known, each if len(known) < len(rows) else "")
        if len(first) == 1:
            words = f"{subject}มากที่สุดคือ {first[0]} รวม {_amount(most, unit)}{share}"
        elif len(first) <= _NAMED:
            words = f"{subject}มากที่สุดคือ {_and(first)} {each}ละ {_amount(most, unit)}{share}"
        else:
            words = f"{subject}มากที่สุดมี {len(first)} {each} {each}ละ {_amount(most, unit)}{share}"
    return words + _missing(rows, each)


def trend(rows: Rows, unit: str, pass_mark: Decimal | None = None) -> str:
    """Say how the last value compares with the one before it, and with the pass mark."""
    known = _known(rows)
    if not known:
        return ""
    label, last = known[-1]
    words = f"{label} อยู่ที่ {_amount(last, unit)}"
    if len(known) > 1:
        before, value = known[-2]
        if last == value:
            words += f" เท่ากับ{before}"
        else:
            change = _amount(abs(Decimal(last) - value), unit)
            words += f" {'เพิ่มขึ้น' if last > value else 'ลดลง'} {change}จาก{before}"
    if pass_mark is not None:
        reached = "ถึงเกณฑ์ผ่าน" if last >= pass_mark else "ยังไม่ถึงเกณฑ์ผ่าน"
        words += f" {reached} ({_amount(pass_mark, unit)})"
    steps = [after - before for (_, before), (_, after) in pairwise(known)]
    if len(known) >= _TREND and all(step > 0 for step in steps):
        words += f" และเพิ่มขึ้นทุกปีที่มีข้อมูลตั้งแต่{known[0][0]}"
    elif len(known) >= _TREND and all(step < 0 for step in steps):
        words += f" และลดลงทุกปีที่มีข้อมูลตั้งแต่{known[0][0]}"
    return words + _missing(rows, "ปี")


def scores(rows: Rows, each: str, pass_mark: Decimal | None = None) -> str:
    """Say how many scores reach the pass mark, and which is the lowest."""
    known = _known(rows)
    if not known:
        return ""
    least = min(value for _, value in known)
    last = [label for label, value in known if value == least]
    if len(known) == 1:
        words = f"มีคะแนนของ{each}เดียว คือ {last[0]} ได้ {_amount(least, 'คะแนน')}"
    elif len(last) == len(known):
        words = f"ทุก{each}ที่มีคะแนนได้ {_amount(least, 'คะแนน')}เท่ากัน"
    else:
        named = _and(last) if len(last) <= _NAMED else f"{len(last)} {each}"
        words = f"ต่ำที่สุดคือ {named} ได้ {_amount(least, 'คะแนน')}"
    if pass_mark is not None:
        reached = sum(value >= pass_mark for _, value in known)
        words = f"{reached} จาก {len(known)} {each}ได้ {_amount(pass_mark, 'คะแนน')}ขึ้นไป {words}"
    return words + _missing(rows, each)


def progress(rows: Rows, each: str) -> str:
    """Say how many rows are at one hundred per cent, on the way, and not begun."""
    known = [value for _, value in _known(rows)]
    if not known:
        return ""
    done, begun = sum(v >= _DONE for v in known), sum(0 < v < _DONE for v in known)
    if done == len(rows):
        return f"ทั้ง {done} {each}ก้าวหน้าครบร้อยละ 100"
    words = [f"ก้าวหน้าครบร้อยละ 100 แล้ว {done} จาก {len(rows)} {each}"]
    words += [f"อยู่ระหว่างดำเนินการ {begun} {each}{_named(rows)}"] if begun else []
    rest = len(known) - done - begun
    words += [f"ความก้าวหน้าร้อยละ 0 อีก {rest} {each}"] if rest else []
    return " ".join(words) + _missing(rows, each)


def _named(rows: Rows) -> str:
    begun = [f"{label} ร้อยละ {format_number(v)}" for label, v in _known(rows) if 0 < v < _DONE]
    return f" ({', '.join(begun)})" if len(begun) <= _NAMED else ""


def differs(rows: Rows) -> bool:
    """Tell whether bars show anything: two values or more, and not all the same."""
    return len({value for _, value in _known(rows)}) > 1


def unfinished(rows: Rows) -> Rows:
    """Return the rows below one hundred per cent, or without a value."""
    return [(label, value) for label, value in rows if value is None or value < _DONE]


def _known(rows: Rows) -> Known:
    return [(label, value) for label, value in rows if value is not None]


def _amount(value: Decimal | int, unit: str) -> str:
    return f"{format_number(value)} {unit}"


def _share(most: Decimal | int, known: Known, each: str) -> str:
    """Return the share of the largest value in the sum; empty if it means nothing."""
    whole = sum(value for _, value in known)
    if whole <= 0 or any(value < 0 for _, value in known):
        return ""
    # Rounded down, so that a part is never called the whole.
    share = (100 * Decimal(most) / whole).quantize(_TENTH, ROUND_DOWN)
    return f" (ร้อยละ {share} ของ{f'{each}ที่มีข้อมูล' if each else 'ทั้งหมด'})"


def _missing(rows: Rows, each: str) -> str:
    labels = [label for label, value in rows if value is None]
    if not labels:
        return ""
    named = _and(labels) if len(labels) <= _NAMED else f"{len(labels)} {each}"
    return f" ไม่มีข้อมูลของ {named}"


def _and(labels: Sequence[str]) -> str:
    *most, last = labels
    return f"{', '.join(most)} และ {last}" if most else last
