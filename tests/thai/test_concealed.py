"""Messages without national ids."""

import pytest

from oit.thai.concealed import concealed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("เลขบัตร 1-1111-11111-11-9 และ 500", "เลขบัตร 1xxxxxxxxxx19 และ 500"),
        ("1111111111119", "1xxxxxxxxxx19"),
        ("โทร 081-234-5678", "โทร 081-234-5678"),
        ("0105500000001", "0105500000001"),
        ("", ""),
    ],
)
def test_an_id_is_hidden_and_all_else_stays(text: str, shown: str) -> None:
    assert concealed(text) == shown
