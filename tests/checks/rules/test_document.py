"""The rule ``document``: only a document can show the element."""

import pytest

from given import Place, an_element, gaps, places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("duties: [จัดบริการสาธารณะ]", [("OIT223", 1, 1)]),
        (
            """\
            duties: [จัดบริการสาธารณะ]
            documents:
              - {title: แผนผัง, file: files/2569/o01.pdf}
            """,
            [("OIT223", 2, 1)],
        ),
        ("", [("OIT223", 1, 1)]),
    ],
)
def test_data_alone_never_shows_the_element(text: str, expected: list[Place]) -> None:
    # Documents that show an element are handled before any rule: see test_assess.py.
    assert places(gaps(an_element(rule="document"), "structure", text)) == expected


def test_the_hint_names_the_element() -> None:
    (gap,) = gaps(an_element(id="province", rule="document"), "structure", "")
    assert "shows: {province: หน้า}" in gap.hint()
    assert "shows: {province: page}" in gap.hint("en")
