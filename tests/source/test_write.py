"""Values as an officer would write them in YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.characters import FORBIDDEN
from oit.source import SourceFile, parse
from oit.source.write import in_block, in_flow, pair, scalar


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("สำนักปลัด", "สำนักปลัด"),
        ("1,482,300.50", "1,482,300.50"),
        ("0 2000 0000", "0 2000 0000"),
        # Every scalar of a data file is a text, whatever other readers of YAML make of it.
        ("01", "01"),
        ("yes", "yes"),
        ("null", "null"),
        ("2569-01-15", "2569-01-15"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("a\nb", "|-\n  a\n  b"),
        ("a\tb", '"a\\tb"'),
        ("", ""),
        (" a", "' a'"),
        ('"a', "'\"a'"),
        ("it's: #1", "'it''s: #1'"),
        ("\ud800", '"\\ud800"'),
    ],
)
def test_scalars(text: str, written: str) -> None:
    assert scalar(text) == written


@given(
    (st.text() | st.text("ab \n\t#-:\u00a0\u2028\ufeff'\"|>%{")).filter(
        lambda text: not FORBIDDEN.search(text) and "\r" not in text
    )
)
def test_every_written_text_is_read_again(text: str) -> None:
    flow = f"flow: {{k: {in_flow(text)}, list: [{in_flow(text)}]}}  # comment"
    written = "\n".join([pair("field", text), pair("list", [text]), flow, ""])
    document = parse(written.encode(), SourceFile("o07.yml"))
    values = {"field": text, "list": [text], "flow": {"k": text, "list": [text]}}
    assert document.root == values


def test_spaces_at_the_end_of_a_text_are_kept() -> None:
    assert pair("field", "ก \n") == "field: |\n  ก "
    assert pair("field", "") == "field:"


def test_empty_lists_and_mappings_are_written_on_one_line() -> None:
    assert in_block({"people": [{}, "ก"], "shows": {}}) == "people:\n  - {}\n  - ก\nshows: {}"


def test_values_between_brackets() -> None:
    assert in_flow({"a b": ["ก, ข", ""], "c": {}}) == '{"a b": [\'ก, ข\', ""], c: {}}'
