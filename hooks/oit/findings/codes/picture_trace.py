"""OIT708 · ภาพบอกตำแหน่งที่ถ่ายหรือชื่อผู้ถ่าย · A picture that says where or by whom it was taken

ไทย
    โทรศัพท์และกล้องบันทึกพิกัด GPS ของที่ถ่ายภาพ และบางรุ่นบันทึกชื่อเจ้าของเครื่อง ไว้ในไฟล์ภาพ (EXIF และ XMP)
    ใครดาวน์โหลดภาพไปก็เปิดดูได้ ภาพที่ถ่ายที่บ้านของผู้ร้องเรียนหรือผู้รับบริการจึงบอกที่อยู่ของเขา
    ให้ลบข้อมูลนี้ก่อนเผยแพร่ ใน Windows คลิกขวาที่ไฟล์ เลือก Properties > Details >
    Remove Properties and Personal Information หรือส่งภาพผ่านแอปที่ลบให้ แล้ววางไฟล์แทนที่เดิม
    ภาพที่ตั้งใจบอกตำแหน่ง เช่น ภาพโครงการก่อสร้าง ให้เขียนใน data/allowed.yml ว่า
    {text: GPS, reason: ภาพโครงการ, file: files/2569/project-*.jpg} ส่วนชื่อผู้ถ่ายใช้ text: ชื่อผู้ถ่ายภาพ
    ตรวจภาพที่อยู่ในเอกสาร Word, Excel, PowerPoint, PDF และ ZIP ด้วย

English
    Phones and cameras store the GPS position of a picture in its file (EXIF and XMP), and some
    store their owner's name. Everybody who downloads the picture can read it, so a photo taken
    at a complainant's home tells the address. Remove these properties before you publish: in
    Windows, right-click the file, choose Properties, Details, Remove Properties and Personal
    Information, and replace the file. If the position is meant to be public, for example of
    a road that was built, add it to data/allowed.yml as
    {text: GPS, reason: photos of projects, file: files/2569/project-*.jpg}; for the name of who
    took the picture write text: ชื่อผู้ถ่ายภาพ. Pictures inside documents are read, too.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_HINT = Bilingual(
    "ลบด้วย Properties > Details > Remove Properties and Personal Information แล้ววางไฟล์ใหม่ "
    "ถ้าเผยแพร่ได้ให้เขียนใน data/allowed.yml พร้อมเหตุผล",
    "remove it with Properties, Details, Remove Properties and Personal Information, then replace "
    "the file; if it may be published, add it to data/allowed.yml with the reason",
)

POSITION = Code(
    "OIT708",
    Severity.WARNING,
    Bilingual("ภาพบอกพิกัด GPS ของที่ถ่าย {found}", "the picture says where it was taken: {found}"),
    _HINT,
    __doc__,
)
AUTHOR = Code(
    "OIT708",
    Severity.WARNING,
    Bilingual("ภาพบอกชื่อผู้ถ่ายหรือเจ้าของกล้อง {found}", "the picture names who took it: {found}"),
    _HINT,
    __doc__,
)
