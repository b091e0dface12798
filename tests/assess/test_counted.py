"""An item that only looks filled in is not complete: ways to reach ครบ without data."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from given import ROOT, TODAY, a_folder, a_record, an_element
from oit.assess.assessment import Assessment, ElementStatus, ItemStatus
from oit.assess.counted import count
from oit.assess.examine import examine
from oit.checks.filled.check import Item
from oit.checks.rules.rule import Context
from oit.data.folder import DataFolder
from oit.data.load import read_agency, read_checklist
from oit.data.paths import files_of, new_file
from oit.forms import FORMS
from oit.forms.base import Form, form_within, is_text, properties_of
from oit.start.new_year import start_year

AGENCY = "name: เทศบาลตำบลบ้านใหม่\nkind: {kind}\nchecklist: {checklist}\n"
KINDS = [("municipality", "general"), ("province", "general"), ("college", "vocational")]
NUMBERS_ONLY = {"complaint_statistics"}
"""Forms without any words: a made-up number cannot be told from a true one."""
LEFT_OUT = {
    *("nothing_to_report", "not_applicable", "nothing", "vacant"),
    *("rows", "documents", "review_every"),
}


def the_agency(folder: Path, kind: str, checklist: str) -> DataFolder:
    files = {"data/agency.yml": AGENCY.format(kind=kind, checklist=checklist)}
    files |= {"docs/files/p.png": "", "docs/files/a.csv": "ก,ข\n"}
    return a_folder(folder, files)


def templates(folder: DataFolder) -> dict[str, tuple[str, Any]]:
    agency, _ = read_agency(folder)
    assert agency is not None
    checklist, _ = read_checklist(folder, agency, 2569)
    assert checklist is not None
    files = files_of(checklist, agency.kind)
    return {path: (new_file(path, asked), asked) for path, asked in files.items()}


def complete_of(assessment: Assessment) -> set[str]:
    done = (r for r in assessment.items if r.status is ItemStatus.COMPLETE)
    return {result.item.form for result in done}


@pytest.mark.parametrize(("kind", "checklist"), KINDS)
def test_templates_with_every_line_uncommented(tmp_path: Path, kind: str, checklist: str) -> None:
    folder = the_agency(tmp_path, kind, checklist)
    for path, (text, _) in templates(folder).items():
        lines = [line.removeprefix("# ") for line in text.splitlines()]
        # These would contradict the rest; the files that they name are not there.
        absent = ("nothing_to_report:", "not_applicable:", "rows:", "yaml-language-server")
        kept = [line for line in lines if not line.startswith(absent)]
        (folder.path / path).parent.mkdir(exist_ok=True)
        (folder.path / path).write_text("\n".join(kept) + "\n", encoding="utf-8")
    assessment = examine(folder, TODAY)
    assert complete_of(assessment) == set()
    assert "OIT218" in {finding.code.id for finding in assessment.findings}


def filled(form: type[Form], text: str, depth: int = 0) -> Any:
    """Fill every field of a form, those of words with one text."""
    typed = {
        "2569-01-15": "2569-01-15",
        "2568-10": "2568-10",
        "2569": "2569",
        "files/2569/photo.png": "files/p.png",
        "files/2569/photo.jpg": "files/p.png",
        "https://www.example.go.th/": "https://www.banmai.go.th/a",
        "saraban@example.go.th": "saraban@banmai.go.th",
    }
    values: dict[str, Any] = {}
    for name in form.model_fields:
        inner, schema = form_within(form, name), properties_of(form)[name]
        is_list = "array" in schema.get("type", ())
        if name in LEFT_OUT or depth > 2 or schema.get("type") == "object":
            continue
        if inner is not None:
            entry = filled(inner, text, depth + 1)
            values[name] = of_every_kind(inner, entry) if is_list else entry
            continue
        if "enum" in schema:
            values[name] = str(schema["enum"][0])
            continue
        example = str(schema.get("items", schema)["examples"][0])
        title = form.model_fields[name].title
        word = {TITLE: title, OWN: f"{title} ของเทศบาลเรื่อง {form.__name__}"}.get(text, text)
        value = word if is_text(form, name) else typed.get(example, example)
        values[name] = [value] if is_list else value
    return values


def of_every_kind(form: type[Form], entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Repeat an entry for every choice that a checklist may count, and for every month."""
    entries = [entry]
    for name in set(form.model_fields) - LEFT_OUT:
        words = [w for w in properties_of(form)[name].get("enum", ()) if isinstance(w, str)]
        entries += [{**entry, name: word} for word in words]
    if "month" in form.model_fields:
        months = ["2568-10", "2568-11", "2568-12", "2569-01", "2569-02", "2569-03"]
        entries = [{**entry, "month": month} for month in months]
    return entries


TITLE = "the field's title"
OWN = "a text of its own"
WAYS = [
    *("ดำเนินการแล้ว", "ไม่มี", "-", "xxx", "ทดสอบ", "👍", "80%", "๘๐ %", "...", "รอข้อมูล"),
    *("lorem ipsum", TITLE),
]


def complete_with(folder: DataFolder, way: str) -> set[str]:
    """Fill every file of an agency by a way; return the forms of the complete items."""
    for path, (_, asked) in templates(folder).items():
        item = asked[0].item
        data = filled(FORMS[item.form], way)
        if any(e.year == "previous" for a in asked for e in a.elements):
            data["year"] = "2568"
        file = folder.path / path
        file.parent.mkdir(exist_ok=True)
        # JSON is YAML without the aliases that a writer of YAML would make.
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return complete_of(examine(folder, TODAY))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("kind", "checklist"), KINDS)
def test_one_text_in_every_field(tmp_path: Path, kind: str, checklist: str, way: str) -> None:
    assert complete_with(the_agency(tmp_path, kind, checklist), way) <= NUMBERS_ONLY


@pytest.mark.parametrize(("kind", "checklist"), KINDS)
def test_a_text_of_its_own_in_every_field(tmp_path: Path, kind: str, checklist: str) -> None:
    assert len(complete_with(the_agency(tmp_path, kind, checklist), OWN)) >= 10


def test_what_new_year_copied_is_not_complete_until_somebody_has_looked(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs").symlink_to(ROOT / "docs", target_is_directory=True)
    folder = DataFolder(tmp_path / "data", tmp_path)
    start_year(folder, 2570)
    day = date(2027, 4, 1)
    assert complete_of(examine(folder, day, 2570)) == set()
    place = folder.path / "2570" / "o17.yml"
    lines = place.read_text(encoding="utf-8").splitlines()
    renewed = [
        "updated: 2569-11-03" if line.startswith("updated:") else line.partition("  # ปรับ")[0]
        for line in lines
    ]
    place.write_text("\n".join(renewed) + "\n", encoding="utf-8")
    assert complete_of(examine(folder, day, 2570)) == {"complaint_channel"}


def test_a_file_copied_by_hand_is_not_complete_until_somebody_has_looked(tmp_path: Path) -> None:
    text = "updated: 2568-03-20\nduties: [จัดให้มีน้ำสะอาดและถนน]\n"
    files = {
        "data/agency.yml": AGENCY.format(kind="municipality", checklist="general"),
        "data/2568/o01.yml": text,
        "data/2569/o01.yml": text,
    }
    (first, *_) = examine(a_folder(tmp_path / "a", files), TODAY).items
    assert "OIT224" in {f.code.id for f in first.findings}
    assert {e.status for e in first.elements} <= {
        ElementStatus.MISSING,
        ElementStatus.NOT_APPLICABLE,
    }
    files["data/2569/o01.yml"] = text.replace("2568-03-20", "2568-11-20")
    (first, *_) = examine(a_folder(tmp_path / "b", files), TODAY).items
    assert {e.element.id for e in first.elements if e.status is ElementStatus.SHOWN} == {"duties"}


TABLE = """\
month,name,budget,reference_price,method,bidders,winner,agreed_price,reason,contract_number,\
contract_date
2568-10,ซื้อหมึกพิมพ์ 12 ตลับ,5000,5000,วิธีเฉพาะเจาะจง,ร้าน ก = 4800,ร้าน ก,4800,xxx,1/2569,2568-10-03
2568-10,TODO,5000,5000,วิธีเฉพาะเจาะจง,ร้าน ก = 4800,ร้าน ก,4800,ราคาต่ำสุด,2/2569,2568-10-04
"""


def test_cells_of_a_table_count_like_the_fields_of_a_file(tmp_path: Path) -> None:
    files = {
        "data/agency.yml": AGENCY.format(kind="municipality", checklist="general"),
        "data/2569/o11.yml": "rows: procurement.csv\n",
        "data/2569/procurement.csv": TABLE,
    }

    def statuses(folder: Path) -> dict[str, ElementStatus]:
        items = examine(a_folder(folder, files), date(2025, 11, 5)).items
        result = next(r for r in items if r.item.form == "procurement_monthly")
        places = [(f.code.id, f.place.line, f.place.column) for f in result.findings]
        assert [p for p in places if p[0] == "OIT219"] in ([], [("OIT219", 2, 9), ("OIT219", 3, 2)])
        return {element.element.id: element.status for element in result.elements}

    hollow = statuses(tmp_path / "a")
    assert [hollow[name] for name in ("name", "budget")] == [ElementStatus.PARTIAL] * 2
    # One row has no reason, and the other does not count.
    assert hollow["reason"] is ElementStatus.MISSING
    assert hollow["months"] is ElementStatus.SHOWN
    files["data/2569/procurement.csv"] = TABLE.replace("xxx", "ราคาต่ำสุด").replace(
        "TODO", "ซื้อกระดาษ 40 รีม"
    )
    right = statuses(tmp_path / "b")
    assert {right[name] for name in ("name", "reason", "budget")} == {ElementStatus.SHOWN}


def test_entries_that_do_not_count_are_not_there() -> None:
    text = """\
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, budget: 5, spent: 5}
      - {name: TODO, result: แล้วเสร็จ, budget: 5, spent: 5}
      - {name: ขุดลอกคลอง, result: xxx, budget: 5, spent: 5}
      - {name: ซ่อมสะพาน, budget: 5, spent: 5}
    """
    elements = [
        an_element(id="spent", rule="rows", field="projects", each=["spent"]),
        an_element(id="result", rule="rows", field="projects", each=["result"]),
    ]
    about = Item(elements, "เทศบาลตำบลเล็ก", 2569)
    counted = count(a_record("annual_report", text), about)
    context = Context(2569, date(2026, 4, 1))
    spent, result = (counted.check(element, context).amount for element in elements)
    assert spent.words.th == "มี 3 จาก 4 รายการ"
    # The numbers are those of the file, not of what is left of it.
    assert result.words.th == "มี 1 จาก 4 รายการ ขาด รายการที่ 4 (ซ่อมสะพาน) และอีก 2 รายการ"


def test_a_value_that_no_element_needs_is_only_a_warning(tmp_path: Path) -> None:
    files = {
        "data/agency.yml": AGENCY.format(kind="municipality", checklist="general"),
        "data/2569/o03.yml": "summary: TODO\nphone: 1567\naddress: xxx\n",
    }
    items = examine(a_folder(tmp_path, files), TODAY).items
    contact = next(result for result in items if result.item.form == "contact")
    found = {f.place.line: f.code.id for f in contact.findings if f.code.id != "OIT201"}
    assert found == {1: "OIT410", 3: "OIT219"}


def test_a_document_still_shows_what_the_fields_do_not(tmp_path: Path) -> None:
    files = {
        "data/agency.yml": AGENCY.format(kind="municipality", checklist="general"),
        "docs/files/a.csv": "ก,ข\n",
        "data/2569/o03.yml": """\
            address: xxx
            documents:
              - {title: ที่อยู่ของเทศบาล, file: files/a.csv, shows: {address: 1, phone: 1}}
              - {title: TODO, file: files/a.csv, shows: {email: 1}}
            """,
    }
    items = examine(a_folder(tmp_path, files), TODAY).items
    contact = next(result for result in items if result.item.form == "contact")
    statuses = {element.element.id: element.status for element in contact.elements}
    assert statuses["address"] is statuses["phone"] is ElementStatus.ATTESTED
    assert statuses["email"] is ElementStatus.MISSING


def test_a_post_that_is_vacant_or_not_gets_one_finding(tmp_path: Path) -> None:
    text = """\
        people:
          - {name: (ว่าง), position: ปลัดเทศบาล, rank: deputy, side: permanent}
          - {name: นายสมชาย ใจดี, position: รองปลัดเทศบาล, rank: deputy, vacant: true}
          - {name: ว่าง, position: นายกเทศมนตรี, rank: head, side: political, vacant: true}
        """
    files = {
        "data/agency.yml": "name: เทศบาลตำบลบ้านใหม่\nkind: municipality\n",
        "data/2569/o02.yml": text,
    }
    assessment = examine(a_folder(tmp_path, files), TODAY)
    about = [f for f in assessment.findings if f.place.file.endswith("o02.yml")]
    codes = [(f.code.id, f.place.line) for f in about if f.place.line > 1]
    assert codes == [("OIT219", 2), ("OIT202", 3), ("OIT219", 4)]
