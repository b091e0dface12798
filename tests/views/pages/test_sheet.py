"""The style sheets that print the running head and the page number on every sheet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.views.pages.sheet import paper_sheet, site_sheet

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def style_of(agency: str, *, thai_numerals: bool = False) -> str:
    return site_sheet(agency, thai_numerals=thai_numerals).decode()


def read_string(css: str) -> tuple[str, str]:
    """Parse a string like browsers do (CSS Syntax, 4.3.5); return its value and the rest."""
    assert css[0] == '"'
    value, rest = "", css[1:]
    while rest[0] != '"':
        assert rest[0] not in "\n\r\f", "a line ends the string"
        if escape := re.match(r"\\([0-9a-fA-F]{1,6})(\r\n|[ \t\n\r\f])?", rest):
            value, rest = value + chr(int(escape[1], 16)), rest[escape.end() :]
        else:
            assert rest[0] != "\\"
            value, rest = value + rest[0], rest[1:]
    return value, rest[1:]


def running_head(css: str) -> tuple[str, str]:
    return read_string(css.partition("@top-left { content: ")[2])


@pytest.mark.parametrize(
    "title",
    [
        "รายงาน",
        'ก"; } body { display: none } a { content: "',
        "ก\\",
        '\\"',
        "ก\nข",
        "ก\r\nข\fค",
        "} @import url(//a.example/);",
        "*/ /* <!-- --> </style><script>alert(1)</script>",
        "1\\22 2",
        "a\u20282\u0085b",
        "😀 é ｡",
    ],
)
def test_hostile_text_stays_in_the_string(title: str) -> None:
    value, rest = running_head(style_of(title))
    assert value == title
    assert rest == running_head(style_of("ก"))[1]


@given(ANY_TEXT)
def test_any_text_stays_in_the_string(title: str) -> None:
    value, rest = running_head(style_of(title))
    assert value == title
    assert rest == running_head(style_of("ก"))[1]


def test_string_has_only_harmless_characters_and_escapes() -> None:
    css = style_of("\0\"'\\</style>{}\n")
    string = css.partition("content: ")[2].partition("; }")[0]
    assert re.fullmatch(r'"(\\[0-9a-f]+ |[\wก-๛· ])*"', string)


def test_style_sheets_have_only_page_rules_and_declare_their_encoding() -> None:
    for css, boxes in ((style_of("ก"), 3), (paper_sheet("ก").decode(), 2)):
        assert css.startswith('@charset "utf-8";\n@page {')
        assert css.count("{") == css.count("}") == 1 + boxes


@pytest.mark.parametrize(("thai", "style"), [(False, "decimal"), (True, "thai")])
def test_pages_are_numbered(thai: bool, style: str) -> None:
    numbers = f'"หน้า " counter(page, {style}) " จาก " counter(pages, {style})'
    assert f"@bottom-right {{ content: {numbers};" in style_of("ก", thai_numerals=thai)


def test_running_head_has_the_numerals_of_the_agency() -> None:
    head = 'ปีงบประมาณ 2569 "1"'
    for sheet in (site_sheet, paper_sheet):
        assert running_head(sheet(head).decode())[0] == head
        thai = sheet(head, thai_numerals=True).decode()
        assert running_head(thai)[0] == 'ปีงบประมาณ ๒๕๖๙ "๑"'


def test_running_head_of_a_paper_replaces_agency_and_title() -> None:
    css = paper_sheet("รายงาน · เทศบาล").decode()
    assert running_head(css)[0] == "รายงาน · เทศบาล"
    assert "@top-right { content: none; }" in css
    assert "@top-right { content: attr(data-title); }" in style_of("ก")
