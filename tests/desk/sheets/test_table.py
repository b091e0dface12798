"""Spreadsheets in: shown first, accepted or left, the same as `oit import`."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

import attack_files
from desk.sheets.office import Office, purchase, summary
from oit.atomic import write_atomically
from oit.cli.main import main
from oit.desk.spreadsheets import incoming
from oit.desk.spreadsheets.target import Target, target_of
from spreadsheets.office_files import archive, excel_parts

OCTOBER = "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2568"


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    fill(book)
    book.close()
    return out.getvalue()


def _percents(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("แผน")
    percent = book.add_format({"num_format": "0.00%"})
    sheet.write_row(0, 0, ["โครงการ", "งบประมาณ (ล้านบาท)", "ความก้าวหน้า (ร้อยละ)"])
    sheet.write_row(1, 0, ["ก่อสร้างถนน", 3.5])
    sheet.write_number(1, 2, 0.875, percent)


def _hidden(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("ต.ค. 68")
    sheet.write_row(0, 0, ["งานที่จัดซื้อหรือจัดจ้าง", "ราคากลาง", "ผู้ได้รับการคัดเลือก"])
    sheet.write_row(1, 0, ["ซื้อหมึก", 900, "ร้าน ก"])
    sheet.write_row(2, 0, ["ซื้อลับ", 100, "ร้าน ข"])
    sheet.set_row(2, None, None, {"hidden": True})


def _merged(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("ต.ค. 68")
    sheet.write_row(0, 0, ["งานที่จัดซื้อหรือจัดจ้าง", "สัญญา"])
    sheet.merge_range("B1:C1", "เลขที่และวันที่ของสัญญา")
    sheet.write_row(1, 0, ["ซื้อหมึก", "7/2569", "9 ต.ค. 2568"])


Files = tuple[tuple[str, bytes], ...]

KINDS: dict[str, tuple[str, str, int, Files]] = {
    "summary": (
        "o11", "procurement", 2569, (("สขร.1.csv", summary(OCTOBER, purchase(1), purchase(2))),),
    ),
    "months, one a file": (
        "o11", "procurement", 2569,
        (
            ("ต.ค. 2568.csv", summary("", purchase(1))),
            ("พ.ย. 2568.csv", summary("", purchase(2, day="3 พ.ย. 68"))),
        ),
    ),
    "years of two digits": (
        "o11", "procurement", 2569, (("a.csv", summary("", purchase(1, day="9-Oct-25"))),),
    ),
    "old encoding": (
        "o11", "procurement", 2569,
        (("a.csv", summary(OCTOBER, purchase(1)).decode().encode("cp874")),),
    ),
    "hidden rows": ("o11", "procurement", 2569, (("a.xlsx", workbook(_hidden)),)),
    "merged heads": ("o11", "procurement", 2569, (("a.xlsx", workbook(_merged)),)),
    "nothing bought": (
        "o11", "procurement", 2569, (("a.csv", f"{OCTOBER}\nไม่มีการจัดซื้อจัดจ้าง\n".encode()),),
    ),
    "percents and millions": ("o6", "budget", 2569, (("a.xlsx", workbook(_percents)),)),
    "of the year before": (
        "o18", "statistics", 2568,
        (("a.csv", "ประเภทเรื่องร้องเรียน,จำนวนเรื่อง,ดำเนินการแล้วเสร็จ\nถนน,5,4\n".encode()),),
    ),
    "JSON of e-GP": (
        "o11", "procurement", 2569,
        (
            ("a.json", '[{"project_id": "68109000001", "project_name": "จ้างซ่อม", '
             '"contract_date": "2025-10-08T17:00:00.000Z"}]'.encode()),
        ),
    ),
}  # fmt: skip


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A second agency, which imports by command."""
    with Office.open(tmp_path / "command") as opened:
        return opened.folder


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_accepted_is_what_the_command_writes(
    office: Office, other: Path, kind: str
) -> None:
    item, name, year, files = KINDS[kind]
    before = office.files
    shown = office.drop(*files, item=item)
    assert shown.status == 200, shown.words
    assert "ยังไม่ได้บันทึก" in shown.words
    assert office.files == before
    assert office.accept(shown, item).status == 200
    given = []
    for file, data in files:
        (other / file).write_bytes(data)
        given.append(str(other / file))
    main(["import", name, *given, "--year", str(year), "--data", str(other / "data"), "-q"])
    written = {p.relative_to(other / "data").as_posix(): p.read_bytes()
               for p in (other / "data").rglob("*") if p.is_file()}  # fmt: skip
    assert office.files == written
    assert office.files != before
    assert {line["kind"] for line in office.record} == {"import"}


def test_everything_that_import_says_is_shown(office: Office) -> None:
    file = summary(
        OCTOBER,
        purchase(1),
        purchase(2, name="โทร 081-234-5678", price="9000"),
        "กองช่าง",
        '3,ซื้อปากกา,"ประมาณ",12000,,,,,',
        "รวม,,30000,,,,,,",
    )
    words = office.drop(("a.csv", file)).words
    assert "รวม 3 รายการ 1 เดือน" in words
    assert "เพิ่ม 3 เปลี่ยน 0" in words
    assert 'ช่อง "วงเงินที่จะซื้อหรือจ้าง" อ่านไม่ได้' in words
    assert "แถว 5 คอลัมน์ A แถวนี้ไม่ได้นำเข้า: ไม่ทราบว่าเป็นอะไร" in words
    assert "ในไฟล์ 30,000 แต่บวกรายการได้ 24,000" in words
    assert "น่าจะมีเบอร์โทรศัพท์มือถือ (0xxxxxxx78)" in words
    assert "วิธีซื้อหรือจ้าง วิธีการจัดซื้อจัดจ้าง" in words
    assert "ตุลาคม 2568 3 24,000 20,860" in words
    assert "คอลัมน์ C: ช่อง" in words


def test_changed_rows_are_shown_with_the_old_text(office: Office) -> None:
    office.accept(office.drop(("a.csv", summary(OCTOBER, purchase(1), purchase(2)))))
    shown = office.drop(("a.csv", summary(OCTOBER, purchase(1, price="10000"), purchase(3))))
    assert "เพิ่ม 1 เปลี่ยน 1 เหมือนเดิม 0" in shown.words
    assert "<del>11860</del> <ins>10000</ins>" in shown.text
    same = office.drop(("a.csv", summary(OCTOBER, purchase(1), purchase(2))))
    assert "ไม่มีอะไรต้องเปลี่ยน" in same.words
    assert 'value="accept"' not in same.text


def test_files_may_replace_the_rows_of_their_months(office: Office) -> None:
    november = summary("ประจำเดือน พฤศจิกายน 2568", purchase(9, "ของเดือนอื่น", "3 พ.ย. 68"))
    office.accept(office.drop(("a.csv", summary(OCTOBER, purchase(1), purchase(2, "ซื้อผิด")))))
    office.accept(office.drop(("b.csv", november)))
    shown = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    assert "ลบเฉพาะของเดือนที่อยู่ในไฟล์นี้" in shown.words
    shown = office.get(f"{shown.address}&rows=replace")
    assert "ลบ 1" in shown.words
    assert "รายการเดิมที่จะหายไป 1 ตุลาคม 2568 · ซื้อผิด" in shown.words
    office.accept(shown)
    table = office.files["2569/procurement.csv"].decode()
    assert "ซื้อผิด" not in table
    assert "ของเดือนอื่น" in table


def test_an_import_is_undone(office: Office) -> None:
    rows = office.accept(office.drop(("a.csv", summary(OCTOBER, purchase(1)))))
    before = office.files["2569/procurement.csv"]
    rows = office.accept(office.drop(("b.csv", summary(OCTOBER, purchase(2)))))
    rows = office.post(rows.address.partition("?")[0], {**rows.sent, "do": "undo"})
    assert office.files["2569/procurement.csv"] == before
    rows = office.post(rows.address.partition("?")[0], {**rows.sent, "do": "undo"})
    assert "ทั้งหมด 0 แถว" in rows.words
    assert office.files["2569/procurement.csv"].count(b"\n") == 1


def test_a_month_that_no_file_names_is_asked_for(office: Office) -> None:
    row = "1,ซื้อวัสดุ,12000,12000,เฉพาะเจาะจง,,,ราคาต่ำสุด,"
    shown = office.drop(("a.csv", summary("", row)))
    assert "a.csv: เป็นของเดือนใด" in shown.words
    assert shown.sent["month0"] == ""
    shown = office.get(f"{shown.address}&month0=2568-11")
    assert "เดือน (จากที่ท่านเลือก): พฤศจิกายน 2568 (1)" in shown.words
    assert shown.sent["month0"] == "2568-11"
    office.accept(shown)
    assert "\n2568-11,ซื้อวัสดุ," in office.files["2569/procurement.csv"].decode()
    assert "เป็นของเดือนใด" not in office.drop(("a.csv", summary(OCTOBER, row))).words


def test_a_unit_that_is_not_known_is_asked_for(office: Office) -> None:
    plan = "หน่วย : MB,,\nโครงการ,ผู้รับผิดชอบ,งบประมาณ\nก่อสร้างถนน,กองช่าง,3.5\n".encode()
    shown = office.drop(("a.csv", plan), item="o6")
    assert "a.csv: จำนวนเงินเขียนเป็นหน่วยใด" in shown.words
    assert "ถ้าจำนวนเงินในไฟล์ไม่ใช่บาท" not in shown.words
    office.accept(office.get(f"{shown.address}&unit0=1000000"), "o6")
    assert office.files["2569/plan.csv"].decode() == "name,budget,owner\nก่อสร้างถนน,3500000,กองช่าง\n"


def test_what_changed_meanwhile_is_shown_again(office: Office) -> None:
    first = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    second = office.drop(("b.csv", summary(OCTOBER, purchase(2))))
    office.accept(second)
    before = office.files
    again = office.accept(first)
    assert again.status == 409
    assert "ข้อมูลเปลี่ยนไป" in again.words
    assert "คงไว้ 1" in again.words
    assert office.files == before
    assert office.accept(again).status == 200
    assert office.files["2569/procurement.csv"].decode().count("ซื้อวัสดุ") == 2


def test_files_that_are_left_are_gone(office: Office) -> None:
    before = office.files
    shown = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    kept = list(office.desk.state.rglob("*.csv"))
    assert kept
    left = office.post("/2569/o11/table/", {**shown.sent, "do": "leave"})
    assert left.status == 200
    assert not any(path.exists() for path in kept)
    assert office.accept(shown).status == 404
    assert office.files == before


def test_files_belong_to_an_item_and_expire(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    assert office.get(shown.address.replace("o11", "o6")).status == 404
    for name in ("../../x", "0" * 32, "", "a/b"):
        assert (
            office.post("/2569/o11/table/", {**shown.sent, "in": name, "do": "accept"}).status
            == 404
        )
    monkeypatch.setattr(incoming, "_SECONDS", -1)
    assert office.get(shown.address).status == 404
    office.drop(("b.csv", summary(OCTOBER, purchase(1))))
    assert not list(office.desk.state.rglob("a.csv"))


def test_an_item_with_entries_of_its_own_is_left_alone(office: Office) -> None:
    path = office.folder / "data" / "2569" / "o11.yml"
    path.write_text("months:\n  - month: 2568-10\n    nothing: ไม่มี\n", encoding="utf-8")
    before = path.read_bytes()
    shown = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    assert "ข้อนี้มีรายการที่กรอกเองอยู่แล้ว" in shown.words
    assert office.accept(shown).status == 200
    assert path.read_bytes() == before


def test_a_broken_table_is_told(office: Office) -> None:
    office.has_table("month,name,budget\n2568-10,ก,มาก\n")
    page = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    assert page.status == 422
    assert "ตารางเดิม data/2569/procurement.csv มีที่ผิด ต้องแก้ก่อน" in page.words
    assert "data/2569/procurement.csv:2:3" in page.words


def test_long_lists_are_in_pages(office: Office) -> None:
    shown = office.drop(
        ("a.csv", summary(OCTOBER, *(purchase(n, f"งานที่ {n}") for n in range(1, 121))))
    )
    assert "หน้า 1 จาก 3 (แถว 1–50 จาก 120)" in shown.words
    last = office.get(f"{shown.address}&page=3")
    assert "งานที่ 120" in last.words
    assert "งานที่ 100 " not in last.words
    assert office.get(f"{shown.address}&page=99999999").status == 200


def test_a_full_disk_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    before = office.files

    def full(path: Path, _: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("oit.intake.imports.plan.write_atomically", full)
    page = office.accept(shown)
    assert page.status == 500
    assert "ดิสก์เต็ม จึงเขียนไม่ได้ ข้อมูลเดิมยังอยู่ครบ" in page.words
    assert office.files == before
    monkeypatch.setattr("oit.intake.imports.plan.write_atomically", write_atomically)
    assert office.accept(page).status == 200


def test_files_that_cannot_be_kept_are_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    page = office.drop(("a.csv", summary(OCTOBER, purchase(1))))
    assert page.status == 500
    assert "ดิสก์เต็ม จึงเขียนไม่ได้" in page.words
    assert not list(office.desk.state.rglob("*.csv"))


def test_numbers_of_persons_that_the_agency_publishes_are_not_told(office: Office) -> None:
    (office.folder / "data" / "allowed.yml").write_text(
        "allowed:\n  - text: 081-234-5678\n    reason: สายด่วน\n", encoding="utf-8"
    )
    file = "ชื่อรายการ,ผู้ได้รับการคัดเลือก,เลขประจำตัวผู้เสียภาษี\nโทร 081-234-5678,ก,1101700207030\n"
    words = office.drop(("a.csv", file.encode())).words
    assert "น่าจะมีเบอร์โทรศัพท์มือถือ" not in words


def test_hostile_files_are_told_in_words(office: Office, tmp_path: Path) -> None:
    before = office.files
    attack_files.write(tmp_path)
    for name in attack_files.SPREADSHEETS:
        page = office.drop((name, (tmp_path / name).read_bytes()))
        assert page.status in {200, 422}, name
        assert "Traceback" not in page.text
    far = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="I1000000"><v>2</v></c></row>'
    )
    for name, data, words in (
        ("a.xlsx", archive(excel_parts(far)), "ไม่อ่านไฟล์นี้เพราะ"),
        ("a.pdf", b"%PDF-1.7", "เป็นไฟล์ PDF"),
        ("a.xls", b"", "ไฟล์ว่าง"),
        ("a.ods", archive({"mimetype": "x", "encrypted-package": "x"}), "ไฟล์ตั้งรหัสผ่านไว้"),
    ):
        page = office.drop((name, data))
        assert page.status == 422
        assert words in page.words
        assert "ข้อมูลเดิมยังอยู่ครบ" in page.words
    assert office.files == before
    assert not list(office.desk.state.rglob("*.xls*"))


def test_formulas_and_markup_stay_text(office: Office) -> None:
    name = "\"=cmd|' /C calc'!A0 <script>alert(1)</script><img src=x onerror=alert(1)>\""
    shown = office.drop(('<img src=x onerror="a">.csv', summary(OCTOBER, purchase(1, name))))
    assert "<script>alert" not in shown.text
    assert "<img" not in shown.text
    rows = office.accept(shown)
    assert "<script>alert" not in rows.text
    assert "\n2568-10,'=cmd|" in office.files["2569/procurement.csv"].decode()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\a\\สขร1.xlsx", "สขร1.xlsx"),
        ("CON.xlsx", "_CON.xlsx"),
        ("..", "_"), ("a\0b\n.csv", "a_b_.csv"), (".csv", "csv"), ("a:b.xlsx", "a_b.xlsx"),
        ("ก" * 300 + ".xlsx", "ก" * 40 + ".xlsx"), ("gpj\u202excod", "gpj_xcod"),
    ],
)  # fmt: skip
def test_names_of_files(name: str, safe: str) -> None:
    assert incoming.safe_name(name) == safe


def test_limits_of_number_and_size(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ยังไม่ได้เลือกไฟล์" in office.post("/2569/o11/table/", {"do": "receive"}).words
    assert "ครั้งละไม่เกิน 24 ไฟล์" in office.drop(*[("a.csv", b"a")] * 25).words
    monkeypatch.setattr(incoming, "MOST_BYTES", 15)
    assert "รวมไม่เกิน 100 MB" in office.drop(*[("a.csv", b"a" * 8)] * 2).words
    monkeypatch.setattr("oit.spreadsheets.limits.MAX_FILE", 10)
    assert "a.csv ใหญ่เกินไป" in office.drop(("a.csv", b"a" * 11)).words


def test_the_empty_table_is_understood_when_filled_in(office: Office) -> None:
    for item in ("o6", "o11", "o18"):
        data = office.client.get(f"/2569/{item}/table/template.xlsx").content
        table = target(office, item)
        shown = office.drop(("a.xlsx", data), item=item)
        for name in table.row.model_fields:
            title = table.layout.title(name)
            assert f"{title} {title}" in shown.words, title


def target(office: Office, item: str) -> Target:
    file = office.desk.file(2569, item)
    found = target_of(office.desk, file) if file else None
    assert found
    return found


def test_an_item_without_a_table_has_no_door(office: Office) -> None:
    for item in ("o1", "o12"):  # the report of purchases is typed, and names a table if it has one
        assert office.get(f"/2569/{item}/table/").status == 404
    assert office.get("/2569/o11/table/").status == 200
    assert "ดาวน์โหลดแบบเปล่า" in office.get("/2569/o11/table/").words


OWN = """\
months:
  - month: 2568-10
    purchases:
      - name: ซื้อหมึก
        budget: 100
  - month: 2568-11
    nothing_to_report: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้
"""


def test_a_table_takes_the_place_of_typed_entries_if_the_officer_says_so(office: Office) -> None:
    path = office.folder / "data/2569/o11.yml"
    path.write_text(OWN, encoding="utf-8")
    shown = office.drop(("ต.ค.csv", summary("เดือน ตุลาคม 2568", purchase(1))))
    assert "แทนที่รายการที่กรอกเอง 1 รายการ" in shown.words
    assert "ตุลาคม 2568: ซื้อหมึก" in shown.words
    # She need not.
    office.accept(shown)
    assert path.read_text(encoding="utf-8") == OWN
    shown = office.drop(("ต.ค.csv", summary("เดือน ตุลาคม 2568", purchase(1))))
    page = office.post("/2569/o11/table/", {**shown.sent, "own": "replace", "do": "accept"})
    assert page.address.startswith("/2569/o11/table/rows/")
    text = path.read_text(encoding="utf-8")
    assert "ซื้อหมึก" not in text
    assert "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้" in text
    assert "rows: procurement.csv" in text
    assert office.record[-1]["kind"] == "import"
    # It can be undone.
    office.post("/2569/o11/undo/", {"undo": "1"})
    assert path.read_text(encoding="utf-8").count("ซื้อหมึก") == 1
