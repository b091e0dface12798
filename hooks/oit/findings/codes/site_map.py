"""OIT809 · แผนผังเว็บไซต์ไม่ตรง · The site map differs from the site

ไทย
    แผนผังเว็บไซต์ (sitemap.xml) บอกเครื่องมือค้นหาว่ามีหน้าใด oit verify พบว่าไม่มีแผนผัง ขาดบางหน้า
    มีหน้าที่ไม่มีบนเว็บไซต์ หรือใช้ที่อยู่อื่น ให้ตรวจว่า site_url ใน data/agency.yml เป็นที่อยู่ที่เผยแพร่จริง
    แล้วสร้างเว็บไซต์ใหม่ด้วย oit build

English
    The site map (sitemap.xml) tells search engines which pages there are. oit verify found that
    it is missing, lacks a page, lists a page that is not on the site, or uses another address.
    Make sure that site_url in data/agency.yml is the published address, and build the site
    again with oit build.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_BUILD = Bilingual("สร้างเว็บไซต์ใหม่ด้วย oit build", "build the site again with `oit build`")

MISSING = Code(
    "OIT809",
    Severity.FAULT,
    Bilingual("ไม่มีแผนผังเว็บไซต์", "the site map is missing"),
    _BUILD,
    __doc__,
    "sitemap-missing",
)
LACKS = Code(
    "OIT809",
    Severity.FAULT,
    Bilingual("แผนผังเว็บไซต์ไม่มีหน้า {page}", "the site map lacks the page {page}"),
    _BUILD,
    __doc__,
    "sitemap-lacks",
)
UNKNOWN = Code(
    "OIT809",
    Severity.FAULT,
    Bilingual(
        "แผนผังเว็บไซต์มี {page} ซึ่งไม่มีบนเว็บไซต์",
        "the site map lists {page}, which is not on the site",
    ),
    _BUILD,
    __doc__,
    "sitemap-unknown",
)
ELSEWHERE = Code(
    "OIT809",
    Severity.FAULT,
    Bilingual(
        "แผนผังเว็บไซต์ใช้ที่อยู่ {found} แต่ data/agency.yml บอกว่าเว็บไซต์อยู่ที่ {expected}",
        "the site map uses the address {found}, but according to data/agency.yml the site is at "
        "{expected}",
    ),
    Bilingual(
        "แก้ site_url ใน data/agency.yml ให้ตรงกับที่เผยแพร่ และลบ site_url จาก mkdocs.yml แล้วสร้างใหม่",
        "set site_url in data/agency.yml to the published address, delete site_url from "
        "mkdocs.yml, and build again",
    ),
    __doc__,
    "sitemap-elsewhere",
)
PACKED = Code(
    "OIT809",
    Severity.FAULT,
    Bilingual("ไฟล์นี้ไม่ตรงกับ sitemap.xml", "the compressed file differs from sitemap.xml"),
    _BUILD,
    __doc__,
    "sitemap-packed",
)
