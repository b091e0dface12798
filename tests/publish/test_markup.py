"""The theme's markup becomes valid, and nothing else changes."""

import time
from datetime import date
from pathlib import Path

import pytest

from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.publish.markup import trimmed, valid
from oit.views.pages.site import make_site

ROOT = Path(__file__).parents[2]

SECTION = '<div class="md-nav__link md-nav__container">\n'


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("<!doctype html>\n  \n\n<html>  \n", "<!DOCTYPE html>\n<html>\n"),
        ('<ol role="presentation">', '<ol role="none">'),
        (
            '<div data-md-component="search" role="dialog">',
            '<div data-md-component="search" role="dialog" aria-label="ค้นหา">',
        ),
        ('<label for="x" tabindex="">', '<label for="x">'),
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        ('<label class="t" for="__toc">', '<label class="t">'),
        (
            '<nav aria-label="สารบัญ"></nav><nav aria-label="สารบัญ"></nav>',
            '<nav aria-label="สารบัญ"></nav><nav aria-label="สารบัญของหน้านี้"></nav>',
        ),
        ('<p></p>\n  <input class="t" type="checkbox" id="__toc">\n<p>', "<p></p>\n<p>"),
        ('<nav class="md-nav" aria-label="ก">', '<nav class="md-nav" role="none">'),
        ('<p><img alt="a" src="a.png" /><br />\n<hr/>', '<p><img alt="a" src="a.png"><br>\n<hr>'),
        (
            f'{SECTION}<a href="."><b>ก</b></a>\n<label for="__nav_3" id="__nav_3_label"></label>',
            f'{SECTION}<a id="__nav_3_label" href="."><b>ก</b></a>\n<label for="__nav_3"></label>',
        ),
    ],
)
def test_faults_of_the_theme_are_mended(written: str, mended: str) -> None:
    assert valid(written) == mended


@pytest.mark.parametrize(
    "kept",
    [
        "<pre>a  \n\n  b</pre>",
        '<script>let a = 1;  \n\n"<!doctype html>"</script>',
        '<textarea>  \n role="presentation"</textarea>',
        '<input type="search" autocomplete="off">',
        '<nav aria-label="สารบัญ"></nav>',
        '<input id="__toc"><label for="__toc">',
        '<nav class="md-nav" data-md-level="1" aria-label="ก">',
        '<svg><path d="M0 0"/></svg>',
        f'{SECTION}<a href=".">ก</a></div><label for="__nav_3" id="__nav_3_label">ข</label>',
        "คำ คำ\nคำ",
    ],
)
def test_what_is_valid_stays(kept: str) -> None:
    assert valid(kept) == kept


def test_contents_of_our_pages_have_none_of_the_faults_of_the_theme() -> None:
    site = make_site(examine_all(DataFolder(ROOT / "data", ROOT), date(2026, 4, 1)))

    for page in site.pages.values():
        contents = page.html
        assert trimmed(contents) == valid(contents), page.path


@pytest.mark.parametrize(
    "part",
    [
        "<pre>",
        "<script ",
        "</pre ",
        " ",
        " x",
        "\nx",
        "<input ",
        '<input type="checkbox"',
        "<input x",
    ],
)
def test_broken_markup_takes_no_longer(part: str) -> None:
    start = time.process_time()
    assert valid(part * 30_000).startswith(part)
    assert time.process_time() - start < 5
