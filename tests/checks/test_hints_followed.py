"""A catalogue of all codes: what the hint of each says is done, and the result is accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from fpdf import FPDF
from PIL import ExifTags, Image

from given import TODAY
from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.cli.commands.explain import catalogue
from oit.data.folder import DataFolder
from oit.findings.documentation import explain
from oit.findings.finding import Code, Finding
from sent_files import REPORT
from small_agency import CHECKLIST

Files = Mapping[str, "str | bytes | Path | None"]
"""Contents by path; a path is what a link leads to, and ``None`` deletes the file."""

WORDS = "A page with words that can be searched and copied by everybody."
# Its name allows the names of the documentation.
AGENCY = "name: หน่วยงานตัวอย่าง\nkind: municipality\n"


@dataclass(frozen=True)
class Followed:
    """A phrase of a hint, and what an officer does who follows it."""

    says: str
    """The phrase; the hint of the finding must contain it."""
    change: Files = field(default_factory=dict)
    """The files afterwards; without any, those of the passing example in the documentation."""
    before: Files = field(default_factory=dict)
    """The files with the fault; without any, those of the failing example."""


def a_picture(taken_by: str = "", size: tuple[int, int] = (40, 30)) -> bytes:
    stream, exif = BytesIO(), Image.Exif()
    if taken_by:
        exif[ExifTags.Base.Artist] = taken_by
    Image.new("RGB", size).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def a_pdf(pages: int = 1, password: str = "", text: str = WORDS) -> bytes:
    """Make a PDF with words that can be searched."""
    pdf = FPDF()
    pdf.set_font("helvetica")
    for _ in range(pages):
        pdf.add_page()
        if text:
            pdf.cell(text=text)
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    return bytes(pdf.output())


MAP = "documents:\n  - {title: แผนที่, file: files/map.%s, shows: {address: %s}}\n"
REPORTED = "documents:\n  - {title: รายงาน, file: files/report.pdf, shows: {recommendations: %s}}\n"
TABLE = "data/2569/procurement.csv"
ROWS: Files = {"data/2569/o11.yml": "rows: procurement.csv\n"}
PURCHASE = "month,name,method\n2568-10,ซื้อวัสดุ,เฉพาะเจาะจง\n"
EVERY_MONTH = "".join(
    f"  - {{month: {month}, nothing: ไม่มีการจัดซื้อจัดจ้าง}}\n"
    for month in ("2568-10", "2568-11", "2568-12", "2569-01", "2569-02", "2569-03")
)

GENERAL = CHECKLIST.replace("checklist: small", "checklist: general")

FOLLOWED = {
    "OIT101": Followed(
        "บันทึกไฟล์ใหม่เป็น UTF-8",
        {"data/2569/o03.yml": "summary: ติดต่อ\n"},
        {"data/2569/o03.yml": "summary: ติดต่อ\n".encode("cp874")},
    ),
    "OIT102": Followed("แก้ที่บรรทัดนี้"),
    "OIT103": Followed("ลบแท็บแล้วเคาะเว้นวรรคแทน"),
    "OIT104": Followed("เหลือไว้ช่องเดียว"),
    "OIT105": Followed("ถ้าไม่ใช่ ให้ลบออก"),
    "OIT106": Followed("ลดจำนวนชั้นของข้อมูล"),
    "OIT107": Followed(
        "วางสำเนาของไฟล์จริงไว้แทนทางลัด",
        {"data/2569/o03.yml": "phone: 0 4599 9999\n"},
        {"other.yml": "phone: 0 4599 9999\n", "data/2569/o03.yml": Path("../../other.yml")},
    ),
    "OIT108": Followed('ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ'),
    "OIT109": Followed("ลบออกแล้วเคาะแป้นเว้นวรรคใหม่"),
    "OIT110": Followed(
        "ตั้งชื่อไฟล์ตามเลขข้อ",
        {"data/2569/o033.yml": None, "data/2569/o03.yml": "phone: 0 4599 9999\n"},
    ),
    "OIT200": Followed(
        "สร้างไฟล์ data/2569/o03.yml แล้วกรอก",
        {"data/2569/o03.yml": "phone: 0 4599 9999\n"},
        {"data/2569/o04.yml": "news: [{title: ประกาศปิดถนน, date: 2569-01-15}]\n"},
    ),
    "OIT201": Followed("กรอกช่อง ปัญหา/อุปสรรค (problems)"),
    "OIT202": Followed("เติมในรายการนั้น"),
    "OIT203": Followed("เพิ่มรายการใน ผู้บริหาร (people)"),
    "OIT204": Followed("เปลี่ยนเป็นข้อมูลของปีงบประมาณ 2568"),
    "OIT205": Followed("แก้ชื่อช่อง"),
    "OIT231": Followed("ลบช่องนี้"),
    "OIT206": Followed('ให้ขึ้นต้นด้วย "- " และย่อหน้าเท่ากัน'),
    "OIT207": Followed('เติมช่อง "โครงการ/กิจกรรม (name)"'),
    "OIT208": Followed("15 ม.ค. 2569", {"data/2569/o03.yml": "updated: 15 ม.ค. 2569\n"}),
    "OIT209": Followed("เขียนปีเป็น 2569"),
    "OIT210": Followed("เขียนเฉพาะตัวเลข"),
    "OIT211": Followed("เขียนที่อยู่เต็มที่ขึ้นต้นด้วย https://"),
    "OIT212": Followed("head (ผู้บริหารสูงสุด)"),
    "OIT214": Followed('ให้ลบช่อง "ไม่มีเรื่องต้องรายงาน (nothing_to_report)"'),
    "OIT215": Followed("ใส่เนื้อหาของข้อนี้แทน"),
    "OIT216": Followed("กรอกข้อมูลของข้อ"),
    "OIT217": Followed(
        "เขียนอักษรนำกับเลข",
        {"data/2569/ita.yml": "results:\n  questions: [{id: O7, score: 95}]\n"},
        {"data/2569/ita.yml": "results:\n  questions: [{id: ข้อเจ็ด, score: 95}]\n"},
    ),
    "OIT218": Followed("ให้เขียนให้ละเอียดกว่าตัวอย่าง"),
    "OIT219": Followed("เขียนสิ่งที่ช่องนี้ขอ"),
    "OIT220": Followed('แล้วลบ "# ปรับเป็นปี 2569"'),
    "OIT221": Followed("เดือนที่ไม่มีรายการให้เขียน nothing: ไม่มีการจัดซื้อจัดจ้าง"),
    "OIT222": Followed(
        "วางไฟล์ใน docs/files/ แล้วเพิ่มใน documents",
        {
            "docs/files/a.pdf": a_pdf(),
            "docs/files/a.csv": "เดือน,จำนวน\nตุลาคม,1\n",
            "data/2569/o11.yml": "documents: [{title: สขร. 1, file: files/a.pdf}, "
            f"{{title: สขร. 1, file: files/a.csv}}]\nmonths:\n{EVERY_MONTH}",
        },
        {"data/2569/o11.yml": f"months:\n{EVERY_MONTH}"},
    ),
    "OIT223": Followed(
        "เพิ่มใน documents: - {title: ชื่อเอกสาร, file: files/…, shows: {province: หน้า}}",
        {
            "docs/files/a.pdf": a_pdf(),
            "data/2569/o01.yml": "documents:\n"
            "  - {title: โครงสร้าง, file: files/a.pdf, shows: {province: 1}}\n",
        },
        {
            "data/agency.yml": AGENCY.replace("municipality", "province"),
            "data/2569/o01.yml": "duties: [จัดบริการสาธารณะ]\n",
        },
    ),
    "OIT224": Followed("ลงวันที่ตรวจในช่อง updated"),
    "OIT225": Followed("ถ้าว่างจริง ให้ลบ E-mail (email)"),
    "OIT226": Followed("เขียนข้อมูลจริง"),
    "OIT227": Followed("เขียนสิ่งที่แต่ละช่องขอ"),
    "OIT228": Followed("ลบช่องนี้แล้วใส่ข้อมูลของข้อ", {"data/2569/o03.yml": "phone: 0 4599 9999\n"}),
    "OIT229": Followed("เขียนรหัสสีในเครื่องหมายคำพูด"),
    "OIT230": Followed("ใช้สีที่เข้มขึ้น"),
    "OIT235": Followed("เพิ่มเอกสาร"),
    "OIT237": Followed("แก้"),
    "OIT301": Followed(
        "วางไฟล์ไว้ตามที่อยู่นี้",
        {"docs/files/map.pdf": a_pdf()},
        {"data/2569/o03.yml": MAP % ("pdf", 1)},
    ),
    "OIT302": Followed(
        "แก้นามสกุลให้ตรงกับเนื้อใน",
        {
            "docs/files/map.pdf": None,
            "docs/files/map.txt": "แผนที่\n",
            "data/2569/o03.yml": MAP % ("txt", 1),
        },
        {"docs/files/map.pdf": "แผนที่\n", "data/2569/o03.yml": MAP % ("pdf", 1)},
    ),
    "OIT303": Followed(
        "แก้เลขหน้า",
        {"data/2569/o03.yml": MAP % ("pdf", 2)},
        {"docs/files/map.pdf": a_pdf(2), "data/2569/o03.yml": MAP % ("pdf", 3)},
    ),
    "OIT304": Followed(
        "โดยไม่ตั้งรหัสผ่าน แล้ววางแทนไฟล์เดิม",
        {"docs/files/map.pdf": a_pdf()},
        {
            "docs/files/map.pdf": a_pdf(password="secret"),  # noqa: S106 - of no account
            "data/2569/o03.yml": MAP % ("pdf", 1),
        },
    ),
    "OIT305": Followed(
        "ให้ลบช่องนี้ไปก่อน",
        {"data/2569/o02.yml": "people:\n  - {name: นาย ก ใจดี}\n"},
        {"data/2569/o02.yml": "people:\n  - {name: นาย ก ใจดี, photo: ไม่มี}\n"},
    ),
    "OIT306": Followed(
        "แก้ชื่อในช่อง shows",
        {"data/2569/o03.yml": MAP % ("pdf", 1)},
        {
            "docs/files/map.pdf": a_pdf(),
            "data/2569/o03.yml": (MAP % ("pdf", 1)).replace("address", "adress"),
        },
    ),
    "OIT307": Followed("ลบไฟล์นี้ออกจาก docs/", {"docs/files/2569/map.js": None}),
    "OIT308": Followed("ให้ใส่ลิงก์ธรรมดา"),
    "OIT309": Followed(
        "เผยแพร่ PDF ที่ส่งออกจาก Word หรือ Excel",
        {"docs/files/map.pdf": a_pdf()},
        {"docs/files/map.pdf": a_pdf(text=""), "data/2569/o03.yml": MAP % ("pdf", 1)},
    ),
    "OIT310": Followed("เขียนเนื้อหาในช่องของข้อ"),
    "OIT311": Followed("ให้ลบไฟล์", {"docs/files/2569/notes.txt": None}),
    "OIT312": Followed(
        "แบ่งเป็นหลายไฟล์",
        {"docs/files/map.pdf": a_pdf()},
        {
            "docs/files/map.pdf": a_pdf() + b"%" * 31_000_000,
            "data/2569/o03.yml": MAP % ("pdf", 1),
        },
    ),
    "OIT313": Followed(
        "เปลี่ยนชื่อไฟล์",
        {"docs/files/2569/แผน?.txt": None, "docs/files/2569/แผน.txt": "แผน\n"},
    ),
    "OIT314": Followed(
        "หรือลบไฟล์",
        {"docs/files/2569/plan.pdf": None},
    ),
    "OIT315": Followed(
        "เพิ่ม PDF ใน documents",
        {
            "docs/files/map.pdf": a_pdf(),
            "data/2569/o03.yml": MAP % ("pdf", 1) + "  - {title: ภาพแผนที่, file: files/map.jpg}\n",
        },
        {"docs/files/map.jpg": a_picture(), "data/2569/o03.yml": MAP % ("jpg", 1)},
    ),
    "OIT316": Followed("แก้ site_url เป็น https://"),
    "OIT317": Followed(
        "แก้เลขหน้า",
        {"data/2569/o07.yml": REPORTED % 8},
        {"docs/files/report.pdf": REPORT.read_bytes(), "data/2569/o07.yml": REPORTED % 5},
    ),
    "OIT400": Followed(
        "สร้างโฟลเดอร์ชื่อเป็นปีงบประมาณ พ.ศ. เช่น 2569",
        {"data/2569x/o03.yml": None, "data/2569/o03.yml": "phone: 0 4599 9999\n"},
        {"data/2569x/o03.yml": "phone: 0 4599 9999\n"},
    ),
    "OIT401": Followed(
        "ใช้แบบวัดที่มี (general-2565",
        {"data/agency.yml": AGENCY},
        {
            "data/agency.yml": f"{AGENCY}checklist: generl\n",
            "data/2569/o03.yml": "phone: 0 4599 9999\n",
        },
    ),
    "OIT402": Followed(
        "แก้ไฟล์แบบวัด",
        {"data/checklists/small-2569.yml": CHECKLIST},
        {
            "data/agency.yml": f"{AGENCY}checklist: small\n",
            "data/2569/o01.yml": "phone: 0 4599 9999\n",
            "data/checklists/small-2569.yml": CHECKLIST.replace("rule: present", "rule: presnt"),
        },
    ),
    "OIT408": Followed("ลงวันที่ตรวจในช่อง updated"),
    "OIT409": Followed(
        'แก้ช่อง owner เป็น "สำนักปลัดเทศบาล"',
        {"data/2569/o04.yml": "owner: สำนักปลัดเทศบาล\n"},
        {
            "data/2569/o03.yml": "owner: สำนักปลัดเทศบาล\n",
            "data/2569/o04.yml": "owner: สำนักปลัดเทศบาลฯ\n",
            "data/2569/o05.yml": "owner: สำนักปลัดเทศบาล\n",
        },
    ),
    "OIT410": Followed("เขียนสิ่งที่ช่องนี้ขอ"),
    "OIT411": Followed(
        "แก้เลขข้อหรือ indicator ของข้อนี้",
        {"data/checklists/general-2569.yml": GENERAL},
        {
            "data/2569/o01.yml": "phone: 0 4599 9999\n",
            "data/checklists/general-2569.yml": GENERAL.replace("id: O1\n", "id: O20\n"),
        },
    ),
    "OIT420": Followed("แก้วัน เดือน หรือปีให้ตรงกับวันที่เกิดขึ้นจริง"),
    "OIT421": Followed("แก้เดือนหรือปีของรายการนี้"),
    "OIT422": Followed("ตรวจตัวเลขทั้งสองช่อง"),
    "OIT423": Followed("ตรวจจำนวนทั้งสามช่อง"),
    "OIT424": Followed("ลบเครื่องหมายลบ"),
    "OIT425": Followed("ตรวจปีของทั้งสองช่อง"),
    "OIT426": Followed("เขียน latitude: 15.22 และ longitude: 104.85"),
    "OIT427": Followed(
        "ลบออกให้เหลือแต่ข้อความ",
        {"data/2569/o03.yml": "address: 99 หมู่ 2 ตำบลบ้านใหม่\n"},
        {"data/2569/o03.yml": "address: 99 หมู่ 2<br>ตำบลบ้านใหม่\n"},
    ),
    "OIT501": Followed("เขียนช่อง ระยะเวลา (period) ให้บอกเดือนหรือไตรมาสสุดท้าย"),
    "OIT502": Followed("กรอกช่อง ความก้าวหน้า (progress)"),
    "OIT503": Followed("เพิ่ม i2 ในช่อง ข้อที่เกี่ยวข้อง (questions)"),
    "OIT504": Followed("ตัวชี้วัดที่ (indicator)"),
    "OIT505": Followed("กรอกช่อง ความก้าวหน้า (progress) ของแต่ละมาตรการ"),
    "OIT511": Followed("ตรวจตัวเลข"),
    "OIT512": Followed("ตรวจคะแนนรวม คะแนนรายเครื่องมือ และระดับ"),
    "OIT513": Followed("แก้ตัวเลข"),
    "OIT514": Followed("ใกล้ที่สุดคือ O28"),
    "OIT515": Followed("ให้ raise_from ไม่สูงกว่า keep_from"),
    "OIT516": Followed("แก้ปีงบประมาณที่ประเมิน (results.year)"),
    "OIT517": Followed("แก้เลขข้อให้ตรงกับแบบวัดของปี"),
    "OIT518": Followed("ตรวจคะแนนในระบบ"),
    "OIT520": Followed("ตรวจปีของทั้งสองวัน"),
    "OIT601": Followed("สร้างไฟล์", {TABLE: PURCHASE}),
    "OIT602": Followed(
        "แก้ชื่อในบรรทัดแรกของไฟล์",
        {TABLE: PURCHASE},
        {**ROWS, TABLE: PURCHASE.replace("method", "metod")},
    ),
    "OIT603": Followed(
        'ข้อความที่มีจุลภาคให้ใส่เครื่องหมายคำพูด "…" คร่อม',
        {TABLE: PURCHASE.replace("ซื้อวัสดุ", '"ซื้อวัสดุ, หมึก"')},
        {**ROWS, TABLE: PURCHASE.replace("ซื้อวัสดุ", "ซื้อวัสดุ, หมึก")},
    ),
    "OIT604": Followed(
        "ให้เหลือไว้ที่เดียว",
        {"data/2569/o11.yml": "months:\n  - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้าง}\n"},
        {
            "data/2569/o11.yml": "rows: procurement.csv\n"
            "months:\n  - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้าง}\n",
            TABLE: PURCHASE,
        },
    ),
    "OIT611": Followed("ตรวจตัวเลขกับสัญญา"),
    "OIT612": Followed("ตรวจวันที่และปีของทั้งสองช่อง"),
    "OIT613": Followed("แก้เลขที่โครงการ"),
    "OIT614": Followed("กรอก "),
    "OIT615": Followed("แก้เดือน"),
    "OIT617": Followed(
        "กรอกเดือนในช่อง month",
        {TABLE: PURCHASE},
        {**ROWS, TABLE: PURCHASE.replace("2568-10", "")},
    ),
    "OIT618": Followed("ให้ลบ nothing ของเดือนนี้"),
    "OIT619": Followed("กรอก winner, agreed_price และ bidders ตามสัญญา"),
    "OIT621": Followed("ให้เขียนใน status เช่น status: ยกเลิก"),
    "OIT622": Followed("ตรวจปีของวันที่ของสัญญา"),
    "OIT623": Followed("ตรวจว่ารายการอยู่ถูกเดือน"),
    "OIT624": Followed("แก้ชื่อรายการ"),
    "OIT701": Followed("แทนด้วย x"),
    "OIT702": Followed("ถ้าเป็นเบอร์ส่วนตัวให้ลบ"),
    "OIT703": Followed("ลบออก"),
    "OIT704": Followed("แทนเลขเหล่านี้ด้วย xxxxxxxxxxxxx"),
    "OIT705": Followed(
        "ลบรายการนี้",
        {"data/allowed.yml": "allowed: []\n"},
        {"data/allowed.yml": "allowed: [{text: 081-234-5678, reason: เบอร์สายด่วนของเทศบาล}]\n"},
    ),
    "OIT706": Followed("แทนด้วย x"),
    "OIT708": Followed(
        "แล้ววางไฟล์ใหม่",
        {"docs/files/mayor.jpg": a_picture()},
        {
            "docs/files/mayor.jpg": a_picture(taken_by="สมชาย ใจดี"),
            "data/2569/o02.yml": "people:\n  - {name: นาย ก ใจดี, photo: files/mayor.jpg}\n",
        },
    ),
}

FOLLOWED |= {
    "OIT412": Followed("ลบช่องนี้ถ้าไม่มีรูป"),
    "OIT413": Followed(
        "บันทึกใหม่เป็น .jpg",
        {"docs/files/mayor.jpg": a_picture()},
        {
            "docs/files/mayor.jpg": a_picture()[:200],
            "data/2569/o02.yml": "people:\n  - {name: นาย ก ใจดี, photo: files/mayor.jpg}\n",
        },
    ),
    "OIT414": Followed(
        "ใช้ภาพจัตุรัส",
        {"docs/files/logo.jpg": a_picture(size=(512, 512))},
        {
            "docs/files/logo.jpg": a_picture(size=(100, 100)),
            "data/agency.yml": f"{AGENCY}logo: files/logo.jpg\n",
        },
    ),
}

NOT_FOLLOWED = {
    "OIT236": "waits for the year's own list: tests/start",
    "OIT238": "a number of another sector's list: tests/checks/ita",
    "OIT519": "files of two years: tests/checks/review",
    "OIT403": "a page of docs/, which the build looks at: tests/publish",
    "OIT404": "the words of a call: tests/cli",
    "OIT405": "`oit answers --lock --replace`: tests/cli",
    "OIT616": "a report of a year beside its table: tests/checks/procurement",
    "OIT707": "a look at a document with other programs",
    **{f"OIT8{number:02}": "a published site: tests/publish/verify" for number in range(1, 12)},
    **{f"OIT8{number}": "the list of a fleet: tests/fleet" for number in range(21, 26)},
    **{f"OIT9{number:02}": "the sites of others: tests/publish/links" for number in range(1, 7)},
}

REVEALED = {f"OIT{number}" for number in (200, 201, 202, 203, 204, 221, 222, 223)}
"""What may be found only afterwards: what is missing of an item that could not be read before."""


def test_every_code_has_a_hint_that_is_followed_or_a_reason() -> None:
    codes = set(catalogue())
    assert not FOLLOWED.keys() & NOT_FOLLOWED.keys()
    assert FOLLOWED.keys() | NOT_FOLLOWED.keys() == codes


def test_the_hint_of_every_code_leads_to_data_that_is_accepted(tmp_path: Path) -> None:
    problems = []
    for code in catalogue().values():
        if followed := FOLLOWED.get(code.id):
            problems += [f"{code.id}: {p}" for p in _problems(code, followed, tmp_path / code.id)]
    assert problems == []


def _problems(code: Code, followed: Followed, folder: Path) -> Iterator[str]:
    examples = explain(code).examples
    before = followed.before or {e.path: e.text for e in examples if e.fails}
    change = followed.change or {e.path: e.text for e in examples if not e.fails}
    found = _examined(folder / "before", {"data/agency.yml": AGENCY, **before})
    hints = [finding.hint() for finding in found if finding.code.id == code.id]
    if not any(followed.says in hint for hint in hints):
        yield f"no hint says {followed.says!r}: {hints}"
    after = _examined(folder / "after", {"data/agency.yml": AGENCY, **before, **change})
    known = {finding.code.id for finding in found} - {code.id}
    for finding in after:
        is_of_item = finding.code.id in REVEALED - {code.id}
        is_same = finding.code.id == code.id and followed.says not in finding.hint()
        if not is_of_item and finding.code.id not in known and not is_same:
            yield f"after it: {finding.text()}"


def _examined(folder: Path, files: Files) -> list[Finding]:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            file.symlink_to(content)
        elif content is not None:
            raw = content if isinstance(content, bytes) else content.encode()
            file.write_bytes(raw)
    if not any((folder / "data").glob("25*")):
        (folder / "data/2569").mkdir()
    return list(_assessed(folder).findings)


def _assessed(folder: Path) -> Assessment:
    return examine(DataFolder(folder / "data", folder), TODAY)
