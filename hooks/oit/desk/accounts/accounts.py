"""The accounts of the office network, in ``.oit/desk/accounts.json``.

Only the command `oit desk account` writes the file. A server notices at the next request that it
has changed.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oit.bilingual import Bilingual
from oit.characters import UNPRINTABLE
from oit.desk.accounts import passwords
from oit.desk.officer import Officer, Role
from oit.desk.state import write_private
from oit.thai import writing

FILE = "accounts.json"
_LONGEST = 60


class BrokenAccountsError(Exception):
    """The file of accounts cannot be read: nobody can sign in until it is right."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.why = Bilingual(
            f"อ่านไฟล์บัญชี {path} ไม่ได้ ให้กู้จากสำเนาที่เก็บไว้ หรือลบไฟล์แล้วเพิ่มบัญชีใหม่ทั้งหมด",
            f"the file of accounts {path} cannot be read; restore it from a backup, or remove it"
            " and add every account again",
        )


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in."""

    officer: Officer
    password: str
    """What is kept of the password."""

    @property
    def name(self) -> str:
        """The name that is typed to sign in."""
        return self.officer.name

    @property
    def stamp(self) -> str:
        """What changes with the password: sessions from before it end."""
        return sha256(self.password.encode()).hexdigest()[:16]


class Accounts:
    """The accounts of a desk."""

    def __init__(self, state: Path) -> None:
        self._path = state / FILE
        self._read: tuple[tuple[int, int, int], tuple[Account, ...]] = ((0, 0, 0), ())

    def all(self) -> tuple[Account, ...]:
        """Return the accounts, by name.

        Raises:
            BrokenAccountsError: the file is not one of accounts.
            OSError: it cannot be read.
        """
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return ()
        stamp = stat.st_ino, stat.st_size, stat.st_mtime_ns
        if self._read[0] != stamp:
            self._read = stamp, self._load()
        return self._read[1]

    def find(self, name: str) -> Account | None:
        """Return the account of a name; capitals and the like make no difference."""
        sought = writing.fold(name)
        return next((a for a in self.all() if writing.fold(a.name) == sought), None)

    def sign_in(self, name: str, password: str) -> Account | None:
        """Return the account if the password is right.

        It takes as long for unknown names as for others, some hundredths of a second.
        """
        account = self.find(name) if len(name) <= _LONGEST else None
        is_right = passwords.matches(password, account.password if account else None)
        return account if is_right else None

    def put(self, account: Account) -> None:
        """Add an account, or replace that of the same name.

        Raises:
            OSError: the file cannot be written.
        """
        self._write([*self._others(account.name), account])

    def remove(self, name: str) -> None:
        """Remove an account.

        Raises:
            OSError: the file cannot be written.
        """
        self._write(self._others(name))

    def _others(self, name: str) -> list[Account]:
        return [a for a in self.all() if writing.fold(a.name) != writing.fold(name)]

    def _load(self) -> tuple[Account, ...]:
        raw = self._path.read_bytes()
        try:
            loaded = json.loads(raw) if raw else {}
            return tuple(
                Account(
                    Officer(name, Role(known["role"]), tuple(map(str, known["owners"]))),
                    str(known["password"]),
                )
                for name, known in loaded.items()
            )
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise BrokenAccountsError(self._path) from error

    def _write(self, accounts: Iterable[Account]) -> None:
        kept = {
            account.name: {
                "role": str(account.officer.role),
                "owners": [*account.officer.owners],
                "password": account.password,
            }
            for account in sorted(accounts, key=lambda account: account.name)
        }
        write_private(self._path, json.dumps(kept, ensure_ascii=False, indent=2) + "\n")


def fault_of_name(name: str) -> Bilingual | None:
    """Return why a name cannot be that of an account."""
    if not name.strip() or name != name.strip() or len(name) > _LONGEST or UNPRINTABLE.search(name):
        return Bilingual(
            f"ชื่อบัญชีต้องมี 1–{_LONGEST} ตัวอักษร และไม่ขึ้นต้นหรือลงท้ายด้วยช่องว่าง",
            f"the name of an account has 1 to {_LONGEST} characters and no blank at either end",
        )
    return None
