"""OIT309 · PDF ที่ไม่มีข้อความ (ภาพสแกน) · A PDF without text (a scan)

ไทย
    ทุกหน้าของ PDF เป็นภาพ จึงค้นคำไม่ได้ คัดลอกไม่ได้ และโปรแกรมอ่านหน้าจอของคนตาบอดอ่านไม่ได้
    โปรแกรมนี้ก็ตรวจข้อมูลส่วนบุคคลในภาพไม่ได้ ให้เผยแพร่ PDF ที่ส่งออกจาก Word หรือ Excel โดยตรง
    ถ้าต้องเป็นฉบับลงนาม ให้สแกนแบบรู้จำตัวอักษร (OCR) หรือเผยแพร่ทั้งสองฉบับ

English
    Every page of the PDF is a picture: nobody can search or copy its words, screen readers of
    blind people cannot read it, and this program cannot look for personal data in it. Publish
    the PDF that Word or Excel exports. If it must be the signed copy, scan it with text
    recognition (OCR), or publish both.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT309",
    Severity.WARNING,
    Bilingual(
        '"{name}" เป็นภาพสแกน ไม่มีข้อความให้ค้นหรือคัดลอก',
        '"{name}" is a scan: it has no text to search or copy',
    ),
    Bilingual(
        "เผยแพร่ PDF ที่ส่งออกจาก Word หรือ Excel หรือสแกนใหม่แบบรู้จำตัวอักษร (OCR)",
        "publish the PDF that Word or Excel exports, or scan it with text recognition (OCR)",
    ),
    __doc__,
)
