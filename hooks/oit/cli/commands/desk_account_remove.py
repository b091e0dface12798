"""The command ``oit desk account remove``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.accounts import STATUSES, accounts_of, name_argument, no_account
from oit.cli.command import command
from oit.cli.output import ExitStatus, Output
from oit.desk.accounts.accounts import BrokenAccountsError


@command(
    "remove",
    Bilingual(
        "ลบบัญชี ผู้ใช้ออกจากระบบทันที ข้อมูลที่บันทึกแล้วไม่เปลี่ยน",
        "Remove an account; its sessions end at once, saved data stays.",
    ),
    example="oit desk account remove สมศรี",
    statuses=STATUSES,
)
@name_argument
@options.data
def run(output: Output, *, name: str, data: Path) -> ExitStatus:
    """Remove an account."""
    accounts = accounts_of(data)
    try:
        account = accounts.find(name)
        if account is None:
            return output.refuse(no_account(accounts, name))
        accounts.remove(account.name)
    except BrokenAccountsError as error:
        return output.refuse(error.why)
    output.tell(Bilingual(f"ลบบัญชี {account.name} แล้ว", f"removed the account {account.name}"))
    return ExitStatus.OK
