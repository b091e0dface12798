"""OIT229 · สีอ่านไม่ได้ · An unreadable colour

ไทย
    สีของเว็บไซต์ต้องเขียนเป็นรหัสหกหลัก เช่น "#7a1f2b" ในเครื่องหมายคำพูด (ไม่มีเครื่องหมายคำพูด YAML
    จะถือว่าข้อความหลัง # เป็นหมายเหตุ แล้วช่องนี้จะว่าง ซึ่ง OIT108 จะเตือน) เขียน "#abc", rgb(122, 31, 43)
    หรือคำภาษาอังกฤษ เช่น maroon, navy ก็ได้ ชื่อสีภาษาไทยไม่บอกเฉดที่แน่นอน จึงใช้ไม่ได้
    ระหว่างนี้เว็บไซต์ใช้สีเดิมของโปรแกรม

English
    Write the colour of the site as six digits in quotes: "#7a1f2b". Without the quotes, YAML
    takes everything after # for a comment (OIT108), and the field is empty. "#abc",
    rgb(122, 31, 43) and the words of HTML such as maroon and navy are read too. Until the
    colour is corrected, the site has the program's own.

fails data/agency.yml
    name: เทศบาลตำบลตัวอย่าง
    kind: municipality
    colour: สีเลือดหมู

passes data/agency.yml
    name: เทศบาลตำบลตัวอย่าง
    kind: municipality
    colour: "#7a1f2b"
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT229",
    Severity.WARNING,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นรหัสสี แต่พบ "{text}" เว็บไซต์จึงใช้สีเดิมของโปรแกรม',
        'the field "{field}" must be a colour, found "{text}"; the site has the default colour',
    ),
    Bilingual(
        'เขียนรหัสสีในเครื่องหมายคำพูด เช่น {name}: "#7a1f2b"',
        'write the code of the colour in quotes, such as {name}: "#7a1f2b"',
    ),
    __doc__,
)
