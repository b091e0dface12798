"""The types of fields: texts as officers write them, and what they mean."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from oit.forms import fields
from oit.forms.fields import FilePath, OneOf, PicturePath
from oit.thai.calendar import Month
from oit.thai.pages import Pages
from oit.thai.writing import thai_digits

KINDS: dict[str, Any] = {
    **vars(fields),
    "Choice": Annotated[str | None, OneOf({"a": "ก", "b": "ข"})],
    "RequiredChoice": Annotated[str, OneOf({"a": "ก", "b": "ข"}, required=True)],
    "Flag": Annotated[bool | None, fields.Flag({"false": "มีคน", "true": "ว่าง"})],
    "Digits": Annotated[str | None, OneOf({"6": "ก", "12": "ข"})],
    "Fields": Annotated[dict[str, str] | None, fields.Group],
}
"""The types by name, so that the ids of tests are names."""


def read(kind: str, value: object) -> Any:
    return TypeAdapter(KINDS[kind]).validate_python(value)


def fault(kind: str, value: object) -> str:
    with pytest.raises(ValidationError) as raised:
        read(kind, value)
    [error] = raised.value.errors()
    return error["type"]


WRITTEN: list[tuple[str, Any, Any]] = [
    ("Text", "0452460601", "0452460601"),
    ("Text", "no", "no"),
    ("Text", "ไม่มี", "ไม่มี"),
    ("Text", "  ก \u00a0\u200b", "ก"),  # as copied from Word or a web page
    ("Name", " ก ", "ก"),
    ("Date", "2569-01-15", date(2026, 1, 15)),
    ("Date", "2567-02-29", date(2024, 2, 29)),
    ("Date", "30.11.2569", date(2026, 11, 30)),
    ("Date", "วันที่ 30 พฤศจิกายน พ.ศ. 2569", date(2026, 11, 30)),
    ("Date", "2025-10-08T17:00:00.000Z", date(2025, 10, 9)),
    ("Date", "๑๕ ม.ค. ๒๕๖๙", date(2026, 1, 15)),
    ("Date", "\u200b2569-01-15", date(2026, 1, 15)),
    ("Date", "2026-01-15", date(2026, 1, 15)),
    ("MonthOf", "2568-10", Month(2025, 10)),
    ("MonthOf", "ต.ค. ๒๕๖๘", Month(2025, 10)),
    ("Year", "2569", 2569),
    ("Year", "๒๕๖๙", 2569),
    ("Year", "พ.ศ. 2569", 2569),
    ("Year", "พ.ศ.๒๕๖๙", 2569),
    ("Year", "ปีงบประมาณ พ.ศ. 2569", 2569),
    ("Year", "2026", 2569),
    ("RequiredYear", "2569", 2569),
    ("PagesOf", "หน้า 3-5", Pages(((3, 5),))),
    ("PagesOf", "5", Pages(((5, 5),))),
    ("Money", "1,500,000.50", Decimal("1500000.50")),
    ("Money", "๑,๕๐๐,๐๐๐.๕๐", Decimal("1500000.50")),
    ("Money", "1500000.5 บาท", Decimal("1500000.5")),
    ("Money", "ไม่ใช้งบประมาณ", Decimal(0)),
    ("Money", "ไม่เสียค่าธรรมเนียม", Decimal(0)),
    ("Money", "0", Decimal(0)),
    ("Money", "500,000.-", Decimal(500000)),
    ("Money", "1.5 ล้านบาท", Decimal(1500000)),
    ("Count", "12", 12),
    ("Count", "๑,๒๐๐", 1200),
    ("Count", "12.0", 12),
    ("Count", "ไม่มี", 0),
    ("Count", "12 คน", 12),
    ("Percent", "75", Decimal(75)),
    ("Percent", "87.5%", Decimal("87.5")),
    ("Percent", "87.5 %", Decimal("87.5")),
    ("Percent", "ร้อยละ ๗๕", Decimal(75)),
    ("Percent", "0", Decimal(0)),
    ("Percent", "100", Decimal(100)),
    ("Score", "99.87", Decimal("99.87")),
    ("Coordinate", "15.2287", Decimal("15.2287")),
    ("Coordinate", "15°30'N", Decimal("15.5")),
    ("Coordinate", "-104.8564", Decimal("-104.8564")),
    ("Link", "https://www.example.go.th/", "https://www.example.go.th/"),
    ("Link", "HTTP://example.go.th:8080/a?b=c#d", "HTTP://example.go.th:8080/a?b=c#d"),
    ("Link", "https://ศาล.ไทย/หน้า", "https://ศาล.ไทย/หน้า"),
    ("Email", "saraban@example.go.th", "saraban@example.go.th"),
    ("File", "files/a.pdf", FilePath("files/a.pdf")),
    ("Picture", "files/a.png", PicturePath("files/a.png")),
    ("OptionalFile", " files/a.jpg ", FilePath("files/a.jpg")),
    # The numbers of questions and indicators, however documents print them.
    ("QuestionId", "i7", "i7"),
    ("QuestionId", "I7", "i7"),
    ("QuestionId", "i๗", "i7"),
    ("QuestionId", "E๗", "e7"),
    ("QuestionId", "e12", "e12"),
    ("QuestionId", "O23", "O23"),
    ("QuestionId", "o23", "O23"),
    ("QuestionId", "O๒๓", "O23"),
    ("QuestionId", "O07", "O7"),
    ("QuestionId", "O 7", "O7"),
    ("QuestionId", "O.7", "O7"),
    ("QuestionId", "๐๑", "O1"),  # a nought for the letter O
    ("QuestionId", "01", "O1"),
    ("QuestionId", "๐๓๕", "O35"),
    ("QuestionId", "๐๑๐", "O10"),
    ("OptionalQuestionId", "๐๔๓", "O43"),
    ("IndicatorId", "9", "9"),
    ("IndicatorId", "๑๐", "10"),
    ("IndicatorId", "ตัวชี้วัดที่ ๙", "9"),
    ("IndicatorId", "ตัวชี้วัด 9", "9"),
    ("IndicatorId", "ที่ 9", "9"),
    ("IndicatorId", "9.", "9"),
    ("OptionalIndicatorId", "1", "1"),
    ("IndicatorId", "ตัวชี้วัด ที่ 9", "9"),
    ("TopicId", "๗", 7),
    ("TopicId", "(7)", 7),
    ("TopicId", "ประเด็นที่ 7", 7),
    ("Score", "๙๙.๘๗", Decimal("99.87")),
    ("Score", "90%", Decimal(90)),
    ("Choice", "a", "a"),
    ("Choice", " ข ", "b"),
    ("RequiredChoice", " b ", "b"),
    ("Flag", "true", True),
    ("Flag", "True", True),
    ("Flag", "ใช่", True),
    ("Flag", "ว่าง", True),
    ("Flag", "false", False),
    ("Flag", "มีคน", False),
    ("Names", ["ก", " ข "], ["ก", "ข"]),
]
"""A type, what may be written in it, and the value."""


@pytest.mark.parametrize(("kind", "text", "value"), WRITTEN)
def test_what_is_written_is_read(kind: str, text: object, value: object) -> None:
    result = read(kind, text)
    assert result == value
    assert type(result) is type(value)


@pytest.mark.parametrize("nothing", [None, "", " ", "-", "–", "...", "\u200b", "\u00a0"])
@pytest.mark.parametrize(
    "kind",
    [
        *("Text", "Date", "MonthOf", "Year", "Money", "Count"),
        *("Percent", "Score", "Coordinate", "Link", "Email"),
        *("Picture", "OptionalFile", "Choice", "Fields"),
        *("OptionalQuestionId", "OptionalIndicatorId"),
    ],
)
def test_a_blank_is_none(kind: str, nothing: object) -> None:
    assert read(kind, nothing) is None


@pytest.mark.parametrize("nothing", [None, "", "-"])
def test_a_blank_is_an_empty_list(nothing: object) -> None:
    assert read("Names", nothing) == []


@pytest.mark.parametrize("nothing", [None, "", "-"])
@pytest.mark.parametrize(
    "kind", ["Name", "File", "RequiredYear", "RequiredChoice", "QuestionId", "IndicatorId"]
)
def test_a_required_value_may_not_be_blank(kind: str, nothing: object) -> None:
    assert fault(kind, nothing) == "required"


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("Text", ["ก"], "text"),
        ("Text", {"ก": "ข"}, "text"),
        ("Name", ["ก"], "text"),
        ("Date", ["2569-01-15"], "text"),
        ("Date", "31 ก.พ. 2569", "date"),
        ("Date", "2566-02-29", "date"),
        ("Date", "เร็ว ๆ นี้", "date"),
        ("MonthOf", "ตุลาคม", "month"),
        ("MonthOf", "2568-13", "month"),
        ("Year", "2399", "year"),
        ("Year", "2701", "year"),
        ("Year", "69", "year"),
        ("Year", "2_569", "year"),
        ("Year", "+2569", "year"),
        ("Year", "2569-01-15", "year"),
        ("RequiredYear", "69", "year"),
        ("RequiredYear", [], "text"),
        ("Money", "หนึ่งล้าน", "money"),
        ("Money", "1,50,000", "money"),
        ("Money", "9" * 5000, "money"),
        ("Count", "1.5", "count"),
        ("Count", "-1", "count"),
        ("Count", "12 บาท", "count"),
        ("Count", "9" * 5000, "count"),
        ("Percent", "101", "percent"),
        ("Percent", "-1", "percent"),
        ("Percent", "%", "percent"),
        ("Score", "100.01", "score"),
        # "None" is not a score of zero, and an amount of money is not a score.
        ("Score", "ไม่มี", "score"),
        ("Score", "90 บาท", "score"),
        ("TopicId", "8", "topic"),
        ("TopicId", "0", "topic"),
        ("Coordinate", "180.1", "coordinate"),
        ("Coordinate", "15.2287, 104.8564", "coordinate"),
        ("PagesOf", "ก", "pages"),
        ("PagesOf", "5-3", "pages"),
        ("Email", "saraban", "email"),
        ("Email", "a@b", "email"),
        ("Email", "a@b.", "email"),
        ("Email", "a@b.th, c@d.th", "email"),
        ("Email", "ก <a@b.th>", "email"),
        ("Email", "a@b.th\nBcc: c@d.th", "email"),
        ("File", ["a"], "text"),
        ("Picture", {"a": "b"}, "text"),
        ("Choice", "c", "choice"),
        ("Choice", "A", "choice"),
        ("Choice", ["a"], "text"),
        ("RequiredChoice", "c", "choice"),
        ("OptionalFile", ["a"], "text"),
        ("QuestionId", "7", "question"),
        ("QuestionId", "ข้อเจ็ด", "question"),
        ("QuestionId", "ก7", "question"),
        ("QuestionId", "i", "question"),
        ("QuestionId", "i0", "question"),
        ("QuestionId", "๐๐", "question"),
        ("QuestionId", "O100", "question"),
        ("QuestionId", "O1–O3", "question"),
        ("QuestionId", "i1, i2", "question"),
        ("QuestionId", ["i1"], "text"),
        ("OptionalQuestionId", "๓๕", "question"),
        ("IndicatorId", "0", "indicator"),
        ("IndicatorId", "11", "indicator"),
        ("IndicatorId", "9.1", "indicator"),
        ("IndicatorId", "การเปิดเผยข้อมูล", "indicator"),
        ("IndicatorId", {"ก": "ข"}, "text"),
        ("OptionalIndicatorId", "สิบ", "indicator"),
        ("Names", "ก", "list"),
        ("Names", {"ก": "ข"}, "list"),
        ("Names", [["ก"]], "text"),
        ("Names", [""], "required"),
    ],
)
def test_unreadable_values(kind: str, value: object, expected: str) -> None:
    assert fault(kind, value) == expected
    assert expected in fields.FAULTS


@given(st.sampled_from(["i", "e", "O", "MOIT"]), st.integers(1, 99))
def test_every_number_of_a_question_reads_back(letter: str, number: int) -> None:
    plain = f"{letter}{number}"
    spellings = {plain, plain.lower(), plain.upper(), f"{letter}{number:02}", f"{letter}.{number}"}
    if letter == "O":
        spellings.add(f"0{number}")
    for spelling in spellings:
        assert fields.read_question(spelling) == plain
        assert fields.read_question(thai_digits(spelling)) == plain


@pytest.mark.parametrize(
    "text",
    [
        "www.example.go.th",
        "//example.go.th",
        "ftp://example.go.th",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<script>",
        "mailto:a@b.th",
        "https://",
        "https:///a",
        "https://user:password@example.go.th",
        "https://example.go.th@evil.example",
        "https://example.go.th/a b",
        "https://example.go.th/\na",
        "java\nscript:alert(1)",
        "https://example.go.th/\u00a0a",
        'https://example.go.th/"onclick="x',
        "https://example.go.th/<script>",
        "https://example.go.th\\@evil.example",
        "https://[",
        "https://example.go.th:port/",
        "https://example.go.th:99999/",
        "https://example.go.th:0/",
        "https://example.go.th\u2100/",  # normalizing the host turns ℀ into a/c
    ],
)
def test_links_that_may_not_be_published(text: str) -> None:
    assert fault("Link", text) == "link"


@pytest.mark.parametrize(
    ("kind", "text", "noted"),
    [
        ("Date", "2026-01-15", [("2026-01-15", 2569)]),
        ("Date", "15 ม.ค. ๒๐๒๖", [("15 ม.ค. ๒๐๒๖", 2569)]),
        ("Date", "9-Oct-25", [("9-Oct-25", 2568)]),
        ("Date", "1968-10-09", [("1968-10-09", 2568)]),
        ("Date", "2569-01-15", []),
        ("Date", "9/10/68", []),
        ("MonthOf", "2025-10", [("2025-10", 2568)]),
        ("MonthOf", "ต.ค. ๒๐๒๕", [("ต.ค. ๒๐๒๕", 2568)]),
        ("MonthOf", "Oct-25", [("Oct-25", 2568)]),
        ("MonthOf", "2568-10", []),
        ("MonthOf", "ตุลาคม", []),
        ("Year", "2026", [("2026", 2569)]),
        ("RequiredYear", "FY2026", [("FY2026", 2569)]),
        ("Year", "69", []),
    ],
)
def test_a_year_of_another_era_is_noted(kind: str, text: str, noted: list[Any]) -> None:
    context: dict[str, Any] = {"year": 2569, "other_era": []}
    TypeAdapter(KINDS[kind]).validate_python(text, context=context)
    assert context["other_era"] == noted


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        ("Choice", {"enum": ["a", "b", None]}),
        ("RequiredChoice", {"enum": ["a", "b"]}),
        # An editor takes 6 for a number.
        ("Flag", {"enum": ["false", "true", False, True, None]}),
        ("Digits", {"enum": ["6", "12", 6, 12, None]}),
        ("Year", {"type": ["string", "null", "integer"], "examples": ["2569"]}),
    ],
)
def test_schemas_for_editors(kind: str, schema: dict[str, Any]) -> None:
    assert TypeAdapter(KINDS[kind]).json_schema() == schema
