"""What remains to be done, by whom and by when."""

from datetime import date

from oit.assess.assessment import NO_OWNER
from oit.views.answers.tasks import (
    by_owner,
    clarifications,
    due_reviews,
    gaps,
    open_measures,
    tasks_of,
)
from small_agency import SmallAgency

MEASURES = """\
measures:
  - {name: อบรม, owner: "กองคลัง, สำนักปลัด", lead: สำนักปลัด, deadline: 2569-03-31, steps: [ประชุม]}
  - name: เสร็จแล้ว
    owner: กองช่าง
    period: ไตรมาสที่ 1
    progress: [{round: 6, status: done, done: [ทำแล้ว]}]
  - {name: ยกเลิก, owner: กองช่าง, progress: [{round: 6, status: cancelled}]}
  - {name: ต่อเนื่อง, progress: [{round: 6, status: ongoing}]}
"""


def test_gaps_are_due_when_the_answers_are_due(small_agency: SmallAgency) -> None:
    first, second = gaps(small_agency.assess())
    assert (first.title, first.owner) == ("O7 รายงานผลการดำเนินงาน", "กองคลัง")
    assert first.details == (
        "ปัญหา/อุปสรรค: ยังไม่มี (data/2569/o07.yml:1:1)",
        "ข้อเสนอแนะ: ยังไม่มี (data/2569/o07.yml:1:1)",
    )
    assert (first.due, first.url) == (date(2026, 4, 30), "oit/2569/o7/")
    assert (second.title, second.owner) == ("O8 ข้อมูลทั่วไป", "")


def test_a_gap_says_how_much_is_there_and_where_to_fill_in_the_rest(
    small_agency: SmallAgency,
) -> None:
    small_agency.add_items_in_part()
    details = {task.key: task.details for task in gaps(small_agency.assess())}
    assert details["gap-o22"] == (
        "สรุปผลรายเดือน: มี 5 จาก 6 เดือน ขาด ม.ค. 2569 (data/2569/o22.yml:2:1)",
    )
    assert details["gap-o23"] == (
        "เป็นของปี 2568: มีของปี 2567 ยังไม่มีของปี 2568 (data/2569/o23.yml:2:1)",
        "ผลการใช้จ่าย: มีของปี 2567 ยังไม่มีของปี 2568 (data/2569/o23.yml:2:1)",
    )
    assert details["gap-o24"] == (
        "ผลการใช้จ่าย: มี 3 จาก 4 รายการ ขาด รายการที่ 2 (จัดอบรมเยาวชน) (data/2569/o24.yml:4:5)",
    )


def test_without_a_calendar_gaps_have_no_due_date(small_agency: SmallAgency) -> None:
    small_agency.write("data/agency.yml", "name: ก\nkind: municipality\nchecklist: small\n")
    assert [task.due for task in gaps(small_agency.assess())] == [None, None]


def test_measures_that_are_done_or_cancelled_are_no_tasks(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", MEASURES)
    first, second = open_measures(small_agency.assess())
    assert (first.key, first.title, first.owner) == ("measure-1", "อบรม", "สำนักปลัด")
    assert (first.due, first.details, first.url) == (date(2026, 3, 31), ("ประชุม",), "ita/2569/")
    assert (second.key, second.title, second.owner, second.due) == ("measure-4", "ต่อเนื่อง", "", None)


def test_without_an_ita_cycle_there_are_no_measures(small_agency: SmallAgency) -> None:
    assert list(open_measures(small_agency.assess())) == []


def test_reviews_have_a_due_date(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o01.yml", "review_every: ทุกปี\n")
    (task,) = due_reviews(small_agency.assess())
    assert (task.key, task.due) == ("review-o1", date(2027, 1, 15))
    assert task.details == ("ปรับปรุงล่าสุด 15 มกราคม 2569",)


def test_the_most_urgent_comes_first(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", MEASURES)
    small_agency.add("data/2569/o01.yml", "review_every: ทุกปี\n")
    keys = [task.key for task in tasks_of(small_agency.assess())]
    assert keys == ["measure-1", "gap-o7", "gap-o8", "review-o1", "measure-4"]


def test_tasks_are_grouped_by_owner_and_those_without_come_last(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", MEASURES)
    groups = by_owner(tasks_of(small_agency.assess()))
    assert [(owner, [task.key for task in tasks]) for owner, tasks in groups] == [
        ("กองคลัง", ["gap-o7"]),
        ("สำนักปลัด", ["measure-1"]),
        (NO_OWNER.th, ["gap-o8", "measure-4"]),
    ]


REVIEW = """\
closes: 2569-04-15
items:
  - {item: O1, score: 100}
  - {item: O2, score: 50, remark: ไม่พบภาพข่าว}
  - {item: O7, score: 0, final: 50}
"""


def test_items_below_full_marks_may_be_answered(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/review.yml", REVIEW)
    (task,) = clarifications(small_agency.assess())
    assert (task.key, task.title, task.owner) == ("clarify-o2", "O2 ข่าวประชาสัมพันธ์", "กองวิชาการ")
    assert (task.due, task.kind) == (date(2026, 4, 15), "ชี้แจง")
    # Calendars are shared: they do not have the remark.
    assert task.details == ("ผู้ประเมินให้ 50 คะแนน",)


def test_after_the_round_nothing_can_be_answered(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/review.yml", REVIEW)
    assert list(clarifications(small_agency.assess(date(2026, 4, 16)))) == []
