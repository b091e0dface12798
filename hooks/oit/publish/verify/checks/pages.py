"""Is every page there, with what the data says?"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.publish.verify.copy import canonical
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.markup import flat
from oit.publish.verify.visit import Visit

MISSING = Kind(
    "page-missing",
    Bilingual("ไม่มีหน้านี้ ทั้งที่ข้อมูลมี", "the page is not there, and the data has it"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์ ที่อยู่นี้ต้องเปิดได้เสมอโดยไม่ต้องเข้าสู่ระบบ",
        "build the site again and publish the whole folder; this address must always open, "
        "for everybody",
    ),
)
DIFFERS = Kind(
    "page-differs",
    Bilingual("เนื้อหาของหน้าไม่ตรงกับข้อมูล", "the page does not hold what the data says"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ชุดนั้น ข้อมูลอาจเปลี่ยนไปหลังเผยแพร่ครั้งก่อน อย่าแก้หน้าเว็บโดยตรง",
        "build the site again and publish that; the data may have changed since, "
        "and pages are not to be edited",
    ),
)
UNKNOWN = Kind(
    "page-unknown",
    Bilingual("ข้อมูลไม่มีหน้านี้ อาจค้างจากครั้งก่อน", "the data has no such page; an old one may be left"),
    Bilingual("ลบออก แล้วเผยแพร่เฉพาะที่สร้างใหม่", "remove it, and publish only what was built anew"),
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield pages that are missing, differ, or stand where only generated ones do."""
    for page in visit.made:
        if page.url not in visit.pages:
            yield MISSING.at(page.url)
            continue
        held = visit.copy.get(page.url)
        if held and page.html not in held.text and flat(page.html) not in flat(held.text):
            yield DIFFERS.at(page.url)
    tops = (address.partition("/")[0] for address in visit.expected)
    ours = {f"{top}/" for top in tops if top}
    ours -= {f"{entry.name}/" for entry in visit.wanted.docs.iterdir()}
    for address in map(canonical, visit.copy.names()):
        if address not in visit.expected and any(address.startswith(top) for top in ours):
            yield UNKNOWN.at(address)
