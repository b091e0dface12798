"""OIT808 · Content-Security-Policy ไม่ครบ · The Content-Security-Policy is incomplete

ไทย
    ทุกหน้าต้องมี Content-Security-Policy ซึ่งบอกเบราว์เซอร์ให้เรียกใช้เฉพาะสคริปต์ของเว็บไซต์เอง oit verify
    พบว่าหน้านี้ไม่มี มีช้าไป อ่อนลง หรือมีสคริปต์ที่ไม่ได้อนุญาต ให้สร้างเว็บไซต์ใหม่ด้วย oit build
    โดยไม่แก้หน้าเว็บหรือธีม ถ้าไม่มีใครใส่สคริปต์นั้น เว็บไซต์อาจถูกแก้ไข ให้แจ้งผู้ดูแลระบบ

English
    Every page must have a Content-Security-Policy that lets browsers run only the site's own
    scripts. oit verify found that the policy is missing, comes too late or allows too much, or
    that the page has a script that is not allowed. Build the site again with oit build, without
    changes to pages or theme. If nobody added the script, the site may have been tampered with:
    tell the IT staff.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_BUILD = Bilingual(
    "สร้างเว็บไซต์ใหม่ด้วย oit build และธีมใน hooks/oit/theme โดยไม่แก้หน้าเว็บ",
    "build the site again with `oit build` and the theme of hooks/oit/theme; do not edit pages",
)

MISSING = Code(
    "OIT808",
    Severity.FAULT,
    Bilingual("ไม่มี Content-Security-Policy", "the Content-Security-Policy is missing"),
    _BUILD,
    __doc__,
    "policy-missing",
)
LATE = Code(
    "OIT808",
    Severity.FAULT,
    Bilingual(
        "Content-Security-Policy อยู่หลังสคริปต์หรือสไตล์ จึงคุ้มครองไม่ครบ",
        "the Content-Security-Policy comes after scripts or styles, which it does not govern",
    ),
    _BUILD,
    __doc__,
    "policy-late",
)
WEAK = Code(
    "OIT808",
    Severity.FAULT,
    Bilingual(
        "Content-Security-Policy ไม่ครบหรืออ่อนลง: {part}",
        "the Content-Security-Policy is incomplete or allows too much: {part}",
    ),
    _BUILD,
    __doc__,
    "policy-weak",
)
UNUSED_HASH = Code(
    "OIT808",
    Severity.FAULT,
    Bilingual(
        "Content-Security-Policy อนุญาตสคริปต์ที่ไม่มีในหน้า: {digest}",
        "the Content-Security-Policy allows a script that is not on the page: {digest}",
    ),
    _BUILD,
    __doc__,
    "policy-hash",
)
INLINE_SCRIPT = Code(
    "OIT808",
    Severity.FAULT,
    Bilingual(
        "มีสคริปต์ในหน้าที่ไม่ได้อนุญาต: {script}", "the page has a script that is not allowed: {script}"
    ),
    Bilingual(
        "ลบสคริปต์ออกจากหน้าใน docs/ ถ้าท่านไม่ได้ใส่เอง เว็บไซต์อาจถูกแก้ไข ให้แจ้งผู้ดูแลระบบ",
        "remove it from the page in docs/; if nobody put it there, the site may have been "
        "tampered with: tell the IT staff",
    ),
    __doc__,
    "inline-script",
)
