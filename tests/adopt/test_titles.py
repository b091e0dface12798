import pytest

from oit.adopt.titles import Titles, key, name_of
from oit.data.checklist import program_lists

LISTS = program_lists()


@pytest.mark.parametrize("checklist", LISTS, ids=name_of)
def test_every_title_of_a_list_means_its_item(checklist: object) -> None:
    of_list = next(one for one in LISTS if one is checklist)
    titles = Titles([of_list])

    for item in of_list.items:
        for title in (item.title, *item.also):
            assert titles.matches(title)[0].item.id == item.id


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("กฏหมายที่เกี่วข้อง", "O6"),
        ("กฎหมาย ที่ เกี่ยวข้อง", "O6"),
        ("แผนยุทธศาสตร์หรือแผนพัฒนาสถานศึกษา", "O4"),
        ("รายงานผลการดำเนินงานประจำปี พ.ศ. ๒๕๖๕", "O13"),
        ("ขอมลผบรหาร", "O2"),
        ("การเปิดโอกาสให้เกิดการมีส่ว...", "O30"),
        ("E-SERVICE", "O18"),
        ("ประกาศต่างๆ เกี่ยวกับการจัดซื้อจัดจ้าง", "O20"),
    ],
)
def test_a_title_is_known_however_it_is_written(text: str, item: str) -> None:
    titles = Titles([one for one in LISTS if name_of(one) == "general-2566"])

    assert titles.matches(text)[0].item.id == item


@pytest.mark.parametrize("text", ["", "ก", "🙂", "กีฬาสีประจำตำบล", "หน้าแรก"])
def test_other_texts_are_like_no_title(text: str) -> None:
    assert all(match.score < 0.6 for match in Titles(LISTS).matches(text))


def test_marks_years_and_blanks_are_not_compared() -> None:
    assert key("ข้อมูลผู้บริหาร ประจำปีงบประมาณ พ.ศ. 2569") == key("ขอมลผบรหาร")
