"""The rows of a table: found, changed, added, removed; every other row stays byte for byte."""

import threading
from pathlib import Path
from typing import Any

import pytest

from desk.sheets.office import TABLE, Office
from oit.atomic import write_atomically
from oit.desk.spreadsheets import rows

ROWS = "/2569/o11/table/rows/"
FIRST, SECOND = TABLE.splitlines(keepends=True)[1:]


def test_the_rows_with_their_sums(office: Office) -> None:
    office.has_table()
    page = office.get(ROWS)
    assert page.status == 200
    assert (
        "ทั้งหมด 2 แถว · วงเงินงบประมาณ (บาท) รวม 20,000 · ราคาที่ตกลงซื้อหรือจ้าง (บาท) รวม 19,760"
        in page.words
    )
    assert f'href="{ROWS}2/"' in page.text
    assert "ตุลาคม 2568 ซื้อกระดาษ, ดินสอ ร้าน ก 12,000 11,860" in page.words


def test_rows_are_found_however_they_are_spelt(office: Office) -> None:
    office.has_table()
    found = office.get(f"{ROWS}?q=เก้าอี้ ร้าน")
    assert "พบ 1 แถว" in found.words
    assert "ซื้อกระดาษ" not in found.words
    assert "พบ 1 แถว" in office.get(f"{ROWS}?q=๑/๒๕๖๙").words
    assert "ไม่พบรายการ" in office.get(f"{ROWS}?q=%3Cscript%3E").words


def test_a_row_is_changed_and_nothing_else(office: Office) -> None:
    path = office.has_table()
    page = office.get(f"{ROWS}2/")
    assert page.sent["f/bidders/0/price"] == "11860"
    saved = office.change(page, {"f/agreed_price": "11,500.50", "f/contract_date": "10 ต.ค. 2568"})
    assert "บันทึกแล้ว" in saved.words
    changed = FIRST.replace(",11860,1/", ",11500.50,1/").replace("2568-10-09", "2568-10-10")
    assert path.read_bytes().decode() == TABLE.replace(FIRST, changed)
    assert office.record == [
        {**office.record[0], "file": "2569/procurement.csv", "kind": "save",
         "fields": ["agreed_price", "contract_date"]}
    ]  # fmt: skip
    assert "11500" not in str(office.record)


def test_a_form_posted_unchanged_changes_nothing(office: Office) -> None:
    path = office.has_table(TABLE.replace("ซื้อเก้าอี้", '"ซื้อเก้าอี้\n2 ตัว"'))
    before = path.read_bytes()
    for line in (2, 3):
        assert office.change(office.get(f"{ROWS}{line}/"), {}).status == 200
    assert path.read_bytes() == before
    assert not (office.desk.state / "saves.log").exists()


def test_bidders_are_added_and_removed(office: Office) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}2/"), {"f/bidders/1/price": "12,000"}, "add:bidders")
    assert page.sent["f/bidders/4/name"] == ""
    assert "ร้าน ข = " not in path.read_text(encoding="utf-8")
    office.change(
        page, {"f/bidders/0/name": "", "f/bidders/0/price": "", "f/bidders/2/name": "ร้าน = | \\ ง"}
    )
    assert ",ร้าน ข = 12000 | ร้าน \\= \\| \\\\ ง," in path.read_text(encoding="utf-8")
    assert office.get(f"{ROWS}2/").sent["f/bidders/1/name"] == "ร้าน = | \\ ง"


def test_a_value_that_cannot_be_read_stays_a_draft(office: Office) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}2/"), {"f/budget": "มาก", "f/winner": "ร้าน ข"})
    assert "บันทึกช่องอื่นแล้ว" in page.words
    assert "วงเงินงบประมาณ (บาท) (budget)" in page.words
    assert 'aria-invalid="true"' in page.text
    assert page.sent["f/budget"] == "มาก"
    assert path.read_bytes().decode() == TABLE.replace(",ร้าน ก,11860", ",ร้าน ข,11860")
    assert "ที่พิมพ์ไว้แต่ยังไม่ได้บันทึก" in office.get(ROWS).words
    again = office.get(f"{ROWS}2/")
    assert again.sent["f/budget"] == "มาก"
    office.change(again, {"f/budget": "9000"})
    assert ",9000," in path.read_text(encoding="utf-8")
    assert "ที่พิมพ์ไว้แต่ยังไม่ได้บันทึก" not in office.get(ROWS).words


def test_an_unreadable_price_of_a_bidder_comes_back_as_typed(office: Office) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}2/"), {"f/bidders/0/price": "5|6=\\"})
    assert page.sent["f/bidders/0/price"] == "5|6=\\"
    assert path.read_bytes().decode() == TABLE
    gone = office.change(page, {}, "discard")
    assert gone.status == 200
    assert office.get(f"{ROWS}2/").sent["f/bidders/0/price"] == "11860"


def test_what_is_typed_is_kept_without_saving(office: Office) -> None:
    path = office.has_table()
    said = office.change(office.get(f"{ROWS}2/"), {"f/budget": "มาก"}, "keep")
    assert 'id="m/budget"><p class="problem">' in said.text
    assert "วงเงินงบประมาณ (บาท) (budget)" in said.text
    assert 'id="m/winner"></div>' in said.text
    assert office.get(f"{ROWS}2/").sent["f/budget"] == "มาก"
    assert path.read_bytes().decode() == TABLE


def test_a_row_is_added_in_its_month(office: Office) -> None:
    path = office.has_table(TABLE.removesuffix("\r\n"))
    page = office.get(f"{ROWS}new/")
    office.change(page, {"f/month": "พ.ย. 2568", "f/name": "=ซื้อ", "f/place": "หมู่ 1"})
    assert path.read_bytes().decode() == "".join(
        (
            TABLE.splitlines(keepends=True)[0].replace("\r\n", ",place\r\n"),
            FIRST.replace("\r\n", ",\r\n"),
            "2568-11,'=ซื้อ,,,,,,,หมู่ 1\r\n",
            SECOND.replace("\r\n", ","),
        )
    )
    assert office.get(f"{ROWS}3/").sent["f/name"] == "=ซื้อ"


def test_a_new_row_without_its_name_stays_a_draft(office: Office) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}new/"), {"f/winner": "ร้าน ง"})
    assert page.status == 422
    assert path.read_bytes().decode() == TABLE
    assert office.get(f"{ROWS}new/").sent["f/winner"] == "ร้าน ง"


def test_a_row_is_copied(office: Office) -> None:
    path = office.has_table()
    page = office.get(f"{ROWS}new/?like=3")
    assert page.sent["f/winner"] == "ร้าน ค"
    office.change(page, {"f/month": "2569-01", "f/contract_number": "3/2569"})
    copied = "2569-01,ซื้อเก้าอี้,8000,,ร้าน ค,7900,3/2569,2568-12-01\r\n"
    assert path.read_bytes().decode() == TABLE + copied


def test_a_row_is_removed_after_a_question(office: Office) -> None:
    path = office.has_table(b"\xef\xbb\xbf" + TABLE.encode())
    asked = office.change(office.get(f"{ROWS}2/"), {}, "remove")
    assert "ลบรายการนี้หรือไม่ ซื้อกระดาษ, ดินสอ" in asked.words
    assert FIRST.encode() in path.read_bytes()
    gone = office.post(f"{ROWS}2/", {**asked.sent, "do": "remove:yes"})
    assert "ลบรายการแล้ว" in gone.words
    assert path.read_bytes() == b"\xef\xbb\xbf" + TABLE.replace(FIRST, "").encode()
    assert office.get(f"{ROWS}3/").status == 404


def test_months_without_entries_say_so(office: Office) -> None:
    path = office.has_table()
    page = office.get(ROWS)
    assert "พฤศจิกายน 2568" in page.words
    assert "มีนาคม 2569" not in page.words  # it has not begun
    text = "ไม่มีการจัดซื้อจัดจ้าง"
    office.post(
        ROWS, {"do": "state", "month": ["2568-11", "2569-01", "2569-03", "x"], "text": text}
    )
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(",nothing")
    assert [line for line in lines if text in line] == [
        f"2568-11,,,,,,,,{text}", f"2569-01,,,,,,,,{text}"
    ]  # fmt: skip
    assert "พฤศจิกายน 2568 ไม่มีการจัดซื้อจัดจ้าง" in office.get(ROWS).words
    form = office.get(f"{ROWS}3/")
    assert "f/budget" not in form.sent
    office.change(form, {"f/nothing": "ไม่มี"})
    assert "2568-11,,,,,,,,ไม่มี" in path.read_text(encoding="utf-8")


def test_the_last_changes_are_undone_one_after_the_other(office: Office) -> None:
    path = office.has_table()
    office.change(office.get(f"{ROWS}2/"), {"f/winner": "ร้าน ข"})
    office.change(office.get(f"{ROWS}new/"), {"f/name": "ซื้อใหม่"})
    page = office.get(ROWS)
    assert "เลิกทำ: เพิ่ม ซื้อใหม่" in page.words
    page = office.post(ROWS, {**page.sent, "do": "undo"})
    assert path.read_bytes().decode() == TABLE.replace(",ร้าน ก,11860", ",ร้าน ข,11860")
    first = {**page.sent, "do": "undo"}
    assert "เลิกทำ: แก้ ซื้อกระดาษ, ดินสอ" in page.words
    office.post(ROWS, first)
    assert path.read_bytes().decode() == TABLE
    assert office.post(ROWS, first).status == 409
    assert "เลิกทำ:" not in office.get(ROWS).words
    assert [line["kind"] for line in office.record] == ["save", "save", "undo", "undo"]


def test_what_somebody_changed_otherwise_is_not_undone(office: Office) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}2/"), {"f/winner": "ร้าน ข"})
    path.write_bytes(TABLE.encode() + b"2569-01,x,,,,,,\r\n")
    assert office.post(ROWS, {**page.sent, "do": "undo"}).status == 409
    assert path.read_bytes().startswith(TABLE.encode())
    assert "เลิกทำ:" not in office.get(ROWS).words


def test_a_row_that_moved_is_found_by_its_old_contents(office: Office) -> None:
    path = office.has_table()
    page = office.get(f"{ROWS}3/")
    other = office.get(f"{ROWS}2/")
    office.post(f"{ROWS}2/", {**office.change(other, {}, "remove").sent, "do": "remove:yes"})
    office.change(page, {"f/winner": "ร้าน ง"})
    assert path.read_bytes().decode() == TABLE.replace(FIRST, "").replace("ร้าน ค", "ร้าน ง")


def test_two_people_who_change_different_cells(office: Office) -> None:
    path = office.has_table()
    mine, theirs = office.get(f"{ROWS}3/"), office.get(f"{ROWS}3/")
    office.change(theirs, {"f/winner": "ร้าน ง"})
    assert "บันทึกแล้ว" in office.change(mine, {"f/agreed_price": "7000"}).words
    assert path.read_bytes().decode().endswith(",ร้าน ง,7000,2/2569,2568-12-01\r\n")


def test_two_people_who_change_the_same_cell(office: Office) -> None:
    path = office.has_table()
    mine, theirs = office.get(f"{ROWS}3/"), office.get(f"{ROWS}3/")
    office.change(theirs, {"f/winner": "ร้าน ง"})
    before = path.read_bytes()
    page = office.change(mine, {"f/winner": "ร้าน จ", "f/agreed_price": "7000"})
    assert page.status == 409
    assert "เดิม: ร้าน ค ของท่าน: ร้าน จ ที่บันทึกไว้แล้ว: ร้าน ง" in page.words
    assert path.read_bytes() == before
    assert office.get(f"{ROWS}3/").sent["f/winner"] == "ร้าน จ"  # nothing is lost meanwhile
    office.post(f"{ROWS}3/", {**page.sent, "do": "save"})
    assert path.read_bytes().decode().endswith(",ร้าน จ,7000,2/2569,2568-12-01\r\n")
    assert "ยังไม่ได้บันทึก" not in office.get(ROWS).words


def test_a_row_that_somebody_removed_meanwhile(office: Office) -> None:
    path = office.has_table()
    mine, theirs = office.get(f"{ROWS}3/"), office.get(f"{ROWS}3/")
    office.post(f"{ROWS}3/", {**office.change(theirs, {}, "remove").sent, "do": "remove:yes"})
    page = office.change(mine, {"f/winner": "ร้าน จ"})
    assert page.status == 409
    assert "ถูกลบไปแล้วระหว่างที่ท่านแก้" in page.words
    office.post(f"{ROWS}new/", {**page.sent, "do": "save"})
    assert "ซื้อเก้าอี้,8000,,ร้าน จ" in path.read_text(encoding="utf-8")


def test_many_people_at_once_lose_nothing(office: Office) -> None:
    path = office.has_table()
    page = office.get(f"{ROWS}new/")

    def add(number: int) -> None:
        office.client.post(
            f"{ROWS}new/", data={**page.sent, "f/name": f"งาน {number}", "do": "save"}
        )

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = path.read_text(encoding="utf-8")
    assert text.replace("\n", "\r\n").startswith(TABLE)
    assert all(f"งาน {number}," in text for number in range(8))


def test_a_full_disk_keeps_what_was_typed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office.has_table()

    def full(path: Path, _: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("oit.desk.spreadsheets.rows.write_atomically", full)
    page = office.change(office.get(f"{ROWS}2/"), {"f/winner": "ร้าน ข"})
    assert page.status == 500
    assert "บันทึกไม่ได้ (ดิสก์เต็ม จึงเขียนไม่ได้)" in page.words
    assert page.sent["f/winner"] == "ร้าน ข"
    assert path.read_bytes().decode() == TABLE
    monkeypatch.setattr("oit.desk.spreadsheets.rows.write_atomically", write_atomically)
    assert office.get(f"{ROWS}2/").sent["f/winner"] == "ร้าน ข"


@pytest.mark.parametrize("text", ['name\n"open', "", "\0", "a,a\n1,2\n", "ก,ข\n1\n"])
def test_a_table_that_is_none_is_told(office: Office, text: str) -> None:
    path = office.has_table(text)
    page = office.get(ROWS)
    assert page.status in {200, 422}
    assert office.get("/2569/o11/table/").status == 200
    assert path.read_bytes() == text.encode()


def test_hostile_values(office: Office) -> None:
    hostile = "</textarea><script>alert(1)</script>\"'<img src=x onerror=alert(1)>{{7*7}}\u202e"
    office.has_table()
    fields = [name for name in office.get(f"{ROWS}2/").sent if name.startswith("f/")]
    page = office.change(office.get(f"{ROWS}2/"), dict.fromkeys(fields, hostile))
    for answer in (
        page,
        office.get(ROWS),
        office.get(f"{ROWS}2/"),
        office.change(page, {}, "remove"),
    ):
        assert answer.status in {200, 422}
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
    assert office.get(f"{ROWS}2/").sent["f/budget"] == hostile.strip()
    for name in ("f/x", "f/rows", "f/@was", "f/bidders/99999/name", "f/../../x", "was", "line"):
        assert office.change(office.get(f"{ROWS}2/"), {name: "[1,2"}).status < 500


@pytest.mark.parametrize(
    "address", ["99/", "new/?like=x", "new/?like=99999999999", "kept/x/", "?page=x"]
)
def test_addresses_that_lead_nowhere(office: Office, address: str) -> None:
    office.has_table()
    assert office.get(f"{ROWS}{address}").status in {200, 404}


def test_a_row_that_changes_in_the_same_moment(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.has_table()
    page = office.get(f"{ROWS}3/")
    table = rows.read_rows

    def overtaken(*arguments: Any) -> rows.Rows:
        read = table(*arguments)
        path.write_bytes(TABLE.replace("ร้าน ค", "ร้าน ง").encode())
        return read

    monkeypatch.setattr("oit.desk.pages.rows.read_rows", overtaken)
    answer = office.change(page, {"f/agreed_price": "7000"})
    assert answer.status == 409
    assert "มีผู้แก้แถวนี้พร้อมกับท่าน" in answer.words
    monkeypatch.setattr("oit.desk.pages.rows.read_rows", table)
    assert office.change(answer, {}).status == 200
    assert path.read_bytes().decode().endswith(",ร้าน ง,7000,2/2569,2568-12-01\r\n")


def test_a_row_is_not_removed_after_somebody_changed_it(office: Office) -> None:
    path = office.has_table()
    asked = office.change(office.get(f"{ROWS}3/"), {}, "remove")
    office.change(office.get(f"{ROWS}3/"), {"f/winner": "ร้าน ง"})
    before = path.read_bytes()
    assert office.post(f"{ROWS}3/", {**asked.sent, "do": "remove:yes"}).status == 409
    assert path.read_bytes() == before


def test_texts_that_are_too_long(office: Office) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}2/"), {"f/name": "ก" * 33_000})
    assert page.status == 413
    assert "ยาวเกิน 32,767 ตัวอักษร" in page.words
    assert path.read_bytes().decode() == TABLE


def test_rows_with_values_that_cannot_be_read_are_shown_as_they_are(office: Office) -> None:
    office.has_table("month,name,budget\nเดือนหน้า,ซื้อ,มาก\n2568-10,จ้าง,5\n")
    words = office.get(ROWS).words
    assert "เดือนหน้า ซื้อ มาก" in words
    assert "วงเงินงบประมาณ (บาท) รวม 5" in words
    assert "ต้องเป็นจำนวนเงิน (บาท) แต่พบ" in words


def test_a_full_disk_is_told_of_statements_and_undo(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.has_table()
    page = office.change(office.get(f"{ROWS}2/"), {"f/winner": "ร้าน ข"})
    before = path.read_bytes()

    def full(path: Path, _: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("oit.desk.spreadsheets.rows.write_atomically", full)
    monkeypatch.setattr("oit.desk.spreadsheets.changing.write_atomically", full)
    for sent in ({**page.sent, "do": "undo"}, {"do": "state", "month": "2568-11", "text": "ไม่มี"}):
        answer = office.post(ROWS, sent)
        assert answer.status == 500
        assert "ดิสก์เต็ม จึงเขียนไม่ได้" in answer.words
    assert path.read_bytes() == before
    assert office.post(ROWS, {"do": "state", "text": "ไม่มี"}).status == 200


def test_a_change_that_cannot_be_remembered_is_saved(office: Office) -> None:
    path = office.has_table()
    office.desk.state_folder()
    (office.desk.state / "tables").write_text("", encoding="utf-8")
    assert "บันทึกแล้ว" in office.change(office.get(f"{ROWS}2/"), {"f/winner": "ร้าน ข"}).words
    assert "ร้าน ข,11860" in path.read_text(encoding="utf-8")


def test_only_the_last_changes_are_remembered(office: Office) -> None:
    office.has_table()
    for number in range(22):
        office.change(office.get(f"{ROWS}2/"), {"f/winner": f"ร้าน {number}"})
    kept = sorted((office.desk.state / "tables").rglob("*.json"))
    assert [path.stem for path in kept] == [f"{number:08}" for number in range(3, 23)]
    kept[-1].write_text("{", encoding="utf-8")
    page = office.get(ROWS)
    assert page.status == 200
    assert "เลิกทำ:" not in page.words


def test_a_table_that_is_named_and_not_there_begins_with_its_first_row(office: Office) -> None:
    path = office.has_table()
    path.unlink()
    assert "ไม่พบรายการ" in office.get(ROWS).words
    office.change(office.get(f"{ROWS}new/"), {"f/name": "ซื้อ", "f/month": "ต.ค. 2568"})
    assert path.read_text(encoding="utf-8") == "month,name\n2568-10,ซื้อ\n"


def test_a_row_without_a_month_comes_last(office: Office) -> None:
    path = office.has_table()
    office.change(office.get(f"{ROWS}new/"), {"f/name": "ซื้อ"})
    assert path.read_bytes().decode() == f"{TABLE},ซื้อ,,,,,,\r\n"
    office.change(office.get(f"{ROWS}new/"), {"f/name": "จ้าง", "f/month": "2567-10"})
    assert path.read_bytes().decode().splitlines()[1].startswith("2567-10,จ้าง")
