"""OIT310 · หลักฐานอยู่บนเว็บของผู้อื่นเท่านั้น · Evidence that is only on a site of others

ไทย
    หลักฐานเดียวคือลิงก์ไปที่ฝากไฟล์ (เช่น Google Drive) สื่อสังคม (เช่น Facebook, LINE, YouTube) หรือลิงก์ย่อ
    (เช่น bit.ly) ซึ่งมักต้องเข้าสู่ระบบ หายหรือถูกเปลี่ยนได้ และผู้ประเมินอาจเปิดไม่ได้
    ให้วางไฟล์ไว้ใน docs/files/ แล้วใส่ใน documents หรือเขียนเนื้อหาลงในช่องของข้อ ลิงก์เดิมคงไว้ได้

English
    The only evidence is a link to a drive (such as Google Drive), a social network (such as
    Facebook, LINE, YouTube) or a link shortener (such as bit.ly). These often require a login,
    and can disappear or change; assessors may not be able to open them. Put the file into
    docs/files/ and list it in documents, or write the contents into the item's fields. The link
    may stay.

fails data/2569/o04.yml
    news:
      - {title: ประกาศ, date: 2569-01-15, link: "https://drive.google.com/file/d/1/view"}

passes data/2569/o04.yml
    news:
      - {title: ประกาศ, date: 2569-01-15, summary: ปิดถนนสายบ้านเหนือ}
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT310",
    Severity.WARNING,
    Bilingual(
        "ช่อง {field}: หลักฐานเดียวคือ{kind} ({host}) ซึ่งผู้ประเมินอาจเปิดไม่ได้",
        "{field}: the only evidence is {kind} ({host}), which assessors may not be able to open",
    ),
    Bilingual(
        "วางไฟล์ไว้ใน docs/files/ แล้วใส่ใน documents หรือเขียนเนื้อหาในช่องของข้อ",
        "put the file into docs/files/ and list it in documents, or write the contents here",
    ),
    __doc__,
)
KINDS = {
    "drive": Bilingual("ลิงก์ไปที่ฝากไฟล์", "a link to a drive"),
    "social": Bilingual("ลิงก์ไปสื่อสังคม", "a link to a social network"),
    "shortener": Bilingual("ลิงก์ย่อ", "a shortened link"),
}
