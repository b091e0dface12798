"""The checker beside the form says what `oit check` says of the file once it is saved."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from typing import Any

import pytest

from given import ROOT, a_folder
from oit import checks
from oit.assess.assessment import Assessment, ItemResult
from oit.assess.examine import with_document
from oit.data.folder import DataFolder
from oit.desk.checked import check
from oit.desk.checked.check import found_in
from oit.desk.checked.placed import placed
from oit.desk.checked.words import PHRASES
from oit.desk.desk import Desk
from oit.desk.officer import ALONE
from oit.desk.saving.draft import fresh
from oit.desk.saving.save import save
from oit.desk.tree import WAS, without_origins
from oit.findings import codes as codes_of
from oit.findings.finding import Code, Finding
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath
from oit.source.write import in_block

TODAY = date(2026, 11, 22)

ODD = (
    "ไม่ทราบ",
    "-",
    "ไม่มี",
    "ดูที่เว็บไซต์",
    "31/02/2569",
    "2026-03-12",
    "โทร 0812345678",
    "1101700207366",
    "files/2569/no-such.pdf",
    "javascript:alert(1)",
    "นาย ก",
    "-5",
    "\u202eกลับ",
    "บรรทัดแรก\n0812345678 # ปรับเป็นปี 2569",
    "",
)


def said(findings: list[Finding]) -> list[tuple[str, ...]]:
    """Return findings as they read, without the numbers of lines."""
    return sorted(
        (f.code.id, f.severity, f.item, f.element, _unnumbered(f.message()), _unnumbered(f.hint()))
        for f in findings
    )


def _unnumbered(text: str) -> str:
    return re.sub(r"(?<=\.yml):[0-9]+", "", text)


def statuses(items: tuple[ItemResult, ...]) -> list[Any]:
    return [
        (item.item.id, item.status, [(e.status, e.lacking.th) for e in item.elements])
        for item in items
    ]


def about(file: ItemFile, assessment: Assessment) -> tuple[list[Any], list[Any]]:
    """Return what an assessment says of a file: its findings, and its items' statuses."""
    ids = {result.item.id for result in file.items}
    items = tuple(result for result in assessment.items if result.item.id in ids)
    general = [f for f in assessment.general_findings if f.place.file == file.document.file]
    found = {
        (f.place, f.code.id, f.element, f.message()): f
        for f in [*general, *(f for item in items for f in item.findings)]
    }
    return said([*found.values()]), statuses(items)


def checked(desk: Desk, file: ItemFile, tree: Any) -> tuple[list[Any], list[Any]]:
    """Return what the checker beside the form says, before it is put in the form's words."""
    document = placed(tree, file.document)
    year = file.asked[0].year if file.asked else file.year
    assessment = with_document(desk.examined(year), file.path, document.document)
    ids = {result.item.id for result in file.items}
    items = tuple(result for result in assessment.items if result.item.id in ids)
    return said([f for _, f in found_in(assessment, items, document)]), statuses(items)


def damaged(value: Any, random: Random) -> Any:
    """Return a tree with some of its values changed, removed, moved or added."""
    if isinstance(value, dict):
        kept = {
            name: inner if name == WAS else damaged(inner, random)
            for name, inner in value.items()
            if name == WAS or random.random() > 0.05
        }
        return {**kept, "namee": "x"} if random.random() < 0.05 else kept
    if isinstance(value, list):
        entries = [damaged(entry, random) for entry in value]
        if random.random() < 0.3:
            random.shuffle(entries)
        return entries[1:] if random.random() < 0.2 else entries
    return random.choice(ODD) if random.random() < 0.15 else value


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("sample")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    return Desk(DataFolder(root / "data", root), TODAY)


def test_it_says_of_every_file_of_the_sample_what_oit_check_says(sample: Desk) -> None:
    for year in sample.folder.years():
        for file in sample.files(year):
            if file.digest:
                says = checked(sample, file, fresh(file).mine)
                assert says == about(file, sample.assessment(year)), file.name


@pytest.mark.untraced
def test_it_says_of_every_damaged_item_of_the_sample_what_the_saved_file_gets(
    sample: Desk,
) -> None:
    year, faults = sample.assessment().year, 0
    for name in [file.name for file in sample.files(year)]:
        [file] = [file for file in sample.files(year) if file.name == name]
        tree = damaged(fresh(file).mine, Random(name))  # noqa: S311 - the same each time
        if name == "agency.yml":
            odd = {"phone": "ไม่ทราบ", "latitude": "104.1", "longitude": "15.2"}
            tree = {**without_origins(tree), **odd}  # type: ignore[dict-item]  # a mapping
        before = checked(sample, file, tree)
        file.path.write_text(in_block(without_origins(tree)), encoding="utf-8")  # type: ignore[arg-type]  # a mapping
        after = about(file, sample.assessment(year))
        assert before == after, name
        faults += len(after[0])
    assert faults > 250


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "examples").iterdir()))
def test_it_says_of_every_file_of_the_examples_what_oit_check_says(name: str) -> None:
    desk = Desk(DataFolder(ROOT / "examples" / name / "data", ROOT), TODAY)
    for year in desk.folder.years()[:2]:
        for file in desk.files(year):
            if file.digest:
                says = checked(desk, file, fresh(file).mine)
                assert says == about(file, desk.assessment(year)), file.name


AGENCY = "name: เทศบาลเล็ก\nkind: municipality\n"


def an_office(path: Path, **items: str) -> Desk:
    files = {f"data/2569/{name}.yml": text for name, text in items.items()}
    return Desk(a_folder(path, {"data/agency.yml": AGENCY, **files}), TODAY)


def codes(desk: Desk, slug: str, tree: Any) -> dict[KeyPath, list[str]]:
    file = desk.file(2569, slug)
    assert file is not None
    return {
        path: [finding.code.id for finding in found]
        for path, found in check(desk, file, tree).findings.items()
    }


def test_each_finding_is_at_its_field(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o02="people:\n  - name: สมชาย ใจดี\n    position: นายก\n")
    tree = {
        "updated": "เมื่อวาน",
        "people": [
            {"name": "สมหญิง ใจงาม", "position": "รองนายก", "phone": "ไม่ทราบเบอร์"},
            {WAS: "0", "name": "สมชาย ใจดี", "position": "นายก", "emal": "a@b.go.th"},
            {"position": "ปลัด"},
        ],
    }
    found = codes(desk, "o2", tree)
    assert "OIT208" in found["updated",]
    assert "OIT205" in found["people", 1, "emal"]
    assert "OIT207" in found["people", 2, "name"]


def test_an_element_that_nothing_shows_is_at_the_field_that_would(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองคลัง\n")
    assert "OIT201" in codes(desk, "o7", {"owner": "กองคลัง"})["problems",]


def test_that_an_element_is_missing_is_not_said_again_beside_its_field(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองคลัง\n")
    file = desk.file(2569, "o7")
    assert file is not None
    checked = check(desk, file, {"owner": "กองคลัง", "problems": "ฝนตก", "year": "ไม่ทราบ"})
    assert [f.code.id for f in checked.beside(("year",))] == ["OIT208"]
    assert checked.findings["recommendations",]
    assert checked.beside(("recommendations",)) == ()


def test_a_new_entry_is_wrong_when_something_is_written_in_it(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o02="owner: สำนักปลัด\n")
    found = codes(desk, "o2", {"people": [{}, {"position": "ปลัด"}, {WAS: "0"}]})
    assert ("people", 0, "name") not in found
    assert "OIT207" in found["people", 1, "name"]
    assert "OIT207" in found["people", 2, "name"]


def test_the_mark_of_a_new_year_stays_until_the_value_is_changed(tmp_path: Path) -> None:
    text = (
        "year: 2568  # ปรับเป็นปี 2569\n"
        "# ปรับเป็นปี 2569\n"
        "updated: 2568-10-10\n"
        "summary: แผน  # ปรับเป็นปี 2569\n"
    )
    desk = an_office(tmp_path, o06=text)
    file = desk.file(2569, "o6")
    assert file is not None
    old: Any = fresh(file).mine
    assert codes(desk, "o6", old)["year",] == ["OIT410"]
    new = {**old, "year": "2569", "updated": "2569-10-10"}
    found = codes(desk, "o6", new)
    assert ("year",) not in found
    assert "OIT410" in found["summary",]
    before = checked(desk, file, new)
    save(desk, ALONE, file, replace(fresh(file), mine=new))
    assert file.path.read_text(encoding="utf-8") == (
        "year: 2569\nupdated: 2569-10-10\nsummary: แผน  # ปรับเป็นปี 2569\n"
    )
    assert before == about(file, desk.assessment(2569))


def test_what_only_the_text_of_a_file_has_stays_where_it_was(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="summary: ถนนสาย #3\nowner: กองช่าง\n")
    file = desk.file(2569, "o7")
    assert file is not None
    [cut] = [finding.code.id for finding in file.document.findings]
    tree = {"owner": "กองคลัง", "summary": "ถนนสาย"}
    assert cut in codes(desk, "o7", tree)["summary",]
    assert cut not in codes(desk, "o7", {**tree, "summary": "ถนนสาย 3"}).get(("summary",), [])


def test_a_file_that_is_no_yaml_says_so_and_a_missing_one_what_it_lacks(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="a: b: c\n")
    assert "OIT102" in codes(desk, "o7", {})[()]
    assert codes(desk, "o8", {})[()] == ["OIT200"]
    assert "OIT200" not in json.dumps([*codes(desk, "o8", {"owner": "กองคลัง"}).values()])


def test_characters_that_nobody_sees_are_told_where_they_are(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองช่าง\nproblems: [ฝน, น้ำ]\n")
    tree = {"owner": "กอง\u202eช่าง", "summary": "สอง\nบรรทัด", "problems": ["น้ำ", "ฝน", "ลม"]}
    assert codes(desk, "o7", tree)["owner",] == ["OIT109"]


def test_what_is_wrong_in_the_table_of_an_item_is_at_the_name_of_the_table(tmp_path: Path) -> None:
    table = "month,name,budget\nต.ค. 2568,จ้างซ่อมถนน,ห้าแสน\n"
    files = {
        "data/agency.yml": AGENCY,
        "data/2569/p.csv": table,
        "data/2569/o11.yml": "rows: p.csv\n",
    }
    desk = Desk(a_folder(tmp_path, files), TODAY)
    assert "OIT210" in codes(desk, "o11", {"rows": "p.csv"})["rows",]


def test_too_much_for_a_file_is_told_at_once(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองช่าง\n")
    assert codes(desk, "o7", {"summary": "ก" * 400_000})[()] == ["OIT106"]


def test_the_agencys_own_file_is_checked_also_if_it_cannot_be_read(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองช่าง\n")
    assert "OIT207" in codes(desk, "agency", {"kind": "municipality"})["name",]
    (tmp_path / "data/agency.yml").write_text("kind: municipality\n", encoding="utf-8")
    found = codes(desk, "agency", {"name": "เทศบาลเล็ก", "kind": "ไม่ทราบ"})
    assert "OIT212" in found["kind",]


def test_the_turn_of_the_ita_cycle_needs_no_file_yet(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองช่าง\n")
    assert "OIT205" in codes(desk, "ita", {"resultss": "x"})["resultss",]


def test_the_words_are_those_of_the_form(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o07="owner: กองช่าง\n", o08="owner: กองชาง\n")
    file = desk.file(2569, "o7")
    assert file is not None
    tree: Any = {"owner": "กองช่าง", "nothing_to_report": "ไม่มี", "not_applicable": "ไม่มี (phone)"}
    every = [f for found in check(desk, file, tree).findings.values() for f in found]
    told = " ".join(f"{f.message()} {f.hint()}" for f in every)
    assert "“ไม่มีเรื่องต้องรายงาน”" in told
    assert not re.search(r"nothing_to_report|not_applicable|\.yml|shows", told)


def test_dotted_names_and_choices_are_said_in_the_words_of_the_form(tmp_path: Path) -> None:
    desk = an_office(tmp_path, o01="owner: สำนักปลัด\n", o02="owner: สำนักปลัด\n")
    told = ""
    trees: dict[str, Any] = {"o1": {}, "o2": {"people": [{"position": "ปลัด"}]}}
    for slug, tree in trees.items():
        file = desk.file(2569, slug)
        assert file is not None
        found = check(desk, file, {"owner": "สำนักปลัด", **tree}).findings.values()
        told += " ".join(f"{f.message()} {f.hint()}" for each in found for f in each)
    assert "“ใช่” ในช่อง “ตำแหน่งว่าง”" in told
    assert not re.search(r"units|political|deputy|true", told)


def test_every_phrase_that_is_said_in_another_way_at_the_desk_exists() -> None:
    modules = chain.from_iterable(
        walk_packages(package.__path__, f"{package.__name__}.") for package in (codes_of, checks)
    )
    known = [
        text
        for module in modules
        for code in vars(import_module(module.name)).values()
        if isinstance(code, Code)
        for text in (code.message.th, code.hint.th)
    ]
    assert [phrase for phrase in PHRASES if not any(phrase in text for text in known)] == []
