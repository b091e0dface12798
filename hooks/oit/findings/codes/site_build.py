"""OIT801 · เว็บไซต์ไม่ได้สร้างจากข้อมูลชุดนี้ · The site was not built from this data

ไทย
    oit verify เทียบบัญชีหน้าเว็บ (oit/manifest.json) กับข้อมูลใน data/ แล้วไม่ตรงกัน เช่น
    ข้อมูลเปลี่ยนไปหลังเผยแพร่ครั้งก่อน สร้างด้วยโปรแกรมคนละรุ่นหรือคนละวัน หรือตัวสร้างเว็บไซต์ไม่ได้เรียก
    hooks/oit_site.py ให้สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์
    ถ้าต้องการตรวจเว็บไซต์ของวันก่อน ให้ระบุวันนั้นด้วย --today

English
    oit verify compares the list of pages (oit/manifest.json) with the files in data/, and they
    differ: the data has changed since the site was published, another version of the program
    or another day was used, or the generator did not run hooks/oit_site.py. Build the site
    again with oit build and publish the whole folder. To verify the site of an earlier day,
    name that day with --today.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_PUBLISH_AGAIN = Bilingual(
    "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่", "build the site again with `oit build` and publish it"
)

HOOK_SKIPPED = Code(
    "OIT801",
    Severity.FAULT,
    Bilingual(
        "เว็บไซต์นี้ไม่มีข้อมูลสาธารณะที่โปรแกรมสร้าง: {why}",
        "the site lacks the pages that this program makes: {why}",
    ),
    Bilingual(
        "ตัวสร้างเว็บไซต์ไม่ได้เรียก hooks/oit_site.py ให้สร้างด้วย oit build อย่าเผยแพร่ชุดนี้",
        "the generator did not run hooks/oit_site.py; do not publish this site, build it with "
        "`oit build`",
    ),
    __doc__,
    "hook-skipped",
)
UNREADABLE = Code(
    "OIT801",
    Severity.FAULT,
    Bilingual("อ่านบัญชีหน้าเว็บไม่ได้", "the list of pages cannot be read"),
    Bilingual("สร้างเว็บไซต์ใหม่ด้วย oit build", "build the site again with `oit build`"),
    __doc__,
    "manifest-unreadable",
)
OTHER_VERSION = Code(
    "OIT801",
    Severity.FAULT,
    Bilingual(
        "เว็บไซต์สร้างด้วย {found} แต่โปรแกรมนี้คือ {here}",
        "the site was built with {found}, but this is {here}",
    ),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วยโปรแกรมรุ่นนี้ หรือตรวจด้วยรุ่นเดียวกับที่สร้าง",
        "build the site again with this version, or verify it with the version that built it",
    ),
    __doc__,
    "other-version",
)
OTHER_DAY = Code(
    "OIT801",
    Severity.FAULT,
    Bilingual(
        "เว็บไซต์สร้าง ณ วันที่ {found} ไม่ใช่ {expected}",
        "the site was built for {found}, not for {expected}",
    ),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build --today {expected}",
        "build the site again with `oit build --today {expected}`",
    ),
    __doc__,
    "other-day",
)
DATA_CHANGED = Code(
    "OIT801",
    Severity.FAULT,
    Bilingual(
        "เว็บไซต์ไม่ได้สร้างจาก {data} ที่มีอยู่ตอนนี้",
        "the site was not built from the present {data}",
    ),
    _PUBLISH_AGAIN,
    __doc__,
    "data-changed",
)
PAGES_CHANGED = Code(
    "OIT801",
    Severity.FAULT,
    Bilingual("บัญชีหน้าเว็บไม่ตรงกับข้อมูล: {page}", "the list of pages differs from the data: {page}"),
    _PUBLISH_AGAIN,
    __doc__,
    "pages-changed",
)
