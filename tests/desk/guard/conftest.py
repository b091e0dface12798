"""Gives tests a small office, whose passwords are compared quickly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from desk.office import Office
from oit.desk.accounts import passwords


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Compare passwords without the work that makes guessing slow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
        passwords._nobodys.cache_clear()
        yield
    passwords._nobodys.cache_clear()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.make(tmp_path / "office")
