"""The report for people."""

from datetime import date
from pathlib import Path

import pytest

from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.views.report.text import report_text
from oit.views.report.view import View
from small_agency import SmallAgency

CLOSING_DAY = date(2026, 4, 30)


def lines(agency: SmallAgency, day: date | None = None) -> list[str]:
    assessment = agency.assess(day) if day else agency.assess()
    return report_text(View(assessment)).splitlines()


def test_summary_has_agency_counts_and_days_left_in_three_lines(
    small_agency: SmallAgency,
) -> None:
    assert lines(small_agency)[:4] == [
        "เทศบาลตำบลเล็ก · OIT ปีงบประมาณ 2569 · ตรวจ ณ 1 เมษายน 2569",
        "6 ข้อ: ครบ 3 · บางส่วน 1 · ยังไม่มี 1 · ไม่เกี่ยวข้อง 1",
        "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 29 วัน)",
        "",
    ]


def test_summary_names_no_year_if_there_is_none(tmp_path: Path) -> None:
    assessment = examine(DataFolder(tmp_path / "nowhere"), CLOSING_DAY)
    assert report_text(View(assessment)).splitlines()[0] == "OIT · ตรวจ ณ 30 เมษายน 2569"
    assert report_text(View(assessment, "en")).splitlines()[0] == "OIT · as of 2026-04-30"


def test_year_with_only_an_ita_cycle_says_so(small_agency: SmallAgency) -> None:
    small_agency.write("data/2568/ita.yml", "measures: []\n")
    folder = DataFolder(small_agency.data, small_agency.folder)
    assessment = examine(folder, CLOSING_DAY, 2568)
    thai, english = (report_text(View(assessment, lang)).splitlines()[1] for lang in ("th", "en"))
    assert thai.startswith("ปีนี้มีเฉพาะการประเมิน ITA")
    assert "no OIT checklist was checked" in english


def test_summary_is_available_in_english(small_agency: SmallAgency) -> None:
    report = report_text(View(small_agency.assess(), "en"))
    assert report.splitlines()[:3] == [
        "เทศบาลตำบลเล็ก · OIT fiscal year 2569 · as of 2026-04-01",
        "6 item(s): complete 3 · partial 1 · missing 1 · not applicable 1",
        "answers close on 2026-04-30 (in 29 day(s))",
    ]


def test_summary_leaves_out_inapplicable_items_if_there_are_none(
    small_agency: SmallAgency,
) -> None:
    (small_agency.data / "2569/o21.yml").unlink()
    small_agency.write("data/agency.yml", "name: โรงเรียนเล็ก\nkind: school\nchecklist: small\n")
    assert lines(small_agency)[1] == "6 ข้อ: ครบ 3 · บางส่วน 1 · ยังไม่มี 2"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 29), "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 1 วัน)"),
        (CLOSING_DAY, "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 0 วัน)"),
        (date(2026, 5, 1), ""),
    ],
)
def test_closing_day_comes_from_the_calendar_and_disappears_once_past(
    small_agency: SmallAgency, day: date, expected: str
) -> None:
    assert lines(small_agency, day)[2] == expected


@pytest.mark.parametrize("calendar", ["", "calendar:\n  - {year: 2568, closes: 2569-04-30}\n"])
def test_closing_day_is_not_guessed(small_agency: SmallAgency, calendar: str) -> None:
    small_agency.write(
        "data/agency.yml", f"name: เล็ก\nkind: municipality\nchecklist: small\n{calendar}"
    )
    assert "ปิดรับ" not in "\n".join(lines(small_agency))


def test_gaps_are_grouped_by_owner_and_those_without_come_last(
    small_agency: SmallAgency,
) -> None:
    report = lines(small_agency)
    first, last = (
        report.index("กองคลัง · ต้องเติม 2 แห่ง"),
        report.index("ยังไม่ระบุผู้รับผิดชอบ · ต้องเติม 1 แห่ง"),
    )
    assert first < last
    assert report[first + 1] == "  O7 รายงานผลการดำเนินงาน (บางส่วน)"
    assert report[first + 2].startswith("    data/2569/o07.yml:1:1: OIT201 ")
    assert report[first + 3].startswith("        → ")
    assert report[last + 1] == (
        "  O8 ข้อมูลทั่วไป (ยังไม่มี) → สร้าง data/2569/o08.yml แล้วกรอก รายการ (entries)"
    )
    # Owners with nothing to fix are not listed.
    assert not any("สำนักปลัด" in line for line in report)


def test_owners_are_sorted(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/o08.yml", "owner: กองการศึกษา\n")
    report = "\n".join(lines(small_agency))
    assert report.index("กองการศึกษา · ต้องเติม 1 แห่ง") < report.index("กองคลัง · ต้องเติม 2 แห่ง")
    assert "ยังไม่ระบุผู้รับผิดชอบ" not in report


def test_errors_come_before_gaps_and_warnings_after(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o20.yml", "ownr: กองคลัง\n")
    report = "\n".join(lines(small_agency))
    error = report.index(
        "ข้อมูลผิด 1 แห่ง ต้องแก้ก่อนจึงสร้างเว็บไซต์ได้\n  data/2569/o20.yml:3:1: OIT205 ไม่รู้จักช่อง"
    )
    warning = report.index("ควรดู 1 แห่ง\n  data/2569/o02.yml:3:39: OIT209 ")
    assert error < report.index("ต้องเติม") < warning


def test_every_finding_is_reported_once(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o07.yml", "updatd: 2569-01-01\n")
    assessment = small_agency.assess()
    report = report_text(View(assessment))
    shown = [report.count(f.message()) for f in assessment.findings if f.item != "O8"]
    assert shown == [1] * 4
    assert report.count("O8 ") == 1


def test_the_report_says_how_to_look_up_a_code(small_agency: SmallAgency) -> None:
    assert "อ่านคำอธิบายของแต่ละรหัส: oit explain OIT201" in lines(small_agency)
    english = report_text(View(small_agency.assess(), "en"))
    assert "\nwhat a code means: oit explain OIT201\n" in english


def test_complete_data_has_only_the_summary(small_agency: SmallAgency) -> None:
    small_agency.complete()
    small_agency.write("data/2569/o02.yml", "news:\n  - {title: ทำบุญ, date: 2569-01-01}\n")
    assert lines(small_agency) == [
        "เทศบาลตำบลเล็ก · OIT ปีงบประมาณ 2569 · ตรวจ ณ 1 เมษายน 2569",
        "6 ข้อ: ครบ 5 · บางส่วน 0 · ยังไม่มี 0 · ไม่เกี่ยวข้อง 1",
        "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 29 วัน)",
    ]


def test_unreadable_data_has_no_counts(small_agency: SmallAgency) -> None:
    (small_agency.data / "agency.yml").unlink()
    report = lines(small_agency)
    assert report[1:3] == ["", "ข้อมูลผิด 1 แห่ง ต้องแก้ก่อนจึงสร้างเว็บไซต์ได้"]
    assert report[3].startswith("  data/agency.yml:1:1: OIT400 ")


def test_colour_is_used_only_when_asked_for_and_changes_no_word(
    small_agency: SmallAgency,
) -> None:
    small_agency.add("data/2569/o20.yml", "ownr: กองคลัง\n")
    assessment = small_agency.assess()
    plain, coloured = report_text(View(assessment)), report_text(View(assessment, colour=True))
    assert "\x1b" not in plain
    assert "\x1b[32mครบ 3\x1b[0m · \x1b[33mบางส่วน 1\x1b[0m · \x1b[31mยังไม่มี 1\x1b[0m" in coloured
    assert "\x1b[31mข้อมูลผิด 1 แห่ง" in coloured
    for code in ("0", "1", "31", "32", "33"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def an_empty_agency(agency: SmallAgency) -> None:
    for path in (agency.data / "2569").glob("*.yml"):
        path.unlink()


def test_an_item_that_has_nothing_yet_has_one_line(small_agency: SmallAgency) -> None:
    an_empty_agency(small_agency)
    small_agency.write("data/2569/o07.yml", "owner: กองคลัง\nupdated: 2569-01-15\nsummary: ก\n")
    report = lines(small_agency)
    assert [line for line in report if line.startswith("    ")] == []
    assert report[5].startswith("  O7 รายงานผลการดำเนินงาน (ยังไม่มี) → กรอก ")
    # An item with a table may be imported.
    assert report[5].endswith(" ใน data/2569/o07.yml หรือนำเข้าตารางด้วย oit import budget")
    # There is no code to look up.
    assert not any("oit explain" in line for line in report)


def test_an_item_with_a_value_that_cannot_be_read_is_not_empty(small_agency: SmallAgency) -> None:
    an_empty_agency(small_agency)
    small_agency.write("data/2569/o07.yml", "problems: [ก]\n")
    report = "\n".join(lines(small_agency))
    assert "data/2569/o07.yml:1:1: OIT206" in report
    assert "O7 รายงานผลการดำเนินงาน (ยังไม่มี) →" not in report


def test_one_item_is_shown_in_full(small_agency: SmallAgency) -> None:
    report = report_text(View(small_agency.assess().only(item="o8"))).splitlines()
    assert any("OIT200 ยังไม่มีข้อมูลของ O8" in line for line in report)
    assert "เริ่มที่นี่" not in "\n".join(report)


def test_the_report_says_where_to_begin(small_agency: SmallAgency) -> None:
    assert lines(small_agency)[-1] == ("เริ่มที่นี่: O7 ขาดน้อยที่สุด ดูเฉพาะข้อนี้ด้วย oit check --item O7")
    small_agency.add("data/2569/o07.yml", "updatd: 2569-01-01\n")
    assert lines(small_agency)[-1].startswith("เริ่มที่นี่: แก้ data/2569/o07.yml บรรทัด ")
    an_empty_agency(small_agency)
    assert lines(small_agency)[-1].endswith("จะกรอกใน Excel ก็ได้: oit workbook export")


def test_an_element_in_part_says_how_much_is_there_once(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    text = lines(small_agency)
    assert "    data/2569/o22.yml:2:1: OIT221 สรุปผลรายเดือน: มี 5 จาก 6 เดือน ขาด ม.ค. 2569" in text
    assert "    data/2569/o23.yml:2:1: OIT204 เป็นของปี 2568: มีของปี 2567 ยังไม่มีของปี 2568" in text
    amount = "(มี 3 จาก 4 รายการ ขาด รายการที่ 2 (จัดอบรมเยาวชน))"
    (gap,) = (line for line in text if "o24.yml" in line)
    assert gap.endswith(f"ขาด งบประมาณที่ใช้จริง (บาท) (spent) {amount}")
    assert "\n".join(text).count("มี 3 จาก 4 รายการ") == 1


def test_of_many_gaps_of_an_element_only_the_first_says_the_amount(
    small_agency: SmallAgency,
) -> None:
    small_agency.add_items_in_part()
    rows = "".join(f"  - {{name: โครงการที่ {n}}}\n" for n in range(1, 20))
    small_agency.add("data/2569/o24.yml", rows)
    text = [line for line in lines(small_agency) if "o24.yml" in line]
    assert len(text) == 20
    assert text[0].endswith(
        "(มี 3 จาก 23 รายการ ขาด รายการที่ 2 (จัดอบรมเยาวชน), รายการที่ 5 (โครงการที่ 1), "
        "รายการที่ 6 (โครงการที่ 2), รายการที่ 7 (โครงการที่ 3), รายการที่ 8 (โครงการที่ 4) และอีก 15 รายการ)"
    )
    assert not any("จาก 23" in line for line in text[1:])
