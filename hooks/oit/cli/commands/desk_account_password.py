"""The command ``oit desk account password``."""

from dataclasses import replace
from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.accounts import STATUSES, accounts_of, name_argument, no_account
from oit.cli.command import command
from oit.cli.output import ExitStatus, Output
from oit.cli.passwords import NoPasswordError, ask
from oit.desk.accounts.accounts import BrokenAccountsError


@command(
    "password",
    Bilingual(
        "ตั้งรหัสผ่านใหม่ ผู้ใช้บัญชีนี้ต้องเข้าสู่ระบบอีกครั้งทุกเครื่อง",
        "Set a new password; the account has to sign in again everywhere.",
    ),
    example="oit desk account password สมศรี",
    statuses=STATUSES,
)
@name_argument
@options.data
def run(output: Output, *, name: str, data: Path) -> ExitStatus:
    """Set a password."""
    accounts = accounts_of(data)
    try:
        account = accounts.find(name)
        if account is None:
            return output.refuse(no_account(accounts, name))
        accounts.put(replace(account, password=ask(output, account.name)))
    except (BrokenAccountsError, NoPasswordError) as error:
        return output.refuse(error.why)
    output.tell(
        Bilingual(
            f"ตั้งรหัสผ่านใหม่ของ {account.name} แล้ว", f"the password of {account.name} was changed"
        )
    )
    return ExitStatus.OK
