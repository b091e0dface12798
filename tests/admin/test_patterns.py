"""What the editor takes is at least what ``oit`` reads."""

import re
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


def example_of(kind: str) -> str:
    [example] = TypeAdapter(KINDS[kind]).json_schema().get("examples", [""])
    return str(example)


def takes(example: str, text: str) -> bool:
    return re.search(PATTERNS[example].expression, text) is not None


DATES = (
    *("2569-01-15", "2569-1-5", "15/1/2569", "15 มกราคม 2569", "15 ม.ค. 2569", "15 มค 2569"),
    *("15ม.ค.2569", "15 พฤษภาคม พ.ศ. 2569", "15 พ.ค. พศ 2569", "๑๕ มกราคม พ.ศ. ๒๕๖๙"),
    *("๒๕๖๙-๐๑-๑๕", "15\u00a0ม.ค.\u00a02569", "  2569-01-15  ", "2026-01-15", "15 ม.ค. ๒๐๒๖"),
)
MONTHS = ("2568-10", "2568-1", "ต.ค. 2568", "ตค 2568", "ตุลาคม พ.ศ. ๒๕๖๘", "2025-10", "ต.ค. 2025")
AMOUNTS = (
    *("1,500,000.50", "๑,๕๐๐,๐๐๐.๕๐", "1500000.5 บาท", "1500000.5บาท", "1,500 ฿", "0", "007"),
    *("-250.75", " 12 "),
)
READ = [
    *((example, example) for example in PATTERNS),
    *((example_of(kind), text) for kind, text, _ in WRITTEN),
    *(("2569-01-15", text) for text in DATES),
    *(("2568-10", text) for text in MONTHS),
    *(("1,500,000.50", text) for text in AMOUNTS),
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
        ("2569-01-15", "15/1/69"),
        ("2569-01-15", "เร็ว ๆ นี้"),
        ("2569-01-15", "2569-01-15 2569-01-16"),
        ("2568-10", "ตุลาคม"),
        ("2568-10", "2568-13"),
        ("2569", "69"),
        ("2569", "2026"),
        ("1,500,000.50", "หนึ่งล้าน"),
        ("1,500,000.50", "1,50,000"),
        ("15.2287", "15°13'43\"N"),
        ("125", "1.5"),
        ("125", "-1"),
        ("125", "12 คน"),
        ("75", "%"),
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
