"""OIT400 · ไม่พบข้อมูล · No data

ไทย
    โฟลเดอร์ข้อมูลต้องมีไฟล์ agency.yml (ข้อมูลหน่วยงาน) และโฟลเดอร์ของปีงบประมาณอย่างน้อยหนึ่งปี เช่น 2569
    ให้ตรวจว่าเรียกโปรแกรมจากโฟลเดอร์ที่ถูกต้อง หรือระบุโฟลเดอร์ข้อมูลด้วย --data
    ถ้าขอดูปีที่ไม่มีข้อมูล ให้เลือกปีที่มี หรือสร้างโฟลเดอร์ของปีนั้น

English
    A data folder must contain agency.yml (about the agency) and a folder for at least one
    fiscal year, such as 2569. Check that you run the program in the right folder, or give the
    data folder with --data. If the requested year has no data, choose a year that has, or
    create a folder for it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT400",
    Severity.ERROR,
    Bilingual(
        'ไม่พบโฟลเดอร์ข้อมูล "{folder}" หรือไม่มีไฟล์ agency.yml ในโฟลเดอร์นั้น',
        'there is no data folder "{folder}", or no agency.yml in it',
    ),
    Bilingual(
        "เข้าไปในโฟลเดอร์ของหน่วยงานก่อน (โฟลเดอร์ที่มี data/ อยู่ข้างใน) หรือระบุด้วย --data "
        "ถ้ายังไม่มี ให้เริ่มด้วย oit init",
        "change to the agency's folder (the folder that contains data/), or give the data folder "
        "with --data; to start a new one, run oit init",
    ),
    __doc__,
)

NO_YEAR = Code(
    "OIT400",
    Severity.ERROR,
    Bilingual(
        'ในโฟลเดอร์ข้อมูล "{folder}" ไม่มีโฟลเดอร์ของปีงบประมาณ',
        'the data folder "{folder}" contains no folder for a fiscal year',
    ),
    Bilingual(
        "สร้างโฟลเดอร์ชื่อเป็นปีงบประมาณ พ.ศ. เช่น 2569 แล้ววางไฟล์ของแต่ละข้อไว้ในนั้น",
        "create a folder named after the Buddhist fiscal year, such as 2569, "
        "and put the item files there",
    ),
    __doc__,
)

UNKNOWN_YEAR = Code(
    "OIT400",
    Severity.ERROR,
    Bilingual(
        "ไม่มีโฟลเดอร์ของปี {year} ปีที่มีข้อมูล: {known}",
        "there is no folder for the year {year}; years with data: {known}",
    ),
    Bilingual(
        "เลือกปีที่มีข้อมูล หรือเริ่มปีใหม่ด้วย oit new-year {year} (ปีเป็น พ.ศ.)",
        "choose a year with data, or start the year with oit new-year {year} (Buddhist era)",
    ),
    __doc__,
)
