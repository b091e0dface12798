"""A page, independent of the generator that publishes it."""

import time
from typing import Any

import pytest
import yaml

from oit.views.pages.page import (
    Heading,
    Page,
    Section,
    first_paragraph,
    headings_of,
    lead_of,
    plain,
    sections_of,
    text_of,
)


def page(**fields: Any) -> Page:
    return Page(
        **{"url": "oit/2569/o7/", "title": "ก", "description": "ข", "contents": "", **fields}
    )


@pytest.mark.parametrize(
    ("url", "is_index", "path"),
    [
        ("", True, "index.md"),
        ("oit/", True, "oit/index.md"),
        ("oit/2569/", True, "oit/2569/index.md"),
        ("oit/2569/o7/", False, "oit/2569/o7.md"),
    ],
)
def test_file_of_a_page_depends_on_its_address(url: str, is_index: bool, path: str) -> None:
    assert page(url=url, is_index=is_index).path == path


def test_contents_may_be_made_when_they_are_asked_for() -> None:
    asked: list[str] = []

    def make() -> str:
        asked.append("made")
        return "<p>ก</p>"

    late = page(contents=make)
    assert late.path == "oit/2569/o7.md"
    assert asked == []
    assert (late.html, late.text) == ("<p>ก</p>", "ก")
    assert asked == ["made", "made"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>ก</p><p>ข</p>", "ก ข"),
        ("<p>ก\n  ข</p>", "ก ข"),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
        ('<img alt="&gt;">ก', "ก"),
        ('ก<script type="application/ld+json">{"a": "<b>"}\n</script>ข', "ก ข"),
        ("", ""),
    ],
)
def test_text_of_html_is_the_visible_text(markup: str, text: str) -> None:
    assert text_of(markup) == text
    assert page(contents=markup).text == text


def test_searchable_text_excludes_navigation_and_title() -> None:
    markup = (
        '<p class="oit-crumb"><a href="../">OIT ปี 2569</a></p><h1 id="content">O7 รายงาน</h1>'
        '<h2 id="a">ผล</h2><p>แล้วเสร็จ</p><nav class="x"><a href="../o8/">O8\nคู่มือ</a></nav>'
    )
    assert page(contents=markup).text == "ผล แล้วเสร็จ"
    assert page(contents=markup).lead == ""
    assert page(contents=markup).sections == [Section("a", "ผล", "แล้วเสร็จ")]
    assert headings_of(markup) == [Heading("a", "ผล")]


def test_sections_are_the_parts_under_second_level_headings() -> None:
    markup = (
        '<h1 id="content">ชื่อ</h1><p>นำ</p>'
        '<h2 id="a" class="x">หนึ่ง &amp; <em>สอง</em></h2><p>ก</p><h3 id="b">ย่อย</h3><p>ข</p>'
        '<h2 id="c">สาม</h2>'
    )
    assert sections_of(markup) == [Section("a", "หนึ่ง & สอง", "ก ย่อย ข"), Section("c", "สาม", "")]
    assert page(contents=markup).sections == sections_of(markup)
    assert page(contents=markup).lead == "นำ"


@pytest.mark.parametrize("markup", ["", "<p>ก</p>", "<h2>no address</h2>"])
def test_page_without_headings_has_no_sections(markup: str) -> None:
    assert sections_of(markup) == []


def test_plain_text_needs_no_escaping() -> None:
    assert plain('<a href="x">\'`&\n  b</a>') == "‹a href=”x”›’‘＆ b‹/a›"
    assert plain(" O7  รายงาน ") == "O7 รายงาน"


@pytest.mark.parametrize(
    "title",
    ["O7 รายงาน", "a: b # c", "- a", "{{ a }}", "\\n \\", "yes", "2569-01-01", "[a](b)", "%YAML"],
)
def test_front_matter_is_valid_yaml(title: str) -> None:
    made = page(title=title, description=title).markdown()
    _, front, body = made.split("---\n", 2)
    assert yaml.safe_load(front) == {"title": title, "description": title}
    assert body == "\n\n"


def test_wide_page_hides_the_side_menus() -> None:
    front = page(wide=True).markdown().split("---\n")[1]
    assert yaml.safe_load(front)["hide"] == ["navigation", "toc"]
    assert "hide" not in page().markdown()


def test_body_can_be_left_out() -> None:
    assert page(contents="<p>ก</p>").markdown() == (
        '---\ntitle: "ก"\ndescription: "ข"\n---\n\n<p>ก</p>\n'
    )
    assert page(contents="<p>ก</p>").markdown(with_body=False) == (
        '---\ntitle: "ก"\ndescription: "ข"\n---\n\n\n'
    )


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a\n\nb</p>", "<p>a&#10;\nb</p>"),
        ("<p>a\n \t\n\nb</p>", "<p>a&#10; \t&#10;\nb</p>"),
        ("<p>a\r\n\r\nb</p>", "<p>a&#10;&#10;&#10;\nb</p>"),
        ("<p>a\nb</p>", "<p>a\nb</p>"),
    ],
    ids=["blank", "spaces", "windows", "no blank"],
)
def test_blank_line_that_would_end_the_html_is_encoded(markup: str, expected: str) -> None:
    assert page(contents=markup).markdown().split("---\n\n")[1] == expected + "\n"


@pytest.mark.parametrize(
    "part",
    ["<p>", "<h1>", "<nav>", "<script ", '<h2 id="a">', '<h2 id="a"', '<p class="oit-crumb">'],
)
def test_markup_without_ends_takes_no_longer(part: str) -> None:
    start = time.process_time()
    for read in (text_of, lead_of, sections_of, first_paragraph):
        read(part * 30_000)
    assert time.process_time() - start < 5
