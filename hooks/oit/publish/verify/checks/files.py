"""Is every generated file there, byte for byte?"""

from collections.abc import Iterator
from hashlib import sha256

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit
from oit.views.pages import manifest
from oit.views.pages.hosting.settings import HOSTING_FILES
from oit.views.pages.site import STATUS_FILE

MISSING = Kind(
    "file-missing",
    Bilingual("ไม่มีไฟล์นี้ ทั้งที่ข้อมูลมี", "the file is not there, and the data has it"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์",
        "build the site again and publish the whole folder",
    ),
)
DIFFERS = Kind(
    "file-differs",
    Bilingual("ไฟล์ไม่ตรงกับข้อมูล", "the file is not what the data makes"),
    Bilingual(
        "อย่าแก้ไฟล์โดยตรง ให้แก้ข้อมูลใน data/ แล้วสร้างเว็บไซต์ใหม่ และอย่าให้เครื่องบริการแปลงไฟล์",
        "do not edit files; mend the data and build again, and let no server change them",
    ),
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield the files that are missing or differ; the manifest and statuses are asked apart."""
    for address, content in visit.wanted.site.files.items():
        if address == manifest.PATH or address.endswith(f"/{STATUS_FILE}"):
            continue
        held = visit.copy.get(address)
        if held is None:
            # Servers give theirs to nobody, and some generators leave out names with a dot.
            if address not in HOSTING_FILES:
                yield MISSING.at(address)
        elif held.sha256 != sha256(content).hexdigest():
            yield DIFFERS.at(address)
