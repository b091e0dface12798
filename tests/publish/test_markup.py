"""The theme's markup becomes valid, and nothing else changes."""

import time

import pytest

from oit.publish.markup import valid


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("<!doctype html>\n  \n\n<html>  \n", "<!DOCTYPE html>\n<html>\n"),
        ('<ol role="presentation">', '<ol role="none">'),
        ('<label for="x" tabindex="">', '<label for="x">'),
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        ('<label class="t" for="__toc">', '<label class="t">'),
        ('<input id="__toc"><label for="__toc">', '<input id="__toc"><label for="__toc">'),
        (
            '<nav aria-label="สารบัญ"></nav><nav aria-label="สารบัญ"></nav>',
            '<nav aria-label="สารบัญ"></nav><nav aria-label="สารบัญของหน้านี้"></nav>',
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
        "คำ คำ\nคำ",
    ],
)
def test_what_is_valid_stays(kept: str) -> None:
    assert valid(kept) == kept


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
