"""The table of an item on its page, and who may do what with it."""

import re

import pytest

from desk.sheets.office import TABLE, Office, purchase, summary
from oit.desk.answer import text as rendered
from oit.desk.asked import Asked, RefusedError
from oit.desk.officer import Officer, Role
from oit.desk.pages import rows, table
from oit.desk.spreadsheets import planned
from oit.desk.spreadsheets.incoming import find
from oit.desk.spreadsheets.target import target_of

KEEPER = Officer("คลัง", Role.OFFICER, ("กองคลัง",))
READER = Officer("อ่าน", Role.READER)


def section(office: Office, item: str = "o11") -> str:
    asked = Asked(office.desk, path={"year": "2569", "slug": item})
    return rendered(asked, "table.html", file=asked.file)


def test_a_new_agency_has_two_doors(office: Office) -> None:
    text = section(office)
    assert 'href="/2569/o11/table/"' in text
    assert 'href="#f/months"' in text
    assert "กรอกเอง" in text


def test_a_table_is_summed_up(office: Office) -> None:
    office.has_table()
    text = section(office)
    assert "2 รายการ 2 เดือน · วงเงินงบประมาณ (บาท) 20,000" in text
    assert 'href="/2569/o11/table/rows/"' in text
    assert "กรอกเอง" not in text


def test_a_broken_table_is_told(office: Office) -> None:
    office.has_table('name\n"open')
    assert "อ่านตารางไม่ได้" in section(office)


def test_an_item_without_a_table_says_nothing(office: Office) -> None:
    assert not section(office, "o1").strip()
    (office.folder / "data" / "2569" / "o11.yml").write_text(
        "rows: ../../x.csv\n", encoding="utf-8"
    )
    assert not section(office).strip()
    assert office.get("/2569/o11/table/rows/").status == 404


def test_items_of_others_are_not_shown(office: Office) -> None:
    office.has_table()
    path = {"year": "2569", "slug": "o11", "line": "2"}
    for page in (table.table, table.template, rows.rows, rows.row):
        with pytest.raises(RefusedError):
            page(Asked(office.desk, Officer("x", Role.OFFICER, ("กองช่าง",)), path=path))


def test_readers_see_and_change_nothing(office: Office) -> None:
    office.has_table()
    path = {"year": "2569", "slug": "o11", "line": "2"}
    for page in (table.table, rows.rows, rows.row):
        answer = page(Asked(office.desk, READER, path=path))
        text = bytes(answer.body).decode()
        assert answer.status_code == 200
        assert not re.search(r'name="do"|new/|type="file"', text)
    for page in (table.change, rows.change, rows.state, rows.new, rows.kept):
        with pytest.raises(RefusedError):
            page(Asked(office.desk, READER, "POST", path=path))


def test_items_of_others_are_not_changed_by_an_import(office: Office) -> None:
    """The complaints of a year are shown by an item of that year and one of the next."""
    data = office.folder / "data"
    (data / "2569" / "o18.yml").write_text("owner: กองคลัง\n", encoding="utf-8")
    (data / "2568").mkdir()
    (data / "2568" / "o19.yml").write_text("owner: กองช่าง\n", encoding="utf-8")
    counts = "ประเภทเรื่องร้องเรียน,จำนวนเรื่อง,ดำเนินการแล้วเสร็จ\nถนน,5,4\n".encode()
    shown = office.drop(("a.csv", counts), item="o18")
    file = office.desk.file(2569, "o18")
    assert file
    target = target_of(office.desk, file)
    kept = find(office.desk, Officer(""), file, shown.sent["in"])
    assert target
    assert kept
    answers = planned.answers_of({}, 1, 2568)
    own = planned.planned(office.desk, KEEPER, target, kept, answers)
    assert own.plan
    assert [item.path.name for item in own.plan.items] == ["o18.yml"]
    assert [path.name for path in own.others] == ["o19.yml"]
    everything = planned.planned(office.desk, Officer(""), target, kept, answers)
    assert everything.seal != own.seal
    assert not everything.others


def test_files_belong_to_the_officer_who_handed_them_in(office: Office) -> None:
    shown = office.drop(("a.csv", summary("ประจำเดือน ตุลาคม 2568", purchase(1))))
    query = {"in": shown.sent["in"]}
    path = {"year": "2569", "slug": "o11"}
    assert table.table(Asked(office.desk, path=path, query=query)).status_code == 200
    answer = table.table(Asked(office.desk, Officer("อีกคน"), path=path, query=query))
    assert answer.status_code == 404


def test_the_checker_leads_to_the_table(office: Office) -> None:
    office.has_table(TABLE.replace("8000", "แปดพัน"))
    # Months that nothing is said of are added there, and its own faults are there.
    page = office.client.get("/2569/o11/").text
    assert 'href="/2569/o11/table/rows/"' in page.split('id="status"')[1].split("</section>")[0]
    assert 'href="/2569/o11/#f/months"' not in page
    assert 'href="/2569/o11/#f/rows"' not in page
    assert 'id="table"' in page


def test_a_table_that_is_not_there_is_not_saved(office: Office) -> None:
    path = office.folder / "data/2569/o11.yml"
    page = office.client.post("/2569/o11/", data={"f/rows": "gone.csv", "do": "save"})
    assert "ยังไม่ได้บันทึก 1 ช่อง" in page.text
    assert not path.exists() or "gone.csv" not in path.read_text(encoding="utf-8")
    asked = Asked(office.desk, path={"year": "2569", "slug": "o11"})
    # It can still be saved where there is one.
    office.has_table()
    office.client.post("/2569/o11/", data={"f/summary": "ใหม่", "do": "save"})
    assert asked.file.root["summary"] == "ใหม่"
