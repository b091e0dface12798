"""OIT704 · เลขประจำตัวผู้เสียภาษีของบุคคลธรรมดา · Tax ids of natural persons

ไทย
    เลขประจำตัวผู้เสียภาษีของบุคคลธรรมดาคือเลขประจำตัวประชาชน บนเว็บไซต์และในไฟล์ให้ดาวน์โหลด
    เลขเหล่านี้ถูกปกปิดเป็น xxxxxxxxxxxxx เสมอ (เลขนิติบุคคลซึ่งขึ้นต้นด้วย 0 แสดงตามเดิม)
    แต่ไฟล์ข้อมูลเองยังมีเลขเต็ม ถ้าโฟลเดอร์ข้อมูลอยู่ใน git ที่ผู้อื่นเปิดดูได้ ให้แทนด้วย xxxxxxxxxxxxx ในไฟล์

English
    The tax id of a natural person is that person's national id. On the site and in its
    downloads it is always masked as xxxxxxxxxxxxx (a company's tax id, which begins with 0, is
    shown). The data file still contains the full number. If the data folder is in a git
    repository that others can open, write xxxxxxxxxxxxx in the file.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: จ้างซ่อมถนน, winner: นายตัวอย่าง, winner_tax_id: 1-1111-11111-11-9}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: จ้างซ่อมถนน, winner: นายตัวอย่าง, winner_tax_id: xxxxxxxxxxxxx}
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT704",
    Severity.WARNING,
    Bilingual(
        "มีเลขประจำตัวผู้เสียภาษีของบุคคลธรรมดา {count} รายการ ปกปิดบนเว็บไซต์แล้ว แต่ยังอยู่ในไฟล์นี้",
        "tax ids of natural persons: {count}; masked on the site, but still in this file",
    ),
    Bilingual(
        "ถ้าผู้อื่นเปิดดูโฟลเดอร์ข้อมูลได้ ให้แทนเลขเหล่านี้ด้วย xxxxxxxxxxxxx",
        "if others can open the data folder, replace these ids with xxxxxxxxxxxxx",
    ),
    __doc__,
)
