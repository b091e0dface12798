"""OIT103 · มีแท็บในไฟล์ · A tab in the file

ไทย
    ไฟล์ข้อมูลใช้เว้นวรรคเท่านั้น แท็บดูเหมือนเว้นวรรคแต่โปรแกรมวัดย่อหน้าจากแท็บไม่ได้
    ให้ลบแท็บแล้วเคาะเว้นวรรคแทน (ย่อหน้าละ 2 ครั้ง) ข้อความที่คัดลอกจาก Word หรือ Excel มักมีแท็บติดมา

English
    Data files use spaces only. A tab looks like spaces, but indentation cannot be measured
    from it. Delete the tab and type spaces instead (two per level of indentation). Text
    copied from Word or Excel often contains tabs.

fails data/2569/o03.yml
    phone:⇥0 4599 9999

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT103",
    Severity.ERROR,
    Bilingual("ตรงนี้มีแท็บ ไฟล์ข้อมูลใช้ได้เฉพาะเว้นวรรค", "found a tab; data files use spaces only"),
    Bilingual("ลบแท็บแล้วเคาะเว้นวรรคแทน", "delete the tab and type spaces instead"),
    # Python 3.13 and later replace tabs in docstrings by spaces.
    __doc__.replace("⇥", "\t"),
)
