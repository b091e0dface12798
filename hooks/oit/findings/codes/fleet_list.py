"""OIT821 · รายชื่อหน่วยงานอ่านไม่ได้ · A list of agencies that cannot be read

ไทย
    oit fleet อ่านรายชื่อหน่วยงานจากไฟล์ agencies.csv ในโฟลเดอร์ของเครือข่าย ซึ่ง oit fleet init เขียนให้
    บรรทัดแรกเป็นชื่อคอลัมน์ แต่ละบรรทัดถัดไปเป็นหนึ่งหน่วยงาน บันทึกจาก Excel เป็น CSV ได้ทุกแบบ
    รายชื่อที่ผิดแม้แห่งเดียวจะไม่ถูกใช้ทั้งไฟล์ เพื่อไม่ให้หน่วยงานใดหายไปจากภาพรวมโดยไม่มีใครรู้

English
    oit fleet reads the agencies from agencies.csv in the fleet's folder, which oit fleet init
    writes. The first line names the columns, and each further line is an agency. Excel may save it
    as any kind of CSV. A list with a single fault is not used at all, so that no agency vanishes
    from the overview unnoticed.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT821",
    Severity.ERROR,
    Bilingual("ไม่พบรายชื่อหน่วยงาน", "there is no list of agencies"),
    Bilingual(
        "เข้าไปในโฟลเดอร์ที่มี agencies.csv ก่อน หรือระบุด้วย --fleet ถ้ายังไม่มี ให้เริ่มด้วย oit fleet init",
        "change to the folder that contains agencies.csv, or name it with --fleet; to start a new"
        " one, run oit fleet init",
    ),
    __doc__,
)

UNREADABLE = Code(
    "OIT821",
    Severity.ERROR,
    Bilingual("อ่านรายชื่อหน่วยงานไม่ได้: {reason}", "the list of agencies cannot be read: {reason}"),
    Bilingual(
        "เปิดไฟล์ด้วย Excel แล้วบันทึกใหม่เป็น CSV UTF-8",
        "open the file in Excel and save it again as CSV UTF-8",
    ),
    __doc__,
)

EMPTY = Code(
    "OIT821",
    Severity.ERROR,
    Bilingual("รายชื่อหน่วยงานว่าง", "the list of agencies is empty"),
    Bilingual(
        "เขียนหน่วยงานละหนึ่งบรรทัดใต้หัวตาราง {fields}",
        "write a line for each agency below the header {fields}",
    ),
    __doc__,
)

WIDTH = Code(
    "OIT821",
    Severity.ERROR,
    Bilingual(
        "แถวนี้มี {found} ช่อง แต่หัวตารางมี {width} ช่อง",
        "the row has {found} cells, but the header has {width}",
    ),
    Bilingual(
        'ตรวจจุลภาคที่เกิน ข้อความที่มีจุลภาคให้ใส่เครื่องหมายคำพูด "…" คร่อม',
        'look for an extra comma; put a text that contains commas in quotes "…"',
    ),
    __doc__,
)
