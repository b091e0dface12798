"""The progress report of a round."""

import pytest

from blocks import AGENCY, column, heads, only, rows, sections, table
from given import a_cycle
from oit.forms.ita import Evidence
from oit.views.papers import progress
from oit.views.papers.paper import Chart, Paper, Signatures


def paper(text: str, months: str = "6") -> Paper:
    made = progress.paper(a_cycle(f"measures: {text}"), AGENCY, months)
    assert made
    return made


# When the paper exists.


def test_paper_exists_if_any_measure_has_progress_in_the_round() -> None:
    cycle = a_cycle("measures: [{name: ก}, {name: ข, progress: [{round: 12, done: [เสร็จ]}]}]")
    assert progress.paper(cycle, AGENCY, "6") is None
    assert progress.paper(cycle, AGENCY, "12")


@pytest.mark.parametrize(
    ("months", "slug", "span"),
    [
        ("6", "progress-6", "รอบ 6 เดือน (ตุลาคม 2568 – มีนาคม 2569)"),
        ("12", "progress-12", "รอบ 12 เดือน (ตุลาคม 2568 – กันยายน 2569)"),
    ],
)
def test_paper_names_its_months(months: str, slug: str, span: str) -> None:
    made = paper(f"[{{progress: [{{round: {months}}}]}}]", months)
    assert made.slug == slug
    assert made.subtitle == f"เทศบาลตำบลเล็ก · ปีงบประมาณ 2569 {span}"
    assert made.name.endswith(f"รอบ {months} เดือน")
    assert sections(made.blocks) == ["status", "progress"]
    assert isinstance(made.blocks[-1], Signatures)


# The status of the measures.


def test_measures_are_counted_by_status_including_none() -> None:
    made = paper(
        """
          - {progress: [{round: 6, status: done}]}
          - {progress: [{round: 6, status: ongoing}]}
          - {progress: [{round: 12, status: cancelled}, {round: 6, status: done}]}
          - {progress: [{round: 6, done: [ประชุม]}]}
          - {progress: [{round: 12, status: done}]}
          - {name: ก}
        """
    )
    counts = [("กำลังดำเนินการ", 1), ("แล้วเสร็จ", 2), ("ไม่ได้ระบุสถานะ", 1), ("ยังไม่มีรายงาน", 2)]
    assert only(Chart, made.blocks).rows == counts
    assert rows(table("จำนวนมาตรการตามสถานะ", made.blocks)) == [list(pair) for pair in counts]


# The progress.


def test_every_measure_is_shown_with_its_progress_and_evidence() -> None:
    made = paper(
        """
          - name: ประชาคม
            topic: 3
            questions: [e7]
            steps: [ประกาศ]
            period: ไตรมาสที่ 1
            owner: สำนักปลัด
            follow_up: [รายงานทุกเดือน]
            progress:
              - round: 6
                status: done
                done: [จัดแล้ว 2 ครั้ง]
                evidence: [{title: ภาพถ่าย, file: files/a.jpg}]
        """
    )
    shown = table("การดำเนินการตามมาตรการ รอบ 6 เดือน", made.blocks)
    assert heads(shown) == [
        *("ประเด็นที่ต้องปรับปรุง", "ผู้รับผิดชอบ", "ขั้นตอน/วิธีการ/มาตรการ"),
        *("การกำกับติดตามและกำหนดแล้วเสร็จ", "การดำเนินการ", "สถานะ", "หลักฐาน"),
    ]
    assert [name[:3] for name, _ in shown.groups] == ["(3)"]
    ((*row, evidence),) = rows(shown)
    assert row == [
        *(["e7"], "สำนักปลัด", ["ประชาคม", "ประกาศ"]),
        *(["รายงานทุกเดือน", "แล้วเสร็จภายใน 31 ธันวาคม 2568"], ["จัดแล้ว 2 ครั้ง"], "แล้วเสร็จ"),
    ]
    assert isinstance(evidence, list)
    (photo,) = evidence
    assert isinstance(photo, Evidence)
    assert (photo.title, photo.file) == ("ภาพถ่าย", "files/a.jpg")


def test_measure_without_questions_is_listed_by_name() -> None:
    made = paper("[{name: ก, progress: [{round: 6}]}, {steps: [ข]}]")
    shown = table("การดำเนินการตามมาตรการ", made.blocks)
    assert column("ประเด็นที่ต้องปรับปรุง", shown) == [["ก"], ["มาตรการที่ 2"]]
    assert column("ขั้นตอน/วิธีการ/มาตรการ", shown) == [["ก"], ["ข"]]


def test_measure_without_progress_says_so() -> None:
    made = paper("[{name: ก}, {name: ข, progress: [{round: 6, done: [เสร็จ]}]}]")
    shown = table("การดำเนินการตามมาตรการ", made.blocks)
    assert column("การดำเนินการ", shown) == [None, ["เสร็จ"]]
    assert column("สถานะ", shown) == ["ยังไม่มีรายงาน", "ไม่ได้ระบุสถานะ"]
    assert "หลักฐาน" not in heads(shown)


def test_measure_without_months_in_its_period_has_no_deadline() -> None:
    made = paper("[{name: ก, period: ต่อเนื่อง, progress: [{round: 6}]}]")
    assert "การกำกับติดตามและกำหนดแล้วเสร็จ" not in heads(table("การดำเนินการ", made.blocks))


def test_a_report_on_several_actions_is_shown_once() -> None:
    made = progress.paper(
        a_cycle(
            """
            measures:
              - name: ก
                progress: [{round: 6, done: [ประชุม], status: done}]
                actions: [{steps: [หนึ่ง]}, {steps: [สอง]}]
            """
        ),
        AGENCY,
        "6",
    )
    assert made
    shown = table("การดำเนินการตามมาตรการ", made.blocks)
    assert [row[-2:] for row in rows(shown)] == [[["ประชุม"], "แล้วเสร็จ"], [None, None]]
