"""OIT212 · ค่าไม่อยู่ในค่าที่กำหนด · A value that is not allowed

ไทย
    บางช่องรับเฉพาะค่าที่กำหนดไว้ โปรแกรมจะแจ้งค่าที่ใช้ได้ทั้งหมด ให้เลือกค่าใดค่าหนึ่งและสะกดให้ตรง

English
    Some fields accept only certain values; the program lists them. Choose one of them and
    spell it exactly as listed.

fails data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: นายกเทศมนตรี, rank: mayor}

passes data/2569/o02.yml
    people:
      - {name: นายตัวอย่าง หนึ่ง, position: นายกเทศมนตรี, rank: head}
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT212",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" มีค่า "{text}" ซึ่งไม่อยู่ในค่าที่กำหนด',
        'the field "{field}" has the value "{text}", which is not allowed',
    ),
    Bilingual("เลือกค่าใดค่าหนึ่งต่อไปนี้: {suggestion}", "choose one of: {suggestion}"),
    __doc__,
)
