"""OIT810 · เผยแพร่สิ่งที่ไม่ควรเผยแพร่ · Something private is published

ไทย
    oit verify พบไฟล์หรือหน้าที่มีไว้สำหรับเจ้าหน้าที่เท่านั้น เช่น ไฟล์สำรอง รหัสผ่าน หรือไฟล์ต้นทางของข้อมูล
    หรือสคริปต์ โปรแกรม และค่าตั้งของเครื่องบริการที่ไม่ได้มาจากโปรแกรมนี้หรือธีม
    ให้ลบออกจากเว็บไซต์ทันที แล้วเผยแพร่เฉพาะโฟลเดอร์ที่ oit build สร้าง ถ้าเป็นรหัสผ่านหรือกุญแจ ให้เปลี่ยนใหม่
    ถ้าเครื่องบริการตอบว่ามีหน้าทุกที่อยู่ โปรแกรมจะตรวจข้อนี้ไม่ได้ ให้ตั้งเครื่องบริการให้ตอบสถานะ 404

English
    oit verify found a file or a page that only the staff may see, such as a backup, a password
    or a source file of the data, or a script, a program or settings of a server that come neither
    from this program nor from the theme. Remove it from the site at once, and publish only the
    folder that oit build makes. Replace passwords and keys that were published. If the server
    claims to have a page at every address, this cannot be verified: let it answer with status 404.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

PUBLISHED = Code(
    "OIT810",
    Severity.FAULT,
    Bilingual("เผยแพร่สิ่งที่ไม่ควรเผยแพร่: {what}", "this must not be published: {what}"),
    Bilingual(
        "ลบออกจากเว็บไซต์ทันที แล้วเผยแพร่เฉพาะโฟลเดอร์ที่ oit build สร้าง",
        "remove it from the site at once, and publish only the folder that `oit build` makes",
    ),
    __doc__,
    "private-published",
)
RUNS = Code(
    "OIT810",
    Severity.FAULT,
    Bilingual(
        "ไฟล์นี้สั่งให้เครื่องทำงานได้ และไม่ได้มาจากโปรแกรมหรือธีม",
        "this file can run, and comes neither from the program nor from its theme",
    ),
    Bilingual(
        "ลบออกจากเว็บไซต์ แล้วสร้างใหม่ด้วย oit build ถ้าไม่มีใครวางไว้ เว็บไซต์อาจถูกแก้ไข ให้แจ้งผู้ดูแลระบบ",
        "remove it and build the site again with `oit build`; if nobody put it there, the site may "
        "have been tampered with: tell the IT staff",
    ),
    __doc__,
    "can-run",
)
NO_404 = Code(
    "OIT810",
    Severity.FAULT,
    Bilingual("เครื่องบริการตอบว่ามีหน้า ทั้งที่ไม่มี", "the server claims to have a page that does not exist"),
    Bilingual(
        "ตั้งเครื่องบริการให้ตอบสถานะ 404 พร้อมหน้า 404.html",
        "let the server answer with status 404 and the page 404.html",
    ),
    __doc__,
    "no-404",
)
