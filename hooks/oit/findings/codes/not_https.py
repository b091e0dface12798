"""OIT316 · ใช้ HTTPS เท่านั้น แต่ที่อยู่เป็น http · HTTPS only, but the address is http

ไทย
    https_only บอกเบราว์เซอร์ให้เปิดชื่อเครื่องนี้ด้วย HTTPS เท่านั้นไปอีกหนึ่งปี แต่ site_url ขึ้นต้นด้วย http://
    โปรแกรมจึงยังไม่ส่งคำสั่งนั้น ถ้าเว็บไซต์เปิดด้วย HTTPS แล้ว ให้แก้ site_url เป็น https:// ถ้ายัง ให้ลบ https_only

English
    https_only tells browsers to open this host by HTTPS alone for a year, but site_url starts
    with http://, so the site does not say it. If the site already opens by HTTPS, write https://
    in site_url; if it does not, delete https_only.

fails data/agency.yml
    name: เทศบาลตำบลตัวอย่าง
    kind: municipality
    site_url: http://oit.example.go.th/
    https_only: true

passes data/agency.yml
    name: เทศบาลตำบลตัวอย่าง
    kind: municipality
    site_url: https://oit.example.go.th/
    https_only: true
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT316",
    Severity.WARNING,
    Bilingual(
        "https_only เป็น true แต่ site_url คือ {address} จึงยังไม่มีผล",
        "https_only is true, but site_url is {address}: it has no effect",
    ),
    Bilingual(
        "แก้ site_url เป็น https:// ถ้าเว็บไซต์เปิดด้วย HTTPS แล้ว หรือลบ https_only",
        "write https:// in site_url if the site opens by HTTPS, or delete https_only",
    ),
    __doc__,
)
