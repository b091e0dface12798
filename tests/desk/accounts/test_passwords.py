"""Which passwords are accepted, and how they are kept."""

import pytest
from argon2 import PasswordHasher

from oit.desk.accounts import passwords
from oit.desk.accounts.passwords import fault_of, hashed, matches


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "too short"),
        ("", "too short"),
        ("ก" * 11, "too short"),
        ("x" * 501, "more than"),
        ("passwordpassword", "easy to guess"),
        ("PASSWORD1234", "easy to guess"),
        ("ababababababab", "easy to guess"),
        ("Somsri Klang123", "easy to guess"),
        ("somsriklangsomsriklang", "easy to guess"),
    ],
)
def test_what_is_guessed_first_is_refused(password: str, why: str) -> None:
    fault = fault_of(password, "somsri klang")
    assert fault is not None
    assert why in fault.en
    assert not password or password not in fault.th


@pytest.mark.parametrize(
    "password", ["ข้าวเหนียวมะม่วง", "correct horse", "123 abc ก ๑", "abcdefghijkm"]
)
def test_length_is_all_that_is_asked(password: str) -> None:
    assert (fault_of(password, "somsri") is None) is (len(password) >= passwords.SHORTEST)


def test_every_common_password_is_long_enough_to_be_needed_in_the_list() -> None:
    assert all(len(word) >= passwords.SHORTEST for word in passwords._common())


def test_a_password_is_kept_by_argon2id_with_a_salt() -> None:
    kept = hashed("ข้าวเหนียวมะม่วง")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert matches("ข้าวเหนียวมะม่วง", kept)
    assert not matches("ข้าวเหนียวมะม่วง ", kept)
    assert not matches("x", "no such thing")
    assert not matches("the password of nobody", kept=None)


def test_a_password_that_was_kept_with_other_costs_still_matches() -> None:
    kept = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash("ข้าวเหนียวมะม่วง")
    assert matches("ข้าวเหนียวมะม่วง", kept)
    assert not matches("ข้าวเหนียว", kept)
