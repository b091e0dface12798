"""The codes of Excel's number formats, parsed: ``[>=1000]#,##0.00" บาท";0%;"ไม่มี";@``.

A code has up to four sections: for positive numbers, negative ones, zero and texts, or for the
numbers that fulfil its conditions.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Kind = Literal["number", "text", "date", "time", "elapsed", "literal"]

_DAY, _CLOCK, _SECONDS = "yyyy-mm-dd", "h:mm", "h:mm:ss"
_BUILT_IN = (
    ((9, 67), "0%"),
    ((10, 68), "0.00%"),
    ((14, 15, 16, 17, 27, 28, 29, 30, 31, 36), _DAY),
    ((50, 51, 52, 53, 54, 57, 58, 71, 72, 73, 74, 81), _DAY),
    ((22, 77), f"{_DAY} {_CLOCK}"),
    ((18, 20, 32, 34, 55, 75), _CLOCK),
    ((19, 21, 33, 35, 45, 47, 56, 76, 78, 80), _SECONDS),
    ((46, 79), "[h]:mm:ss"),
)
_CODES = {number: code for numbers, code in _BUILT_IN for number in numbers}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<general>General)'
    r"|(?P<half>AM/PM|A/P)|(?P<power>E[+-])|(?P<clock>[ymdhsbeg])|(?P<digit>[0#?.,]|/\d*)"
    r"|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_SEPARATOR = re.compile(r';|"[^"]*"?|\\.|[_*].|\[[^\]]*\]', re.DOTALL)
_CONDITION = re.compile(r"\s*(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*")
_SCALED = re.compile(r"(?<=[0#?]),+(?=[.]|$)")
_THAI_DIGITS = re.compile(r"t(?=[0#?dmyhs])", re.IGNORECASE)
"""A letter before the code: ``t0.00``."""
PLAIN = re.compile(r"[\s()+\-–—.:]*(?:บาทถ้วน|บาท|฿|THB|baht)?[\s()+\-–—.:]*", re.IGNORECASE)
"""Signs, brackets and the name of our money: they add nothing to a number."""


@dataclass
class Section:
    """The format of the numbers of one sign, or of texts."""

    kind: Kind = "literal"
    condition: tuple[str, Decimal] | None = None
    before: str = ""
    after: str = ""
    digits: str = ""
    """The placeholders of digits, commas and points."""
    texts: list[tuple[int, str]] = field(default_factory=list)
    """The texts between digits: how many placeholders are on their left, and the text."""
    percents: int = 0
    clock: str = ""
    """The letters of a date or a time, in lower case."""

    @property
    def adds_nothing(self) -> bool:
        """Whether its texts are but signs and the name of our money."""
        return bool(PLAIN.fullmatch(self.before) and PLAIN.fullmatch(self.after))

    @property
    def is_plain(self) -> bool:
        """Whether a value is shown as itself."""
        changes = self.percents or self.is_scaled or self.has_places or self.hides_zero
        return self.kind in {"number", "text"} and self.adds_nothing and not changes

    @property
    def is_scaled(self) -> bool:
        """Whether it shows thousands or millions."""
        return bool(_SCALED.search(self.digits))

    @property
    def hides_zero(self) -> bool:
        """Whether zero has no digit to be shown in."""
        return not set(self.digits) & set("0?")

    @property
    def places(self) -> int:
        """The number of decimal places."""
        return len(self.digits.partition(".")[2])

    @property
    def padding(self) -> int:
        """The least number of digits."""
        return self.digits.count("0")

    @property
    def has_places(self) -> bool:
        """Whether each digit has its place, as in ``000-000-0000``."""
        is_whole = not set(self.digits) & set("./")
        return is_whole and (self.padding > 1 or bool(self.texts))


def built_in(number: int) -> str:
    """Return the code of a format that is named by its number alone (ECMA-376 18.8.30)."""
    return _CODES.get(number, "General")


def sections_of(code: str) -> list[Section]:
    """Parse a code."""
    parts, start = [], 0
    for match in _SEPARATOR.finditer(code):
        if match[0] == ";":
            parts.append(code[start : match.start()])
            start = match.end()
    return [_section(part) for part in [*parts, code[start:]]]


def _section(code: str) -> Section:
    section = Section()
    found: set[str | None] = set()
    for match in _TOKEN.finditer(_THAI_DIGITS.sub("", code, count=1) if code[:1] in "tT" else code):
        kind = match.lastgroup
        found.add(kind)
        if kind in {"quoted", "escaped", "other"}:
            _add_text(section, match[kind])
        elif kind == "bracket":
            _read_bracket(section, match["bracket"], found)
        elif kind in {"digit", "general", "text"}:
            # A text or a number in full has its place as digits have.
            section.digits += match[0] if kind == "digit" else "0"
        elif kind in {"clock", "half"}:
            section.clock += "h" if kind == "half" else match[0].lower()
        elif kind == "percent":
            section.percents += 1
    _place_texts(section)
    section.kind = _kind(section, found)
    if found & {"power", "general", "text"}:
        # The value itself says more than its power of ten does.
        section.digits, section.texts = "0", []
    return section


def _add_text(section: Section, text: str) -> None:
    section.texts.append((len(section.digits), text))


def _read_bracket(section: Section, text: str, found: set[str | None]) -> None:
    """Read a condition, a currency or elapsed time; colours and calendars change nothing."""
    if match := _CONDITION.fullmatch(text):
        section.condition = match[1], Decimal(match[2])
    elif text.startswith("$"):
        _add_text(section, text[1:].partition("-")[0])
    elif text and set(text.lower()) <= set("hms"):
        section.clock += text.lower()
        found.add("elapsed")


def _place_texts(section: Section) -> None:
    """Tell the texts between digits from those around them."""
    end = len(section.digits)
    section.before = "".join(text for at, text in section.texts if at == 0)
    section.after = "".join(text for at, text in section.texts if at == end > 0)
    section.texts = [(at, text) for at, text in section.texts if 0 < at < end and text.strip()]


def _kind(section: Section, found: set[str | None]) -> Kind:
    if "elapsed" in found:
        return "elapsed"
    letters = set(section.clock)
    if letters:
        return "date" if letters & set("ydbeg") or not letters & set("hs") else "time"
    if "text" in found:
        return "text"
    return "number" if set(section.digits) & set("0#?") else "literal"
