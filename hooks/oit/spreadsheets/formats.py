"""What a cell shows by its number format, if that is not simply its value.

A cell that contains 0.875 may show ``87.50%``, ``7/8`` or ``21:00``. A reader of the sheet knows
only what is shown, so that is what comes in; separators, colours and signs are left out. If the
format hides a value or shows it in thousands, no text is right, and the cell is reported.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from oit.bilingual import Bilingual
from oit.spreadsheets.format_code import Section, sections_of

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no time zones
"""Day 0 of most workbooks."""
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
"""Day 0 of workbooks that were made on old Macintosh computers."""
_SECONDS = 86_400
_LEAST_PLACES = 2
"""Decimal places of percentages, even if fewer are shown: 87.5 is shown as 88%."""
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


class MisleadingError(Exception):
    """A cell does not show its value, and how."""

    def __init__(self, th: str, en: str) -> None:
        self.reason = Bilingual(th, en)
        super().__init__(en)


@dataclass(frozen=True, eq=False)
class Format:
    """A number format that changes what is seen."""

    code: str
    numbers: tuple[Section, ...]
    texts: Section | None
    """The section for texts, if the format has one."""

    @lru_cache(maxsize=100_000, typed=True)  # noqa: B019 - formats are few, and columns repeat their values
    def show(self, value: object, epoch: datetime = EPOCH) -> str | None:
        """Return what a cell shows; ``None`` if that is its value.

        Raises:
            MisleadingError: the format hides the value, or shows it in thousands.
        """
        if isinstance(value, str):
            return self._show_text(value)
        if isinstance(value, bool):
            return None
        try:
            return self._show_value(_number_of(value, epoch), epoch)
        except (ArithmeticError, ValueError):
            return None  # No date and no percentage is so large.

    def _show_value(self, number: Decimal, epoch: datetime) -> str:
        section = self._section_for(number)
        match section.kind:
            case "date":
                shown = _day(number, epoch, with_time="h" in section.clock)
            case "time":
                shown = _clock(number % 1, section.clock)
            case "elapsed":
                shown = _clock(number, section.clock)
            case "literal":
                shown = self._show_words(section, number)
            case _:
                shown = self._show_number(section, number)
        return shown

    def _section_for(self, number: Decimal) -> Section:
        sections = self.numbers
        if any(section.condition for section in sections):
            fit = (s for s in sections if not s.condition or _holds(s.condition, number))
            return next(fit, sections[-1])
        if number < 0 and len(sections) > 1:
            return sections[1]
        return sections[2] if number == 0 and len(sections) > 2 else sections[0]

    def _show_text(self, value: str) -> str | None:
        section = self.texts
        if section is None or section.is_plain or not value.strip():
            return None
        if section.kind != "literal":
            return f"{section.before}{value}{section.after}"
        if not section.before:
            raise self._hidden(value)
        return section.before.strip()

    def _show_words(self, section: Section, number: Decimal) -> str:
        words = section.before.strip()
        if not section.adds_nothing:
            return words
        if number:
            raise self._hidden(plain_number(number))
        return "0" if words else ""

    def _show_number(self, section: Section, number: Decimal) -> str:
        if section.is_scaled and number:
            value = plain_number(number)
            raise MisleadingError(
                f"รูปแบบ {self.code} แสดงเลขเป็นหลักพันหรือหลักล้าน แต่ค่าในช่องคือ {value} "
                "ให้เปลี่ยนรูปแบบช่องให้แสดงค่าเต็ม",
                f"the format {self.code} shows thousands or millions, but the cell contains "
                f"{value}; change the format to show the whole value",
            )
        if section.hides_zero and not number:
            return ""
        if section.percents:
            percents = number * 100**section.percents
            places = max(section.places, _LEAST_PLACES)
            shown = plain_number(round(percents, places)) + "%" * section.percents
        elif section.has_places:
            return f"{section.before}{_in_places(section, round(abs(number)))}{section.after}"
        else:
            # A format that has words for negative numbers shows them without a sign.
            is_signed = section.adds_nothing or len(self.numbers) == 1
            shown = plain_number(number if is_signed else abs(number))
        return shown if section.adds_nothing else f"{section.before}{shown}{section.after}".strip()

    def _hidden(self, value: str) -> MisleadingError:
        return MisleadingError(
            f"รูปแบบ {self.code} ซ่อนค่าในช่องไว้ ให้เปลี่ยนรูปแบบช่องให้เห็นค่า หรือลบค่า {value[:40]} ออก",
            f"the format {self.code} hides the value; change the format, or delete {value[:40]}",
        )


@lru_cache(maxsize=4096)
def parse(code: str) -> Format | None:
    """Read a format's code; ``None`` if it shows every value as it is."""
    sections = sections_of(code or "General")
    texts = next((section for section in sections if section.kind == "text"), None)
    if texts is None and len(sections) > 3:
        texts = sections[3]
    numbers = tuple(section for section in sections[:3] if section is not texts) or (sections[0],)
    if all(section.is_plain for section in numbers) and (texts is None or texts.is_plain):
        return None
    return Format(code, numbers, texts)


def plain_number(value: Decimal) -> str:
    """Write a number without an exponent, and without zeros after its last decimal place."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal_of(value: float) -> Decimal:
    """Return a number as Excel knows it: with fifteen digits, not the errors of fractions."""
    return Decimal(format(value, ".15g"))


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    name, limit = condition
    return _HOLDS[name](number, limit)


def _in_places(section: Section, number: int) -> str:
    """Return a number with each digit in its place: 812345678 as ``081-234-5678``."""
    digits = text = str(number).zfill(section.padding)
    for at, between in section.texts:
        on_right = len(section.digits) - at
        if on_right < len(digits):
            place = len(text) - on_right
            text = f"{text[:place]}{between}{text[place:]}"
    return text


def _number_of(value: object, epoch: datetime) -> Decimal:
    """Return the number in a cell, also if a reader took it for a day or a time."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001
    if isinstance(value, time):
        value = datetime.combine(epoch, value)
    if isinstance(value, datetime):
        value -= epoch
    days = value / timedelta(days=1) if isinstance(value, timedelta) else float(str(value))
    return decimal_of(days)


def _day(number: Decimal, epoch: datetime, *, with_time: bool) -> str:
    if number == 0:
        return ""  # Day 0 is what a formula makes of an empty cell.
    day = epoch + timedelta(seconds=round(number * _SECONDS))
    has_time = with_time and (day.hour or day.minute)
    return str(day) if has_time else day.date().isoformat()


def _clock(number: Decimal, letters: str) -> str:
    """Write a time or a duration."""
    minutes, second = divmod(round(abs(number) * _SECONDS), 60)
    sign = "-" if number < 0 else ""
    tail = f":{second:02}" if "s" in letters else ""
    if "h" not in letters and tail:
        return f"{sign}{minutes:02}{tail}" if "m" in letters else f"{sign}{minutes * 60 + second}"
    hours, minute = divmod(minutes, 60)
    return f"{sign}{hours:02}:{minute:02}{tail}"
