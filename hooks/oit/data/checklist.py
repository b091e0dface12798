"""Checklists: what an agency of a sector must publish in a year, read from data.

A checklist is a YAML file of items, each with the elements that its page must show, the
rule by which each is looked for, and how sure its source is. The project's own are in
``checklists/``; an agency may add its own, or replace these, in
``data/checklists/``. File names are ``<name>-<year>.yml``.

An element that does not say its ``basis`` or ``source`` has that of its item.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oit.bilingual import Bilingual
from oit.data.element_words import words_of_text
from oit.findings.finding import Finding
from oit.forms.base import Form
from oit.forms.fields import (
    Count,
    Link,
    Name,
    Names,
    OneOf,
    RequiredYear,
    Rows,
    Text,
    label,
    required,
    rows,
)
from oit.forms.reading import read_form
from oit.source import SourceFile, read
from oit.thai import writing

DEFAULT_CHECKLIST = "general"
"""The name of the checklists of an agency that names no other."""

OWN_FOLDER = Path(__file__).parents[1] / "checklists"

BASES = {
    "confirmed": Bilingual("พบในแหล่งของปีนั้น", "found in that year's own source"),
    "adapted": Bilingual(
        "เทียบจากแบบวัดปีใกล้เคียงหรือหน่วยงานอื่น",
        "adapted from a neighbouring year or another sector",
    ),
    "inferred": Bilingual("อนุมานจากแนวปฏิบัติ ยังไม่พบแหล่งยืนยัน", "inferred; no source confirms it"),
}
"""How sure the source of an element is, in words."""

UNSURE = "inferred"
"""The basis of an item that does not say it: no more is claimed than is known."""

_INHERITED = ("basis", "source")
_AS_ITS_ITEM = "เว้นว่างคือตามข้อ"

Basis = Annotated[str, OneOf({name: words.th for name, words in BASES.items()}, required=True)]
WhichYear = Annotated[str | None, OneOf({"this": "ปีของแบบวัด", "previous": "ปีก่อนหน้า"})]
Until = Annotated[str | None, OneOf({"today": "วันที่ตรวจ", "half": "หกเดือนแรก", "end": "สิ้นปี"})]
NoneAllowed = Annotated[
    str | None, OneOf({"yes": "ได้", "no": "ไม่ได้", "in_field": "ได้ เฉพาะเขียนในช่องนั้น"})
]

_FILE_NAME = re.compile(r"([a-z][a-z0-9-]*)-([0-9]{4})\.yml")
_ITEM_ID = re.compile(r"([A-Za-z]+)0*(0|[1-9][0-9]*)")


class Element(Form):
    """Something that an item must show, and the rule that looks for it."""

    id: Name = required("รหัส")
    text: Name = required("องค์ประกอบ")
    rule: Name = required("กฎ")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด", description=_AS_ITS_ITEM)
    source: Text = label("แหล่งที่มา", _AS_ITS_ITEM)
    note: Text = label("หมายเหตุ")
    only: Names = rows("เฉพาะประเภทหน่วยงาน", "เว้นว่างคือทุกประเภท")
    none_allowed: NoneAllowed = label("แจ้งว่าไม่มีได้")
    words: Names = rows("คำที่ใช้หาในเอกสาร", "คำใดคำหนึ่งก็พอ เว้นว่างคือตามองค์ประกอบ [] คือหาด้วยคำไม่ได้")

    # Parameters of the rules; each rule lists those that it uses.
    field: Text = label("ช่อง")
    each: Names = rows("ช่องที่ทุกแถวต้องมี")
    count: Count = label("จำนวนอย่างน้อย")
    all_of: Text = label("ช่องจำนวนทั้งหมด", "ครบทั้งหมดนับว่าพอ แม้น้อยกว่าจำนวนอย่างน้อย")
    instead: Text = label("ช่องที่แสดงแทนได้", "กรอกช่องนี้แล้ว ไม่ต้องมีรายการก็ได้")
    where: dict[str, str] = Field(
        default_factory=dict, title="เฉพาะแถวที่มีค่า", description="a|b คือค่าใดค่าหนึ่ง"
    )
    to: Text = label("ช่องปีสุดท้าย")
    year: WhichYear = label("ปีที่ต้องเป็น")
    governs: Names = rows("องค์ประกอบที่ต้องเป็นของปีเดียวกัน")
    until: Until = label("ต้องครบถึง")
    formats: Names = rows("รูปแบบไฟล์")

    @property
    def words_in_documents(self) -> list[str]:
        """The words of which a page of a document that shows the element has at least one.

        They are its own, or those of its text; none if no word tells that a page shows it.
        """
        return self.words if self.has_own_words else words_of_text(self.text, self.rule)

    @property
    def has_own_words(self) -> bool:
        """Whether its words are listed, so that documents hardly have others."""
        return "words" in self.model_fields_set

    @property
    def form_fields(self) -> list[str]:
        """The top-level fields of the form that may show the element."""
        names = [*(self.field or "").split("|"), self.instead or ""]
        return [name.partition(".")[0] for name in names if name]

    @property
    def checked_fields(self) -> list[str]:
        """The dotted names of the fields that the element's rule checks."""
        fields = [name for name in (self.field or "").split("|") if name]
        rows = [f"{self.field}.{name}" for names in self.each for name in names.split("|")]
        if self.rule in {"document", "formats"}:
            fields.append("documents")
        where = [f"{self.field}.{name}" for name in self.where]
        beside = [f"{(self.field or '').rpartition('.')[0]}.{self.all_of}"] if self.all_of else []
        others = [name for name in (self.to, self.instead) if name]
        return [*(rows or fields), *where, *beside, *others]


class Item(Form):
    """One item of a checklist."""

    id: Name = required("ข้อ")
    title: Name = required("ชื่อข้อ")
    also: Names = rows("ชื่ออื่นของข้อ", "ชื่อที่หน่วยงานเขียนในเว็บไซต์ oit adopt จำข้อจากชื่อเหล่านี้ด้วย")
    indicator: Name = required("ตัวชี้วัด")
    form: Name = required("แบบข้อมูล")
    period: Text = label("ปีที่ข้อมูลต้องครอบคลุม")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัดของชื่อข้อ")
    source: Text = label("แหล่งที่มาของชื่อข้อ")
    note: Text = label("หมายเหตุ")
    continues: Names = rows("ข้อเดิมของปีก่อน", "ข้อของแบบวัดปีก่อนหน้าที่ข้อนี้สืบต่อ เช่น [O7]")
    owner: Text = label("ผู้รับผิดชอบโดยทั่วไป", "เว้นว่างคือตามแบบข้อมูลและประเภทหน่วยงาน")
    file: Text = label("ไฟล์ข้อมูล", "เว้นว่างคือไฟล์ตามเลขข้อ เช่น o07.yml")
    file_year: WhichYear = label("ปีของไฟล์ข้อมูล", "เว้นว่างคือปีของแบบวัด")
    elements: Annotated[list[Element], Rows] = rows("องค์ประกอบด้านข้อมูล")

    @field_validator("elements")
    @classmethod
    def _inherit(cls, elements: list[Element], info: ValidationInfo) -> list[Element]:
        """Give an element the item's basis and source if it does not say its own."""
        return [
            element.model_copy(
                update={
                    name: info.data[name]
                    for name in _INHERITED
                    # `info.data` lacks a field of the item that could not be read.
                    if name in info.data and not _says(element, name)
                }
            )
            for element in elements
        ]

    @property
    def number(self) -> str:
        """The id's number: ``7`` of ``O7``."""
        return item_parts(self.id)[1]

    @property
    def slug(self) -> str:
        """The last part of the item's permanent address: ``o7``."""
        return "".join(item_parts(self.id))

    @property
    def file_name(self) -> str:
        """The name of the item's file: ``o07.yml``, or a file that several items share."""
        return self.file or f"{self.stem}.yml"

    @property
    def stem(self) -> str:
        """The beginning of the names of the item's own files, which sorts them: ``o07``."""
        prefix, number = item_parts(self.id)
        return f"{prefix}{number:0>2}"

    def folder_year(self, year: int) -> int:
        """Return the year whose folder holds the item's file; ``year`` is the checklist's."""
        return year - 1 if self.file_year == "previous" else year


class Indicator(Form):
    """An indicator, or a sub-indicator if the list has them."""

    id: Name = required("เลขตัวชี้วัด")
    title: Name = required("ชื่อตัวชี้วัด")


class Checklist(Form):
    """What the agencies of a sector must publish in a year."""

    checklist: Name = required("ชื่อแบบวัด")
    year: RequiredYear = required("ปีงบประมาณ")
    title: Name = required("ชื่อเต็ม")
    kinds: Names = rows("ประเภทหน่วยงานที่ใช้แบบวัดนี้", "oit init เลือกแบบวัดตามนี้")
    note: Text = label("หมายเหตุ")
    source: Text = label("แหล่งที่มา")
    link: Link = label("ลิงก์")
    provisional: Text = label("ยังไม่ใช่แบบวัดจริง", "ประโยคเดียวที่บอกเหตุผล แสดงทุกที่ ลบเมื่อแก้ตามแบบวัดจริงแล้ว")
    outlook: Text = label("แบบวัดปีถัดไป", "สิ่งที่รู้แล้วเกี่ยวกับแบบวัดของปีถัดไป")
    indicators: Annotated[list[Indicator], Rows] = rows("ตัวชี้วัด")
    items: Annotated[list[Item], Rows] = rows("ข้อ")

    @property
    def word(self) -> str:
        """What the list is called for short, as in the ids of its items: OIT, or MOIT."""
        letters = item_parts(self.items[0].id)[0].upper() if self.items else ""
        return letters if len(letters) > 1 else "OIT"

    def find(self, name: str) -> Item | None:
        """Return the item that a name means, however it is written: ``O7``, ``o07``, ``O๗``."""
        slug = slug_of(name)
        return next((item for item in self.items if item.slug == slug), None)

    @property
    def caution(self) -> Bilingual | None:
        """The sentence for staff if the list is provisional; ``None`` if it is the real one."""
        if not self.provisional:
            return None
        return Bilingual(
            self.provisional,
            f"the checklist of {self.year} is provisional: its items may change thoroughly",
        )

    def continued_by(self, item: Item) -> list[Item]:
        """Return the items of this list that an item of the next year's list continues."""
        slugs = [slug_of(name) for name in item.continues]
        return [before for slug in slugs for before in self.items if before.slug == slug]


def _says(element: Element, name: str) -> bool:
    return name in element.model_fields_set and getattr(element, name) is not None


def empty(name: str, year: int) -> Checklist:
    """Make a list without items, for a year whose list is missing or cannot be read."""
    return Checklist.model_construct(checklist=name, year=year, title=name, indicators=[], items=[])


def slug_of(name: str) -> str:
    """Return an item's id without case and leading zeros: ``o7`` for ``O7``, ``o07``, ``O๗``."""
    return "".join(item_parts(writing.arabic(name)))


@lru_cache(maxsize=4096)
def item_parts(item_id: str) -> tuple[str, str]:
    """Split an item's id into its lower-case prefix and its number without leading zeros.

    ``O7`` and ``o07`` both give ``("o", "7")``. An invalid id is returned as the prefix.
    """
    match = _ITEM_ID.fullmatch(item_id)
    return (match[1].lower(), match[2]) if match else (item_id.lower(), "")


def available(data: Path | None = None) -> dict[tuple[str, int], Path]:
    """Find all checklists, by name and year; the agency's own replace the program's."""
    folders = [OWN_FOLDER, *([data / "checklists"] if data else [])]
    return {
        (match[1], int(match[2])): path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if (match := _FILE_NAME.fullmatch(path.name))
    }


def usual_name(kind: str) -> str:
    """Return the name of the checklists that a kind of agency usually has."""
    for checklist in program_lists():
        if kind in checklist.kinds:
            return checklist.checklist
    return DEFAULT_CHECKLIST


def program_lists() -> list[Checklist]:
    """Return the program's checklists by name, the newest of each first."""
    known = sorted(available(), key=lambda name_year: (name_year[0], -name_year[1]))
    found = (load(path, path.name)[0] for path in map(available().__getitem__, known))
    return [checklist for checklist in found if checklist]


def program_list(name: str, year: int) -> Checklist:
    """Return a checklist of the program; an empty one if the program has none."""
    path = available().get((name, year))
    found = load(path, path.name)[0] if path else None
    return found or empty(name, year)


def load(path: Path, shown: str) -> tuple[Checklist | None, SourceFile, list[Finding]]:
    """Read a checklist; ``shown`` is its path in findings."""
    return _load(path, path.stat().st_mtime_ns, shown)


@lru_cache(maxsize=16)
def _load(
    path: Path, _changed: int, shown: str
) -> tuple[Checklist | None, SourceFile, list[Finding]]:
    """Read a checklist once, until its file changes: several years need the same list."""
    document = read(path, path.parent.parent, shown)
    if document.findings and not document.root:
        return None, document, document.findings
    reading = read_form(Checklist, document)
    return reading.record, document, document.findings + reading.findings
