"""How what was typed is understood."""

import pytest

from oit.desk.controls.understood import understood


@pytest.mark.parametrize(
    ("kind", "text", "value", "words"),
    [
        ("day", "15 ม.ค. 69", "2569-01-15", "15 มกราคม 2569"),
        ("day", "๑๕ มกราคม ๒๕๖๙", "2569-01-15", "15 มกราคม 2569"),
        ("day", "2569-01-15", "2569-01-15", "15 มกราคม 2569"),
        ("day", "2026-01-15", "2569-01-15", "15 มกราคม 2569"),
        ("month", "ต.ค. 68", "2568-10", "ตุลาคม 2568"),
        ("month", "2568-10", "2568-10", "ตุลาคม 2568"),
        ("year", "๒๕๖๙", "2569", "พ.ศ. 2569"),
        ("year", "2569", "2569", ""),
        ("year", "FY2026", "2569", "พ.ศ. 2569"),
        ("money", "1,500,000.50", "1500000.50", "1,500,000.50 บาท (หนึ่งล้านห้าแสนบาทห้าสิบสตางค์)"),
        ("money", "1.5 ล้าน", "1500000", "1,500,000 บาท (หนึ่งล้านห้าแสนบาทถ้วน)"),
        ("money", "ไม่มี", "0", "0 บาท (ศูนย์บาทถ้วน)"),
        ("money", "-20", "-20", "-20 บาท"),
        ("money", "9" * 30, "9" * 30, f"{int('9' * 30):,} บาท"),
    ],
)
def test_a_value_is_read_as_the_form_reads_it(kind: str, text: str, value: str, words: str) -> None:
    assert understood(kind, text, 2569) == (value, words)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("day", "31 ก.พ. 69"),
        ("day", ""),
        ("day", "–"),
        ("month", "เร็ว ๆ นี้"),
        ("year", "ปีหน้า"),
        ("money", "หลายบาท"),
        ("text", "15 ม.ค. 69"),
        ("money", "9" * 5_000),
        ("day", "1" * 5_000),
    ],
)
def test_nothing_is_said_of_what_cannot_be_read(kind: str, text: str) -> None:
    assert understood(kind, text, 2569) is None
