"""What the editor takes is at least what ``oit`` reads."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from commands import ROOT
from forms.test_fields import KINDS, WRITTEN
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.source.edit import values
from oit.views.pages.editor.patterns import PATTERNS
from oit.views.pages.editor.settings import local_backend, settings
from thai import notations


def example_of(kind: str) -> str:
    [example] = TypeAdapter(KINDS[kind]).json_schema().get("examples", [""])
    return str(example)


def takes(example: str, text: str) -> bool:
    return re.search(PATTERNS[example].expression, text) is not None


DAY = date(2025, 11, 9)
DAYS = [*notations.BUDDHIST_DATES, *notations.COMMON_ERA_DATES, *notations.INSTANTS]
WRITTEN_DAYS = [write(DAY) for write in notations.writers(notations.DAY_FORMS)]
SHORT_DAYS = [write(DAY) for write in notations.writers(notations.SHORT_DAY_FORMS)]
WRITTEN_MONTHS = [
    write(DAY)
    for write in notations.writers([*notations.MONTH_FORMS, *notations.SHORT_MONTH_FORMS])
]
READ = [
    *((example, example) for example in PATTERNS),
    *((example_of(kind), text) for kind, text, _ in WRITTEN),
    *(("2569-01-15", text) for text, _ in [*DAYS, *notations.SHORT_DATES]),
    *(("2569-01-15", text) for text in [*WRITTEN_DAYS, *SHORT_DAYS, "45662"]),
    *(("2568-10", text) for text, _ in notations.STRICT_MONTHS),
    *(("2568-10", text) for text in [*WRITTEN_MONTHS, "ตุลาคม"]),
    *(("2569", text) for text in notations.YEARS),
    *(("1,500,000.50", text) for text, _ in notations.AMOUNTS),
    ("1,500,000.50", "ห้าพันบาทถ้วน"),
    *(("1,500,000.50", form.format(Decimal("1500.5"))) for form in notations.MONEY_FORMS),
    *(("3-5", text) for text, _ in notations.PAGES),
    *(("125", text) for text, _ in notations.COUNTS),
    *(("75", text) for text, _ in notations.PERCENTS),
    *(("99.87", text) for text, _ in notations.PERCENTS),
    *(("15.2287", text) for text, _ in notations.COORDINATES),
]


def test_what_oit_reads_is_accepted() -> None:
    for example, text in READ:
        if example in PATTERNS:
            assert takes(example, text), (example, text)


def test_an_empty_value_is_accepted() -> None:
    for example in PATTERNS:
        for nothing in ("", " ", "-", "–", "...", "\u200b", "\u00a0"):
            assert takes(example, nothing), (example, nothing)


@pytest.mark.parametrize(
    ("example", "text"),
    [
        ("2569-01-15", "32 ม.ค. 2569"),
        ("2569-01-15", "2569-13-01"),
        ("2569-01-15", "เร็ว ๆ นี้"),
        ("2569-01-15", "2569-01-15 2569-01-16"),
        ("2568-10", "2568-13"),
        ("1,500,000.50", "หนึ่งล้าน"),
        ("1,500,000.50", "1,50,000"),
        ("125", "1.5"),
        ("125", "-1"),
        ("75", "%"),
        ("75", "90 บาท"),
        ("3-5", "ท้ายเล่ม"),
        ("2569", "40 ปี"),
        ("15.2287", "15.2287, 104.8564"),
        ("99.87", "90 บาท"),
        ("https://www.example.go.th/", "www.example.go.th"),
        ("https://www.example.go.th/", "javascript:alert(1)"),
        ("https://www.example.go.th/", "https://example.go.th/a b"),
        ("saraban@example.go.th", "a@b"),
        ("saraban@example.go.th", "a@b.th, c@d.th"),
    ],
)
def test_obvious_nonsense_is_rejected(example: str, text: str) -> None:
    assert not takes(example, text)


def test_every_value_of_the_sample_is_accepted() -> None:
    folder = DataFolder(ROOT / "data", ROOT)
    agency, _ = read_agency(folder)
    assert agency
    files = [
        file
        for collection in settings(folder, agency, local_backend())["collections"]
        for file in collection["files"]
        if (ROOT / file["file"]).is_file()
    ]

    told = [
        text
        for file in files
        for pattern, text in _checked(
            file["fields"], values((ROOT / file["file"]).read_text(encoding="utf-8"))
        )
        if not re.search(pattern[0], text)
    ]

    assert files
    assert told == []


def _checked(fields: list[dict[str, Any]], value: Any) -> list[tuple[list[str], str]]:
    """Return the values that have a pattern, with it."""
    if isinstance(value, list):
        return [found for entry in value for found in _checked(fields, entry)]
    return [
        found
        for field in fields
        if isinstance(value, dict) and (said := value.get(field["name"]))
        for found in (
            [(field["pattern"], said)]
            if "pattern" in field
            else _checked(field.get("fields", []), said)
        )
    ]
