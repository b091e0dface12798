"""Of which fiscal year a document is."""

import pytest

from oit.checks.attested.years import fiscal_years, years_named

PLAN = (2566, 2567, 2568, 2569, 2570)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568", (2568,)),
        ("รายงานผล ประจ ํา ปีงบ ประมาณ พ.ศ. ๒๕๖๘", (2568,)),
        ("รายงานประจำปี 2568", (2568,)),
        ("รายงาน ปี พ.ศ. 2568 เสนอสภา", (2568,)),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)", PLAN),
        ("แผนพัฒนา พ.ศ. ๒๕๖๖ ถึง พ.ศ. ๒๕๗๐", PLAN),
        ("แผนปฏิบัติการ (พ.ศ. 2566-70)", PLAN),
        ("แผนฯ (พ.ศ. 2566 – 2570) ฉบับทบทวน พ.ศ. 2569", PLAN),
        ("รายงานผลตามแผนพัฒนา (2566–2570) ประจำปีงบประมาณ 2568", (2568,)),
        ("แผนปีงบประมาณ 2569 และผลปีงบประมาณ 2568", ()),
        ("งบประมาณ 2568 งบประมาณ 2568 งบประมาณ 2567", (2568,)),
        ("ตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560", ()),
        ("ระหว่างวันที่ 1 ตุลาคม 2567 – 30 กันยายน 2568", ()),
        ("คู่มือการปฏิบัติงาน", ()),
        ("แผน (พ.ศ. 2499 – 2570) ของเมือง", ()),
    ],
)
def test_a_title_names_the_year(title: str, years: tuple[int, ...]) -> None:
    assert fiscal_years([title]) == years


def test_the_title_counts_before_the_rest() -> None:
    text = "รายงานปีงบประมาณ 2568 " + "ก ข ค ง " * 80 + "ปีงบประมาณ 2569 " * 9
    assert fiscal_years([text]) == (2568,)
    assert fiscal_years(["", text]) == (2568,)


def test_without_a_year_in_the_title_the_next_pages_say_it() -> None:
    often = "ในปีงบประมาณ 2568 และปีงบประมาณ 2568 ต่างจากปีงบประมาณ 2567"
    assert fiscal_years(["คำนำ", often]) == (2568,)
    assert fiscal_years(["คำนำ", *["ไม่มีปี"] * 9, often]) == ()
    assert fiscal_years([]) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ณ วันที่ 31 มีนาคม 2569", {"2569"}),
        ("ต.ค. 67 และ 30/9/68", {"2567", "2568"}),
        ("fiscal year 2026", {"2569"}),
        ("แผน 2566 – 2568", {"2566", "2567", "2568"}),
        ("1,256,900 บาท 125690", set()),
    ],
)
def test_a_page_names_years(text: str, named: set[str]) -> None:
    assert years_named(text) == named
