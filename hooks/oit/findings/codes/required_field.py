"""OIT207 · รายการขาดช่องที่จำเป็น · A required field is missing

ไทย
    บางช่องขาดไม่ได้ เพราะถ้าไม่มี รายการนั้นจะแสดงบนหน้าเว็บไม่ได้ เช่น โครงการที่ไม่มีชื่อ
    หรือเอกสารที่ไม่มีชื่อไฟล์ ให้เติมช่องที่ขาด หรือลบรายการนั้นออก

English
    Some fields are required, because the entry cannot be shown on the page without them: for
    example the name of a project or the file of a document. Add the field or delete the entry.

fails data/2569/o07.yml
    projects:
      - result: แล้วเสร็จ ยาว 850 เมตร

passes data/2569/o07.yml
    projects:
      - name: ปรับปรุงถนนสายบ้านดอน หมู่ที่ 4
        result: แล้วเสร็จ ยาว 850 เมตร
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT207",
    Severity.ERROR,
    Bilingual(
        'ข้อมูลตรงนี้ใน "{inside}" ขาดช่อง "{field}" จึงแสดงไม่ได้',
        'the field "{field}" is missing here in "{inside}"; the entry cannot be shown without it',
    ),
    Bilingual(
        'เติมช่อง "{field}" หรือลบรายการนี้ถ้าไม่ใช้',
        'add the field "{field}", or delete the entry if it is not needed',
    ),
    __doc__,
)
UNLESS = Code(
    "OIT207",
    Severity.ERROR,
    CODE.message,
    Bilingual(
        'เติมช่อง "{field}" ถ้า{title}ให้เขียน {unless}: true หรือลบรายการนี้ถ้าไม่ใช้',
        'add the field "{field}", or write {unless}: true ({title}), or delete the entry if it is '
        "not needed",
    ),
    __doc__,
)
OF_FILE = Code(
    "OIT207",
    Severity.ERROR,
    Bilingual('ไฟล์นี้ขาดช่อง "{field}"', 'the field "{field}" is missing from the file'),
    Bilingual('เติมช่อง "{field}"', 'add the field "{field}"'),
    __doc__,
)
