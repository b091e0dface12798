"""OIT807 · หน้าเว็บเรียกไฟล์จากที่อื่น · A page loads files from another site

ไทย
    หน้าเว็บต้องไม่เรียกสคริปต์ ฟอนต์ ภาพ หรือไฟล์อื่นจากเว็บไซต์อื่น เพราะผู้เยี่ยมชมจะถูกติดตามได้
    และหน้าจะแสดงไม่ครบเมื่อเว็บไซต์นั้นปิด ให้นำไฟล์มาไว้ใน docs/ หรือตัดออก แล้วสร้างเว็บไซต์ใหม่ด้วย oit build

English
    Pages must not load scripts, fonts, pictures or other files from another site: it could
    follow the visitors, and pages would be incomplete while it is down. Put the file into docs/
    or remove it, and build the site again with oit build.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

OUTSIDE = Code(
    "OIT807",
    Severity.FAULT,
    Bilingual(
        "เปิดหน้านี้แล้วเบราว์เซอร์จะเรียก {url} จากที่อื่น",
        "to display this, a browser loads {url} from another site",
    ),
    Bilingual(
        "นำไฟล์มาไว้ใน docs/ หรือตัดออก ผู้เยี่ยมชมต้องไม่ถูกผู้อื่นติดตาม และหน้าต้องใช้ได้แม้ที่อื่นปิด",
        "put the file into docs/ or remove it: visitors must not be followed by others, and "
        "pages must work even if other sites are down",
    ),
    __doc__,
    "outside-request",
)
