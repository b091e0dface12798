"""OIT236 · แบบวัดของปีนี้ยังไม่ใช่ของจริง · The checklist of the year is provisional

ไทย
    ยังไม่มีประกาศแบบวัดของปีนี้ หรือโปรแกรมรุ่นนี้ยังไม่มี จึงใช้แบบวัดของปีก่อนไปก่อน
    ข้อ เลขข้อ และองค์ประกอบอาจเปลี่ยนทั้งหมด งานที่ทำไว้ไม่หาย: เมื่อโปรแกรมรุ่นใหม่มีแบบวัดจริง
    oit upgrade ย้ายข้อมูลไปยังข้อที่สืบต่อ ถ้าแก้ไฟล์แบบวัดนี้ตามประกาศเองแล้ว ให้ลบบรรทัด provisional

English
    The checklist of the year is not published, or this version of the program does not have it,
    so that of an earlier year is used. Items, numbers and elements may all change. Nothing is
    lost: when a newer program brings the real checklist, oit upgrade moves the data to the items
    that continue these. If you corrected the file after the announcement yourself, delete the
    line provisional.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT236",
    Severity.WARNING,
    Bilingual("{sentence}", "{sentence}"),
    Bilingual(
        "กรอกต่อได้ เมื่อโปรแกรมรุ่นใหม่มีแบบวัดจริง ให้สั่ง oit upgrade",
        "go on filling in; when a newer program has the real checklist, run oit upgrade",
    ),
    __doc__,
)
REPLACED = Code(
    "OIT236",
    Severity.WARNING,
    Bilingual(
        "โปรแกรมมีแบบวัดจริงของปี {year} แล้ว แต่ข้อมูลยังใช้แบบวัดชั่วคราว",
        "the program has the real checklist of {year}, but the data still uses the provisional one",
    ),
    Bilingual(
        "สั่ง oit upgrade --dry-run เพื่อดูว่าข้อใดจะย้ายไปที่ใด แล้วสั่ง oit upgrade",
        "run oit upgrade --dry-run to see which item moves where, then oit upgrade",
    ),
    __doc__,
)
