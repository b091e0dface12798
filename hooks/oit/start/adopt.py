"""A checklist for a year that has none yet: the newest, until the year's own is known."""

import re
from pathlib import Path
from typing import Any

import yaml

from oit.bilingual import Bilingual
from oit.data import checklist as checklists
from oit.data.checklist import UNSURE, Checklist, Item

OWN = "checklists"
"""The folder of the agency's own lists, in the data folder."""


def newest(name: str, year: int, data: Path | None) -> Checklist | None:
    """Return the newest list of a name from before a year."""
    known = checklists.available(data)
    years = [of_year for other, of_year in known if other == name and of_year < year]
    if not years:
        return None
    path = known[name, max(years)]
    return checklists.load(path, path.name)[0]


def adopted(old: Checklist, year: int) -> Checklist:
    """Return an older list as that of a year: its years move along, nothing is confirmed."""
    by = year - old.year
    items = [_item(item, old, by) for item in old.items]
    title = _moved(old.title, old.year, by)
    note = (
        f"ยังไม่มีแบบวัดของปี {year} จึงใช้แบบวัดของปี {old.year} ไปก่อน ตัวเลขปีเลื่อนตาม ข้อและองค์ประกอบอาจต่างไป"
    )
    changes = {"year": year, "title": title, "note": note, "items": items, "link": None}
    return old.model_copy(
        update={**changes, "source": _source(old), "provisional": _provisional(old, year)}
    )


def file_name(checklist: Checklist) -> str:
    """Return the path of a checklist in the data folder."""
    return f"{OWN}/{checklist.checklist}-{checklist.year}.yml"


def as_yaml(checklist: Checklist) -> str:
    """Write a list as its file."""
    values: dict[str, Any] = checklist.model_dump(exclude_defaults=True)
    for item in values["items"]:
        for element in item["elements"]:
            # Without a basis of its own, an element would inherit the basis of its item.
            element.setdefault("basis", UNSURE)
    text: str = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)
    # The note is published, so what to do with the file is a comment.
    return (
        f"# แบบวัดที่ใช้ไปก่อนของปี {checklist.year} ถ้าแก้ไฟล์นี้ตามแบบวัดจริงเอง ให้ลบช่อง provisional\n"
        f"# ถ้าไม่แก้ ให้รอโปรแกรมรุ่นใหม่แล้วสั่ง oit upgrade\n{text}"
    )


def _item(item: Item, old: Checklist, by: int) -> Item:
    elements = [
        element.model_copy(
            update={
                "text": _moved(element.text, old.year, by),
                "basis": _basis(element.basis),
                "source": _source(old, item),
            }
        )
        for element in item.elements
    ]
    changes = {
        "title": _moved(item.title, old.year, by),
        "period": _moved(item.period, old.year, by) if item.period else None,
        "continues": [item.id],
        "basis": _basis(item.basis),
        "source": _source(old, item),
        "elements": elements,
    }
    return item.model_copy(update=changes)


def _provisional(old: Checklist, year: int) -> str:
    """Return the sentence that everything says of the adapted list."""
    why = f" {old.outlook}" if old.outlook else ""
    return f"แบบวัดปี {year} ยังไม่ประกาศ จึงใช้ของปี {old.year} ไปก่อน ข้ออาจเปลี่ยนทั้งหมด{why}"


def _basis(basis: str) -> str:
    return "adapted" if basis == "confirmed" else basis


def _source(old: Checklist, item: Item | None = None) -> str:
    return f"แบบวัด {old.checklist} ปี {old.year}" + (f" ข้อ {item.id}" if item else "")


def _moved(text: str, year: int, by: int) -> str:
    """Move the years that a list speaks of: its own and those beside it; laws keep theirs."""
    return re.sub(
        r"25[0-9]{2}",
        lambda match: str(int(match[0]) + by) if abs(int(match[0]) - year) <= 1 else match[0],
        text,
    )


def provisional_note(checklist: Checklist) -> Bilingual:
    """Say that the checklist is provisional, and where it is."""
    path, caution = f"data/{file_name(checklist)}", checklist.caution or Bilingual("", "")
    return Bilingual(f"{caution.th} (เขียนไว้ที่ {path})", f"{caution.en} (written to {path})")
