"""The form of the file agency.yml, which describes the agency."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, ClassVar

from oit.bilingual import Bilingual
from oit.forms.base import Form
from oit.forms.fields import (
    BackColour,
    Coordinate,
    Date,
    Email,
    Flag,
    Link,
    Name,
    OneOf,
    Picture,
    Reference,
    Rows,
    Text,
    Year,
    label,
    required,
    rows,
)
from oit.forms.licence import LICENCES
from oit.thai import writing

KINDS = {
    "municipality": "เทศบาล",
    "subdistrict": "องค์การบริหารส่วนตำบล",
    "provincial": "องค์การบริหารส่วนจังหวัด",
    "special": "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ",
    "province": "จังหวัด",
    "central": "ส่วนราชการส่วนกลาง",
    "public_organisation": "องค์การมหาชน",
    "state_enterprise": "รัฐวิสาหกิจ",
    "school": "สถานศึกษา",
    "college": "วิทยาลัยอาชีวศึกษา",
    "university": "สถาบันอุดมศึกษา",
    "hospital": "โรงพยาบาล",
    "police": "สถานีตำรวจ",
    "other": "หน่วยงานอื่น",
}

ALIASES = {
    "เทศบาลนคร": "municipality",
    "เทศบาลเมือง": "municipality",
    "เทศบาลตำบล": "municipality",
    "ทน.": "municipality",
    "ทม.": "municipality",
    "ทต.": "municipality",
    "อบต.": "subdistrict",
    "อบจ.": "provincial",
    "กรุงเทพมหานคร": "special",
    "กทม.": "special",
    "เมืองพัทยา": "special",
    "กระทรวง": "central",
    "กรม": "central",
    "โรงเรียน": "school",
    "วิทยาลัย": "college",
    "มหาวิทยาลัย": "university",
    "รพ.": "hospital",
    "สภ.": "police",
    "สน.": "police",
}
"""What people call the kinds of agency, besides their names and titles."""

LOCAL = ("municipality", "subdistrict", "provincial", "special")
"""The kinds of local administrative organisation; they have a political and a permanent side."""

Kind = Annotated[str, OneOf(KINDS, required=True)]
LicenceName = Annotated[str | None, OneOf({name: known.title for name, known in LICENCES.items()})]
Numerals = Annotated[str | None, OneOf({"arabic": "1 2 3", "thai": "๑ ๒ ๓"})]
PublishBy = Annotated[
    str | None,
    OneOf({"push": "ส่งเข้าที่เก็บ git", "zip": "ไฟล์ ZIP", "folder": "โฟลเดอร์ของเครื่องบริการ"}),
]
HttpsOnly = Annotated[bool | None, Flag({"true": "ใช่", "false": "ไม่ใช่"})]


def known_kind(text: str) -> str | None:
    """Return the name of a kind of agency, by its name, its title or what people call it."""
    return _by_words().get(_words(text))


@cache
def _by_words() -> dict[str, str]:
    names = {_words(name): name for name in KINDS}
    titles = {_words(title): name for name, title in KINDS.items()}
    return names | titles | {_words(alias): name for alias, name in ALIASES.items()}


def _words(text: str) -> str:
    """Return the text without what people leave out or write otherwise."""
    return writing.fold(text).replace(".", "").replace(" ", "").replace("-", "_")


class Round(Form):
    """The dates of one year's assessment, as announced to the agency."""

    year: Year = label("ปีงบประมาณ")
    opens: Date = label("วันเปิดรับคำตอบ")
    closes: Date = label("วันปิดรับคำตอบ")


class Agency(Form):
    """Name, kind and location of the agency, and settings of its site."""

    RETIRED: ClassVar[Mapping[str, Bilingual]] = {
        "admin": Bilingual(
            "แก้ข้อมูลในเบราว์เซอร์ด้วย oit desk แทนหน้า /admin/",
            "edit in the browser with `oit desk` instead of /admin/",
        )
    }

    name: Name = required("ชื่อหน่วยงาน")
    name_en: Text = label("ชื่อภาษาอังกฤษ")
    kind: Kind = required("ประเภทหน่วยงาน")
    id: Reference = label(
        "รหัสหน่วยงาน", "รหัสที่ทางการใช้ เช่น รหัส อปท. ให้ผู้รวบรวมหลายหน่วยงานแยกชื่อที่ซ้ำกันได้"
    )
    checklist: Text = label("แบบวัด", "เว้นว่างคือ general")
    motto: Text = label("คำขวัญ/วิสัยทัศน์")
    about: Text = label("เกี่ยวกับหน่วยงาน", "สองสามประโยคสำหรับหน้าแรก")
    notice: Text = label("ข้อความแจ้งผู้อ่าน", "แสดงบนหน้าแรก รายการข้อ และหน้าข้อ เช่น เว็บไซต์นี้เป็นตัวอย่าง")
    district: Text = label("อำเภอ")
    province: Text = label("จังหวัด")
    address: Text = label("ที่อยู่")
    postcode: Reference = label("รหัสไปรษณีย์")
    phone: Reference = label("โทรศัพท์")
    hours: Reference = label("เวลาทำการ")
    email: Email = label("E-mail")
    latitude: Coordinate = label("ละติจูด")
    longitude: Coordinate = label("ลองจิจูด")
    website: Link = label("เว็บไซต์หลัก")
    site_url: Link = label("ที่อยู่ของเว็บไซต์นี้")
    https_only: HttpsOnly = label(
        "ใช้ HTTPS เท่านั้น", "true เมื่อทุกเว็บไซต์บนชื่อเครื่องนี้ใช้ HTTPS แล้ว มีผลหนึ่งปี ถอนคืนไม่ได้"
    )
    logo: Picture = label("ตราหน่วยงาน", "ภาพจัตุรัสอย่างน้อย 180 จุด ใต้ docs/ เช่น files/2569/logo.png")
    colour: BackColour = label("สีของหน่วยงาน", "รหัสสีเข้ม ในเครื่องหมายคำพูด สำหรับแถบบน ปุ่ม และลิงก์")
    numerals: Numerals = label("ตัวเลขบนเว็บไซต์")
    licence: LicenceName = label("สัญญาอนุญาตของข้อมูล", "ผู้อื่นนำข้อมูลไปใช้ได้อย่างไร")
    publish: PublishBy = label(
        "วิธีเผยแพร่", "ของปุ่มเผยแพร่ใน oit desk เว้นว่างคือ push ถ้ามีที่เก็บ git ปลายทาง ถ้าไม่มีคือ zip"
    )
    calendar: Annotated[list[Round], Rows] = rows("ปฏิทินการประเมิน")

    @property
    def is_https_only(self) -> bool:
        """Whether browsers may be bound to HTTPS: asked for, and not contradicted."""
        return bool(self.https_only) and not (self.site_url or "").lower().startswith("http:")

    def closing_day(self, year: int) -> date | None:
        """Return the last day to submit answers for a year, or ``None`` if not announced."""
        return next((entry.closes for entry in self.calendar if entry.year == year), None)
