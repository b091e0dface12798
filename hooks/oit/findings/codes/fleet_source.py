"""OIT824 · ที่มาของข้อมูลในรายชื่อใช้ไม่ได้ · A source in a list of agencies that cannot be used

ไทย
    คอลัมน์ source บอกว่าข้อมูลของหน่วยงานอยู่ที่ใด มีสามแบบ
    โฟลเดอร์ของหน่วยงานหรือ data ในนั้น นับจากโฟลเดอร์ของเครือข่าย เช่น ../ban-na,
    ที่เก็บ git ที่ลงท้ายด้วย .git เช่น https://git.example.go.th/ban-na.git หรือ ssh://…,
    หรือที่อยู่หน้าแรกของเว็บไซต์ที่สร้างด้วยโปรแกรมนี้ เช่น https://oit.example.go.th/
    สองหน่วยงานใช้ที่มาเดียวกันไม่ได้ และห้ามมีรหัสผ่านในที่อยู่

English
    The column source says where an agency's data is. There are three kinds: an agency's folder
    or data in it, from the fleet's folder (../ban-na); a git repository, whose address ends in .git
    (https://git.example.go.th/ban-na.git or ssh://…); and the front page of a published OIT site
    (https://oit.example.go.th/). Two agencies cannot have the same source, and an address must not
    contain a password.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT824",
    Severity.ERROR,
    Bilingual('ใช้ที่มา "{source}" ไม่ได้: {reason}', 'the source "{source}" cannot be used: {reason}'),
    Bilingual(
        "เขียนโฟลเดอร์ข้อมูล ที่อยู่ https หรือ ssh ของที่เก็บ git ที่ลงท้ายด้วย .git หรือที่อยู่ของเว็บไซต์",
        "write a data folder, the https or ssh address of a git repository that ends in .git, or"
        " the address of a site",
    ),
    __doc__,
)

MISSING = Code(
    "OIT824",
    Severity.ERROR,
    Bilingual("หน่วยงานนี้ไม่มีที่มาของข้อมูล (source)", "the agency has no source"),
    Bilingual(
        "กรอกโฟลเดอร์ข้อมูล ที่เก็บ git หรือที่อยู่ของเว็บไซต์ของหน่วยงาน",
        "enter the agency's data folder, git repository or site",
    ),
    __doc__,
)

DUPLICATE = Code(
    "OIT824",
    Severity.ERROR,
    Bilingual(
        'ที่มา "{source}" เป็นของหน่วยงานในบรรทัด {first} แล้ว',
        'the source "{source}" already belongs to the agency in line {first}',
    ),
    Bilingual(
        "แก้ที่มาของหน่วยงานที่ผิด หรือลบบรรทัดที่ซ้ำ",
        "correct the source of the wrong agency, or delete the duplicate line",
    ),
    __doc__,
)
