"""The types of a form's fields: each reads text as officers write it.

Every type takes the text of ``oit.source`` and returns a typed value, or ``None`` for a blank.
Text that cannot be read raises a ``PydanticCustomError`` whose type is the name of a fault in
``FAULTS``; a common-era date or month is read, and noted in the context.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    InstanceOf,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from oit import colour
from oit.bilingual import Bilingual
from oit.findings.codes import (
    choice,
    colour_contrast,
    common_era,
    link,
    number,
    question,
    required_field,
    wrong_type,
)
from oit.findings.codes import colour as colour_fault
from oit.findings.codes import date as date_fault
from oit.findings.finding import Code
from oit.thai import calendar, dates, intervals, money, numbers, pages, writing, years

FAULTS: dict[str, Code] = {
    "text": wrong_type.CODE,
    "list": wrong_type.CODE,
    "fields": wrong_type.CODE,
    "date": date_fault.CODE,
    "month": date_fault.MONTH,
    "year": date_fault.YEAR,
    "interval": date_fault.INTERVAL,
    "common_era": common_era.CODE,
    "money": number.MONEY,
    "count": number.COUNT,
    "pages": number.PAGES,
    "percent": number.PERCENT,
    "score": number.SCORE,
    "coordinate": number.COORDINATE,
    "link": link.CODE,
    "email": link.EMAIL,
    "choice": choice.CODE,
    "colour": colour_fault.CODE,
    "colour_contrast": colour_contrast.CODE,
    "required": required_field.CODE,
    "question": question.CODE,
    "indicator": question.INDICATOR,
    "topic": question.TOPIC,
}
"""The fault that reports each kind of unreadable value."""

# A zero is often printed instead of the letter O: ๐๑ is O1. Sectors have other letters: MOIT1.
_QUESTION = re.compile(r"([A-Z]{1,10}|0)\.?\s*0*([1-9][0-9]?)")
_TOPIC = re.compile(r"\(?(?:ประเด็น)?(?:\s*ที่)?\s*([1-7])[.)]?")
_INDICATOR = re.compile(r"(?:ตัวชี้วัด)?(?:\s*ที่)?\s*(10|[1-9])\.?")
_EMAIL = re.compile(r"[^@\s<>\"'(),;:]+@[^@\s<>\"'(),;:]+\.[^@\s<>\"'(),;:.]+")
_UNSAFE_IN_LINK = re.compile(r"[\s\\<>\"'`{}|^\x00-\x20\x7f]")


def _fault(kind: str, error: ValueError | None = None) -> PydanticCustomError:
    why: Bilingual | None = getattr(error, "why", None)
    suggestion = {"suggestion": Bilingual(f" ({why.th})", f" ({why.en})")} if why else None
    return PydanticCustomError(kind, "unreadable", suggestion)


def read_text(value: object) -> str | None:
    """Read a text; one of only dashes is blank."""
    if isinstance(value, str):
        text = value.strip(writing.SPACES)
        # Check the first character only: tables have hundreds of thousands of texts.
        return None if text[:1] in writing.DASHES and writing.is_blank(text) else text
    if value is None:
        return None
    raise _fault("text")


# In texts between zeros: one is empty, has spaces around it, or begins like one of only dashes.
_NOT_PLAIN = re.compile(
    rf"\0(?:(?<=[{writing.SPACES}]\0)|(?=[\0{writing.SPACES}{re.escape(writing.DASHES)}]))"
)


def _plain_texts(texts: Sequence[str]) -> list[str] | None:
    """Return texts as they are, if ``read_text`` returns each as it is."""
    return None if _NOT_PLAIN.search("\0".join(["", *texts, ""])) else [*texts]


@dataclass(frozen=True)
class Reads:
    """Annotates a field with the function that reads its texts.

    The function returns the typed value, so pydantic builds no validator for the type. A command
    that loads the forms spends much of its time on building validators.
    """

    func: Callable[..., object]
    takes_info: bool = False
    together: Callable[[Sequence[str]], list[Any] | None] | None = None
    """Reads many texts as ``func`` reads each, or returns ``None`` if one of them is not plain.

    The columns of tables have thousands of texts, nearly all of them as programs write them.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        if self.takes_info:
            return core_schema.with_info_plain_validator_function(self.func)
        return core_schema.no_info_plain_validator_function(self.func)


def _reader(
    kind: str,
    parse: Callable[[str], object],
    to_text: Callable[[object], str | None] = read_text,
    *,
    together: Callable[[Sequence[str]], list[Any] | None] | None = None,
) -> Reads:
    """Make a reader from a parser; a ``ValueError`` of the parser becomes the fault."""

    def read(value: object) -> object:
        text = to_text(value)
        try:
            return None if text is None else parse(text)
        except ValueError as error:
            raise _fault(kind, error) from None

    return Reads(read, together=together)


class Dated(NamedTuple):
    """A value with a year, as a field reads it."""

    value: object
    year: int
    """The Buddhist year."""
    is_buddhist: bool
    """Whether the year was written so."""


def _calendar_reader(
    kind: str,
    parse: Callable[[str, int | None], Dated],
    to_text: Callable[[object], str | None] = read_text,
) -> Reads:
    """Make a reader that takes the fiscal year from the context, and notes other eras there."""

    def read(value: object, info: ValidationInfo) -> object:
        text = to_text(value)
        if text is None:
            return None
        context = info.context or {}
        try:
            dated = parse(text, context.get("year"))
        except ValueError as error:
            raise _fault(kind, error) from None
        if not dated.is_buddhist and "other_era" in context:
            context["other_era"].append((value, dated.year))
        return dated.value

    return Reads(read, takes_info=True)


def _day(text: str, fiscal_year: int | None) -> Dated:
    day = dates.read_day(text, fiscal_year)
    is_buddhist = not day.common_era and not day.corrected
    return Dated(day.date, day.date.year + calendar.ERA, is_buddhist)


def _month(text: str, fiscal_year: int | None) -> Dated:
    month, is_common_era = dates.read_month_and_era(text, fiscal_year)
    return Dated(month, month.year + calendar.ERA, not is_common_era)


def _year(text: str, fiscal_year: int | None) -> Dated:
    year, is_common_era = years.read_fiscal_year(text, fiscal_year)
    return Dated(year, year, not is_common_era)


def read_link(text: str) -> str:
    """Return the address of a page on the web.

    Raises:
        ValueError: it is none, or has a user name or characters that it must not have.
    """
    parts = urlsplit(text)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or "@" in parts.netloc
        or parts.port == 0  # a ValueError if it is not a port at all
        or _UNSAFE_IN_LINK.search(text)
    ):
        raise ValueError(text)
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise ValueError(text)
    return text


def _back_colour(value: object) -> colour.Colour | None:
    text = read_text(value)
    if text is None:
        return None
    try:
        read = colour.parse(writing.arabic(text))
    except ValueError:
        raise _fault("colour") from None
    if colour.contrast(read, colour.WHITE) < colour.TEXT:
        nearest = read.darkened(colour.TEXT, [colour.WHITE])
        raise PydanticCustomError("colour_contrast", "faint", {"suggestion": str(nearest)})
    return read


def _schema(example: str, *types: str) -> WithJsonSchema:
    # Editors give YAML their own types: what we read as text may be a number to them.
    return WithJsonSchema({"type": ["string", "null", *types], "examples": [example]})


@dataclass(frozen=True)
class MayBeNumber:
    """Annotates a text that may well be only a number: a telephone number, a period in years."""


@dataclass(frozen=True)
class MayBeUnderWay:
    """Annotates a text that may say only how far something is, such as a status or a result."""


_TEXT = Reads(read_text, together=_plain_texts)
Text = Annotated[str | None, _TEXT, _schema("ข้อความ", "number", "boolean")]
Reference = Annotated[str | None, _TEXT, MayBeNumber(), _schema("ข้อความ", "number", "boolean")]
"""A text that may be only a number."""
Outcome = Annotated[str | None, _TEXT, MayBeUnderWay(), _schema("ข้อความ", "number", "boolean")]
"""A text that may say only how far something is."""
LineId = Annotated[
    str | None,
    Reads(read_text),
    MayBeNumber(),
    _schema("https://line.me/R/ti/p/@example", "number", "boolean"),
]
"""A LINE ID, which may be a telephone number, or the link that adds it."""
LINE_EXPLANATION = 'LINE ID หรือลิงก์ https://line.me/… ถ้าขึ้นต้นด้วย @ ให้ใส่ในเครื่องหมายคำพูด เช่น "@example"'
Date = Annotated[date | None, _calendar_reader("date", _day), _schema("2569-01-15", "integer")]
MonthOf = Annotated[calendar.Month | None, _calendar_reader("month", _month), _schema("2568-10")]
Every = Annotated[
    intervals.Interval | None,
    _reader("interval", intervals.parse_interval),
    _schema("3 เดือน", "integer"),
]
Year = Annotated[int | None, _calendar_reader("year", _year), _schema("2569", "integer")]
Money = Annotated[
    Decimal | None,
    _reader("money", money.read_money, together=money.read_plain),
    _schema("1,500,000.50", "number"),
]
Count = Annotated[int | None, _reader("count", numbers.read_count), _schema("125", "integer")]
PagesOf = Annotated[
    pages.Pages | None, _reader("pages", pages.read_pages), _schema("3-5", "integer")
]
Percent = Annotated[
    Decimal | None, _reader("percent", numbers.read_percent), _schema("75", "number")
]
Score = Annotated[Decimal | None, _reader("score", numbers.read_score), _schema("99.87", "number")]
Coordinate = Annotated[
    Decimal | None, _reader("coordinate", numbers.read_coordinate), _schema("15.2287", "number")
]
Link = Annotated[str | None, _reader("link", read_link), _schema("https://www.example.go.th/")]
BackColour = Annotated[
    InstanceOf[colour.Colour] | None, Reads(_back_colour), _schema("#7a1f2b", "integer")
]
"""A colour on which white text can be read."""
Email = Annotated[str | None, _reader("email", _email), _schema("saraban@example.go.th")]


def _required(value: object) -> str:
    text = read_text(value)
    if text is None:
        raise _fault("required")
    return text


_NAME = Reads(_required, together=_plain_texts)
Name = Annotated[str, _NAME, _schema("ชื่อ", "number")]
"""A text that an entry must have to be shown."""
OutcomeName = Annotated[str, _NAME, MayBeUnderWay(), _schema("ชื่อ", "number")]
"""A text of a list that may say only how far something is."""
ReferenceName = Annotated[str, _NAME, MayBeNumber(), _schema("ชื่อ", "number")]
"""A text that an entry must have and that may be only a number."""

TEXT_READERS = (read_text, _required)
"""What reads the fields that hold words, and nothing else does."""

SAY_NONE = "ไม่มีให้เขียนว่า ไม่มี"
"""Describes a field in which the absence of something is an answer."""


def read_question(text: str) -> str:
    """Read the number of a question as ``i7``, ``e7``, ``O7`` or ``MOIT7``, however it is printed.

    Raises:
        ValueError: the text is not such a number.
    """
    match = _QUESTION.fullmatch(writing.arabic(text).upper())
    if match is None:
        raise ValueError(text)
    letters = {"0": "O", "I": "i", "E": "e"}.get(match[1], match[1])
    return f"{letters}{match[2]}"


def _indicator(text: str) -> str:
    match = _INDICATOR.fullmatch(writing.arabic(text))
    if match is None:
        raise ValueError(text)
    return match[1]


def _topic(text: str) -> int:
    match = _TOPIC.fullmatch(writing.arabic(text))
    if match is None:
        raise ValueError(text)
    return int(match[1])


QuestionId = Annotated[str, _reader("question", read_question, _required), _schema("O7")]
OptionalQuestionId = Annotated[str | None, _reader("question", read_question), _schema("O7")]
IndicatorId = Annotated[str, _reader("indicator", _indicator, _required), _schema("9", "integer")]
RequiredTopicId = Annotated[int, _reader("topic", _topic, _required), _schema("1", "integer")]
TopicId = Annotated[int | None, _reader("topic", _topic), _schema("1", "integer")]
OptionalIndicatorId = Annotated[
    str | None, _reader("indicator", _indicator), _schema("9", "integer")
]


class _ReadsFirst(ABC):
    """Annotates a field whose values are read before pydantic validates them."""

    @abstractmethod
    def read(self, value: object) -> object:
        """Read a value of the file."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))


@dataclass(frozen=True)
class OneOf:
    """Annotates a field that takes one of a few words, each with its Thai label."""

    choices: Mapping[str, str]
    required: bool = False

    def read(self, value: object) -> str | None:
        """Read one of the words, or its label."""
        text = _required(value) if self.required else read_text(value)
        if text is not None and writing.arabic(text) in self.choices:
            return writing.arabic(text)
        if text is not None:
            folded = writing.fold(text)
            named = [word for word, title in self.choices.items() if writing.fold(title) == folded]
            if len(named) == 1:
                return named[0]
            listed = ", ".join(f"{word} ({label})" for word, label in self.choices.items())
            raise PydanticCustomError("choice", "unknown", {"suggestion": listed})
        return None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # Editors take an unquoted word of digits for a number.
        numbers = [int(word) for word in self.choices if word.isdigit()]
        nothing = [] if self.required else [None]
        return {"enum": [*self.choices, *numbers, *nothing]}


@dataclass(frozen=True)
class Flag(OneOf):
    """Annotates a field that is true or false, each with its Thai label.

    The labels are read too, and the words for yes and no.
    """

    def read(self, value: object) -> Any:
        """Read one of the words."""
        text = read_text(value)
        if text is None:
            return None
        folded = writing.fold(text)
        for word, title in self.choices.items():
            if folded in {word, writing.fold(title), *_FLAG_WORDS[word]}:
                return word == "true"
        return super().read(value)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # Editors take an unquoted word for a value of its own type.
        return {"enum": [*self.choices, *(word == "true" for word in self.choices), None]}


_FLAG_WORDS = {"true": {"yes", "ใช่", "1"}, "false": {"no", "ไม่ใช่", "ไม่", "0"}}


def label(title: str, explanation: str = "") -> Any:
    """Describe a field to its users: its Thai name and, if needed, what to write."""
    return Field(default=None, title=title, description=explanation or None)


def required(title: str, explanation: str = "") -> Any:
    """Describe a field that its entry must have to be shown."""
    return Field(title=title, description=explanation or None)


class _Rows(_ReadsFirst):
    def read(self, value: object) -> object:
        if value is None or (isinstance(value, str) and writing.is_blank(value)):
            return []
        if not isinstance(value, list):
            raise _fault("list")
        return value

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "type": ["array", "null"]}


Rows = _Rows()
"""Annotates a list: a blank is an empty list."""

Names = Annotated[list[Name], Rows]
Outcomes = Annotated[list[OutcomeName], Rows]


def _group(value: object) -> object:
    return None if isinstance(value, str) and writing.is_blank(value) else value


Group = BeforeValidator(_group)
"""Annotates fields inside a field: a blank is ``None``."""


RequiredYear = Annotated[
    int, _calendar_reader("year", _year, _required), _schema("2569", "integer")
]


class FilePath(str):
    """The path of a published file as written, relative to docs/."""

    __slots__ = ()


class PicturePath(FilePath):
    """The path of a picture, which a page shows."""

    __slots__ = ()


def _file(value: object) -> FilePath:
    return FilePath(_required(value))


Picture = Annotated[
    InstanceOf[PicturePath] | None,
    _reader("text", PicturePath),
    _schema("files/2569/photo.png"),
]
File = Annotated[InstanceOf[FilePath], Reads(_file), _schema("files/2569/o07-report.pdf")]


OptionalFile = Annotated[
    InstanceOf[FilePath] | None, _reader("text", FilePath), _schema("files/2569/photo.jpg")
]


TableName = Annotated[str | None, Reads(read_text), _schema("procurement.csv")]
"""The name of a table as written: a CSV file beside the item's."""


def _no_entries() -> list[Any]:
    # Pydantic asks for the signature, which takes ten times as long of ``list`` itself.
    return []


def rows(title: str, explanation: str = "") -> Any:
    """Describe a list to its users."""
    return Field(default_factory=_no_entries, title=title, description=explanation or None)
