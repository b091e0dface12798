"""The file of accounts."""

from pathlib import Path

import pytest

from oit.desk.accounts.accounts import (
    Account,
    Accounts,
    BrokenAccountsError,
    fault_of_name,
)
from oit.desk.officer import Officer, Role

SOMSRI = Account(Officer("สมศรี", Role.OFFICER, ("กองคลัง", "กองช่าง")), "kept")


def test_accounts_are_kept_for_their_owner_only(tmp_path: Path) -> None:
    state = tmp_path / ".oit" / "desk"
    accounts = Accounts(state)
    assert accounts.all() == ()
    accounts.put(Account(Officer("ก", Role.READER), "other"))
    accounts.put(SOMSRI)
    assert Accounts(state).all() == (Account(Officer("ก", Role.READER), "other"), SOMSRI)
    assert (state / "accounts.json").stat().st_mode & 0o777 == 0o600
    assert state.stat().st_mode & 0o777 == 0o700
    assert (state / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_running_server_notices_changes(tmp_path: Path) -> None:
    server, command = Accounts(tmp_path), Accounts(tmp_path)
    command.put(SOMSRI)
    assert server.find("สมศรี") == SOMSRI
    command.remove("สมศรี")
    assert server.find("สมศรี") is None


def test_a_name_is_the_same_in_other_letters(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    accounts.put(Account(Officer("Somsri", Role.EDITOR), "first"))
    accounts.put(Account(Officer("SOMSRI", Role.EDITOR), "second"))
    assert [account.password for account in accounts.all()] == ["second"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"a": {}}', '{"a": {"role": "king", "owners": [], "password": ""}}', "[1]"]
)
def test_a_file_that_is_none_of_accounts_is_an_error_and_not_an_empty_one(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "accounts.json").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenAccountsError) as broken:
        Accounts(tmp_path).all()
    assert "accounts.json" in broken.value.why.th


@pytest.mark.parametrize("name", ["", " ", " a", "a ", "a\nb", "a\u202eb", "x" * 61])
def test_odd_names_are_refused(name: str) -> None:
    assert fault_of_name(name)


@pytest.mark.parametrize("name", ["สมศรี ใจดี", "somsri@mytown.go.th", "ก"])
def test_other_names_are_not(name: str) -> None:
    assert fault_of_name(name) is None
