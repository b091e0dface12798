"""OIT214 · ข้อมูลขัดกันเอง · The item contradicts itself

ไทย
    ข้อหนึ่งมีได้อย่างเดียว คือมีเนื้อหา แจ้งว่าไม่มีเรื่องต้องรายงาน (nothing_to_report)
    หรือแจ้งว่าข้อนี้ไม่ใช้กับหน่วยงาน (not_applicable) ถ้าเขียนไว้มากกว่าหนึ่งอย่าง โปรแกรมไม่เลือกให้
    ให้เหลือเพียงอย่างเดียวที่ตรงกับความจริง

English
    An item can be only one of these: it has contents, it has nothing to report
    (nothing_to_report), or it does not apply to the agency (not_applicable). If the file says
    more than one, the program does not choose. Keep only what is true.

fails data/2569/o07.yml
    nothing_to_report: ปีนี้ไม่มีโครงการ
    projects:
      - name: ปรับปรุงถนนสายบ้านเหนือ

passes data/2569/o07.yml
    projects:
      - name: ปรับปรุงถนนสายบ้านเหนือ
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT214",
    Severity.ERROR,
    Bilingual(
        'ข้อนี้มีช่อง "{claim}" แต่ก็มีเนื้อหาด้วย ซึ่งขัดกัน',
        'the item has "{claim}" but also contents',
    ),
    Bilingual(
        'ถ้าเนื้อหาถูกต้อง ให้ลบช่อง "{claim}" ถ้าไม่ใช่ ให้ลบเนื้อหา',
        'delete "{claim}" if the contents are right; otherwise delete the contents',
    ),
    __doc__,
)

NOT_BOTH = Code(
    "OIT214",
    Severity.ERROR,
    Bilingual(
        "ข้อนี้มีทั้งช่อง ไม่มีเรื่องต้องรายงาน (nothing_to_report) และ "
        "ไม่เกี่ยวข้องกับหน่วยงาน (not_applicable) ซึ่งขัดกัน",
        'the item has both "nothing_to_report" and "not_applicable"',
    ),
    Bilingual(
        "ถ้าข้อนี้ใช้กับหน่วยงานแต่ไม่มีเรื่องต้องรายงาน ให้เหลือ nothing_to_report "
        "ถ้าไม่ใช้กับหน่วยงานเลย ให้เหลือ not_applicable",
        "keep nothing_to_report if the item applies but there is nothing to report; "
        "keep not_applicable if the item does not apply to the agency",
    ),
    __doc__,
)
