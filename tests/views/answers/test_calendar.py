"""The calendar file of deadlines."""

from datetime import date

from oit.views.answers.calendar import write_calendar
from oit.views.answers.tasks import Task, tasks_of
from small_agency import AGENCY, SmallAgency

GAP = Task(
    "gap-o7", "O7 รายงาน; ผล", "กองคลัง, ฝ่าย 1", date(2026, 4, 30), ("ก\\ข", "ค\x07"), "", "ข้อมูล"
)


def raw(agency: SmallAgency, *tasks: Task) -> bytes:
    return write_calendar(agency.assess(), tasks)


def lines(agency: SmallAgency, *tasks: Task) -> list[str]:
    """Read the lines of the file as calendars do: unfolded."""
    return raw(agency, *tasks).decode().replace("\r\n ", "").split("\r\n")


def values(agency: SmallAgency, name: str, *tasks: Task) -> list[str]:
    return [
        line.partition(":")[2]
        for line in lines(agency, *tasks)
        if line.partition(":")[0].partition(";")[0] == name
    ]


def test_it_is_a_calendar(small_agency: SmallAgency) -> None:
    found = lines(small_agency, GAP)
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert found[-2:] == ["END:VCALENDAR", ""]
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 3
    assert "X-WR-CALNAME:กำหนดการ OIT เทศบาลตำบลเล็ก" in found


def test_it_has_the_assessment_periods(small_agency: SmallAgency) -> None:
    small_agency.write(
        "data/agency.yml", f"{AGENCY}  - {{year: 2570}}\n  - {{closes: 2571-04-30}}\n"
    )
    assert values(small_agency, "SUMMARY") == [
        "เปิดรับคำตอบแบบวัด OIT ปีงบประมาณ 2569",
        "ปิดรับคำตอบแบบวัด OIT ปีงบประมาณ 2569",
        "ปิดรับคำตอบแบบวัด OIT ปีงบประมาณ",
    ]
    assert values(small_agency, "DTSTART") == ["20260301", "20260430", "20280430"]
    assert values(small_agency, "DTEND")[0] == "20260302"


def test_it_has_every_deadline_in_order_of_date(small_agency: SmallAgency) -> None:
    early = Task("measure-1", "อบรม", "", date(2026, 2, 1), kind="มาตรการ")
    never = Task("measure-2", "ต่อเนื่อง", "", None)
    assert values(small_agency, "SUMMARY", GAP, early, never)[0] == "มาตรการ: อบรม"
    assert len(values(small_agency, "UID", GAP, early, never)) == 4


def test_special_characters_are_escaped(small_agency: SmallAgency) -> None:
    assert "ข้อมูล: O7 รายงาน\\; ผล" in values(small_agency, "SUMMARY", GAP)
    assert values(small_agency, "DESCRIPTION", GAP) == ["กองคลัง\\, ฝ่าย 1\\nก\\\\ข\\nค"]


def test_no_line_is_longer_than_75_bytes(small_agency: SmallAgency) -> None:
    long = Task("gap-o1", "ก" * 100 + "ab" * 100, "", date(2026, 4, 30), kind="ข้อมูล")
    text = raw(small_agency, long)
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert all(line.decode() for line in text.split(b"\r\n")[:-1])
    assert f"ข้อมูล: {long.title}" in values(small_agency, "SUMMARY", long)


def test_event_keeps_its_identity_when_its_day_changes(small_agency: SmallAgency) -> None:
    before = values(small_agency, "UID", GAP)
    small_agency.write("data/agency.yml", AGENCY.replace("2569-04-30", "2569-05-31"))
    assert sorted(values(small_agency, "UID", GAP)) == sorted(before)
    assert len(set(before)) == 3


def test_the_same_data_gives_the_same_bytes(small_agency: SmallAgency) -> None:
    tasks = tasks_of(small_agency.assess())
    assert raw(small_agency, *tasks) == raw(small_agency, *tasks)
    assert values(small_agency, "DTSTAMP") == ["20260401T000000Z"] * 2


def test_it_has_the_round_of_clarification(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/review.yml", "opens: 2569-06-01\ncloses: 2569-06-15\n")
    assert values(small_agency, "SUMMARY")[2:] == [
        "เริ่มชี้แจงผลการตรวจแบบวัด OIT ปีงบประมาณ 2569",
        "วันสุดท้ายชี้แจงผลการตรวจแบบวัด OIT ปีงบประมาณ 2569",
    ]
    assert values(small_agency, "DTSTART")[2:] == ["20260601", "20260615"]
