"""Is every document there, the same as in docs/?"""

from collections.abc import Iterator
from hashlib import file_digest

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit

MISSING = Kind(
    "document-missing",
    Bilingual("ไม่มีเอกสารนี้บนเว็บไซต์", "the document is not on the site"),
    Bilingual(
        "เผยแพร่ทั้งโฟลเดอร์อีกครั้ง ชื่อไฟล์ต้องตรงทุกตัวอักษร รวมทั้งตัวพิมพ์เล็กและใหญ่",
        "publish the whole folder again; small and capital letters count in names",
    ),
)
DIFFERS = Kind(
    "document-differs",
    Bilingual("เอกสารบนเว็บไซต์ไม่ใช่ไฟล์เดียวกับ docs/{name}", "the document is not docs/{name}"),
    Bilingual(
        "เผยแพร่ไฟล์นี้อีกครั้ง อาจส่งไม่ครบ เป็นรุ่นเก่า หรือถูกแก้ที่ปลายทาง",
        "publish the file again: it may be cut short, of an older day, or changed there",
    ),
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield the documents that are missing or differ."""
    for address, path in visit.documents:
        held = visit.copy.get(address)
        if held is None:
            yield MISSING.at(address)
            continue
        with path.open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != held.sha256:
                yield DIFFERS.at(address, name=address)
