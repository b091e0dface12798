"""Texts as they are written into YAML and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.characters import FORBIDDEN
from oit.source import SourceFile, parse
from oit.source.written import comment, markdown, scalar


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("สำนักปลัด", "สำนักปลัด"),
        ("1,482,300.50", "1,482,300.50"),
        ("0 2000 0000", "0 2000 0000"),
        ("01", '"01"'),
        ("yes", '"yes"'),
        ("null", '"null"'),
        ("2569-01-15", '"2569-01-15"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a\nb", '"a\\nb"'),
        ("", '""'),
        (" a", '" a"'),
        ('"a', '"\\"a"'),
    ],
)
def test_scalars(text: str, written: str) -> None:
    assert scalar(text) == written


@given(st.text().filter(lambda text: not FORBIDDEN.search(text) and "\r" not in text))
def test_whatever_is_written_is_read_again(text: str) -> None:
    document = parse(f"field: {scalar(text)}  # said\n".encode(), SourceFile("o07.yml"))
    assert document.root["field"] == text  # type: ignore[index]


def test_comments_are_one_line() -> None:
    assert comment("ก\n ข\t ค") == "ก ข ค"


def test_markup_is_words() -> None:
    assert markdown("<b>*ก* [ข](x)") == r"‹b›\*ก\* \[ข\]\(x\)"
