"""The command ``oit desk account list``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.accounts import STATUSES, accounts_of
from oit.cli.command import command
from oit.cli.output import ExitStatus, Output
from oit.desk.accounts.accounts import Account, BrokenAccountsError
from oit.desk.officer import ROLE_LABELS


@command(
    "list",
    Bilingual("แสดงบัญชี สิทธิ์ และหน่วยงานเจ้าของข้อ", "List the accounts, their roles and owners."),
    example="oit desk account list",
    statuses=STATUSES,
)
@options.data
def run(output: Output, *, data: Path) -> ExitStatus:
    """List the accounts."""
    try:
        accounts = accounts_of(data).all()
    except BrokenAccountsError as error:
        return output.refuse(error.why)
    output.tell(*map(_line, accounts or ()))
    if not accounts:
        output.note(Bilingual("ยังไม่มีบัญชี", "there is no account"))
    return ExitStatus.OK


def _line(account: Account) -> Bilingual:
    officer = account.officer
    label = ROLE_LABELS[officer.role]
    owners = f" ({', '.join(officer.owners)})" if officer.owners else ""
    return Bilingual(
        f"{account.name}: {officer.role.value} {label.th}{owners}",
        f"{account.name}: {label.en}{owners}",
    )
