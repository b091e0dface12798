"""OIT230 · สีอ่อนเกินไป · A colour that is too light

ไทย
    แถบบนสุด ปุ่ม และลิงก์ของเว็บไซต์ใช้สีของหน่วยงาน ตัวอักษรสีขาวบนสีนั้นต้องมีความเปรียบต่างอย่างน้อย 4.5 ต่อ 1
    ตามมาตรฐาน WCAG ระดับ AA มิฉะนั้นผู้สูงอายุและผู้อ่านกลางแดดจะอ่านไม่ออก เช่น สีเหลืองและเขียวอ่อน
    ให้ใช้สีที่เข้มขึ้น โปรแกรมแนะนำสีใกล้ที่สุดที่อ่านออก ระหว่างนี้เว็บไซต์ใช้สีเดิมของโปรแกรม

English
    The header, the buttons and the links of the site have the agency's colour. White text on it
    needs a contrast of 4.5 to 1 (WCAG, level AA), or old people, and everyone in bright sun,
    cannot read it: yellow and light green, for example. Choose a darker shade; the message
    names the nearest that works. Until then the site has the program's own colour.

fails data/agency.yml
    name: เทศบาลตำบลตัวอย่าง
    kind: municipality
    colour: "#ffd700"

passes data/agency.yml
    name: เทศบาลตำบลตัวอย่าง
    kind: municipality
    colour: "#7a5a00"
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT230",
    Severity.WARNING,
    Bilingual(
        'สี "{text}" อ่อนเกินไป ตัวอักษรสีขาวบนสีนี้อ่านยาก เว็บไซต์จึงใช้สีเดิมของโปรแกรม',
        'white text cannot be read on the colour "{text}"; the site has the default colour',
    ),
    Bilingual(
        'ใช้สีที่เข้มขึ้น สีใกล้ที่สุดที่อ่านออกคือ {name}: "{suggestion}"',
        'use a darker shade; the nearest one that works is {name}: "{suggestion}"',
    ),
    __doc__,
)
