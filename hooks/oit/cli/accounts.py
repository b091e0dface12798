"""What the commands ``oit desk account …`` share."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.cli.command import UNUSABLE, argument
from oit.cli.output import ExitStatus
from oit.data.folder import DataFolder
from oit.desk.accounts.accounts import Accounts
from oit.desk.desk import Desk
from oit.findings.codes.unknown_field import did_you_mean

_KNOWN = Bilingual("ที่มีคือ", "known")
STATUSES = {ExitStatus.OK: Bilingual("ทำแล้ว", "done"), ExitStatus.UNUSABLE: UNUSABLE}
name_argument = argument("name", about=Bilingual("ชื่อบัญชี", "name of the account"))


def desk_of(data: Path) -> Desk:
    """Return the desk of a folder."""
    return Desk(DataFolder(data))


def accounts_of(data: Path) -> Accounts:
    """Return the accounts of a folder's desk."""
    return Accounts(desk_of(data).state)


def no_account(accounts: Accounts, name: str) -> Bilingual:
    """Say that there is no such account, and suggest the nearest."""
    near = did_you_mean(name, [account.name for account in accounts.all()], _KNOWN)
    shown = escaped(name)
    return Bilingual(f"ไม่มีบัญชี {shown}{near.th}", f"there is no account {shown}{near.en}")
