"""The tables of a fleet: their columns, the types, and what they mean."""

from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.views.datasets.dataset import Field, FieldType


class Column(NamedTuple):
    """A column of a table."""

    name: str
    type: FieldType
    title: Bilingual
    meaning: Bilingual = Bilingual("", "")

    @property
    def field(self) -> Field:
        """The column as the dictionaries of all tables have it."""
        th, en = self.meaning
        return Field(self.name, self.type, self.title.th, f"{th} · {en}" if th else self.title.en)


class Table(NamedTuple):
    """A table of a fleet."""

    name: str
    title: Bilingual
    meaning: Bilingual
    columns: tuple[Column, ...]
    is_public: bool = True
    """Whether it may be published; otherwise, it is for the staff of the office."""

    @property
    def audience(self) -> str:
        """For whom it is, as the dictionary and the package say it."""
        return "public" if self.is_public else "staff"


_KNOWN = (
    Column(
        "result",
        "string",
        Bilingual("สถานะของผล", "standing of the result"),
        Bilingual(
            "current ผลของครั้งล่าสุด, earlier ครั้งล่าสุดอ่านไม่ได้ เป็นผลครั้งก่อน,"
            " unread ยังไม่เคยอ่านได้, not_run ยังไม่ได้ตรวจ",
            "current: of the newest try; earlier: the last good result, as that try failed;"
            " unread: never read so far; not_run: not examined yet",
        ),
    ),
    Column(
        "how",
        "string",
        Bilingual("รู้ได้อย่างไร", "how it is known"),
        Bilingual(
            "examined ตรวจข้อมูลเอง, reported เว็บไซต์ของหน่วยงานรายงานเอง,"
            " verified ตรวจข้อมูลเองและตรงกับเว็บไซต์",
            "examined: from the data; reported: by the agency's own site;"
            " verified: from the data, and the site is made of the same",
        ),
    ),
)
"""Each row says how it is known."""
_DAY_OF_RESULT = Column(
    "day",
    "date",
    Bilingual("วันที่ของผล", "day of the result"),
    Bilingual(
        "วันที่ตรวจ หรือวันที่เว็บไซต์ของหน่วยงานบอก ผลครั้งก่อน (earlier) เป็นของวันนี้ ไม่ใช่ของครั้งล่าสุด",
        "the day of the check, or the day that the site names;"
        " an earlier result is of this day, not of the newest try",
    ),
)

_AGENCY = Column(
    "agency",
    "string",
    Bilingual("รหัสหน่วยงาน", "agency"),
    Bilingual("ตรงกับ id ในตาราง agency", "the id in the table agency"),
)
_YEAR = Column("year", "integer", Bilingual("ปีงบประมาณ (พ.ศ.)", "fiscal year (Buddhist era)"))
_CHECKLIST = Column(
    "checklist",
    "string",
    Bilingual("แบบวัด", "checklist"),
    Bilingual(
        "เลขข้อมีความหมายเมื่อรู้แบบวัดและปี", "numbers of items mean something only with it and the year"
    ),
)
_ITEM = Column("item", "string", Bilingual("ข้อ", "item"))
_STATUS_OF_ELEMENTS = Bilingual(
    "shown แสดงในข้อมูล, attested อยู่ในเอกสาร, none_declared แจ้งว่าไม่มี, not_applicable ไม่เกี่ยวข้อง,"
    " partial มีบางส่วน, outdated ไม่ใช่ของปีที่กำหนด, missing ยังไม่มี",
    "shown: in the data; attested: in a document; none_declared: there is none; not_applicable;"
    " partial: a part of it; outdated: of another year; missing",
)
_STATUS_OF_ITEMS = Bilingual(
    "complete ครบ, partial บางส่วน, missing ยังไม่มี, not_applicable ไม่เกี่ยวข้อง",
    "complete, partial, missing, not_applicable",
)


def _count(name: str, th: str, en: str) -> Column:
    return Column(name, "integer", Bilingual(th, en))


def _text(name: str, th: str, en: str) -> Column:
    return Column(name, "string", Bilingual(th, en))


def _day(name: str, th: str, en: str) -> Column:
    return Column(name, "date", Bilingual(th, en))


AGENCY = Table(
    "agency",
    Bilingual("หน่วยงาน", "Agencies"),
    Bilingual(
        "ทุกหน่วยงานในรายชื่อ แห่งละหนึ่งแถว แม้อ่านไม่ได้หรือยังไม่ได้ตรวจ",
        "every agency of the list, even if it could not be read or was not examined yet",
    ),
    (
        _text("id", "รหัส", "id"),
        _text("name", "ชื่อ", "name"),
        _text("kind", "ประเภท", "kind"),
        _text("province", "จังหวัด", "province"),
        _text("district", "อำเภอ", "district"),
        Column(
            "site",
            "string",
            Bilingual("เว็บไซต์", "site"),
            Bilingual(
                "ที่มาในรายชื่อ หรือ site_url ในข้อมูลของหน่วยงาน",
                "the source in the list, or site_url in the agency's data",
            ),
        ),
        *_KNOWN,
        _DAY_OF_RESULT,
        Column(
            "age_days",
            "integer",
            Bilingual("อายุของผล (วัน)", "age of the result (days)"),
            Bilingual(
                "นับถึงวันตรวจล่าสุดของรายชื่อนี้",
                "until the newest day on which any listed agency was examined",
            ),
        ),
        _YEAR,
        _CHECKLIST,
        Column(
            "readiness",
            "string",
            Bilingual("ความพร้อม", "readiness"),
            Bilingual(
                "ready ครบทุกข้อที่เกี่ยวข้อง, mostly_missing ยังไม่มีเกินครึ่ง, under_way อื่น ๆ, no_data ไม่มีผล",
                "ready: every applicable item is complete;"
                " mostly_missing: more than half are missing;"
                " under_way: others; no_data: there is no result",
            ),
        ),
        _count("items", "จำนวนข้อ", "items"),
        _count("complete", "ข้อที่ครบ", "complete items"),
        _count("partial", "ข้อที่มีบางส่วน", "partial items"),
        _count("missing", "ข้อที่ยังไม่มี", "missing items"),
        _count("not_applicable", "ข้อที่ไม่เกี่ยวข้อง", "items that do not apply"),
        _count("elements", "จำนวนองค์ประกอบ", "elements"),
        _count("elements_there", "องค์ประกอบที่มีแล้ว", "elements that are there"),
        _count("elements_lacking", "องค์ประกอบที่ขาด", "elements that are lacking"),
        _count("fallen", "ข้อที่ถอยลงจากผลก่อน", "items that are worse than in the result before"),
    ),
)
ITEM = Table(
    "item",
    Bilingual("ข้อ", "Items"),
    Bilingual("ทุกข้อของทุกหน่วยงานที่มีผล", "every item of every agency with a result"),
    (
        _AGENCY,
        _YEAR,
        _CHECKLIST,
        _ITEM,
        _text("title", "ชื่อข้อ", "title"),
        _text("indicator", "ตัวชี้วัด", "indicator"),
        Column("status", "string", Bilingual("สถานะ", "status"), _STATUS_OF_ITEMS),
        _count("elements", "จำนวนองค์ประกอบ", "elements"),
        _count("elements_lacking", "องค์ประกอบที่ขาด", "elements that are lacking"),
        _text("url", "ที่อยู่ในเว็บไซต์ของหน่วยงาน", "address within the agency's site"),
        *_KNOWN,
        _DAY_OF_RESULT,
    ),
)
ELEMENT = Table(
    "element",
    Bilingual("องค์ประกอบด้านข้อมูล", "Elements"),
    Bilingual(
        "ทุกองค์ประกอบของทุกข้อ ทั้งประเทศมีแถวเกินที่ Excel เปิดได้ ให้ใช้ Parquet",
        "every element of every item; those of a nation are more rows than Excel opens:"
        " use the Parquet file",
    ),
    (
        _AGENCY,
        _YEAR,
        _CHECKLIST,
        _ITEM,
        _text("element", "องค์ประกอบ", "element"),
        _text("text", "ข้อความในแบบวัด", "text of the checklist"),
        Column("status", "string", Bilingual("สถานะ", "status"), _STATUS_OF_ELEMENTS),
        _text("basis", "ความแน่ชัดของแบบวัด", "how sure the checklist is"),
        _count("have", "จำนวนที่มี", "how many there are"),
        _count("needed", "จำนวนที่ต้องมี", "how many are needed"),
        _text("unit", "หน่วยนับ", "unit"),
        _text("lacking", "สิ่งที่ขาด", "what is lacking"),
        *_KNOWN,
        _DAY_OF_RESULT,
    ),
)
FINDING = Table(
    "finding",
    Bilingual("สิ่งที่พบ", "Findings"),
    Bilingual(
        "สำหรับเจ้าหน้าที่: ตำแหน่งในไฟล์และคำเตือนไม่ใช่ข้อมูลสาธารณะ หน่วยงานที่รายงานเองบอกเฉพาะสิ่งที่ขาด",
        "for staff: places in files and warnings are not public;"
        " agencies that report themselves name only gaps",
    ),
    (
        _AGENCY,
        _YEAR,
        _CHECKLIST,
        _ITEM,
        _text("element", "องค์ประกอบ", "element"),
        _text("code", "รหัส", "code"),
        Column(
            "severity",
            "string",
            Bilingual("ระดับ", "severity"),
            Bilingual("error ใช้ไม่ได้, gap ขาด, warning คำเตือน", "error, gap, warning"),
        ),
        _text("file", "ไฟล์", "file"),
        _count("line", "บรรทัด", "line"),
        _text("message", "ข้อความ", "message"),
        *_KNOWN,
        _DAY_OF_RESULT,
    ),
    is_public=False,
)
FAILURE = Table(
    "failure",
    Bilingual("หน่วยงานที่อ่านไม่ได้", "Failures"),
    Bilingual(
        "สำหรับเจ้าหน้าที่: ทุกแห่งที่ครั้งล่าสุดอ่านไม่ได้ พร้อมวิธีแก้ เหตุอาจมีชื่อโฟลเดอร์และที่อยู่ภายใน",
        "for staff: every agency whose newest try failed, and how to fix it;"
        " reasons may name folders and addresses of the office",
    ),
    (
        _AGENCY,
        _text("code", "รหัสเหตุ", "code"),
        _day("since", "ตั้งแต่วันที่", "since"),
        Column(
            "tries",
            "integer",
            Bilingual("ลองแล้ว (ครั้ง)", "tries"),
            Bilingual("ลองซ้ำในวันเดียวกันนับครั้งเดียว", "repeated tries of a day count once"),
        ),
        _day("tried", "ลองล่าสุด", "last try"),
        _text("reason_th", "เหตุ", "reason in Thai"),
        _text("reason_en", "เหตุ (อังกฤษ)", "reason"),
        _text("fix_th", "วิธีแก้", "how to fix it, in Thai"),
        _text("fix_en", "วิธีแก้ (อังกฤษ)", "how to fix it"),
        _day("last_read", "อ่านได้ล่าสุด", "last read"),
        *_KNOWN,
    ),
    is_public=False,
)
CHANGE = Table(
    "change",
    Bilingual("ข้อที่เปลี่ยน", "Changes"),
    Bilingual(
        "ข้อที่สถานะต่างจากผลก่อนหน้าของปีเดียวกัน",
        "items with another status than in the result before, of the same year",
    ),
    (
        _AGENCY,
        _YEAR,
        _CHECKLIST,
        _ITEM,
        Column("status_before", "string", Bilingual("เดิม", "status before"), _STATUS_OF_ITEMS),
        Column("status", "string", Bilingual("ปัจจุบัน", "status"), _STATUS_OF_ITEMS),
        Column(
            "direction",
            "string",
            Bilingual("ทิศทาง", "direction"),
            Bilingual(
                "improved ดีขึ้น, fell ถอยลง, other อื่น ๆ เช่น เริ่มหรือเลิกเกี่ยวข้อง",
                "improved, fell, other: such as an item that began or ceased to apply",
            ),
        ),
        _day("day_before", "วันที่ของผลก่อน", "day of the result before"),
        _text("how_before", "ผลก่อนรู้ได้อย่างไร", "how the result before is known"),
        _day("day", "วันที่อ่านผลนี้", "day on which this result was read"),
        *_KNOWN,
    ),
)
TABLES = (AGENCY, ITEM, ELEMENT, FINDING, FAILURE, CHANGE)
