"""The form of the file adopted.yml: where the documents of ``oit adopt`` came from."""

from typing import Annotated

from oit.forms.base import Form
from oit.forms.fields import (
    Date,
    File,
    Name,
    Names,
    QuestionId,
    ReferenceName,
    Rows,
    Text,
    label,
    required,
    rows,
)

FILE = "adopted.yml"


class AdoptedDocument(Form):
    """A document of the old site, and the file that it became."""

    item: QuestionId = required("ข้อ", "เช่น O7")
    address: Name = required("ที่อยู่เดิม", "ที่อยู่บนเว็บไซต์เดิม หรือชื่อไฟล์ในโฟลเดอร์ที่บันทึกไว้")
    page: Text = label("หน้าที่มีลิงก์", "หน้าของเว็บไซต์เดิมที่พบเอกสาร")
    file: File = required("ไฟล์", "ที่อยู่ใต้ docs/ เช่น files/2569/o07-1.pdf")
    sha256: ReferenceName = required("ลายนิ้วมือของเนื้อหา", "SHA-256 เป็นเลขฐานสิบหก")
    day: Date = label("วันที่นำเข้า")


class Adopted(Form):
    """What ``oit adopt`` brought in; a second run compares the old site with it."""

    sources: Names = rows("แหล่งที่นำเข้าครบแล้ว", "ลบบรรทัดของแหล่งเพื่อให้ oit adopt นำเอกสารใหม่เข้าอีก")
    documents: Annotated[list[AdoptedDocument], Rows] = rows("เอกสารที่นำเข้า")
