"""The estimate for people."""

from datetime import date
from decimal import Decimal

import pytest

from oit.assess.score.estimate import Points, estimate
from oit.bilingual import Language
from oit.views.report.score_text import score_text
from oit.views.report.view import View
from small_agency import TODAY, SmallAgency

GIVEN = {"IIT": Decimal(90), "EIT": Decimal(85)}
CYCLE = """\
results:
  year: 2568
  total: 86.20
  level: ผ่าน
  instruments:
    - {id: IIT, score: 90}
    - {id: EIT, score: 80}
    - {id: OIT, score: 88}
"""


def report_lines(
    agency: SmallAgency,
    given: Points = GIVEN,
    what_if: Points | None = None,
    day: date = TODAY,
    language: Language = "th",
) -> list[str]:
    assessment = agency.assess(day)
    made = estimate(assessment, given, what_if or {})
    return score_text(View(assessment, language), made).splitlines()


def section(lines: list[str], heading: str) -> list[str]:
    """Return the lines under a heading."""
    rest = lines[lines.index(heading) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


# The summary


def test_summary_has_the_score_the_potential_and_the_days_left(
    small_agency: SmallAgency,
) -> None:
    assert report_lines(small_agency)[:9] == [
        "เทศบาลตำบลเล็ก · ประมาณการคะแนน ปีงบประมาณ 2569 · ณ 1 เมษายน 2569",
        "OIT ประมาณ 81.25 (กรณีต่ำ 75.00 คือข้อที่ครบบางส่วนไม่ได้คะแนน)",
        "คะแนนรวม ประมาณ 85.00 ระดับ “ผ่าน” (กรณีต่ำ 82.50 ระดับ “ต้องปรับปรุง”)",
        "  = IIT 90.00 × 30% + EIT 85.00 × 30% + OIT 81.25 × 40%",
        "ถ้าเติม 2 ข้อที่ขาดให้ครบ OIT 100.00 คะแนนรวม 92.50 ระดับ “ผ่านดี”",
        "ถ้าผู้ประเมินไม่ขอ 2 องค์ประกอบที่ขาดซึ่งเป็นการอนุมาน (O7) OIT 87.50 คะแนนรวม 87.50 ระดับ “ผ่านดี”",
        "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 29 วัน)",
        "เป็นการประมาณจากข้อมูลที่มีอยู่ ไม่ใช่คะแนนของผู้ประเมิน ดูข้อสมมติท้ายรายงาน",
        "",
    ]


def test_summary_is_available_in_english(small_agency: SmallAgency) -> None:
    assert report_lines(small_agency, language="en")[:9] == [
        "เทศบาลตำบลเล็ก · estimated score, fiscal year 2569 · as of 2026-04-01",
        "OIT about 81.25 (low estimate 75.00: partial items score nothing)",
        "total about 85.00, level “ผ่าน” (low estimate 82.50, level “ต้องปรับปรุง”)",
        "  = IIT 90.00 × 30% + EIT 85.00 × 30% + OIT 81.25 × 40%",
        "with the 2 incomplete item(s) completed: OIT 100.00, total 92.50, level “ผ่านดี”",
        (
            "if the assessor does not ask for the 2 missing element(s) that are inferred (O7): "
            "OIT 87.50, total 87.50, level “ผ่านดี”"
        ),
        "answers close on 2026-04-30 (in 29 day(s))",
        "An estimate from the current data, not the assessor's score; see the assumptions below.",
        "",
    ]


def test_level_of_the_low_estimate_is_given_only_if_it_differs(
    small_agency: SmallAgency,
) -> None:
    scores = {"IIT": Decimal(80), "EIT": Decimal(80)}
    assert report_lines(small_agency, scores)[2] == (
        "คะแนนรวม ประมาณ 80.50 ระดับ “ต้องปรับปรุง” (กรณีต่ำ 78.00)"
    )
    assert report_lines(small_agency, scores, language="en")[2] == (
        "total about 80.50, level “ต้องปรับปรุง” (low estimate 78.00)"
    )


def test_complete_data_has_one_estimate_and_nothing_to_fix(small_agency: SmallAgency) -> None:
    small_agency.complete()
    lines = report_lines(small_agency)
    assert lines[1:4] == [
        "OIT ประมาณ 100.00",
        "คะแนนรวม ประมาณ 92.50 ระดับ “ผ่านดี”",
        "  = IIT 90.00 × 30% + EIT 85.00 × 30% + OIT 100.00 × 40%",
    ]
    assert not any("เติม" in line for line in lines[:8])
    headings = [lines[at + 1] for at, line in enumerate(lines) if not line]
    assert headings == ["คะแนนรายตัวชี้วัด", "ข้อสมมติของการประมาณ"]


def test_missing_total_says_why(small_agency: SmallAgency) -> None:
    lines, english = report_lines(small_agency, {}), report_lines(small_agency, {}, language="en")
    assert lines[2] == (
        "คะแนนรวม คำนวณไม่ได้: ไม่ทราบคะแนน IIT, EIT "
        "เพราะไม่มีใน ita.yml ของปี 2569 ระบุเองได้ด้วย --iit N --eit N"
    )
    assert lines[3] == "ถ้าเติม 2 ข้อที่ขาดให้ครบ OIT 100.00"
    assert english[2].startswith("no total: IIT, EIT not known: ")
    assert english[3] == "with the 2 incomplete item(s) completed: OIT 100.00"


def test_unknown_level_is_not_guessed(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit.assess.score.estimate.level_for", lambda *_: None)
    assert report_lines(small_agency)[2] == "คะแนนรวม ประมาณ 85.00 ยังบอกระดับไม่ได้ (กรณีต่ำ 82.50)"


@pytest.mark.parametrize(
    ("day", "thai", "english"),
    [
        (
            date(2026, 4, 30),
            "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 0 วัน)",
            "answers close on 2026-04-30 (in 0 day(s))",
        ),
        (
            date(2026, 5, 1),
            "เลยวันปิดรับคำตอบ 30 เมษายน 2569 มาแล้ว 1 วัน",
            "answers closed on 2026-04-30 (1 day(s) ago)",
        ),
    ],
)
def test_closing_day_is_ahead_or_past(
    small_agency: SmallAgency, day: date, thai: str, english: str
) -> None:
    assert thai in report_lines(small_agency, day=day)
    assert english in report_lines(small_agency, day=day, language="en")


def test_missing_closing_day_is_mentioned(small_agency: SmallAgency) -> None:
    small_agency.write("data/agency.yml", "name: เล็ก\nkind: municipality\nchecklist: small\n")
    assert "ยังไม่ได้ระบุวันปิดรับคำตอบของปี 2569 (calendar ใน agency.yml)" in report_lines(small_agency)
    assert "no closing day is set for 2569 (calendar in agency.yml)" in report_lines(
        small_agency, language="en"
    )


# Last year's results


def last_year(agency: SmallAgency, cycle: str, language: Language = "th") -> list[str]:
    agency.write("data/2569/ita.yml", cycle)
    beginning = {"th": "ผลปี 2568 ", "en": "results of 2568: "}[language]
    return [line for line in report_lines(agency, language=language) if line.startswith(beginning)]


def test_results_of_the_previous_year_are_given_beside_the_estimate(
    small_agency: SmallAgency,
) -> None:
    assert last_year(small_agency, CYCLE) == ["ผลปี 2568 คะแนนรวม 86.20 ระดับ “ผ่าน”"]
    assert last_year(small_agency, CYCLE, "en") == ["results of 2568: total 86.20, level “ผ่าน”"]


def test_printed_total_that_its_parts_contradict_is_pointed_out(
    small_agency: SmallAgency,
) -> None:
    cycle = CYCLE.replace("86.20", "86.95").replace("  level: ผ่าน\n", "")
    assert last_year(small_agency, cycle) == [
        "ผลปี 2568 คะแนนรวม 86.95 แต่คำนวณจากคะแนนรายเครื่องมือได้ 86.20"
    ]
    assert last_year(small_agency, cycle, "en") == [
        "results of 2568: total 86.95; the instruments give 86.20"
    ]


@pytest.mark.parametrize(
    "cycle",
    [CYCLE.replace("  total: 86.20\n", ""), "measures: []\n", CYCLE.replace("2568", "2563")],
)
def test_results_without_a_total_or_with_unknown_formulas_are_only_in_the_json(
    small_agency: SmallAgency, cycle: str
) -> None:
    assert last_year(small_agency, cycle) == []


# What if


def test_what_if_shows_before_and_after(small_agency: SmallAgency) -> None:
    tried = {"O8": Decimal(100), "O7": Decimal(100)}
    assert section(report_lines(small_agency, what_if=tried), "ถ้า O8 = 100, O7 = 100") == [
        "  OIT 81.25 → 100.00 (+18.75)",
        "  คะแนนรวม 85.00 → 92.50 (+7.50)",
        "  ระดับ “ผ่าน” → ระดับ “ผ่านดี”",
    ]
    english = report_lines(small_agency, what_if={"O1": Decimal(0)}, language="en")
    assert section(english, "If O1 = 0") == [
        "  OIT 81.25 → 68.75 (-12.50)",
        "  total 85.00 → 80.00 (-5.00)",
        "  level “ผ่าน” → level “ต้องปรับปรุง”",
    ]


def test_what_if_says_that_the_level_stays(small_agency: SmallAgency) -> None:
    tried = {"O8": Decimal("0.50")}
    assert (
        section(report_lines(small_agency, what_if=tried), "ถ้า O8 = 0.50")[2]
        == "  ระดับ “ผ่าน” เช่นเดิม"
    )
    english = report_lines(small_agency, what_if=tried, language="en")
    assert section(english, "If O8 = 0.50")[2] == "  level “ผ่าน”, as before"


def test_what_if_without_a_total_shows_only_the_oit(small_agency: SmallAgency) -> None:
    lines = report_lines(small_agency, {}, {"O8": Decimal(100)})
    assert section(lines, "ถ้า O8 = 100") == ["  OIT 81.25 → 93.75 (+12.50)"]


# Indicators, what to fix first, owners, assumptions


def test_score_of_each_indicator_is_listed(small_agency: SmallAgency) -> None:
    assert section(report_lines(small_agency), "คะแนนรายตัวชี้วัด") == [
        "  9 การเปิดเผยข้อมูล 62.50",
        "  10 การป้องกันการทุจริต 100.00",
    ]


def test_sub_indicators_are_indented(small_agency: SmallAgency) -> None:
    path = small_agency.data / "checklists/small-2569.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"9"', '"9.1"'), encoding="utf-8")
    assert section(report_lines(small_agency, language="en"), "By indicator") == [
        "  9 การเปิดเผยข้อมูล 62.50",
        "    9.1 การเปิดเผยข้อมูล 62.50",
        "  10 การป้องกันการทุจริต 100.00",
    ]


def test_what_to_fix_first_has_the_gain_the_gaps_and_the_owner(
    small_agency: SmallAgency,
) -> None:
    assert section(report_lines(small_agency), "ควรเติมก่อน (เรียงตามคะแนนรวมที่จะเพิ่ม)") == [
        "  1. O8 ข้อมูลทั่วไป",
        "     คะแนนรวม +5.00 (OIT +12.50) · ยังไม่มี · ขาด 1 องค์ประกอบ · ยังไม่ระบุผู้รับผิดชอบ",
        "  2. O7 รายงานผลการดำเนินงาน",
        "     คะแนนรวม +2.50 (OIT +6.25) · บางส่วน · ขาด 2 องค์ประกอบ (อนุมาน 2) · กองคลัง",
    ]
    english = report_lines(small_agency, language="en")
    assert section(english, "Fix first (by points gained in the total)")[3] == (
        "     total +2.50 (OIT +6.25) · partial · 2 element(s) missing (2 inferred) · กองคลัง"
    )


def test_each_owner_sees_their_gain(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/o08.yml", "owner: กองคลัง\n")
    assert section(report_lines(small_agency), "ตามผู้รับผิดชอบ") == [
        "  กองคลัง · คะแนนรวม +7.50 (OIT +18.75) · O8, O7"
    ]
    (small_agency.data / "2569/o08.yml").unlink()
    assert section(report_lines(small_agency, language="en"), "By owner") == [
        "  no owner named · total +5.00 (OIT +12.50) · O8",
        "  กองคลัง · total +2.50 (OIT +6.25) · O7",
    ]


def test_every_assumption_is_listed_at_the_end(small_agency: SmallAgency) -> None:
    assessment = small_agency.assess()
    assumptions = estimate(assessment, GIVEN, {}).assumptions
    assert section(report_lines(small_agency), "ข้อสมมติของการประมาณ") == [
        f"  - {words.th}" for words in assumptions
    ]
    assert section(report_lines(small_agency, language="en"), "What this assumes") == [
        f"  - {words.en}" for words in assumptions
    ]


def test_colour_is_used_only_when_asked_for_and_changes_no_word(
    small_agency: SmallAgency,
) -> None:
    assessment = small_agency.assess()
    made = estimate(assessment, GIVEN, {"O8": Decimal(100)})
    plain, coloured = (
        score_text(View(assessment, colour=colour), made) for colour in (False, True)
    )
    assert "\x1b" not in plain
    assert "\x1b[1mตามผู้รับผิดชอบ\x1b[0m" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain
