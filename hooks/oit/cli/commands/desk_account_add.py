"""The command ``oit desk account add``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.accounts import STATUSES, desk_of, name_argument
from oit.cli.command import Choice, command, option
from oit.cli.output import ExitStatus, Output
from oit.cli.passwords import NoPasswordError, ask
from oit.desk.accounts.accounts import Account, Accounts, BrokenAccountsError, fault_of_name
from oit.desk.desk import Desk, owner_of
from oit.desk.officer import ROLE_LABELS, Officer, Role
from oit.thai import writing

_OWNERLESS = Bilingual(
    "บัญชีแบบ officer ต้องระบุหน่วยงานเจ้าของข้ออย่างน้อยหนึ่งแห่ง เช่น --owner กองคลัง",
    "an officer needs the owner of their items, such as --owner NAME",
)
_NOT_OWNED = Bilingual(
    "--owner ใช้กับ --role officer เท่านั้น: editor กับ reader เห็นทุกข้อ",
    "--owner goes with --role officer; editors and readers see every item",
)


@command(
    "add",
    Bilingual(
        "เพิ่มบัญชี ถามรหัสผ่านสองครั้ง หรืออ่านจาก standard input",
        "Add an account; the password is asked for twice, or read from standard input.",
    ),
    example="oit desk account add สมศรี --role officer --owner กองคลัง",
    statuses=STATUSES,
)
@name_argument
@options.data
@option(
    "--role",
    type=Choice([role.value for role in Role]),
    default=Role.OFFICER.value,
    about=Bilingual(
        "officer เห็นและแก้ข้อของตน, editor แก้ทุกข้อและเผยแพร่, reader อ่านทุกข้อ",
        "officer: their own items; editor: everything, and publishes; reader: reads everything",
    ),
)
@option(
    "--owner",
    "owners",
    multiple=True,
    metavar="UNIT",
    about=Bilingual(
        "หน่วยงานเจ้าของข้อ ตามช่อง owner (ระบุซ้ำได้)", "owner of the items (may be repeated)"
    ),
)
def run(output: Output, *, name: str, data: Path, role: str, owners: tuple[str, ...]) -> ExitStatus:
    """Add an account."""
    desk = desk_of(data)
    accounts = Accounts(desk.state)
    officer = Officer(name, Role(role), owners)
    try:
        if fault := _fault(accounts, officer):
            return output.refuse(fault)
        accounts.put(Account(officer, ask(output, name)))
    except (BrokenAccountsError, NoPasswordError) as error:
        return output.refuse(error.why)
    th, en = ROLE_LABELS[officer.role]
    output.tell(Bilingual(f"เพิ่มบัญชี {name} แล้ว ({th})", f"added the account {name} ({en})"))
    if unknown := _unknown(desk, owners):
        output.note(unknown)
    return ExitStatus.OK


def _fault(accounts: Accounts, officer: Officer) -> Bilingual | None:
    name = officer.name
    if fault := fault_of_name(name):
        return fault
    if (officer.role is Role.OFFICER) != bool(officer.owners):
        return _OWNERLESS if officer.role is Role.OFFICER else _NOT_OWNED
    if accounts.find(name):
        return Bilingual(
            f"มีบัญชี {name} อยู่แล้ว ถ้าจะเปลี่ยนสิทธิ์ ให้ลบก่อนด้วย oit desk account remove",
            f"the account {name} exists already; to change its role, remove it first",
        )
    return None


def _unknown(desk: Desk, owners: tuple[str, ...]) -> Bilingual | None:
    """Warn of owners that no item has: they may be misspelt."""
    if not owners or not desk.folder.path.is_dir():
        return None
    known = sorted({owner_of(file) for file in desk.files(desk.assessment().year)} - {""})
    folded = set(map(writing.fold, known))
    odd = [owner for owner in owners if writing.fold(owner) not in folded]
    if not odd:
        return None
    names, listed = ", ".join(odd), ", ".join(known)
    return Bilingual(
        f"ยังไม่มีข้อใดของ {names} บัญชีนี้จึงยังไม่เห็นข้อของหน่วยงานนั้น ที่มีคือ {listed}",
        f"no item belongs to {names}, so this account does not see any of them; known: {listed}",
    )
