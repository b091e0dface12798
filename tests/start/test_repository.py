"""The files of a new repository."""

from oit.start.repository import escape_markdown


def test_markup_is_escaped() -> None:
    assert escape_markdown("<b>*ก* [ข](x)") == r"‹b›\*ก\* \[ข\]\(x\)"
