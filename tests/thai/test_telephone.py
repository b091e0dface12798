"""Telephone numbers, dialled here and from abroad."""

import pytest

from oit.thai.telephone import dial_number, global_number


@pytest.mark.parametrize(
    ("written_as", "dialled_as"),
    [
        ("0 4500 0000", "045000000"),
        ("๐ ๔๕๐๐ ๐๐๐๐", "045000000"),
        ("0-4500-0000 ต่อ 12", "045000000"),
        ("045000000, 045000001", "045000000"),
        ("0 4500 0000-1", "0450000001"),
        ("0 4500 0000 ถึง 3", "045000000"),
        ("+66 45 000 000", "+6645000000"),
        ("(045) 000000/1", "045000000"),
        ('1" onclick="x', "1"),
        ("สายด่วน", ""),
    ],
)
def test_telephone_link_dials_the_first_number(written_as: str, dialled_as: str) -> None:
    assert dial_number(written_as) == dialled_as


@pytest.mark.parametrize(
    ("written_as", "dialled_as"),
    [
        ("0 4500 0000 ต่อ 12", "+6645000000"),
        ("๐๘ ๑๒๓๔ ๕๖๗๘", "+66812345678"),
        ("+66 45 000 000", "+6645000000"),
        ("1567", ""),
        ("สายด่วน", ""),
        ("", ""),
    ],
)
def test_number_is_dialled_from_anywhere(written_as: str, dialled_as: str) -> None:
    assert global_number(written_as) == dialled_as
