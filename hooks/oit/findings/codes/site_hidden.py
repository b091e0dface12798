"""OIT811 · หน้าห้ามเครื่องมือค้นหาเก็บ · A page that search engines must not index

ไทย
    ข้อมูลสาธารณะต้องค้นพบได้ oit verify พบหน้าที่มีคำสั่ง noindex ซึ่งห้ามเครื่องมือค้นหาเก็บ
    เว็บไซต์ที่สร้างด้วย oit build --staff มีคำสั่งนี้ทุกหน้าและห้ามเผยแพร่ ให้สร้างใหม่ด้วย oit build โดยไม่มี --staff
    ถ้าหน้านั้นเขียนเองใน docs/ หรือธีม ให้ลบ noindex ออก

English
    Search engines must find what the public may know. oit verify found a page that forbids them
    to index it (noindex). Every page of a site built with oit build --staff does, and must not be
    published: build again with oit build, without --staff. If the page is your own, in docs/ or
    the theme, remove noindex from it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

HIDDEN = Code(
    "OIT811",
    Severity.FAULT,
    Bilingual(
        "หน้านี้ห้ามเครื่องมือค้นหาเก็บ (noindex)", "the page forbids search engines to index it (noindex)"
    ),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build โดยไม่มี --staff หรือลบ noindex จากหน้าที่เขียนเอง",
        "build the site again with `oit build`, without --staff, or remove noindex from your page",
    ),
    __doc__,
    "page-hidden",
)
