"""OIT211 · ที่อยู่เว็บหรืออีเมลใช้ไม่ได้ · An invalid web or e-mail address

ไทย
    ที่อยู่เว็บที่จะเผยแพร่ต้องขึ้นต้นด้วย https:// หรือ http:// ไม่มีเว้นวรรค และไม่มีชื่อผู้ใช้หรือรหัสผ่านอยู่ในที่อยู่
    ให้คัดลอกทั้งหมดจากแถบที่อยู่ของเบราว์เซอร์ หมายเลขโทรศัพท์และอีเมลให้ใส่ในช่องของตนเอง
    ช่องอีเมลรับอีเมลเดียว เช่น saraban@example.go.th ที่อยู่ของเว็บไซต์นี้ (site_url) ต้องไม่มี ? หรือ #

English
    A published web address must begin with https:// or http:// and must not contain spaces, a
    user name or a password. Copy the whole address from the browser's address bar. Telephone
    numbers and e-mail addresses have their own fields. An e-mail field takes a single address,
    such as saraban@example.go.th. The address of this site (site_url) must not contain ? or #.

fails data/2569/o03.yml
    channels:
      - name: เว็บไซต์
        url: www.example.go.th

passes data/2569/o03.yml
    channels:
      - name: เว็บไซต์
        url: https://www.example.go.th
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT211",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นที่อยู่เว็บที่เผยแพร่ได้ แต่พบ "{text}"',
        'the field "{field}" must be a web address, found "{text}"',
    ),
    Bilingual(
        "เขียนที่อยู่เต็มที่ขึ้นต้นด้วย https:// หรือ http:// ไม่มีเว้นวรรค ชื่อผู้ใช้ หรือรหัสผ่าน "
        "หมายเลขโทรศัพท์และอีเมลให้ใส่ในช่องของตนเอง",
        "write the whole address, beginning with https:// or http://, without spaces, user name "
        "or password; telephone numbers and e-mail addresses have their own fields",
    ),
    __doc__,
)

SITE = Code(
    "OIT211",
    Severity.ERROR,
    Bilingual(
        'ที่อยู่ของเว็บไซต์นี้ (site_url) ต้องไม่มี ? หรือ # แต่พบ "{text}"',
        'the address of this site (site_url) must not contain ? or #, found "{text}"',
    ),
    Bilingual(
        "ลบตั้งแต่ ? หรือ # ไปจนจบ ที่อยู่ของทุกหน้าจะต่อท้ายที่อยู่นี้",
        "delete everything from the ? or # on; the addresses of all pages are appended to this one",
    ),
    __doc__,
)

EMAIL = Code(
    "OIT211",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นอีเมล แต่พบ "{text}"',
        'the field "{field}" must be an e-mail address, found "{text}"',
    ),
    Bilingual(
        "เขียนอีเมลเดียว เช่น saraban@example.go.th",
        "write a single e-mail address, such as saraban@example.go.th",
    ),
    __doc__,
)
