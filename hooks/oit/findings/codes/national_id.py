"""OIT701 · พบเลขประจำตัวประชาชน · A national id

ไทย
    เลขประจำตัวประชาชนเป็นข้อมูลส่วนบุคคล ห้ามเผยแพร่ โปรแกรมค้นหาในไฟล์ข้อมูล ในเอกสารที่เผยแพร่
    (PDF ตารางคำนวณ Word PowerPoint ข้อความ และ ZIP รวมส่วนที่ซ่อนอยู่ แต่ไม่อ่านภาพสแกน) และในชื่อไฟล์
    และแจ้งข้อนี้เมื่อเลข 13 หลักมีเลขตรวจสอบถูกต้อง และเขียนเป็นรูปแบบบนบัตร หรือมีคำเช่น เลขประจำตัวประชาชน
    กำกับอยู่ ไม่ว่าจะคั่นด้วยอะไรหรือเขียนทีละช่อง ข้อความแสดงเพียงหลักแรกและสองหลักท้าย
    ให้ลบเลขนั้น หรือแทนด้วย x ทั้ง 13 หลัก แล้วสร้างเอกสารใหม่ การทาสีดำทับใน PDF ไม่ได้ลบข้อความ
    หากไฟล์เคยเผยแพร่หรืออยู่ใน git แล้ว เลขยังอยู่ในประวัติ ถ้ามีเหตุให้เผยแพร่ได้ ให้เขียนไว้ใน data/allowed.yml
    พร้อมเหตุผล

English
    A national id is personal data and must not be published. The program searches data files,
    published documents (PDF, spreadsheets, Word, PowerPoint, text files and ZIP archives, with
    all that they hide, but not scanned images) and the names of files. It reports 13 digits if
    the check digit is right and they are grouped as on the card or have words such as
    "national id" beside them, whatever separates them. The message shows only the first digit
    and the last two. Delete the number, or replace all 13 digits with x, and create the document
    again. A black box in a PDF does not delete the text under it. If the file was already
    published or is in git, the number remains in the history. If there is a reason to publish
    it, add it to data/allowed.yml with that reason.

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
    Bilingual("พบเลขประจำตัวประชาชน {found} ({why})", "national id: {found} ({why})"),
    Bilingual(
        "ลบเลขนั้นหรือแทนด้วย x แล้ววางไฟล์ใหม่ ถ้าเผยแพร่ได้ให้เขียนใน data/allowed.yml พร้อมเหตุผล",
        "delete the number or replace its digits with x, then replace the file; if it may be "
        "published, add it to data/allowed.yml with the reason",
    ),
    __doc__,
)
