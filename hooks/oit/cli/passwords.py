"""How a command asks for a new password: twice on a terminal without echo, else a line of input."""

import sys
from getpass import getpass

from oit.bilingual import Bilingual
from oit.cli.output import Output
from oit.desk.accounts import passwords

_ASK = Bilingual(
    f"รหัสผ่าน (อย่างน้อย {passwords.SHORTEST} ตัวอักษร ไม่แสดงบนจอ): ",
    f"password (at least {passwords.SHORTEST} characters, not shown): ",
)
_AGAIN = Bilingual("รหัสผ่านอีกครั้ง: ", "password again: ")
_DIFFERENT = Bilingual("รหัสผ่านสองครั้งไม่ตรงกัน", "the two passwords differ")


class NoPasswordError(Exception):
    """No password was given that can be used."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


def ask(output: Output, name: str) -> str:
    """Return what is kept of a new password for an account.

    Raises:
        NoPasswordError: it is too short, say, or was typed in two ways.
    """
    if sys.stdin.isatty():
        try:
            password = getpass(_ASK.text(output.language))
            is_same = password == getpass(_AGAIN.text(output.language))
        except EOFError:
            password, is_same = "", True
        if not is_same:
            raise NoPasswordError(_DIFFERENT)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if fault := passwords.fault_of(password, name):
        raise NoPasswordError(fault)
    return passwords.hashed(password)
