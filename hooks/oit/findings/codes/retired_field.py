"""OIT231 · ช่องที่เลิกใช้แล้ว · A field that is no longer used

ไทย
    ช่องนี้มีในโปรแกรมรุ่นก่อน รุ่นนี้ไม่ใช้แล้ว เว็บไซต์จึงเหมือนกันไม่ว่าจะมีช่องนี้หรือไม่ สั่ง oit upgrade
    ให้ลบออก หรือลบเอง

English
    An earlier version of the program used this field; this one does not, so the site is the same
    with it and without it. Let oit upgrade remove it, or remove it yourself.

fails data/agency.yml
    admin: {backend: github, repo: mytown/oit}

passes data/agency.yml
    motto: โปร่งใส ตรวจสอบได้
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT231",
    Severity.WARNING,
    Bilingual(
        'ช่อง "{field}" เลิกใช้แล้ว: {instead}',
        'the field "{field}" is no longer used: {instead}',
    ),
    Bilingual("ลบช่องนี้ หรือสั่ง oit upgrade", "remove it, or run oit upgrade"),
    __doc__,
)
