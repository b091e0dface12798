"""OIT212 · ค่าไม่อยู่ในค่าที่กำหนด · A value that is none of those allowed

ไทย
    บางช่องรับเฉพาะค่าที่กำหนดไว้ โปรแกรมจะแจ้งค่าที่ใช้ได้ทั้งหมด ให้เลือกค่าใดค่าหนึ่งและสะกดให้ตรง

English
    Some fields take one of a few set values; the program lists them. Choose one and spell it
    exactly so.

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
        'the field "{field}" says "{text}", which is none of the values allowed',
    ),
    Bilingual("เลือกค่าใดค่าหนึ่งต่อไปนี้: {suggestion}", "choose one of these: {suggestion}"),
    __doc__,
)
