"""What a cell shows by its number format; every line is a code, a value, and what comes in."""

from datetime import date, datetime, time, timedelta

import pytest

from oit.spreadsheets.format_code import built_in
from oit.spreadsheets.formats import EPOCH_1904, MisleadingError, parse

NOON = datetime(2025, 10, 9, 12)  # noqa: DTZ001 - Excel knows no time zones

SHOWN = [
    # Percentages; the places that are not shown stay.
    ("0.00%", 0.875, "87.5%"),
    ("0%", 1, "100%"),
    ("0%", 0.005, "0.5%"),
    ("0%", 1 / 3, "33.33%"),
    ("0.0000%", 0.87512345, "87.5123%"),
    ("0%;[Red]-0%", -0.05, "-5%"),
    ("[$-41E]0%", 0.5, "50%"),
    ("t0.00%", 0.5, "50%"),
    ("[<=1]0%;0", 0.5, "50%"),
    ("[<=1]0%;0", 50, "50"),
    ('"ร้อยละ "0%', 0.5, "ร้อยละ 50%"),
    # A sign that is a mere text multiplies nothing.
    ('0.00"%"', 87.5, "87.5%"),
    (r"0.00\%", 87.5, "87.5%"),
    # Units.
    ('#,##0.00 "ล้านบาท"', 3.5, "3.5 ล้านบาท"),
    ("[$$-409]#,##0.00", 500, "$500"),
    ("[$€-2] #,##0", 500, "€ 500"),
    ('General" คน"', 5, "5 คน"),
    ('0.0 "กม."', 1.25, "1.25 กม."),
    ('0" กำไร";0" ขาดทุน"', -5, "5 ขาดทุน"),
    ('0"k"', -5, "-5k"),
    # Digits in their places.
    ("000-000-0000", 812345678, "081-234-5678"),
    ("[<=9999999]###-####;(###) ###-####", 8123456789, "(812)345-6789"),
    ("0000000000000", 345536000315, "0345536000315"),
    ("0-0000-00000-00-0", 345536000315, "0-3455-36000-31-5"),
    ('0"/2569"', 12, "12/2569"),
    ('"คก. "000"/2569"', 12, "คก. 012/2569"),
    ("00", 5, "05"),
    # Words instead of numbers.
    ('"ผ่าน";"ไม่ผ่าน";"รอ"', 1, "ผ่าน"),
    ('"ผ่าน";"ไม่ผ่าน";"รอ"', -1, "ไม่ผ่าน"),
    ('"ผ่าน";"ไม่ผ่าน";"รอ"', 0, "รอ"),
    ('0;-0;"-"', 0, "0"),
    ("0;-0;;@", 0, ""),
    ("#,###", 0, ""),
    ("#,##0,", 0, "0"),
    ('[>=1000000]0.0,,"M";0', 999, "999"),
    ('"เลขที่ "@', "12", "เลขที่ 12"),
    ('0;0;0;"ปกปิด"', "x", "ปกปิด"),
    # Days and times, also if a reader took them for numbers or numbers for them.
    ("[$-D07041E]d mmm yy", 45939, "2025-10-09"),
    ("[$-107041E]d mmmm yyyy;@", datetime(2025, 10, 9), "2025-10-09"),  # noqa: DTZ001
    ("d/m/bbbb", date(2025, 10, 9), "2025-10-09"),
    ("mmm-yy", 45931, "2025-10-01"),
    ("dd/mm/yyyy", NOON, "2025-10-09"),
    ("dd/mm/yyyy hh:mm", NOON, "2025-10-09 12:00:00"),
    ("dd/mm/yyyy", 0, ""),
    ("h:mm", time(9, 30), "09:30"),
    ("h:mm AM/PM", NOON, "12:00"),
    ("h:mm:ss", 0.5, "12:00:00"),
    ("[h]:mm", timedelta(hours=26, minutes=3), "26:03"),
    ("[h]:mm", -1.5, "-36:00"),
    ("[mm]:ss", 0.05, "72:00"),
    ("[ss]", 0.5, "43200"),
    ('0.0" d"', timedelta(days=2), "2 d"),
    ("yyyy", 1e12, None),
    ("0%", float("inf"), None),
    ("0%", True, None),
    ("0%", "ร้อยละ 5", None),
    ('0;0;0;"x"', " ", None),
]  # fmt: skip


@pytest.mark.parametrize(("code", "value", "shown"), SHOWN)
def test_what_is_shown(code: str, value: object, shown: str | None) -> None:
    form = parse(code)
    assert form is not None
    assert form.show(value) == shown


def test_formats_that_change_nothing() -> None:
    codes = (
        "", "General", "GENERAL", "@", "0", "0.00", "#,##0", "#,##0.00", "#,##0.00;[Red]#,##0.00",
        "#,##0_);(#,##0)", '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "0.00E+00",
        "##0.0E+0", "# ?/?", "# ??/100", '#,##0 "บาท"', "[$฿-41E]#,##0.00", "฿#,##0", "#,##0.-",
        "[$-D000000]#,##0", "t#,##0.00", "[DBNum1]0", "[Red][<0]0;0", "[>=1000]#,##0;0.0", "# ##0",
    )  # fmt: skip
    assert [code for code in codes if parse(code) is not None] == []


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("#,##0,", 3_500_000),
        ('0.0,,"M"', 3_500_000),
        ("#,##0,.00", -3500),
        ('[>=1000]0.0,"K";0', 1999),
        (";;;", 5),
        (";;;", "ความลับ"),
        ("0;;", -5),
    ],
)
def test_formats_that_mislead(code: str, value: object) -> None:
    form = parse(code)
    assert form is not None
    with pytest.raises(MisleadingError, match="the format"):
        form.show(value)


@pytest.mark.parametrize("code", ['"-"', '#,##0;#,##0;"-";@', '"-";"-";"-"'])
def test_a_dash_is_zero_and_nothing_else(code: str) -> None:
    form = parse(code)
    assert form is not None
    assert form.show(0) == "0"
    if code.startswith('"'):
        with pytest.raises(MisleadingError, match="hides"):
            form.show(3500)


def test_days_of_old_macintosh_computers() -> None:
    form = parse("yyyy-mm-dd")
    assert form is not None
    assert form.show(45939 - 1462, EPOCH_1904) == "2025-10-09"


@pytest.mark.parametrize(
    ("number", "value", "shown"),
    [
        (10, 0.5, "50%"),
        (68, 0.5, "50%"),
        (71, 45939, "2025-10-09"),
        (77, 45939.5, "2025-10-09 12:00:00"),
        (75, 0.5, "12:00"),
        (46, 1.5, "36:00:00"),
    ],
)
def test_formats_that_are_named_by_number(number: int, value: float, shown: str) -> None:
    form = parse(built_in(number))
    assert form is not None
    assert form.show(value) == shown
    assert parse(built_in(4)) is None


def test_no_code_is_too_odd() -> None:
    for code in (
        "[",
        '"',
        "\\",
        "_",
        "%",
        ";;;;;;;;",
        "[>5]",
        "[>=x]0",
        "0" * 255,
        "E+",
        "/",
        "@@",
    ):
        for value in (0, 1.5, -1e300, "x", NOON):
            form = parse(code)
            try:
                assert form is None or isinstance(form.show(value), str | None)
            except MisleadingError as error:
                assert error.reason.th  # noqa: PT017
