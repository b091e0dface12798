"""A difference in words."""

from dataclasses import replace

import pytest
from markdown import markdown

from oit.bilingual import Bilingual, Language
from oit.views.changes.difference import Difference
from oit.views.changes.words import as_markdown, as_text, describe
from small_agency import FIVE_OF_SIX_MONTHS, SmallAgency

SIDES = (Bilingual("ก่อน", "before"), Bilingual("หลัง", "after"))


def mixed(agency: SmallAgency) -> Difference:
    """One item becomes complete, another gets worse."""
    before = agency.assess()
    agency.add("data/2569/o07.yml", "problems: ไม่มี\nrecommendations: ไม่มี\n")
    agency.write("data/2569/o01.yml", "phone: 0 4500 0000\n")
    return Difference(before, agency.assess())


THAI = """\
เทศบาลตำบลเล็ก · OIT ปีงบประมาณ 2569
จาก ก่อน เป็น หลัง
ครบถ้วน 3 → 3 จาก 6 ข้อ

ครบถ้วนแล้ว (1)
  O7 รายงานผลการดำเนินงาน (บางส่วน → ครบ)

ถดถอย (1)
  O1 การติดต่อ (ครบ → บางส่วน)

องค์ประกอบที่ได้เพิ่ม (2)
  O7 ปัญหา/อุปสรรค
  O7 ข้อเสนอแนะ

องค์ประกอบที่หายไป (1)
  O1 ที่อยู่
"""


def test_text_lists_what_improved_and_what_got_worse(small_agency: SmallAgency) -> None:
    assert as_text(describe(mixed(small_agency), SIDES, "th")) == THAI


def test_text_is_available_in_english(small_agency: SmallAgency) -> None:
    text = as_text(describe(mixed(small_agency), SIDES, "en"))
    assert text.startswith(
        "เทศบาลตำบลเล็ก · OIT 2569\nfrom before to after\ncomplete: 3 → 3 of 6 items\n"
    )
    assert "Newly complete (1)\n  O7 รายงานผลการดำเนินงาน (partial → complete)" in text
    assert "Elements lost (1)" in text


def test_markdown_for_a_pull_request(small_agency: SmallAgency) -> None:
    made = as_markdown(describe(mixed(small_agency), SIDES, "th"))
    assert made.startswith("### เทศบาลตำบลเล็ก · OIT ปีงบประมาณ 2569\n\nจาก ก่อน เป็น หลัง\n\n**ครบถ้วน")
    assert "\n#### ถดถอย \\(1\\)\n\n- O1 การติดต่อ \\(ครบ → บางส่วน\\)\n" in made


def test_titles_are_escaped_in_markdown(small_agency: SmallAgency) -> None:
    checklist = "data/checklists/small-2569.yml"
    text = (small_agency.folder / checklist).read_text(encoding="utf-8")
    hostile = "'**ก** <b> [x](y) `z` @someone #1'"
    small_agency.write(checklist, text.replace("title: การติดต่อ", f"title: {hostile}"))
    made = markdown(as_markdown(describe(mixed(small_agency), SIDES, "th")))
    assert "**ก** &lt;b&gt; [x](y) `z` @\u2060someone #\u20601 " in made
    assert "<b>" not in made


@pytest.mark.parametrize(
    ("language", "expected"),
    [("th", "ครบถ้วน 3 → 5 จาก 6 ข้อ (+2)"), ("en", "complete: 3 → 5 of 6 items (+2)")],
)
def test_counts_include_the_difference(
    small_agency: SmallAgency, language: Language, expected: str
) -> None:
    before = small_agency.assess()
    small_agency.complete()
    description = describe(Difference(before, small_agency.assess()), SIDES, language)
    assert description.counts == [expected]


def test_counts_of_checklists_of_different_length(small_agency: SmallAgency) -> None:
    new = small_agency.assess()
    description = describe(Difference(replace(new, items=new.items[:2]), new), SIDES, "th")
    assert description.counts == ["ครบถ้วน 2 จาก 2 ข้อ → 3 จาก 6 ข้อ (+1)"]
    description = describe(Difference(replace(new, items=new.items[:2]), new), SIDES, "en")
    assert description.counts == ["complete: 2 of 2 → 3 of 6 items (+1)"]


def test_missing_earlier_data_is_mentioned(small_agency: SmallAgency) -> None:
    new = small_agency.assess()
    description = describe(Difference(replace(new, items=()), new), SIDES, "th")
    assert description.counts[1] == "ก่อนหน้านี้ไม่มีข้อมูลของปีนี้ หรืออ่านไม่ได้"
    assert "O1 การติดต่อ (– → ครบ)" in description.sections[0].lines


def test_errors_in_the_data_are_mentioned(small_agency: SmallAgency) -> None:
    before = small_agency.assess()
    small_agency.add("data/2569/o01.yml", "phoen: 1\n")
    description = describe(Difference(before, small_agency.assess()), SIDES, "th")
    assert description.counts[1].startswith("ข้อมูลผิด 1 แห่ง")


def test_unchanged_completeness_is_mentioned(small_agency: SmallAgency) -> None:
    same = small_agency.assess()
    description = describe(Difference(same, same), SIDES, "th")
    assert (description.counts[1:], description.sections) == (["ความครบถ้วนไม่เปลี่ยนแปลง"], [])


def test_an_element_that_grew_says_how_much_is_there(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    (small_agency.data / "2569/o22.yml").unlink()
    before = small_agency.assess()
    small_agency.write("data/2569/o22.yml", FIVE_OF_SIX_MONTHS)
    description = describe(Difference(before, small_agency.assess()), SIDES, "th")
    (section,) = description.sections
    assert section.lines == ["O22 สรุปผลรายเดือน: มี 5 จาก 6 เดือน ขาด ม.ค. 2569"]
