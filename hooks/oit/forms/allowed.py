"""The form of the file allowed.yml: numbers that an agency publishes on purpose."""

from typing import Annotated

from oit.forms.base import Form
from oit.forms.fields import Name, Rows, Text, label, required, rows


class Allowed(Form):
    """A number that may be published, and the reason."""

    text: Name = required(
        "ตัวเลขที่เผยแพร่ได้",
        "เบอร์โทรศัพท์หรือเลขที่บัญชีเขียนเต็มได้ เช่น 081-234-5678 "
        "เลขประจำตัวประชาชนให้คัดลอกแบบปกปิดจากข้อความที่แจ้ง เช่น 1xxxxxxxxxx19 และระบุ file",
    )
    reason: Name = required("เหตุผลที่เผยแพร่ได้", "เช่น เบอร์สายด่วนของเทศบาล")
    file: Text = label(
        "ไฟล์",
        "เผยแพร่ได้เฉพาะในไฟล์นี้ เช่น files/2569/o02-list.pdf หรือ 2569/procurement.csv "
        "ใช้ * แทนส่วนของชื่อได้ ตัวเลขที่ปกปิดต้องระบุเสมอ",
    )


class AllowList(Form):
    """Numbers that look personal but may be published."""

    allowed: Annotated[list[Allowed], Rows] = rows("ตัวเลขที่เผยแพร่ได้")
