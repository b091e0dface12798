"""The answer to an item: yes or no, the addresses, and where to look."""

import pytest

from oit.views.answers.answer import Answer, answers_of
from small_agency import SmallAgency

SITE = "https://www.lek.example/oit-site"


def answer(agency: SmallAgency, item: str) -> Answer:
    found = {answer.id: answer for answer in answers_of(agency.assess(), SITE)}
    return found[item]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("O1", "มี"),  # complete
        ("O7", "มี"),  # partial: what it shows counts
        ("O8", "ไม่มี"),  # no file
        ("O20", "มี"),  # declares that there is nothing to report
        ("O21", "ไม่มี"),  # not applicable
    ],
)
def test_item_that_shows_anything_is_answered_yes(
    small_agency: SmallAgency, item: str, expected: str
) -> None:
    assert answer(small_agency, item).yes_or_no == expected


def test_every_item_is_answered_in_the_order_of_the_list(small_agency: SmallAgency) -> None:
    found = [answer.id for answer in answers_of(small_agency.assess(), SITE)]
    assert found == ["O1", "O2", "O7", "O8", "O20", "O21"]


@pytest.mark.parametrize("site", [SITE, f"{SITE}/"])
def test_addresses_are_absolute(small_agency: SmallAgency, site: str) -> None:
    first = answers_of(small_agency.assess(), site)[0]
    assert first.addresses == ["https://www.lek.example/oit-site/oit/2569/o1/"]


DOCUMENTS = """\
documents:
  - {title: รายงาน, file: files/แผน ก.csv, shows: {problems: 1, recommendations: 1}}
  - {title: ภาคผนวก, file: files/แผน ก.csv}
  - {title: ภาพ, file: files/b.csv}
"""


def test_documents_follow_the_page_each_file_once(small_agency: SmallAgency) -> None:
    for name in ("แผน ก", "b"):
        small_agency.write(f"docs/files/{name}.csv", "ก,ข\n")
    small_agency.add("data/2569/o07.yml", DOCUMENTS)
    assert answer(small_agency, "O7").addresses == [
        f"{SITE}/oit/2569/o7/",
        f"{SITE}/files/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%81.csv",
        f"{SITE}/files/b.csv",
    ]


def test_explanation_says_where_on_the_page_and_in_which_document_to_look(
    small_agency: SmallAgency,
) -> None:
    for name in ("แผน ก", "b"):
        small_agency.write(f"docs/files/{name}.csv", "ก,ข\n")
    small_agency.add("data/2569/o07.yml", DOCUMENTS)
    assert answer(small_agency, "O7").where.splitlines() == [
        "หน้าเว็บแสดง ผลรายโครงการ",
        "เอกสาร “รายงาน” แสดง ปัญหา/อุปสรรค หน้า 1, ข้อเสนอแนะ หน้า 1",
        "เอกสาร “ภาคผนวก”",
        "เอกสาร “ภาพ”",
    ]


def test_only_the_first_documents_are_named(small_agency: SmallAgency) -> None:
    small_agency.write("docs/files/a.csv", "ก,ข\n")
    many = "".join(f"  - {{title: ฉบับที่ {n}, file: files/a.csv}}\n" for n in range(1, 13))
    small_agency.add("data/2569/o01.yml", f"documents:\n{many}")
    lines = answer(small_agency, "O1").where.splitlines()
    assert lines[-2:] == ["เอกสาร “ฉบับที่ 10”", "และเอกสารอื่นในหน้าเว็บอีก 2 รายการ"]


def test_explanation_quotes_declarations(small_agency: SmallAgency) -> None:
    assert answer(small_agency, "O20").where == "แจ้งว่าไม่มี: ไม่มีเรื่องร้องเรียนในปีงบประมาณ พ.ศ. 2568"
    assert answer(small_agency, "O21").where == "ข้อนี้ไม่เกี่ยวข้องกับหน่วยงาน: ใช้กับสถานศึกษาเท่านั้น"


def test_item_without_a_file_has_no_explanation(small_agency: SmallAgency) -> None:
    assert answer(small_agency, "O8").where == ""
    assert answer(small_agency, "O8").addresses == [f"{SITE}/oit/2569/o8/"]


def test_what_is_there_in_part_is_answered_yes_with_what_is_lacking(
    small_agency: SmallAgency,
) -> None:
    small_agency.add_items_in_part()
    months = answer(small_agency, "O22")
    assert months.yes_or_no == "มี"
    assert months.where == "หน้าเว็บแสดงบางส่วน: สรุปผลรายเดือน: มี 5 จาก 6 เดือน ขาด ม.ค. 2569"
    assert answer(small_agency, "O23").yes_or_no == "ไม่มี"
