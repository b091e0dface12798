"""Thai words of a page are kept together at the ends of lines."""

import time

import pytest

from oit.views.pages.line_breaks import keep_words

WORD = '<span class="oit-word">งบประมาณ</span>'


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>งบประมาณ</p>", f"<p>{WORD}</p>"),
        ("<p>ใช้ งบประมาณ 2569 &amp; งบประมาณ</p>", f"<p>ใช้ {WORD} 2569 &amp; {WORD}</p>"),
        ('<a href="x">งบประมาณ</a>', f'<a href="x">{WORD}</a>'),
        ("งบประมาณ", WORD),
        ("5 < 6 งบประมาณ", f"5 < 6 {WORD}"),
        ("<td class='ก > ข'>งบประมาณ</td>", f"<td class='ก > ข'>{WORD}</td>"),
    ],
)
def test_words_of_a_text_are_put_into_elements(markup: str, kept: str) -> None:
    assert keep_words(markup) == kept


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="งบประมาณ">',
        '<a title="ก > งบประมาณ" href="#งบประมาณ">ก</a>',
        "<a title='งบประมาณ'>ก</a>",
        "<title>งบประมาณ</title>",
        '<script type="application/ld+json">{"name": "งบประมาณ <b>"}</script>',
        "<style>a::after { content: 'งบประมาณ' }</style>",
        "<textarea>งบประมาณ</textarea>",
        "<select><option>งบประมาณ</option></select>",
        "<svg><title>งบประมาณ</title><text>งบประมาณ</text></svg>",
        "<pre>งบประมาณ</pre>",
        "<!-- <p>งบประมาณ</p> -->",
        "<p>budget 2569</p>",
    ],
)
def test_attributes_and_texts_that_are_no_running_text_stay(markup: str) -> None:
    assert keep_words(markup) == markup


def test_text_after_such_an_element_is_treated_again() -> None:
    assert keep_words("<SVG>ก</SVG ><p>งบประมาณ</p>") == f"<SVG>ก</SVG ><p>{WORD}</p>"


@pytest.mark.parametrize(
    "part", ["<", "<a ", '<a "', "<!--", "<svg>", "<pre>", "<script ", "</pre ", "<a b='", "งบ<"]
)
def test_broken_markup_takes_no_longer(part: str) -> None:
    start = time.process_time()
    assert keep_words(part * 30_000) == part * 30_000
    assert time.process_time() - start < 5
