"""The commands ``oit desk account …``."""

from oit.bilingual import Bilingual
from oit.cli.command import Entry, Group

run = Group(
    "account",
    about=Bilingual(
        "บัญชีของเจ้าหน้าที่ที่ใช้โต๊ะทำงานบนเครือข่าย (oit desk --network)",
        "Accounts of officers who use the desk on the network (oit desk --network).",
    ),
    sections={
        Bilingual("บัญชี", "Accounts"): {
            "add": Entry("desk_account_add", Bilingual("เพิ่มบัญชี", "add an account")),
            "list": Entry("desk_account_list", Bilingual("แสดงบัญชีทั้งหมด", "list the accounts")),
            "password": Entry(
                "desk_account_password",
                Bilingual(
                    "ตั้งรหัสผ่านใหม่ และให้ออกจากระบบทุกเครื่อง", "set a new password, and end the sessions"
                ),
            ),
            "remove": Entry("desk_account_remove", Bilingual("ลบบัญชี", "remove an account")),
        }
    },
)
