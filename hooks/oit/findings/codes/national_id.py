"""OIT701 · พบเลขประจำตัวประชาชน · A national id

ไทย
    เลขประจำตัวประชาชนเป็นข้อมูลส่วนบุคคล ห้ามเผยแพร่ โปรแกรมค้นหาในไฟล์ข้อมูลและในเอกสารที่เผยแพร่
    (PDF ตารางคำนวณ Word และข้อความ แต่ไม่อ่านภาพสแกน) และแจ้งข้อนี้เมื่อเลข 13 หลักมีเลขตรวจสอบถูกต้อง
    และเขียนเป็นรูปแบบบนบัตร หรือมีคำเช่น เลขประจำตัวประชาชน กำกับอยู่ ข้อความแสดงเพียงหลักแรกและสองหลักท้าย
    ให้ลบเลขนั้น หรือแทนด้วย x ทั้ง 13 หลัก แล้วสร้างเอกสารใหม่ การทาสีดำทับใน PDF ไม่ได้ลบข้อความ
    หากไฟล์เคยเผยแพร่หรืออยู่ใน git แล้ว เลขยังอยู่ในประวัติ ถ้ามีเหตุให้เผยแพร่ได้ ให้เขียนไว้ใน data/allowed.yml
    พร้อมเหตุผล

English
    A national id is personal data and must not be published. The program looks in data files
    and in published documents (PDF, spreadsheets, Word and text, but it does not read scanned
    pictures), and says this where 13 digits have the right check digit and are grouped as on
    the card, or have words such as "national id" beside them. Only the first digit and the
    last two are shown. Delete the number, or write 13 x in its place, and make the document
    again. A black box over it in a PDF does not delete the text. What was published before or
    is in git already stays in the history. Where there is a cause to publish it, write it into
    data/allowed.yml with the reason.

fails data/2569/o07.yml
    summary: ผู้รับจ้างเลขประจำตัวประชาชน 1-1111-11111-11-9

passes data/2569/o07.yml
    summary: ผู้รับจ้างเลขประจำตัวประชาชน x-xxxx-xxxxx-xx-x
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT701",
    Severity.ERROR,
    Bilingual("พบเลขประจำตัวประชาชน {found} ({why})", "a national id: {found} ({why})"),
    Bilingual(
        "ลบเลขนั้นหรือแทนด้วย x แล้ววางไฟล์ใหม่ ถ้าเผยแพร่ได้ให้เขียนใน data/allowed.yml พร้อมเหตุผล",
        "delete the number or write x in its place; if it may be published, write it into "
        "data/allowed.yml with the reason",
    ),
    __doc__,
)
