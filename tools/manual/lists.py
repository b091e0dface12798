"""A page that compares the checklists: items of each, and how sure its elements are."""

from collections import Counter

from oit.data.checklist import BASES, Checklist, available, load

INTRODUCTION = """\
# แบบวัดที่มี {#lists}

แบบวัดของแต่ละปีและแต่ละสังกัดที่มากับโปรแกรม มีกี่ข้อ กี่องค์ประกอบ และองค์ประกอบนั้นแน่ชัดเพียงใด
ตารางนี้สร้างจากไฟล์แบบวัดเอง จึงตรงกับที่ `oit check` ใช้ตรวจเสมอ

"""

READING = """
## อ่านตาราง {#reading}

ไม่มีแบบวัดใดคัดจากคู่มือของสำนักงาน ป.ป.ช. ทั้งฉบับ ถ้ามีคู่มือของปีนั้นให้ยึดคู่มือ
องค์ประกอบที่อนุมาน ผู้ประเมินอาจไม่ขอ `oit score` จึงนับแยก และบอกคะแนนเมื่อไม่ต้องมี
หน่วยงานวางแบบวัดของตนไว้ใน `data/checklists/` ได้

## ที่มาของแต่ละแบบวัด {#sources}

"""


def page() -> str:
    """Return the text of the page."""
    newest_first = sorted(available(), key=lambda key: (-key[1], key[0]))
    lists = [_read(name, year) for name, year in newest_first]
    bases = " | ".join(words.th for words in BASES.values())
    table = [
        f"| ปี | แบบวัด | ข้อ | องค์ประกอบ | {bases} |",
        "|---" * (4 + len(BASES)) + "|",
        *map(_row, lists),
    ]
    sources = [
        f"* `{_name(checklist)}` {_cell(checklist.title)}: {_cell(checklist.source)}\n"
        for checklist in lists
    ]
    return INTRODUCTION + "\n".join(table) + "\n" + READING + "".join(sources)


def _row(checklist: Checklist) -> str:
    elements = [element for item in checklist.items for element in item.elements]
    by_basis = Counter(element.basis for element in elements)
    counts = [len(checklist.items), len(elements), *(by_basis[basis] for basis in BASES)]
    cells = [checklist.year, f"{_cell(checklist.title)} `{_name(checklist)}`", *counts]
    return f"| {' | '.join(map(str, cells))} |"


def _read(name: str, year: int) -> Checklist:
    path = available()[name, year]
    checklist, _, findings = load(path, path.name)
    if checklist is None or findings:
        raise SystemExit(f"{path} has faults; run: oit checklist lint")
    return checklist


def _name(checklist: Checklist) -> str:
    return f"{checklist.checklist}-{checklist.year}"


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "&#124;")
