"""OIT307 · ไฟล์ใน docs/ ที่เผยแพร่ไม่ได้ · A file in docs/ that may not be published

ไทย
    ทุกไฟล์ใน docs/ ถูกเผยแพร่บนเว็บไซต์ของหน่วยงาน จึงมีได้เฉพาะหน้าเว็บที่เขียนเอง (.md)
    และเอกสารหรือรูปที่เปิดอ่านได้แต่สั่งให้เครื่องทำงานไม่ได้ สคริปต์ โปรแกรม หน้าเว็บสำเร็จรูป (HTML, SVG, XML)
    และค่าตั้งของเครื่องบริการ อาจทำให้เว็บไซต์หรือเครื่องของผู้เปิดอ่านเสียหาย โปรแกรมดูทั้งชื่อและเนื้อใน
    ถ้าท่านไม่ได้วางไฟล์นั้นเอง เว็บไซต์อาจถูกแก้ไข ให้แจ้งผู้ดูแลระบบ สคริปต์และสไตล์ที่เจ้าของเว็บไซต์ระบุชื่อไว้ใน
    mkdocs.yml (extra_javascript, extra_css) ใช้ได้ robots.txt ก็ใช้ได้

English
    Every file in docs/ is published under the agency's name. It may hold hand-written pages
    (.md), documents and pictures that people can open and that run nothing. Scripts, programs,
    ready-made web pages (HTML, SVG, XML) and settings of servers can harm the site or its
    readers. The program looks at the name and at the content. If nobody put the file there, the
    site may have been tampered with: tell the IT staff. Scripts and style sheets that the owner
    names in mkdocs.yml (extra_javascript, extra_css) are allowed, and so is robots.txt.

fails docs/files/2569/map.js
    document.write("แผนที่")

passes docs/files/2569/map.txt
    แผนที่
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_DELETE = Bilingual(
    "ลบไฟล์นี้ออกจาก docs/ ถ้าเป็นเอกสาร ให้บันทึกหรือส่งออกเป็น PDF แล้ววางแทน ถ้าไม่มีใครวางไว้ ให้แจ้งผู้ดูแลระบบ",
    "delete it from docs/; if it is a document, export it as PDF instead; if nobody put it "
    "there, tell the IT staff",
)

RUNS = Code(
    "OIT307",
    Severity.ERROR,
    Bilingual(
        '"{name}" เผยแพร่ไม่ได้ เพราะเป็นหน้าเว็บ สคริปต์ หรือโปรแกรมที่สั่งให้เครื่องทำงานได้',
        '"{name}" may not be published: it is a web page, script or program that can run',
    ),
    _DELETE,
    __doc__,
)
DISGUISED = Code(
    "OIT307",
    Severity.ERROR,
    Bilingual(
        '"{name}" เผยแพร่ไม่ได้ เพราะเนื้อในมี{found} ซึ่งสั่งให้เครื่องทำงานได้',
        '"{name}" may not be published: its content has {found}, which can run',
    ),
    _DELETE,
    __doc__,
)
SETTINGS = Code(
    "OIT307",
    Severity.ERROR,
    Bilingual(
        '"{name}" เผยแพร่ไม่ได้ เพราะเป็นชื่อของค่าตั้งที่เครื่องบริการเว็บทำตาม',
        '"{name}" may not be published: web servers obey settings of this name',
    ),
    Bilingual(
        "ลบไฟล์นี้ โปรแกรมเขียนค่าตั้งของเครื่องบริการให้เองแล้ว ชื่อโดเมนให้ตั้งที่หน้าตั้งค่าของผู้ให้บริการ",
        "delete it: the program writes the settings of servers itself; set the domain name on "
        "the provider's settings page",
    ),
    __doc__,
)
OTHER_TYPE = Code(
    "OIT307",
    Severity.ERROR,
    Bilingual(
        '"{name}" เผยแพร่ไม่ได้ เพราะไม่ใช่ชนิดที่อนุญาต ชนิดที่อนุญาต: {allowed}',
        '"{name}" may not be published: its type is not allowed; allowed types: {allowed}',
    ),
    Bilingual(
        "ถ้าเป็นเอกสาร ให้บันทึกหรือส่งออกเป็น PDF แล้ววางแทน ถ้าเป็นไฟล์ชั่วคราวหรือไฟล์ของระบบ ให้ลบ",
        "if it is a document, export it as PDF instead; delete temporary files and files of the "
        "operating system",
    ),
    __doc__,
)

PAGE = Bilingual("หน้าเว็บหรือสคริปต์", "a web page or a script")
PROGRAM = Bilingual("โปรแกรม", "a program")
MACROS = Bilingual("มาโคร", "macros")
